"""Every rule: a notice on which it fires, with its field and a fact, and one on which it is silent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from noticeeditor.checks import ALL_CHECKS
from noticeeditor.checks.collisions import neighbour
from noticeeditor.checks.finding import Finding
from noticeeditor.checks.subject import Context
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.body import PublicBody, Signatory
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import EarlierNotice, Notice, NoticeKind, OpeningSentence, Sitting, Venue
from noticeeditor.notice.numbering import Numbering
from tests.builders import a_notice, an_agenda
from tests.checks.context import (
    a_context,
    found,
    with_closed_item,
    with_item,
    with_opening,
    with_signature,
    with_sitting,
)

HOUSE_SENTENCE = (
    "Am Montag, den 09. Oktober 2023, findet um 18:00 Uhr, Sitzungssaal 15, eine öffentliche Sitzung "
    "des Ausschusses mit folgender Tagesordnung statt:"
)
MINUTES = "Genehmigung der Niederschrift der letzten öffentlichen Sitzung vom {}"
GOOD = a_notice()
NO_FACTS: Mapping[str, object] = MappingProxyType({})


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def an_issue(appears: str, deadline: str) -> GazetteIssue:
    return GazetteIssue("Kreisnachrichten", 40, 2023, moment(deadline), day(appears))


def labelled(*labels: str | None) -> Notice:
    items = tuple(AgendaItem(f"item-{n}", f"Punkt {n}", label=label) for n, label in enumerate(labels, 1))
    return a_notice(agenda=Agenda((AgendaPart("part-1", items=items),)))


def under(parent: str | None, *labels: str | None) -> Notice:
    children = tuple(
        AgendaItem(f"sub-{n}", f"Unterpunkt {n}", label=label) for n, label in enumerate(labels, 1)
    )
    item = AgendaItem("item-1", "Nachwahlen", label=parent, children=children)
    return a_notice(agenda=Agenda((AgendaPart("part-1", items=(item,)),)))


def another(**changes: Any) -> Notice:
    """A notice of another body in the same room on the same evening."""
    sitting = replace(
        GOOD.sitting,
        body=PublicBody("Kreisausschuss", "des Kreisausschusses", key="kreisausschuss"),
        time=dt.time(16, 30),
    )
    return a_notice(sitting=replace(sitting, **changes))


def about(earlier: Notice, kind: NoticeKind, **changes: Any) -> Notice:
    """A notice about an earlier one, with other facts of its sitting."""
    sitting = replace(earlier.sitting, **changes)
    return replace(earlier, kind=kind, sitting=sitting, earlier=EarlierNotice(earlier.sitting))


def beside(*notices: Notice, **changes: Any) -> Context:
    return a_context(neighbours=tuple(neighbour(notice, "17") for notice in notices), **changes)


def without_agenda(**changes: Any) -> Notice:
    return a_notice(agenda=Agenda((AgendaPart("part-1", "Öffentliche Sitzung"),)), **changes)


def two_parts(second: tuple[AgendaItem, ...], publicity: Publicity = Publicity.PUBLIC) -> Notice:
    (first,) = GOOD.agenda.parts
    part = AgendaPart("part-2", "Nichtöffentliche Sitzung", publicity, second)
    return a_notice(agenda=Agenda((first, part)))


NEXT_DOOR = another(time=dt.time(17))


class Fires(NamedTuple):
    """What must be found."""

    rule: str
    field: str
    notice: Notice
    context: Context | None = None
    facts: Mapping[str, object] = NO_FACTS


class Silent(NamedTuple):
    """What must not be found."""

    rule: str
    notice: Notice
    context: Context | None = None


FIRES = (
    Fires("body.missing", "sitting.body", with_sitting(body=None)),
    Fires("body.missing", "sitting.body", with_sitting(body=PublicBody(""))),
    Fires("date.missing", "sitting.date", with_sitting(date=None)),
    Fires("time.missing", "sitting.time", with_sitting(time=None)),
    Fires("venue.missing", "sitting.venue", with_sitting(venue=None)),
    Fires("venue.missing", "sitting.venue", with_sitting(venue=Venue(""))),
    Fires("agenda.empty", "agenda", without_agenda()),
    Fires("opening.missing", "opening", with_opening(" ")),
    Fires("signatory.missing", "signature.signatory", with_signature(signatory=None)),
    Fires("signature.date-missing", "signature.date", with_signature(date=None)),
    Fires("earlier.missing", "earlier", a_notice(kind=NoticeKind.CANCELLATION)),
    Fires("text.gap", "opening", with_opening("Am [Datum] findet eine Sitzung statt.")),
    Fires("text.gap", "opening", a_notice(opening=OpeningSentence("Am {date findet eine Sitzung statt."))),
    Fires("text.gap", "item:item-1", with_item("Niederschrift vom [Datum]")),
    Fires("item.empty", "item:item-1", with_item(" ")),
    Fires("part.empty", "part:part-2", two_parts(()), facts={"heading": "Nichtöffentliche Sitzung"}),
    Fires(
        "other-business.decision",
        "item:item-1",
        with_item("Verschiedenes;\nhier: Beschlussfassung über die Vergabe"),
        facts={"word": "Beschlussfassung"},
    ),
    Fires("sitting.past", "sitting.date", GOOD, a_context(now=moment("2023-10-10T08:00"))),
    Fires("sitting.sunday", "sitting.date", with_sitting(date=day("2023-10-08"))),
    Fires(
        "sitting.holiday",
        "sitting.date",
        with_sitting(date=day("2023-10-03")),
        facts={"holiday": "Tag der Deutschen Einheit"},
    ),
    Fires("holidays.unknown", "sitting.date", with_sitting(date=day("2061-03-01")), facts={"year": 2061}),
    Fires("sitting.before-signature", "signature.date", with_signature(date=day("2023-10-10"))),
    Fires("signature.ahead", "signature.date", with_signature(date=day("2023-11-29"))),
    Fires("signatory.not-in-office", "signature.signatory", with_signature(date=day("2021-03-31"))),
    Fires(
        "date.impossible",
        "item:item-1",
        with_item(MINUTES.format("31.06.2023")),
        facts={"written": "31.06.2023", "position": 67},
    ),
    Fires("date.impossible", "item:item-1", with_item("Termin am 29. Februar 2023")),
    Fires(
        "date.weekday",
        "opening",
        with_opening(HOUSE_SENTENCE.replace("Montag", "Dienstag")),
        facts={"written": "Dienstag", "expected": "Montag", "position": 3},
    ),
    Fires("date.weekday", "item:item-1", with_item("Ortstermin am Sonntag, dem 14.10.2023"), facts={"expected": "Samstag"}),
    Fires("opening.other-date", "opening", with_opening(HOUSE_SENTENCE.replace("09.", "10."))),
    Fires("opening.other-date", "opening", with_opening("Es findet um 18:00 Uhr eine Sitzung statt."), facts={"written": ""}),
    Fires("opening.other-time", "opening", with_opening(HOUSE_SENTENCE.replace("18:00", "16:30")), facts={"written": "16:30 Uhr"}),
    Fires("minutes.not-before", "item:item-1", with_item(MINUTES.format("09.10.2023"))),
    Fires(
        "minutes.other-date",
        "item:item-2",
        GOOD,
        a_context(last_public_sitting=day("2023-06-12")),
        {"minutes": day("2023-05-15"), "last": day("2023-06-12")},
    ),
    Fires("minutes.shared", "item:item-2", GOOD, beside(another()), {"body": "Kreisausschuss"}),
    Fires("opening.verb", "opening", with_opening("Am Montag, 09.10.2023 um 18.00 Uhr, eine Sitzung statt:")),
    Fires("opening.statt", "opening", with_opening("Am 09.10.2023 findet um 18:00 Uhr eine Sitzung:")),
    Fires("opening.by-hand", "opening", with_opening(HOUSE_SENTENCE)),
    Fires("quotes.unbalanced", "item:item-1", with_item("Antrag: „Bahnstrecke herrichten"), facts={"mark": "„", "position": 8}),
    Fires("quotes.unbalanced", "item:item-1", with_item("Bericht über Container“"), facts={"mark": "“", "position": 22}),
    Fires("quotes.unbalanced", "item:item-1", with_item('Bebauungsplan "Süd, 2. Änderung')),
    Fires("quotes.unbalanced", "item:item-1", with_item("„Programm ‚Dorf mit Zukunft fortführen“"), facts={"mark": "‚"}),
    Fires("quotes.unbalanced", "item:item-1", with_item("Antrag »Mehr Grün")),
    Fires("quotes.kind", "item:item-1", with_item('Straße "Schlingweg"'), facts={"mark": '"', "expected": "„", "count": 2}),
    Fires("quotes.kind", "item:item-1", with_item("`Beirat A´"), facts={"mark": "`", "expected": "‚"}),
    Fires("quotes.kind", "item:item-1", with_item("“Station”"), facts={"mark": "“", "expected": "„"}),
    Fires("quotes.kind", "item:item-1", with_item("Fraktion B´90"), facts={"mark": "´", "expected": "’", "count": 1}),
    Fires("blank.double", "item:item-1", with_item("Ausbau der  K 28"), facts={"position": 10}),
    Fires("blank.before-mark", "item:item-1", with_item("Brandenberg ; hier"), facts={"position": 11}),
    Fires("blank.after-mark", "item:item-1", with_item("Jugend,Kultur"), facts={"position": 6}),
    Fires("word.doubled", "item:item-1", with_item("Bericht über über die Lage"), facts={"word": "über"}),
    Fires("genitive.uninflected", "sitting.body", GOOD, facts={"written": "Ausschuss", "expected": "Ausschusses"}),
    Fires(
        "genitive.uninflected",
        "sitting.body",
        with_sitting(body=PublicBody("Kreistag", "des Kreistag")),
        facts={"expected": "Kreistages"},
    ),
    Fires(
        "date.mixed-forms",
        "item:item-3",
        a_notice(agenda=an_agenda("vom 09.05.2023", "vom 08.05.2023", "vom 9.5.2023")),
        facts={"written": "9.5.2023", "usual": "09.05.2023"},
    ),
    Fires("time.mixed-forms", "item:item-1", with_item("Ortstermin um 17.00 Uhr"), facts={"written": "17.00 Uhr"}),
    Fires("character.bad", "item:item-1", with_item("Ver\u202egabe"), facts={"character": "U+202E", "kind": "direction"}),
    Fires("character.uncovered", "item:item-1", with_item("漢字"), a_context(uncovered=lambda text: "漢" if "漢" in text else ""), {"characters": "漢"}),
    *(
        Fires("character.uncovered", field, notice, a_context(uncovered=lambda text: "漢" if "漢" in text else ""))
        for field, notice in (
            ("item:item-2", labelled("1.", "漢")),
            ("part:part-1", a_notice(agenda=Agenda((AgendaPart("part-1", "Teil", label="漢"),)))),
            ("agenda", a_notice(agenda=Agenda(numbering=Numbering(levels=("漢 {n}",))))),
            ("opening", a_notice(opening=OpeningSentence("Am {date} 漢"))),
            ("sitting.body", with_sitting(body=PublicBody("Kreistag", "des Kreistages", "漢"))),
            ("signature", replace(GOOD, signature=replace(GOOD.signature, authority="漢"))),
        )
    ),
    Fires("character.lookalike", "item:item-1", with_item("Ver\u0430nstaltung"), facts={"position": 0}),
    Fires("label.doubled", "item:item-2", labelled("3", "3"), facts={"label": "3"}),
    Fires("label.order", "item:item-3", labelled("1.", "3.", "2."), facts={"label": "2.", "before": "3."}),
    Fires("label.order", "item:item-2", labelled("4.12", "4.2"), facts={"label": "4.2"}),
    Fires("label.parent", "item:sub-1", under("12.", "11.1")),
    Fires("closed.unpublished", "item:item-1", with_closed_item(None)),
    Fires("closed.particular", "item:item-1", with_closed_item("Höhergruppierung von Frau Müller"), facts={"particular": "name"}),
    Fires("closed.particular", "item:item-1", with_closed_item("Kauf für 120.000 Euro"), facts={"particular": "amount"}),
    Fires("closed.particular", "item:item-1", with_closed_item("Verkauf Flur 2, Nr. 17"), facts={"particular": "plot"}),
    Fires("closed.particular", "item:item-1", with_closed_item("Vertrag mit der Muster Bau GmbH"), facts={"word": "Muster Bau GmbH"}),
    Fires("closed.particular", "item:item-1", with_closed_item("Sache Az. 12/345"), facts={"particular": "file-number"}),
    Fires("public.email", "item:item-1", with_item("Rückfragen an anna.muster@example.org"), facts={"word": "anna.muster@example.org"}),
    Fires("public.telephone", "item:item-1", with_item("Auskunft unter 06592 / 933-123"), facts={"word": "06592 / 933-123"}),
    Fires("public.telephone", "item:item-1", with_item("Auskunft Tel. 933123")),
    Fires("public.telephone", "item:item-1", with_item("DE89 3704 0044 0532 0130 00, Tel. 933123"), facts={"word": "Tel. 933123"}),
    Fires("public.iban", "item:item-1", with_item("Konto DE89 3704 0044 0532 0130 00")),
    Fires("public.address", "item:item-1", with_item("Bauantrag der Eheleute Muster, Hauptstraße 5")),
    Fires("public.plot", "item:item-1", with_item("Gemarkung Daun, Flur 12"), facts={"word": "Flur 12"}),
    Fires("designation.publicity", "sitting.designation", with_sitting(designation="öffentliche und nichtöffentliche Sitzung")),
    Fires("designation.publicity", "sitting.designation", replace(with_closed_item("Personal"), sitting=GOOD.sitting)),
    Fires("room.taken", "sitting.venue", GOOD, beside(another(time=dt.time(17))), {"body": "Kreisausschuss", "minutes": 90}),
    Fires("room.taken", "sitting.venue", GOOD, beside(about(NEXT_DOOR, NoticeKind.SUPPLEMENT)), {"body": "Kreisausschuss"}),
    Fires("room.taken", "sitting.venue", about(GOOD, NoticeKind.SUPPLEMENT), beside(GOOD, NEXT_DOOR), {"body": "Kreisausschuss"}),
    Fires("room.taken", "sitting.venue", GOOD, beside(about(another(date=day("2023-10-02")), NoticeKind.POSTPONEMENT, date=day("2023-10-09"), time=dt.time(17)))),
    Fires("body.twice", "sitting.date", GOOD, beside(with_sitting(time=dt.time(9)))),
    Fires("sitting.announced", "sitting.body", GOOD, beside(GOOD), {"case": "17"}),
    Fires("item.elsewhere", "item:item-3", GOOD, beside(another()), {"body": "Kreisausschuss"}),
    Fires("item.repeated", "item:item-2", a_notice(agenda=an_agenda("Nahverkehrsplan des Landkreises", "Nahverkehrsplan des Landkreises"))),
    Fires("issue.too-late", "issue", a_notice(issue=an_issue("2023-10-09", "2023-09-29T12:00")), facts={"earliest": day("2023-10-10")}),
    Fires("issue.closed", "issue", a_notice(issue=an_issue("2023-10-06", "2023-09-28T12:00"))),
    Fires(
        "deadline.missed",
        "sitting.date",
        GOOD,
        a_context(now=moment("2023-09-29T12:01")),
        {"deadline": moment("2023-09-29T12:00"), "earliest": day("2023-10-14"), "date": day("2023-10-09")},
    ),
    Fires("deadline.near", "sitting.date", GOOD, a_context(now=moment("2023-09-28T08:00"))),
    Fires("invitation.too-late", "sitting.date", GOOD, a_context(now=moment("2023-10-05T00:00")), {"latest": day("2023-10-04")}),
)  # fmt: skip

SILENT = (
    Silent("body.missing", GOOD),
    Silent("date.missing", GOOD),
    Silent("time.missing", with_sitting(time=dt.time())),
    Silent("venue.missing", GOOD),
    Silent("agenda.empty", without_agenda(kind=NoticeKind.CANCELLATION)),
    Silent("opening.missing", GOOD),
    Silent("signatory.missing", GOOD),
    Silent("signature.date-missing", GOOD),
    Silent("earlier.missing", GOOD),
    Silent("text.gap", with_item("Antrag [vertagt]")),
    Silent("item.empty", with_closed_item("Personal")),
    Silent("part.empty", without_agenda()),
    Silent("other-business.decision", with_item("Verschiedenes")),
    Silent("other-business.decision", with_item("Wahl des Vorsitzenden")),
    Silent("sitting.past", GOOD, a_context(now=moment("2023-10-09T20:00"))),
    Silent("sitting.sunday", with_sitting(date=day("2023-10-07"))),
    Silent("sitting.holiday", with_sitting(date=day("2023-10-31"))),
    Silent("holidays.unknown", with_sitting(date=day("2060-12-31"))),
    Silent("sitting.before-signature", with_signature(date=day("2023-10-09"))),
    Silent("signature.ahead", with_signature(date=day("2023-10-02"))),
    Silent("signatory.not-in-office", GOOD),
    Silent("signatory.not-in-office", with_signature(signatory=Signatory("Wer Anders", "Amt"))),
    Silent("date.impossible", with_item("Termine am 29.02.2024, 31.12.2023 und 29. Februar")),
    Silent("date.impossible", with_item("12. Änderung nach Nr. 4.31.2 und Version 99.98")),
    Silent("date.weekday", with_item("Ortstermin am Samstag, dem 14.10.2023, und Sonnabend, 21.10.2023")),
    Silent("date.weekday", with_item("jeden Dienstag")),
    Silent("opening.other-date", with_opening("Am Montag, dem 9.10. um 18 Uhr, findet eine Sitzung am 9. Oktober statt.")),
    Silent("opening.other-date", with_opening("Die für den 02.10.2023 angekündigte Sitzung findet am 09.10.2023, 18:00 Uhr, statt.")),
    Silent("opening.other-time", with_opening("Am 09.10.2023 findet um 18 Uhr eine Sitzung statt.")),
    Silent("minutes.not-before", GOOD),
    Silent("minutes.other-date", GOOD, a_context(last_public_sitting=day("2023-05-15"))),
    Silent("minutes.other-date", GOOD),
    Silent("minutes.shared", GOOD, beside(another(), last_public_sitting=day("2023-05-15"))),
    Silent("minutes.shared", GOOD, beside(another(date=day("2024-02-05")))),
    Silent("opening.verb", with_opening("Der Ausschuss tagt am 09.10.2023 um 18:00 Uhr.")),
    Silent("opening.verb", GOOD),
    Silent("opening.statt", GOOD),
    Silent("opening.statt", with_opening("Der Ausschuss tagt am 09.10.2023.")),
    Silent("opening.by-hand", GOOD),
    Silent("quotes.unbalanced", with_item("„Programm ‚Dorf mit Zukunft‘ fortführen“")),
    Silent("quotes.unbalanced", with_item('Klaus’ Antrag: "Geht’s noch" und »Ja«')),
    Silent("quotes.unbalanced", with_item("Antrag 'A' und Rock 'n' Roll, B'90")),
    Silent("quotes.kind", with_item("„Programm ‚Dorf‘“ und »Ja«, Klaus’ Haus, geht’s")),
    Silent("blank.double", with_item("hier: Vergabe\nund mehr")),
    Silent("blank.before-mark", with_item("Antrag: „…“ – 3 : 2 und so weiter …")),
    Silent("blank.after-mark", with_item("10,5 Mio. Euro, 1,2 kW; hier, wie dort")),
    Silent("word.doubled", with_item("die, die der Satzung folgen; Baden-Baden Baden")),
    Silent("genitive.uninflected", with_sitting(body=PublicBody("x", "des Ausschusses für Klimaschutz"))),
    Silent("genitive.uninflected", with_sitting(body=PublicBody("x", "der Verbandsversammlung"))),
    Silent("date.mixed-forms", a_notice(agenda=an_agenda("vom 09.05.2023", "vom 15.10.2023", "am 9. Mai 2023"))),
    Silent("time.mixed-forms", with_item("Ortstermin um 17:00 Uhr")),
    Silent("character.bad", with_item("a\u00a0b\nc")),
    Silent("character.uncovered", with_item("Ärger mit Łódź")),
    Silent("character.lookalike", with_item("Ω-Projekt, Москва und Ärger")),
    Silent("label.doubled", labelled(None, "1a.", None)),
    Silent("label.doubled", labelled("", "", "")),
    Silent("label.order", labelled("9.", "9a.", "10.")),
    Silent("label.order", labelled("a)", "b)", "z)", "aa)")),
    Silent("label.parent", under("11.", "11.1", "11.2")),
    Silent("label.parent", under("2.", "a)", "2.b.")),
    Silent("closed.unpublished", with_closed_item("Personalangelegenheiten")),
    Silent("closed.particular", with_closed_item("Grundstücksangelegenheiten")),
    Silent("closed.particular", with_closed_item(MINUTES.format("15.05.2023"))),
    Silent("closed.particular", with_item("Kauf für 120.000 Euro")),
    Silent("public.email", with_item("Stand @ Markt")),
    Silent("public.telephone", with_item("Bebauungsplan Nr. 0125 und Haushalt 2023 / 2024, 01.01.2010 - 31.12.2011")),
    Silent("public.telephone", with_item("Konto DE89 3704 0044 0532 0130 00")),
    Silent("public.iban", with_item("Nr. DE12 und K 28")),
    Silent("public.address", with_item("Ausbau der Hauptstraße 5 bis 9; Frau Landrätin")),
    Silent("public.plot", with_item("Flurbereinigung und Flurnamen")),
    Silent("designation.publicity", GOOD),
    Silent("designation.publicity", with_closed_item("Personal")),
    Silent("room.taken", GOOD, beside(another())),
    Silent("room.taken", GOOD, beside(another(time=dt.time(17), venue=Venue("Forum", "forum-daun")))),
    Silent("room.taken", about(GOOD, NoticeKind.SUPPLEMENT), beside(GOOD)),
    Silent("room.taken", GOOD, beside(about(GOOD, NoticeKind.SUPPLEMENT), about(GOOD, NoticeKind.CORRECTION, time=dt.time(18, 30)))),
    Silent("room.taken", a_notice(kind=NoticeKind.CORRECTION, earlier=EarlierNotice(Sitting(), "17")), beside(NEXT_DOOR)),
    Silent("room.taken", GOOD, beside(NEXT_DOOR, about(NEXT_DOOR, NoticeKind.CANCELLATION))),
    Silent("room.taken", GOOD, beside(NEXT_DOOR, about(NEXT_DOOR, NoticeKind.VENUE_CHANGE, venue=Venue("Forum", "forum-daun")))),
    Silent("room.taken", GOOD, beside(NEXT_DOOR, about(NEXT_DOOR, NoticeKind.POSTPONEMENT, date=day("2023-10-16")))),
    Silent("room.taken", about(GOOD, NoticeKind.CANCELLATION), beside(NEXT_DOOR)),
    Silent("body.twice", GOOD, beside(with_sitting(time=dt.time(9)), about(with_sitting(time=dt.time(9)), NoticeKind.CANCELLATION))),
    Silent("body.twice", GOOD, beside(with_sitting(date=day("2023-10-10")))),
    Silent("sitting.announced", GOOD, beside(another())),
    Silent("sitting.announced", a_notice(kind=NoticeKind.CANCELLATION), beside(GOOD)),
    Silent("sitting.announced", GOOD, beside(about(GOOD, NoticeKind.SUPPLEMENT), about(GOOD, NoticeKind.VENUE_CHANGE))),
    Silent("item.elsewhere", about(GOOD, NoticeKind.SUPPLEMENT), beside(GOOD)),
    Silent("item.elsewhere", GOOD, beside(another(date=day("2023-10-10")))),
    Silent("item.elsewhere", GOOD, beside(another(), another(date=day("2023-10-10")), another(date=day("2023-10-11")))),
    Silent("item.repeated", a_notice(agenda=an_agenda("Verschiedenes", "Verschiedenes"))),
    Silent("issue.too-late", a_notice(issue=an_issue("2023-10-08", "2023-09-29T12:00"))),
    Silent("issue.closed", a_notice(issue=an_issue("2023-10-06", "2023-09-29T12:00"))),
    Silent("deadline.missed", GOOD, a_context(now=moment("2023-09-29T12:00"))),
    Silent("deadline.near", GOOD),
    Silent("invitation.too-late", GOOD, a_context(now=moment("2023-10-04T23:00"))),
)  # fmt: skip


def identified(row: Fires | Silent) -> str:
    return row.rule


@pytest.mark.parametrize("row", FIRES, ids=identified)
def test_the_rule_fires(row):
    findings = found(row.rule, row.notice, row.context)
    assert findings, "nothing found"
    finding = findings[0]
    assert finding.field == row.field
    assert {name: finding.facts.get(name) for name in row.facts} == dict(row.facts)


@pytest.mark.parametrize("row", SILENT, ids=identified)
def test_the_rule_is_silent(row):
    assert found(row.rule, row.notice, row.context) == []


def test_a_bank_account_in_a_closed_title_is_named_once():
    hits = found("closed.particular", with_closed_item("Konto DE89 3704 0044 0532 0130 00"))
    assert [hit.facts["particular"] for hit in hits] == ["iban"]


def test_every_rule_is_seen_firing_and_silent():
    known = {check.rule for check in ALL_CHECKS}
    assert known == {row.rule for row in FIRES} == {row.rule for row in SILENT}


def test_every_rule_has_one_row():
    assert len({check.rule for check in ALL_CHECKS}) == len(ALL_CHECKS)


@pytest.mark.parametrize(
    "row", [row for row in FIRES if found(row.rule, row.notice, row.context)[0].fix], ids=identified
)
def test_a_fix_concerns_the_field_of_its_finding(row):
    finding: Finding = found(row.rule, row.notice, row.context)[0]
    assert finding.fix is not None
    assert finding.fix.field == finding.field
