"""What the preview shows: which notice, which form, how large; pictures come from a worker. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.jobs import Done, Err, Outcome, Work
from noticeeditor.gui.preview.geometry import Fit, Viewport, Zoom, factor, next_step

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.gui.preview.raster import Preview, Rasteriser, Request
    from noticeeditor.notice.notice import Notice

JOB = "preview"


class PreviewView(Protocol):
    """What the presenter needs of the view."""

    @property
    def seen(self) -> Viewport:
        """What can be seen now."""

    def show_preview(self, preview: Preview) -> None:
        """Show pictures and measure."""

    def show_failure(self, error: NoticeEditorError) -> None:
        """Say why there is no picture."""


class PreviewPresenter:
    """Asks for a picture after every change; only the newest request counts."""

    def __init__(self, view: PreviewView, run: Callable[[str, Work, Done], None]) -> None:
        self._view, self._run = view, run
        self._rasteriser: Rasteriser | None = None
        self._request: Request | None = None
        self._scale = 1.0

    @property
    def column(self) -> bool:
        """Whether the gazette column is shown instead of A4."""
        return self._request is not None and self._request.column

    def show_notice(self, notice: Notice, profile: AuthorityProfile) -> None:
        """Show a notice, in the form and size that were chosen."""
        from noticeeditor.gui.preview.raster import Request

        if self._request is None:
            self._ask(Request(notice, profile))
        elif (self._request.notice, self._request.profile) != (notice, profile):
            self._ask(replace(self._request, notice=notice, profile=profile))

    def show_column(self, column: bool) -> None:
        """Show the gazette column, or A4."""
        if self._request is not None:
            self._ask(replace(self._request, column=column))

    def fit(self, fit: Fit) -> None:
        """Show pages as wide as the view, or whole."""
        if self._request is not None:
            self._ask(replace(self._request, zoom=Zoom(fit)))

    def zoom(self, direction: int) -> None:
        """Show pages one step larger or smaller."""
        if self._request is not None:
            size = next_step(factor(self._scale), direction)
            self._ask(replace(self._request, zoom=Zoom(Fit.FREE, size)))

    def look_again(self) -> None:
        """Draw what has come into sight."""
        if self._request is not None and self._request.viewport != self._view.seen:
            self._ask(self._request)

    def _ask(self, request: Request) -> None:
        asked = self._request = replace(request, viewport=self._view.seen)
        self._run(JOB, lambda: self._draw(asked), self._receive)

    def _draw(self, request: Request) -> Preview:
        """Return the pictures; this runs on a worker, which also loads what it takes."""
        if self._rasteriser is None:
            from noticeeditor.gui.preview.raster import Rasteriser

            self._rasteriser = Rasteriser()
        return self._rasteriser.draw(request)

    def _receive(self, outcome: Outcome) -> None:
        if isinstance(outcome, Err):
            if not isinstance(outcome.error, NoticeEditorError):
                raise outcome.error
            self._view.show_failure(outcome.error)
            return
        preview: Preview = outcome.value
        self._scale = preview.layout.scale
        if self._rasteriser is not None:
            self._rasteriser.take(preview)
        self._view.show_preview(preview)
