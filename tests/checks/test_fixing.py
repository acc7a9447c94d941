"""A safe fix changes the words it names and nothing else; afterwards its finding is gone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from noticeeditor.checks.finding import Replacement
from noticeeditor.checks.fixing import fixed
from noticeeditor.notice.agenda import AgendaItem
from noticeeditor.notice.notice import Notice
from tests.builders import a_notice
from tests.checks.context import found, with_closed_item, with_item, with_opening


def words(notice: Notice) -> str:
    (part,) = notice.agenda.parts
    return part.items[0].wording(part.publicity)


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("quotes.kind", 'Straße "Schlingweg" und "Am Ring"', "Straße „Schlingweg“ und „Am Ring“"),
        ("quotes.kind", "`Beirat A´", "‚Beirat A‘"),
        ("quotes.kind", "`Beirat A \u0301", "‚Beirat A‘"),
        ("quotes.kind", '„Aufbau einer Station"- Beitritt', "„Aufbau einer Station“- Beitritt"),
        ("quotes.kind", "“Station”", "„Station“"),
        ("quotes.kind", "Fraktion B´90", "Fraktion B’90"),
        ("blank.double", "Ausbau der  K 28", "Ausbau der K 28"),
        ("blank.before-mark", "Brandenberg ; hier", "Brandenberg; hier"),
        ("blank.after-mark", "Jugend,Kultur", "Jugend, Kultur"),
        ("word.doubled", "Bericht über über die Lage", "Bericht über die Lage"),
        ("date.weekday", "am Sonntag, dem 14.10.2023", "am Samstag, dem 14.10.2023"),
    ],
)
def test_a_fix_mends_the_item(rule, before, after):
    notice = with_item(before)
    (finding,) = found(rule, notice)
    assert finding.fix is not None
    mended = fixed(notice, finding.fix)
    assert words(mended) == after
    assert found(rule, mended) == []


def test_a_fix_of_a_closed_item_mends_what_is_published():
    notice = fixed(
        with_closed_item("Personal  allgemein", "Höhergruppierung"), Replacement("item:item-1", 8, 10, " ")
    )
    (part,) = notice.agenda.parts
    assert (part.items[0].published, part.items[0].text) == ("Personal allgemein", "Höhergruppierung")


def test_a_fix_reaches_a_sub_item():
    notice = with_item("Abfall")
    (part,) = notice.agenda.parts
    item = replace(part.items[0], children=(AgendaItem("sub-1", "die  Tonne"),))
    notice = replace(notice, agenda=replace(notice.agenda, parts=(replace(part, items=(item,)),)))
    mended = fixed(notice, Replacement("item:sub-1", 3, 5, " "))
    assert mended.agenda.parts[0].items[0].children[0].text == "die Tonne"


def test_fixes_reach_every_field_that_has_words():
    notice = replace(with_opening("a  b"), remarks=("c  d", "e  f"))
    one_blank = lambda field: fixed(notice, Replacement(field, 1, 3, " "))  # noqa: E731 - shorter than a function here
    assert one_blank("opening").opening.words == "a b"
    assert one_blank("remark:1").remarks == ("c  d", "e f")
    assert fixed(notice, Replacement("part:part-1", 0, 11, "Nichtöffentliche")).agenda.parts[0].heading == (
        "Nichtöffentliche Sitzung"
    )


def test_the_genitive_is_mended_in_the_notice():
    notice = a_notice()
    (finding,) = found("genitive.uninflected", notice)
    assert finding.fix is not None
    body = fixed(notice, finding.fix).sitting.body
    assert body is not None
    assert body.genitive == "des Ausschusses Klimaschutz, Mobilität und Infrastruktur"


def test_a_fix_of_a_field_that_is_gone_changes_nothing():
    notice = a_notice()
    assert fixed(notice, Replacement("item:gone", 0, 1, "x")) == notice
