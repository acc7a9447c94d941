"""The agenda as an outline: what every gesture of the clerk makes of it."""

from __future__ import annotations

from collections import Counter
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity, walk
from noticeeditor.notice.outline import (
    MAX_LEVELS,
    Spot,
    delete,
    duplicate,
    find,
    find_part,
    insert,
    insert_after,
    levels,
    merge_up,
    set_label,
    set_published,
    set_text,
    split,
    spot_of,
    taken,
    topmost,
)
from noticeeditor.notice.parts import add_part, move_part, remove_part, rename_part, set_publicity
from noticeeditor.notice.rearrange import indent, move_down, move_to, move_up, outdent
from tests.strategies import agendas


def outline(*parts: str) -> Agenda:
    """An agenda from lines such as ``a``, ``-b`` (one level deeper); ids and words are the same."""
    return Agenda(tuple(AgendaPart(f"P{n}", items=_tree(text.split())) for n, text in enumerate(parts, 1)))


def _tree(names: list[str], depth: int = 0) -> tuple[AgendaItem, ...]:
    items: list[AgendaItem] = []
    while names and len(names[0]) - len(names[0].lstrip("-")) >= depth:
        name = names.pop(0).lstrip("-")
        items.append(AgendaItem(name, name, children=_tree(names, depth + 1)))
    return tuple(items)


def drawn(agenda: Agenda) -> list[str]:
    return [" ".join(_drawn(part.items, 0)) for part in agenda.parts]


def _drawn(items: tuple[AgendaItem, ...], depth: int) -> list[str]:
    return [line for item in items for line in ("-" * depth + item.id, *_drawn(item.children, depth + 1))]


def words(agenda: Agenda) -> list[str]:
    return [item.text for part in agenda.parts for item in walk(part.items)]


def ids(agenda: Agenda) -> list[str]:
    return [item.id for part in agenda.parts for item in walk(part.items)]


def naming(prefix: str = "new"):
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"


MOVES = {
    "indent joins the item before": (indent, "b", ["a b c"], ["a -b c"]),
    "indent takes the children along": (indent, "b", ["a b -c d"], ["a -b --c d"]),
    "indent of the first stays": (indent, "a", ["a b"], ["a b"]),
    "indent of a run keeps it together": (indent, "b c", ["a b c d"], ["a -b -c d"]),
    "indent goes behind what is there": (indent, "c", ["a -b c"], ["a -b -c"]),
    "outdent leaves the parent": (outdent, "b", ["a -b c"], ["a b c"]),
    "outdent takes along what follows below it": (outdent, "b", ["a -b -c d"], ["a b -c d"]),
    "outdent of two": (outdent, "b d", ["a -b -c -d -e f"], ["a b -c d -e f"]),
    "outdent of a grandchild": (outdent, "c", ["a -b --c -d"], ["a -b -c -d"]),
    "outdent at the top stays": (outdent, "a", ["a b"], ["a b"]),
    "up changes places": (move_up, "b", ["a b c"], ["b a c"]),
    "up takes the children along": (move_up, "b", ["a b -x c"], ["b -x a c"]),
    "up at the head of a part goes to the end of the part before": (
        move_up, "c", ["a b", "c d"], ["a b c", "d"],
    ),
    "up at the very head stays": (move_up, "a", ["a b"], ["a b"]),
    "up of a first child goes to the parent before": (move_up, "d", ["a -b c -d -e"], ["a -b -d c -e"]),
    "up of a run keeps it together": (move_up, "b c", ["a b c d"], ["b c a d"]),
    "up of two apart": (move_up, "b d", ["a b c d"], ["b a d c"]),
    "down changes places": (move_down, "a", ["a b c"], ["b a c"]),
    "down takes the children along": (move_down, "a", ["a -x b"], ["b a -x"]),
    "down at the foot of a part opens the next one": (move_down, "b", ["a b", "c"], ["a", "b c"]),
    "down into an empty part": (move_down, "a", ["a", ""], ["", "a"]),
    "down of a last child goes to the parent after": (move_down, "b", ["a -b c -d"], ["a c -b -d"]),
    "a child chosen with its parent moves with it": (move_down, "a x", ["a -x b"], ["b a -x"]),
}  # fmt: skip


