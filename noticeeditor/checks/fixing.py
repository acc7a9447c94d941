"""Apply a safe fix: words of a field replaced, everything else as it was."""

from __future__ import annotations

from msgspec.structs import replace

from noticeeditor.checks.finding import Replacement
from noticeeditor.notice.agenda import AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.notice import Notice


def fixed(notice: Notice, fix: Replacement) -> Notice:
    """Return the notice with the fix applied; a field that is gone leaves it as it is."""
    kind, _, name = fix.field.partition(":")
    if kind in ("item", "part"):
        parts = tuple(_in_part(part, kind, name, fix) for part in notice.agenda.parts)
        return replace(notice, agenda=replace(notice.agenda, parts=parts))
    if kind == "remark":
        remarks = tuple(
            _mended(text, fix) if str(n) == name else text for n, text in enumerate(notice.remarks)
        )
        return replace(notice, remarks=remarks)
    if kind == "opening" and notice.opening.words is not None:
        return replace(notice, opening=replace(notice.opening, words=_mended(notice.opening.words, fix)))
    return _in_sitting(notice, fix)


def _in_sitting(notice: Notice, fix: Replacement) -> Notice:
    sitting = notice.sitting
    if fix.field == "sitting.venue" and sitting.venue:
        sitting = replace(sitting, venue=replace(sitting.venue, line=_mended(sitting.venue.line, fix)))
    elif fix.field == "sitting.body" and sitting.body:
        sitting = replace(sitting, body=replace(sitting.body, genitive=_mended(sitting.body.genitive, fix)))
    elif fix.field == "sitting.designation":
        sitting = replace(sitting, designation=_mended(sitting.designation, fix))
    return replace(notice, sitting=sitting)


def _in_part(part: AgendaPart, kind: str, name: str, fix: Replacement) -> AgendaPart:
    if kind == "part":
        return replace(part, heading=_mended(part.heading, fix)) if part.id == name else part
    return replace(part, items=tuple(_in_item(item, name, part.publicity, fix) for item in part.items))


def _in_item(item: AgendaItem, name: str, publicity: Publicity, fix: Replacement) -> AgendaItem:
    """Return the item with the words mended that are printed: of a closed one the published title."""
    if item.id != name:
        children = tuple(_in_item(child, name, publicity, fix) for child in item.children)
        return replace(item, children=children) if item.children else item
    words = _mended(item.wording(publicity), fix)
    return replace(item, text=words) if publicity is Publicity.PUBLIC else replace(item, published=words)


def _mended(text: str, fix: Replacement) -> str:
    return text[: fix.start] + fix.text + text[fix.end :]
