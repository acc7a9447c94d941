"""The aggregate that flows through all rings: one official notice."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct, field

from noticeeditor.notice.agenda import Agenda
from noticeeditor.notice.body import PublicBody, SignatureBlock
from noticeeditor.notice.issue import GazetteIssue


class NoticeKind(StrEnum):
    """What a notice is for; all but the first are about an earlier notice."""

    SITTING = "sitting"
    SUPPLEMENT = "supplement"
    CORRECTION = "correction"
    CANCELLATION = "cancellation"
    POSTPONEMENT = "postponement"
    VENUE_CHANGE = "venue-change"

    @property
    def has_agenda(self) -> bool:
        """Whether such a notice is not complete without an agenda."""
        return self in {NoticeKind.SITTING, NoticeKind.SUPPLEMENT}


class Venue(Struct, frozen=True):
    """Where the body sits: one printed line with its own punctuation.

    ``key`` names the room of the profile, so that two sittings in it can be seen.
    """

    line: str
    key: str = ""


class Sitting(Struct, frozen=True):
    """Who meets when and where; every field may still be missing in a draft.

    ``designation`` is how the sitting is announced, such as "öffentliche Sitzung".
    """

    body: PublicBody | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    venue: Venue | None = None
    designation: str = "öffentliche Sitzung"

    @property
    def begins(self) -> dt.datetime | None:
        """Return date and time together once both are known, in local time."""
        if self.date is None or self.time is None:
            return None
        return dt.datetime.combine(self.date, self.time)


class OpeningSentence(Struct, frozen=True):
    """The sentence that announces the sitting.

    ``pattern`` is kept with the notice, so that it keeps the words it was issued
    with; ``origin`` says which version of which template it was. ``words`` are a
    sentence edited by hand and then stand instead of the pattern.
    """

    pattern: str = ""
    origin: str = ""
    words: str | None = None


class EarlierNotice(Struct, frozen=True):
    """The notice that this one is about: its sitting as announced, and its case."""

    sitting: Sitting
    case: str = ""


class Notice(Struct, frozen=True):
    """What is published. Anything may be missing; what is there has the right type.

    ``heading`` holds the title and any lines under it. ``authority`` names the
    profile whose house style sets the page.
    """

    authority: str = ""
    kind: NoticeKind = NoticeKind.SITTING
    heading: tuple[str, ...] = ("AMTLICHE BEKANNTMACHUNG",)
    sitting: Sitting = field(default_factory=Sitting)
    opening: OpeningSentence = field(default_factory=OpeningSentence)
    agenda: Agenda = field(default_factory=Agenda)
    remarks: tuple[str, ...] = ()
    signature: SignatureBlock = field(default_factory=SignatureBlock)
    issue: GazetteIssue | None = None
    earlier: EarlierNotice | None = None
