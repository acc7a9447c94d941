"""Check notices against the calendar of their authority and beside one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.checks import examine
from noticeeditor.checks.collisions import neighbour
from noticeeditor.checks.finding import Finding
from noticeeditor.checks.subject import Context, Neighbour, all_covered
from noticeeditor.desk.planning import office_calendar
from noticeeditor.notice.notice import Notice


def context_of(
    profile: AuthorityProfile,
    now: dt.datetime,
    neighbours: Iterable[Neighbour] = (),
    last_public_sitting: dt.date | None = None,
    uncovered: Callable[[str], str] = all_covered,
) -> Context:
    """Return what notices of an authority are judged against at a moment."""
    calendar = office_calendar(profile)
    return Context(
        now.replace(tzinfo=None),
        profile,
        calendar.holidays,
        calendar.rules,
        tuple(neighbours),
        last_public_sitting,
        uncovered,
    )


def examiner(
    profile: AuthorityProfile, clock: Callable[[], dt.datetime], uncovered: Callable[[str], str]
) -> Callable[[Notice], tuple[Finding, ...]]:
    """Return what a desk asks before sign-off and release; obstacles need no other notice."""
    return lambda notice: examine(notice, context_of(profile, clock(), uncovered=uncovered))


def findings_of_files(
    notices: Iterable[Notice],
    profile_of: Callable[[Notice], AuthorityProfile],
    now: dt.datetime,
    uncovered: Callable[[str], str] = all_covered,
) -> tuple[tuple[Finding, ...], ...]:
    """Return the findings of notices from files, each judged beside the others."""
    listed = tuple(notices)
    others = [neighbour(notice) for notice in listed]
    return tuple(
        examine(
            notice,
            context_of(profile_of(notice), now, others[:n] + others[n + 1 :], uncovered=uncovered),
        )
        for n, notice in enumerate(listed)
    )
