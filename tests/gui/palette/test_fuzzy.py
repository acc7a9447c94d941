"""Which texts a few letters mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.gui.palette.commands import SHOWN, Command, hits
from noticeeditor.gui.palette.fuzzy import fold, match

pytestmark = pytest.mark.usefixtures("dressed")


def commands(*titles, **fields):
    return [Command(title, title, lambda: None, **fields) for title in titles]


def titles(query, offered, recent=()):
    return [hit.command.title for hit in hits(query, offered, recent)]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("", "Drucken"),
        ("druck", "Drucken"),
        ("uber", "Zur Prüfung übergeben"),
        ("PRÜF", "Zur Prüfung vorlegen"),
        ("pruf vor", "Zur Prüfung vorlegen"),
        ("vor zur", "Zur Prüfung vorlegen"),
        ("zpv", "Zur Prüfung vorlegen"),
        ("strasse", "Strasse"),
        ("strase", "Straße"),
    ],
)
def test_these_letters_mean_this_text(query, text):
    assert match(query, text) is not None


@pytest.mark.parametrize(
    ("query", "text"), [("x", "Drucken"), ("drucken x", "Drucken"), ("dv", "Drucken, dann später Vorlegen")]
)
def test_these_do_not(query, text):
    assert match(query, text) is None


def test_the_fitting_letters_are_known():
    assert match("vor", "Zur Prüfung vorlegen").positions == (12, 13, 14)
    assert match("zpv", "Zur Prüfung vorlegen").positions == (0, 4, 12)


def test_a_word_from_its_start_comes_before_one_from_within_before_scattered_letters():
    offered = commands("Aus der Mappe nehmen", "Manuelle Nummer", "Klemappe")
    assert titles("ma", offered) == ["Manuelle Nummer", "Aus der Mappe nehmen", "Klemappe"]


def test_what_was_used_last_comes_first_among_equals():
    assert titles("", commands("A", "B", "C"), ("C", "B")) == ["C", "B", "A"]


def test_what_cannot_be_run_comes_last_among_equals():
    offered = [*commands("Drucken A", enabled=False), *commands("Drucken B")]
    assert titles("drucken", offered) == ["Drucken B", "Drucken A"]


def test_the_group_helps_to_find():
    assert titles("ansicht dunkel", commands("Dunkel", group="Ansicht")) == ["Dunkel"]


def test_only_so_many_are_shown():
    assert len(hits("", commands(*map(str, range(500))))) == SHOWN


@given(st.text(max_size=30))
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=12), st.text(max_size=40))
def test_positions_lie_in_the_text(query, text):
    found = match(query, text)
    assert found is None or all(0 <= position < len(text) for position in found.positions)
