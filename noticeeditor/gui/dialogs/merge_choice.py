"""Decide a conflict field by field; no Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.body import PublicBody, Signatory
from noticeeditor.notice.dates import write_date, write_time
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import Notice, OpeningSentence, Venue
from noticeeditor.notice.numbering import Numbering
from noticeeditor.workflow.merge import Conflict
from noticeeditor.workflow.outline import Node, Outline, from_outline, to_outline

FIELD_NAMES = {
    "authority": N_("Authority"),
    "kind": N_("Kind of notice"),
    "heading": N_("Heading"),
    "opening": N_("Opening sentence"),
    "remarks": N_("Remarks"),
    "issue": N_("Issue"),
    "earlier": N_("Earlier notice"),
    "numbering": N_("Numbering"),
    "sitting.body": N_("Body"),
    "sitting.date": N_("Date"),
    "sitting.time": N_("Time"),
    "sitting.venue": N_("Venue"),
    "sitting.designation": N_("Designation"),
    "signature.authority": N_("Authority in the signature block"),
    "signature.place": N_("Place of signature"),
    "signature.date": N_("Date of signature"),
    "signature.signatory": N_("Signatory"),
    "signature.capacity": N_("Capacity"),
    "signature.form": N_("Form of the signature block"),
    "signature.words": N_("Signature block"),
}
NODE_FIELD_NAMES = {
    "": N_("Agenda item"),
    "text": N_("Words of an agenda item"),
    "published": N_("Published title of an agenda item"),
    "label": N_("Number of an agenda item"),
    "publicity": N_("Publicity of a part"),
    "parent": N_("Place of an agenda item"),
}


def resolved(notice: Notice, theirs: Iterable[Conflict]) -> Notice:
    """Return the merged notice with the other desk's wording in these conflicts."""
    for conflict in theirs:
        notice = _with_theirs(notice, conflict)
    return notice


def field_name(conflict: Conflict) -> str:
    """Return what a conflict is about, in the language of the reader."""
    if conflict.field in FIELD_NAMES:
        return _(FIELD_NAMES[conflict.field])
    return _(NODE_FIELD_NAMES.get(_node_field(conflict.field)[1], NODE_FIELD_NAMES[""]))


def shown(value: object) -> str:
    """Return one of the wordings as a reader understands it; a dash for nothing."""
    if value in (None, "", ()):
        return "–"
    if isinstance(value, tuple):
        return "\n".join(map(shown, value))
    return _WORDS.get(type(value), str)(value)


_WORDS: dict[type, Callable[[Any], str]] = {
    dt.date: lambda day: write_date(day, "EEEE, dd.MM.yyyy"),
    dt.time: lambda time: write_time(time, "HH:mm"),
    PublicBody: lambda body: body.name,
    Venue: lambda venue: venue.line,
    Signatory: lambda person: ", ".join(filter(None, (person.name, person.office))),
    OpeningSentence: lambda opening: opening.words or opening.pattern,
    GazetteIssue: lambda issue: f"{issue.gazette} {issue.number}/{issue.year}",
    Numbering: lambda numbering: " ".join((numbering.part, *numbering.levels)),
}


def _with_theirs(notice: Notice, conflict: Conflict) -> Notice:
    owner, _dot, name = conflict.field.partition(".")
    if conflict.field == "numbering":
        agenda = replace(notice.agenda, numbering=conflict.theirs)
        return replace(notice, agenda=agenda)
    if owner in {"sitting", "signature"}:
        return replace(notice, **{owner: replace(getattr(notice, owner), **{name: conflict.theirs})})
    if owner in FIELD_NAMES:
        return replace(notice, **{owner: conflict.theirs})
    outline = _with_node(to_outline(notice.agenda), conflict)
    return replace(notice, agenda=from_outline(outline, notice.agenda.numbering))


def _with_node(outline: Outline, conflict: Conflict) -> Outline:
    id, name = _node_field(conflict.field)
    node = outline.nodes.get(id)
    if node is None:
        return outline
    if not name:  # one removed it and the other changed it; the merge kept it
        return outline if conflict.theirs is not None else _without(outline, node)
    changed = replace(node, **{name: conflict.theirs})
    nodes = outline.nodes | {id: changed}
    return (
        _moved(Outline(nodes, outline.children), node, changed)
        if name == "parent"
        else replace(outline, nodes=nodes)
    )


def _moved(outline: Outline, old: Node, new: Node) -> Outline:
    """Return the outline with a node at the end of its new place, or as it was where that is gone."""
    if new.parent not in outline.nodes:
        return Outline(outline.nodes | {old.id: old}, outline.children)
    siblings = tuple(id for id in outline.children.get(old.parent, ()) if id != old.id)
    children = outline.children | {old.parent: siblings}
    return Outline(outline.nodes, children | {new.parent: (*children.get(new.parent, ()), old.id)})


def _without(outline: Outline, node: Node) -> Outline:
    siblings = tuple(id for id in outline.children.get(node.parent, ()) if id != node.id)
    nodes = {id: other for id, other in outline.nodes.items() if id != node.id}
    return Outline(nodes, outline.children | {node.parent: siblings})


def _node_field(field: str) -> tuple[str, str]:
    """Return the id and the attribute of ``item:ID.text``; ids may hold dots, attributes do not."""
    _kind, _colon, rest = field.partition(":")
    id, dot, name = rest.rpartition(".")
    return (id, name) if dot and name in NODE_FIELD_NAMES else (rest, "")
