"""How pages are cut, and what stands on them."""

from __future__ import annotations

import io
import itertools
import time

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from noticeeditor.errors import BadInput
from noticeeditor.export.formats import EXPORTERS, Options
from noticeeditor.export.pdf.galley import Row
from noticeeditor.export.pdf.pages import cut
from noticeeditor.layout.blocks import AgendaList, Figure, Heading, ListItem, Paragraph, Role, Signature
from noticeeditor.layout.style import Alignment, Column
from tests.export.documents import STYLE, TITLE, a_crest, a_document, numbered, the_seed, with_items
from tests.export.structure_reader import marked_text

MM = 72 / 25.4


def rendering(document, style=STYLE, key="pdf", **options):
    return EXPORTERS[key].render(document, style, Options(**options))


def pages_of(rendered, source):
    return sorted({place.page for place in rendered.places if place.source == source})


def artifacts(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [marked_text(page).get(None, "") for page in pdf.pages]


def boxes(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return {
            name: [float(edge) for edge in pdf.pages[0].obj[name]]
            for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        }


def filled(lines_before):
    """A notice whose first part takes that many lines of the first page."""
    first = AgendaList(numbered(*("Punkt" for _ in range(lines_before))))
    return a_document(
        TITLE,
        Heading("I. Öffentliche Sitzung", 2, "part:1"),
        first,
        Heading("II. Nichtöffentliche Sitzung", 2, "part:2"),
        AgendaList((ListItem("1.", "Personal", "item:closed"), ListItem("2.", "Verschiedenes", "item:last"))),
        Signature(("Kreisverwaltung", "54550 Daun, 29.09.2023", "", "Julia Gieseking, Landrätin")),
    )


@pytest.mark.parametrize("lines", range(20, 40))
def test_a_heading_stands_on_a_page_with_two_lines_that_follow(lines):
    rendered = rendering(filled(lines))
    assert (
        pages_of(rendered, "part:2") == pages_of(rendered, "item:closed") == pages_of(rendered, "item:last")
    )


@pytest.mark.parametrize("lines", range(20, 40))
def test_the_signature_is_never_torn_and_never_alone(lines):
    rendered = rendering(filled(lines))
    [page] = pages_of(rendered, "signature")
    assert page in pages_of(rendered, "item:last")


@pytest.mark.parametrize("lines", range(1, 60, 3))
def test_at_least_two_lines_of_a_paragraph_stand_on_each_of_its_pages(lines):
    text = Paragraph("Eine Zeile mit Text. " * 120, Role.OPENING, "opening")
    rendered = rendering(
        a_document(TITLE, *(Paragraph("Zeile", Role.REMARK, f"remark:{n}") for n in range(lines)), text)
    )
    heights = [place.bottom - place.top for place in rendered.places if place.source == "opening"]
    assert all(height >= 2 * STYLE.sizes.leading - 0.01 for height in heights)


def test_an_unbreakable_run_longer_than_a_page_is_cut_where_the_page_ends():
    rows = [Row(10.0, 0.0, breakable=False) for _ in range(25)]
    assert [len(page) for page in cut(rows, 100.0)] == [10, 10, 5]


def test_space_above_is_dropped_at_the_top_of_a_page():
    rows = [Row(10.0, 30.0, breakable=True) for _ in range(4)]
    assert [[placed.top for placed in page] for page in cut(rows, 60.0)] == [[0.0, 40.0], [0.0, 40.0]]


def test_pages_are_numbered_only_when_there_is_more_than_one():
    assert artifacts(rendering(the_seed()).content) == [""]
    assert artifacts(rendering(filled(60)).content) == ["Seite 1 von 3", "Seite 2 von 3", "Seite 3 von 3"]


def test_each_notice_of_a_file_counts_its_own_pages():
    content = EXPORTERS["pdf"].render_all((filled(40), the_seed(), filled(40)), STYLE, Options()).content
    assert artifacts(content) == ["Seite 1 von 2", "Seite 2 von 2", "", "Seite 1 von 2", "Seite 2 von 2"]


def test_a_notice_of_several_pages_has_bookmarks_and_one_of_one_page_has_none():
    with pikepdf.open(io.BytesIO(rendering(filled(60)).content)) as pdf:
        title = pdf.Root.Outlines.First
        assert (str(title.Title), str(title.First.Title)) == (
            "AMTLICHE BEKANNTMACHUNG",
            "I. Öffentliche Sitzung",
        )
        assert str(title.First.Next.Title) == "II. Nichtöffentliche Sitzung"
    with pikepdf.open(io.BytesIO(rendering(the_seed()).content)) as pdf:
        assert "/Outlines" not in pdf.Root


def test_the_trimmed_page_is_a4_with_and_without_bleed():
    assert boxes(rendering(the_seed()).content)["/TrimBox"] == pytest.approx(
        [0, 0, 210 * MM, 297 * MM], abs=0.01
    )
    found = boxes(rendering(the_seed(), bleed=3).content)
    assert found["/TrimBox"] == pytest.approx([3 * MM, 3 * MM, 213 * MM, 300 * MM], abs=0.01)
    assert found["/MediaBox"] == found["/BleedBox"] == pytest.approx([0, 0, 216 * MM, 303 * MM], abs=0.01)


def test_a_column_is_as_wide_as_the_house_says_and_as_high_as_its_text():
    style = replace(STYLE, column=Column(width=60.0))
    rendered = rendering(the_seed(), style, column=True)
    left, bottom, right, top = boxes(rendered.content)["/MediaBox"]
    assert (left, bottom, right) == pytest.approx((0, 0, 60 * MM), abs=0.01)
    assert rendered.height == pytest.approx(top / MM, abs=0.01)
    last = max(place.bottom for place in rendered.places)
    assert last == pytest.approx(top, abs=0.01)
    assert rendered.pages == 1


def test_nothing_is_cut_off_at_the_edge_of_a_column():
    """An f at the end of a line and a j at its beginning reach beyond their width."""
    document = a_document(Paragraph("j" + "f" * 400, Role.REMARK, "remark:0"))
    page = pypdfium2.PdfDocument(rendering(document, column=True).content)[0].render(scale=8).to_pil()
    for edge in (0, page.width - 1):
        assert page.crop((edge, 0, edge + 1, page.height)).getextrema() == ((255, 255),) * 3


def test_a_column_counts_its_lines():
    rendered = rendering(with_items(*numbered("eins", "zwei\ndrei")), column=True)
    # title, opening on two lines, part, three lines of items, three of the signature
    assert rendered.lines == 10


def test_a4_reports_no_height():
    assert rendering(the_seed()).height is None


def test_a_column_of_more_than_five_metres_goes_on_a_second_page():
    rendered = rendering(with_items(*numbered(*("Punkt" for _ in range(1200)))), column=True)
    assert rendered.pages == 2
    assert rendered.height > 5080


def test_every_source_has_its_place_within_the_margins():
    rendered = rendering(the_seed())
    assert {place.source for place in rendered.places} == {
        "heading", "opening", "part:part-1", "signature", *(f"item:item-{n}" for n in range(1, 8))
    }  # fmt: skip
    for place in rendered.places:
        assert 27 * MM - 0.01 <= place.left < place.right <= 188 * MM + 0.01
        assert 30 * MM - 0.01 <= place.top < place.bottom <= 272 * MM + 0.01


def text_lefts(rendered):
    """The left edges of item texts, the second place of each item."""
    places = [place for place in rendered.places if place.source.startswith("item:")]
    return {second.left for first, second in itertools.pairwise(places) if first.source == second.source}


def test_the_texts_of_all_parts_begin_at_one_edge():
    first, second = AgendaList(numbered(*"abc")), AgendaList(numbered(*"abcdefghijkl"))
    assert len(text_lefts(rendering(a_document(TITLE, first, second)))) == 1


def test_numbers_stand_under_their_units():
    labels = ("7.", "9a.", "10.", "100.")
    rendered = rendering(with_items(*(ListItem(label, "Text", f"item:{label}") for label in labels)))
    lefts = [
        next(place.left for place in rendered.places if place.source == f"item:{label}") for label in labels
    ]
    digit = 0.5 * STYLE.sizes.body
    assert [round((left - lefts[-1]) / digit, 2) for left in lefts] == [2, 2, 1, 0]


def test_a_label_too_wide_is_broken_and_leaves_room_for_the_text():
    rendered = rendering(with_items(ListItem("Tagesordnungspunkt " * 20, "Text " * 30, "item:wide")))
    [left] = text_lefts(rendered)
    assert left < 27 * MM + 0.3 * 161 * MM


def test_thirty_levels_leave_room_for_the_text():
    item = ListItem("30", "innen", "item:30")
    for level in range(29, 0, -1):
        item = ListItem(str(level), "Text", f"item:{level}", (item,))
    assert max(text_lefts(rendering(with_items(item)))) < 27 * MM + 0.6 * 161 * MM


def test_a_crest_stands_gray_above_the_title():
    content = rendering(a_document(a_crest(), *the_seed().blocks)).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        image = pdf.pages[0].Resources.XObject.I0
        assert image.ColorSpace == "/DeviceGray"
        # red at half opacity on white: luma of (255, 127, 127)
        assert set(image.read_bytes()) == {165}


def test_a_crest_that_is_no_picture_is_refused():
    with pytest.raises(BadInput) as caught:
        rendering(a_document(Figure(b"no picture", 18.0, "Wappen")))
    assert [problem.code for problem in caught.value.problems] == ["crest.unreadable"]


@pytest.mark.parametrize("key", ["pdf", "archive", "pdf20", "txt"])
def test_the_same_notice_gives_the_same_bytes(key):
    assert rendering(the_seed(), key=key).content == rendering(the_seed(), key=key).content


def test_another_notice_has_another_identifier():
    def identifiers(document):
        with pikepdf.open(io.BytesIO(rendering(document).content)) as pdf:
            return [bytes(part) for part in pdf.trailer.ID]

    assert identifiers(the_seed()) != identifiers(replace(the_seed(), title="Anders"))


def test_the_file_is_dated_by_the_notice():
    with pikepdf.open(io.BytesIO(rendering(the_seed()).content)) as pdf:
        assert str(pdf.trailer.Info.CreationDate) == "D:20230929120000+00'00'"


@pytest.mark.parametrize(("key", "limit"), [("pdf", 60_000), ("archive", 40_000), ("pdf20", 40_000)])
def test_the_seed_makes_a_small_file(key, limit):
    assert len(rendering(the_seed(), key=key).content) < limit


def test_justified_lines_end_at_the_margin():
    style = replace(STYLE, alignment=Alignment.JUSTIFY)
    content = rendering(the_seed(), style).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert b")-" in pdf.pages[0].Contents.read_bytes()


@pytest.mark.long
def test_ten_thousand_items_and_a_megabyte_take_seconds():
    for document in (
        with_items(*numbered(*("Sachstand Deutschland Ticket" for _ in range(10_000)))),
        with_items(*numbered("Wort " * 200_000)),
        with_items(*numbered("x" * 1_000_000)),
    ):
        begun = time.process_time()
        rendering(document)
        assert time.process_time() - begun < 10
