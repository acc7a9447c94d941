"""What becomes of quotes, dashes and spaces while one types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.notice.text import NO_BREAK_SPACE
from noticeeditor.notice.typing import Replacement, correction

NBSP = NO_BREAK_SPACE
TYPED = {
    'Antrag "Schule" hier': "Antrag „Schule“ hier",
    '"Am Anfang"': "„Am Anfang“",
    '("in Klammern")': "(„in Klammern“)",
    '"Antrag "Bahn" der Fraktion"': "„Antrag ‚Bahn‘ der Fraktion“",
    "'einfach'": "‚einfach‘",
    "\"außen 'innen' außen\"": "„außen ‚innen‘ außen“",
    "So geht's gut": "So geht’s gut",
    "'So geht's gut'": "‚So geht’s gut‘",
    "Bau - Planung": "Bau – Planung",
    "- kein Gedankenstrich am Anfang": "- kein Gedankenstrich am Anfang",
    "Kultur- und Sportstätten": "Kultur- und Sportstätten",
    "2020--2024": "2020–2024",
    "und so weiter...": "und so weiter…",
    "nach § 38": f"nach §{NBSP}38",
    "z.B. hier": f"z.{NBSP}B. hier",
    "z. B. hier": f"z.{NBSP}B. hier",
    "Forum e.V.": f"Forum e.{NBSP}V.",
    "um 18 Uhr": f"um 18{NBSP}Uhr",
    "um 18:00 Uhr": f"um 18:00{NBSP}Uhr",
    "die Uhr": "die Uhr",
    "Amtszeit a.D.": f"Amtszeit a.{NBSP}D.",
    "11. Änderung vom 4. März": "11. Änderung vom 4. März",
    '"eins" und "zwei"': "„eins“ und „zwei“",
}


def typed(keys: str) -> str:
    text = ""
    for key in keys:
        text += key
        found = correction(text, len(text))
        text = found.apply(text) if found else text
    return text


@pytest.mark.parametrize(("keys", "text"), TYPED.items())
def test_what_is_typed_becomes_good_typography(keys, text):
    assert typed(keys) == text


def test_a_replacement_says_what_was_typed_so_that_it_can_be_taken_back():
    assert correction('sagt "', 6) == Replacement(5, '"', "„")


def test_a_correction_looks_only_at_what_stands_before_the_caret():
    assert correction('"Ende', 1) == Replacement(0, '"', "„")


def test_no_caret_outside_the_text_is_asked_about():
    assert correction("", 0) is None
    assert correction("a", 7) is None


@given(st.text(alphabet="ab„“‚‘'\"-. §Uhr18zBdn\n", max_size=30), st.integers(0, 31))
def test_a_correction_replaces_exactly_what_ends_at_the_caret(text, caret):
    found = correction(text, caret)
    if found:
        assert text[found.start : caret] == found.typed
        assert found.corrected != found.typed


@given(st.text(alphabet="ab \" '„(", max_size=30))
def test_no_straight_quote_is_left_after_typing(keys):
    assert not set(typed(keys)) & {'"', "'"}
