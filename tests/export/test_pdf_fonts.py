"""Every character of DIN 91379 comes out right, and the usual ones cost nothing."""

from __future__ import annotations

import io
import sys
import zlib
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from noticeeditor import assets
from noticeeditor.errors import BadInput
from noticeeditor.export.formats import EXPORTERS
from noticeeditor.export.pdf.coverage import missing_glyphs
from noticeeditor.export.pdf.fonts import PreparedWord, face
from noticeeditor.export.pdf.lines import natural_width
from noticeeditor.export.pdf.shaping import ShapedWord, shape, uncovered
from noticeeditor.layout.blocks import Heading, Paragraph, Role
from tests.builders import ITEMS
from tests.conformance.judges import page_validation
from tests.export.documents import STYLE, a_document, numbered, the_seed, with_items
from tests.export.reading import composed, heard

FACES = ("regular", "bold")
GERMAN = " ".join(
    [
        *ITEMS,
        "Übermäßige Größe: „Straßenausbau“ – Ortsdurchfahrt Üdersdorf, § 38 Abs. 1, 54550 Daun (VI. Typ)",
    ]
)


def din_91379() -> dict[str, list[str]]:
    """Return the groups of the standard (see the head of the file) with their entries."""
    groups: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "din-91379.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            groups[line.strip("[]")] = entries = []
        elif not line.startswith("#"):
            codes = (entry.split() for entry in line.split(",") if entry.strip())
            entries += ["".join(chr(int(code, 16)) for code in entry) for entry in codes]
    return groups


DIN = din_91379()
SEQUENCES = DIN["sequences (bll)"]
CONTROLS = "\t\n\r"
CHARACTERS = [
    character
    for group, entries in DIN.items()
    if group != "sequences (bll)"
    for character in entries
    if character not in CONTROLS
]


def test_the_list_has_the_605_characters_and_149_sequences_of_the_standard():
    assert (len(set(CHARACTERS)), len(set(SEQUENCES))) == (605, 149)


@pytest.mark.parametrize("key", FACES)
def test_every_character_and_sequence_has_a_glyph(key):
    fallbacks = face(key).fallbacks
    assert [text for text in (*CHARACTERS, *SEQUENCES) if uncovered(fallbacks, text)] == []


@pytest.mark.parametrize("key", FACES)
def test_the_marks_of_every_sequence_stand_on_their_letter(key):
    """The ink of a mark is centred within that of its letter, or touches its right side (horn, comma)."""
    for sequence in SEQUENCES:
        [run] = shape(face(key).fallbacks, sequence).runs
        font = hb.Font(hb.Face(assets.read(f"fonts/{run.font}.ttf")))
        pen, letter = 0, (0, 0)
        for glyph in run.glyphs:
            ink = font.get_glyph_extents(glyph.number)
            left = pen + glyph.right + ink.x_bearing
            if glyph.advance:
                letter = (left, left + ink.width)
            elif glyph.text != "\u035f":  # the double macron spans two letters
                assert letter[0] <= left + ink.width / 2 <= letter[1] + 120, sequence
            pen += glyph.advance


def test_a_text_with_marks_ends_where_the_widths_of_its_words_say():
    text = "A̋ C̨̆ S̛̄ K͟h c̨̆ ē̍ Ạ̈ Ende"
    content = EXPORTERS["pdf"].render(a_document(Paragraph(text, Role.OPENING, "opening")), STYLE).content
    with pdfium.PdfDocument(content) as pdf:
        page = pdf[0].get_textpage()
        right = max(page.get_charbox(at)[2] for at in range(page.count_chars()))
    wanted = STYLE.margins.left * 72 / 25.4 + natural_width(text, face("regular")) * STYLE.sizes.body / 1000
    assert right == pytest.approx(wanted, abs=1.0)


def test_all_of_din_91379_reads_back_and_conforms():
    lines = [
        " ".join(part[at : at + 12]) for part in (CHARACTERS, SEQUENCES) for at in range(0, len(part), 12)
    ]
    document = with_items(*numbered(*lines))
    content = EXPORTERS["pdf"].render(document, STYLE).content
    assert heard(content) == composed(document)
    assert page_validation(content, "2a", "ua1") == []


