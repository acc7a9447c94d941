"""The list of whoever reviews: what waits, for how long, what is due first, and what stops the sign-off."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor.authority.people import Person, Role
from noticeeditor.desk.desk import Desk
from noticeeditor.desk.reviewing import Waiting, waiting
from noticeeditor.gui.notices.model import ROW_ROLE
from noticeeditor.gui.notices.rows import row_of
from noticeeditor.gui.notices.states import Group
from noticeeditor.workflow.acts import Act, State
from tests.builders import a_notice
from tests.gui.conftest import NOW
from tests.gui.notices.test_notices import a_summary

CLERK = Person("berg", "Anna Berg", "berg", (Role.CLERK,))
HEAD = Person("gieseking", "Julia Gieseking", "gieseking", (Role.REVIEWER, Role.SIGNATORY))
BOTH = Person("kraus", "Udo Kraus", "kraus", (Role.CLERK, Role.SIGNATORY))


def submitted(desk: Desk, **changes: object) -> int:
    """The id of a case that was submitted."""
    case = desk.create(a_notice(**changes))
    return desk.act(case, Act.SUBMIT).id


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("since", "waits"),
    [
        (NOW - dt.timedelta(hours=2), "seit 08:42"),
        (NOW - dt.timedelta(days=1), "seit 1 Tag"),
        (NOW - dt.timedelta(days=3), "seit 3 Tagen"),
    ],
)
def test_a_row_says_how_long_it_waits(since, waits):
    row = row_of(a_summary(state=State.IN_REVIEW), NOW, Waiting(since.astimezone(dt.UTC), 0, for_me=True))
    assert row.when.endswith(f"· {waits}")


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("obstacles", "for_me", "badge"),
    [
        (0, True, ("Keine Hindernisse", "success")),
        (1, True, ("1 Hindernis", "danger")),
        (2, True, ("2 Hindernisse", "danger")),
        (0, False, ("Bei anderen", "muted")),
    ],
)
def test_a_row_says_what_stops_the_sign_off(obstacles, for_me, badge):
    row = row_of(a_summary(state=State.IN_REVIEW), NOW, Waiting(NOW, obstacles, for_me))
    assert (row.state, row.tone) == badge


def test_what_i_wrote_waits_for_others(make_desk):
    author, other = make_desk(BOTH), make_desk(HEAD)
    case = author.case(submitted(author))
    assert not waiting(author, case).for_me
    assert waiting(other, case).for_me
    assert waiting(other, case).since == NOW


def test_a_clerk_has_nothing_to_review(make_desk):
    author = make_desk(CLERK)
    assert not waiting(
        make_desk(replace(CLERK, key="kurz", account="kurz")), author.case(submitted(author))
    ).for_me


def test_whoever_only_reviews_begins_with_what_waits(make_window, make_desk):
    clerk = make_desk(CLERK)
    clerk.create(a_notice())
    case = submitted(clerk)
    pane = make_window(desk=make_desk(HEAD)).view.notices
    assert pane.groups[Group.REVIEW].isChecked()
    assert [pane.model.summary(row).id for row in range(pane.model.rowCount())] == [case]
    assert "seit 10:42" in pane.model.data(pane.model.index(0), ROW_ROLE).when


def test_what_waits_for_me_stands_above_what_waits_for_others(make_window, make_desk):
    mine, theirs = make_desk(BOTH), make_desk(CLERK)
    own, other = submitted(mine), submitted(theirs)
    window = make_window(desk=mine)
    window.notices.choose(Group.REVIEW)
    window.catch_up()
    model = window.view.notices.model
    assert [model.summary(row).id for row in range(model.rowCount())] == [other, own]


def test_the_list_leaves_the_notice_that_was_signed(make_window, make_desk):
    submitted(make_desk(CLERK))
    window = make_window(desk=make_desk(HEAD))
    window.acts.begin("sign-off")
    window.view.stage.question.confirm.click()
    window.catch_up()
    assert window.view.notices.model.rowCount() == 0
