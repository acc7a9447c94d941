"""A quiet note inside a window: what was done, what is wrong; never a box in the way."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from noticeeditor.gui.theme import dress

LOOKS = {"info": "note", "success": "note-success", "warning": "note-warning", "danger": "note-danger"}


class Note(QFrame):
    """A sentence on a coloured ground, hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.label)
        self.hide()

    def say(self, tone: str, sentence: str) -> None:
        """Show a sentence in a tone (``info``, ``success``, ``warning``, ``danger``), or nothing."""
        self.setVisible(bool(sentence))
        self.setAccessibleName(sentence)
        if not sentence:
            return
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        dress(self, LOOKS[tone])
        for child in (self.label,):  # its colour comes from the ground it stands on
            child.style().unpolish(child)
            child.style().polish(child)
        self.label.setText(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
