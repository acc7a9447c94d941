"""The colours of the window by their use, once for each scheme."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Scheme(StrEnum):
    """Which colours the reader wants; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tokens(Struct, frozen=True):
    """Colours as ``#rrggbb``; a ``…_soft`` is the ground on which its namesake is written.

    ``border`` parts surfaces, ``strong`` bounds what can be operated (at least 3:1),
    ``backdrop`` lies behind the page of the preview.
    """

    window: str
    surface: str
    sunken: str
    border: str
    strong: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    hover: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    info: str
    info_soft: str
    backdrop: str
    mark: str


LIGHT = Tokens(
    window="#f3f4f8",
    surface="#ffffff",
    sunken="#f6f7fa",
    border="#d5d9e3",
    strong="#7b829a",
    text="#171a2b",
    muted="#565c75",
    disabled="#9096ab",
    accent="#1d4aa8",
    accent_hover="#173c8a",
    on_accent="#ffffff",
    selection="#e2eafa",
    hover="#eef1f8",
    danger="#b4231a",
    danger_soft="#fdecea",
    warning="#7a4b00",
    warning_soft="#fdf0d5",
    success="#0f6b55",
    success_soft="#dff3ec",
    info="#0b5b77",
    info_soft="#e0f2f8",
    backdrop="#dfe2ea",
    mark="#1d4aa8",
)
DARK = Tokens(
    window="#14161f",
    surface="#1d202c",
    sunken="#181b25",
    border="#343a4d",
    strong="#8189a3",
    text="#eceef5",
    muted="#a9afc4",
    disabled="#6d748c",
    accent="#8fb2ff",
    accent_hover="#b0c9ff",
    on_accent="#10131c",
    selection="#2a3656",
    hover="#262b3a",
    danger="#ff9a90",
    danger_soft="#43201e",
    warning="#f3c26b",
    warning_soft="#40300f",
    success="#7fd8bd",
    success_soft="#153a31",
    info="#86cfe8",
    info_soft="#12364a",
    backdrop="#0c0e14",
    mark="#1d4aa8",
)
CONTRAST = Tokens(
    window="#000000",
    surface="#000000",
    sunken="#000000",
    border="#ffffff",
    strong="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    disabled="#a6f0a6",
    accent="#ffe100",
    accent_hover="#fff27a",
    on_accent="#000000",
    selection="#0b2a60",
    hover="#1c1c1c",
    danger="#ffb4ab",
    danger_soft="#3b0000",
    warning="#ffd27a",
    warning_soft="#332200",
    success="#8dffd2",
    success_soft="#00301f",
    info="#9fe4ff",
    info_soft="#00293a",
    backdrop="#000000",
    mark="#0000c8",
)
TOKENS = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}
