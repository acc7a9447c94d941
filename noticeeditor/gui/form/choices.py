"""What the fields of the form offer, made from the profile; no Qt."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from noticeeditor.gui.form.edits import issue_key
from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.body import Capacity
from noticeeditor.notice.notice import NoticeKind

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile, SignatoryEntry
    from noticeeditor.notice.issue import GazetteIssue

Choice: TypeAlias = tuple[str, object]

KINDS = {
    NoticeKind.SITTING: N_("Sitting"),
    NoticeKind.SUPPLEMENT: N_("Supplement"),
    NoticeKind.CORRECTION: N_("Correction"),
    NoticeKind.CANCELLATION: N_("Cancellation"),
    NoticeKind.POSTPONEMENT: N_("Postponement"),
    NoticeKind.VENUE_CHANGE: N_("Change of venue"),
}
CAPACITIES = {
    Capacity.OFFICE: N_("In own office"),
    Capacity.DEPUTY: N_("On behalf (i. V.)"),
    Capacity.BY_ORDER: N_("By order (i. A.)"),
}
# words of the notice itself, German whatever the language of the window
DESIGNATIONS = (
    "öffentliche Sitzung",
    "öffentliche und nichtöffentliche Sitzung",
    "nichtöffentliche Sitzung",
    "Sitzung",
)


class Choices(Struct, frozen=True):
    """Texts with their values, a tuple for each field that offers some."""

    bodies: tuple[Choice, ...] = ()
    kinds: tuple[Choice, ...] = ()
    designations: tuple[Choice, ...] = ()
    venues: tuple[Choice, ...] = ()
    signatories: tuple[Choice, ...] = ()
    capacities: tuple[Choice, ...] = ()
    issues: tuple[Choice, ...] = ()


def choices_of(profile: AuthorityProfile, day: dt.date, issues: tuple[GazetteIssue, ...] = ()) -> Choices:
    """Return what the profile offers; ``day`` is that of the signature, ``issues`` are still before the sitting."""
    usual = tuple(entry.designation for entry in profile.bodies if entry.designation not in DESIGNATIONS)
    in_office = sorted((s for s in profile.signatories if s.in_office(day)), key=lambda entry: entry.rank)
    return Choices(
        bodies=tuple((entry.name, entry.key) for entry in profile.bodies),
        kinds=tuple((_(text), kind) for kind, text in KINDS.items()),
        designations=tuple((text, text) for text in dict.fromkeys(DESIGNATIONS + usual)),
        venues=tuple((room.line, room.line) for room in profile.rooms),
        signatories=tuple((_signatory(entry), entry.key) for entry in in_office),
        capacities=tuple((_(text), capacity) for capacity, text in CAPACITIES.items()),
        issues=((_("None yet"), ""), *((_issue(issue), issue_key(issue)) for issue in issues)),
    )


def _issue(issue: GazetteIssue) -> str:
    return _("No. {number}/{year}, {day:%d.%m.}").format(
        number=issue.number, year=issue.year, day=issue.appears
    )


def _signatory(entry: SignatoryEntry) -> str:
    return f"{entry.name}, {entry.office}" if entry.office else entry.name
