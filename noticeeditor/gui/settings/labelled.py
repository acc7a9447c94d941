"""A field of the settings: label above, what it is for below, and what is wrong with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from noticeeditor.gui.settings.pages import Field, Kind
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _

# px; a short field says that little is to be written
WIDTHS = {
    Kind.NUMBER: 140,
    Kind.MEASURE: 140,
    Kind.TIME: 140,
    Kind.DATE: 260,
    Kind.CHOICE: 320,
    Kind.REFERENCE: 320,
}


class Labelled(QWidget):
    """One row of a form."""

    def __init__(self, field: Field, control: Any) -> None:  # noqa: ANN401 - any of the controls
        super().__init__()
        self.field, self.control = field, control
        self.label, self.about, self.problem = QLabel(_(field.label)), QLabel(_(field.about)), QLabel()
        dress(self.label, "label")
        dress(self.about, "small")
        dress(self.problem, "error")
        self.label.setBuddy(control)
        for words in (self.about, self.problem):
            words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.label, control, self.about, self.problem):
            column.addWidget(widget)
        column.addStretch()
        if width := WIDTHS.get(field.kind):
            control.setMaximumWidth(width)
        self.label.setVisible(field.kind is not Kind.FLAG)  # it stands beside the box
        self.about.setVisible(bool(field.about))
        self.problem.hide()
        target = control.focusProxy() or control
        if not target.accessibleName():
            target.setAccessibleName(_(field.label))

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
