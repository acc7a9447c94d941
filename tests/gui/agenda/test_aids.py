"""Text blocks and unknown words in the window."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from noticeeditor.checks.finding import Finding, Severity
from noticeeditor.gui.agenda.aids import unknown_words
from noticeeditor.gui.agenda.model import SPELLING_ROLE
from noticeeditor.gui.palette.actions import window_commands
from noticeeditor.notice.outline import set_text
from tests.builders import a_notice


def test_an_unknown_word_of_an_item_is_marked_in_the_window(make_window):
    notice = a_notice()
    window = make_window(replace(notice, agenda=set_text(notice.agenda, "item-4", "Sachstnad Ticket")))
    rows = window.view.form.agenda.editor.view.rows
    position = next(n for n, row in enumerate(rows.rows) if row.id == "item-4")
    assert rows.data(rows.index(position), SPELLING_ROLE) == ((0, 9),)


def test_the_window_offers_the_standing_items_of_the_profile(make_window):
    window = make_window(a_notice())
    blocks = window.view.form.agenda.editor.popup.blocks
    assert "Einwohnerfragestunde" in [block.text for block in blocks]


def test_unknown_words_are_told_by_the_source_in_which_they_stand():
    findings = tuple(
        Finding("word.unknown", Severity.HINT, "item:a", {"word": word, "position": position})
        for position, word in ((0, "Whal"), (9, "Sachstnad"))
    )
    assert unknown_words(findings) == {"item:a": ((0, "Whal"), (9, "Sachstnad"))}


def test_the_menu_of_the_window_and_the_palette_know_what_can_be_done_to_the_agenda(make_window):
    window = make_window(a_notice())
    commands = {command.key: command for command in window_commands(window.view)}
    assert commands["agenda/duplicate"].group == "Tagesordnung"
    window.view.form.agenda.editor.select("item:item-1")
    commands["agenda/duplicate"].run()
    assert [item.text for item in window.editor.notice.agenda.parts[0].items[:2]] == [
        "Einwohnerfragestunde"
    ] * 2


def test_a_shortcut_of_the_agenda_does_nothing_outside_it(make_window):
    window = make_window(a_notice())
    before = window.editor.notice
    window.view.form.agenda.editor.select("item:item-1")
    window.view.form.sitting.body.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.notice == before
