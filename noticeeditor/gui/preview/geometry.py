"""Where pages lie in the view, and which field stands at a point; no Qt. Lengths in pixels, pages in pt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeeditor.export.formats import Place

GAP = 14
BYTES_PER_PIXEL = 4
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
PT_PER_INCH = 72.0
PIXELS_PER_INCH = 96.0


class Fit(StrEnum):
    """How large pages are shown: as wide as the view, whole, or in a size of their own."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class Zoom(Struct, frozen=True):
    """The fit, and the size for a free one; 1.0 is the size on paper."""

    fit: Fit = Fit.WIDTH
    factor: float = 1.0


class Viewport(Struct, frozen=True):
    """What can be seen: width and height, how far it is scrolled, device pixels in one pixel."""

    width: int = 400
    height: int = 560
    top: int = 0
    ratio: float = 1.0


class Sheet(Struct, frozen=True):
    """A page in the view: its number from 0, its left and top edge, its size."""

    page: int
    left: int
    top: int
    width: int
    height: int


class Box(Struct, frozen=True):
    """A rectangle in the view."""

    left: float
    top: float
    width: float
    height: float


class Layout(Struct, frozen=True):
    """All pages below one another, with the scale from pt to pixels."""

    sheets: tuple[Sheet, ...] = ()
    scale: float = 1.0
    width: int = 0
    height: int = 0

    def visible(self, top: int, height: int) -> tuple[Sheet, ...]:
        """Return the pages that are seen, even in part."""
        return tuple(
            sheet for sheet in self.sheets if sheet.top < top + height and sheet.top + sheet.height > top
        )

    def boxes(self, source: str, places: Sequence[Place]) -> Iterator[Box]:
        """Yield where a field stands."""
        for place in places:
            if place.source == source and place.page < len(self.sheets):
                yield self._box(place)

    def lines(self, source: str, places: Sequence[Place]) -> tuple[Box, ...]:
        """Return where a field stands, what is side by side (a number and its item) as one."""
        lines: list[Box] = []
        for box in self.boxes(source, places):
            if lines and _beside(lines[-1], box):
                lines[-1] = _around(lines[-1], box)
            else:
                lines.append(box)
        return tuple(lines)

    def source_at(self, x: float, y: float, places: Sequence[Place]) -> str:
        """Return the field that stands at a point, the nearest in the same line of sight, or ``""``."""
        inside = [place for place in places if place.page < len(self.sheets) and self._covers(place, x, y)]
        smallest = min(inside, key=_area, default=None)
        return smallest.source if smallest else ""

    def _covers(self, place: Place, x: float, y: float) -> bool:
        sheet, box = self.sheets[place.page], self._box(place)
        in_line = box.top - 3 <= y <= box.top + box.height + 3
        return in_line and sheet.left <= x <= sheet.left + sheet.width

    def _box(self, place: Place) -> Box:
        sheet = self.sheets[place.page]
        return Box(
            sheet.left + place.left * self.scale,
            sheet.top + place.top * self.scale,
            (place.right - place.left) * self.scale,
            (place.bottom - place.top) * self.scale,
        )


def lay_out(sizes: Sequence[tuple[float, float]], zoom: Zoom, viewport: Viewport) -> Layout:
    """Return where pages of these sizes lie; a view wider than the pages has them in its middle."""
    if not sizes:
        return Layout()
    widest, tallest = max(width for width, _ in sizes), max(height for _, height in sizes)
    scale = _scale(widest, tallest, zoom, viewport)
    total = max(viewport.width, round(widest * scale) + 2 * GAP)
    sheets, top = [], GAP
    for page, (width, height) in enumerate(sizes):
        shown = round(width * scale), round(height * scale)
        sheets.append(Sheet(page, (total - shown[0]) // 2, top, *shown))
        top += shown[1] + GAP
    return Layout(tuple(sheets), scale, total, top)


def factor(scale: float) -> float:
    """Return the size in relation to paper."""
    return scale * PT_PER_INCH / PIXELS_PER_INCH


def next_step(current: float, direction: int) -> float:
    """Return the next size of the usual ones, larger or smaller."""
    if direction > 0:
        return next((step for step in STEPS if step > current + 0.005), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < current - 0.005), STEPS[0])


def _scale(widest: float, tallest: float, zoom: Zoom, viewport: Viewport) -> float:
    free = zoom.factor * PIXELS_PER_INCH / PT_PER_INCH
    across = max(viewport.width - 2 * GAP, 60) / widest
    match zoom.fit:
        case Fit.WIDTH:
            return min(across, 2 * PIXELS_PER_INCH / PT_PER_INCH)
        case Fit.PAGE:
            return min(across, max(viewport.height - 2 * GAP, 60) / tallest)
        case Fit.FREE:
            return free


def _beside(one: Box, other: Box) -> bool:
    return one.top < other.top + other.height and other.top < one.top + one.height


def _around(one: Box, other: Box) -> Box:
    left, top = min(one.left, other.left), min(one.top, other.top)
    right = max(one.left + one.width, other.left + other.width)
    bottom = max(one.top + one.height, other.top + other.height)
    return Box(left, top, right - left, bottom - top)


def _area(place: Place) -> float:
    return (place.right - place.left) * (place.bottom - place.top)
