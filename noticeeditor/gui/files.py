"""Files that are dragged into the window: wherever they are let go, they are read as notices."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QWidget


def files_of(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files that are dragged; other addresses are none."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


class FilesRise(QObject):
    """Lets files pass the fields of a window, which would write down where they lie."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for widget in window.findChildren(QWidget):
            if widget.acceptDrops():
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse files in the name of a field: Qt then asks what the field lies on."""
        if isinstance(event, QDragEnterEvent) and files_of(event.mimeData()):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
