"""The pages of the preview: pictures on a ground, the edited field marked, a click finds its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from noticeeditor.gui.preview.geometry import BYTES_PER_PIXEL, Box, Layout, Viewport
from noticeeditor.gui.theme import dress, tokens
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from noticeeditor.gui.preview.raster import Picture, Preview


class PagesView(QAbstractScrollArea):
    """Shows the pictures it is given and says what was clicked and what came into sight."""

    source_clicked = Signal(str)
    seen_changed = Signal()
    zoom_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._images: dict[int, tuple[Picture, QImage]] = {}
        self._marked = ""
        dress(self, "backdrop")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ground = QWidget()
        ground.setMouseTracking(True)
        ground.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(ground)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._emit_seen)
        self.retranslate()

    @property
    def seen(self) -> Viewport:
        """What of the pages can be seen now."""
        port = self.viewport()
        return Viewport(
            port.width(), port.height(), self.verticalScrollBar().value(), self.devicePixelRatioF()
        )

    @property
    def page_images(self) -> tuple[QImage, ...]:
        """The pictures of the pages that are shown."""
        return tuple(image for _, image in self._images.values())

    def show_preview(self, preview: Preview) -> None:
        """Show pictures; the images wrap the buffers they were drawn into."""
        follow = self._is_seen(self._marked)
        self._preview = preview
        kept = {sheet.page for sheet in preview.layout.sheets}
        self._images = {page: pair for page, pair in self._images.items() if page in kept}
        for picture in preview.pictures:
            self._images[picture.sheet.page] = (picture, _image(picture, self.devicePixelRatioF()))
        self._span(preview.layout)
        if follow:  # words that grow may push the edited field out of sight, or onto the next page
            self.reveal(self._marked)
        self._describe(preview)
        self.viewport().update()

    def mark(self, source: str) -> None:
        """Mark the field that is being edited."""
        if source == self._marked:
            return
        self._marked = source
        self.viewport().update()

    def reveal(self, source: str) -> None:
        """Scroll to a field where it is out of sight."""
        boxes = self._boxes(source)
        if boxes and not self._is_seen(source):
            self.verticalScrollBar().setValue(int(boxes[0].top) - self.seen.height // 3)

    def retranslate(self) -> None:
        """Say the name in the language in use."""
        self.setAccessibleName(_("Preview of the notice"))
        if self._preview is not None:
            self._describe(self._preview)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, pages and mark."""
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().backdrop))
        painter.drawRect(event.rect())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        if self._preview is not None:
            for sheet in self._preview.layout.sheets:
                self._paint_sheet(
                    painter, QRectF(sheet.left, sheet.top, sheet.width, sheet.height), sheet.page
                )
            self._paint_mark(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pages of the new size."""
        super().resizeEvent(event)
        self._emit_seen()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wished.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point where a click leads somewhere."""
        inside = bool(self._source_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if inside else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which field was clicked."""
        source = self._source_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and source:
            self.source_clicked.emit(source)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say over a field that a click leads to it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self.viewport().setToolTip(_("Click to edit") if self._source_at(event.pos()) else "")
        return super().viewportEvent(event)

    def _boxes(self, source: str) -> tuple[Box, ...]:
        shown = self._preview
        return shown.layout.lines(source, shown.rendering.places) if shown else ()

    def _is_seen(self, source: str) -> bool:
        seen = self.seen
        return any(seen.top <= box.top <= seen.top + seen.height - box.height for box in self._boxes(source))

    def _source_at(self, point: QPoint) -> str:
        if self._preview is None:
            return ""
        x = point.x() + self.horizontalScrollBar().value()
        y = point.y() + self.verticalScrollBar().value()
        return self._preview.layout.source_at(x, y, self._preview.rendering.places)

    def _span(self, layout: Layout) -> None:
        port = self.viewport()
        for bar, whole, part in (
            (self.verticalScrollBar(), layout.height, port.height()),
            (self.horizontalScrollBar(), layout.width, port.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)

    def _describe(self, preview: Preview) -> None:
        self.setAccessibleDescription(preview.text[:4000])

    def _paint_sheet(self, painter: QPainter, area: QRectF, page: int) -> None:
        shade = QColor(0, 0, 0, 22)  # four strips: a stroked rectangle of this size takes two milliseconds
        painter.fillRect(QRectF(area.left() - 1, area.top() - 1, area.width() + 2, 1), shade)
        painter.fillRect(QRectF(area.left() - 1, area.bottom(), area.width() + 2, 2), shade)
        painter.fillRect(QRectF(area.left() - 1, area.top(), 1, area.height()), shade)
        painter.fillRect(QRectF(area.right(), area.top(), 1, area.height()), shade)
        known = self._images.get(page)
        if known is None:
            painter.fillRect(area, Qt.GlobalColor.white)
        else:
            painter.drawImage(area, known[1])

    def _paint_mark(self, painter: QPainter) -> None:
        tone = QColor(tokens().mark)
        for box in self._boxes(self._marked):
            area = QRectF(box.left - 5, box.top - 2, box.width + 10, box.height + 4)
            tone.setAlpha(22)
            painter.fillRect(area, tone)
            tone.setAlpha(255)
            painter.fillRect(QRectF(area.left(), area.top(), 2.5, area.height()), tone)

    def _emit_seen(self) -> None:
        self.seen_changed.emit()


def _image(picture: Picture, ratio: float) -> QImage:
    stride = picture.width * BYTES_PER_PIXEL
    image = QImage(
        memoryview(picture.buffer), picture.width, picture.height, stride, QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(ratio)
    return image
