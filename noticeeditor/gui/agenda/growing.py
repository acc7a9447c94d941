"""A list that is as high as its rows, so that only the form around it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QSizePolicy, QTreeView, QWidget

Index = QModelIndex | QPersistentModelIndex


class GrowingTree(QTreeView):
    """A flat tree view without bars of its own; rows may be of any height."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoScroll(False)

    def grow(self) -> None:
        """Be as high as the rows."""
        height = self.sizeHint().height()
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Return the size that shows all rows."""
        count = self.model().rowCount() if self.model() else 0
        last = self.visualRect(self.model().index(count - 1, 0)) if count else QRect()
        bottom = last.bottom() + 1 + self.verticalOffset() if count else 0
        return QSize(300, bottom + 2 * self.frameWidth() + 8)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a row; the form around scrolls, for the view is as high as its rows."""
        area = self._scroll_area()
        form = area.widget() if area else None
        place = self.visualRect(index)
        if area and form and place.isValid():
            middle = self.viewport().mapTo(form, place.center())
            area.ensureVisible(middle.x(), middle.y(), 0, min(place.height() // 2 + 24, area.height() // 3))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw none: the rows are flat."""

    def _scroll_area(self) -> QScrollArea | None:
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
