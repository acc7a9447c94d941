"""The controls of the settings: each shows a value and says ``edited`` with a new one."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from noticeeditor.gui.moment.words import locale
from noticeeditor.gui.settings.choices import choices
from noticeeditor.gui.settings.pages import Field


class TextLine(QLineEdit):
    """One line of text."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(self.edited.emit)

    def show_value(self, text: str) -> None:
        """Show a text; the cursor stays while it is the same."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class LinesArea(QPlainTextEdit):
    """Several lines, kept as a tuple; an empty end is no line."""

    edited = Signal(object)

    def __init__(self, lines: int = 5) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)
        self.textChanged.connect(self._emit_lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is written, line by line."""
        text = self.toPlainText().rstrip("\n")
        return tuple(line.strip() for line in text.split("\n")) if text.strip() else ()

    def show_value(self, lines: tuple[str, ...]) -> None:
        """Show lines; the cursor stays while they are the same."""
        if lines != self.lines:
            with QSignalBlocker(self):
                self.setPlainText("\n".join(lines))

    def _emit_lines(self) -> None:
        self.edited.emit(self.lines)


class NumbersLine(QLineEdit):
    """Whole numbers with commas between them; other signs are not taken."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(self._emit_numbers)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that are written."""
        return tuple(int(word) for word in self.text().replace(",", " ").split() if word.isdecimal())

    def show_value(self, numbers: tuple[int, ...]) -> None:
        """Show numbers."""
        if numbers != self.numbers:
            self.setText(", ".join(map(str, numbers)))

    def _emit_numbers(self) -> None:
        self.edited.emit(self.numbers)


class FlagBox(QCheckBox):
    """Yes or no; its label stands beside it."""

    edited = Signal(object)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(self.edited.emit)

    def show_value(self, value: bool) -> None:
        """Show yes or no."""
        self.setChecked(value)


class NumberBox(QSpinBox):
    """A whole number."""

    edited = Signal(object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setRange(int(field.range[0]), int(field.range[1]))
        self.lineEdit().setTextMargins(10, 0, 0, 0)  # the style sheet's padding does not reach it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.edited.emit)

    def show_value(self, value: int) -> None:
        """Show a number."""
        with QSignalBlocker(self):
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page


class MeasureBox(QDoubleSpinBox):
    """A measure with one digit behind the comma."""

    edited = Signal(object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setRange(*field.range)
        self.setDecimals(1)
        self.setLocale(locale())
        self.lineEdit().setTextMargins(10, 0, 0, 0)
        self.setSingleStep(0.5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.edited.emit)

    def show_value(self, value: float) -> None:
        """Show a measure."""
        with QSignalBlocker(self):
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page


class ChoiceBox(QComboBox):
    """One of several values that are shown as texts."""

    edited = Signal(object)

    def __init__(self, offered: tuple[tuple[str, object], ...] = ()) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._offered: tuple[tuple[str, object], ...] = ()  # Qt would make texts of members of a StrEnum
        self.offer(offered)
        self.activated.connect(self._emit_choice)

    def offer(self, offered: tuple[tuple[str, object], ...]) -> None:
        """Offer values with their texts."""
        if offered != self._offered:
            self._offered = offered
            self.clear()
            self.addItems([text for text, _value in offered])

    def show_value(self, value: object) -> None:
        """Show the text of a value."""
        self.setCurrentIndex(
            next((row for row, (_text, known) in enumerate(self._offered) if known == value), -1)
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page

    def _emit_choice(self, row: int) -> None:
        self.edited.emit(self._offered[row][1])


class FlagsBox(QWidget):
    """Any of several values, kept in the order of their enumeration."""

    edited = Signal(object)

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self.boxes = {member: QCheckBox(text) for text, member in choices(kind)}
        for box in self.boxes.values():
            row.addWidget(box)
            box.clicked.connect(self._emit_members)
        row.addStretch()
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, members: tuple[Enum, ...]) -> None:
        """Show which values are chosen."""
        for member, box in self.boxes.items():
            box.setChecked(member in members)

    def _emit_members(self) -> None:
        self.edited.emit(tuple(member for member, box in self.boxes.items() if box.isChecked()))
