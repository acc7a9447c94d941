"""Every error that was really printed in a gazette is caught, or cannot be made any more."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from noticeeditor.layout.compose import compose
from noticeeditor.layout.style import HouseStyle
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart
from noticeeditor.notice.numbering import number
from tests.builders import a_notice
from tests.checks.context import found, rules, with_item, with_opening


def test_the_verb_findet_missing_in_2021():
    printed = (
        "Am Montag, 04. Oktober 2021 um 17.00 Uhr, im Gäste- und Veranstaltungszentrum „Forum Daun“, "
        "Leopoldstraße 5, 54550 Daun, eine Sitzung des Kreistages mit folgender Tagesordnung statt:"
    )
    assert "opening.verb" in rules(with_opening(printed))


def test_the_verb_cannot_be_missing_in_a_sentence_that_follows_its_template():
    assert "opening.verb" not in rules(a_notice())


def test_the_closing_quotation_mark_missing_after_landkreis_in_2021():
    printed = with_item(
        "Antrag der Fraktionsgemeinschaft von B und C: „Bahnstrecke zukunftsfähig herrichten im Landkreis"
    )
    (finding,) = found("quotes.unbalanced", printed)
    assert (finding.facts["mark"], finding.facts["position"]) == ("„", 46)


def test_the_closing_quotation_mark_missing_after_aufbauen_in_2021():
    printed = with_item("Antrag der Kreistagsfraktion „F 90/Die G“: „Bahnstrecke schneller aufbauen.")
    (finding,) = found("quotes.unbalanced", printed)
    assert finding.facts["position"] == 43


def test_the_quotation_mark_too_many_after_container_in_2020():
    printed = with_item(
        "Antrag der Kreistagsfraktion B/C, der D-Kreistagsfraktion und des Kreistagsmitglieds „E“: Bericht über Container“"
    )
    (finding,) = found("quotes.unbalanced", printed)
    assert finding.facts["mark"] == "“"
    assert finding.facts["words"] == "über Container“"


def test_the_quotation_mark_too_many_after_kunden_in_2020():
    printed = with_item("Antrag des Kreistagsmitglieds „E“: Befragung der Kunden“")
    assert len(found("quotes.unbalanced", printed)) == 1


def test_sub_items_11_1_to_11_4_under_item_12_in_2020():
    children = tuple(AgendaItem(f"sub-{n}", "Nachwahl", label=f"11.{n}") for n in range(1, 5))
    item = AgendaItem("item-12", "Nachwahlen", label="12.", children=children)
    printed = a_notice(agenda=Agenda((AgendaPart("part-1", items=(item,)),)))
    assert [finding.field for finding in found("label.parent", printed)] == [
        f"item:sub-{n}" for n in range(1, 5)
    ]


def test_sub_items_11_1_after_item_12_in_a_flat_list():
    labels = ("11.", "12.", "11.1", "11.2")
    items = tuple(AgendaItem(f"item-{label}", "Nachwahl", label=label) for label in labels)
    printed = a_notice(agenda=Agenda((AgendaPart("part-1", items=items),)))
    assert [finding.facts["label"] for finding in found("label.order", printed)] == ["11.1"]


def test_computed_numbers_cannot_stand_under_another_parent():
    children = (AgendaItem("sub-1", "Nachwahl"), AgendaItem("sub-2", "Nachwahl"))
    items = tuple(AgendaItem(f"item-{n}", "x", children=children if n == 12 else ()) for n in range(1, 13))
    numbered = number(Agenda((AgendaPart("part-1", items=items),)))
    assert [child.label for child in numbered[0].items[11].children] == ["12.1", "12.2"]


def test_grave_and_acute_accents_used_as_quotation_marks():
    for printed in ("`Beirat A´", "`Beirat A \u0301"):
        (finding,) = found("quotes.kind", with_item(printed))
        assert finding.facts["mark"] == "`"


def test_typewriter_quotation_marks_in_2025():
    printed = with_item('Ein Projekt wird vorgestellt "Aufbau einer Station"- Beitritt beraten')
    assert "quotes.kind" in rules(printed)


def test_the_uninflected_genitive_of_2023_is_a_hint_only():
    (finding,) = found("genitive.uninflected", a_notice())
    assert finding.severity == "hint"


def test_a_date_cannot_be_torn_from_its_parts_on_the_page():
    notice = replace(a_notice(), signature=replace(a_notice().signature, date=dt.date(2023, 9, 29)))
    words = " ".join(getattr(block, "text", "") for block in compose(notice, HouseStyle()).blocks)
    assert "09.\u00a0Oktober\u00a02023" in words
    assert "18:00\u00a0Uhr" in words
