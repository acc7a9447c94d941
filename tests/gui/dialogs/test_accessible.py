"""What is read out in dialogs, settings, welcome page and palette: every control has a name, no key is trapped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from noticeeditor import wiring
from noticeeditor.desk.exporting import Options, render
from noticeeditor.desk.files import write_profile
from noticeeditor.gui.dialogs.about import AboutDialog
from noticeeditor.gui.dialogs.export_plan import ExportChoice
from noticeeditor.gui.dialogs.export_view import ExportDialog
from noticeeditor.gui.dialogs.merge_view import MergeDialog
from noticeeditor.gui.dialogs.print_view import PrintDialog
from noticeeditor.gui.dialogs.reason import ReasonPanel
from noticeeditor.gui.jobs import Jobs
from noticeeditor.gui.palette.actions import KeyGroup, KeyRow
from noticeeditor.gui.palette.cheat_sheet import CheatSheet
from noticeeditor.gui.palette.commands import Command
from noticeeditor.gui.palette.view import CommandPalette
from noticeeditor.gui.settings.pages import PAGES
from noticeeditor.gui.settings.view import SettingsWindow
from noticeeditor.gui.welcome.view import WelcomePage
from noticeeditor.workflow.merge import merge
from tests.builders import a_composed_notice, a_notice

pytestmark = pytest.mark.usefixtures("dressed")
KEPT: dict[str, QWidget] = {}
TO_NAME = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.SpinBox,
}


@pytest.fixture
def jobs():
    jobs = Jobs()
    yield jobs
    jobs.close()


def settings_at(key, jobs):
    window = SettingsWindow(
        wiring.profile(), wiring.profile, write_profile, lambda: dt.date(2023, 9, 27), jobs
    )
    window.open_page(key)
    return window


def two_wordings():
    base = a_notice()
    mine, theirs = (replace(base, sitting=replace(base.sitting, time=dt.time(hour))) for hour in (17, 19))
    return merge(base, mine, theirs)


def opened_palette(jobs):
    window = KEPT.setdefault("window", QWidget())
    window.resize(800, 600)
    palette = CommandPalette(window, lambda: [Command("a", "Drucken", lambda: None)], lambda query: ())
    palette.open()
    return palette


WINDOWS = {
    "export": lambda jobs: ExportDialog([a_composed_notice()], wiring.profile(), ExportChoice(Path()), jobs),
    "print": lambda jobs: PrintDialog(render(a_composed_notice(), "pdf", Options()).content, "Ausschuss"),
    "merge": lambda jobs: MergeDialog(two_wordings(), "Frau Schmitz"),
    "about": lambda jobs: AboutDialog(),
    "reason": lambda jobs: ReasonPanel("Zurückgeben", "Was ist zu ändern?", "Zurückgeben"),
    "welcome": lambda jobs: WelcomePage(wiring.profile, [wiring.profile()]),
    "keys": lambda jobs: CheatSheet((KeyGroup("Datei", (KeyRow("Neu", ("Strg+N",)),)),)),
    "palette": opened_palette,
    **{f"settings-{page.key}": lambda jobs, key=page.key: settings_at(key, jobs) for page in PAGES},
}


@pytest.fixture(params=WINDOWS)
def shown(request, qtbot, jobs):
    window = WINDOWS[request.param](jobs)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.hide()


def interfaces(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield child
            if child.role() not in {QAccessible.Role.List, QAccessible.Role.Table}:
                yield from interfaces(child)


def name_of(node: QAccessibleInterface) -> str:
    """The name, or that of the label that stands for it."""
    own = node.text(QAccessible.Text.Name)
    labels = [
        label.text(QAccessible.Text.Name) for label, _kind in node.relations(QAccessible.RelationFlag.Label)
    ]
    return own or " ".join(labels)


def test_every_control_has_a_name(shown):
    nameless = [
        (node.role(), node.object())
        for node in interfaces(QAccessible.queryAccessibleInterface(shown))
        if node.role() in TO_NAME
        and not node.state().invisible
        and not isinstance(node.object().parent() if node.object() else None, QAbstractButton)
        and not name_of(node)
    ]
    assert nameless == []


def test_tab_leads_through_every_control_and_back_to_the_first(qtbot, shown):
    start, seen = QApplication.focusWidget(), []
    if start is None:
        qtbot.keyClick(shown, Qt.Key.Key_Tab)
        start = QApplication.focusWidget()
    for _step in range(80):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    else:
        pytest.fail(f"Tab never comes back; the last were {seen[-4:]}")
    assert len(set(map(id, seen))) == len(seen)


def test_no_two_mnemonics_of_a_window_are_the_same(shown):
    """Alt with a letter does one thing, not one after the other."""
    texts = [
        widget.text()
        for kind in (QAbstractButton, QLabel)
        for widget in shown.findChildren(kind)
        if widget.isVisible() and "&" in widget.text()
    ]
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == [], texts
