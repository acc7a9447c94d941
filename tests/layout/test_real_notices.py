"""Everything that was found in real notices can be said: DOMAIN's list, feature by feature.

The expected texts are written down by hand after printed notices of ten bodies.
"""

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor import wiring
from noticeeditor.authority.drafting import about
from noticeeditor.desk.exporting import composed, render
from noticeeditor.export.formats import Options
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.body import Capacity, Signatory
from noticeeditor.notice.notice import NoticeKind, OpeningSentence, Sitting
from noticeeditor.notice.numbering import Numbering
from tests.builders import a_notice, an_agenda

PROFILE = wiring.profile("vulkaneifel")
CLOSED = Publicity.CLOSED


def part(heading, *items, publicity=Publicity.PUBLIC, name="p"):
    return AgendaPart(f"{name}-{heading}", heading, publicity, items)


def item(text, *children, label=None, published=None):
    return AgendaItem(text, text, published, label, children)


def agenda(*parts, **numbering):
    return Agenda(parts, Numbering(**numbering))


def lines(notice):
    """The agenda as printed, line by line, without blank lines and indents."""
    text = render(composed(notice, PROFILE.style), "txt", Options()).content.decode()
    return [line.strip() for line in text.splitlines() if line.strip()]


def agenda_lines(*parts, **numbering):
    bare = replace(
        a_notice(),
        heading=("H",),
        opening=OpeningSentence("H"),
        signature=replace(a_notice().signature, words=()),
        agenda=agenda(*parts, **numbering),
    )
    return lines(bare)[2:]


@pytest.mark.parametrize(
    ("parts", "numbering", "expected"),
    [
        (
            (part("Öffentliche Sitzung", item("A"), item("B")), part("Nichtöffentliche Sitzung", item("C", published="C"), publicity=CLOSED)),
            {},
            ["I. Öffentliche Sitzung", "1. A", "2. B", "II. Nichtöffentliche Sitzung", "1. C"],
        ),
        (
            (part("Nichtöffentliche Sitzung", item("A", published="A"), publicity=CLOSED), part("Öffentliche Sitzung", item("B"))),
            {"restart": False},
            ["I. Nichtöffentliche Sitzung", "1. A", "II. Öffentliche Sitzung", "2. B"],
        ),
        (
            (part("Öffentliche Sitzung", item("A")), part("Nichtöffentliche Sitzung", item("B", published="B"), publicity=CLOSED), part("Öffentliche Sitzung", item("C"), name="q")),
            {"restart": False},
            ["I. Öffentliche Sitzung", "1. A", "II. Nichtöffentliche Sitzung", "2. B", "III. Öffentliche Sitzung", "3. C"],
        ),
        ((part("ÖFFENTLICHE SITZUNG", item("A")),), {"part": "{A}."}, ["A. ÖFFENTLICHE SITZUNG", "1. A"]),
        ((part("Öffentlicher Teil:", item("A")),), {"part": "", "levels": ("{nn}",)}, ["Öffentlicher Teil:", "01 A"]),
        ((part("", item("A"), item("B")),), {"levels": ("{n})",), "first": 0}, ["0) A", "1) B"]),
        (
            (part("Öffentlich", item("A")), part("Nichtöffentlich", item("B", published="B"), publicity=CLOSED)),
            {"levels": ("{publicity} {n}",), "part": ""},
            ["Öffentlich", "Ö 1 A", "Nichtöffentlich", "N 1 B"],
        ),
        (
            (part("S", *(item(f"P{n}") for n in range(1, 7)), item("Pandemie", item("Bericht"), item("Antrag"))),),
            {},
            ["I. S", "1. P1", "2. P2", "3. P3", "4. P4", "5. P5", "6. P6", "7. Pandemie", "7.1 Bericht", "7.2 Antrag"],
        ),
        ((part("", item("T", item("a", item("i")))),), {"levels": ("{n}.", "{path}.")}, ["1. T", "1.1. a", "1.1.1. i"]),
        ((part("", item("x"), item("T", item("a"), item("b"))),), {"levels": ("{n}.", "{parent}.{a}.")}, ["1. x", "2. T", "2.a. a", "2.b. b"]),
        ((part("", item("T", item("a"), item("b"))),), {"levels": ("{n}.", "{a})")}, ["1. T", "a) a", "b) b"]),
        ((part("", item("x"), item("spät", label="1a."), item("y")),), {}, ["1. x", "1a. spät", "2. y"]),
        ((part("", item("12. Änderung des Planes\nhier: Abwägung nach § 20 Abs. 2")),), {}, ["1. 12. Änderung des Planes", "hier: Abwägung nach § 20 Abs. 2"]),
        ((part("", item("Antrag: „Bericht zu ‚Wald‘“ / \"Info\"")),), {}, ["1. Antrag: „Bericht zu ‚Wald‘“ / \"Info\""]),
    ],
    ids=["restart", "closed first", "three parts", "A.", "01", "from 0", "Ö/N", "7.1", "depth 3", "2.a.", "a)", "9a.", "hier:", "quotes"],
)  # fmt: skip
def test_an_agenda_as_found(parts, numbering, expected):
    assert agenda_lines(*parts, **numbering) == expected


