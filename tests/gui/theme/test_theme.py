from __future__ import annotations

import pytest
from msgspec.structs import asdict
from PySide6.QtWidgets import QApplication, QLabel

from noticeeditor import assets
from noticeeditor.gui import theme
from noticeeditor.gui.theme.tokens import TOKENS, Scheme

GROUNDS = ("window", "surface", "sunken", "selection", "hover")


def luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", TOKENS, ids=str)
def test_text_is_readable_on_every_ground(scheme):
    colours = asdict(TOKENS[scheme])
    pairs = [(text, ground) for text in ("text", "muted", "accent", "danger") for ground in GROUNDS]
    pairs += [(tone, f"{tone}_soft") for tone in ("danger", "warning", "success", "info")]
    pairs += [(tone, ground) for tone in ("warning", "success", "info") for ground in ("window", "surface")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover")]
    least = 7.0 if scheme is Scheme.CONTRAST else 4.5
    assert [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < least] == []


@pytest.mark.parametrize("scheme", TOKENS, ids=str)
def test_what_can_be_operated_has_a_visible_edge(scheme):
    colours = asdict(TOKENS[scheme])
    grounds = ("window", "surface")
    assert all(contrast(colours["strong"], colours[ground]) >= 3 for ground in grounds)


def test_a_scheme_colours_the_application_and_can_be_changed(qapp: QApplication):
    theme.apply(qapp, Scheme.DARK)
    assert qapp.palette().window().color().name() == TOKENS[Scheme.DARK].window
    theme.apply(qapp, Scheme.LIGHT)
    assert qapp.palette().window().color().name() == TOKENS[Scheme.LIGHT].window
    assert theme.tokens() is TOKENS[Scheme.LIGHT]


def test_the_shipped_font_is_in_use(qapp: QApplication, qtbot):
    theme.apply(qapp, Scheme.LIGHT)
    label = QLabel("Sitzung")
    qtbot.addWidget(label)
    assert label.fontInfo().family() == "Fira Sans"


def test_an_icon_is_sharp_on_a_sharp_screen_and_follows_the_scheme(qapp: QApplication):
    theme.apply(qapp, Scheme.LIGHT)
    icon = theme.icon("plus")
    light = icon.pixmap(icon.actualSize(icon.pixmap(18, 18).size()), 2.0)
    assert (light.width(), light.devicePixelRatio()) == (36, 2.0)
    theme.apply(qapp, Scheme.DARK)
    on_dark = icon.pixmap(18, 18).toImage().pixelColor(9, 9)
    theme.apply(qapp, Scheme.LIGHT)
    assert on_dark.lightness() > 220


def test_every_drawing_takes_the_colour_it_is_given():
    drawings = [name for name in assets.names("icons/*.svg") if "/neutral-" not in name]
    assert [name for name in drawings if b"currentColor" not in assets.read(name)] == []
