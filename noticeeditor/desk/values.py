"""The values that go in and out of a desk, for window and command line."""

from noticeeditor.desk.answers import Conflict, Saved
from noticeeditor.desk.desk import Desk
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
