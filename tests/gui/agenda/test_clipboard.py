"""Cut, copy and paste of items, between notices and from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from noticeeditor.gui.agenda.clipboard import ITEMS_TYPE, text_of
from noticeeditor.gui.agenda.editor import AgendaEditor
from noticeeditor.gui.agenda.presenter import Place
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.outline import find, set_label
from tests.gui.agenda.conftest import drawn, outline

WORD_HTML = "<ol><li>Wahl<ol type='a'><li>Vorsitz</li><li>Vertretung</li></ol></li><li>Haushalt</li></ol>"


@pytest.fixture(autouse=True)
def clean_clipboard(qapp) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def put(text: str = "", html: str = "") -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def test_copied_items_are_pasted_into_another_notice_with_new_ids(hand, qtbot):
    hand.editor.show_agenda(set_label(outline("Wahl|-Vorsitz|Haushalt"), ("Wahl",), "9a."))
    hand.choose("Wahl")
    hand.press("Ctrl+C")
    other = AgendaEditor(iter(["x1", "x2"]).__next__)
    qtbot.addWidget(other)
    other.show_agenda(outline("Wahl"))
    other.go_to(Place("Wahl"))
    other.paste()
    assert drawn(other.agenda) == ["Wahl|Wahl|-Vorsitz"]
    assert find(other.agenda, "x1").label == "9a."


def test_cut_items_are_gone_and_come_back_where_they_are_pasted(hand):
    hand.editor.show_agenda(outline("Wahl|-Vorsitz|Haushalt"))
    hand.choose("Wahl")
    hand.press("Ctrl+X")
    assert drawn(hand.agenda) == ["Haushalt"]
    hand.press("Ctrl+V")
    assert drawn(hand.agenda) == ["Haushalt|Wahl|-Vorsitz"]
    assert hand.steps == ["Delete item", "Paste"]


def test_items_are_on_the_clipboard_as_numbered_text_too(hand):
    hand.editor.show_agenda(outline("Wahl|-Vorsitz|Haushalt"))
    hand.choose("Wahl", "Haushalt")
    hand.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "1. Wahl\n1.1 Vorsitz\n2. Haushalt"


def test_only_the_published_title_of_a_closed_item_leaves_as_text(hand):
    hand.editor.show_agenda(outline(closed="Kündigung Müller"))
    hand.choose("Kündigung Müller")
    hand.press("Ctrl+C")
    assert "Müller" not in QGuiApplication.clipboard().text()


def test_a_pasted_list_becomes_items_after_the_row_that_is_written(hand):
    put("1. Wahl\n2. Haushalt\n   a) Stellenplan")
    hand.editor.show_agenda(outline("Eins"))
    hand.write_in("Eins")
    hand.press("Ctrl+V")
    assert drawn(hand.agenda) == ["Eins|Wahl|Haushalt|-Stellenplan"]


def test_a_pasted_list_takes_the_place_of_an_empty_item(hand):
    put("Wahl\nHaushalt")
    hand.editor.show_agenda(outline("Eins|"))
    hand.write_in("empty")
    hand.press("Ctrl+V")
    assert drawn(hand.agenda) == ["Eins|Wahl|Haushalt"]


def test_a_list_of_a_word_processor_keeps_its_levels(hand):
    put(html=WORD_HTML)
    hand.editor.show_agenda(outline(""))
    hand.choose("P1")
    hand.press("Ctrl+V")
    assert drawn(hand.agenda) == ["Wahl|-Vorsitz|-Vertretung|Haushalt"]


def test_the_closed_part_of_a_pasted_agenda_never_comes_into_a_public_one(hand):
    put("I. Öffentliche Sitzung\n1. Wahl\nII. Nichtöffentliche Sitzung\n1. Kündigung Müller")
    hand.editor.show_agenda(outline("Eins"))
    hand.write_in("Eins")
    hand.press("Ctrl+V")
    assert drawn(hand.agenda) == ["Eins|Wahl", "Kündigung Müller"]
    assert hand.agenda.parts[1].publicity is Publicity.CLOSED
    assert hand.steps == ["Paste"]


def test_one_pasted_line_goes_into_the_words(hand):
    put("ordnung\n")
    hand.editor.show_agenda(outline("Geschäfts"))
    hand.write_in("Geschäfts")
    hand.press("Ctrl+V")
    assert drawn(hand.agenda) == ["Geschäftsordnung"]


def test_pasted_words_lose_what_no_notice_may_contain(hand):
    put("Wahl\u200b\u202e\x07 jetzt")
    hand.editor.show_agenda(outline(""))
    hand.choose("P1")
    hand.press("Return", "Ctrl+V")
    assert drawn(hand.agenda) == ["Wahl jetzt"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"id":""}', b"[1]", b'{"id":"x","items":[{"id":1}]}', b"\xff"]
)
def test_a_broken_clipboard_falls_back_to_its_text(hand, content):
    mime = QMimeData()
    mime.setData(ITEMS_TYPE, content)
    mime.setText("Wahl")
    QGuiApplication.clipboard().setMimeData(mime)
    hand.editor.show_agenda(outline("Eins"))
    hand.choose("Eins")
    hand.press("Ctrl+V")
    assert drawn(hand.agenda)[0].split("|")[0] == "Eins"


def test_nested_lists_of_a_page_are_read_with_their_markers():
    mime = QMimeData()
    mime.setHtml(WORD_HTML)
    assert text_of(mime).split("\n") == ["1. Wahl", "\ta. Vorsitz", "\tb. Vertretung", "2. Haushalt"]
