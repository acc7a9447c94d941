"""Pages of a PDF as pictures, and onto paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from noticeeditor.gui.preview.pdfium import PDFIUM

POINTS_PER_INCH = 72
FINEST = 600  # dots an inch beyond which text on paper looks no better


def page_images(content: bytes, resolution: float) -> Iterator[QImage]:
    """Yield every page of a PDF, drawn with so many dots an inch."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # ships no types

    with PDFIUM:
        document = PdfDocument(content)
        count = len(document)
    try:
        for number in range(count):
            yield _page_image(document, number, resolution / POINTS_PER_INCH)
    finally:
        with PDFIUM:
            document.close()


def _page_image(document: Any, number: int, scale: float) -> QImage:  # noqa: ANN401 - of a library without types
    with PDFIUM:
        page = document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        form = QImage.Format.Format_RGB32
        picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        bitmap.close()
        page.close()
    return picture


def print_pages(content: bytes, printer: QPrinter) -> int:
    """Print every page of a PDF in its own size, from the corner of the sheet; return their number.

    Return 0 where the printer does not begin, and stop where it gives up.
    """
    printer.setFullPage(True)
    resolution = min(printer.resolution(), FINEST)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    count = 0
    for picture in page_images(content, resolution):
        if count and not printer.newPage():
            break
        scale = printer.resolution() / resolution
        place = QRect(0, 0, round(picture.width() * scale), round(picture.height() * scale))
        painter.drawImage(place, picture)
        count += 1
    painter.end()
    return count
