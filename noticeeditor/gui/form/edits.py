"""What each field of the form does to a notice: a table of named, pure edits; no Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.authority.drafting import draft, opening_for, signature_for, with_body
from noticeeditor.i18n.texts import N_
from noticeeditor.notice.agenda import Agenda
from noticeeditor.notice.body import Capacity, PublicBody, Signatory, SignatureBlock
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import Notice, NoticeKind, Venue
from noticeeditor.notice.text import without_bad_characters

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile, BodyEntry, SignatoryEntry

LastSitting: TypeAlias = Callable[[str], dt.date | None]
IssuesBefore: TypeAlias = Callable[[dt.date], tuple[GazetteIssue, ...]]


class House(Struct, frozen=True):
    """What an edit may ask besides the notice: the profile, the day, the last public sitting of a body.

    ``issues_before`` answers with the issues that a notice of a sitting on a day may appear in.
    """

    profile: AuthorityProfile
    today: dt.date
    last_sitting: LastSitting
    issues_before: IssuesBefore


Change: TypeAlias = Callable[[Notice, Any, House], Notice]


class FieldEdit(Struct, frozen=True):
    """The name of the step as the history shows it, and the change itself."""

    name: str
    change: Change


def body_named(text: str, profile: AuthorityProfile) -> BodyEntry | None:
    """Return the body that a clerk means: its name, or the only one that the words are part of."""
    wanted = text.strip().casefold()
    if not wanted:
        return None
    exact = [entry for entry in profile.bodies if entry.name.casefold() == wanted]
    return exact[0] if exact else first_body(wanted, profile)


def first_body(wanted: str, profile: AuthorityProfile) -> BodyEntry | None:
    """Return the body whose words begin with what is typed, else the first one that contains it."""
    names = [(entry, entry.name.casefold()) for entry in profile.bodies]
    beginnings = [entry for entry, name in names if name.startswith(wanted)]
    words = [entry for entry, name in names if any(word.startswith(wanted) for word in name.split())]
    anywhere = [entry for entry, name in names if wanted in name]
    return next(iter(beginnings or words or anywhere), None)


def _body(notice: Notice, key: str, house: House) -> Notice:
    """Choosing a body fills room, time, designation and, while nobody wrote there, the agenda."""
    entry = house.profile.body(key)
    if entry is None:
        return notice
    filled = with_body(notice, house.profile, key)
    if notice.kind is NoticeKind.SITTING and _untouched(notice, house):
        last = house.last_sitting(key)
        fresh = draft(house.profile, house.today, key, last_sitting=last)
        filled = replace(filled, agenda=fresh.agenda)
    if filled.signature.signatory is None:
        filled = replace(filled, signature=signature_for(house.profile, filled.signature.date or house.today))
    return filled


def _untouched(notice: Notice, house: House) -> bool:
    if notice.agenda == Agenda() or not any(part.items for part in notice.agenda.parts):
        return True
    body = notice.sitting.body
    key = body.key if body else ""
    last = house.last_sitting(key) if key else None
    return notice.agenda == draft(house.profile, house.today, key, last_sitting=last).agenda


def _body_words(notice: Notice, text: str, house: House) -> Notice:
    """A body that the profile does not know is taken as it is typed."""
    known = body_named(text, house.profile) if text.strip() else None
    if known is not None and known.name.casefold() == text.strip().casefold():
        return _body(notice, known.key, house)
    body = PublicBody(text.strip()) if text.strip() else None
    return replace(notice, sitting=replace(notice.sitting, body=body))


def _kind(notice: Notice, value: str, house: House) -> Notice:
    kind = NoticeKind(value)  # Qt gives the bare text back
    template = house.profile.template_on(kind, house.today)
    subtitle = (template.subtitle,) if template and template.subtitle else ()
    return replace(
        notice,
        kind=kind,
        heading=house.profile.heading + subtitle,
        opening=opening_for(house.profile, kind, house.today),
    )


def _heading(notice: Notice, text: str, _: House) -> Notice:
    return replace(notice, heading=tuple(_clean(text).split("\n")))


def _date(notice: Notice, day: dt.date | None, house: House) -> Notice:
    """Another day has another last issue before it; one chosen by hand stays."""
    usual, issue = _last_issue(notice.sitting.date, house), notice.issue
    if issue is None or issue == usual:
        issue = _last_issue(day, house)
    return replace(notice, sitting=replace(notice.sitting, date=day), issue=issue)


def _last_issue(day: dt.date | None, house: House) -> GazetteIssue | None:
    issues = house.issues_before(day) if day else ()
    return issues[-1] if issues else None


def _time(notice: Notice, time: dt.time | None, _: House) -> Notice:
    return replace(notice, sitting=replace(notice.sitting, time=time))


def _venue(notice: Notice, text: str, house: House) -> Notice:
    line = _clean(text).replace("\n", " ")
    room = next((room for room in house.profile.rooms if line in {room.name, room.line}), None)
    venue = room.venue if room else Venue(line) if line.strip() else None
    return replace(notice, sitting=replace(notice.sitting, venue=venue))


def _designation(notice: Notice, text: str, _: House) -> Notice:
    return replace(notice, sitting=replace(notice.sitting, designation=_clean(text).replace("\n", " ")))


def _opening(notice: Notice, words: str | None, _: House) -> Notice:
    cleaned = None if words is None else _clean(words)
    return replace(notice, opening=replace(notice.opening, words=cleaned))


def _remarks(notice: Notice, text: str, _: House) -> Notice:
    """A blank line parts two remarks."""
    cleaned = _clean(text)
    return replace(notice, remarks=tuple(cleaned.split("\n\n")) if cleaned.strip() else ())


def _issue(notice: Notice, key: str, house: House) -> Notice:
    issues = house.issues_before(notice.sitting.date) if notice.sitting.date else ()
    return replace(notice, issue=next((issue for issue in issues if issue_key(issue) == key), None))


def issue_key(issue: GazetteIssue | None) -> str:
    """Return what names an issue among others."""
    return f"{issue.gazette} {issue.number}/{issue.year}" if issue else ""


def _signature_place(notice: Notice, text: str, _: House) -> Notice:
    return replace(notice, signature=replace(notice.signature, place=_clean(text).replace("\n", " ")))


def _signature_date(notice: Notice, day: dt.date | None, house: House) -> Notice:
    """Another day may have another signatory; one chosen by hand stays."""
    block = notice.signature
    usual = house.profile.signatory_on(block.date) if block.date else None
    moved = replace(block, date=day)
    if day is not None and (block.signatory is None or (usual and usual.signatory == block.signatory)):
        chosen = house.profile.signatory_on(day)
        moved = _signed_by(moved, chosen) if chosen else moved
    return replace(notice, signature=moved)


def _signatory(notice: Notice, key: str, house: House) -> Notice:
    entry = next((entry for entry in house.profile.signatories if entry.key == key), None)
    if entry is None:
        return notice
    return replace(notice, signature=_signed_by(notice.signature, entry))


def _signatory_words(notice: Notice, text: str, house: House) -> Notice:
    """Name and office as they are typed, parted by the first comma."""
    name, _, office = (word.strip() for word in _clean(text).partition(","))
    known = next((entry for entry in house.profile.signatories if entry.name == name), None)
    signatory = Signatory(name, office, known.key if known else "") if name else None
    return replace(notice, signature=replace(notice.signature, signatory=signatory))


def _capacity(notice: Notice, value: str, _: House) -> Notice:
    return replace(notice, signature=replace(notice.signature, capacity=Capacity(value)))


def _signature_words(notice: Notice, text: str | None, _: House) -> Notice:
    lines = None if text is None else tuple(_clean(text).split("\n"))
    return replace(notice, signature=replace(notice.signature, words=lines))


def _signed_by(block: SignatureBlock, entry: SignatoryEntry) -> SignatureBlock:
    return replace(block, signatory=entry.signatory, capacity=entry.capacity)


def _clean(text: str) -> str:
    return without_bad_characters(text)


EDITS: dict[str, FieldEdit] = {
    "sitting.body": FieldEdit(N_("Choose body"), _body),
    "sitting.body.words": FieldEdit(N_("Change body"), _body_words),
    "kind": FieldEdit(N_("Change kind"), _kind),
    "heading": FieldEdit(N_("Change heading"), _heading),
    "sitting.date": FieldEdit(N_("Change date"), _date),
    "sitting.time": FieldEdit(N_("Change time"), _time),
    "sitting.venue": FieldEdit(N_("Change venue"), _venue),
    "sitting.designation": FieldEdit(N_("Change designation"), _designation),
    "opening": FieldEdit(N_("Change opening sentence"), _opening),
    "remarks": FieldEdit(N_("Change remarks"), _remarks),
    "issue": FieldEdit(N_("Choose issue"), _issue),
    "signature.place": FieldEdit(N_("Change place"), _signature_place),
    "signature.date": FieldEdit(N_("Change date of signature"), _signature_date),
    "signature.signatory": FieldEdit(N_("Choose signatory"), _signatory),
    "signature.signatory.words": FieldEdit(N_("Change signatory"), _signatory_words),
    "signature.capacity": FieldEdit(N_("Change capacity"), _capacity),
    "signature": FieldEdit(N_("Change signature block"), _signature_words),
}
