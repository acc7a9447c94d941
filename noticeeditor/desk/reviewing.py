"""What waits for whoever reviews: since when, and what stops the sign-off."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeeditor.workflow.acts import Act
from noticeeditor.workflow.transitions import Refusal

if TYPE_CHECKING:
    from noticeeditor.desk.desk import Desk
    from noticeeditor.workflow.case import CaseFile


class Waiting(Struct, frozen=True):
    """A case in review: since when it waits (UTC), its obstacles, and whether it waits for this person."""

    case: int
    since: dt.datetime | None
    obstacles: int
    for_me: bool


def waiting(desk: Desk, case: CaseFile) -> Waiting:
    """Return how a case in review stands for the person at a desk.

    It waits for whoever may sign it off once nothing stops that: not for its authors, where four eyes
    are asked for.
    """
    submitted = [entry.at for entry in case.entries if entry.act is Act.SUBMIT]
    refusal = desk.may(case, Act.SIGN_OFF)
    return Waiting(
        case.id,
        submitted[-1] if submitted else None,
        desk.obstacles(case.notice),
        not _is_barred(refusal),
    )


def _is_barred(refusal: Refusal | None) -> bool:
    return refusal is not None and refusal.code in _OF_THE_PERSON


_OF_THE_PERSON = frozenset({"role.missing", "four-eyes.author"})
