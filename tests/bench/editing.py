"""An hour of a clerk at a window: writing, correcting, moving, looking something up, taking back."""

from __future__ import annotations

import datetime as dt
from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from noticeeditor.gui.agenda.item_editor import ItemEditor
    from noticeeditor.gui.main.window import Window

WORDS = "Bau von Radabstellanlagen an kreiseigenen Schulen, Umsetzung des Konzeptes; hier: Auftragsvergabe "
PAUSE = 12  # letters after which one thinks
LONGEST = 200  # letters of an item that is then written anew
LETTERS = 55  # of 60 steps; the rest are acts


class Clerk:
    """Works in the same order every time; what is written stays about as long as it was."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._letters = cycle(WORDS)
        self._acts = cycle(
            (
                self._new_item, self._move_item, self._another_day, self._look_closer, self._take_back,
                self._delete_item, self._search, self._remark, self._column, self._take_back,
                self._next_finding, self._other_notice, self._redo, self._take_back, self._take_back,
            )
        )  # fmt: skip

    def work(self, steps: int) -> None:
        """Do so many steps, most of them letters."""
        for step in range(steps):
            if step % 60 < LETTERS:
                self._write(next(self._letters))
            else:
                next(self._acts)()
            if step % PAUSE == 0:
                self.window.editor.settle()
                self.window.catch_up()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which only a running loop does

    @property
    def _field(self) -> ItemEditor:
        outliner = self.window.view.form.agenda.editor
        if outliner.view.editor is None:
            self.window.view.form.focus_source(f"item:{outliner.agenda.parts[0].items[-1].id}")
        return outliner.view.editor

    def _write(self, letter: str) -> None:
        if len(self._field.text) > LONGEST:
            self._field.selectAll()
        _strike(self._field, Qt.Key.Key_unknown, letter)

    def _new_item(self) -> None:
        _strike(self._field, Qt.Key.Key_Return)

    def _delete_item(self) -> None:
        if len(self.window.editor.notice.agenda.parts[0].items) > 10:
            self.window.view.form.agenda.editor.run("delete")

    def _move_item(self) -> None:
        self.window.view.form.agenda.editor.run("move-up")

    def _another_day(self) -> None:
        day = self.window.editor.notice.sitting.date + dt.timedelta(days=1)
        self.window.editor.edit("sitting.date", day)

    def _remark(self) -> None:
        said = "" if self.window.editor.notice.remarks else "Gäste sind willkommen."
        self.window.editor.edit("remarks", said)

    def _look_closer(self) -> None:
        for key in ("zoom-in", "zoom-in", "fit-page", "fit-width"):
            self.window.view.actions_by_key[key].trigger()
            self.window.catch_up()

    def _column(self) -> None:
        for _turn in range(2):
            self.window.view.actions_by_key["column"].trigger()
            self.window.catch_up()

    def _search(self) -> None:
        for query in ("k", "kl", "klima", ""):
            self.window.view.notices.search.setText(query)
            self.window.catch_up()

    def _next_finding(self) -> None:
        self.window.view.actions_by_key["next-finding"].trigger()

    def _other_notice(self) -> None:
        here = self.window.editor.case.id
        for case in (3 - here, here):  # there are two
            self.window.cases.open(case)
            self.window.catch_up()

    def _take_back(self) -> None:
        for _step in range(4):
            self.window.editor.undo()

    def _redo(self) -> None:
        self.window.editor.redo()


def _strike(field: ItemEditor, key: Qt.Key, letter: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
