"""The font of the window, shipped so that it looks the same everywhere."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from noticeeditor import assets

FAMILY = "Fira Sans"
POINT_SIZE = 10.5


@lru_cache(maxsize=1)
def load() -> None:
    """Make the shipped faces known to Qt."""
    for name in assets.names("fonts/FiraSans-*.ttf"):
        QFontDatabase.addApplicationFont(str(assets.path(name)))


def interface_font() -> QFont:
    """Return the font of the window."""
    font = QFont(FAMILY)
    font.setPointSizeF(POINT_SIZE)
    return font
