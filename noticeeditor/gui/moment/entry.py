"""A line into which a moment is typed; it shows it in full once left, or says why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from noticeeditor.gui.theme import dress, tokens
from noticeeditor.notice.moment import Misread

Value = TypeVar("Value")


class Forms(Struct, Generic[Value], frozen=True):
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
    interrupted = Signal()  # by a shortcut, or by the end of the window

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self._window: QWidget | None = None

    @property
    def hint(self) -> str:
        """How the typed words are understood."""
        return self._hint

    def show_hint(self, hint: str) -> None:
        """Write the hint, or take it away."""
        self._hint = hint
        self.update()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.ShortcutOverride and not event.isAccepted():
            self.interrupted.emit()  # what comes next must know what is typed
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close:
            self.interrupted.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self.stepped.emit(*step)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._window is not self.window():
            self._window = self.window()
            self._window.installEventFilter(self)
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


PAUSE = 350  # ms without a key after which what is typed is taken
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
    """The line with its message below; the value changes when the line is left, stepped or set.

    It also follows what is typed, as far as it can be read, once the typing pauses: the words stay
    as they are then, and only on leaving the line it is said that they cannot be read.
    """

    value_changed = Signal(object)

    def __init__(self, name: str, forms: Forms[Value], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = forms
        self._value: Value | None = None
        self._editing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
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
        self.line.interrupted.connect(self._end_pause)
        self._pause.timeout.connect(self._take_typed)

    @property
    def value(self) -> Value | None:
        """The value last read or set."""
        return self._value

    @property
    def is_editing(self) -> bool:
        """Whether somebody is in the line."""
        return self._editing

    def show_value(self, value: Value | None) -> None:
        """Show a value from outside; nothing is told, and words being typed stay while it is the same."""
        if value == self._value and (self._editing or self.message.text()):
            return
        self._value = value
        self._say("")
        self._write()

    def commit(self) -> bool:
        """Take what is typed; return whether it could be read."""
        self._pause.stop()
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

    def _end_pause(self) -> None:
        """Take what was typed since the last pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._take_typed()

    def _take_typed(self) -> None:
        """Take what is typed where it can be read, and leave the words as they are."""
        read = self._forms.read(self.line.text())
        if not isinstance(read, Misread) and read != self._value:
            self._value = read
            self.value_changed.emit(read)

    def _follow(self, text: str) -> None:
        self._say("")
        self._pause.start()
        read = self._forms.read(text)
        self.line.show_hint("" if read is None or isinstance(read, Misread) else self._forms.hint(read))

    def _say(self, sentence: str) -> None:
        if sentence == self.message.text():
            return  # the edge of the line may belong to a finding of the form
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        dress(self.line, "invalid" if sentence else "")
