"""How the states of a case are named and toned in lists and badges; no Qt."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from noticeeditor.i18n.texts import N_
from noticeeditor.workflow.acts import State


class Badge(Struct, frozen=True):
    """The name of a state and the tone of the ground it is written on."""

    text: str
    tone: str


BADGES = {
    State.DRAFT: Badge(N_("Draft"), "info"),
    State.IN_REVIEW: Badge(N_("In review"), "warning"),
    State.RETURNED: Badge(N_("Returned"), "danger"),
    State.SIGNED_OFF: Badge(N_("Signed off"), "success"),
    State.RELEASED: Badge(N_("Released"), "success"),
    State.PUBLISHED: Badge(N_("Published"), "muted"),
    State.WITHDRAWN: Badge(N_("Withdrawn"), "muted"),
}


class Group(StrEnum):
    """Which notices the list shows."""

    OPEN = "open"
    DRAFTS = "drafts"
    REVIEW = "review"
    READY = "ready"
    ALL = "all"


class GroupOf(Struct, frozen=True):
    """The name of a group and the states that belong to it; none stands for all."""

    text: str
    states: frozenset[State]


_WRITTEN = frozenset({State.DRAFT, State.RETURNED})
_READY = frozenset({State.SIGNED_OFF, State.RELEASED})
GROUPS = {
    Group.OPEN: GroupOf(N_("Open"), _WRITTEN | _READY | {State.IN_REVIEW}),
    Group.DRAFTS: GroupOf(N_("Drafts"), _WRITTEN),
    Group.REVIEW: GroupOf(N_("Review"), frozenset({State.IN_REVIEW})),
    Group.READY: GroupOf(N_("Ready"), _READY),
    Group.ALL: GroupOf(N_("All"), frozenset()),
}
