"""The file of legal rules: shipped ones are read, broken ones are refused with the place."""

from __future__ import annotations

import pytest

from noticeeditor import assets
from noticeeditor.authority.gazette import Certainty
from noticeeditor.authority.rules import LegalRules
from noticeeditor.codec import rulesfile

FILES = assets.names("rules/*.toml")


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_is_read(name):
    assert isinstance(rulesfile.read(assets.read(name)), LegalRules)


@pytest.mark.parametrize("name", FILES)
def test_every_rule_has_both_languages_a_source_and_a_day(name):
    rules = rulesfile.read(assets.read(name))
    assert isinstance(rules, LegalRules)
    assert all(
        rule.german and rule.english and rule.source and rule.as_of.year >= 2026 for rule in rules.rules
    )


def test_nothing_is_claimed_for_a_state_that_nobody_has_read():
    rules = rulesfile.read(assets.read("rules/de.toml"))
    assert isinstance(rules, LegalRules)
    assert {rule.certainty for rule in rules.rules} == {Certainty.UNVERIFIED, Certainty.ASSUMED}


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ('id = "publication-last-organ"', 'id = "publication-complete"', "key.duplicate", "rules"),
        ('id = "invitation-period"', 'id = "einladung"', "key.unknown", "rules"),
        ('name = "full_days"', 'name = "days"', "field.missing", "rules.invitation-period.parameters"),
        ('certainty = "found"', 'certainty = "sure"', "field.choice", "rules[0].certainty"),
        ("value = 1 }", 'value = "1" }', "field.type", "rules[0].parameters[0].value"),
        ("as_of = 2026-11-22", "as_of = 2026-11-31", "toml.broken", ""),
    ],
)
def test_a_broken_file_is_refused_with_the_place(old, new, code, place):
    text = assets.read("rules/rp.toml").decode().replace(old, new, 1)
    problems = rulesfile.read(text.encode())
    assert isinstance(problems, tuple)
    assert (problems[0].code, problems[0].place) == (code, place)


def test_bytes_that_are_no_text_are_refused():
    problems = rulesfile.read(b"\xff\xfe")
    assert isinstance(problems, tuple)
    assert problems[0].code == "file.not-utf8"
