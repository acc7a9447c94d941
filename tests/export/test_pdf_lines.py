"""How lines are broken."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.export.pdf.fonts import face
from noticeeditor.export.pdf.hyphenation import hyphenator
from noticeeditor.export.pdf.lines import SOFT_HYPHEN, Shape, break_lines
from tests.export.documents import the_seed
from tests.strategies import texts

REGULAR = face("regular")
A4_LINE = 456 / 11 * 1000
OPENING = the_seed().blocks[1].text


def lines(text, measure=A4_LINE, **how):
    return [line.text for line in break_lines(text, REGULAR, measure, **how)]


@given(text=texts(400), measure=st.integers(1500, 45_000))
def test_lines_are_the_text_and_fit_the_measure(text, measure):
    broken = break_lines(text, REGULAR, measure)
    # a soft hyphen, of which these texts have none, stands where an overlong word is hyphenated
    assert "".join(line.text + line.end for line in broken).replace(SOFT_HYPHEN, "") == text
    assert all(line.width <= measure or len(line.text) == 1 for line in broken)


def test_no_line_breaks_within_a_date():
    assert all(
        "Oktober" not in line or "09.\u00a0Oktober\u00a02023" in line for line in lines(OPENING, 12_000)
    )


def test_the_last_word_never_stands_alone():
    assert lines(OPENING)[-1] == "folgender Tagesordnung statt:"


def test_a_paragraph_has_no_line_more_than_it_needs():
    greedy, width = 1, 0
    for word in OPENING.split(" "):
        added = REGULAR.words[word].width + (REGULAR.space if width else 0)
        greedy, width = (
            (greedy, width + added) if width + added <= A4_LINE else (greedy + 1, added - REGULAR.space)
        )
    assert len(lines(OPENING)) == greedy


def test_an_author_s_line_end_is_kept():
    assert lines("Bebauungsplan\nhier: Beschluss") == ["Bebauungsplan", "hier: Beschluss"]


def test_a_dash_between_words_never_begins_a_line():
    for measure in range(7000, 30_000, 250):
        assert not any(
            line.startswith(("-", "–"))
            for line in lines("Bau von Anlagen - Umsetzung – und Plan - Daun", measure)
        )


def test_a_line_may_break_behind_a_hyphen_or_slash_between_words_but_not_between_numbers():
    assert lines("Rhein-Pfalz-Kreis", 5000) == ["Rhein-", "Pfalz-Kreis"]
    assert lines("öffentlich/nichtöffentlich", 10_000) == ["öffentlich/", "nichtöffentlich"]
    assert lines("2023/2024 und K-47", 5500) == ["2023/2024", "und K-47"]


def test_a_typed_soft_hyphen_shows_only_where_the_word_is_broken():
    broken = break_lines("Donau\u00addampf\u00adschiff\u00adfahrt", REGULAR, 9000)
    assert [(line.text, line.end) for line in broken] == [("Donaudampfschiff", "\u00ad"), ("fahrt", "")]
    assert lines("Donau\u00addampf\u00adschiff") == ["Donaudampfschiff"]


def test_a_hyphen_at_a_line_end_is_within_the_measure():
    text = "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft " * 20
    assert all(line.width <= 9000 for line in break_lines(text, REGULAR, 9000))


def test_no_word_is_hyphenated_unless_the_house_asks():
    assert lines("Bundesausbildungsförderungsgesetz und Donaudampfschifffahrt", 18_000)[0].endswith("gesetz")


def test_a_word_longer_than_a_line_is_hyphenated_in_every_house():
    assert lines("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 25_000) == [
        "Rindfleischetikettierungsüberwachungsaufgaben",
        "übertragungsgesetz",
    ]


def test_an_address_on_the_web_is_never_hyphenated():
    assert lines("www.kreisverwaltungsausschuesse.example", 12_000) == [
        "www.kreisverwaltungsau",
        "sschuesse.example",
    ]


def test_hyphenation_breaks_german_words():
    broken = break_lines("Kreisverwaltung Vulkaneifel", REGULAR, 6500, hyphenate=hyphenator())
    assert (broken[0].text, broken[0].end) == ("Kreisverwal", "\u00ad")


def test_a_title_of_two_lines_is_balanced():
    title = "Bekanntmachung der Verbandsgemeinde Gerolstein im Landkreis"
    ragged = break_lines(title, face("bold"), 30_000)
    balanced = break_lines(title, face("bold"), 30_000, shape=Shape.BALANCED)
    assert [len(lines) for lines in (ragged, balanced)] == [2, 2]
    assert abs(balanced[0].width - balanced[1].width) < 8_000


@pytest.mark.parametrize("unit", ["x", "ä", "č", "Wort ", "a-", "\u00ad", "a "], ids=ascii)
def test_the_time_for_a_megabyte_is_linear(unit):
    def seconds(size):
        begun = time.process_time()
        break_lines(unit * (size // len(unit)), REGULAR, A4_LINE)
        return time.process_time() - begun

    seconds(5_000)
    small, large = seconds(10_000), seconds(80_000)
    assert large < 24 * small + 0.5
