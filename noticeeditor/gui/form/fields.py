"""The controls of the form: each has a label above it and room for a finding below.

A control is named after the field of the notice that it shows and says ``edited``
with that name and the new value; what it is shown from outside it never says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent, QWheelEvent

MESSAGE_LOOKS = {"obstacle": "error", "warning": "warning", "hint": "hint"}
EDGE_LOOKS = {"obstacle": "invalid", "warning": "warned"}


class Retranslated(Protocol):
    """What can say its texts anew when the language of the window changes."""

    def retranslate(self) -> None:
        """Say all texts in the language in use."""


class LabelledField(QWidget):
    """A label with its mnemonic, the control, and the sentence of a finding below it."""

    def __init__(self, text: str, control: QWidget, focus: QWidget | None = None) -> None:
        super().__init__()
        self._text = text
        self.control = control
        self._edge = focus or control
        self.label = QLabel()
        dress(self.label, "label")
        self.label.setBuddy(self._edge)
        self.beside = QHBoxLayout()
        self.beside.setContentsMargins(0, 0, 0, 0)
        self.beside.addWidget(self.label)
        self.beside.addStretch()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.hide()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.beside)
        column.addWidget(control)
        column.addWidget(self.message)
        column.addStretch()
        self.retranslate()

    @property
    def has_focus(self) -> bool:
        """Whether somebody writes in the field."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def show_message(self, severity: str, sentence: str) -> None:
        """Show what is wrong with the field, or nothing for an empty sentence."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        dress(self.message, MESSAGE_LOOKS.get(severity, "hint"))
        if isinstance(self._edge, QLineEdit | QComboBox):
            dress(self._edge, EDGE_LOOKS.get(severity, "") if sentence else "")
        self._edge.setAccessibleDescription(sentence)

    def retranslate(self) -> None:
        """Say the label, and the control's name after it, in the language in use."""
        self.label.setText(_(self._text))
        name = _(self._text).replace("&", "")
        self._edge.setAccessibleName(name)
        if isinstance(self._edge, WrittenChoice):
            self._edge.line.setAccessibleName(name)  # it is the line that has the focus


class TextField(QLineEdit):
    """One line of text."""

    edited = Signal(str, object)

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field
        self.textEdited.connect(self._emit_text)

    def show_value(self, text: str) -> None:
        """Show a text; the cursor stays while it is the same."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def _emit_text(self, text: str) -> None:
        self.edited.emit(self.field, text)


class TextArea(QPlainTextEdit):
    """Several lines of text, as high as its text."""

    edited = Signal(str, object)

    def __init__(self, field: str, least_lines: int = 2) -> None:
        super().__init__()
        self.field = field
        self._least_lines = least_lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._emit_text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def text(self) -> str:
        """The words as they are, with their non-breaking spaces, which ``toPlainText`` would lose."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_value(self, text: str) -> None:
        """Show a text; cursor and selection stay while it is the same."""
        if text == self.text:
            return
        position = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(text)))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """Return the size that shows every line."""
        lines = max(self._least_lines, int(self.document().size().height()))
        edges = self.contentsMargins().top() + self.contentsMargins().bottom()
        frame = 2 * int(self.document().documentMargin()) + 2
        return QSize(240, lines * self.fontMetrics().lineSpacing() + edges + frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height after the width has changed the lines."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of the text once the width is known."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self.sizeHint().height()
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def _emit_text(self) -> None:
        self.edited.emit(self.field, self.text)


class ChoiceField(QComboBox):
    """A choice among values that are shown as texts."""

    edited = Signal(str, object)

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._values: tuple[
            object, ...
        ] = ()  # not as data of the items: Qt makes texts of members of a StrEnum
        self.activated.connect(self._emit_choice)

    @property
    def value(self) -> object:
        """The value that is chosen, none where words are written instead."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def show_choices(self, choices: tuple[tuple[str, object], ...]) -> None:
        """Offer texts with their values; what is chosen stays where it is still among them."""
        offered = tuple(self.itemText(row) for row in range(self.count()))
        if choices == tuple(zip(offered, self._values, strict=True)):
            return
        kept, words = self.value, self.currentText()
        self.clear()
        self._values = tuple(value for _text, value in choices)
        self.addItems([text for text, _value in choices])
        self.setCurrentIndex(self._row_of(kept))
        if self.isEditable():
            self.setEditText(words)

    def show_value(self, value: object) -> None:
        """Show the text of a value."""
        found = self._row_of(value)
        if found != self.currentIndex():
            self.setCurrentIndex(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the choice, while another field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def value_at(self, row: int) -> object:
        """Return the value of a row."""
        return self._values[row]

    def _row_of(self, value: object) -> int:
        return self._values.index(value) if value in self._values else -1

    def _emit_choice(self, row: int) -> None:
        self.edited.emit(self.field, self.value_at(row))


class WrittenChoice(ChoiceField):
    """A choice that may also be written; ``words_field`` is told what is written."""

    def __init__(self, field: str, words_field: str) -> None:
        super().__init__(field)
        self.words_field = words_field
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's own type-ahead goes; the stubs forbid None
        self.line.textEdited.connect(self._emit_words)

    def show_choices(self, choices: tuple[tuple[str, object], ...]) -> None:
        """Offer texts with their values; long words are shown from their beginning."""
        super().show_choices(choices)
        if not self.line.hasFocus():
            self.line.home(False)

    def show_words(self, text: str) -> None:
        """Show words; the cursor stays while they are the same."""
        if text != self.currentText():
            self.setEditText(text)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all on the way in, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.line.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show long words from their beginning again, unless it is only another window that is in front."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.line.home(False)

    def _emit_words(self, text: str) -> None:
        self.edited.emit(self.words_field, text)
