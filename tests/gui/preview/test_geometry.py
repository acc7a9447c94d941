from __future__ import annotations

import pytest

from noticeeditor.export.formats import Place
from noticeeditor.gui.preview.geometry import GAP, Fit, Viewport, Zoom, factor, lay_out, next_step

A4 = (595.0, 842.0)
PORT = Viewport(width=500, height=700)


def test_pages_are_as_wide_as_the_view():
    layout = lay_out([A4, A4], Zoom(Fit.WIDTH), PORT)
    assert layout.sheets[0].width == PORT.width - 2 * GAP
    assert layout.sheets[1].top == layout.sheets[0].height + 2 * GAP


def test_a_whole_page_fits_into_the_view():
    layout = lay_out([A4], Zoom(Fit.PAGE), PORT)
    assert layout.height <= PORT.height + 1


def test_a_chosen_size_is_that_on_paper():
    layout = lay_out([A4], Zoom(Fit.FREE, 1.0), PORT)
    assert factor(layout.scale) == pytest.approx(1.0)
    assert layout.sheets[0].width == round(595 * 96 / 72)


def test_only_pages_in_sight_are_drawn():
    layout = lay_out([A4] * 5, Zoom(Fit.WIDTH), PORT)
    second = layout.sheets[1]
    assert [sheet.page for sheet in layout.visible(second.top + 1, 100)] == [1]


def test_a_click_finds_the_field_in_its_line_of_sight():
    places = (Place("opening", 0, 60, 100, 500, 140), Place("item:a", 0, 60, 150, 300, 165))
    layout = lay_out([A4], Zoom(Fit.WIDTH), PORT)
    box = next(layout.boxes("item:a", places))
    assert layout.source_at(box.left + 5, box.top + 5, places) == "item:a"
    assert layout.source_at(PORT.width - GAP - 5, box.top + 5, places) == "item:a"
    assert layout.source_at(box.left, layout.height - 5, places) == ""


def test_sizes_go_in_usual_steps_and_end():
    assert (next_step(1.0, 1), next_step(1.0, -1)) == (1.1, 0.9)
    assert (next_step(4.0, 1), next_step(0.25, -1)) == (4.0, 0.25)


def test_a_number_and_its_item_are_marked_as_one():
    places = (Place("item:a", 0, 60, 150, 70, 160), Place("item:a", 0, 75, 148, 300, 175))
    layout = lay_out([A4], Zoom(Fit.FREE, 72 / 96), PORT)
    (line,) = layout.lines("item:a", places)
    number, words = layout.boxes("item:a", places)
    assert (line.left, line.top) == (number.left, words.top)
    assert line.left + line.width == words.left + words.width
