"""The pane of the preview: form and size above the pages, the measure below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from noticeeditor.gui.preview.drag import DragHandle
from noticeeditor.gui.preview.geometry import Fit, Viewport, factor
from noticeeditor.gui.preview.pages import PagesView
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import N_, _

if TYPE_CHECKING:
    from noticeeditor.errors import NoticeEditorError
    from noticeeditor.gui.preview.raster import Preview

_TOOLS = (
    ("zoom-out", N_("Zoom out")),
    ("zoom-in", N_("Zoom in")),
    ("move-horizontal", N_("Fit width")),
    ("maximize", N_("Fit page")),
)


WITH_TITLE = 370  # px


class PreviewPane(QFrame):
    """Shows pages and their measure; says what is wished for."""

    column_wished = Signal(bool)
    fit_wished = Signal(object)
    zoom_wished = Signal(int)
    source_clicked = Signal(str)
    seen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self, "preview")
        self.title = QLabel()
        dress(self.title, "heading")
        self.page_form, self.column_form = QToolButton(), QToolButton()
        self.forms = QButtonGroup(self)
        for button in (self.page_form, self.column_form):
            button.setCheckable(True)
            dress(button, "chip")
            self.forms.addButton(button)
        self.page_form.setChecked(True)
        self.handle = DragHandle()
        self.tools = [self._tool(name) for name, _text in _TOOLS]
        self.shown_size = QLabel()
        dress(self.shown_size, "small")
        self.pages = PagesView()
        self.measure = QLabel()
        dress(self.measure, "small")
        self.failure = QLabel()
        self.failure.setWordWrap(True)
        self.failure.hide()
        dress(self.failure, "error")
        self._shown: Preview | None = None

        self._lay_out()
        self.forms.buttonClicked.connect(self._emit_form)
        out, closer, width, page = self.tools
        out.clicked.connect(self._zoom_out)
        closer.clicked.connect(self._zoom_in)
        width.clicked.connect(self._fit_width)
        page.clicked.connect(self._fit_page)
        self.pages.source_clicked.connect(self.source_clicked)
        self.pages.seen_changed.connect(self.seen_changed)
        self.pages.zoom_wished.connect(self.zoom_wished)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 9, 8, 7)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addSpacing(8)
        head.addWidget(self.page_form)
        head.addWidget(self.column_form)
        head.addStretch()
        zoom_out, *others = self.tools
        head.addWidget(zoom_out)
        head.addWidget(self.shown_size)
        for button in others:
            head.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 2, 8, 2)
        foot.addWidget(self.failure)
        line = QHBoxLayout()
        line.addWidget(self.measure, 1)
        line.addWidget(self.handle)
        foot.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of a narrow head to its buttons."""
        super().resizeEvent(event)
        self.title.setVisible(self.width() >= WITH_TITLE)

    @property
    def seen(self) -> Viewport:
        """What of the pages can be seen now."""
        return self.pages.seen

    def show_preview(self, preview: Preview) -> None:
        """Show pages and measure."""
        self._shown = preview
        self.pages.show_preview(preview)
        self.failure.hide()
        self.shown_size.setText(f"{factor(preview.layout.scale):.0%}".replace("%", " %"))
        self.measure.setText(_measure(preview))
        (self.column_form if preview.request.column else self.page_form).setChecked(True)

    def show_failure(self, error: NoticeEditorError) -> None:
        """Say why there is no picture; the last one stays."""
        from noticeeditor.i18n.sentences import error_sentence

        self.failure.setText(error_sentence(error))
        self.failure.show()

    def mark(self, source: str) -> None:
        """Mark the edited field and bring it into sight."""
        self.pages.mark(source)
        self.pages.reveal(source)

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.title.setText(_("Preview"))
        self.page_form.setText(_("A4"))
        self.column_form.setText(_("Column"))
        self.column_form.setToolTip(_("As it stands in the gazette"))
        for button, (_name, text) in zip(self.tools, _TOOLS, strict=True):
            button.setToolTip(_(text))
            button.setAccessibleName(_(text))
        self.pages.retranslate()
        self.handle.retranslate()
        if self._shown is not None:
            self.measure.setText(_measure(self._shown))

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(17, 17))
        return button

    def _emit_form(self) -> None:
        self.column_wished.emit(self.column_form.isChecked())

    def _zoom_out(self) -> None:
        self.zoom_wished.emit(-1)

    def _zoom_in(self) -> None:
        self.zoom_wished.emit(1)

    def _fit_width(self) -> None:
        self.fit_wished.emit(Fit.WIDTH)

    def _fit_page(self) -> None:
        self.fit_wished.emit(Fit.PAGE)


def _measure(preview: Preview) -> str:
    rendering, characters = preview.rendering, len(preview.text.rstrip("\n"))
    if preview.request.column:
        size = _("Column {width:.0f} × {height:.1f} mm").format(
            width=preview.request.profile.style.column.width, height=rendering.height or 0.0
        )
    else:
        size = _("Page 1 of 1") if rendering.pages == 1 else _("{pages} pages").format(pages=rendering.pages)
    count = _("{lines} lines, {characters} characters").format(lines=rendering.lines, characters=characters)
    return f"{size}  ·  {count}"
