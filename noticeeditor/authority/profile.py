"""The profile of an authority: all that differs from house to house, as data."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, field

from noticeeditor.authority.gazette import GazetteRules
from noticeeditor.authority.people import Person
from noticeeditor.layout.style import HouseStyle
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.body import Capacity, PublicBody, Signatory
from noticeeditor.notice.notice import NoticeKind, Venue
from noticeeditor.notice.numbering import Numbering


class Room(Struct, frozen=True):
    """A place to sit: its name in lists, and the line that is printed."""

    key: str
    name: str
    line: str

    @property
    def venue(self) -> Venue:
        """Return the room as the venue of a sitting."""
        return Venue(self.line, self.key)


class PartForm(Struct, frozen=True):
    """A part that agendas of this house usually have: its heading and publicity."""

    heading: str
    publicity: Publicity = Publicity.PUBLIC


class StandingItem(Struct, frozen=True):
    """An item that stands on every agenda of a body, at its head or its foot.

    ``text`` may hold ``{last_sitting:dd.MM.yyyy}``, the last public sitting of the body.
    """

    text: str
    at_end: bool = False
    publicity: Publicity = Publicity.PUBLIC


class BodyEntry(Struct, frozen=True):
    """A public body with what is usual for it."""

    key: str
    name: str
    genitive: str
    owner_genitive: str = ""
    room: str = ""
    time: dt.time | None = None
    designation: str = "öffentliche Sitzung"
    standing_items: tuple[StandingItem, ...] | None = None

    @property
    def body(self) -> PublicBody:
        """Return the body as it stands in a notice."""
        return PublicBody(self.name, self.genitive, self.owner_genitive, self.key)


class SignatoryEntry(Struct, frozen=True):
    """Somebody who may sign, with the term of office; the lowest rank in office signs.

    ``until`` is the last day in office, ``None`` while it lasts.
    """

    key: str
    name: str
    office: str = ""
    rank: int = 0
    capacity: Capacity = Capacity.OFFICE
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def signatory(self) -> Signatory:
        """Return the person as printed under a notice."""
        return Signatory(self.name, self.office, self.key)

    def in_office(self, day: dt.date) -> bool:
        """Whether the term of office covers the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Substitution(Struct, frozen=True):
    """The days, both included, on which a deputy signs."""

    since: dt.date
    until: dt.date
    signatory: str
    reason: str = ""


class SentenceTemplate(Struct, frozen=True):
    """A version of an opening sentence; the newest one in force on a day is used."""

    key: str
    version: str
    pattern: str
    kind: NoticeKind = NoticeKind.SITTING
    since: dt.date | None = None
    subtitle: str = ""

    @property
    def origin(self) -> str:
        """Return what a notice keeps of where its sentence is from."""
        return f"{self.key}@{self.version}"


class AuthorityProfile(Struct, frozen=True):
    """An authority: its words, its people, its rooms, its gazette and its house style.

    ``state`` is the federal state whose public holidays count (``RP``).
    """

    schema: int
    key: str
    name: str
    office: str
    place: str
    state: str
    as_of: dt.date
    heading: tuple[str, ...] = ("AMTLICHE BEKANNTMACHUNG",)
    signature_form: tuple[str, ...] = (
        "{authority}",
        "{place}, {date:dd.MM.yyyy}",
        "",
        "{capacity}",
        "{name}{, office}",
    )
    four_eyes: bool = True
    numbering: Numbering = field(default_factory=Numbering)
    parts: tuple[PartForm, ...] = (PartForm("Öffentliche Sitzung"),)
    standing_items: tuple[StandingItem, ...] = ()
    rooms: tuple[Room, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    signatories: tuple[SignatoryEntry, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    templates: tuple[SentenceTemplate, ...] = ()
    people: tuple[Person, ...] = ()
    gazette: GazetteRules = field(default_factory=GazetteRules)
    style: HouseStyle = field(default_factory=HouseStyle)
    words: tuple[str, ...] = ()

    def body(self, key: str) -> BodyEntry | None:
        """Return the body of that key."""
        return next((entry for entry in self.bodies if entry.key == key), None)

    def room(self, key: str) -> Room | None:
        """Return the room of that key."""
        return next((room for room in self.rooms if room.key == key), None)

    def signatory_on(self, day: dt.date) -> SignatoryEntry | None:
        """Return who signs on a day: a deputy in the days of a substitution, else the head in office."""
        in_office = sorted(
            (entry for entry in self.signatories if entry.in_office(day)), key=lambda entry: entry.rank
        )
        standing_in = {entry.signatory for entry in self.substitutions if entry.since <= day <= entry.until}
        chosen = [entry for entry in in_office if entry.key in standing_in] or in_office
        return chosen[0] if chosen else None

    def template_on(self, kind: NoticeKind, day: dt.date) -> SentenceTemplate | None:
        """Return the newest template of a kind that is in force on a day."""
        in_force = [
            entry for entry in self.templates if entry.kind is kind and (entry.since or dt.date.min) <= day
        ]
        return max(in_force, key=lambda entry: entry.since or dt.date.min, default=None)
