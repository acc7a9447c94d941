"""The pages of the settings as tables: which fields, called what, where in the profile; no Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Any

from msgspec import Struct

from noticeeditor.authority.gazette import (
    Certainty,
    ClosedDay,
    Count,
    HolidayWeek,
    IssueEntry,
    Organ,
    Shift,
    Weekday,
)
from noticeeditor.authority.people import Person, Role
from noticeeditor.authority.profile import (
    AuthorityProfile,
    BodyEntry,
    PartForm,
    Room,
    SentenceTemplate,
    SignatoryEntry,
    StandingItem,
    Substitution,
)
from noticeeditor.gui.settings.choices import name_of
from noticeeditor.gui.settings.examples import next_issues
from noticeeditor.gui.settings.places import Path
from noticeeditor.i18n.texts import N_
from noticeeditor.layout.style import Alignment
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.body import Capacity
from noticeeditor.notice.notice import NoticeKind


class Kind(StrEnum):
    """What a field holds, and so which control shows it."""

    TEXT = "text"
    LINES = "lines"
    FLAG = "flag"
    NUMBER = "number"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    REFERENCE = "reference"
    FLAGS = "flags"
    NUMBERS = "numbers"
    OPENING = "opening"
    SIGNATURE = "signature"
    STANDING = "standing"
    CREST = "crest"
    ENTRIES = "entries"


class Field(Struct, frozen=True):
    """A field of a record: its attribute, label and kind.

    ``choices`` is the enumeration of a choice, ``of`` the list that a reference points
    into, ``entries`` what a list inside the record holds, one that may be missing where it
    is ``optional``; ``range`` bounds a number.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    about: str = ""
    choices: type[Enum] | None = None
    of: str = ""
    entries: Entries | None = None
    optional: bool = False
    range: tuple[float, float] = (0, 999)


class Entries(Struct, frozen=True):
    """A list of records: how a new one begins, and how each is called in the list."""

    fields: tuple[Field, ...]
    new: Callable[[str], Any]
    title: Callable[[Any], str]
    key: str = ""  # the stem of keys, for records that others point at


class Page(Struct, frozen=True):
    """A page: one record at a path, or a list of them."""

    key: str
    title: str
    icon: str
    path: Path = ()
    fields: tuple[Field, ...] = ()
    entries: Entries | None = None
    about: str = ""
    example: Callable[[AuthorityProfile, dt.date], str] | None = None
    live: bool = False  # a page of the house is shown beside it


def _term(entry: SignatoryEntry) -> str:
    since = f"{entry.since:%d.%m.%Y}" if entry.since else ""
    until = f"{entry.until:%d.%m.%Y}" if entry.until else ""
    return f"{entry.name}, {entry.office}" + (f" ({since}–{until})" if since or until else "")


