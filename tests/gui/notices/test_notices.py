"""The list of notices: what is due, what is found, how many it holds."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from noticeeditor.gui.notices.model import PORTION, NoticesModel
from noticeeditor.gui.notices.rows import Row, row_of
from noticeeditor.gui.notices.states import BADGES, GROUPS, Group
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.store.contract import Summary
from noticeeditor.workflow.acts import State
from tests.builders import a_notice
from tests.gui.conftest import NOW


def a_summary(number: int = 1, **changes: object) -> Summary:
    values: dict[str, object] = {
        "id": number, "revision": 1, "state": State.DRAFT, "kind": NoticeKind.SITTING, "heading": "AMTLICHE BEKANNTMACHUNG",
        "body": "Kreistag", "body_key": "kreistag", "begins": dt.datetime.combine(dt.date(2023, 10, 9), dt.time(17)), "date": dt.date(2023, 10, 9),
        "issue": None, "assigned": "", "earlier": 0, "changed": number, "changed_at": NOW,
    }  # fmt: skip
    return Summary(**(values | changes))


def local(month: int, day: int, hour: int) -> dt.datetime:
    """A copy deadline is local time without a zone."""
    return dt.datetime.combine(dt.date(2023, month, day), dt.time(hour))


def an_issue(deadline: dt.datetime) -> GazetteIssue:
    return GazetteIssue("Kreisnachrichten", 40, 2023, deadline, dt.date(2023, 10, 6))


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("deadline", "words", "urgent"),
    [
        (local(10, 6, 12), "Abgabe in 9 Tagen", False),
        (local(9, 29, 12), "Abgabe in 2 Tagen", True),
        (local(9, 28, 9), "Abgabe in 1 Tag", True),
        (local(9, 27, 12), "Abgabe heute 12:00", True),
        (local(9, 27, 10), "Abgabe verpasst", True),
    ],
    ids=["far", "near", "tomorrow", "today", "passed"],
)
def test_a_row_counts_the_days_to_the_copy_deadline(deadline, words, urgent):
    row = row_of(a_summary(issue=an_issue(deadline)), NOW)
    assert (row.due, row.urgent) == (words, urgent)


@pytest.mark.usefixtures("dressed")
def test_what_is_published_is_no_longer_due():
    row = row_of(a_summary(state=State.PUBLISHED, issue=an_issue(local(9, 27, 12))), NOW)
    assert row.due == ""


@pytest.mark.usefixtures("dressed")
def test_a_notice_about_another_one_is_named_by_its_kind():
    row = row_of(a_summary(kind=NoticeKind.CANCELLATION, heading="AMTLICHE BEKANNTMACHUNG\nAbsage"), NOW)
    assert row.title == "Absage: Kreistag"


def test_every_state_has_a_badge_and_a_group():
    assert set(BADGES) == set(State)
    grouped = frozenset().union(*(group.states for group in GROUPS.values()))
    assert grouped == set(State) - {State.PUBLISHED, State.WITHDRAWN}
    assert GROUPS[Group.ALL].states == frozenset()


@pytest.fixture
def model(qapp) -> NoticesModel:
    many = tuple(a_summary(number) for number in range(1, 1001))
    model = NoticesModel(lambda summary: Row(str(summary.id), "", "", "info", "", False))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    tester.setObjectName("tester")
    model.show_first(many[:PORTION], lambda offset, limit: many[offset : offset + limit])
    return model


def test_rows_come_in_portions_until_there_are_no_more(model):
    assert model.rowCount() >= PORTION
    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))
    assert model.rowCount() == 1000
    assert model.data(model.index(999)) == "1000"


def test_the_same_notices_are_changed_in_place(model, qtbot):
    changed = tuple(a_summary(number, state=State.IN_REVIEW) for number in range(1, PORTION + 1))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_first(changed, lambda offset, limit: ())
    assert model.summary(0).state is State.IN_REVIEW


def test_other_notices_replace_the_list(model):
    model.show_first((a_summary(7),), lambda offset, limit: ())
    assert (model.rowCount(), model.row_of(7), model.row_of(1)) == (1, 0, -1)


def test_the_list_is_searched_as_one_types(make_window, make_desk):
    desk = make_desk()
    desk.draft("kreistag", dt.date(2023, 10, 23))
    window = make_window(a_notice(), desk=desk)
    pane = window.view.notices
    assert pane.model.rowCount() == 2
    QTest.keyClicks(pane.search, "kreis")
    window.catch_up()
    assert [pane.model.data(pane.model.index(row)) for row in range(pane.model.rowCount())][:1] == [
        "Kreistag"
    ]
    QTest.keyClicks(pane.search, "xyz")
    window.catch_up()
    assert "Keine Bekanntmachung" in pane.empty.words.text()
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    window.catch_up()
    assert pane.model.rowCount() == 2


def test_the_groups_show_what_waits_for_whom(make_window, make_desk):
    desk = make_desk()
    desk.draft("kreistag", dt.date(2023, 10, 23))
    window = make_window(a_notice(), desk=desk)
    window.acts.begin("submit")
    window.catch_up()
    pane = window.view.notices
    QTest.mouseClick(pane.groups[Group.REVIEW], Qt.MouseButton.LeftButton)
    window.catch_up()
    assert [pane.model.summary(row).state for row in range(pane.model.rowCount())] == [State.IN_REVIEW]
