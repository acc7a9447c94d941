"""Every numbering that was found in print, and that numbers are computed."""

import pytest
from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.numbering import Numbering, bare_label, letters, number, roman
from tests.builders import an_agenda


def labels(agenda):
    def flat(items):
        for item in items:
            yield item.label
            yield from flat(item.children)

    return [label for part in number(agenda) for label in flat(part.items)]


def item(text="", label=None, *children):
    return AgendaItem(f"id-{text}", text, label=label, children=children)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{n}.", ["1.", "2.", "3."]),
        ("{n}", ["1", "2", "3"]),
        ("{nn}", ["01", "02", "03"]),
        ("{n})", ["1)", "2)", "3)"]),
        ("TOP {n}", ["TOP 1", "TOP 2", "TOP 3"]),
        ("{publicity} {n}", ["Ö 1", "Ö 2", "Ö 3"]),
        ("{a})", ["a)", "b)", "c)"]),
        ("{I}.", ["I.", "II.", "III."]),
    ],
)
def test_a_pattern_numbers_items(pattern, expected):
    assert labels(an_agenda("x", "y", "z", numbering=Numbering(levels=(pattern,)))) == expected


def test_closed_items_are_told_apart_by_their_letter():
    agenda = an_agenda("x", publicity=Publicity.CLOSED, numbering=Numbering(levels=("{publicity} {n}",)))
    assert labels(agenda) == ["N 1"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("{n}.", "{path}"), ["1.", "2.", "2.1", "2.2", "2.2.1"]),
        (("{n}.", "{path}."), ["1.", "2.", "2.1.", "2.2.", "2.2.1."]),
        (("{n}.", "{parent}.{a}."), ["1.", "2.", "2.a.", "2.b.", "2.b.a."]),
        (("{n}.", "{a})"), ["1.", "2.", "a)", "b)", "a)"]),
        (("TOP {n}", "{path}", "({i})"), ["TOP 1", "TOP 2", "2.1", "2.2", "(i)"]),
    ],
)
def test_sub_items_are_numbered_at_every_depth(levels, expected):
    tree = (item("1"), item("2", None, item("2.1"), item("2.2", None, item("2.2.1"))))
    assert labels(Agenda((AgendaPart("p", items=tree),), Numbering(levels=levels))) == expected


def two_parts(**numbering):
    agenda = an_agenda("a", "b")
    second = replace(agenda.parts[0], id="part-2", publicity=Publicity.CLOSED)
    return replace(agenda, parts=(agenda.parts[0], second), numbering=Numbering(**numbering))


def test_numbers_begin_anew_in_each_part():
    assert labels(two_parts(restart=True)) == ["1.", "2.", "1.", "2."]


def test_numbers_go_on_over_the_parts():
    assert labels(two_parts(restart=False)) == ["1.", "2.", "3.", "4."]


def test_numbers_may_begin_with_nought():
    assert labels(two_parts(restart=False, first=0)) == ["0.", "1.", "2.", "3."]


def test_a_late_item_keeps_its_own_label_and_the_others_count_on():
    agenda = Agenda(
        (AgendaPart("p", items=(item("a"), item("b", "1a.", item("c")), item("d"), item("e", ""))),)
    )
    assert labels(agenda) == ["1.", "1a.", "1a.1", "2.", ""]


def test_parts_are_numbered_even_when_there_is_one():
    assert [part.label for part in number(an_agenda("x"))] == ["I."]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("", ["", ""]), ("{I}.", ["I.", "II."]), ("{A}.", ["A.", "B."]), ("Teil {n}", ["Teil 1", "Teil 2"])],
)
def test_a_house_numbers_its_parts_in_its_own_way(pattern, expected):
    assert [part.label for part in number(two_parts(part=pattern))] == expected


@pytest.mark.parametrize(
    ("value", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1994, "MCMXCIV"), (0, "0")]
)
def test_roman_numerals(value, written):
    assert roman(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (702, "zz"), (0, "0")]
)
def test_letters(value, written):
    assert letters(value) == written


@pytest.mark.parametrize(("label", "bare"), [("TOP 9a.", "9a"), ("(3)", "3"), ("7.1", "7.1"), ("", "")])
def test_a_label_without_its_trimmings(label, bare):
    assert bare_label(label) == bare
