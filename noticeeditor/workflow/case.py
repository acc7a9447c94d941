"""The case file: a notice with its state, its kept versions and all that was done to it."""

from __future__ import annotations

import datetime as dt
import hashlib

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.notice.notice import Notice
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import AuditEntry

VERSION_TAG = b"noticeeditor/version/1\n"


class Version(Struct, frozen=True):
    """A wording that was signed off, frozen: never composed anew, never changed.

    ``content`` is the canonical JSON of the notice, ``document`` the composed document
    as JSON, ``text`` its plain text; ``sha256`` is the seal over the three.
    ``at`` is in UTC; ``person`` is the opaque name of whoever signed.
    """

    number: int
    revision: int
    at: dt.datetime
    person: str
    content: str
    document: str
    text: str
    sha256: str

    @property
    def is_sound(self) -> bool:
        """Whether the kept words still give their seal."""
        return seal(self.content, self.document, self.text) == self.sha256


class Remark(Struct, frozen=True):
    """What somebody said with an act, such as why a notice is returned."""

    at: dt.datetime
    person: str
    act: Act
    text: str
    revision: int


class Dismissal(Struct, frozen=True):
    """A warning or hint set aside, and why; it holds while ``concerned`` is still the text."""

    rule: str
    field: str
    concerned: str
    reason: str
    person: str
    at: dt.datetime


class CaseFile(Struct, frozen=True):
    """A notice on its way; ``id`` and ``revision`` are 0 until it is first recorded.

    ``authors`` are all who wrote any part of the wording, ``assigned`` is who has it,
    both as opaque names; ``appeared`` is the day on which it was published.
    """

    notice: Notice
    id: int = 0
    revision: int = 0
    state: State = State.DRAFT
    authors: tuple[str, ...] = ()
    assigned: str = ""
    appeared: dt.date | None = None
    changed: dt.datetime | None = None
    versions: tuple[Version, ...] = ()
    remarks: tuple[Remark, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    entries: tuple[AuditEntry, ...] = ()

    @property
    def earlier(self) -> int:
        """Return the case of the notice that this one is about; 0 for none."""
        about = self.notice.earlier
        return int(about.case) if about is not None and about.case.isdecimal() else 0

    @property
    def version(self) -> Version | None:
        """Return the newest kept version."""
        return self.versions[-1] if self.versions else None


def edited(case: CaseFile, notice: Notice, person: str, at: dt.datetime) -> CaseFile:
    """Return the case with another wording, its author noted."""
    authors = case.authors if person in case.authors else (*case.authors, person)
    return replace(case, notice=notice, authors=authors, changed=at)


def begins_to_write(case: CaseFile, person: str) -> bool:
    """Whether the audit trail does not say yet that this person is at the wording."""
    last = case.entries[-1] if case.entries else None
    return last is None or last.person != person or last.act not in {Act.CREATE, Act.EDIT}


def dismissed(case: CaseFile, dismissal: Dismissal) -> CaseFile:
    """Return the case with a finding set aside; a later reason replaces an earlier one."""
    place = (dismissal.rule, dismissal.field)
    others = tuple(other for other in case.dismissals if (other.rule, other.field) != place)
    return replace(case, dismissals=(*others, dismissal), changed=dismissal.at)


def seal(content: str, document: str, text: str) -> str:
    """Return the SHA-256 over a kept version, the lengths keeping its three parts apart."""
    parts = [part.encode() for part in (content, document, text)]
    lengths = " ".join(str(len(part)) for part in parts).encode()
    return hashlib.sha256(VERSION_TAG + lengths + b"\n" + b"".join(parts)).hexdigest()
