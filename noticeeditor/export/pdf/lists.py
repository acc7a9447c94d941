"""Labels of lists, in a column as wide as the widest, so that numbers stand under their units.

A label is aligned at the end of its leading digits, ``9.`` over ``10.`` and ``9a.``;
one without leading digits, ``TOP 10`` or ``a)``, begins at the left. The parts of a
document share one column, so that their texts begin at one edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from noticeeditor.export.pdf.fonts import Face
from noticeeditor.export.pdf.lines import natural_width
from noticeeditor.export.pdf.sheet import Type
from noticeeditor.layout.blocks import AgendaList, Block, ListItem

_GAP = 0.6  # em between label and text
_WIDEST_LABEL = 0.25  # of the measure; a wider label is broken
_FARTHEST_LEFT = 0.45  # of the measure; deeper items are set no farther in
_NUMBERINGS = (
    (re.compile(r"\d+\W?"), b"Decimal"),
    (re.compile(r"[a-z]\W?"), b"LowerAlpha"),
    (re.compile(r"[A-Z]\W?"), b"UpperAlpha"),
)


class LabelColumn(Struct, frozen=True):
    """Where the labels and the texts of a depth begin; lengths in pt from the left margin."""

    left: float
    digits: float
    text_left: float

    def label_left(self, label: str, of: Type) -> float:
        """Return where a label begins."""
        digits, _ = _widths(label, of)
        return self.left + (self.digits - digits if 0 < digits <= self.digits else 0.0)

    @property
    def label_measure(self) -> float:
        """Return the width that a label may have."""
        return self.text_left - self.left


def shared_column(blocks: Iterable[Block], of: Type, measure: float) -> LabelColumn:
    """Return the column of the outermost items of all lists of a document."""
    items = (item for block in blocks if isinstance(block, AgendaList) for item in block.items)
    return label_column(items, 0.0, of, measure)


def label_column(items: Iterable[ListItem], left: float, of: Type, measure: float) -> LabelColumn:
    """Return the column of the items of a list that begins at ``left``."""
    left = min(left, measure * _FARTHEST_LEFT)
    digits, rest = _widest({item.label for item in items}, of, measure * _WIDEST_LABEL)
    gap = _GAP * of.size if digits + rest else 0.0
    return LabelColumn(left, digits, left + digits + rest + gap)


def list_attributes(items: tuple[ListItem, ...], *, second_edition: bool) -> bytes:
    """Return how a list is numbered (ISO 32000-1, 14.8.5.5; ISO 32000-2 adds Ordered)."""
    label = items[0].label
    other = b"Ordered" if second_edition else b"Decimal"
    numbering = next((name for form, name in _NUMBERINGS if form.fullmatch(label)), other)
    if not any(item.label for item in items):
        numbering = b"None"
    return b"/A<</O/List/ListNumbering/%s>>" % numbering


def _widest(labels: set[str], of: Type, cap: float) -> tuple[float, float]:
    """Return the widths of the widest leading digits and of the widest rest."""
    digits = rest = 0.0
    for label in labels:
        head, tail = _widths(label, of)
        if head + tail > cap:
            rest = max(rest, cap - digits)
        elif head:
            digits, rest = max(digits, head), max(rest, tail)
        else:
            rest = max(rest, tail - digits)
    return digits, rest


def _widths(label: str, of: Type) -> tuple[float, float]:
    """Return the widths of the leading digits and of the rest of a label."""
    head, tail = _units(label, of.face)
    return head * of.size / 1000, tail * of.size / 1000


@lru_cache(maxsize=4096)
def _units(label: str, face: Face) -> tuple[int, int]:
    cut = len(label) - len(label.lstrip("0123456789"))
    return natural_width(label[:cut], face), natural_width(label[cut:], face)
