"""Pictures of windows, compared with kept ones that were looked at.

After a change that is meant: NOTICEEDITOR_KEEP_PICTURES=1 pytest tests/gui -k look, then look at every changed
file under tests/gui/golden.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

KEPT = Path(__file__).parent / "golden"
PIXELS, DIFFERENCE = 60, 24  # so many pixels may differ by more than so much in one channel
KEEP = bool(os.environ.get("NOTICEEDITOR_KEEP_PICTURES"))


def picture(widget: QWidget, scale: float = 1.0) -> QImage:
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    widget.render(image, QPoint(), QRegion())
    return image


def differing(one: QImage, other: QImage) -> int:
    """How many pixels differ by more than the eye forgives."""
    if one.size() != other.size():
        return one.width() * one.height()
    left, right = (
        bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other)
    )
    if left == right:
        return 0
    pixels = {n // 4 for n, (a, b) in enumerate(zip(left, right, strict=True)) if abs(a - b) > DIFFERENCE}
    return len(pixels)


def compare(name: str, image: QImage, folder: Path, scale: float = 1.0) -> None:
    """Assert that a picture is the kept one, or keep it where that is wished."""
    kept = KEPT / f"{name}.png"
    if KEEP:
        image.save(str(kept))
        return
    count = differing(image, QImage(str(kept)))
    most = PIXELS * scale * scale
    if count > most:
        image.save(str(folder / f"{name}.png"))
    assert count <= most, f"{count} pixels differ; the new picture: {folder / name}.png"
