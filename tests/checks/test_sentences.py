"""Every rule has a sentence with its facts and a ground, in German and in English."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from msgspec.structs import replace

from noticeeditor import wiring
from noticeeditor.authority.gazette import GazetteRules
from noticeeditor.authority.planning import StepKey
from noticeeditor.checks import ALL_CHECKS, examine
from noticeeditor.desk.planning import rules_of
from noticeeditor.i18n.findings import (
    CERTAINTIES,
    FIELDS,
    FINDINGS,
    PARTICULARS,
    SEVERITIES,
    finding_ground,
    finding_sentence,
    place_words,
)
from noticeeditor.i18n.plans import STEPS
from noticeeditor.i18n.texts import _, language, use
from noticeeditor.i18n.weekdays import day_words, weekday_words
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart
from noticeeditor.notice.numbering import Numbering
from tests.builders import a_notice
from tests.checks.context import a_context, found, with_item
from tests.checks.test_rules import FIRES, identified

LANGUAGES = ("de", "en")
GAZETTE = wiring.profile().gazette


@pytest.fixture(autouse=True)
def language_of_the_test():
    before = language()
    yield
    use(before)


def test_every_rule_has_a_sentence():
    assert {check.rule for check in ALL_CHECKS} | {"word.unknown"} == set(FINDINGS)


@pytest.mark.parametrize("reader", LANGUAGES)
@pytest.mark.parametrize("row", FIRES, ids=identified)
def test_the_sentence_holds_all_its_facts(row, reader):
    use(reader)
    for finding in examine(row.notice, row.context or a_context()):
        sentence = finding_sentence(finding)
        assert re.search(r"[{}]|datetime|None", sentence) is None
        assert finding_ground(finding, rules_of("RP"), GAZETTE)


def test_every_text_of_findings_and_plans_is_translated():
    use("de")
    tables = (FINDINGS, CERTAINTIES, FIELDS, PARTICULARS, SEVERITIES, STEPS)
    texts = {text for table in tables for text in table.values()}
    assert [text for text in sorted(texts) if _(text) == text] == []


def test_german_and_english_name_the_same_facts():
    use("de")
    for english in (*FINDINGS.values(), *STEPS.values()):
        assert set(re.findall(r"{\w+}", _(english))) == set(re.findall(r"{\w+}", english)), english


def test_every_step_of_a_plan_has_words():
    assert set(STEPS) == set(StepKey)


def test_a_legal_ground_is_quoted_in_the_language_of_the_reader():
    (finding,) = found(
        "closed.particular", *next((r.notice, r.context) for r in FIRES if r.rule == "closed.particular")
    )
    use("de")
    assert finding_ground(finding, rules_of("RP"), GAZETTE).startswith(
        "Nichtöffentliche Tagesordnungspunkte werden nur allgemein"
    )
    use("en")
    assert finding_ground(finding, rules_of("RP"), GAZETTE).startswith(
        "Closed items are designated in general terms only"
    )


def test_in_a_state_that_nobody_has_read_every_legal_ground_is_unverified():
    use("en")
    (finding,) = found(
        "issue.too-late", *next((r.notice, r.context) for r in FIRES if r.rule == "issue.too-late")
    )
    assert finding_ground(finding, rules_of("SN"), GazetteRules()).endswith("unverified)")


def test_every_legal_ground_is_a_rule_of_every_rules_file():
    legal = {check.ground for check in ALL_CHECKS if check.ground.islower() and "-" in check.ground}
    for state in ("RP", "SN"):
        assert legal <= {rule.id for rule in rules_of(state).rules}


def test_an_item_is_named_by_its_printed_number():
    use("de")
    assert place_words(a_notice(), "item:item-3") == "TOP 3."
    assert place_words(a_notice(), "part:part-1") == "Teil „Öffentliche Sitzung“"
    assert place_words(a_notice(), "sitting.date") == "Datum"
    assert place_words(with_item("x"), "remark:0") == "Hinweis 1"


def test_a_number_that_two_parts_have_is_named_with_its_part():
    use("de")
    first, second = (AgendaPart(f"part-{n}", "Teil", items=(AgendaItem(f"item-{n}", "x"),)) for n in (1, 2))
    notice = a_notice(agenda=Agenda((first, second)))
    assert place_words(notice, "item:item-1") == "TOP 1. in Teil I."
    assert place_words(notice, "item:item-2") == "TOP 1. in Teil II."
    bare = a_notice(agenda=Agenda((first, replace(second, heading="Rest")), Numbering(part="")))
    assert place_words(bare, "item:item-2") == "TOP 1. in Teil Rest"


def test_weekdays_in_a_sentence_are_in_the_language_of_the_reader():
    (finding,) = found("date.weekday", with_item("Ortstermin am Dienstag, dem 09.10.2023"))
    use("en")
    assert finding_sentence(finding) == "09.10.2023 is a Monday, not a Tuesday."
    use("de")
    assert "Montag" in finding_sentence(finding)
    assert "Dienstag" in finding_sentence(finding)


@pytest.mark.parametrize(
    ("reader", "words"), [("de", ("Sa. 07.10.2023", "Samstag")), ("en", ("Sat 07.10.2023", "Saturday"))]
)
def test_a_day_has_the_weekday_of_the_reader(reader, words):
    use(reader)
    assert (day_words(dt.date(2023, 10, 7)), weekday_words("Sonnabend")) == words
    assert weekday_words("16:30 Uhr") == "16:30 Uhr"


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in FIRES
        if row.rule in {"deadline.near", "deadline.missed", "issue.closed", "issue.too-late"}
    ],
    ids=identified,
)
def test_a_day_of_the_gazette_is_shown_with_its_source_and_certainty(row):
    use("en")
    (finding,) = found(row.rule, row.notice, row.context)
    (organ,) = GAZETTE.organs
    assert organ.as_of is not None
    told = finding_ground(finding, rules_of("RP"), GAZETTE)
    assert not told.startswith("gazette")
    assert told.endswith(
        f"Kreisnachrichten ({organ.source}; as of {organ.as_of:%d.%m.%Y}; assumed, not confirmed)"
    )


@pytest.mark.parametrize("state", ["RP", "SN"])
def test_what_no_public_source_confirms_is_shown_as_such(state):
    use("en")
    (finding,) = found("public.iban", with_item("Konto DE89 3704 0044 0532 0130 00"))
    told = finding_ground(finding, rules_of(state), GAZETTE)
    assert told.endswith("Not verified. (Art. 5 DSGVO; as of 22.11.2026; unverified)")
    (finding,) = found("blank.double", with_item("Ausbau der  K 28"))
    assert finding_ground(finding, rules_of(state), GAZETTE) == "DIN 5008, read in a secondary source"


@pytest.mark.parametrize("id", ["publication-content", "closed-designation", "invitation-period"])
def test_a_rule_that_was_read_for_municipalities_says_so(id):
    rule = rules_of("RP").rule(id)
    assert rule is not None
    assert rule.certainty == "unverified"
    assert "Gefunden ist das für Gemeinden" in rule.german
