"""A list as high as its entries, within limits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget

EDGES, LOWEST, HIGHEST = 10, 110, 420  # px


class GrowingList(QListWidget):
    """Wraps its entries; it scrolls only where they are higher than the highest list."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def fit(self) -> None:
        """Take the height of the entries."""
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff)
        self.doItemsLayout()
        wanted = self.contentsSize().height() + EDGES
        if wanted > HIGHEST:
            self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded)
        self.setFixedHeight(min(max(wanted, LOWEST), HIGHEST))
