"""Two desks changed one notice: what of both stands in the merged one, and what is a conflict."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity, walk
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.notice.numbering import Numbering
from noticeeditor.workflow.merge import Conflict, merge
from noticeeditor.workflow.outline import from_outline, to_outline
from tests.builders import a_notice
from tests.cases import ISSUE


def tree(source):
    """An agenda from lines: parts at the margin, items indented by their level; the id is the text in small letters."""
    parts: list[dict] = []
    for line in filter(None, source.split("\n")):
        level, text = (len(line) - len(line.lstrip())) // 2, line.strip()
        name, _, words = text.partition("=")
        node = {"id": name.lower(), "text": words or name, "children": []}
        siblings = parts
        for _ in range(level):
            siblings = siblings[-1]["children"]
        siblings.append(node)
    return Agenda(tuple(AgendaPart(p["id"], p["text"], items=tuple(map(item, p["children"]))) for p in parts))


def item(node):
    return AgendaItem(node["id"], node["text"], children=tuple(map(item, node["children"])))


def drawn(agenda):
    """The lines that ``tree`` would make the agenda from."""
    lines = []
    for part in agenda.parts:
        lines.append(line(part.id, part.heading, 0))
        for entry in part.items:
            draw(entry, 1, lines)
    return "\n".join(lines)


def draw(entry, level, lines):
    lines.append(line(entry.id, entry.text, level))
    for child in entry.children:
        draw(child, level + 1, lines)


def line(name, text, level):
    return "  " * level + (text if text.lower() == name else f"{name.upper()}={text}")


def notice(source):
    return a_notice(agenda=tree(source))


BASE = """
P
  A
  B
    B1
    B2
  C
Q
  D
"""


def merged(mine, theirs, base=BASE):
    """The merged agenda as lines, and the fields in conflict."""
    found = merge(notice(base), notice(mine), notice(theirs))
    return drawn(found.notice.agenda), [conflict.field for conflict in found.conflicts]


def lines(source):
    return "\n".join(filter(None, source.split("\n")))


def test_what_only_one_changed_is_taken():
    assert merged(BASE.replace("A", "A=mein"), BASE) == (lines(BASE.replace("A", "A=mein")), [])
    assert merged(BASE, BASE.replace("A", "A=ihr")) == (lines(BASE.replace("A", "A=ihr")), [])


def test_what_both_changed_alike_is_no_conflict():
    both = BASE.replace("A", "A=neu")
    assert merged(both, both) == (lines(both), [])


def test_changes_of_different_items_stand_together():
    mine, theirs = BASE.replace("A\n", "A=mein\n"), BASE.replace("D\n", "D=ihr\n")
    assert merged(mine, theirs) == (lines(BASE.replace("A\n", "A=mein\n").replace("D\n", "D=ihr\n")), [])


def test_two_changes_of_one_item_keep_mine_and_name_all_three():
    found = merge(notice(BASE), notice(BASE.replace("A", "A=mein")), notice(BASE.replace("A", "A=ihr")))
    assert found.conflicts == (Conflict("item:a.text", "A", "mein", "ihr"),)
    assert next(walk(found.notice.agenda.parts[0].items)).text == "mein"


def test_new_items_of_both_stand_behind_those_they_followed():
    mine, theirs = BASE.replace("  A\n", "  A\n  X\n"), BASE.replace("  C\n", "  C\n  Y\n")
    expected = BASE.replace("  A\n", "  A\n  X\n").replace("  C\n", "  C\n  Y\n")
    assert merged(mine, theirs) == (lines(expected), [])


def test_new_items_at_the_head_stay_at_the_head():
    mine, theirs = BASE.replace("P\n", "P\n  X\n"), BASE.replace("Q\n", "Q\n  Y\n")
    assert merged(mine, theirs) == (lines(BASE.replace("P\n", "P\n  X\n").replace("Q\n", "Q\n  Y\n")), [])


def test_an_item_that_one_removed_and_the_other_left_is_gone():
    gone = BASE.replace("  A\n", "")
    assert merged(gone, BASE) == (lines(gone), [])
    assert merged(BASE, gone) == (lines(gone), [])


def test_an_item_that_one_removed_and_the_other_changed_stays_and_is_a_conflict():
    gone, changed = BASE.replace("  A\n", ""), BASE.replace("A\n", "A=neu\n")
    assert merged(gone, changed) == (lines(changed), ["item:a"])
    assert merged(changed, gone) == (lines(changed), ["item:a"])
    found = merge(notice(BASE), notice(gone), notice(changed))
    assert found.conflicts == (Conflict("item:a", "A", None, "neu"),)
    found = merge(notice(BASE), notice(changed), notice(gone))
    assert found.conflicts == (Conflict("item:a", "A", "neu", None),)


def test_an_item_that_both_removed_is_gone():
    gone = BASE.replace("  A\n", "")
    assert merged(gone, gone) == (lines(gone), [])


def test_a_part_that_one_removed_stays_under_what_the_other_added_to_it():
    mine, theirs = BASE.replace("Q\n  D\n", ""), BASE.replace("  D\n", "  D\n  E\n")
    assert merged(mine, theirs) == (lines(BASE.replace("  D\n", "  E\n")), [])
    assert merged(theirs, mine) == (lines(BASE.replace("  D\n", "  E\n")), [])


def test_a_branch_that_one_removed_stays_down_to_what_the_other_added():
    mine = BASE.replace("  B\n    B1\n    B2\n", "")
    theirs = BASE.replace("    B2\n", "    B2\n      N\n")
    assert merged(mine, theirs)[0] == lines(
        """
