"""A profile while it is edited: undone step by step, checked at every step."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from noticeeditor import wiring
from noticeeditor.authority.profile import Room
from noticeeditor.gui.settings.editing import ProfileEditing, free_key, problems_of
from noticeeditor.gui.settings.examples import (
    example_notice,
    example_opening,
    example_signature,
    example_standing,
    next_issues,
)
from noticeeditor.gui.settings.pages import PAGES
from noticeeditor.gui.settings.places import at, read, with_at, written
from noticeeditor.gui.settings.whereabouts import page_of, told
from noticeeditor.notice.wording import has_gap, opening_sentence

pytestmark = pytest.mark.usefixtures("dressed")

VULKANEIFEL = wiring.profile("vulkaneifel")
LINDENAU = wiring.profile("lindenau")


@pytest.fixture
def editing():
    return ProfileEditing(VULKANEIFEL)


def test_a_place_is_read_and_written_without_touching_the_rest():
    changed = with_at(VULKANEIFEL, ("style", "margins", "top"), 12.5)
    assert at(changed, ("style", "margins", "top")) == 12.5
    assert with_at(changed, ("style", "margins", "top"), VULKANEIFEL.style.margins.top) == VULKANEIFEL
    assert with_at(VULKANEIFEL, ("rooms", 1, "name"), "Forum").rooms[1].name == "Forum"


def test_a_place_is_written_as_problems_name_it():
    assert written(("bodies", 3, "room")) == "bodies[3].room"
    assert read("gazette.organs[0].entries[2].year") == ("gazette", "organs", 0, "entries", 2, "year")


def test_typing_on_in_one_field_is_one_step(editing):
    for name in ("F", "Fo", "Forum"):
        editing.change(("rooms", 1, "name"), name, "Raum umbenennen")
    editing.undo()
    assert editing.profile == VULKANEIFEL
    editing.redo()
    assert editing.profile.rooms[1].name == "Forum"


def test_another_field_is_another_step(editing):
    editing.change(("rooms", 0, "name"), "Saal", "a")
    editing.change(("rooms", 1, "name"), "Forum", "b")
    editing.undo()
    assert [room.name for room in editing.profile.rooms] == ["Saal", "Forum Daun"]
    assert (editing.undo_name, editing.redo_name) == ("a", "b")


def test_entries_are_added_moved_and_removed(editing):
    row = editing.add(("rooms",), Room("neu", "Neu", "Neuer Saal"), "hinzufügen")
    assert editing.move(("rooms",), row, -1, "verschieben") == 1
    assert [room.key for room in editing.profile.rooms] == ["saal-15", "neu", "forum-daun"]
    editing.remove(("rooms",), 0, "entfernen")
    assert [room.key for room in editing.profile.rooms] == ["neu", "forum-daun"]
    for _step in range(3):
        editing.undo()
    assert editing.profile == VULKANEIFEL


def test_moving_past_the_end_changes_nothing(editing):
    assert editing.move(("rooms",), 0, -1, "verschieben") == 0
    assert not editing.is_changed
    assert editing.undo_name == ""


def test_a_room_that_is_gone_is_a_problem_at_its_bodies(editing):
    editing.remove(("rooms",), 1, "entfernen")
    problem = editing.problem_at(("bodies", 0, "room"))
    assert problem is not None
    assert page_of(problem).key == "bodies"
    assert told(problem, editing.profile).startswith("Gremien › Kreistag › Üblicher Raum: ")
    editing.undo()
    assert editing.problems == ()


def test_what_is_accepted_is_no_change_any_more(editing):
    editing.change(("name",), "Kreis", "umbenennen")
    assert editing.is_changed
    assert editing.accept().name == "Kreis"
    assert not editing.is_changed
    editing.undo()
    assert editing.is_changed


STEPS = {
    "type": lambda editing, number: editing.change(("name",), f"Stadt {number}", "type"),
    "room": lambda editing, number: editing.change(("bodies", 0, "room"), "kulturhaus", "room"),
    "add": lambda editing, number: editing.add(("rooms",), Room(f"r{number}", "R", "R"), "add"),
    "remove": lambda editing, number: editing.remove(("parts",), 0, "remove"),
    "move": lambda editing, number: editing.move(("rooms",), 0, 1, "move"),
    "undo": lambda editing, number: editing.undo(),
    "redo": lambda editing, number: editing.redo(),
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_is_done_can_be_undone_to_the_start(steps):
    editing = ProfileEditing(LINDENAU)
    for number, step in enumerate(steps):
        STEPS[step](editing, number)
    while editing.undo_name:
        editing.undo()
    assert editing.profile == LINDENAU


@pytest.mark.parametrize("profile", [VULKANEIFEL, LINDENAU], ids=["vulkaneifel", "lindenau"])
def test_every_page_finds_its_place_and_every_new_entry_is_sound(profile):
    for page in PAGES:
        value = at(profile, page.path)
        for field in page.fields:
            at(value, tuple(field.name.split(".")))
        if page.entries:
            entry = page.entries.new(profile.signatories[0].key)
            assert page.entries.title(entry)
            if not page.entries.key:
                assert problems_of(with_at(profile, page.path, (*value, entry))) == ()


def test_the_examples_have_no_gap():
    sentence = example_opening(VULKANEIFEL, VULKANEIFEL.templates[1].pattern)
    assert sentence.startswith("Am Montag, den 09. Oktober 2023, findet um 17:00 Uhr, ")
    for profile in (VULKANEIFEL, LINDENAU):
        for template in profile.templates:
            assert not has_gap(example_opening(profile, template.pattern))
        assert not has_gap(example_signature(profile, profile.signature_form))
        assert not has_gap(opening_sentence(example_notice(profile)))
    assert example_standing("vom {last_sitting:dd.MM.yyyy}") == "vom 02.10.2023"


def test_an_example_is_made_even_of_an_empty_profile():
    bare = replace(VULKANEIFEL, bodies=(), rooms=(), signatories=(), templates=(), parts=(), substitutions=())
    assert problems_of(bare) == ()
    assert example_notice(bare).agenda.parts


def test_the_next_issues_follow_the_rules():
    lines = next_issues(VULKANEIFEL, dt.date(2023, 9, 25), count=2).splitlines()
    # KW 39 appears on Friday 29.09., its deadline being the Friday before; 3 October brings no deadline of KW 40 forward
    assert lines == [
        "Kreisnachrichten 39/2023: Redaktionsschluss Fr, 22.09.2023 12:00, erscheint Fr, 29.09.2023",
        "Kreisnachrichten 40/2023: Redaktionsschluss Fr, 29.09.2023 12:00, erscheint Fr, 06.10.2023",
    ]


def test_a_key_is_free():
    assert free_key("raum", {"raum", "raum-2"}) == "raum-3"
