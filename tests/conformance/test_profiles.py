"""Every profile keeps its promises, by the word of other programs."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from noticeeditor.export.formats import EXPORTERS, Options
from noticeeditor.layout.blocks import ListItem
from noticeeditor.layout.compose import compose
from noticeeditor.layout.style import Alignment
from tests.conformance.judges import identity_faults, page_validation, press_faults, structure_faults
from tests.export.documents import STYLE, a_crest, documents, numbered, the_seed, with_items
from tests.strategies import notices

SEED = the_seed()
LONG = with_items(*numbered(*(f"Punkt {n} mit einem Text\nhier: über zwei Zeilen" for n in range(90))))
DEEP = with_items(
    ListItem("7.", "außen", "a", (ListItem("7.1", "mitten", "b", (ListItem("a)", "innen", "c"),)),)),
    ListItem("", "ohne Nummer", "d"),
)
FOREIGN = with_items(*numbered("Vojtěch, K͟h, L̥̄, Ộ", "α Ж ≤ ½", "C̨̆ und Ạ̈"))
CREST = replace(SEED, blocks=(a_crest(), *SEED.blocks))
COLOURED = replace(STYLE, colour="#7a1f1f")
JUSTIFIED = replace(STYLE, alignment=Alignment.JUSTIFY, hyphenation=True)

CASES = {
    "seed": (SEED, STYLE, Options()),
    "seed with bleed": (SEED, STYLE, Options(bleed=3)),
    "seed on uncoated paper": (SEED, STYLE, Options(coated=False)),
    "seed as a column": (SEED, STYLE, Options(column=True)),
    "several pages": (LONG, STYLE, Options()),
    "sub-items": (DEEP, STYLE, Options()),
    "foreign letters": (FOREIGN, STYLE, Options()),
    "crest": (CREST, STYLE, Options(bleed=3)),
    "house colour": (CREST, COLOURED, Options()),
    "justified": (LONG, JUSTIFIED, Options(column=True)),
    "nothing but a title": (with_items(), STYLE, Options()),
}
cases = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


def rendered(case, key):
    document, style, options = case
    return EXPORTERS[key].render(document, style, options).content


@cases
@pytest.mark.parametrize("key", ["pdf", "archive"])
def test_the_file_is_pdf_a_2a_and_pdf_ua_1(case, key):
    assert page_validation(rendered(case, key), "2a", "ua1") == []


@cases
@pytest.mark.parametrize(
    ("key", "flavours"), [("pdf", ("2a", "ua1")), ("archive", ("2a", "ua1")), ("pdf20", ("4", "ua2"))]
)
def test_verapdf_agrees(verapdf, case, key, flavours):
    assert verapdf.judge(rendered(case, key), *flavours) == []


@cases
def test_the_file_for_the_press_is_pdf_x_4_in_black_alone(case):
    assert press_faults(rendered(case, "pdf")) == []


@cases
@pytest.mark.parametrize("key", ["pdf", "archive"])
def test_document_information_and_xmp_say_the_same(case, key):
    assert identity_faults(rendered(case, key)) == []


@cases
@pytest.mark.parametrize("key", ["pdf", "archive", "pdf20"])
def test_structure_and_marked_content_name_each_other(case, key):
    assert structure_faults(rendered(case, key)) == []


@pytest.mark.parametrize(("key", "flavours"), [("pdf", ("2a", "ua1")), ("pdf20", ("4", "ua2"))])
def test_several_notices_in_one_file_conform(verapdf, key, flavours):
    content = EXPORTERS[key].render_all((SEED, LONG, DEEP), STYLE, Options()).content
    assert verapdf.judge(content, *flavours) == []
    assert structure_faults(content) == []


def test_only_the_archive_shows_the_colour_of_the_house():
    coloured = (SEED, COLOURED, Options())
    assert press_faults(rendered(coloured, "pdf")) == []
    assert any("rg" in fault for fault in press_faults(rendered(coloured, "archive")))


@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_any_document_conforms(document):
    content = EXPORTERS["pdf"].render(document, STYLE).content
    assert [*page_validation(content, "2a", "ua1"), *press_faults(content), *identity_faults(content)] == []


@pytest.mark.long
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(notice=notices())
def test_any_notice_conforms_in_every_profile_by_the_word_of_verapdf(verapdf, notice):
    document = compose(notice, STYLE)
    for key, flavours in (("pdf", ("2a", "ua1")), ("archive", ("2a", "ua1")), ("pdf20", ("4", "ua2"))):
        assert verapdf.judge(EXPORTERS[key].render(document, STYLE).content, *flavours) == []
