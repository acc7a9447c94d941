"""Does the notice stand in the way of another one that is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from noticeeditor.checks.dates import is_minutes, minutes_in
from noticeeditor.checks.subject import (
    Context,
    Hit,
    Neighbour,
    Place,
    SittingIdentity,
    Subject,
    subject_of,
)
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.notice import Notice, NoticeKind, Sitting, Venue

CHANGED = {NoticeKind.POSTPONEMENT, NoticeKind.CORRECTION}
MOVED = {NoticeKind.POSTPONEMENT, NoticeKind.VENUE_CHANGE}
LONG_ENOUGH = 25
STANDING = 3


def neighbour(notice: Notice, case: str = "") -> Neighbour:
    """Return what others need to know of a notice."""
    sitting, subject = notice.sitting, subject_of(notice)
    items = (
        _compared(passage.text)
        for passage in subject.passages
        if passage.place is Place.ITEM and passage.publicity is Publicity.PUBLIC
    )
    return Neighbour(
        case=case,
        kind=notice.kind,
        body_key=sitting.body.key if sitting.body else "",
        body_name=sitting.body.name if sitting.body else "",
        date=sitting.date,
        time=sitting.time,
        venue=sitting.venue,
        items=tuple(items),
        minutes_of=next((day for _, day in minutes_in(subject.passages)), None),
        sittings=_sittings(notice),
        about=notice.earlier.case if notice.earlier else "",
    )


def room_taken(subject: Subject, context: Context) -> Iterator[Hit]:
    """A room holds one body at a time; how long a sitting lasts is an assumption of the rules."""
    sitting = subject.notice.sitting
    minutes = context.rules.value("sitting-duration", "minutes", 90)
    for other in _elsewhere(subject.notice, context):
        if sitting.venue is None or other.venue is None or sitting.begins is None or other.begins is None:
            continue
        apart = abs(sitting.begins - other.begins)
        if _same_room(sitting.venue, other.venue) and apart < dt.timedelta(minutes=minutes):
            facts: dict[str, object] = {
                "body": other.body_name,
                "time": other.begins.time(),
                "minutes": minutes,
            }
            yield Hit("sitting.venue", facts, f"{sitting.begins} {other.begins}")


def body_sits_twice(subject: Subject, context: Context) -> Iterator[Hit]:
    """A body sits once a day; announcing the same sitting again is another rule."""
    for other in _same_body(subject, context):
        if subject.notice.kind is NoticeKind.SITTING and other.time != subject.notice.sitting.time:
            facts: dict[str, object] = {"body": other.body_name, "time": other.time}
            yield Hit("sitting.date", facts, f"{other.date} {other.time}")


def announced_before(subject: Subject, context: Context) -> Iterator[Hit]:
    """A sitting is announced once; later notices about it are supplements, corrections and so on."""
    for other in _same_body(subject, context):
        both = subject.notice.kind is NoticeKind.SITTING and other.kind is NoticeKind.SITTING
        if both and other.time == subject.notice.sitting.time:
            facts: dict[str, object] = {"body": other.body_name, "date": other.date, "case": other.case}
            yield Hit("sitting.body", facts, f"{other.case} {other.date}")


def item_elsewhere(subject: Subject, context: Context) -> Iterator[Hit]:
    """The same item on two agendas of one day may have been copied by mistake.

    On other days it is usual: committees prepare what the council decides. What stands
    on three agendas around is a standing item.
    """
    date = subject.notice.sitting.date
    others = _elsewhere(subject.notice, context)
    today = [other for other in others if date is not None and other.date == date]
    for passage in subject.passages if today else ():
        words = _compared(passage.text)
        if passage.place is not Place.ITEM or not _worth_comparing(words):
            continue
        other = next((known for known in today if words in known.items), None)
        if other and sum(words in known.items for known in context.neighbours) < STANDING:
            yield Hit(passage.field, {"body": other.body_name, "date": other.date}, passage.text)


def item_repeated(subject: Subject, context: Context) -> Iterator[Hit]:
    """An item stands once in a part."""
    for part in subject.notice.agenda.parts:
        seen: set[str] = set()
        for item in part.items:
            words = _compared(item.wording(part.publicity))
            if words in seen and _worth_comparing(words):
                yield Hit(f"item:{item.id}", {}, words)
            seen.add(words)


def _same_body(subject: Subject, context: Context) -> Iterator[Neighbour]:
    sitting = subject.notice.sitting
    if sitting.body is None or sitting.date is None:
        return
    for other in _standing(context):
        same = (sitting.body.key or sitting.body.name) in (other.body_key, other.body_name)
        if same and other.date == sitting.date and other.kind not in CHANGED:
            yield other


def _elsewhere(notice: Notice, context: Context) -> list[Neighbour]:
    """Return the neighbours of other sittings; a notice about the same sitting stands in nobody's way."""
    if notice.kind is NoticeKind.CANCELLATION:
        return []
    own, earlier = _sittings(notice), notice.earlier.case if notice.earlier else ""
    return [
        other
        for other in _standing(context)
        if own.isdisjoint(other.sittings) and not (earlier and earlier in {other.case, other.about})
    ]


def _standing(context: Context) -> Iterator[Neighbour]:
    """Yield the neighbours that hold: neither cancelled nor moved by a later notice that is known."""
    cancelled = [other for other in context.neighbours if other.kind is NoticeKind.CANCELLATION]
    moved = [other for other in context.neighbours if other.kind in MOVED]
    for other in context.neighbours:
        changes = cancelled if other.kind in MOVED else cancelled + moved
        if other not in cancelled and not any(_concerns(change, other) for change in changes):
            yield other


def _concerns(change: Neighbour, other: Neighbour) -> bool:
    """Whether a notice is about the sitting that another one announces."""
    own = _identity(other.body_key or other.body_name, other.date, other.time)
    return own in change.sittings or (change.about != "" and change.about == other.case)


def _sittings(notice: Notice) -> frozenset[SittingIdentity]:
    spoken_of = [notice.sitting, *([notice.earlier.sitting] if notice.earlier else [])]
    found = (_identity(_body_id(sitting), sitting.date, sitting.time) for sitting in spoken_of)
    return frozenset(identity for identity in found if identity)


def _identity(body: str, date: dt.date | None, time: dt.time | None) -> SittingIdentity | None:
    return (body, date, time) if body and date and time is not None else None


def _body_id(sitting: Sitting) -> str:
    return sitting.body.key or sitting.body.name if sitting.body else ""


def _same_room(one: Venue, other: Venue) -> bool:
    return one.key == other.key if one.key and other.key else _compared(one.line) == _compared(other.line)


def _compared(text: str) -> str:
    return " ".join(text.casefold().split())


def _worth_comparing(text: str) -> bool:
    """Whether a text is more than a standing item; the approval of minutes stands on every agenda."""
    return len(text) >= LONG_ENOUGH and not is_minutes(text)
