"""Characters that are unseen or disguise others."""

import pytest

from noticeeditor.notice.text import bad_character, normal, without_bad_characters


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("\0", "control"),
        ("\t", "control"),
        ("\x85", "control"),
        ("\u202e", "direction"),
        ("\u2066", "direction"),
        ("\u200b", "invisible"),
        ("\ufeff", "invisible"),
        ("\U000e0041", "invisible"),
        ("\ud800", "surrogate"),
        ("\ue000", "private"),
        ("\uffff", "noncharacter"),
    ],
)
def test_a_bad_character_is_found_with_its_place_and_kind(character, kind):
    assert bad_character(f"Amt{character}lich") == (3, ord(character), kind)


@pytest.mark.parametrize(
    "text",
    ["Größe: 12.500,00 €", "zwei\nZeilen", "Soft\u00adhyphen", "§\u00a038", "Łęcka Žaneta", "C\u0327\u0306"],
)
def test_good_text_is_left_alone(text):
    assert bad_character(text) is None


def test_pasted_text_is_cleaned_and_its_lines_are_kept():
    assert without_bad_characters("a\tb\r\nc\u200bd\u2028e") == "a b\ncd\ne"


def test_text_is_kept_in_normal_form_c():
    assert normal("u\u0308") == "ü"
