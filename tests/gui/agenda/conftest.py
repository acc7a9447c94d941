"""An outliner on the screen, its keys, and what it told."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from noticeeditor.gui.agenda.editor import AgendaEditor
from noticeeditor.gui.agenda.rows import Field
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity

_MODIFIERS = {
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


def outline(*parts: str, closed: str = "") -> Agenda:
    """An agenda from lines such as ``Wahl``, ``-Vorsitz`` (one level deeper), separated by ``|``.

    Ids are the words themselves, those of parts ``P1``, ``P2``; ``closed`` is a last part that is not public.
    """
    made = [
        AgendaPart(f"P{n}", "Öffentliche Sitzung", items=_tree(text.split("|") if text else []))
        for n, text in enumerate(parts, 1)
    ]
    if closed:
        made.append(AgendaPart("C", "Nichtöffentliche Sitzung", Publicity.CLOSED, _tree(closed.split("|"))))
    return Agenda(tuple(made))


def _tree(words: list[str], depth: int = 0) -> tuple[AgendaItem, ...]:
    items: list[AgendaItem] = []
    while words and len(words[0]) - len(words[0].lstrip("-")) >= depth:
        text = words.pop(0).lstrip("-")
        items.append(AgendaItem(text or "empty", text, children=_tree(words, depth + 1)))
    return tuple(items)


def drawn(agenda: Agenda) -> list[str]:
    """Each part as one line in the notation of ``outline``."""
    return ["|".join(_drawn(part.items, 0)) for part in agenda.parts]


def _drawn(items: tuple[AgendaItem, ...], depth: int) -> list[str]:
    return [line for item in items for line in ("-" * depth + item.text, *_drawn(item.children, depth + 1))]


class Hand:
    """Presses keys where the focus is, as a clerk does."""

    def __init__(self, editor: AgendaEditor, form: QScrollArea) -> None:
        self.editor, self.form = editor, form
        self.told: list[tuple[Agenda, str, str]] = []
        self.settled = 0
        editor.agenda_changed.connect(lambda *told: self.told.append(told))
        editor.settled.connect(self._count)

    @property
    def agenda(self) -> Agenda:
        return self.editor.agenda

    @property
    def field(self):
        return self.editor.view.editor

    @property
    def steps(self) -> list[str]:
        """The names of the steps, letters of one field as one."""
        names: list[tuple[str, str]] = []
        for _agenda, step, field in self.told:
            if not (field and names and names[-1] == (step, field)):
                names.append((step, field))
        return [step for step, _field in names]

    def press(self, *names: str) -> None:
        for name in names:
            *modifiers, key = name.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= _MODIFIERS[modifier]
            code = {"Esc": "Key_Escape", "Del": "Key_Delete"}.get(key, f"Key_{key}")
            QTest.keyClick(self._target(), getattr(Qt.Key, code), held)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._target(), letter)

    def choose(self, *names: str) -> None:
        """Choose rows without writing in them."""
        from noticeeditor.gui.agenda.presenter import Place

        self.editor.view.setFocus()
        parts = {part.id for part in self.agenda.parts}
        field = Field.HEADING if names[-1] in parts else Field.TEXT
        self.editor.go_to(Place(names[-1], field), names)

    def write_in(self, name: str, caret: int | None = None) -> None:
        """Write in an item or heading, the caret at its end or before a character."""
        is_part = any(part.id == name for part in self.agenda.parts)
        self.editor.select(f"{'part' if is_part else 'item'}:{name}")
        if caret is not None:
            self.field.put_caret(caret)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.editor.view

    def _count(self) -> None:
        self.settled += 1


@pytest.fixture
def hand(qtbot) -> Hand:
    """A hand at an outliner in a form; new ids are n1, n2 …"""
    numbers = count(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    editor = AgendaEditor(lambda: f"n{next(numbers)}")
    area.setWidget(editor)
    area.resize(560, 500)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)
    area.activateWindow()
    return Hand(editor, area)
