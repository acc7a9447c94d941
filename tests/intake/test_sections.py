"""A pasted agenda keeps its parts."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.intake.sections import insert_sections, sections_of
from noticeeditor.notice.agenda import Agenda, Publicity
from tests.builders import an_agenda

WHOLE = """Tagesordnung
I. Öffentliche Sitzung
1. Fragestunde
2. Haushalt
II. Nichtöffentliche Sitzung
1. Kündigung Müller
"""


def read(text: str):
    numbers = count(1)
    return sections_of(text, lambda: f"n{next(numbers)}")


def test_the_parts_of_a_whole_agenda_are_told_apart():
    assert [(s.heading, s.publicity, [item.text for item in s.items]) for s in read(WHOLE)] == [
        ("", None, ["Tagesordnung"]),
        ("Öffentliche Sitzung", Publicity.PUBLIC, ["Fragestunde", "Haushalt"]),
        ("Nichtöffentliche Sitzung", Publicity.CLOSED, ["Kündigung Müller"]),
    ]


@pytest.mark.parametrize(
    ("heading", "publicity"),
    [
        ("A. ÖFFENTLICHE SITZUNG", Publicity.PUBLIC),
        ("Öffentlicher Teil:", Publicity.PUBLIC),
        ("- öffentlicher Teil -", Publicity.PUBLIC),
        ("Nicht öffentlicher Teil:", Publicity.CLOSED),
        ("II. Nichtöffentliche Sitzung", Publicity.CLOSED),
        ("B) Nicht-öffentlicher Teil", Publicity.CLOSED),
    ],
)
def test_headings_are_known_in_the_forms_in_which_they_are_printed(heading, publicity):
    assert read(f"{heading}\n1. Wahl\n2. Haushalt")[0].publicity is publicity


def test_an_item_that_speaks_of_a_sitting_is_no_heading():
    text = "1. Genehmigung der Niederschrift der letzten öffentlichen Sitzung\n2. Wahl"
    assert [section.heading for section in read(text)] == [""]


def test_a_list_without_headings_is_one_section():
    (section,) = read("1. Wahl\n2. Haushalt")
    assert section.publicity is None
    assert len(section.items) == 2


def test_sections_go_into_parts_of_their_publicity_and_into_new_ones_where_none_is_free():
    agenda = insert_sections(an_agenda("Eins", ""), "item-2", read(WHOLE), iter("ab").__next__)
    assert [(part.heading, [item.text for item in part.items]) for part in agenda.parts] == [
        ("Öffentliche Sitzung", ["Eins", "Tagesordnung", "Fragestunde", "Haushalt"]),
        ("Nichtöffentliche Sitzung", ["Kündigung Müller"]),
    ]


def test_items_without_a_heading_make_the_first_part_of_an_empty_agenda():
    agenda = insert_sections(Agenda(), "", read("1. Wahl\n2. Haushalt"), iter("a").__next__)
    assert [item.text for item in agenda.parts[0].items] == ["Wahl", "Haushalt"]


@given(st.text(alphabet="ab1. \nI", max_size=60))
def test_reading_sections_never_raises(text):
    read(text)
