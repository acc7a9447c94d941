"""Text blocks behind the slash."""

from __future__ import annotations

import datetime as dt

from noticeeditor import wiring
from noticeeditor.gui.agenda.blocks import COMMON, TextBlock, matching, text_blocks
from tests.gui.agenda.conftest import drawn, outline


def test_a_slash_in_an_empty_item_opens_the_blocks_and_enter_takes_one(hand):
    hand.editor.show_agenda(outline("Wahl|"))
    hand.editor.set_text_blocks((TextBlock("Schluss", "Verschiedenes"), *COMMON))
    hand.write_in("empty")
    hand.type("/")
    assert hand.editor.popup.isVisible()
    hand.press("Return")
    assert drawn(hand.agenda) == ["Wahl|Verschiedenes"]
    assert not hand.editor.popup.isVisible()


def test_what_is_typed_after_the_slash_narrows_the_blocks(hand):
    hand.editor.show_agenda(outline("Bebauungsplan"))
    hand.write_in("Bebauungsplan")
    hand.press("Shift+Return")
    hand.type("/hi")
    assert hand.editor.popup.list.count() == 1
    hand.press("Return")
    hand.type("Beschluss")
    assert drawn(hand.agenda) == ["Bebauungsplan\nhier: Beschluss"]


def test_tab_goes_from_gap_to_gap_and_into_the_quotes(hand):
    hand.editor.show_agenda(outline("Wahl|"))
    hand.write_in("empty")
    hand.type("/antr")
    hand.press("Return")
    hand.type("A-Fraktion")
    hand.press("Tab")
    hand.type("Bahn")
    assert drawn(hand.agenda) == ["Wahl|Antrag der A-Fraktion: „Bahn“"]
    hand.press("Tab")
    assert drawn(hand.agenda) == ["Wahl|-Antrag der A-Fraktion: „Bahn“"]


def test_arrows_choose_another_block(hand):
    hand.editor.set_text_blocks((TextBlock("a", "Eins"), TextBlock("b", "Zwei")))
    hand.editor.show_agenda(outline(""))
    hand.choose("P1")
    hand.press("Return")
    hand.type("/")
    hand.press("Down", "Return")
    assert drawn(hand.agenda) == ["Zwei"]


def test_a_click_takes_a_block(hand, qtbot):
    from PySide6.QtCore import Qt

    hand.editor.set_text_blocks((TextBlock("a", "Eins"), TextBlock("b", "Zwei")))
    hand.editor.show_agenda(outline("Wahl|"))
    hand.write_in("empty")
    hand.type("/")
    rows = hand.editor.popup.list
    qtbot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center()
    )
    assert drawn(hand.agenda) == ["Wahl|Zwei"]


def test_escape_closes_the_blocks_and_leaves_the_slash(hand):
    hand.editor.show_agenda(outline("Wahl|"))
    hand.write_in("empty")
    hand.type("/")
    hand.press("Esc")
    assert not hand.editor.popup.isVisible()
    assert drawn(hand.agenda) == ["Wahl|/"]
    assert hand.field is not None


def test_a_slash_inside_a_word_is_a_slash(hand):
    hand.editor.show_agenda(outline("A"))
    hand.write_in("A")
    hand.type("/B")
    assert not hand.editor.popup.isVisible()
    assert drawn(hand.agenda) == ["A/B"]


def test_words_that_no_block_holds_close_the_list(hand):
    hand.editor.show_agenda(outline("Wahl|"))
    hand.write_in("empty")
    hand.type("/xyz")
    assert not hand.editor.popup.isVisible()
    assert drawn(hand.agenda) == ["Wahl|/xyz"]


def test_blocks_whose_name_begins_with_what_was_typed_come_first():
    blocks = (TextBlock("Zum Antrag", "x"), TextBlock("Antrag", "y"))
    assert [block.text for block in matching(blocks, "antrag")] == ["y", "x"]


def test_a_block_without_gaps_leaves_the_caret_at_its_end():
    assert TextBlock("a", "Eins").stops == (4,)
    assert TextBlock("a", "Antrag {}: „{}“").stops == (7, 10)
    assert TextBlock("a", "Antrag {}: „{}“").words == "Antrag : „“"


def test_the_standing_items_of_the_profile_are_blocks_with_the_date_of_the_last_sitting():
    texts = [block.text for block in text_blocks(wiring.profile(), last_sitting=dt.date(2023, 5, 15))]
    assert "Genehmigung der Niederschrift der letzten öffentlichen Sitzung vom 15.05.2023" in texts
    assert "hier: {}" in texts
