"""What the checks look at: a notice taken apart once, and what is known around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.authority.rules import LegalRules
from noticeeditor.checks.finding import Replacement
from noticeeditor.notice.agenda import AgendaItem, Publicity, walk
from noticeeditor.notice.calendar import HolidayCalendar
from noticeeditor.notice.notice import Notice, NoticeKind, Venue
from noticeeditor.notice.numbering import NumberedPart, number
from noticeeditor.notice.wording import opening_sentence, signature_lines

# body (its key, else its name), day and time
SittingIdentity: TypeAlias = tuple[str, dt.date, dt.time]

AT_MOST = 5


class Place(StrEnum):
    """Where a passage stands in the notice."""

    HEADING = "heading"
    OPENING = "opening"
    FIELD = "field"
    PART = "part"
    ITEM = "item"
    REMARK = "remark"
    SIGNATURE = "signature"


class Passage(NamedTuple):
    """Words that are printed, with the field that they are edited in."""

    field: str
    text: str
    place: Place
    publicity: Publicity = Publicity.PUBLIC


class Subject(Struct, frozen=True):
    """A notice with its printed words and numbers, computed once for all checks.

    ``passages`` are words that are read as sentences, ``around`` what else is printed: labels,
    the words of patterns, the lines of the signature.
    """

    notice: Notice
    opening: str
    passages: tuple[Passage, ...]
    around: tuple[Passage, ...]
    parts: tuple[NumberedPart, ...]

    @property
    def items(self) -> Iterator[tuple[AgendaItem, Publicity]]:
        """Yield every item with the publicity of its part."""
        for part in self.notice.agenda.parts:
            yield from ((item, part.publicity) for item in walk(part.items))


class Neighbour(Struct, frozen=True):
    """Another notice that is known: its sitting, and its public items as one would compare them.

    ``sittings`` are the one that it announces and the one that it is about; ``about`` is the case
    of the earlier notice.
    """

    case: str
    kind: NoticeKind
    body_key: str
    body_name: str
    date: dt.date | None
    time: dt.time | None
    venue: Venue | None
    items: tuple[str, ...] = ()
    minutes_of: dt.date | None = None
    sittings: frozenset[SittingIdentity] = frozenset()
    about: str = ""

    @property
    def begins(self) -> dt.datetime | None:
        """Return date and time together once both are known."""
        return dt.datetime.combine(self.date, self.time) if self.date and self.time else None


def all_covered(text: str) -> str:
    """Return no character: where the fonts are not known nothing is missing in them."""
    return ""


class Context(Struct, frozen=True):
    """What a notice is judged against, as plain values.

    ``now`` is local time without a zone; ``uncovered`` answers with the characters of a text
    that no shipped font has; ``last_public_sitting`` is that of the body before the sitting,
    as far as the store knows it.
    """

    now: dt.datetime
    profile: AuthorityProfile
    holidays: HolidayCalendar
    rules: LegalRules
    neighbours: tuple[Neighbour, ...] = ()
    last_public_sitting: dt.date | None = None
    uncovered: Callable[[str], str] = all_covered

    @property
    def today(self) -> dt.date:
        """Return the day of the authority."""
        return self.now.date()


class Hit(NamedTuple):
    """A place at which a rule is broken."""

    field: str
    facts: dict[str, object]
    concerned: str = ""
    fix: Replacement | None = None


Examination: TypeAlias = Callable[[Subject, Context], Iterable[Hit]]
PassageExamination: TypeAlias = Callable[[Passage, Context], Iterable[Hit]]


def subject_of(notice: Notice) -> Subject:
    """Return the notice taken apart."""
    opening = opening_sentence(notice)
    return Subject(notice, opening, tuple(_passages(notice)), tuple(_around(notice)), number(notice.agenda))


def each_passage(examine: PassageExamination) -> Examination:
    """Return a check of a whole notice that looks at one passage after the other, for a few hits each."""

    def examine_all(subject: Subject, context: Context) -> Iterator[Hit]:
        for passage in subject.passages:
            yield from islice(examine(passage, context), AT_MOST)

    return examine_all


def each_printed(examine: PassageExamination) -> Examination:
    """Return a check that also looks at numbers, and at what patterns add to opening and signature."""

    def examine_all(subject: Subject, context: Context) -> Iterator[Hit]:
        for passage in (*subject.passages, *subject.around):
            yield from islice(examine(passage, context), AT_MOST)

    return examine_all


def _around(notice: Notice) -> Iterator[Passage]:
    """Yield what is printed and no passage."""
    agenda = notice.agenda
    yield from (
        Passage("agenda", text, Place.PART) for text in (agenda.numbering.part, *agenda.numbering.levels)
    )
    for part in agenda.parts:
        if part.label:
            yield Passage(f"part:{part.id}", part.label, Place.PART)
        yield from (
            Passage(f"item:{item.id}", item.label, Place.ITEM) for item in walk(part.items) if item.label
        )
    if notice.opening.words is None:
        yield Passage("opening", notice.opening.pattern, Place.OPENING)
        if notice.sitting.body:
            yield Passage("sitting.body", notice.sitting.body.owner_genitive, Place.FIELD)
    if notice.signature.words is None:
        yield from (Passage("signature", line, Place.SIGNATURE) for line in signature_lines(notice.signature))


def _passages(notice: Notice) -> Iterator[Passage]:
    """Yield what is printed; of an opening made from fields the fields, so that each can be mended."""
    yield from (Passage("heading", line, Place.HEADING) for line in notice.heading if line)
    yield from _opening_passages(notice)
    for part in notice.agenda.parts:
        if part.heading:
            yield Passage(f"part:{part.id}", part.heading, Place.PART)
        for item in walk(part.items):
            if words := item.wording(part.publicity):
                yield Passage(f"item:{item.id}", words, Place.ITEM, part.publicity)
    yield from (Passage(f"remark:{n}", text, Place.REMARK) for n, text in enumerate(notice.remarks) if text)
    yield from (Passage("signature", line, Place.SIGNATURE) for line in notice.signature.words or () if line)


def _opening_passages(notice: Notice) -> Iterator[Passage]:
    sitting = notice.sitting
    if notice.opening.words is not None:
        yield Passage("opening", notice.opening.words, Place.OPENING)
        return
    if sitting.venue and sitting.venue.line:
        yield Passage("sitting.venue", sitting.venue.line, Place.FIELD)
    if sitting.body and sitting.body.genitive:
        yield Passage("sitting.body", sitting.body.genitive, Place.FIELD)
    if sitting.designation:
        yield Passage("sitting.designation", sitting.designation, Place.FIELD)
