"""A panel that asks for a reason where the act needs one: return, withdrawal, setting a finding aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _


class ReasonPanel(QFrame):
    """Stands in the window, not before it; Ctrl+Enter confirms, Escape gives up."""

    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self, title: str, explanation: str, verb: str) -> None:
        super().__init__()
        dress(self, "card-marked")
        heading, words = QLabel(title), QLabel(explanation)
        dress(heading, "heading")
        dress(words, "muted")
        words.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.text.setAccessibleDescription(explanation)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 4 + 16)
        self.message = QLabel()
        dress(self.message, "error")
        self.message.hide()
        self.confirm = QPushButton(verb)
        self.cancel = QPushButton(_("Cancel"))
        dress(self.confirm, "primary")
        dress(self.cancel, "quiet")
        for button in (self.confirm, self.cancel):
            button.setAutoDefault(True)  # Enter presses the one that has the focus, and no other
        self.setFocusProxy(self.text)

        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        for widget in (heading, words, self.text, self.message):
            column.addWidget(widget)
        column.addLayout(buttons)

        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.cancelled)
        self.text.textChanged.connect(self.message.hide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _with_control(event):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        reason = self.text.toPlainText().strip()
        if reason:
            self.confirmed.emit(reason)
            return
        self.message.setText(_("Write the reason: whoever reads on needs it."))
        self.message.show()
        self.text.setFocus()


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
