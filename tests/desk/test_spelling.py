"""Spelling: real errors are found, names do not drown them, and few right words are marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from noticeeditor import wiring
from noticeeditor.authority.profile import BodyEntry, Room
from noticeeditor.checks.spelling import misspellings, with_forms
from noticeeditor.checks.subject import Place, subject_of
from noticeeditor.desk.spelling import speller
from tests.builders import a_notice
from tests.checks.context import with_closed_item, with_item
from tests.realdata import agendas, data_folder

REAL = [
    line
    for line in (Path(__file__).parent / "real-misspellings.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PROFILE = wiring.profile()


def unknown(text: str) -> list[str]:
    return [found.word for found in speller(PROFILE).misspellings(text)]


@pytest.mark.parametrize("word", REAL)
def test_a_misspelling_that_was_really_published_is_found(word):
    assert unknown(f"Beratung über {word} der Gemeinde") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Genehmigung der Niederschrift der letzten öffentlichen Sitzung vom 15.05.2023",
        "Start des Linienbündels Kylltal",
        "Sachstand Deutschland Ticket",
        "Bau von Radabstellanlagen an kreiseigenen Schulen - Umsetzung des Mobilitätskonzeptes für den Landkreis Vulkaneifel",
        "Das Klimaschutzmanagement berichtet über Neuigkeiten im Bereich des Klimaschutzes",
        "Satzungsbeschluss und Maßnahmenbeschluss, Nachtragshaushaltssatzung, Friedhofssatzung",
        "Ausbau der Marienbergstraße und der Pützgasse",
        "Verpflichtung von Ratsherrn Schaffarczyk und Frau Dr. Grzemba-Pfitzke",
        "Abstufung gem. § 38 Abs. 1 Nr. 2 LStrG i. V. m. ÖPNV und DSGVO",
        "Bildungs- und Kulturausschuss, Haupt- und Finanzausschuss, Grundschulneubau und -erweiterung",
        "vorhabenbezogener Bebauungsplan, doppischer Haushalt, evtl. inkl. Stellv.",
        "Auskunft: https://www.vulkaneifel.de, kreis@vulkaneifel.de",
        "Dauner Maare, Gerolsteiner Land, Forum Daun",
        "Patenschaft mit Łódź",
    ],
)
def test_right_words_and_names_are_not_marked(text):
    assert unknown(text) == []


def test_a_misspelling_is_found_where_it_stands():
    (found,) = speller(PROFILE).misspellings("Bericht über die Bekantmachung")
    assert (found.position, found.word) == (17, "Bekantmachung")


def test_suggestions_name_the_right_word():
    assert speller(PROFILE).suggestions("Bekantmachung")[0] == "Bekanntmachung"
    assert speller(PROFILE).suggestions("Łódźx") == ()


def test_words_of_the_profile_are_known():
    assert unknown("Xylomat am Qwertzbach") == ["Xylomat", "Qwertzbach"]
    own = speller(replace(PROFILE, words=("Xylomat", "Qwertzbach")))
    assert own.misspellings("Xylomat am Qwertzbach, des Xylomats, Qwertzbacher") == ()


def test_names_have_a_genitive_and_places_an_adjective():
    assert {"Daun", "Dauns", "Dauner", "Mahlerter", "Bremer"} <= with_forms({"Daun", "Mahlerten", "Brem"})


def test_the_seed_notice_has_no_unknown_word():
    assert speller(PROFILE).findings(a_notice()) == ()


def test_a_finding_names_field_word_and_position():
    (found,) = speller(PROFILE).findings(with_item("die Niderschrift"))
    assert (found.rule, found.field, found.severity) == ("word.unknown", "item:item-1", "hint")
    assert dict(found.facts) == {"word": "Niderschrift", "position": 4}


def test_of_a_closed_item_only_the_published_title_is_read():
    assert speller(PROFILE).findings(with_closed_item("Personal", "Höhergrupierung")) == ()


def test_without_a_dictionary_file_no_word_is_marked(monkeypatch):
    from noticeeditor.desk import spelling

    monkeypatch.setattr(spelling, "DICTIONARY", "de_XX")
    spelling._dictionary.cache_clear()
    try:
        assert spelling.Speller(frozenset()).misspellings("Niderschrift") == ()
    finally:
        spelling._dictionary.cache_clear()


def test_the_rule_asks_a_dictionary_only_for_words():
    asked: list[str] = []
    list(misspellings("12. Änderung, § 38 LStrG, a@b.de", lambda word: bool(asked.append(word)) or True))
    assert asked == ["Änderung", "LStrG"]


@pytest.mark.long
@pytest.mark.skipif(data_folder() is None, reason="the real agendas are not here (NOTICEEDITOR_DATA)")
def test_fewer_than_one_item_in_ten_has_a_word_marked_on_real_agendas():
    """Every mark counts as false, real errors too; names are known from the bodies and rooms of the profile."""
    notices = list(agendas())
    bodies = {notice.sitting.body.name for notice in notices if notice.sitting.body}
    rooms = {notice.sitting.venue.line for notice in notices if notice.sitting.venue}
    house = replace(
        PROFILE,
        bodies=tuple(BodyEntry(name, name, "") for name in sorted(bodies)),
        rooms=tuple(Room(line, line, line) for line in sorted(rooms)),
    )
    known = speller(house)
    items = [
        passage.text
        for notice in notices
        for passage in subject_of(notice).passages
        if passage.place is Place.ITEM
    ]
    marks = sum(len(known.misspellings(text)) for text in items)
    print(f"{len(items)} items, {marks} marks, {marks / len(items):.3f} an item")
    assert len(items) > 15_000
    assert marks / len(items) < 0.1


def test_the_word_lists_are_sorted_out():
    for path in (Path(__file__).parents[2] / "resources/words").glob("*.txt"):
        words = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        assert len(words) == len(set(words))
        assert all(re.fullmatch(r"[^\W\d_]+~?", word) for word in words)