@pytest.mark.parametrize(("move", "chosen", "before", "after"), MOVES.values(), ids=MOVES)
def test_a_gesture_moves_the_chosen_items(move, chosen, before, after):
    assert drawn(move(outline(*before), chosen.split())) == after


@pytest.mark.parametrize(
    ("chosen", "spot", "after"),
    [
        ("a", Spot("P1", 2), ["b a c", "x"]),
        ("c", Spot("P1", 0), ["c a b", "x"]),
        ("a c", Spot("P2", 1), ["b", "x a c"]),
        ("a", Spot("b", 0), ["b -a c", "x"]),
        ("a", Spot("P1", 0), ["a b c", "x"]),
        ("a", Spot("a", 0), ["a b c", "x"]),
        ("a", Spot("nowhere", 0), ["a b c", "x"]),
    ],
)
def test_dropped_items_stand_where_they_were_dropped(chosen, spot, after):
    assert drawn(move_to(outline("a b c", "x"), chosen.split(), spot)) == after


def test_an_item_is_never_dropped_into_itself():
    agenda = outline("a -b --c")
    assert move_to(agenda, ("a",), Spot("c", 0)) is agenda


@pytest.mark.parametrize(
    ("caret", "after", "texts"),
    [
        (9, ["a new b"], ["Jahres", "bericht"]),
        (0, ["new a b"], ["", "Jahres   bericht"]),
        (99, ["a new b"], ["Jahres   bericht", ""]),
    ],
    ids=["in the middle", "at the start", "at the end"],
)
def test_a_split_cuts_the_words_at_the_caret(caret, after, texts):
    agenda = set_text(outline("a b"), "a", "Jahres   bericht")
    cut = split(agenda, "a", caret, "new")
    assert drawn(cut) == after
    assert words(cut)[:2] == texts


def test_a_split_in_the_middle_leaves_what_is_below_with_the_second_half():
    assert drawn(split(set_text(outline("a -b c"), "a", "x y"), "a", 1, "new")) == ["a new -b c"]


def test_a_split_at_the_end_of_an_item_with_others_below_opens_the_first_of_them():
    assert drawn(split(outline("a -b"), "a", 1, "new")) == ["a -new -b"]


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("a b c", "b", "a c"),
        ("a -b --x c", "b", "a -x c"),
        ("a -x b -y", "b", "a -x --y"),
        ("a b", "a", "a b"),
    ],
    ids=["item before", "parent", "last below the item before", "nothing before"],
)
def test_merging_joins_the_item_above_on_the_page(before, name, after):
    assert drawn(merge_up(outline(before), name)) == [after]


def test_merged_words_stand_after_those_above_with_a_blank_between():
    assert words(merge_up(outline("a b"), "b")) == ["a b"]


def test_merging_keeps_the_published_title_of_both():
    agenda = set_published(set_published(outline("a b"), "a", "Personal"), "b", "Vergabe")
    assert find(merge_up(agenda, "b"), "a").published == "Personal Vergabe"


def test_a_deletion_takes_what_lies_below_along():
    assert drawn(delete(outline("a -b c", "d"), ("a", "d"))) == ["c", ""]


def test_copies_stand_after_their_run_with_ids_of_their_own():
    assert drawn(duplicate(outline("a -x b c d"), ("a", "b", "d"), naming("n"))) == [
        "a -x b n1 -n2 n3 c d n4"
    ]


def test_new_items_come_after_an_item_or_at_the_head_of_a_part():
    new = (AgendaItem("n"),)
    assert drawn(insert_after(outline("a b"), "a", new)) == ["a n b"]
    assert drawn(insert_after(outline("a b"), "P1", new)) == ["n a b"]


def test_no_edit_makes_more_levels_than_a_file_holds():
    deepest = outline(" ".join("-" * depth + f"i{depth}" for depth in range(MAX_LEVELS)) + " last -child")
    assert insert(deepest, Spot(f"i{MAX_LEVELS - 1}", 0), (AgendaItem("n"),)) == deepest
    assert move_to(deepest, ("last",), Spot(f"i{MAX_LEVELS - 1}", 0)) == deepest
    assert levels(indent(deepest, ("last",)).parts[0].items) == MAX_LEVELS


