"""Checking beside the other cases of a store: neighbours, the last public sitting, what was set aside."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor import wiring
from noticeeditor.authority.people import Person, Role
from noticeeditor.desk.checking import Surroundings
from noticeeditor.desk.desk import Desk
from noticeeditor.desk.examining import examiner
from noticeeditor.notice.agenda import Agenda, AgendaPart, Publicity
from noticeeditor.notice.notice import Notice
from noticeeditor.store.memory import MemoryStore
from noticeeditor.workflow.acts import Act
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.transitions import Refusal
from tests.builders import a_notice
from tests.checks.context import with_sitting

NOW = dt.datetime.fromisoformat("2023-09-27T09:00+02:00")


@pytest.fixture
def desk() -> Desk:
    house = replace(wiring.profile(), four_eyes=False)
    anna = Person("anna", "Anna Muster", "anna", tuple(Role), "gieseking")
    return Desk(MemoryStore(), house, anna, lambda: NOW, examiner(house, lambda: NOW, wiring.uncovered))


def rules(desk: Desk, case: CaseFile, notice: Notice | None = None) -> set[str]:
    around = Surroundings(desk)
    around.refresh(case, NOW)
    return {finding.rule for finding in around.findings(case, notice)}


def earlier(day: str, publicity: Publicity = Publicity.PUBLIC) -> Notice:
    notice = with_sitting(date=dt.date.fromisoformat(day))
    (part,) = notice.agenda.parts
    part = AgendaPart(part.id, part.heading, publicity, part.items)
    return replace(notice, agenda=Agenda((part,)))


def test_a_case_does_not_collide_with_itself(desk):
    case = desk.create(a_notice())
    assert rules(desk, case) == {"genitive.uninflected"}


def test_another_case_for_the_same_sitting_is_found(desk):
    desk.create(a_notice())
    assert "sitting.announced" in rules(desk, desk.create(a_notice()))


def test_a_withdrawn_case_is_no_neighbour(desk):
    other = desk.create(a_notice())
    desk.act(other, Act.WITHDRAW, reason="doppelt")
    assert "sitting.announced" not in rules(desk, desk.create(a_notice()))


def test_the_minutes_are_compared_with_the_last_public_sitting_in_the_store(desk):
    desk.create(earlier("2023-05-15"))
    case = desk.create(a_notice())
    assert "minutes.other-date" not in rules(desk, case)
    desk.create(earlier("2023-07-03"))
    assert "minutes.other-date" in rules(desk, case)


def test_a_closed_sitting_has_no_public_minutes(desk):
    desk.create(earlier("2023-05-15"))
    desk.create(earlier("2023-07-03", Publicity.CLOSED))
    assert "minutes.other-date" not in rules(desk, desk.create(a_notice()))


def test_a_changed_neighbour_is_read_anew(desk):
    other = desk.create(with_sitting(time=dt.time(9)))
    case = desk.create(a_notice())
    around = Surroundings(desk)
    around.refresh(case, NOW)
    assert "body.twice" in {finding.rule for finding in around.findings(case)}
    desk.save(other, replace(other.notice, sitting=replace(other.notice.sitting, date=dt.date(2023, 10, 10))))
    around.refresh(case, NOW)
    assert "body.twice" not in {finding.rule for finding in around.findings(case)}


def test_a_wording_on_the_screen_is_judged_before_it_is_saved(desk):
    case = desk.create(a_notice())
    assert "time.missing" in rules(desk, case, with_sitting(time=None))


def test_what_was_set_aside_stays_aside_and_comes_back_with_another_text(desk):
    case = desk.create(a_notice())
    around = Surroundings(desk)
    around.refresh(case, NOW)
    (hint,) = around.findings(case)
    case = desk.dismiss(case, hint.rule, hint.field, hint.concerned, "Hausform seit 2022")
    assert around.findings(case) == ()
    body = replace(case.notice.sitting.body, genitive="des Ausschuss Kultur")
    changed = replace(case.notice, sitting=replace(case.notice.sitting, body=body))
    assert [finding.rule for finding in around.findings(case, changed)] == ["genitive.uninflected"]


def test_an_obstacle_stops_sign_off_but_not_saving(desk):
    case = desk.create(with_sitting(time=None))
    case = desk.save(case, replace(case.notice, remarks=("Hinweis",))).case
    refusal = desk.act(desk.act(case, Act.SUBMIT), Act.SIGN_OFF)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "obstacles.open"


def test_warnings_and_hints_stop_nothing(desk):
    case = desk.create(with_sitting(date=dt.date(2023, 10, 8)))
    assert "sitting.sunday" in rules(desk, case)
    assert not isinstance(desk.act(desk.act(case, Act.SUBMIT), Act.SIGN_OFF), Refusal)
