"""The command palette and the cheat sheet, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMainWindow

from noticeeditor.gui.palette.actions import KeyGroup, KeyRow, key_groups, window_commands
from noticeeditor.gui.palette.cheat_sheet import CheatSheet
from noticeeditor.gui.palette.commands import Command
from noticeeditor.gui.palette.view import CommandPalette

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def window(qtbot):
    """A window with two menus; ``done`` holds what was run."""
    window = QMainWindow()
    window.done = []
    notice, view = window.menuBar().addMenu("&Bekanntmachung"), window.menuBar().addMenu("&Ansicht")
    for menu, text, keys in (
        (notice, "&Neu", "Ctrl+N"),
        (notice, "&Drucken …", "Ctrl+P"),
        (notice, "Zur Prüfung &vorlegen", ""),
        (view, "Dunkel", ""),
        (view, "&Größer", "Ctrl++"),
    ):
        action = QAction(text, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked, text=text: window.done.append(text))
        menu.addAction(action)
    notice.addSeparator()
    notice.actions()[2].setEnabled(False)
    notice.actions()[2].setStatusTip("Es fehlt der Sitzungsort.")
    view.addMenu("Schriftgröße").addAction("Riesig")
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def palette(window):
    """The palette of the window; a notice is found by its day and by a word of its agenda."""
    notice = Command("case/7", "Kreisausschuss, 16.10.2023", lambda: window.done.append("case 7"), "Entwurf")
    known = {"", "16.10", "radweg"}
    palette = CommandPalette(
        window, lambda: window_commands(window), lambda query: [notice] if query in known else []
    )
    palette.open()
    return palette


def shown(palette):
    return [palette.model.index(row).data() for row in range(palette.model.rowCount())]


def test_every_action_of_every_menu_and_every_notice_is_offered(palette):
    assert sorted(shown(palette)) == [
        "Drucken …", "Dunkel", "Größer", "Kreisausschuss, 16.10.2023", "Neu", "Riesig", "Zur Prüfung vorlegen",
    ]  # fmt: skip


def test_a_few_letters_and_enter_run_an_action(qtbot, window, palette):
    qtbot.keyClicks(palette.line, "druck")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.done == ["&Drucken …"]
    assert not palette.isVisible()


def test_a_notice_is_opened_by_its_date(qtbot, window, palette):
    qtbot.keyClicks(palette.line, "16.10")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.done == ["case 7"]


def test_a_notice_is_found_by_words_that_its_title_does_not_have(qtbot, palette):
    qtbot.keyClicks(palette.line, "radweg")
    assert shown(palette) == ["Kreisausschuss, 16.10.2023"]


def test_arrows_choose_and_go_around(qtbot, palette):
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1


def test_what_cannot_be_run_stays_with_its_reason(qtbot, window, palette):
    qtbot.keyClicks(palette.line, "vorlegen")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.done == []
    assert palette.isVisible()
    spoken = palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Es fehlt der Sitzungsort." in spoken


def test_escape_closes_and_runs_nothing(qtbot, window, palette):
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.done == []


def test_what_was_run_stands_first_at_the_next_opening(qtbot, palette):
    qtbot.keyClicks(palette.line, "dunkel")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    palette.open()
    assert shown(palette)[0] == "Dunkel"


def test_nothing_that_fits_is_said(qtbot, palette):
    qtbot.keyClicks(palette.line, "qqq")
    assert palette.empty.isVisible()
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_click_runs(qtbot, window, palette):
    qtbot.keyClicks(palette.line, "neu")
    place = palette.list.visualRect(palette.model.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.done == ["&Neu"]


def test_the_model_keeps_the_rules_of_qt(palette):
    tester = QAbstractItemModelTester(palette.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    palette.line.setText("neu")
    assert tester.model() is palette.model


def test_the_cheat_sheet_is_made_from_the_menus(window):
    assert [(group.title, [row.text for row in group.rows]) for group in key_groups(window)] == [
        ("Bekanntmachung", ["Neu", "Drucken …"]),
        ("Ansicht", ["Größer"]),
    ]


def test_the_cheat_sheet_is_narrowed_by_words_and_by_keys(qtbot):
    groups = (
        KeyGroup("Datei", (KeyRow("Neu", ("Strg+N",)), KeyRow("Drucken", ("Strg+P",)))),
        KeyGroup("Ansicht", (KeyRow("Größer", ("Strg++",)),)),
    )
    sheet = CheatSheet(groups)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.keyClicks(sheet.line, "grosser")
    assert [card.isVisible() for card in sheet.cards] == [False, False]
    sheet.line.setText("größ")
    assert [card.isVisible() for card in sheet.cards] == [False, True]
    sheet.line.setText("strg+p")
    assert [row[1].isVisible() for row in sheet.cards[0].rows] == [False, True]
    qtbot.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