_PUBLICITY = Field("publicity", N_("Publicity"), Kind.CHOICE, choices=Publicity)
STANDING = Entries(
    (
        Field("text", N_("Words"), Kind.STANDING),
        Field("at_end", N_("Stands at the end of the agenda"), Kind.FLAG),
        _PUBLICITY,
    ),
    lambda key: StandingItem("Verschiedenes", at_end=True),
    lambda item: item.text,
)
BODIES = Entries(
    (
        Field("name", N_("Name")),
        Field("genitive", N_("Genitive as printed"), about=N_("With its article: “des Kreistages”.")),
        Field("owner_genitive", N_("Owner in the genitive"), about=N_("“des Landkreises Vulkaneifel”.")),
        Field("designation", N_("Announced as")),
        Field("room", N_("Usual room"), Kind.REFERENCE, of="rooms"),
        Field("time", N_("Usual time"), Kind.TIME),
        Field("standing_items", N_("Own standing items"), Kind.ENTRIES, entries=STANDING, optional=True),
    ),
    lambda key: BodyEntry(key, "Ausschuss", "des Ausschusses"),
    lambda body: body.name,
    "gremium",
)
ROOMS = Entries(
    (
        Field("name", N_("Name in lists")),
        Field(
            "line", N_("Line as printed"), about=N_("With its own punctuation; it stands in the sentence.")
        ),
    ),
    lambda key: Room(key, "Sitzungssaal", "Sitzungssaal"),
    lambda room: room.name,
    "raum",
)
SIGNATORIES = Entries(
    (
        Field("name", N_("Name")),
        Field("office", N_("Office")),
        Field("capacity", N_("Signs"), Kind.CHOICE, choices=Capacity),
        Field("rank", N_("Rank"), Kind.NUMBER, about=N_("0 signs first, then 1, 2 …"), range=(0, 99)),
        Field("since", N_("In office since"), Kind.DATE),
        Field("until", N_("In office until"), Kind.DATE),
    ),
    lambda key: SignatoryEntry(key, "Name", "Amt"),
    _term,
    "person",
)
SUBSTITUTIONS = Entries(
    (
        Field("signatory", N_("Deputy"), Kind.REFERENCE, of="signatories"),
        Field("since", N_("From"), Kind.DATE),
        Field("until", N_("To"), Kind.DATE),
        Field("reason", N_("Reason")),
    ),
    lambda key: Substitution(dt.date(2026, 1, 1), dt.date(2026, 1, 1), key),
    lambda entry: f"{entry.since:%d.%m.%Y} – {entry.until:%d.%m.%Y}",
)
TEMPLATES = Entries(
    (
        Field("kind", N_("For"), Kind.CHOICE, choices=NoticeKind),
        Field("pattern", N_("Sentence"), Kind.OPENING),
        Field("subtitle", N_("Line below the heading")),
        Field("version", N_("Version"), about=N_("A finished notice keeps the version it was issued with.")),
        Field("since", N_("Valid from"), Kind.DATE),
    ),
    lambda key: SentenceTemplate(key, "1", "Am {date:EEEE, 'den' dd. MMMM y}, findet …"),
    lambda entry: f"{name_of(entry.kind)} {entry.version}",
    "satz",
)
PARTS = Entries(
    (Field("heading", N_("Heading")), _PUBLICITY), lambda key: PartForm("Teil"), lambda part: part.heading
)
ISSUES = Entries(
    (
        Field("year", N_("Year"), Kind.NUMBER, range=(1900, 2199)),
        Field("number", N_("Number"), Kind.NUMBER, range=(1, 400)),
        Field("appears", N_("Appears"), Kind.DATE),
        Field("dropped", N_("Does not appear"), Kind.FLAG),
    ),
    lambda key: IssueEntry(2026, 1),
    lambda entry: f"{entry.number}/{entry.year}",
)
ORGANS = Entries(
    (
        Field("name", N_("Name")),
        Field("appears", N_("Appears on"), Kind.CHOICE, choices=Weekday),
        Field("appears_shift", N_("On a holiday it appears"), Kind.CHOICE, choices=Shift),
        Field("deadline_weekday", N_("Copy deadline on"), Kind.CHOICE, choices=Weekday),
        Field("deadline_weeks_before", N_("Weeks before"), Kind.NUMBER, range=(0, 8)),
        Field("deadline_time", N_("Time of the deadline"), Kind.TIME),
        Field("holidays_in", N_("Earlier for holidays in"), Kind.CHOICE, choices=HolidayWeek),
        Field("count", N_("Issues are numbered"), Kind.CHOICE, choices=Count),
        Field("skipped_weeks", N_("Weeks without an issue"), Kind.NUMBERS),
        Field("entries", N_("Issues as announced"), Kind.ENTRIES, entries=ISSUES),
        Field("certainty", N_("These rules are"), Kind.CHOICE, choices=Certainty),
        Field("source", N_("Source")),
        Field("as_of", N_("As of"), Kind.DATE),
    ),
    lambda key: Organ("Amtsblatt"),
    lambda organ: organ.name,
)
CLOSED_DAYS = Entries(
    (
        Field("name", N_("Name")),
        Field("day", N_("Day"), Kind.NUMBER, range=(0, 31)),
        Field("month", N_("Month"), Kind.NUMBER, range=(0, 12)),
        Field("easter", N_("Or days from Easter"), Kind.NUMBER, N_("Rosenmontag is -48."), range=(-60, 120)),
    ),
    lambda key: ClosedDay("Rosenmontag", easter=-48),
    lambda day: day.name,
)
PEOPLE = Entries(
    (
        Field("name", N_("Name")),
        Field("account", N_("Account"), about=N_("The name with which the person signs in to the computer.")),
        Field("roles", N_("Roles"), Kind.FLAGS, choices=Role),
        Field("signatory", N_("Is the signatory"), Kind.REFERENCE, of="signatories"),
    ),
    lambda key: Person(key, "Name", roles=(Role.CLERK,)),
    lambda person: person.name,
    "person",
)


