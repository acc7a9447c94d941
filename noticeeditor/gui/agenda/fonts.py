"""The fonts of the rows, and what is measured in them; each thing is measured once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from noticeeditor.gui.agenda.rows import Field

_SMALLER = 0.88
_KEPT_WIDTHS, _KEPT_LAYOUTS = 4096, 512


class Fonts:
    """Fonts made from the font of the view: for words, for headings, for captions and badges."""

    def __init__(self, body: QFont) -> None:
        self.body, self.bold, self.small = QFont(body), QFont(body), QFont(body)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small.setPointSizeF(body.pointSizeF() * _SMALLER)
        self.caption_height = int(QFontMetricsF(self.small).height()) + 1
        self._metrics = {id(font): QFontMetricsF(font) for font in (self.body, self.bold, self.small)}
        self.width = lru_cache(_KEPT_WIDTHS)(self._width)
        self.layout = lru_cache(_KEPT_LAYOUTS)(self._layout)
        self.height = lru_cache(_KEPT_WIDTHS)(self._height)

    def of(self, field: Field) -> QFont:
        """Return the font of the words of a row."""
        return self.bold if field is Field.HEADING else self.body

    def body_width(self, text: str) -> float:
        """Return how wide a text is in the font of the words."""
        return self.width(text, Field.TEXT)

    def small_width(self, text: str) -> float:
        """Return how wide a text is in a badge."""
        return self.width(text, None)

    def _width(self, text: str, field: Field | None) -> float:
        font = self.of(field) if field else self.small
        return self._metrics[id(font)].horizontalAdvance(text)

    def _height(self, text: str, field: Field, width: int) -> int:
        return int(self.layout(text, field, width).boundingRect().height() + 0.99)

    def _layout(self, text: str, field: Field, width: int) -> QTextLayout:
        """Return the words broken into lines of a width, as the field for writing breaks them."""
        layout = QTextLayout(text.replace("\n", "\u2028") or " ", self.of(field))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout
