"""Pictures of pages, drawn on a worker into buffers that are used again and again.

A page has two buffers, the one on the screen and the one that is drawn into: a fresh
bitmap and a copy for every keystroke would cost more than the drawing.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from noticeeditor.export.formats import EXPORTERS, Options, Rendering
from noticeeditor.gui.preview.geometry import BYTES_PER_PIXEL, Layout, Sheet, Viewport, Zoom, lay_out
from noticeeditor.gui.preview.pdfium import PDFIUM
from noticeeditor.layout.compose import compose

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.notice.notice import Notice

    Buffer = ctypes.Array[ctypes.c_ubyte]


class Request(Struct, frozen=True):
    """What is to be seen; ``column`` asks for the gazette column instead of A4."""

    notice: Notice
    profile: AuthorityProfile
    column: bool = False
    zoom: Zoom = field(default_factory=Zoom)
    viewport: Viewport = field(default_factory=Viewport)


class Picture(Struct, frozen=True, eq=False):
    """A page drawn: 32 bits a pixel as in QImage.Format_RGB32; the buffer is drawn into again once another is shown."""

    sheet: Sheet
    width: int
    height: int
    buffer: Buffer


class Preview(Struct, frozen=True):
    """The pictures of the pages that are seen, the lie of all, and the measure of the notice."""

    request: Request
    layout: Layout
    pictures: tuple[Picture, ...]
    rendering: Rendering
    text: str


class Rasteriser:
    """Draws notices, on one worker at a time in the whole process (see ``pdfium``)."""

    def __init__(self) -> None:
        self._pdf: Any = None
        self._sizes: list[tuple[float, float]] = []
        self._pages: dict[int, Any] = {}  # held: a page that is collected is closed
        self._made: tuple[Notice, AuthorityProfile, bool] | None = None
        self._rendering = Rendering(b"")
        self._text = ""
        self._shown: dict[int, Buffer] = {}
        self._spare: dict[int, Buffer] = {}

    def __del__(self) -> None:
        """Close what PDFium holds while nobody else uses it."""
        with PDFIUM:
            self._close()

    def draw(self, request: Request) -> Preview:
        """Return what the request asks for; a notice drawn before is not composed again.

        Until the pictures are taken the next ones are drawn into the same buffers: a request
        that came too late leaves what is on the screen alone.
        """
        with PDFIUM:
            return self._draw(request)

    def take(self, preview: Preview) -> None:
        """Know that these pictures go to the screen; those they replace may be drawn into again."""
        for picture in preview.pictures:
            page = picture.sheet.page
            replaced = self._shown.get(page)
            self._shown[page] = self._spare.pop(page)
            if replaced is not None:
                self._spare[page] = replaced

    def _draw(self, request: Request) -> Preview:
        self._compose(request)
        layout = lay_out(self._sizes, request.zoom, request.viewport)
        seen = layout.visible(request.viewport.top, request.viewport.height)
        pictures = tuple(self._picture(sheet, request.viewport.ratio) for sheet in seen)
        return Preview(request, layout, pictures, self._rendering, self._text)

    def _compose(self, request: Request) -> None:
        wanted = (request.notice, request.profile, request.column)
        if self._made == wanted:
            return
        from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # ships no types

        document = compose(request.notice, request.profile.style)
        options = Options(column=request.column)
        self._rendering = EXPORTERS["pdf"].render(document, request.profile.style, options)
        self._text = EXPORTERS["txt"].render(document, request.profile.style).content.decode()
        self._close()
        self._pdf = PdfDocument(self._rendering.content)
        self._sizes = [self._pdf.get_page_size(number) for number in range(len(self._pdf))]
        self._made = wanted

    def _close(self) -> None:
        for page in self._pages.values():
            page.close()
        self._pages = {}
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None

    def _picture(self, sheet: Sheet, ratio: float) -> Picture:
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

        width, height = max(1, round(sheet.width * ratio)), max(1, round(sheet.height * ratio))
        stride = width * BYTES_PER_PIXEL
        buffer = self._buffer(sheet.page, stride * height)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, buffer, stride)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT
        pdfium.FPDF_RenderPageBitmap(bitmap, self._page(sheet.page).raw, 0, 0, width, height, 0, flags)
        pdfium.FPDFBitmap_Destroy(bitmap)
        return Picture(sheet, width, height, buffer)

    def _page(self, number: int) -> Any:  # noqa: ANN401 - PDFium's page
        """Return a page, read when it is seen first."""
        if number not in self._pages:
            self._pages[number] = self._pdf[number]
        return self._pages[number]

    def _buffer(self, page: int, size: int) -> Buffer:
        kept = self._spare.get(page)
        if kept is None or len(kept) != size:
            kept = self._spare[page] = (ctypes.c_ubyte * size)()
        return kept
