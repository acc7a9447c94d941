"""What the members of the profile's enumerations are called; no Qt."""

from __future__ import annotations

from enum import Enum

from noticeeditor.authority.gazette import Certainty, Count, HolidayWeek, Shift, Weekday
from noticeeditor.authority.people import Role
from noticeeditor.i18n.texts import N_, _
from noticeeditor.i18n.weekdays import ENGLISH
from noticeeditor.layout.style import Alignment
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.body import Capacity
from noticeeditor.notice.notice import NoticeKind

# in the order of the members; keyed by class, since members of two classes may be equal as texts
NAMES: dict[type[Enum], tuple[str, ...]] = {
    Publicity: (N_("public"), N_("closed")),
    Capacity: (N_("in own office"), N_("on behalf (i. V.)"), N_("by order (i. A.)")),
    NoticeKind: (
        N_("Sitting"),
        N_("Supplement"),
        N_("Correction"),
        N_("Cancellation"),
        N_("Postponement"),
        N_("Change of venue"),
    ),
    Alignment: (N_("left"), N_("centred"), N_("justified")),
    Weekday: ENGLISH,
    HolidayWeek: (
        N_("no week"),
        N_("the week of the deadline"),
        N_("the week of the issue"),
        N_("both weeks"),
    ),
    Shift: (N_("all the same"), N_("on the day before"), N_("on the day after")),
    Count: (N_("by calendar week"), N_("one after the other")),
    Certainty: (N_("found at a public source"), N_("not verified"), N_("assumed"), N_("set by the office")),
    Role: (N_("clerk"), N_("reviewer"), N_("signatory"), N_("print shop"), N_("administrator")),
}


def choices(kind: type[Enum]) -> tuple[tuple[str, Enum], ...]:
    """Return the members of an enumeration with their names in the language of the reader."""
    return tuple((_(name), member) for name, member in zip(NAMES[kind], kind, strict=True))


def name_of(member: Enum) -> str:
    """Return the name of a member in the language of the reader."""
    return next(text for text, known in choices(type(member)) if known is member)
