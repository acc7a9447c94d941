"""The plain text twin."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from noticeeditor.export.formats import EXPORTERS
from noticeeditor.layout.blocks import ListItem, Paragraph, Role
from tests.export.documents import STYLE, a_document, documents, numbered, the_seed, with_items


def text(document):
    return EXPORTERS["txt"].render(document, STYLE).content.decode()


def test_the_seed_stands_as_it_was_printed_heading_first():
    printed = (Path(__file__).parent.parent / "data" / "seed-notices.txt").read_text("utf-8")
    heading, _, words = " ".join(text(the_seed()).split()).partition(" Am Montag, den 09. Oktober 2023")
    assert heading == "AMTLICHE BEKANNTMACHUNG"
    # on the printed page, as it was extracted, the heading stands behind its notice
    assert f"Am Montag, den 09. Oktober 2023{words} {heading}" in " ".join(printed.split())


def test_blocks_are_parted_by_an_empty_line_and_items_are_not():
    assert text(with_items(*numbered("eins", "zwei"))) == (
        "AMTLICHE BEKANNTMACHUNG\n\n"
        "Am Montag findet eine Sitzung mit folgender Tagesordnung statt:\n\n"
        "I. Öffentliche Sitzung\n\n"
        "1. eins\n2. zwei\n\n"
        "Kreisverwaltung Vulkaneifel\n54550 Daun, 29.09.2023\nJulia Gieseking, Landrätin\n"
    )


def test_sub_items_and_further_lines_are_indented():
    inner = ListItem("7.1", "innen\nhier: Beschluss", "b")
    assert "7. außen\n   7.1 innen\n       hier: Beschluss\n" in text(
        with_items(ListItem("7.", "außen", "a", (inner,)))
    )


def test_an_item_without_a_number_stands_bare():
    assert "\nohne Nummer\n" in text(with_items(ListItem("", "ohne Nummer", "a")))


def test_spaces_are_ordinary_and_soft_hyphens_gone():
    written = text(a_document(Paragraph("um 18:00\u00a0Uhr im Kreis\u00adhaus", Role.OPENING, "opening")))
    assert written == "um 18:00 Uhr im Kreishaus\n"


@given(document=documents())
def test_any_text_is_clean_and_ends_with_one_line_end(document):
    written = text(document)
    assert not set("\u00a0\u00ad") & set(written)
    assert written.endswith("\n")
    assert not any(line.endswith(" ") for line in written.split("\n"))