def test_din_91379_is_set_in_bold_as_well():
    document = a_document(
        *(Heading(" ".join(SEQUENCES[at : at + 10]), 1, "heading") for at in range(0, 149, 10))
    )
    content = EXPORTERS["pdf"].render(document, STYLE).content
    assert heard(content) == composed(document)
    assert page_validation(content, "2a", "ua1") == []


def test_a_character_of_no_font_is_refused_with_its_source():
    document = with_items(*numbered("Punkt", "漢字 und 漢 und \U0001f600"))
    [problem] = missing_glyphs(document)
    assert (problem.code, problem.place, problem.facts) == (
        "glyph.missing",
        "item:2",
        {"characters": "漢字\U0001f600"},
    )
    with pytest.raises(BadInput) as caught:
        EXPORTERS["pdf"].render(document, STYLE)
    assert caught.value.problems == (problem,)


def test_a_page_number_of_no_font_is_refused_too():
    with pytest.raises(BadInput) as caught:
        EXPORTERS["pdf"].render(the_seed(), replace(STYLE, page_number="第 {page} 頁"))
    assert [problem.place for problem in caught.value.problems] == ["style.page_number"]


@pytest.mark.parametrize("character", ["\t", "\x00", "\x7f", "\x85", "\u2028", "\ue000"], ids=ascii)
def test_control_and_private_characters_are_never_set(character):
    document = a_document(Paragraph(f"a{character}b", Role.OPENING, "opening"))
    assert [problem.place for problem in missing_glyphs(document)] == ["opening"]


def test_the_usual_repertoire_needs_no_font_library():
    assert all(isinstance(face(key).words[GERMAN], PreparedWord) for key in FACES)
    with pikepdf.open(io.BytesIO(EXPORTERS["pdf"].render(the_seed(), STYLE).content)) as pdf:
        assert sorted(pdf.pages[0].Resources.Font.keys()) == ["/B", "/R"]


def test_a_word_with_a_foreign_letter_is_shaped_whole_and_keeps_its_kerning():
    word = face("regular").words["Tatjana-Čapek"]
    assert isinstance(word, ShapedWord)
    assert [run.font for run in word.runs] == ["SourceSerif4-Regular"]


def test_a_letter_that_source_serif_lacks_comes_from_noto_serif_alone():
    runs = face("regular").words["aŧb"].runs
    assert [run.font for run in runs] == [
        "SourceSerif4-Regular",
        "NotoSerif_400Regular",
        "SourceSerif4-Regular",
    ]


@pytest.mark.parametrize("key", FACES)
def test_prepared_widths_and_kerning_are_those_of_harfbuzz(key):
    font = hb.Font(hb.Face(assets.read(f"fonts/{face(key).fallbacks[0]}.ttf")))
    for word in GERMAN.split():
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "de"
        hb.shape(font, buffer, {"liga": False, "clig": False, "calt": False})
        assert face(key).words[word].width == sum(place.x_advance for place in buffer.glyph_positions), word


def test_kerning_reaches_the_page():
    assert face("regular").words["Tag"].codes == b"T)41(a)10(g"


@pytest.mark.parametrize("key", FACES)
def test_the_prepared_files_are_what_the_script_makes(key):
    sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
    try:
        import prepare_fonts
    finally:
        sys.path.pop(0)
    for name, content in prepare_fonts.prepare(key, prepare_fonts.FACES[key]).items():
        shipped = assets.read(f"fonts/prepared/{name}")
        if name.endswith(".zlib"):  # zlib may compress otherwise elsewhere
            content, shipped = zlib.decompress(content), zlib.decompress(shipped)
        assert content == shipped, name


@pytest.mark.parametrize("key", FACES)
def test_a_prepared_subset_carries_no_reserved_name(key):
    assert "name" not in TTFont(io.BytesIO(zlib.decompress(face(key).program)))
