"""Strokes at a window, timed: until the form and until the page shows what was struck."""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from noticeeditor.gui.agenda.item_editor import ItemEditor
    from noticeeditor.gui.main.window import Window
    from noticeeditor.notice.notice import Notice

Moment = tuple[float, float]  # on the wall, and of the processor in all threads
PATIENCE = 10.0  # seconds after which a page that does not come is an error


def now() -> Moment:
    """Return the moment it is."""
    return time.perf_counter(), time.process_time()


def milliseconds(begins: Moment, ends: Moment) -> float:
    """Return the smaller of wall and processor time: what others on the machine take counts in the first alone."""
    return min(end - begin for begin, end in zip(begins, ends, strict=True)) * 1000


class Watch(QObject):
    """When an area was painted last, and what ``shown`` said of it at that moment.

    That an area was painted after a key is not enough: one paint too many, and every time
    would be that of the key before.
    """

    def __init__(self, area: QAbstractScrollArea, shown) -> None:
        super().__init__(area)
        self._area, self._shown = area, shown
        self.painted, self.content = now(), None
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the area paint, and note the time at which it has."""
        del watched
        if event.type() is not QEvent.Type.Paint:
            return False
        self._area.viewportEvent(event)
        self.painted, self.content = now(), self._shown()
        return True


class Strokes:
    """A hand that writes in an item and looks at the window until it shows the letter."""

    def __init__(self, window: Window, field: ItemEditor) -> None:
        self.window, self.field = window, field
        self._pages = window.view.preview.pages
        self._form = Watch(field, lambda: field.text)
        self._page = Watch(self._pages, self._notice_shown)
        self._picture = self._raster()

    def strike(self, letter: str) -> tuple[float, float]:
        """Strike a key; return milliseconds until the form and until the page has shown it."""
        before = self.field.text
        begins = now()
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(self.field, key)
        form: Moment | None = None
        while form is None or self._page.content != self.window.editor.notice:
            if time.perf_counter() - begins[0] > PATIENCE:
                raise SystemExit("the page does not show what was struck")
            QApplication.processEvents()
            time.sleep(0.0002)  # a loop that spins would keep the worker from its turn
            if form is None and self._form.content == before + letter:
                form = self._form.painted
        self._prove(letter)
        return milliseconds(begins, form), milliseconds(begins, self._page.painted)

    def _prove(self, letter: str) -> None:
        """Compare the picture with the one before: a letter leaves ink."""
        picture, before = self._raster(), self._picture
        if letter.strip() and picture == before:
            raise SystemExit(f"the page says that it shows {letter!r}, but its picture is the old one")
        self._picture = picture

    def _notice_shown(self) -> Notice | None:
        shown = self._pages._preview
        return shown and shown.request.notice

    def _raster(self) -> int:
        return zlib.crc32(b"".join(bytes(image.constBits()) for image in self._pages.page_images))
