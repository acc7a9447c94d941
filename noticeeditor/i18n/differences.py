"""Differences of two wordings by the names that people give to fields."""

from __future__ import annotations

from noticeeditor.i18n.findings import place_words
from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.notice import Notice
from noticeeditor.workflow.difference import Change, FieldDifference

CHANGES = {
    Change.SAME: N_("the same"),
    Change.ADDED: N_("added"),
    Change.REMOVED: N_("removed"),
    Change.CHANGED: N_("changed"),
    Change.MOVED: N_("moved"),
}


def difference_words(entry: FieldDifference, before: Notice, after: Notice) -> str:
    """Return which field differs and what became of it; what went is named as it was numbered before."""
    place = field_words(before if entry.change is Change.REMOVED else after, entry.field)
    return f"{place} ({_(CHANGES[entry.change])})"


def field_words(notice: Notice, field: str) -> str:
    """Return the name of a field of a difference: ``Date``, ``Item 7.1``."""
    kind, _colon, name = field.partition(":")
    if kind == "kind":
        return _("Kind of notice")
    if kind == "published":
        return _("{item}, published title").format(item=place_words(notice, f"item:{name}"))
    return place_words(notice, field)
