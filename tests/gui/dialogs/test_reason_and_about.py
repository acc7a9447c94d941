"""The panel that asks for a reason, and the window about the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from noticeeditor import __version__
from noticeeditor.gui.dialogs.about import LIBRARIES, AboutDialog, components
from noticeeditor.gui.dialogs.reason import ReasonPanel

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def panel(qtbot):
    panel = ReasonPanel("Zurückgeben", "Was ist zu ändern?", "Zurückgeben")
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.setFocus()
    panel.told = []
    panel.confirmed.connect(panel.told.append)
    return panel


def test_the_reason_is_told(qtbot, panel):
    qtbot.keyClicks(panel.text, "TOP 3 fehlt ")
    qtbot.keyClick(panel.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.told == ["TOP 3 fehlt"]


def test_without_a_reason_nothing_happens_and_the_panel_says_why(qtbot, panel):
    qtbot.mouseClick(panel.confirm, Qt.MouseButton.LeftButton)
    assert panel.told == []
    assert panel.message.isVisible()
    qtbot.keyClicks(panel.text, "x")
    assert not panel.message.isVisible()


def test_escape_gives_up(qtbot, panel):
    with qtbot.waitSignal(panel.cancelled):
        qtbot.keyClick(panel.text, Qt.Key.Key_Escape)


def test_the_program_names_itself_and_what_it_is_built_from(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    names = {component.name for component in components()}
    assert {"PySide6-Essentials", "reportlab", "Lucide"} <= names
    assert __version__


def test_every_library_that_is_installed_with_the_program_is_named_with_its_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=;]", requirement)[0] for requirement in project["dependencies"]}
    assert set(LIBRARIES) == needed
