"""The handle at which the PDF is dragged out of the window, into a mail or a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.theme import icon
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

WritePdf = Callable[[Path], Path]


class DragHandle(QToolButton):
    """Writes the PDF when a drag begins; the file lives as long as the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setIcon(icon("file-text"))
        self.setIconSize(QSize(17, 17))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard exports with Ctrl+E
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.write_pdf: WritePdf | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has moved far enough."""
        far = QApplication.startDragDistance()
        start = self.rect().center()
        if event.buttons() & Qt.MouseButton.LeftButton and (
            (event.position().toPoint() - start).manhattanLength() > far
        ):
            self.drag()

    def drag(self) -> None:
        """Drag the file."""
        mime = self.mime_data()
        if mime is None:
            return
        from PySide6.QtGui import QDrag

        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(icon("file-text", "accent").pixmap(32, 32))
        self.setDown(False)
        drag.exec(Qt.DropAction.CopyAction)

    def mime_data(self) -> QMimeData | None:
        """Return the file as others take it, ``None`` where it cannot be written."""
        if self.write_pdf is None:
            return None
        self._folder = self._folder or TemporaryDirectory(prefix="noticeeditor-", ignore_cleanup_errors=True)
        try:
            target = self.write_pdf(Path(self._folder.name))
        except NoticeEditorError:
            return None  # the preview says already why there is no page
        from PySide6.QtCore import QUrl

        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(target))])
        return mime

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.setToolTip(_("Drag the PDF from here into a mail or a folder"))
        self.setAccessibleName(_("PDF to drag"))
