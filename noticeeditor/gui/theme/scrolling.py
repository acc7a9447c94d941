"""Grounds that scroll: what does not fit on a small screen stays within reach."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget

from noticeeditor.gui.theme.dress import dress


class Scrolled(QScrollArea):
    """A content in its own size, scrolled where there is less room."""

    def __init__(self, content: QWidget, look: str = "ground") -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setWidget(content)
        for part in (self, content):
            dress(part, look)

    def sizeHint(self) -> QSize:
        """Return the size of the content: Qt would offer a part of it."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a size that every screen has room for."""
        return QSize(min(self._content.minimumSizeHint().width(), 280), 80)
