from __future__ import annotations

from noticeeditor.gui.history.history import History
from noticeeditor.workflow.journal import Edit, Stacks, Step, StepKind
from tests.builders import a_notice

FIRST, SECOND, THIRD = (a_notice(remarks=(text,)) for text in ("a", "ab", "abc"))


def test_letters_of_one_field_are_one_step_until_it_is_settled():
    history = History(FIRST)
    history.record("Change remarks", SECOND, "remarks")
    history.record("Change remarks", THIRD, "remarks")
    assert history.steps == ("Change remarks",)
    assert history.undo() == Step("Change remarks", StepKind.UNDO)
    assert history.notice == FIRST


def test_a_settled_step_is_not_joined_by_the_next():
    history = History(FIRST)
    history.record("Change remarks", SECOND, "remarks")
    assert history.settle() == Step("Change remarks")
    history.record("Change remarks", THIRD, "remarks")
    history.undo()
    assert history.notice == SECOND


def test_another_field_makes_another_step():
    history = History(FIRST)
    history.record("Change remarks", SECOND, "remarks")
    history.record("Choose body", THIRD, "sitting.body")
    assert history.steps == ("Change remarks", "Choose body")


def test_what_was_taken_back_can_be_done_again_until_something_new_is_done():
    history = History(FIRST)
    history.record("One", SECOND)
    history.undo()
    assert (history.undo_name, history.redo_name) == ("", "One")
    assert history.redo() == Step("One", StepKind.REDO)
    assert history.notice == SECOND
    history.undo()
    history.record("Two", THIRD)
    assert history.redo() is None


def test_words_typed_and_deleted_again_leave_no_step():
    history = History(FIRST)
    history.record("Change remarks", SECOND, "remarks")
    history.record("Change remarks", FIRST, "remarks")
    assert history.settle() is None
    assert history.steps == ()


def test_steps_from_before_a_restart_can_be_taken_back():
    history = History(SECOND, Stacks(undo=(Edit("Earlier", FIRST, SECOND),)))
    assert history.undo_name == "Earlier"
    history.undo()
    assert history.notice == FIRST


def test_what_changes_nothing_is_no_step():
    history = History(FIRST)
    assert history.record("Nothing", FIRST) is False
    assert history.settle() is None
