"""Icons: Lucide drawings coloured by the scheme in use, sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from noticeeditor import assets
from noticeeditor.gui.theme.tokens import LIGHT, Tokens


class _InUse:
    """The tokens of the scheme in use; icons ask at every paint, so they follow a change."""

    tokens: Tokens = LIGHT


def icon(name: str, tone: str = "text") -> QIcon:
    """Return an icon in the colour of a token (``text``, ``accent``, ``danger`` …)."""
    return QIcon(_SvgEngine(name, tone))


class _SvgEngine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = "disabled" if mode is QIcon.Mode.Disabled else self._tone
        _renderer(self._name, getattr(_InUse.tokens, tone)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks in device-independent pixels: without the scale icons are blurred on sharp screens
        pixmap = self.pixmap(size * scale, mode, state)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._name, self._tone)


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = assets.read(f"icons/{name}.svg").replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(drawing))