def _measures(owner: str, names: tuple[tuple[str, str], ...], most: float) -> tuple[Field, ...]:
    return tuple(Field(f"{owner}.{name}", label, Kind.MEASURE, range=(0, most)) for name, label in names)


STYLE = (
    Field("alignment", N_("Running text"), Kind.CHOICE, choices=Alignment),
    Field("title_alignment", N_("Title"), Kind.CHOICE, choices=Alignment),
    Field("title_rule", N_("A rule below the title"), Kind.FLAG),
    Field("hyphenation", N_("Break words at line ends"), Kind.FLAG),
    Field("colour", N_("Colour of title and rule"), about=N_("Such as #7a1f1f; black where it is empty.")),
    Field("page_number", N_("Page number"), about=N_("With {page} and {pages}; printed from two pages on.")),
    Field("crest", N_("Crest or logo"), Kind.CREST),
    *_measures("sizes", (("body", N_("Size of the text (pt)")), ("leading", N_("Line distance (pt)")),
                         ("title", N_("Size of the title (pt)"))), 40),
    *_measures("margins", (("top", N_("Margin above (mm)")), ("bottom", N_("Margin below (mm)")),
                           ("left", N_("Margin left (mm)")), ("right", N_("Margin right (mm)"))), 80),
    *_measures("spacing", (("item", N_("Between items (pt)")), ("room_to_sign", N_("Room to sign (mm)"))), 80),
    Field("column.width", N_("Width of the gazette column (mm)"), Kind.MEASURE, range=(30, 200)),
)  # fmt: skip
HOUSE = (
    Field("name", N_("Authority")),
    Field("office", N_("Office, as it signs")),
    Field("place", N_("Place, as it signs"), about=N_("With its postcode where it is printed.")),
    Field("state", N_("Federal state"), about=N_("Two letters: its public holidays count.")),
    Field("heading", N_("Heading of every notice"), Kind.LINES),
    Field("signature_form", N_("Signature block"), Kind.SIGNATURE),
    Field("four_eyes", N_("Nobody signs off what they wrote themselves"), Kind.FLAG),
)
NUMBERING = (
    Field("part", N_("Parts"), about=N_("{I}. for I., II.; nothing for none")),
    Field(
        "levels",
        N_("Items, one level a line"),
        Kind.LINES,
        N_("{n} {nn} {a} {i} {path} {parent} {publicity}"),
    ),
    Field("restart", N_("Begin anew in every part"), Kind.FLAG),
    Field("first", N_("First number"), Kind.NUMBER),
)
PAGES = (
    Page("house", N_("House"), "landmark", (), HOUSE, live=True),
    Page("bodies", N_("Bodies"), "users", ("bodies",), entries=BODIES),
    Page("rooms", N_("Rooms"), "map-pin", ("rooms",), entries=ROOMS),
    Page("signatories", N_("Signatories"), "signature", ("signatories",), entries=SIGNATORIES),
    Page("substitutions", N_("Deputising"), "user", ("substitutions",), entries=SUBSTITUTIONS,
         about=N_("On these days the deputy stands in new signature blocks.")),
    Page("templates", N_("Opening sentences"), "quote", ("templates",), entries=TEMPLATES),
    Page("standing", N_("Standing items"), "list", ("standing_items",), entries=STANDING,
         about=N_("They stand on every new agenda, unless a body has its own.")),
    Page("parts", N_("Parts"), "list-tree", ("parts",), entries=PARTS),
    Page("numbering", N_("Numbering"), "hash", ("numbering",), NUMBERING, live=True),
    Page("gazette", N_("Gazette"), "newspaper", ("gazette", "organs"), entries=ORGANS,
         about=N_("Deadlines are computed from these rules; announced issues go before them."), example=next_issues),
    Page("closed", N_("Days off"), "calendar", ("gazette", "closed_days"), entries=CLOSED_DAYS),
    Page("style", N_("House style"), "type", ("style",), STYLE, live=True),
    Page("words", N_("Own words"), "spell-check", (), (Field("words", N_("Words that are right, one a line"), Kind.LINES),)),
    Page("people", N_("People and roles"), "user", ("people",), entries=PEOPLE,
         about=N_("While nobody is entered here, everybody may do everything.")),
)  # fmt: skip
