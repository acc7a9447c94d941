"""What a desk answers to a save or an act, and by what it judges a notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from noticeeditor.notice.notice import Notice
from noticeeditor.workflow.case import CaseFile

if TYPE_CHECKING:  # what is rarely asked for is loaded then: a window is to be there at once
    from noticeeditor.workflow.merge import Merge

OBSTACLE = "obstacle"


class Weighed(Protocol):
    """A finding, as far as acts are judged by it."""

    @property
    def severity(self) -> str:
        """Return ``"obstacle"`` where it stops sign-off and release."""


Examine = Callable[[Notice], Sequence[Weighed]]


def obstacles(findings: Sequence[Weighed]) -> int:
    """Return how many findings stop sign-off and release."""
    return sum(finding.severity == OBSTACLE for finding in findings)


class Saved(Struct, frozen=True):
    """A save that was kept."""

    case: CaseFile


class Conflict(Struct, frozen=True):
    """Somebody was quicker: what I wrote, what they made of the case, and both merged."""

    mine: Notice
    theirs: CaseFile
    merge: Merge


def conflict(base: CaseFile, mine: Notice, theirs: CaseFile) -> Conflict:
    """Return both wordings that started from one case, and their merge."""
    from noticeeditor.workflow.merge import merge

    return Conflict(mine, theirs, merge(base.notice, mine, theirs.notice))