P
  A
  B
    B2
      N
  C
Q
  D
"""
    )


def test_an_item_goes_where_one_moved_it_and_says_what_the_other_wrote():
    mine = BASE.replace("  A\n", "").replace("  D\n", "  D\n  A\n")
    assert merged(mine, BASE.replace("A\n", "A=neu\n")) == (lines(mine.replace("  A\n", "  A=neu\n")), [])


def test_the_order_is_that_of_whoever_changed_it():
    other = BASE.replace("  A\n", "").replace("  C\n", "  C\n  A\n")
    assert merged(other, BASE) == (lines(other), [])
    assert merged(BASE, other) == (lines(other), [])


def test_where_both_changed_the_order_it_is_mine():
    first = BASE.replace("  A\n", "").replace("  C\n", "  C\n  A\n")
    second = BASE.replace("  C\n", "").replace("  A\n", "  C\n  A\n")
    assert merged(first, second) == (lines(first), [])


def test_my_order_takes_in_their_new_items():
    mine = BASE.replace("  A\n", "").replace("  C\n", "  C\n  A\n")
    theirs = BASE.replace("  C\n", "  C\n  N\n")
    assert merged(mine, theirs) == (lines(mine.replace("  C\n", "  C\n  N\n")), [])
    assert merged(theirs, mine) == (lines(mine.replace("  C\n", "  C\n  N\n")), [])


def test_an_item_that_both_moved_to_different_places_stays_at_mine_and_is_a_conflict():
    mine = BASE.replace("  A\n", "").replace("  D\n", "  D\n  A\n")
    theirs = BASE.replace("  A\n", "").replace("    B2\n", "    B2\n    A\n")
    assert merged(mine, theirs) == (lines(mine), ["item:a.parent"])


def test_two_items_that_were_put_under_one_another_stand_where_i_put_them():
    mine = BASE.replace("  A\n", "").replace("    B1\n", "    A\n    B1\n")
    theirs = "\nP\n  A\n    B\n      B1\n      B2\n  C\nQ\n  D\n"
    result, _ = merged(mine, theirs)
    assert result == lines(mine)


def test_new_parts_of_both_are_kept():
    assert merged(BASE + "R\n", BASE.replace("Q\n", "S\nQ\n")) == (
        lines(BASE.replace("Q\n", "S\nQ\n") + "R\n"),
        [],
    )


FIELDS = {
    "authority": ("a", "b"),
    "kind": (NoticeKind.CORRECTION, NoticeKind.CANCELLATION),
    "heading": (("A",), ("B",)),
    "remarks": (("a",), ("b",)),
    "issue": (ISSUE, None),
}


@pytest.mark.parametrize("name", ["authority", "kind", "heading", "remarks"])
def test_a_field_that_one_changed_is_taken_and_one_that_both_changed_is_a_conflict(name):
    base, (first, second) = a_notice(), FIELDS[name]
    mine, theirs = replace(base, **{name: first}), replace(base, **{name: second})
    assert merge(base, mine, base).notice == mine
    assert merge(base, base, theirs).notice == theirs
    found = merge(base, mine, theirs)
    assert found.notice == mine
    assert found.conflicts == (Conflict(name, getattr(base, name), first, second),)


@pytest.mark.parametrize(
    ("owner", "name", "first", "second"),
    [
        ("sitting", "date", dt.date(2023, 10, 10), dt.date(2023, 10, 11)),
        ("sitting", "time", dt.time(17), None),
        ("sitting", "venue", None, None),
        ("sitting", "body", None, None),
        ("sitting", "designation", "Sitzung", "Sondersitzung"),
        ("signature", "authority", "A", "B"),
        ("signature", "place", "A", "B"),
        ("signature", "date", None, dt.date(2023, 9, 30)),
        ("signature", "signatory", None, None),
        ("signature", "capacity", "deputy", "by-order"),
        ("signature", "form", ("x",), ("y",)),
        ("signature", "words", ("x",), ("y",)),
    ],
)
def test_sitting_and_signature_are_merged_field_by_field(owner, name, first, second):
    base = a_notice()

    def changed(value):
        return replace(base, **{owner: replace(getattr(base, owner), **{name: value})})

    assert merge(base, changed(first), base).notice == changed(first)
    assert merge(base, base, changed(first)).notice == changed(first)
    fields = [conflict.field for conflict in merge(base, changed(first), changed(second)).conflicts]
    assert fields == ([] if first == second else [f"{owner}.{name}"])


@pytest.mark.parametrize("name", ["issue", "opening"])
def test_issue_and_opening_are_taken_as_a_whole(name):
    base = a_notice()
    value = ISSUE if name == "issue" else replace(base.opening, words="Anders.")
    assert merge(base, replace(base, **{name: value}), base).notice == replace(base, **{name: value})


NUMBERING = Numbering()


def test_numbering_publicity_label_and_published_title_are_merged():
    def a(numbering=NUMBERING, publicity=Publicity.PUBLIC, label=None, published=None):
        part = AgendaPart("p", "Teil", publicity, (AgendaItem("i", "Text", published, label),))
        return a_notice(agenda=Agenda((part,), numbering))

    roman = Numbering(part="{A}.")
    mine, theirs = a(roman, label="9a."), a(publicity=Publicity.CLOSED, published="Vertrag")
    assert merge(a(), mine, theirs).notice == a(roman, Publicity.CLOSED, "9a.", "Vertrag")
    fields = [conflict.field for conflict in merge(a(), a(label="1"), a(label="2")).conflicts]
    assert fields == ["item:i.label"]
    assert merge(a(), a(Numbering(part="")), a(roman)).conflicts[0].field == "numbering"


def test_an_agenda_can_be_laid_out_and_put_together_again():
    agenda = tree(BASE)
    assert from_outline(to_outline(agenda), agenda.numbering) == agenda
    assert to_outline(agenda).nodes["b1"].words == "B1"
    part = AgendaPart("p", "Teil", items=(AgendaItem("i", "Lang", "Kurz"),))
    assert to_outline(Agenda((part,))).nodes["i"].words == "Lang\nKurz"


names = st.sampled_from("abcdefghij")


@st.composite
def agendas(draw):
    """Agendas over the same few ids, so that two of them have much in common."""
    used, parts = draw(st.permutations(list("abcdefghij"))), []
    used = used[: draw(st.integers(0, 10))]
    for name in used:
        text = draw(st.sampled_from(["x", "y", name]))
        places = [None, *parts]
        place = draw(st.sampled_from(places)) if parts else None
        if place is None:
            parts.append({"id": "p" + name, "text": text, "children": []})
        else:
            target = draw(st.sampled_from([place, *flat(place)]))
            target["children"].append({"id": name, "text": text, "children": []})
    return Agenda(tuple(AgendaPart(p["id"], p["text"], items=tuple(map(item, p["children"]))) for p in parts))


def flat(node):
    return [one for child in node["children"] for one in (child, *flat(child))]


def said(agenda):
    parts = [(part.id, part.heading) for part in agenda.parts]
    return parts + [(entry.id, entry.text) for part in agenda.parts for entry in walk(part.items)]


@given(agendas(), agendas())
def test_merging_with_an_untouched_copy_gives_the_other(base, other):
    first, second = a_notice(agenda=base), a_notice(agenda=other)
    for found in (merge(first, second, first), merge(first, first, second), merge(first, second, second)):
        assert (found.notice, found.conflicts) == (second, ())


@given(agendas(), agendas(), agendas())
def test_nothing_that_either_of_two_wrote_is_lost_without_being_named(base, mine, theirs):
    found = merge(a_notice(agenda=base), a_notice(agenda=mine), a_notice(agenda=theirs))
    agenda = found.notice.agenda
    ids = [entry[0] for entry in said(agenda)]
    assert len(ids) == len(set(ids))
    in_conflict = {text for conflict in found.conflicts for text in (conflict.mine, conflict.theirs)}
    kept = set(said(agenda))
    for entry in {*said(mine), *said(theirs)} - set(said(base)):
        assert entry in kept or entry[1] in in_conflict


@given(agendas(), agendas(), agendas())
def test_what_neither_removed_stays(base, mine, theirs):
    found = merge(a_notice(agenda=base), a_notice(agenda=mine), a_notice(agenda=theirs))
    ids = {entry[0] for entry in said(found.notice.agenda)}
    assert ids >= {one for one, _ in said(mine)} & {one for one, _ in said(theirs)}


def headed(heading="Teil", label=None, **changes):
    return a_notice(agenda=Agenda((AgendaPart("p", heading, label=label),), **changes))


def test_a_part_keeps_its_number_set_by_hand_and_is_named_where_both_changed_it():
    found = merge(headed(), headed("Mein Teil", "I."), headed("Ihr Teil", "I."))
    assert found.notice.agenda.parts[0].label == "I."
    assert found.conflicts == (Conflict("part:p.text", "Teil", "Mein Teil", "Ihr Teil"),)


def test_two_numberings_are_a_conflict_with_what_was_before():
    before, mine, theirs = Numbering(), Numbering(levels=("01",)), Numbering(levels=("TOP 1",))
    found = merge(headed(numbering=before), headed(numbering=mine), headed(numbering=theirs))
    assert found.conflicts == (Conflict("numbering", before, mine, theirs),)
