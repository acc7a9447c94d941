"""What stands in the place of the form while no notice is open: the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import _


class NothingOpen(QWidget):
    """Offers a new notice, or a file to begin with."""

    def __init__(self, new: QAction, from_file: QAction) -> None:
        super().__init__()
        dress(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture, self.title, self.words = QLabel(), QLabel(), QLabel()
        self._picture.setPixmap(icon("newspaper", "muted").pixmap(48, 48))
        dress(self.title, "title")
        dress(self.words, "muted")
        for label in (self._picture, self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.new, self.from_file = (
            QPushButton(icon("plus", "on_accent"), ""),
            QPushButton(icon("file-down"), ""),
        )
        dress(self.new, "primary")

        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.from_file)
        buttons.addWidget(self.new)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(14)
        column.addStretch(2)
        for part in (self._picture, self.title, self.words):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(3)
        self.new.clicked.connect(new.trigger)
        self.from_file.clicked.connect(from_file.trigger)

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.title.setText(_("No notice is open"))
        self.words.setText(
            _("Choose the body that meets; room, time, standing items and wording are filled in.")
        )
        self.new.setText(_("New notice"))
        self.from_file.setText(_("From a file …"))
