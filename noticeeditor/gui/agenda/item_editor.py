"""The words of one row while they are being written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from noticeeditor.gui.agenda import clipboard
from noticeeditor.gui.agenda.keys import EVERYWHERE, command_of
from noticeeditor.gui.agenda.paint import wave
from noticeeditor.gui.agenda.rows import Row
from noticeeditor.gui.agenda.utf16 import from_units, to_units
from noticeeditor.gui.agenda.words import PLACEHOLDERS
from noticeeditor.gui.files import files_of
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _
from noticeeditor.notice.text import without_bad_characters
from noticeeditor.notice.typing import Replacement, correction


class ItemEditor(QPlainTextEdit):
    """Grows with its words, corrects typography, and leaves structural keys to the outliner.

    ``keys`` is asked first about every key and answers whether it was one of structure.
    """

    written = Signal(object, str)
    items_pasted = Signal(QMimeData)
    caret_moved = Signal()

    def __init__(self, parent: QWidget, row: Row, font: QFont, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(parent)
        self._keys, self._holds = keys, False
        self.row = row
        self._stops: list[QTextCursor] = []

        dress(self, "in-place")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setFont(font)
        self.setCursorWidth(2)
        self.setPlaceholderText(_(PLACEHOLDERS[row.field]))
        self.setAccessibleName(_(PLACEHOLDERS[row.field]))
        self.textChanged.connect(self._emit_written)
        self.cursorPositionChanged.connect(self.caret_moved)

    @property
    def text(self) -> str:
        """The words as they are, with their non-breaking spaces."""
        raw = self.document().toRawText()  # toPlainText() would turn non-breaking spaces into plain ones
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def caret(self) -> int:
        """The caret as a position in the words."""
        return from_units(self.text, self.textCursor().position())

    def show_row(self, row: Row) -> None:
        """Show what the row says now, the caret staying with the words around it."""
        self.row = row
        before = self.text
        if before == row.text:
            return
        self._holds = True
        self.setPlainText(row.text)
        self._holds = False
        self.put_caret(_caret_after_change(before, row.text))

    def put_caret(self, position: int) -> None:
        """Put the caret before a character."""
        cursor = self.textCursor()
        cursor.setPosition(to_units(self.text, position))
        self.setTextCursor(cursor)

    def show_spelling(self, ranges: tuple[tuple[int, int], ...]) -> None:
        """Mark misspelt ranges with a wave below, but not the word that is being written."""
        selections, caret = [], self.caret
        for start, length in ranges:
            if self.hasFocus() and start <= caret <= start + length:
                continue
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(to_units(self.text, start), self.document().characterCount() - 1))
            last = to_units(self.text, start + length)
            cursor.setPosition(
                min(last, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor
            )
            selection.cursor, selection.format = cursor, wave()
            selections.append(selection)
        self.setExtraSelections(selections)

    def insert_block(self, start: int, words: str, stops: tuple[int, ...]) -> None:
        """Put a text block in place of what was typed since ``start``, the caret to its first gap."""
        self._holds = True
        self._replace(Replacement(start, self.text[start : self.caret], words))
        self._holds = False
        self._stops = [self._cursor_at(start + stop) for stop in stops]
        self.next_stop()
        self._emit_written()

    def next_stop(self) -> bool:
        """Go to the next gap of a text block; return whether there was one."""
        if not self._stops:
            return False
        self.setTextCursor(self._stops.pop(0))
        return True

    def forget_undo(self) -> None:
        """End what can be taken back letter by letter; the step as a whole is in the history."""
        self.document().clearUndoRedoStacks()

    def is_at_edge(self, move: QTextCursor.MoveOperation) -> bool:
        """Whether the caret cannot go further in a direction."""
        cursor = self.textCursor()
        return not cursor.hasSelection() and not cursor.movePosition(move)

    def event(self, event: QEvent) -> bool:
        """Keep our keys from the window, and leave it its undo when there is nothing to take back here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if command_of(event, EVERYWHERE):
                event.accept()
                return True
            if self._is_idle(event):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, and correct the typography of what was written."""
        if self._keys(event):
            event.accept()
            return
        self._holds = True
        before = self.document().revision()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)
        if _is_letter(event) and self.document().revision() != before:
            self._correct()
        self._holds = False
        if self.document().revision() != before:
            self._emit_written()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window."""
        return not files_of(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in words; several lines become items."""
        if clipboard.has_items(source):
            self.items_pasted.emit(source)
        else:
            self.insertPlainText(without_bad_characters(clipboard.text_of(source)).strip("\n"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never scroll: the row is as high as the words."""
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the gaps of a text block when the row is left."""
        super().focusOutEvent(event)
        self._stops = []

    def _is_idle(self, event: QKeyEvent) -> bool:
        """Whether a key would take back or do again what this field does not know."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()

    def _emit_written(self) -> None:
        if not self._holds:
            self.written.emit(self.row, self.text)

    def _correct(self) -> None:
        found = correction(self.text, self.caret)
        if found:
            self._replace(found)

    def _replace(self, replacement: Replacement) -> None:
        """Replace as one step of its own, so that one undo brings back what was typed."""
        cursor = self._cursor_at(replacement.start)
        end = to_units(self.text, replacement.start + len(replacement.typed))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(replacement.corrected)
        self.setTextCursor(cursor)

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(self.text, position))
        return cursor


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes; AltGr is Control and Alt together on some systems."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and held != Qt.KeyboardModifier.ControlModifier


def _caret_after_change(before: str, after: str) -> int:
    """Return the end of what is new in a text."""
    same = 0
    while same < min(len(before), len(after)) and before[-1 - same] == after[-1 - same]:
        same += 1
    return len(after) - same
