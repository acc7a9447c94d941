"""What was typed is kept when a window or a notice is left, and what cannot be kept is not left behind."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from noticeeditor.gui.notices.model import CASE_ROLE
from noticeeditor.store.contract import StoreError
from noticeeditor.store.memory import MemoryStore
from noticeeditor.workflow.acts import Act, State
from tests.builders import a_notice
from tests.gui.main.test_window import CLERK, HEAD


def type_over(window, field, text):
    """Write in the place of all that a field says, and stay in it."""
    line = window.view.form._field_of(field)._edge.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


class FullStore(MemoryStore):
    """A store whose disk can fill up."""

    full = False

    def record(self, *what):
        if self.full:
            raise StoreError("store.full", path="notices.db", detail="")
        return super().record(*what)


def test_a_body_that_is_still_typed_is_taken_when_the_window_closes(make_window):
    window = make_window(a_notice())
    type_over(window, "sitting.body", "kreisausschuss")
    window.view.close()
    assert make_window().editor.notice.sitting.body.name == "Kreisausschuss"


def test_a_body_that_is_still_typed_stays_with_its_notice_when_another_is_begun(make_window):
    window = make_window(a_notice())
    type_over(window, "sitting.body", "kreisausschuss")
    window.view.actions_by_key["new"].trigger()
    assert window.editor.case.id == 2
    assert window.desk.case(1).notice.sitting.body.name == "Kreisausschuss"
    assert window.editor.notice.sitting.body is None


def test_a_window_that_was_closed_does_no_more_work(make_window):
    window = make_window(a_notice())
    window.view.form.sitting.body.line.setFocus()
    window.view.close()
    window.editor.edit("remarks", "zu spät")
    window.jobs.latest("late", list, list)
    assert not window.jobs.busy


def test_undo_leaves_a_notice_alone_that_is_signed_off(make_window, make_desk):
    window = make_window(a_notice(), desk=make_desk(CLERK))
    window.editor.edit("remarks", "Gäste sind willkommen.")
    window.acts.begin("submit")
    head = make_window(desk=make_desk(HEAD))
    head.acts.begin("sign-off")
    head.view.stage.question.confirm.click()
    signed = head.editor.notice
    head.editor.undo()
    assert not head.view.actions_by_key["undo"].isEnabled()
    assert head.editor.notice == signed


def test_what_is_signed_is_what_the_page_shows_also_if_a_word_was_typed_a_moment_ago(make_window, make_desk):
    clerk = make_desk(CLERK)
    clerk.act(clerk.create(a_notice()), Act.SUBMIT)
    head = make_window(desk=make_desk(HEAD))
    head.acts.begin("sign-off")
    head.editor.edit("remarks", "Eben noch geschrieben.")
    head.view.stage.question.confirm.click()
    assert head.editor.notice.remarks == ("Eben noch geschrieben.",)
    assert head.desk.case(1).notice == head.editor.notice
    assert head.editor.case.state is State.IN_REVIEW, "whoever writes in it does not sign it: four eyes"


class TestAFullDisk:
    @pytest.fixture
    def store(self) -> FullStore:
        return FullStore()

    @pytest.fixture
    def window(self, make_window, store):
        """A window in which words were typed that could not be kept."""
        window = make_window(a_notice(), a_notice(remarks=("Zweite",)))
        store.full = True
        window.editor.edit("remarks", "Gäste sind willkommen.")
        window.editor.settle()
        return window

    def test_is_said_and_the_words_are_kept_as_soon_as_there_is_room(self, window, store):
        assert window.view.stage.note.isVisible()
        assert window.desk.case(window.editor.case.id).notice != window.editor.notice
        store.full = False
        window.editor.settle()
        assert window.desk.case(window.editor.case.id).notice == window.editor.notice

    def test_holds_the_notice_on_the_screen_with_its_words(self, window):
        here = window.editor.case.id
        window.cases.open(3 - here)
        window.cases.new()
        assert window.editor.case.id == here
        assert window.editor.notice.remarks == ("Gäste sind willkommen.",)
        assert window.view.notices.list.currentIndex().data(CASE_ROLE) == here

    def test_holds_the_window_open_once(self, window):
        window.view.close()
        assert window.view.isVisible()
        assert "Noch einmal schließen" in window.view.stage.note.label.text()
        window.view.close()
        assert not window.view.isVisible()

    def test_lets_no_act_be_done_about_words_that_are_not_kept(self, window, store):
        window.acts.begin("submit")
        assert window.editor.case.state is State.DRAFT
        store.full = False
        window.acts.begin("submit")
        assert window.editor.case.state is State.IN_REVIEW
        assert window.editor.case.notice.remarks == ("Gäste sind willkommen.",)

    def test_refuses_a_new_notice_with_a_sentence(self, window, store):
        store.full = False
        window.editor.settle()
        store.full = True
        window.cases.new()
        assert window.view.stage.note.isVisible()
