"""The profile file: shipped ones, and what is refused."""

import pytest

from noticeeditor import wiring
from noticeeditor.codec import profilefile

GOOD = """
schema = 1
key = "t"
name = "T"
office = "T"
place = "T"
state = "RP"
as_of = 2026-01-01
"""


def problems(addition, base=GOOD):
    found = profilefile.read((base + addition).encode())
    assert isinstance(found, tuple), "the profile was accepted"
    return [(problem.code, problem.place) for problem in found]


@pytest.mark.parametrize("key", wiring.shipped_profiles())
def test_a_shipped_profile_is_good_and_comes_back_as_written(key):
    profile = wiring.profile(key)
    assert profilefile.read(profilefile.write(profile)) == profile


def test_the_smallest_profile_is_good():
    assert profilefile.read(GOOD.encode()).key == "t"


@pytest.mark.parametrize(
    ("addition", "code", "place"),
    [
        ("nothing", "toml.broken", ""),
        ("colour = 'red'", "field.unknown", ""),
        ("four_eyes = 'yes'", "field.type", "four_eyes"),
        ("signature_form = ['{titel}']", "pattern.unknown-field", "signature_form[0]"),
        (
            "[[bodies]]\nkey = 'a'\nname = 'A'\ngenitive = 'des A'\nroom = 'x'",
            "key.unknown",
            "bodies[0].room",
        ),
        (
            "[[rooms]]\nkey='a'\nname='A'\nline='A'\n[[rooms]]\nkey='a'\nname='B'\nline='B'",
            "key.duplicate",
            "rooms",
        ),
        (
            "[[templates]]\nkey='a'\nversion='1'\npattern='{datum}'",
            "pattern.unknown-field",
            "templates[0].pattern",
        ),
        ("[[standing_items]]\ntext='vom {datum}'", "pattern.unknown-field", "standing_items[0].text"),
        (
            "[[substitutions]]\nsince=2026-01-01\nuntil=2026-01-02\nsignatory='x'",
            "key.unknown",
            "substitutions[0].signatory",
        ),
        ("[numbering]\nlevels = ['{x}']", "pattern.unknown-field", "numbering"),
        ("[style.margins]\ntop = nan", "number.too-large", "style.margins.top"),
        ("[style.margins]\ntop = 400.0", "number.range", "style.margins.top"),
        ("[style.column]\nwidth = 0.0", "number.range", "style.column.width"),
        ("[style.sizes]\nbody = -9.0", "number.range", "style.sizes.body"),
        ("[style]\ncolour = 'red'", "style.colour", "style.colour"),
        ("[style]\npage_number = '{seite}'", "pattern.unknown-field", "style.page_number"),
        ("[style]\nalignment = 'middle'", "field.choice", "style.alignment"),
    ],
)
def test_what_is_wrong_is_named(addition, code, place):
    assert problems(addition) == [(code, place)]


def test_a_state_without_holidays_of_its_own_is_refused():
    (problem,) = profilefile.read(GOOD.replace("RP", "XX").encode())
    assert (problem.code, problem.place) == ("field.choice", "state")


def test_a_newer_profile_is_refused():
    assert problems("", GOOD.replace("schema = 1", "schema = 9")) == [("schema.too-new", "schema")]


@pytest.mark.parametrize("key", wiring.shipped_profiles())
def test_the_style_read_alone_is_that_of_the_profile(key):
    assert wiring.house_style(key) == wiring.profile(key).style
