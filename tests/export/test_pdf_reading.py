"""What a screen reader hears is what was composed, character for character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from noticeeditor.export.formats import EXPORTERS, Options
from noticeeditor.layout.blocks import Heading, ListItem, Paragraph, Role
from noticeeditor.layout.compose import compose
from noticeeditor.layout.style import Alignment
from tests.export.documents import STYLE, a_crest, a_document, documents, numbered, the_seed, with_items
from tests.export.reading import composed, heard
from tests.strategies import notices

PDFS = ("pdf", "archive", "pdf20")


def rendered(document, key="pdf", style=STYLE, **options):
    return EXPORTERS[key].render(document, style, Options(**options)).content


@pytest.mark.parametrize("key", PDFS)
def test_the_seed_reads_back_as_composed(key):
    assert heard(rendered(the_seed(), key)) == composed(the_seed())


def test_the_seed_begins_with_its_heading_and_ends_with_the_signatory():
    texts = [text for _, _, text in heard(rendered(the_seed()))]
    assert texts[0] == "AMTLICHE BEKANNTMACHUNG"
    assert "den 09.\u00a0Oktober\u00a02023" in texts[1]
    assert texts[-1] == "Julia Gieseking, Landrätin"


@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_any_document_reads_back_as_composed(document):
    assert heard(rendered(document)) == composed(document)


@settings(max_examples=30, deadline=None)
@given(notice=notices())
def test_any_notice_reads_back_as_composed(notice):
    document = compose(notice, STYLE)
    assert heard(rendered(document)) == composed(document)


@pytest.mark.long
@pytest.mark.parametrize("key", PDFS)
@settings(max_examples=1000, deadline=None)
@given(notice=notices())
def test_any_notice_of_a_thousand_reads_back_as_composed(key, notice):
    document = compose(notice, STYLE)
    assert heard(rendered(document, key)) == composed(document)


@settings(max_examples=25, deadline=None)
@given(document=documents())
def test_columns_justified_and_hyphenated_lines_read_back_too(document):
    style = replace(STYLE, alignment=Alignment.JUSTIFY, hyphenation=True)
    assert heard(rendered(document, style=style, column=True)) == composed(document)


@pytest.mark.parametrize(
    "text",
    [
        "<b>fett</b> &amp; <img src=x>",
        "(runde) [eckige] \\ Klammern ) (",
        "eine Zeile\nhier: eine zweite",
        "am Ende ein Leerzeichen \nund eines  doppelt",
        "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft " * 12,
        "Vojtěch Šimůnek, Łukasz Żółw, Đorđe, Ộng Nguyễn",
        "K͟hān, C̨̆, Ạ̈, ē̍, L̥̄",
        "u\u0308 zerlegt, ü zusammengesetzt",
        "%s {0} {page} ¶ ^ ` { }",
        "α, Ж, ½, ™, ≤, “, ”",
        "x" * 5000,
        "\u00a0",
        " ",
    ],
    ids=lambda text: ascii(text[:24]),
)
def test_text_stays_as_it_is(text):
    document = with_items(*numbered(text, "Verschiedenes"))
    assert heard(rendered(document)) == composed(document)


def test_sub_items_are_lists_within_the_body_of_their_item():
    inner = ListItem("7.1.1", "innen", "item:c")
    middle = ListItem("7.1", "mitten", "item:b", (inner,))
    document = with_items(ListItem("7.", "außen", "item:a", (middle, ListItem("7.2", "daneben", "item:d"))))
    spoken = [(kind, depth, text) for kind, depth, text in heard(rendered(document)) if depth]
    assert spoken == [
        ("Lbl", 1, "7."),
        ("LBody", 1, "außen"),
        ("Lbl", 2, "7.1"),
        ("LBody", 2, "mitten"),
        ("Lbl", 3, "7.1.1"),
        ("LBody", 3, "innen"),
        ("Lbl", 2, "7.2"),
        ("LBody", 2, "daneben"),
    ]


def test_an_item_over_two_pages_is_one_body():
    document = with_items(*numbered("Wort " * 2000))
    assert heard(rendered(document)) == composed(document)


def test_a_crest_is_heard_by_its_alternative_text():
    document = a_document(
        a_crest(), Heading("Titel", 1, "heading"), Paragraph("Text", Role.OPENING, "opening")
    )
    assert ("Figure", 0, "Wappen des Landkreises") in heard(rendered(document))


def test_thirty_levels_read_back():
    item = ListItem("30", "ganz innen", "item:30")
    for level in range(29, 0, -1):
        item = ListItem(str(level), f"Ebene {level} " * 12, f"item:{level}", (item,))
    document = with_items(item)
    assert heard(rendered(document)) == composed(document)


def test_several_documents_stand_in_one_file_one_after_the_other():
    seed = the_seed()
    content = EXPORTERS["pdf"].render_all((seed, seed), STYLE, Options()).content
    assert heard(content) == composed(seed) * 2