def test_a_label_is_set_for_items_and_parts_alike_and_taken_back():
    labelled = set_label(outline("a b"), ("a", "P1"), "9a.")
    assert (find(labelled, "a").label, labelled.parts[0].label) == ("9a.", "9a.")
    assert set_label(labelled, ("a", "P1"), None) == outline("a b")


def test_parts_are_added_renamed_reordered_closed_and_removed():
    agenda = add_part(outline("a", "b"), AgendaPart("N", "Nichtöffentliche Sitzung", Publicity.CLOSED), "P1")
    assert [part.id for part in agenda.parts] == ["P1", "N", "P2"]
    assert [part.id for part in move_part(agenda, "N", -1).parts] == ["N", "P1", "P2"]
    assert [part.id for part in move_part(agenda, "P1", 9).parts] == ["N", "P2", "P1"]
    assert move_part(agenda, "P1", -1) == agenda
    assert find_part(rename_part(agenda, "N", "Geheimes"), "N").heading == "Geheimes"
    assert find_part(set_publicity(agenda, "P1", Publicity.CLOSED), "a").publicity is Publicity.CLOSED
    assert [part.id for part in remove_part(agenda, "N").parts] == ["P1", "P2"]


def test_the_topmost_of_the_chosen_are_in_the_order_of_the_page():
    assert topmost(outline("a -b c", "d"), ("d", "b", "a")) == ("a", "d")
    assert spot_of(outline("a -b"), "b") == Spot("a", 0)


CONSERVING = (indent, outdent, move_up, move_down)


@given(st.data(), agendas())
def test_no_move_loses_changes_or_doubles_an_item(data, agenda):
    chosen = data.draw(st.lists(st.sampled_from(ids(agenda)), max_size=4)) if ids(agenda) else []
    edits = [(move, move(agenda, chosen)) for move in CONSERVING]
    parents = [part.id for part in agenda.parts] + ids(agenda)
    if parents:
        spot = Spot(data.draw(st.sampled_from(parents)), data.draw(st.integers(0, 5)))
        edits.append((move_to, move_to(agenda, chosen, spot)))
    for move, edited in edits:
        assert content(edited) == content(agenda), move.__name__
        assert len(set(ids(edited))) == len(ids(edited))
        assert max((levels(part.items) for part in edited.parts), default=0) <= MAX_LEVELS


@given(st.data(), agendas().filter(ids))
def test_a_change_of_level_keeps_the_order_of_the_page(data, agenda):
    chosen = data.draw(st.lists(st.sampled_from(ids(agenda)), max_size=4))
    assert ids(indent(agenda, chosen)) == ids(agenda)
    assert ids(outdent(agenda, chosen)) == ids(agenda)


@given(st.data(), agendas().filter(ids))
def test_a_split_and_a_merge_keep_the_words_in_the_order_of_the_page(data, agenda):
    name = data.draw(st.sampled_from(ids(agenda)))
    caret = data.draw(st.integers(0, 90))
    assert squeezed(split(agenda, name, caret, "new")) == squeezed(agenda)
    assert squeezed(merge_up(agenda, name)) == squeezed(agenda)


@given(st.data(), agendas().filter(ids))
def test_a_copy_has_the_words_of_its_original_and_other_ids(data, agenda):
    chosen = data.draw(st.lists(st.sampled_from(ids(agenda)), max_size=4))
    edited = duplicate(agenda, chosen, naming())
    doubled = Counter(words(agenda)) + Counter(item.text for item in walk(taken(agenda, chosen)))
    assert Counter(words(edited)) == doubled
    assert len(set(ids(edited))) == len(ids(edited))


@given(st.data(), agendas().filter(ids))
def test_every_edit_leaves_the_agenda_before_it_as_it_was(data, agenda):
    before, name = repr(agenda), data.draw(st.sampled_from(ids(agenda)))
    for move in CONSERVING:
        move(agenda, (name,))
    delete(agenda, (name,)), set_text(agenda, name, "x"), merge_up(agenda, name)
    assert repr(agenda) == before


def content(agenda: Agenda) -> Counter[tuple[object, ...]]:
    return Counter(
        (item.id, item.text, item.published, item.label) for part in agenda.parts for item in walk(part.items)
    )


def squeezed(agenda: Agenda) -> str:
    return "".join("".join(words(agenda)).replace(" ", "").split("\n"))
