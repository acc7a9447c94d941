"""What waits for whoever reviews: since when, and what stops the sign-off."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeeditor.workflow.acts import Act

if TYPE_CHECKING:
    from noticeeditor.desk.desk import Desk
    from noticeeditor.workflow.case import CaseFile

_JUDGING = frozenset({Act.SIGN_OFF, Act.RETURN})


class Waiting(Struct, frozen=True):
    """A case in review: since when it waits (UTC), its obstacles, and whether it waits for this person."""

    since: dt.datetime | None
    obstacles: int
    for_me: bool


def waiting(desk: Desk, case: CaseFile) -> Waiting:
    """Return how a case in review stands for the person at a desk."""
    submitted = [entry.at for entry in desk.audit(case.id) if entry.act is Act.SUBMIT]
    return Waiting(
        submitted[-1] if submitted else None, desk.obstacles(case.notice), _waits_for_me(desk, case)
    )


def _waits_for_me(desk: Desk, case: CaseFile) -> bool:
    """Whether my roles let me judge it; authors wait for others where four eyes are asked for."""
    is_own = desk.profile.four_eyes and desk.me in case.authors
    return not is_own and not _JUDGING.isdisjoint(desk.possible_acts(case))
