"""Random hands at the window: it never raises, loses nothing it acknowledged, and can be taken back to the start."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from tests.builders import a_notice

KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape,
    Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_PageDown, Qt.Key.Key_Space,
)  # fmt: skip
GROWING = frozenset({"duplicate", "paste", "append-item", "add-part"})
MOST_ROWS = 60
OTHER = 0.1  # of the times when it might be
LETTERS = "abc 12.:-/\"'"
OUTLINE = (
    "duplicate", "delete", "indent", "outdent", "move-up", "move-down", "append-item", "add-part", "close-part",
    "open-part", "cut", "copy", "paste", "label",
)  # fmt: skip
ACTIONS = (
    "undo", "redo", "undo", "redo", "to-sitting", "to-agenda", "to-remarks", "to-signature", "search", "column",
    "zoom-in", "zoom-out", "fit-width", "fit-page", "show-notices", "show-preview", "show-findings", "next-finding",
)  # fmt: skip


class Monkey:
    """Does what nobody would; the seed says what."""

    def __init__(self, window: object, seed: int) -> None:
        self.window, self.random = window, random.Random(seed)
        self.acts = (
            self.key,
            self.key,
            self.letter,
            self.letter,
            self.letter,
            self.action,
            self.click,
            self.field,
            self.outline,
            self.drop,
            self.other,
        )

    def act(self) -> None:
        self.random.choice(self.acts)()

    @property
    def target(self) -> object:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self.window.view

    @property
    def is_full(self) -> bool:
        """Whether the agenda is as long as it may grow: it would double again and again."""
        return len(self.window.view.form.agenda.editor.view.rows.rows) > MOST_ROWS

    def key(self) -> None:
        modifier = self.random.choice(
            (Qt.KeyboardModifier.NoModifier,) * 6
            + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)
        )
        QTest.keyClick(self.target, self.random.choice(KEYS), modifier)

    def letter(self) -> None:
        QTest.keyClicks(self.target, self.random.choice(LETTERS))

    def action(self) -> None:
        self.window.view.actions_by_key[self.random.choice(ACTIONS)].trigger()

    def click(self) -> None:
        pages = self.window.view.preview.pages.viewport()
        if pages.isVisible():
            point = QPoint(self.random.randrange(pages.width()), self.random.randrange(pages.height()))
            QTest.mouseClick(pages, Qt.MouseButton.LeftButton, pos=point)

    def outline(self) -> None:
        command = self.random.choice(OUTLINE)
        self.window.view.form.agenda.editor.run("delete" if self.is_full and command in GROWING else command)

    def drop(self) -> None:
        """Drag a row somewhere, within the outliner."""
        view = self.window.view.form.agenda.editor.view
        if not view.rows.rows:
            return
        mime = view.rows.mimeData([view.rows.index(self.random.randrange(len(view.rows.rows)))])
        point = QPoint(self.random.randrange(view.width()), self.random.randrange(view.height()))
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        drop = QDropEvent(QPointF(point), actions, mime, *held)
        copies = self.random.choice((True, False)) and not self.is_full
        drop.setDropAction(Qt.DropAction.CopyAction if copies else Qt.DropAction.MoveAction)
        for event in (
            QDragEnterEvent(point, actions, mime, *held),
            QDragMoveEvent(point, actions, mime, *held),
            drop,
        ):
            QApplication.sendEvent(view.viewport(), event)

    def other(self) -> None:
        """Now and then, go on with the other notice, in the middle of whatever it was."""
        if self.random.random() < OTHER:
            self.window.cases.open(3 - self.window.editor.case.id)

    def field(self) -> None:
        fields = [
            field
            for kind in (QLineEdit, QComboBox, QPlainTextEdit)
            for field in self.window.view.form.findChildren(kind)
            if field.isVisible() and field.isEnabled()
        ]
        self.random.choice(fields).setFocus()


def play(make_window, seed: int, steps: int) -> None:
    starts = {1: a_notice(), 2: a_notice(remarks=("Gäste sind willkommen.",))}
    window = make_window(*starts.values())
    monkey = Monkey(window, seed)
    for step in range(steps):
        monkey.act()
        if step % 23 == 0:
            QApplication.processEvents()
        if step % 97 == 0:
            window.editor.settle()
            kept = window.desk.case(window.editor.case.id).notice
            assert kept == window.editor.notice, "what the window calls saved is kept"
    while popup := QApplication.activePopupWidget():
        popup.close()
    for case, start in sorted(starts.items(), key=lambda one: one[0] != window.editor.case.id):
        window.cases.open(case)
        take_back(window, start)


def take_back(window, start) -> None:
    """Take every step of the notice on the screen back, also those from before it was left."""
    window.editor.settle()
    case = window.editor.case.id
    assert window.desk.case(case).notice == window.editor.notice
    while window.editor.history.undo_name:
        window.editor.undo()
    assert window.editor.notice == start, "every step can be taken back"
    assert window.desk.case(case).notice == start
    window.catch_up()
    shown = window.view.preview.pages._preview.request.notice
    assert shown == window.editor.notice, "the page shows the words of the form"
    assert window.view.form.agenda.agenda == start.agenda


@pytest.mark.parametrize("seed", range(4))
def test_random_hands_break_nothing(make_window, seed):
    play(make_window, seed, 400)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 130))
def test_random_hands_break_nothing_for_long(make_window, seed):
    play(make_window, seed, 3_000)


def test_an_acknowledged_change_survives_the_window(make_window):
    window = make_window(a_notice())
    window.editor.edit("remarks", "Bitte Ausweis mitbringen.")
    window.editor.settle()
    window.view.close()
    again = make_window()
    assert again.editor.notice == replace(a_notice(), remarks=("Bitte Ausweis mitbringen.",))
