"""Undo and redo from the journal, as if the window had never been closed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.workflow.journal import Edit, JournalEntry, Stacks, Step, StepKind, stacks
from tests.builders import a_notice
from tests.cases import NOW

DO, UNDO, REDO = StepKind


def wording(text):
    return a_notice(remarks=(text,))


def a_journal(*steps):
    """The journal of (kind, name, text) steps."""
    return [
        JournalEntry(number, NOW, Step(name, kind), wording(text))
        for number, (kind, name, text) in enumerate(steps, 1)
    ]


def edit(name, before, after):
    return Edit(name, wording(before), wording(after))


def test_an_empty_journal_leaves_nothing():
    assert stacks([]) == Stacks()


def test_the_first_wording_is_where_undo_ends():
    assert stacks(a_journal((DO, "new", "a"))) == Stacks()


def test_steps_are_undone_last_first():
    journal = a_journal((DO, "", "a"), (DO, "type b", "b"), (DO, "type c", "c"))
    assert stacks(journal) == Stacks((edit("type b", "a", "b"), edit("type c", "b", "c")))


def test_what_was_undone_can_be_done_again():
    journal = a_journal((DO, "", "a"), (DO, "b", "b"), (DO, "c", "c"), (UNDO, "c", "b"), (UNDO, "b", "a"))
    assert stacks(journal) == Stacks((), (edit("c", "b", "c"), edit("b", "a", "b")))


def test_what_was_done_again_can_be_undone_again():
    journal = a_journal((DO, "", "a"), (DO, "b", "b"), (UNDO, "b", "a"), (REDO, "b", "b"))
    assert stacks(journal) == Stacks((edit("b", "a", "b"),), ())


def test_a_new_step_forgets_what_could_be_done_again():
    journal = a_journal((DO, "", "a"), (DO, "b", "b"), (UNDO, "b", "a"), (DO, "c", "c"))
    assert stacks(journal) == Stacks((edit("c", "a", "c"),), ())


def test_a_step_that_changed_nothing_is_none():
    journal = a_journal((DO, "", "a"), (DO, "b", "b"), (UNDO, "b", "a"), (DO, "nothing", "a"))
    assert stacks(journal) == Stacks((), (edit("b", "a", "b"),))


def test_a_journal_that_was_cut_off_knows_the_step_that_is_taken_back_in_it():
    journal = a_journal((DO, "", "a"), (UNDO, "b", "b"))
    assert stacks(journal) == Stacks((), (edit("b", "b", "a"),))


def test_a_journal_that_was_cut_off_knows_the_step_that_is_done_again_in_it():
    journal = a_journal((DO, "", "a"), (REDO, "b", "b"), (DO, "c", "c"))
    assert stacks(journal) == Stacks((edit("b", "a", "b"), edit("c", "b", "c")), ())


@given(st.lists(st.sampled_from("dur"), max_size=30), st.integers(0, 30))
def test_the_stacks_are_those_of_a_window_that_stayed_open(moves, cut):
    """And those of a journal that was cut off are the last of them."""
    undo, redo, text, steps = [], [], "start", [(DO, "", "start")]
    for number, move in enumerate(moves):
        if move == "d":
            undo.append((f"s{number}", text, f"t{number}"))
            redo.clear()
            text = f"t{number}"
            steps.append((DO, f"s{number}", text))
        elif move == "u" and undo:
            name, before, after = undo.pop()
            redo.append((name, before, after))
            text = before
            steps.append((UNDO, name, text))
        elif move == "r" and redo:
            name, before, after = redo.pop()
            undo.append((name, before, after))
            text = after
            steps.append((REDO, name, text))
    expected = Stacks(tuple(edit(*one) for one in undo), tuple(edit(*one) for one in redo))
    assert stacks(a_journal(*steps)) == expected
    known = stacks(a_journal(*steps)[cut:])
    assert known.undo == expected.undo[len(expected.undo) - len(known.undo) :]
    assert known.redo == expected.redo[len(expected.redo) - len(known.redo) :]
