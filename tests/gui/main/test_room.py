"""Which panes stand side by side in a window of any width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from noticeeditor.gui.main.acts import CONFIRMATIONS
from noticeeditor.gui.main.room import LEAST, LOWEST, NARROW, Pane, fitting
from tests.builders import a_notice

USUAL = (Pane.EDITOR, Pane.NOTICES, Pane.PREVIEW)


@pytest.mark.parametrize(
    ("width", "wanted", "shown"),
    [
        (1920, USUAL, set(Pane)),
        (NARROW, USUAL, set(Pane)),
        (NARROW - 1, USUAL, {Pane.EDITOR, Pane.NOTICES}),
        (960, USUAL, {Pane.EDITOR, Pane.NOTICES}),  # 1920 pixels at 200 %
        (640, USUAL, {Pane.EDITOR}),  # 1920 pixels at 300 %
        (640, (Pane.NOTICES, Pane.EDITOR), {Pane.NOTICES}),
        (1000, (Pane.EDITOR, Pane.PREVIEW, Pane.NOTICES), {Pane.EDITOR, Pane.PREVIEW}),
        (100, (Pane.EDITOR,), {Pane.EDITOR}),
    ],
)
def test_the_first_pane_is_shown_and_the_others_where_there_is_room(width, wanted, shown):
    assert fitting(width, wanted) == shown


def shown_panes(window) -> set[Pane]:
    for _turn in range(3):  # what one part leaves, the next one takes
        QApplication.processEvents()
    return {pane for pane in Pane if window.view.panes.is_shown(pane)}


def press(window, keys: str) -> None:
    window.view.actions_by_key[keys].trigger()


@pytest.fixture
def small(make_window):
    """A window on a screen of 1920 × 1080 pixels at 300 %."""
    window = make_window(a_notice(), a_notice())
    window.view.resize(640, 360)
    QApplication.processEvents()
    return window


def test_a_small_window_is_as_small_as_it_is_told_to_be(small):
    assert (small.view.width(), small.view.height()) == (640, 360)
    assert (small.view.minimumWidth(), small.view.minimumHeight()) == (LEAST[Pane.EDITOR], LOWEST)
    assert shown_panes(small) == {Pane.EDITOR}


@pytest.mark.parametrize("pane", [Pane.NOTICES, Pane.PREVIEW])
def test_a_pane_without_room_takes_the_place_of_the_form_and_gives_it_back(small, pane):
    press(small, f"show-{pane}")
    assert shown_panes(small) == {pane}
    press(small, f"show-{pane}")
    assert shown_panes(small) == {Pane.EDITOR}


def test_choosing_a_notice_leads_back_to_its_form(small):
    press(small, "show-notices")
    QApplication.processEvents()
    rows = small.view.notices.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert shown_panes(small) == {Pane.NOTICES}, "walking through the list by keys does not leave it"
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert shown_panes(small) == {Pane.EDITOR}


def test_a_click_on_the_page_leads_to_the_form(small):
    press(small, "show-preview")
    small.view.preview.source_clicked.emit("remark:0")
    assert shown_panes(small) == {Pane.EDITOR}


def test_a_question_fits_into_a_low_window(small):
    small.acts.begin("submit")
    small.acts.begin("return")
    QApplication.processEvents()
    question = small.view.stage.question
    below = question.mapTo(small.view, question.rect().bottomLeft()).y()
    assert question.height() >= question.minimumSizeHint().height()
    assert below <= small.view.height()


def test_the_next_act_stays_in_the_toolbar(small):
    button = small.view.toolbar.primary
    assert button.isVisible()
    assert button.mapTo(small.view, button.rect().topRight()).x() < small.view.width()


@pytest.mark.parametrize("size", [(640, 360), (960, 540)])
def test_whoever_signs_sees_the_page_beside_the_question_on_any_screen(make_window, size):
    window = make_window(a_notice())
    window.view.resize(*size)
    QApplication.processEvents()
    window.view.ask_page(CONFIRMATIONS["sign-off"], print)
    assert shown_panes(window) == {Pane.EDITOR, Pane.PREVIEW}
    assert window.view.panes.sizes()[2] >= window.view.preview.minimumSizeHint().width()
    assert window.view.form.isHidden(), "the page is what is signed"
    window.view.close_question()
    assert Pane.PREVIEW not in shown_panes(window)
    assert window.view.form.isVisible()
