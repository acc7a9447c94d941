"""Positions in text: Qt counts 16-bit units, Python counts characters."""

from __future__ import annotations


def to_units(text: str, position: int) -> int:
    """Return Qt's position for a position in a text."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def from_units(text: str, units: int) -> int:
    """Return the position in a text for Qt's one."""
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "ignore"))
