"""The notice file: what it holds, and that it refuses what is wrong with a place and a reason."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from noticeeditor import wiring
from noticeeditor.codec import noticefile
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart
from noticeeditor.notice.notice import Notice
from tests.builders import a_notice
from tests.strategies import notices

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SCHEMA = jsonschema.Draft202012Validator(json.loads(wiring.notice_schema()))


def plain(notice=None):
    return json.loads(noticefile.write(notice or a_notice()))


def problems(raw):
    content = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    found = noticefile.read(content)
    assert isinstance(found, tuple), "the file was accepted"
    return [(problem.code, problem.place) for problem in found]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(notices())
def test_any_notice_comes_back_as_it_was_written(notice):
    assert noticefile.read(noticefile.write(notice)) == notice


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(notices())
def test_any_notice_is_valid_after_the_json_schema(notice):
    SCHEMA.validate(plain(notice))


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.notice.json")), ids=lambda path: path.name)
def test_the_samples_are_written_as_the_program_writes_them(path):
    notice = noticefile.read(path.read_bytes())
    assert isinstance(notice, Notice)
    assert noticefile.write(notice) == path.read_bytes()


def test_the_number_of_an_item_is_not_in_the_file():
    assert "1." not in [value for item in plain()["agenda"]["parts"][0]["items"] for value in item.values()]


def test_an_almost_empty_file_is_a_notice_with_gaps():
    assert noticefile.read(b'{"schema": 1}') == Notice()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b" \n", "file.empty"),
        (b"{", "json.broken"),
        (b"[]", "json.no-object"),
        (b"\xff\xfe", "file.not-utf8"),
        (b'{"schema": NaN}', "json.constant"),
        (b'{"schema": -Infinity}', "json.constant"),
        (b'{"schema": 1, "schema": 1}', "json.duplicate-key"),
        (b'{"schema": ' + b"1" * 5000 + b"}", "json.number"),
        (b"[" * 200_000, "json.too-deep"),
        (b'{"schema": 1, "agenda": ' + b'{"a":' * 200_000, "json.too-deep"),
        (b"{}", "schema.unknown"),
        (b'{"schema": "1"}', "schema.unknown"),
        (b'{"schema": true}', "schema.unknown"),
        (b'{"schema": 2}', "schema.too-new"),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else value,
)
def test_a_file_that_is_no_notice_is_refused(content, code):
    assert [found for found, _ in problems(content)] == [code]


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"state": "signed"}, "field.unknown", ""),
        ({"heading": "AMTLICHE"}, "field.type", "heading"),
        ({"heading": [1]}, "field.type", "heading[0]"),
        ({"kind": "party"}, "field.choice", "kind"),
        ({"kind": ["sitting"]}, "field.choice", "kind"),
        ({"sitting": {"date": "2023-02-29"}}, "moment.impossible", "sitting.date"),
        ({"sitting": {"date": 20231009}}, "field.type", "sitting.date"),
        ({"sitting": {"date": "09.10.2023"}}, "field.type", "sitting.date"),
        ({"sitting": {"date": "20231009"}}, "field.type", "sitting.date"),
        ({"sitting": {"date": "2023-W41-1"}}, "field.type", "sitting.date"),
        ({"sitting": {"time": "18.30"}}, "field.type", "sitting.time"),
        ({"sitting": {"time": "18"}}, "field.type", "sitting.time"),
        ({"sitting": {"time": "24:00"}}, "field.type", "sitting.time"),
        ({"sitting": {"time": "25:00"}}, "moment.impossible", "sitting.time"),
        ({"sitting": {"time": "18:00+02:00"}}, "moment.zone", "sitting.time"),
        ({"sitting": {"body": {}}}, "field.missing", "sitting.body"),
        ({"sitting": {"venue": "Saal"}}, "field.type", "sitting.venue"),
        ({"remarks": ["a\u0000b"]}, "text.bad-character", "remarks[0]"),
        ({"remarks": ["a\u202eb"]}, "text.bad-character", "remarks[0]"),
        ({"remarks": ["\ud800"]}, "text.bad-character", "remarks[0]"),
        ({"opening": {"pattern": "{datum}"}}, "pattern.unknown-field", "opening.pattern"),
        ({"signature": {"form": ["{titel}"]}}, "pattern.unknown-field", "signature.form[0]"),
        ({"agenda": {"numbering": {"levels": []}}}, "numbering.no-level", "agenda.numbering"),
        ({"agenda": {"numbering": {"levels": ["{x}"]}}}, "pattern.unknown-field", "agenda.numbering"),
        ({"agenda": {"numbering": {"first": -1}}}, "numbering.first", "agenda.numbering"),
        ({"agenda": {"numbering": {"first": 1.5}}}, "field.type", "agenda.numbering.first"),
        ({"agenda": {"numbering": {"first": 10**30}}}, "number.too-large", "agenda.numbering.first"),
        ({"agenda": {"parts": [{"id": "a"}, {"id": "a"}]}}, "id.duplicate", "agenda"),
        ({"agenda": {"parts": [{"id": ""}]}}, "id.empty", "agenda"),
        (
            {"agenda": {"parts": [{"id": "p", "items": [{"text": "x"}]}]}},
            "field.missing",
            "agenda.parts[0].items[0]",
        ),
    ],
)
def test_a_field_that_is_wrong_is_named(change, code, place):
    assert problems({"schema": 1} | change) == [(code, place)]


def test_a_key_that_stands_twice_is_named():
    (problem,) = noticefile.read(b'{"kind": 1, "kind": 2}')
    assert problem.facts == {"name": "kind"}


def test_every_problem_is_named_at_once():
    raw = {"schema": 1, "kind": "party", "sitting": {"date": "2023-13-01", "room": "15"}}
    assert problems(raw) == [
        ("field.choice", "kind"),
        ("moment.impossible", "sitting.date"),
        ("field.unknown", "sitting"),
    ]


def nested(levels):
    item = AgendaItem("leaf")
    for level in range(levels - 1):
        item = AgendaItem(f"level-{level}", children=(item,))
    return Notice(agenda=Agenda((AgendaPart("part", items=(item,)),)))


def test_thirty_two_levels_are_enough():
    assert noticefile.read(noticefile.write(nested(32))) == nested(32)


def test_more_levels_are_refused():
    assert problems(noticefile.write(nested(33))) == [("agenda.too-deep", "agenda")]


def test_ten_thousand_items_are_read():
    items = tuple(AgendaItem(f"i{n}", "Punkt") for n in range(10_000))
    notice = Notice(agenda=Agenda((AgendaPart("part", items=items),)))
    assert noticefile.read(noticefile.write(notice)) == notice


def test_text_is_kept_in_normal_form_c():
    found = noticefile.read('{"schema": 1, "remarks": ["u\u0308ber"]}'.encode())
    assert found.remarks == ("über",)


def test_markup_stays_text():
    notice = Notice(remarks=("<b>&amp;</b> <img src='x'>",))
    assert noticefile.read(noticefile.write(notice)) == notice
