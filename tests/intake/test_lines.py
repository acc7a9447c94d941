"""What a pasted list becomes."""

from __future__ import annotations

from collections import Counter
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.intake.lines import items_of
from noticeeditor.notice.agenda import AgendaItem, walk
from noticeeditor.notice.text import bad_character


def read(text: str) -> tuple[AgendaItem, ...]:
    numbers = count(1)
    return items_of(text, lambda: f"n{next(numbers)}")


def drawn(items: tuple[AgendaItem, ...], depth: int = 0) -> list[str]:
    """One line an item: dashes for its level, its label in brackets where it has one of its own."""
    lines = []
    for item in items:
        label = "" if item.label is None else f"[{item.label}] "
        lines += ["-" * depth + label + item.text, *drawn(item.children, depth + 1)]
    return lines


LISTS = {
    "numbers with a dot": ("1. Fragestunde\n2. Verschiedenes", ["Fragestunde", "Verschiedenes"]),
    "numbers with a bracket": ("1) Fragestunde\n2) Verschiedenes", ["Fragestunde", "Verschiedenes"]),
    "TOP": ("TOP 1 Fragestunde\nTOP 2: Verschiedenes", ["Fragestunde", "Verschiedenes"]),
    "Ö and N": ("Ö 1 Fragestunde\nÖ 2 Haushalt", ["Fragestunde", "Haushalt"]),
    "two digits": ("01 Fragestunde\n02 Haushalt", ["Fragestunde", "Haushalt"]),
    "table cells": ("1\tFragestunde\n2\tHaushalt", ["Fragestunde", "Haushalt"]),
    "from a word processor": ("1.\u00a0\u00a0\u00a0 Fragestunde\r\n2.\u00a0\u00a0\u00a0 Haushalt\r\n", ["Fragestunde", "Haushalt"]),
    "bullets of a symbol font": ("\uf0b7\tFragestunde\n\uf0b7\tHaushalt", ["Fragestunde", "Haushalt"]),
    "bullets": ("• Fragestunde\n• Haushalt", ["Fragestunde", "Haushalt"]),
    "dashes": ("– Fragestunde\n– Haushalt", ["Fragestunde", "Haushalt"]),
    "nothing before the words": ("Fragestunde\nHaushalt\nVerschiedenes", ["Fragestunde", "Haushalt", "Verschiedenes"]),
    "a list that begins later": ("7. Pandemie\n8. Abfall\n9. Straßen", ["Pandemie", "Abfall", "Straßen"]),
    "a late item keeps its label": ("9. Haushalt\n9a. Krankenhaus\n10. Straßen", ["Haushalt", "[9a.] Krankenhaus", "Straßen"]),
    "a gap keeps the numbers that are printed": ("1. Eins\n2. Zwei\n4. Vier", ["Eins", "Zwei", "[4.] Vier"]),
    "decimal levels": (
        "7. Pandemie\n7.1 Bericht zum Stand\n7.2 Antrag der A-Fraktion\n8. Abfall\n8.1 Tonne",
        ["Pandemie", "-Bericht zum Stand", "-Antrag der A-Fraktion", "Abfall", "-Tonne"],
    ),
    "three decimal levels": ("1. A\n1.1 B\n1.1.1 C\n1.2 D", ["A", "-B", "--C", "-D"]),
    "letters below numbers": (
        "1. Niederschrift\n2. Jahresabschluss 2025\na) Feststellung\nb) Entlastung der Landrätin\n3. Verschiedenes",
        ["Niederschrift", "Jahresabschluss 2025", "-Feststellung", "-Entlastung der Landrätin", "Verschiedenes"],
    ),
    "numbers with letters": ("2. Wahlen\n2.a. Vorsitz\n2.b. Vertretung", ["Wahlen", "-Vorsitz", "-Vertretung"]),
    "bullets below numbers": ("1. Wahlen\n   – Vorsitz\n   – Vertretung\n2. Haushalt", ["Wahlen", "-Vorsitz", "-Vertretung", "Haushalt"]),
    "bullets in bullets": ("• Wahlen\n    • Vorsitz\n• Haushalt", ["Wahlen", "-Vorsitz", "Haushalt"]),
    "tabs alone": ("Wahlen\n\tVorsitz\n\tVertretung\nHaushalt", ["Wahlen", "-Vorsitz", "-Vertretung", "Haushalt"]),
    "sub-items printed under the wrong item": ("12. Schulen\n11.1 Antrag\n11.2 Bericht", ["Schulen", "-[11.1] Antrag", "-[11.2] Bericht"]),
    "what hier: says stands below": (
        "1. 12. Änderung eines Flächennutzungsplanes\nhier: Abwägung beraten\n2. Verschiedenes",
        ["12. Änderung eines Flächennutzungsplanes\nhier: Abwägung beraten", "Verschiedenes"],
    ),
    "hier: without numbers": ("Bebauungsplan\nhier: Beschluss\nVerschiedenes", ["Bebauungsplan\nhier: Beschluss", "Verschiedenes"]),
    "an item that begins with a number": (
        "Fragestunde\n12. Änderung des Flächennutzungsplanes\nVerschiedenes",
        ["Fragestunde", "12. Änderung des Flächennutzungsplanes", "Verschiedenes"],
    ),
    "an item that begins with an amount": (
        "1. Haushalt\n2. Zuschuss\n250 Euro für den Verein",
        ["Haushalt", "Zuschuss\n250 Euro für den Verein"],
    ),
    "a date is no number": ("1. Sitzung vom\n09.10.2023 genehmigen\n2. Verschiedenes", ["Sitzung vom\n09.10.2023 genehmigen", "Verschiedenes"]),
    "a time is no number": ("1. Beginn\n16.30 Uhr\n2. Ende", ["Beginn\n16.30 Uhr", "Ende"]),
    "a soft line break": ("1. Bebauungsplan\vhier: Beschluss\n2. Verschiedenes", ["Bebauungsplan\nhier: Beschluss", "Verschiedenes"]),
    "a wrapped line": (
        "1. Bau von Radabstellanlagen an kreiseigenen Schulen –\n   Umsetzung des Konzeptes\n2. Verschiedenes",
        ["Bau von Radabstellanlagen an kreiseigenen Schulen – Umsetzung des Konzeptes", "Verschiedenes"],
    ),
    "a torn word at a line end": ("1. Förderung der Kultur-\nschaffenden\n2. Bau", ["Förderung der Kulturschaffenden", "Bau"]),
    "a torn word in a line": ("1. Förderung der Kultur- schaffenden\n2. Bau", ["Förderung der Kulturschaffenden", "Bau"]),
    "a hyphen that stays": ("1. Kultur- und Sportstätten\n2. Bau", ["Kultur- und Sportstätten", "Bau"]),
    "a hyphen that stays at a line end": ("1. Kultur-\nund Sportstätten\n2. Bau", ["Kultur- und Sportstätten", "Bau"]),
    "a compound with a capital": ("1. Mobilitäts-\nKonzept\n2. Bau", ["Mobilitäts-Konzept", "Bau"]),
    "soft hyphens": ("1. Kultur\u00ad\nschaffende\n2. Bau", ["Kulturschaffende", "Bau"]),
    "a number on a line of its own": ("1.\nFragestunde\n2.\nHaushalt", ["Fragestunde", "Haushalt"]),
    "a heading before the numbers": ("Tagesordnung:\n1. Fragestunde\n2. Haushalt", ["[] Tagesordnung:", "Fragestunde", "Haushalt"]),
    "a part with its items below": ("I. Öffentliche Sitzung\n1. Fragestunde\n2. Haushalt", ["[I.] Öffentliche Sitzung", "-Fragestunde", "-Haushalt"]),
    "what follows the list has no number": ("1. Fragestunde\n2. Haushalt\n\nMit freundlichen Grüßen", ["Fragestunde", "Haushalt", "[] Mit freundlichen Grüßen"]),
    "numbering that begins anew": ("1. Eins\n2. Zwei\n1. Eins\n2. Zwei", ["Eins", "Zwei", "Eins", "Zwei"]),
    "paragraphs of a mail": (
        "Antrag der Kreistagsfraktion zur Wiederbelebung der\nBahnstrecke zwischen Daun und Gerolstein\n\nHaushalt",
        ["Antrag der Kreistagsfraktion zur Wiederbelebung der Bahnstrecke zwischen Daun und Gerolstein", "Haushalt"],
    ),
    "nothing": (" \n\t\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "items"), LISTS.values(), ids=LISTS)
def test_a_pasted_list_becomes_items(text, items):
    assert drawn(read(text)) == items


def test_the_agenda_of_a_real_notice_becomes_its_items():
    items = read(REAL)
    assert [item.text for item in items] == [
        "Niederschrift genehmigen",
        "Abfall",
        "Straßen vom Land an den Kreis gem. § 38 Landesstraßengesetz (LStrG)",
    ]
    assert [child.text for child in items[1].children] == [
        "Bürgerbegehren „Kosten - raus aus dem Verband“",
        "Antrag der Fraktionsgemeinschaft von B und C: „Bürger befragen: Tonne oder Container“",
    ]
    assert {item.label for item in walk(items)} == {None}


REAL = """1. Niederschrift genehmigen
2. Abfall
2.1 Bürgerbegehren „Kosten - raus aus dem Verband“
2.2 Antrag der Fraktionsgemeinschaft von B und C: „Bürger befragen: Tonne oder Container“
3. Straßen vom Land an den Kreis gem. § 38 Landesstraßengesetz (LStrG)"""
ALPHABET = "ab zÄhiertx\n\t\v .)(-–•1239•IVTOPÖ§„“\u00a0\u00ad\u2028\uf0b7\x00\ud800"


@given(st.text(alphabet=ALPHABET, max_size=120) | st.text(max_size=60))
def test_reading_never_raises_and_yields_what_a_notice_may_contain(text):
    items = read(text)
    assert all(bad_character(item.text) is None for item in walk(items))
    assert len({item.id for item in walk(items)}) == sum(1 for _ in walk(items))


@given(st.text(alphabet="klmpqwäüKLMP \n\t„“,", max_size=120))
def test_no_letter_is_lost_or_moved(text):
    kept = "".join(item.text for item in walk(read(text)))
    assert "".join(kept.split()) == "".join(text.split())


@given(st.lists(st.text(alphabet="klmpqwäüKLMP ", min_size=1, max_size=20).filter(str.strip), max_size=20))
def test_every_numbered_line_is_one_item(texts):
    written = "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    assert Counter(item.text for item in read(written)) == Counter(" ".join(text.split()) for text in texts)
