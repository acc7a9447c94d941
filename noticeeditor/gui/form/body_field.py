"""The field for the public body: a few letters are enough, Enter or Tab takes the first that fits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter

from noticeeditor.gui.form.fields import WrittenChoice


class BodyField(WrittenChoice):
    """A body of the profile, found by any part of its name, or one that is written out.

    After Escape the words count as they are typed.
    """

    def __init__(self, field: str = "sitting.body", words_field: str = "sitting.body.words") -> None:
        super().__init__(field, words_field)
        self._typing = False
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.line.textEdited.disconnect(self._emit_words)
        self.line.textEdited.connect(self._begin)
        self.line.editingFinished.connect(self.finish)
        completer.activated.connect(self._take)

    @property
    def _suggestions(self) -> QAbstractItemView:
        return self.completer().popup()  # type: ignore[union-attr,return-value]  # both are there, whatever the stubs say

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the first body that fits with Tab, the words as they are with Escape."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self._suggestions.hide()
            self._finish_as_typed()
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._suggestions.hide()
            self.finish()
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._typing = True
        self._suggestions.installEventFilter(self)

    def finish(self) -> None:
        """Take the first body that fits what is typed, else the words."""
        if not self._typing:
            return
        first = self._first_fitting(self.currentText())
        if first < 0:
            self._finish_as_typed()
        else:
            self._typing = False
            self.setCurrentIndex(first)
            self.edited.emit(self.field, self.value_at(first))

    def _finish_as_typed(self) -> None:
        self._typing = False
        self.edited.emit(self.words_field, self.currentText())

    def _take(self, name: str) -> None:
        self._typing = False
        index = self.findText(name)
        if index >= 0:
            self.edited.emit(self.field, self.value_at(index))

    def _first_fitting(self, text: str) -> int:
        """Return the body that begins with the words, else one with such a word, else any that holds them."""
        wanted = text.strip().casefold()
        if not wanted:
            return -1
        names = [self.itemText(index).casefold() for index in range(self.count())]
        ranked = sorted(
            (rank, index) for index, name in enumerate(names) if (rank := _rank(name, wanted)) < 3
        )
        return ranked[0][1] if ranked else -1


def _rank(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in name.split()):
        return 1
    return 2 if wanted in name else 3
