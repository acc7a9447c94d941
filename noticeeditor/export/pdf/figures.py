"""Crests and logos: a PNG file becomes a gray image (ISO 32000-1, 8.9)."""

from __future__ import annotations

import zlib
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from noticeeditor.errors import BadInput, Problem
from noticeeditor.export.pdf.container import Objects
from noticeeditor.export.pdf.syntax import compressed_stream
from noticeeditor.layout.blocks import Figure

_FINEST = 600  # dots an inch; what is finer than the press is left out


class Image(NamedTuple):
    """An image by its name among the resources; its sides in dots."""

    name: bytes
    width: int
    height: int


class Figures:
    """The images of one file."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._numbers: dict[bytes, int] = {}

    def add(self, figure: Figure) -> Image:
        """Return the image of a figure; raise ``BadInput`` where its file is no image."""
        body, width, height = _gray(figure.image, round(figure.width / 25.4 * _FINEST))
        number = self._objects.add(body)
        name = b"I%d" % len(self._numbers)
        self._numbers[name] = number
        return Image(name, width, height)

    def resources(self) -> bytes:
        """Return the images as resources (7.8.3)."""
        if not self._numbers:
            return b""
        return b"/XObject<<%s>>" % b"".join(b"/%s %d 0 R" % pair for pair in self._numbers.items())


@lru_cache(maxsize=8)
def _gray(png: bytes, widest: int) -> tuple[bytes, int, int]:
    """Return the image XObject in DeviceGray, what was transparent now white, and its sides."""
    from PIL import Image as Pillow

    try:
        with Pillow.open(BytesIO(png), formats=("PNG",)) as opened:
            image = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError) as error:
        raise BadInput("", (Problem("crest.unreadable"),)) from error
    white = Pillow.new("RGBA", image.size, "white")
    flat = Pillow.alpha_composite(white, image).convert("L")
    if flat.width > widest:
        flat = flat.resize(
            (widest, max(1, round(flat.height * widest / flat.width))), Pillow.Resampling.LANCZOS
        )
    entries = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % flat.size
    )
    return compressed_stream(zlib.compress(flat.tobytes(), 9), entries), flat.width, flat.height
