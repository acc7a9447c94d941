"""Do the days fit: weekdays, holidays, signature, minutes, and days that do not exist."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from noticeeditor.checks.finding import Replacement
from noticeeditor.checks.mentions import dates_in, times_in
from noticeeditor.checks.subject import Context, Hit, Neighbour, Passage, Place, Subject
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.calendar import SUNDAY
from noticeeditor.notice.dates import WEEKDAYS
from noticeeditor.notice.notice import NoticeKind

SAME_SEASON = dt.timedelta(days=45)
SOON = dt.timedelta(days=14)
_MINUTES = re.compile(r"Niederschrift|Protokoll", re.IGNORECASE)


def sitting_past(subject: Subject, context: Context) -> Iterator[Hit]:
    """A sitting that is announced lies ahead."""
    date = subject.notice.sitting.date
    if date is not None and date < context.today and subject.notice.kind is not NoticeKind.CORRECTION:
        yield Hit("sitting.date", {"date": date, "today": context.today}, date.isoformat())


def sitting_on_sunday(subject: Subject, context: Context) -> Iterator[Hit]:
    """Bodies hardly ever sit on a Sunday."""
    date = subject.notice.sitting.date
    if date is not None and date.weekday() == SUNDAY:
        yield Hit("sitting.date", {"date": date}, date.isoformat())


def sitting_on_holiday(subject: Subject, context: Context) -> Iterator[Hit]:
    """Bodies do not sit on public holidays."""
    date = subject.notice.sitting.date
    if date is not None and (holiday := context.holidays.holiday(date)):
        yield Hit("sitting.date", {"date": date, "holiday": holiday}, date.isoformat())


def holidays_unknown(subject: Subject, context: Context) -> Iterator[Hit]:
    """Deadlines in a year whose holidays are not known are not to be relied on."""
    date = subject.notice.sitting.date
    if date is not None and context.holidays.last_year and not context.holidays.covers(date):
        yield Hit("sitting.date", {"year": date.year}, date.isoformat())


def sitting_before_signature(subject: Subject, context: Context) -> Iterator[Hit]:
    """Nobody signs the announcement of a sitting that is over."""
    date, signed = subject.notice.sitting.date, subject.notice.signature.date
    if date is not None and signed is not None and date < signed:
        yield Hit("signature.date", {"date": date, "signed": signed}, f"{date} {signed}")


def signature_ahead(subject: Subject, context: Context) -> Iterator[Hit]:
    """The date under a notice is the day of signature; one far ahead is a slip, one near a plan."""
    signed = subject.notice.signature.date
    if signed is not None and signed > context.today + SOON:
        yield Hit("signature.date", {"signed": signed, "today": context.today}, signed.isoformat())


def signatory_not_in_office(subject: Subject, context: Context) -> Iterator[Hit]:
    """Whoever signs holds the office on that day."""
    block = subject.notice.signature
    if block.date is None or block.signatory is None:
        return
    for entry in context.profile.signatories:
        if entry.key == block.signatory.key and not entry.in_office(block.date):
            facts: dict[str, object] = {"name": entry.name, "signed": block.date}
            yield Hit("signature.signatory", facts, f"{entry.key} {block.date}")


def date_does_not_exist(passage: Passage, context: Context) -> Iterator[Hit]:
    """30 February is in no calendar."""
    for mention in dates_in(passage.text):
        if not mention.exists:
            yield Hit(passage.field, {"written": mention.written, "position": mention.start}, passage.text)


def weekday_wrong(passage: Passage, context: Context) -> Iterator[Hit]:
    """The weekday before a date is that of the date."""
    for mention in dates_in(passage.text):
        written = mention.weekday.replace("Sonnabend", "Samstag")
        if mention.day and written and written != (expected := WEEKDAYS[mention.day.weekday()]):
            facts: dict[str, object] = {
                "written": mention.weekday,
                "date": mention.day,
                "expected": expected,
                "position": mention.weekday_start,
            }
            end = mention.weekday_start + len(mention.weekday)
            fix = Replacement(passage.field, mention.weekday_start, end, expected)
            yield Hit(passage.field, facts, passage.text, fix)


def opening_other_date(subject: Subject, context: Context) -> Iterator[Hit]:
    """A sentence edited by hand names the day of the sitting."""
    words, date = subject.notice.opening.words, subject.notice.sitting.date
    if words is None or date is None:
        return
    mentions = dates_in(words)
    if not any((mention.day or date) == date and mention.exists for mention in mentions):
        yield Hit("opening", {"written": mentions[0].written if mentions else "", "expected": date}, words)


def opening_other_time(subject: Subject, context: Context) -> Iterator[Hit]:
    """A sentence edited by hand names the time of the sitting."""
    words, time = subject.notice.opening.words, subject.notice.sitting.time
    if words is None or time is None:
        return
    mentions = times_in(words)
    if time not in {mention.time for mention in mentions}:
        yield Hit("opening", {"written": mentions[0].written if mentions else "", "expected": time}, words)


def minutes_not_before(subject: Subject, context: Context) -> Iterator[Hit]:
    """Minutes are approved of a sitting that is over."""
    date = subject.notice.sitting.date
    for passage, minutes in minutes_in(subject.passages):
        if date is not None and minutes >= date:
            yield Hit(passage.field, {"minutes": minutes, "date": date}, passage.text)


def minutes_of_other_date(subject: Subject, context: Context) -> Iterator[Hit]:
    """The minutes are those of the last public sitting of the body that the store knows."""
    last = context.last_public_sitting
    for passage, minutes in minutes_in(subject.passages):
        if last is not None and minutes != last:
            yield Hit(passage.field, {"minutes": minutes, "last": last}, passage.text, _dated(passage, last))


def minutes_shared(subject: Subject, context: Context) -> Iterator[Hit]:
    """Two bodies with minutes of the same day: perhaps one date was copied."""
    for passage, minutes in minutes_in(subject.passages):
        if minutes == context.last_public_sitting:
            continue
        if other := next((known for known in context.neighbours if _shares(subject, known, minutes)), None):
            yield Hit(passage.field, {"minutes": minutes, "body": other.body_name}, passage.text)


def minutes_in(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, dt.date]]:
    """Yield the public items that approve minutes of one day, with that day."""
    for passage in passages:
        is_public_item = passage.place is Place.ITEM and passage.publicity is Publicity.PUBLIC
        if is_public_item and is_minutes(passage.text):
            days = [mention.day for mention in dates_in(passage.text)]
            if len(days) == 1 and days[0] is not None:
                yield passage, days[0]


def is_minutes(text: str) -> bool:
    """Whether an item is about the minutes of a sitting."""
    return _MINUTES.search(text) is not None


def _dated(passage: Passage, day: dt.date) -> Replacement:
    (mention,) = dates_in(passage.text)
    return Replacement(passage.field, mention.start, mention.end, f"{day:%d.%m.%Y}")


def _shares(subject: Subject, known: Neighbour, minutes: dt.date) -> bool:
    sitting = subject.notice.sitting
    own = sitting.body.name if sitting.body else ""
    near = sitting.date is None or known.date is None or abs(sitting.date - known.date) <= SAME_SEASON
    return known.minutes_of == minutes and known.body_name != own and near
