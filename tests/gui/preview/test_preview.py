"""The live preview is the real page, drawn beside the window."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtGui import QImage

from noticeeditor import wiring
from noticeeditor.gui.preview.geometry import Viewport
from noticeeditor.gui.preview.raster import Rasteriser, Request
from tests.builders import a_notice, an_agenda


def ink(image: QImage) -> int:
    """How many of the sampled pixels are dark."""
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_the_page_shows_what_is_typed(window):
    (image,) = window.view.preview.pages.page_images
    before = ink(image)
    window.editor.edit("remarks", "Gäste sind herzlich willkommen. " * 12)
    window.catch_up()
    (image,) = window.view.preview.pages.page_images
    assert ink(image) > before > 0


def test_two_buffers_take_turns_and_are_used_again():
    rasteriser, profile = Rasteriser(), wiring.profile()
    pictures = [
        rasteriser.draw(Request(a_notice(remarks=(str(n),)), profile, viewport=Viewport())).pictures[0]
        for n in range(4)
    ]
    assert pictures[0].buffer is pictures[2].buffer
    assert pictures[1].buffer is pictures[3].buffer
    assert pictures[0].buffer is not pictures[1].buffer


def test_a_notice_drawn_before_is_not_composed_again():
    rasteriser = Rasteriser()
    request = Request(a_notice(), wiring.profile())
    first = rasteriser.draw(request)
    assert rasteriser.draw(replace(request, viewport=Viewport(800, 900))).rendering is first.rendering


def test_a_character_without_a_glyph_is_said_and_the_last_page_stays(window):
    window.editor.edit("remarks", "\U0001f600")
    window.catch_up()
    assert window.view.preview.failure.isVisible()
    assert len(window.view.preview.pages.page_images) == 1
    window.editor.undo()
    window.catch_up()
    assert not window.view.preview.failure.isVisible()


def test_pages_further_down_are_drawn_when_they_come_into_sight(make_window):
    window = make_window(a_notice(agenda=an_agenda(*(f"Punkt {n} " * 20 for n in range(60)))))
    pages = window.view.preview.pages
    drawn = len(pages.page_images)
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    window.catch_up()
    assert len(pages.page_images) > drawn
