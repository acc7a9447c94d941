"""The live preview is the real page, drawn beside the window."""

from __future__ import annotations

from itertools import count, islice

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from noticeeditor import wiring
from noticeeditor.gui.preview.geometry import Viewport
from noticeeditor.gui.preview.raster import Rasteriser, Request
from tests.builders import a_notice, an_agenda
from tests.gui.keys import Keyboard


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


def drawings(rasteriser: Rasteriser):
    """Drawings of one notice after another."""
    profile = wiring.profile()
    for number in count():
        yield rasteriser.draw(Request(a_notice(remarks=(str(number),)), profile))


def test_two_buffers_take_turns_and_are_used_again():
    rasteriser, buffers = Rasteriser(), []
    for preview in islice(drawings(rasteriser), 4):
        rasteriser.take(preview)
        buffers.append(preview.pictures[0].buffer)
    assert buffers[0] is buffers[2]
    assert buffers[1] is buffers[3]
    assert buffers[0] is not buffers[1]


def test_what_is_on_the_screen_is_not_drawn_into_however_many_pictures_come_too_late():
    rasteriser = Rasteriser()
    drawn = drawings(rasteriser)
    shown = next(drawn)
    rasteriser.take(shown)
    before = bytes(shown.pictures[0].buffer)
    for late in islice(drawn, 3):
        assert late.pictures[0].buffer is not shown.pictures[0].buffer
    assert bytes(shown.pictures[0].buffer) == before


def test_the_page_follows_the_item_that_grows_out_of_sight(make_window):
    window = make_window(a_notice(agenda=an_agenda(*(f"Punkt {n}" for n in range(28)))))
    pages = window.view.preview.pages
    window.view.form.focus_source("item:item-28")
    assert pages._is_seen("item:item-28")
    keyboard = Keyboard(window.view)
    for _line in range(12):
        keyboard.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        keyboard.type("hier: Vergabe der Planung")
        window.catch_up()
    assert pages.verticalScrollBar().value() > 0
    boxes = pages._boxes("item:item-28")
    assert any(pages.seen.top <= box.top < pages.seen.top + pages.seen.height for box in boxes)


def test_the_page_stays_where_it_was_scrolled_while_something_out_of_sight_is_written(make_window):
    window = make_window(a_notice(agenda=an_agenda(*(f"Punkt {n} " * 20 for n in range(60)))))
    pages = window.view.preview.pages
    window.view.form.focus_source("remarks")
    pages.verticalScrollBar().setValue(0)
    window.editor.edit("remarks", "Gäste sind willkommen.")
    window.catch_up()
    assert pages.verticalScrollBar().value() == 0


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
