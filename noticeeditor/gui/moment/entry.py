"""A line into which a moment is typed; it shows it in full once left, or says why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from noticeeditor.gui.theme import dress, tokens
from noticeeditor.notice.moment import Misread

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Forms(Generic[Value]):
    """How values are read and written: as typed, as shown once left, and what is wrong."""

    read: Callable[[str], Value | Misread | None]
    typed: Callable[[Value], str]
    shown: Callable[[Value], str]
    hint: Callable[[Value], str]
    misread: Callable[[Misread], str]


class MomentLine(QLineEdit):
    """A line edit that writes, right of what is typed, how it is understood."""

    stepped = Signal(int, bool)  # -1 or 1; whether the step is a big one
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""

    @property
    def hint(self) -> str:
        """How the typed words are understood."""
        return self._hint

    def show_hint(self, hint: str) -> None:
        """Write the hint, or take it away."""
        self._hint = hint
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self.stepped.emit(*step)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _ASIDE:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._hint:
            return
        metrics = self.fontMetrics()
        taken = self.cursorRect().right() if not self.text() else metrics.horizontalAdvance(self.text()) + 18
        room = QRect(taken, 0, self.width() - taken - 34, self.height())
        if metrics.horizontalAdvance(self._hint) > room.width():
            return
        painter = QPainter(self)
        painter.setPen(QColor(tokens().muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)
        painter.end()


_STEPS = {
    Qt.Key.Key_Up: (1, False),
    Qt.Key.Key_Down: (-1, False),
    Qt.Key.Key_PageUp: (1, True),
    Qt.Key.Key_PageDown: (-1, True),
}
# a pop-up or another window takes the focus only for a while: the entry is not finished
_ASIDE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class MomentEntry(QWidget, Generic[Value]):
    """The line with its message below; the value changes when the line is left, stepped or set."""

    value_changed = Signal(object)

    def __init__(self, name: str, forms: Forms[Value], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = forms
        self._value: Value | None = None
        self._editing = False
        self.line = MomentLine(self)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.hide()
        dress(self.message, "error")
        self.line.setAccessibleName(name)
        self.setFocusProxy(self.line)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self.message)

        self.line.entered.connect(self._show_typed)
        self.line.left.connect(self._leave)
        self.line.returnPressed.connect(self.commit)
        self.line.textEdited.connect(self._follow)

    @property
    def value(self) -> Value | None:
        """The value last read or set."""
        return self._value

    def show_value(self, value: Value | None) -> None:
        """Show a value from outside; nothing is told, and words being typed stay while it is the same."""
        if value == self._value and (self._editing or self.message.text()):
            return
        self._value = value
        self._say("")
        self._write()

    def commit(self) -> bool:
        """Take what is typed; return whether it could be read."""
        read = self._forms.read(self.line.text())
        if isinstance(read, Misread):
            self._say(self._forms.misread(read))
            return False
        self._say("")
        self.take(read)
        return True

    def take(self, value: Value | None) -> None:
        """Make a value the field's own, show it and tell it where it is another one."""
        changed, self._value = value != self._value, value
        self._say("")
        self._write()
        if changed:
            self.value_changed.emit(value)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and not self.line.isModified():
            self._write()

    def _show_typed(self) -> None:
        if self._editing:
            return
        self._editing = True
        if not self.message.text():
            self._write()
        self.line.selectAll()

    def _leave(self) -> None:
        self._editing = False
        self.line.show_hint("")
        self.commit()

    def _write(self) -> None:
        form = self._forms.typed if self._editing else self._forms.shown
        self.line.setText(form(self._value) if self._value is not None else "")
        self.line.show_hint(
            self._forms.hint(self._value) if self._editing and self._value is not None else ""
        )

    def _follow(self, text: str) -> None:
        self._say("")
        read = self._forms.read(text)
        self.line.show_hint("" if read is None or isinstance(read, Misread) else self._forms.hint(read))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        dress(self.line, "invalid" if sentence else "")