def signed(**changes):
    return lines(a_notice(signature=replace(a_notice().signature, **changes)))


def test_a_deputy_signs():
    deputy = Signatory("Alois Manstein", "Erster Kreisbeigeordneter")
    assert signed(capacity=Capacity.DEPUTY, signatory=deputy)[-2:] == [
        "In Vertretung",
        "Alois Manstein, Erster Kreisbeigeordneter",
    ]


def test_place_and_date_may_stand_first_and_the_name_on_two_lines():
    form = ("{place}, den {date:d. MMMM y}", "", "gez. {name}", "{office}")
    assert signed(place="Daun", form=form)[-3:] == [
        "Daun, den 29. September 2023",
        "gez. Julia Gieseking",
        "Landrätin",
    ]


def test_remarks_stand_between_agenda_and_signature():
    found = lines(a_notice(remarks=("Hinweise:", "a) Die Unterlagen liegen aus.")))
    assert found[-5:-3] == ["Hinweise:", "a) Die Unterlagen liegen aus."]


def test_only_what_may_leave_the_house_leaves_it():
    secret = item("Kündigung Pächter Müller, Flurstück 12", published="Grundstücksangelegenheit")
    found = agenda_lines(part("Nichtöffentliche Sitzung", secret, publicity=CLOSED))
    assert found == ["I. Nichtöffentliche Sitzung", "1. Grundstücksangelegenheit"]


KREISTAG = replace(
    a_notice(),
    sitting=Sitting(
        PROFILE.body("kreistag").body, dt.date(2026, 9, 14), dt.time(17), PROFILE.room("saal-15").venue
    ),
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (NoticeKind.SUPPLEMENT, ["Nachtrag", "Die Tagesordnung der Sitzung des Kreistages am Montag, den 14. September 2026, wird um folgenden Punkt erweitert:"]),
        (NoticeKind.CANCELLATION, ["Absage", "Die für Montag, den 14. September 2026, 17:00 Uhr, bekannt gemachte Sitzung des Kreistages findet nicht statt."]),
        (NoticeKind.POSTPONEMENT, ["Verlegung", "Die für Montag, den 14. September 2026, bekannt gemachte Sitzung des Kreistages wird auf Montag, den 21. September 2026, 17:00 Uhr, verlegt. Die Tagesordnung bleibt unverändert."]),
        (NoticeKind.VENUE_CHANGE, ["Änderung des Sitzungsortes", "Die Sitzung des Kreistages am Montag, den 14. September 2026, findet im Forum Daun, Leopoldstraße 5, 54550 Daun, statt."]),
        (NoticeKind.CORRECTION, ["Berichtigung", "In der Bekanntmachung der Sitzung des Kreistages am Montag, den 14. September 2026, muss die Uhrzeit richtig lauten: 17:00 Uhr."]),
    ],
    ids=lambda value: value.value if isinstance(value, NoticeKind) else "",
)  # fmt: skip
def test_a_notice_about_an_earlier_notice(kind, expected):
    notice = about(KREISTAG, kind, PROFILE, dt.date(2026, 9, 8))
    sitting = notice.sitting
    if kind is NoticeKind.POSTPONEMENT:
        sitting = replace(sitting, date=dt.date(2026, 9, 21))
    if kind is NoticeKind.VENUE_CHANGE:
        sitting = replace(
            sitting, venue=replace(sitting.venue, line="im Forum Daun, Leopoldstraße 5, 54550 Daun")
        )
    if kind is NoticeKind.CORRECTION:  # what was wrong is typed by hand
        words = "In der Bekanntmachung der Sitzung des Kreistages am Montag, den 14. September 2026, muss die Uhrzeit richtig lauten: 17:00 Uhr."
        notice = replace(notice, opening=replace(notice.opening, words=words))
    notice = replace(notice, sitting=sitting)
    assert lines(notice) == ["AMTLICHE BEKANNTMACHUNG", *expected, *_signature(notice)]


def _signature(notice):
    parts = ["I. Öffentliche Sitzung"] if notice.agenda.parts else []
    gap = ["[Tagesordnung]"] if notice.kind.has_agenda else []
    return [
        *parts,
        *gap,
        "Kreisverwaltung Vulkaneifel",
        "54550 Daun, 08.09.2026",
        "Julia Gieseking, Landrätin",
    ]


def test_a_joint_sitting_is_announced_in_its_own_words():
    sitting = replace(a_notice().sitting, designation="gemeinsame öffentliche Sitzung")
    assert "eine gemeinsame öffentliche Sitzung des" in lines(a_notice(sitting=sitting))[1]


def test_forty_two_items_are_numbered():
    found = lines(a_notice(agenda=an_agenda(*(f"Punkt {n}" for n in range(1, 43)))))
    assert "42. Punkt 42" in found
