"""What differs between two wordings, word by word."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.notice import EarlierNotice, NoticeKind, Sitting, Venue
from noticeeditor.workflow.difference import Change, FieldDifference, Span, compare, difference, fields, words
from tests.builders import a_notice, an_agenda
from tests.cases import ISSUE

SAME, ADDED, REMOVED, CHANGED, MOVED = Change


def changed(field, *spans):
    return FieldDifference(field, CHANGED, tuple(Span(change, text) for change, text in spans))


def test_the_same_wording_has_no_difference():
    assert difference(a_notice(), a_notice()) == ()


def test_words_and_marks_stay_or_go_as_a_whole():
    assert words("Am 9.10., „Saal“\u00a0A\n") == [
        "Am", " ", "9", ".", "10", ".", ",", " ", "„", "Saal", "“", "\u00a0", "A", "\n",
    ]  # fmt: skip


def test_a_changed_word_is_shown_between_those_that_stayed():
    assert compare("Bau der Brücke in Daun", "Bau der Straße in Daun") == (
        Span(SAME, "Bau der "),
        Span(REMOVED, "Brücke"),
        Span(ADDED, "Straße"),
        Span(SAME, " in Daun"),
    )


@pytest.mark.parametrize(
    ("before", "after", "spans"),
    [
        ("", "", ()),
        ("", "neu", (Span(ADDED, "neu"),)),
        ("alt", "", (Span(REMOVED, "alt"),)),
        ("a b", "a", (Span(SAME, "a"), Span(REMOVED, " b"))),
        ("b", "a b", (Span(ADDED, "a "), Span(SAME, "b"))),
    ],
)
def test_what_came_and_went_is_told_apart(before, after, spans):
    assert compare(before, after) == spans


@given(st.text(alphabet="ab ,ä\n"), st.text(alphabet="ab ,ä\n"))
def test_both_texts_can_be_read_out_of_their_comparison(before, after):
    found = FieldDifference("x", CHANGED, compare(before, after))
    assert (found.before, found.after) == (before, after)


def test_every_field_of_a_notice_can_differ():
    before = a_notice()
    sitting = before.sitting
    for field, after in {
        "kind": a_notice(kind=NoticeKind.CORRECTION),
        "heading": a_notice(heading=("BEKANNTMACHUNG",)),
        "remark:0": a_notice(remarks=("Gäste willkommen",)),
        "signature": a_notice(signature=replace(before.signature, place="Daun")),
        "issue": a_notice(issue=ISSUE),
        "earlier": a_notice(earlier=EarlierNotice(Sitting(), "7")),
        "opening": a_notice(opening=replace(before.opening, words="Es wird eingeladen.")),
    }.items():
        assert [found.field for found in difference(before, after)] == [field]
    for field, other in {
        "sitting.body": replace(sitting, body=None),
        "sitting.date": replace(sitting, date=dt.date(2023, 10, 10)),
        "sitting.time": replace(sitting, time=dt.time(19)),
        "sitting.venue": replace(sitting, venue=Venue("Saal 2")),
    }.items():
        assert [found.field for found in difference(before, a_notice(sitting=other))] == [field, "opening"]


def test_days_and_times_are_shown_as_people_write_them():
    texts = fields(a_notice(issue=ISSUE))
    assert texts["sitting.date"] == "Mo. 09.10.2023"
    assert texts["sitting.time"] == "18:00"
    assert texts["issue"] == "40/2023"
    assert texts["signature"].split("\n")[:2] == ["Kreisverwaltung Vulkaneifel", "54550 Daun, 29.09.2023"]
    assert fields(a_notice(heading=("Amtliche", "Bekanntmachung")))["heading"] == "Amtliche\nBekanntmachung"


def test_fields_are_in_the_order_of_the_page_and_empty_ones_are_left_out():
    part = AgendaPart("p", "Teil", items=(AgendaItem("i", "A", children=(AgendaItem("c", ""),)),))
    names = list(fields(a_notice(agenda=Agenda((part,)), remarks=("r",))))
    assert names == [
        "kind", "heading", "sitting.body", "sitting.date", "sitting.time", "sitting.venue", "opening",
        "part:p", "item:i", "item:c", "remark:0", "signature",
    ]  # fmt: skip


def test_an_empty_notice_has_fields_too():
    assert list(fields(a_notice(sitting=Sitting(), agenda=an_agenda(), heading=()))) == [
        "kind",
        "opening",
        "part:part-1",
        "signature",
    ]


def test_an_item_is_followed_by_its_id_wherever_it_stands():
    before, after = a_notice(agenda=an_agenda("A", "B", "C")), a_notice(agenda=an_agenda("A", "B neu", "C"))
    assert difference(before, after) == (changed("item:item-2", (SAME, "B"), (ADDED, " neu")),)


def items(*names):
    return a_notice(agenda=Agenda((AgendaPart("p", items=tuple(AgendaItem(n, n.upper()) for n in names)),)))


def kinds(before, after):
    return [(found.field, found.change) for found in difference(before, after)]


def test_added_and_removed_items_stand_at_their_places():
    assert kinds(items("a", "b", "c"), items("a", "x", "c")) == [("item:b", REMOVED), ("item:x", ADDED)]
    assert kinds(items("a", "b"), items("b")) == [("item:a", REMOVED)]
    assert kinds(items(), items("a")) == [("item:a", ADDED)]


def test_what_went_stands_behind_what_it_stood_behind():
    before = items("a", "b", "c", "d", "e")
    assert kinds(before, items("a", "e")) == [("item:b", REMOVED), ("item:c", REMOVED), ("item:d", REMOVED)]
    after = items("x", "a", "d", "y", "e")
    assert kinds(before, after) == [
        ("item:x", ADDED),
        ("item:b", REMOVED),
        ("item:c", REMOVED),
        ("item:y", ADDED),
    ]


def test_what_came_has_no_words_before_and_what_went_none_after():
    (came,) = difference(items("a"), items("a", "b"))
    (went,) = difference(items("a", "b"), items("a"))
    assert (came.before, came.after) == ("", "B")
    assert (went.before, went.after) == ("B", "")


def parts(*names):
    return a_notice(agenda=Agenda(tuple(AgendaPart(name) for name in names)))


def test_parts_are_followed_as_items_are_even_without_a_heading():
    assert kinds(parts("p", "q", "r"), parts("q", "r", "p")) == [("part:p", MOVED)]
    assert kinds(parts("p"), parts("p", "q")) == [("part:q", ADDED)]


def test_an_item_that_moved_between_others_that_came_and_went_is_told():
    assert kinds(items("a", "b", "c"), items("x", "y", "c", "b")) == [
        ("item:a", REMOVED),
        ("item:x", ADDED),
        ("item:y", ADDED),
        ("item:c", MOVED),
    ]


def test_one_word_changed_in_a_long_text_is_all_that_differs():
    """A text of the same few words again and again is compared as any other."""
    text = "und so " * 150
    assert compare(f"{text}alt {text}", f"{text}neu {text}") == (
        Span(SAME, text),
        Span(REMOVED, "alt"),
        Span(ADDED, "neu"),
        Span(SAME, f" {text}"),
    )


def test_an_item_that_moved_is_told_and_those_that_stayed_are_not():
    assert kinds(items("a", "b", "c"), items("b", "c", "a")) == [("item:a", MOVED)]
    moved = difference(items("a", "b", "c"), items("b", "c", "a"))[0]
    assert (moved.before, moved.after) == ("A", "A")


def test_an_item_that_moved_and_changed_is_told_as_changed():
    after = items("b", "a")
    part = after.agenda.parts[0]
    after = replace(
        after, agenda=Agenda((replace(part, items=(part.items[0], replace(part.items[1], text="neu"))),))
    )
    assert ("item:a", CHANGED) in kinds(items("a", "b"), after)


def test_labels_set_by_hand_and_published_titles_are_compared():
    part = AgendaPart(
        "p", "Teil", Publicity.CLOSED, (AgendaItem("i", "Vertrag mit X", "Vertrag", "9a."),), "II."
    )
    texts = fields(a_notice(agenda=Agenda((part,))))
    assert (texts["part:p"], texts["item:i"], texts["published:i"]) == (
        "II. Teil",
        "9a. Vertrag mit X",
        "Vertrag",
    )


def test_a_removed_first_field_stands_first():
    assert kinds(a_notice(kind=NoticeKind.SITTING, heading=("A",)), a_notice(heading=()))[0] == (
        "heading",
        REMOVED,
    )
