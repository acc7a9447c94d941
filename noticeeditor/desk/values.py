"""The values that go in and out of a desk, for window and command line."""

from noticeeditor.desk.desk import Conflict, Desk, Saved
from noticeeditor.store.contract import (
    Filter,
    Hit,
    KnownPerson,
    Order,
    Piece,
    Presence,
    StoreError,
    Summary,
    Upkeep,
)

__all__ = [
    "Conflict",
    "Desk",
    "Filter",
    "Hit",
    "KnownPerson",
    "Order",
    "Piece",
    "Presence",
    "Saved",
    "StoreError",
    "Summary",
    "Upkeep",
]
