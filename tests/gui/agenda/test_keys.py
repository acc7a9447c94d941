"""Every key of the outliner, pressed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from noticeeditor.gui.agenda.presenter import Place
from noticeeditor.gui.agenda.rows import Field
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.outline import find, find_part
from noticeeditor.notice.text import NO_BREAK_SPACE
from tests.gui.agenda.conftest import drawn, outline


def test_enter_commits_an_item_and_opens_the_next(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.write_in("Wahl")
    hand.press("Return")
    hand.type("Haushalt")
    hand.press("Return")
    hand.type("Verschiedenes")
    assert drawn(hand.agenda) == ["Wahl|Haushalt|Verschiedenes"]
    assert hand.steps == ["New item", "Edit item", "New item", "Edit item"]


def test_enter_in_the_middle_cuts_the_item_and_the_caret_begins_the_second_half(hand):
    hand.editor.show_agenda(outline("Wahl Haushalt"))
    hand.write_in("Wahl Haushalt", 4)
    hand.press("Return")
    assert drawn(hand.agenda) == ["Wahl|Haushalt"]
    assert (hand.field.text, hand.field.caret) == ("Haushalt", 0)


def test_enter_at_the_start_makes_room_above_and_stays_with_the_words(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.write_in("Wahl", 0)
    hand.press("Return")
    assert drawn(hand.agenda) == ["|Wahl"]
    assert hand.field.text == "Wahl"


def test_enter_in_an_empty_item_brings_it_up_a_level_and_stops_at_the_top(hand):
    hand.editor.show_agenda(outline("Wahl|-"))
    hand.write_in("empty")
    hand.press("Return")
    assert drawn(hand.agenda) == ["Wahl|"]
    hand.press("Return")
    assert drawn(hand.agenda) == ["Wahl|"]


def test_shift_enter_makes_a_new_line_inside_the_item(hand):
    hand.editor.show_agenda(outline("Bebauungsplan"))
    hand.write_in("Bebauungsplan")
    hand.press("Shift+Return")
    hand.type("hier: Beschluss")
    assert find(hand.agenda, "Bebauungsplan").text == "Bebauungsplan\nhier: Beschluss"


def test_tab_and_shift_tab_change_the_level_and_the_caret_stays(hand):
    hand.editor.show_agenda(outline("Wahl|Vorsitz"))
    hand.write_in("Vorsitz", 3)
    hand.press("Tab")
    assert drawn(hand.agenda) == ["Wahl|-Vorsitz"]
    assert (hand.field.text, hand.field.caret) == ("Vorsitz", 3)
    hand.press("Shift+Tab")
    assert drawn(hand.agenda) == ["Wahl|Vorsitz"]
    assert hand.field.caret == 3
    assert hand.steps == ["Indent", "Outdent"]


def test_alt_and_arrows_move_with_everything_below_and_the_caret_stays(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt|-Stellenplan|Verschiedenes"))
    hand.write_in("Haushalt", 2)
    hand.press("Alt+Up")
    assert drawn(hand.agenda) == ["Haushalt|-Stellenplan|Wahl|Verschiedenes"]
    hand.press("Alt+Down", "Alt+Down")
    assert drawn(hand.agenda) == ["Wahl|Verschiedenes|Haushalt|-Stellenplan"]
    assert (hand.field.row.id, hand.field.caret) == ("Haushalt", 2)


def test_alt_and_arrows_move_across_parts(hand):
    hand.editor.show_agenda(outline("Wahl", "Haushalt"))
    hand.choose("Haushalt")
    hand.press("Alt+Up")
    assert drawn(hand.agenda) == ["Wahl|Haushalt", ""]


def test_alt_and_arrows_on_a_heading_move_the_part(hand):
    hand.editor.show_agenda(outline("Wahl", "Haushalt"))
    hand.choose("P2")
    hand.press("Alt+Up")
    assert drawn(hand.agenda) == ["Haushalt", "Wahl"]


def test_control_d_copies_the_chosen_items_and_chooses_the_copies(hand):
    hand.editor.show_agenda(outline("Wahl|-Vorsitz|Haushalt"))
    hand.choose("Wahl")
    hand.press("Ctrl+D")
    assert drawn(hand.agenda) == ["Wahl|-Vorsitz|Wahl|-Vorsitz|Haushalt"]
    assert hand.editor.view.chosen == ("n1",)


def test_control_d_works_while_writing_too(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.write_in("Wahl")
    hand.press("Ctrl+D")
    assert drawn(hand.agenda) == ["Wahl|Wahl"]


def test_del_deletes_the_chosen_items_and_goes_to_the_next(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt|Verschiedenes"))
    hand.choose("Wahl", "Haushalt")
    hand.press("Del")
    assert drawn(hand.agenda) == ["Verschiedenes"]
    assert hand.editor.view.chosen == ("Verschiedenes",)


def test_del_on_a_heading_deletes_the_part_with_its_items(hand):
    hand.editor.show_agenda(outline("Wahl", closed="Personal"))
    hand.choose("C")
    hand.press("Del")
    assert drawn(hand.agenda) == ["Wahl"]
    assert hand.steps == ["Delete part"]


def test_backspace_in_an_empty_item_deletes_it_and_goes_to_the_end_of_the_one_above(hand):
    hand.editor.show_agenda(outline("Wahl|"))
    hand.write_in("empty")
    hand.press("Backspace")
    assert drawn(hand.agenda) == ["Wahl"]
    assert (hand.field.row.id, hand.field.caret) == ("Wahl", 4)


def test_backspace_at_the_start_joins_the_item_to_the_one_above(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.write_in("Haushalt", 0)
    hand.press("Backspace")
    assert drawn(hand.agenda) == ["Wahl Haushalt"]
    assert (hand.field.row.id, hand.field.caret) == ("Wahl", 5)


def test_del_at_the_end_joins_the_next_item(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.write_in("Wahl")
    hand.press("Del")
    assert drawn(hand.agenda) == ["Wahl Haushalt"]


def test_backspace_inside_the_words_deletes_a_letter(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.write_in("Haushalt", 1)
    hand.press("Backspace")
    assert drawn(hand.agenda) == ["Wahl|aushalt"]


def test_f2_writes_in_the_chosen_row(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.choose("Wahl")
    hand.press("F2")
    hand.type("en")
    assert drawn(hand.agenda) == ["Wahlen"]


def test_typing_in_the_list_writes_at_the_end_of_the_chosen_row(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.choose("Wahl")
    hand.type("en")
    assert drawn(hand.agenda) == ["Wahlen"]


def test_enter_in_the_list_opens_a_new_item_below(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.choose("Wahl")
    hand.press("Return")
    hand.type("X")
    assert drawn(hand.agenda) == ["Wahl|X|Haushalt"]


def test_arrows_go_from_row_to_row_while_writing(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.write_in("Haushalt", 0)
    hand.press("Up")
    assert hand.field.row.id == "Wahl"
    hand.press("Right")
    assert (hand.field.row.id, hand.field.caret) == ("Haushalt", 0)
    hand.press("Left")
    assert (hand.field.row.id, hand.field.caret) == ("Wahl", 4)
    hand.press("Down")
    assert hand.field.row.id == "Haushalt"


def test_escape_keeps_what_was_written_and_chooses_the_row(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.write_in("Wahl")
    hand.type("en")
    hand.press("Esc")
    assert hand.field is None
    assert drawn(hand.agenda) == ["Wahlen"]
    assert hand.editor.view.chosen == ("Wahl",)


def test_several_chosen_items_change_level_together(hand):
    hand.editor.show_agenda(outline("Wahl|Vorsitz|Vertretung"))
    hand.choose("Vorsitz", "Vertretung")
    hand.press("Tab")
    assert drawn(hand.agenda) == ["Wahl|-Vorsitz|-Vertretung"]
    assert hand.editor.view.chosen == ("Vorsitz", "Vertretung")


def test_shift_and_arrows_choose_several_items(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt|Verschiedenes"))
    hand.choose("Wahl")
    hand.press("Shift+Down", "Del")
    assert drawn(hand.agenda) == ["Verschiedenes"]


@pytest.mark.parametrize("keys", [("Ctrl+Tab",), ("Esc", "Tab")], ids=["Ctrl+Tab", "Esc, then Tab"])
def test_nobody_is_held_in_the_outliner(hand, qtbot, keys):
    after = QLineEdit(hand.editor)
    hand.editor.layout().addWidget(after)
    after.show()
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.write_in("Haushalt")
    hand.press(*keys)
    assert QApplication.focusWidget() is after
    assert drawn(hand.agenda) == ["Wahl|Haushalt"]


def test_tab_passes_through_an_outliner_that_was_reached_by_tab(hand):
    before, after = QLineEdit(hand.editor), QLineEdit(hand.editor)
    hand.editor.layout().insertWidget(0, before)
    hand.editor.layout().addWidget(after)
    before.show()
    after.show()
    hand.editor.setTabOrder(before, hand.editor.view)
    hand.editor.setTabOrder(hand.editor.view, after)
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    before.setFocus()
    hand.press("Tab")
    assert QApplication.focusWidget() is hand.editor.view
    hand.press("Tab")
    assert QApplication.focusWidget() is after


def test_quotes_dashes_and_bound_spaces_come_as_one_types(hand):
    hand.editor.show_agenda(outline(""))
    hand.choose("P1")
    hand.press("Return")
    hand.type('Antrag "Bahn" - nach § 38 um 18 Uhr')
    text = hand.agenda.parts[0].items[0].text
    assert text == f"Antrag „Bahn“ – nach §{NO_BREAK_SPACE}38 um 18{NO_BREAK_SPACE}Uhr"


def test_one_undo_brings_back_what_was_typed_before_the_correction(hand):
    hand.editor.show_agenda(outline("Antrag "))
    hand.write_in("Antrag ")
    hand.type('"')
    assert drawn(hand.agenda) == ["Antrag „"]
    hand.press("Ctrl+Z")
    assert drawn(hand.agenda) == ['Antrag "']


def test_a_closed_item_goes_on_to_its_published_title_and_then_to_the_next_item(hand):
    hand.editor.show_agenda(outline("Wahl", closed="Kündigung Müller"))
    hand.write_in("Kündigung Müller")
    hand.press("Return")
    hand.type("Personal")
    hand.press("Return")
    hand.type("Vergabe")
    closed = hand.agenda.parts[1].items
    assert [(item.text, item.published) for item in closed] == [
        ("Kündigung Müller", "Personal"),
        ("Vergabe", None),
    ]


def test_del_on_a_published_title_deletes_the_title_and_not_the_item(hand):
    hand.editor.show_agenda(outline(closed="Kündigung"))
    hand.write_in("Kündigung")
    hand.press("Return")
    hand.type("Personal")
    hand.press("Esc", "Del")
    item = hand.agenda.parts[0].items[0]
    assert (item.text, item.published) == ("Kündigung", None)


def test_a_heading_is_renamed_like_an_item_and_enter_goes_on_to_the_first_item(hand):
    hand.editor.show_agenda(outline(""))
    hand.write_in("P1")
    hand.type(" des Kreistages")
    hand.press("Return")
    hand.type("Wahl")
    assert hand.agenda.parts[0].heading == "Öffentliche Sitzung des Kreistages"
    assert drawn(hand.agenda) == ["Wahl"]
    assert hand.steps == ["Rename part", "New item", "Edit item"]


def test_control_l_sets_the_number_by_hand_and_an_empty_one_is_computed_again(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.choose("Haushalt")
    hand.press("Ctrl+L", "Return")
    assert find(hand.agenda, "Haushalt").label is None
    hand.press("Ctrl+L")
    hand.type("1a.")
    hand.press("Return")
    assert find(hand.agenda, "Haushalt").label == "1a."
    hand.press("Ctrl+L", "Return")
    assert find(hand.agenda, "Haushalt").label == "1a."
    hand.press("Ctrl+L", "Backspace", "Return")
    assert find(hand.agenda, "Haushalt").label is None


def test_escape_leaves_the_number_as_it_is(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.choose("Wahl")
    hand.press("Ctrl+L")
    hand.type("9")
    hand.press("Esc")
    assert find(hand.agenda, "Wahl").label is None
    assert QApplication.focusWidget() is hand.editor.view


def test_commands_add_close_and_open_parts(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.choose("Wahl")
    hand.editor.run("add-closed-part")
    assert [part.publicity for part in hand.agenda.parts] == [Publicity.PUBLIC, Publicity.CLOSED]
    assert (hand.field.row.field, hand.field.text) == (Field.HEADING, "Nichtöffentliche Sitzung")
    hand.editor.run("open-part")
    assert hand.agenda.parts[1].publicity is Publicity.PUBLIC
    hand.choose("Wahl")
    hand.editor.run("close-part")
    assert find_part(hand.agenda, "P1").publicity is Publicity.CLOSED


def test_the_first_part_is_made_when_the_first_item_is_added(hand):
    hand.editor.run("append-item")
    hand.press("Return")
    hand.type("Wahl")
    assert drawn(hand.agenda) == ["Wahl"]


def test_words_that_leave_a_closed_part_are_said_to_do_so(hand):
    hand.editor.show_agenda(outline("Wahl", closed="Kündigung Müller"))
    hand.choose("Kündigung Müller")
    hand.press("Alt+Up")
    assert drawn(hand.agenda) == ["Wahl|Kündigung Müller", ""]
    assert hand.editor.exposure_note.isVisible()
    hand.press("Alt+Down")
    assert not hand.editor.exposure_note.isVisible()


def test_letters_are_one_field_until_the_row_is_left(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.write_in("Wahl")
    hand.type("en")
    assert [field for _agenda, _step, field in hand.told] == ["text:Wahl", "text:Wahl"]
    assert hand.settled == 0
    hand.press("Down")
    assert hand.settled == 1


def test_letters_are_settled_after_a_pause_and_then_undone_as_one_step(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.write_in("Wahl")
    hand.type("en")
    hand.editor.settle()
    assert hand.settled == 1
    assert not hand.field.document().isUndoAvailable()
    hand.editor.settle()
    assert hand.settled == 1


def test_an_undo_of_the_window_shows_the_words_before_in_the_open_field(hand):
    before = outline("Wahl|Haushalt")
    hand.editor.show_agenda(before)
    hand.write_in("Wahl")
    hand.type("en")
    hand.editor.show_agenda(before)
    assert (hand.field.text, hand.field.caret) == ("Wahl", 4)
    assert hand.agenda == before


def test_an_undo_of_the_window_goes_to_the_row_that_came_back(hand):
    before = outline("Wahl|Haushalt|Verschiedenes")
    hand.editor.show_agenda(before)
    hand.choose("Haushalt")
    hand.press("Del")
    hand.editor.show_agenda(before)
    assert hand.editor.view.chosen == ("Haushalt",)


def test_a_change_that_is_refused_puts_the_words_back(hand):
    before = outline("Wahl")
    hand.editor.show_agenda(before)
    hand.editor.agenda_changed.connect(lambda *_told: hand.editor.show_agenda(before))
    hand.write_in("Wahl")
    hand.type("x")
    assert hand.field.text == "Wahl"


def test_a_disabled_outliner_shows_and_changes_nothing(hand):
    hand.editor.show_agenda(outline("Wahl"))
    hand.editor.setEnabled(False)
    hand.editor.select("item:Wahl")
    hand.editor.run("append-item")
    assert hand.field is None
    assert hand.told == []


def test_selecting_a_source_opens_it_and_says_so(hand, qtbot):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    with qtbot.waitSignal(hand.editor.selected) as said:
        hand.editor.select("item:Haushalt")
    assert said.args == ["item:Haushalt"]
    hand.editor.select("part:P1")
    assert hand.field.row.field is Field.HEADING
    hand.editor.select("item:nowhere")


def test_a_new_agenda_of_another_notice_takes_the_place_of_the_first(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.write_in("Wahl")
    hand.editor.show_agenda(outline("Etwas|ganz|anderes"))
    hand.editor.go_to(Place("ganz", caret=0))
    assert hand.field.text == "ganz"
