"""What the profile fills in when a notice is drafted."""

import datetime as dt

import pytest

from noticeeditor import wiring
from noticeeditor.authority.drafting import about, draft, with_body
from noticeeditor.notice.body import Capacity
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.notice.wording import opening_sentence, signature_lines
from tests.builders import a_notice

VULKANEIFEL = wiring.profile("vulkaneifel")
LINDENAU = wiring.profile("lindenau")
TODAY = dt.date(2023, 9, 29)


def items(notice):
    return [item.text for part in notice.agenda.parts for item in part.items]


def test_the_opening_sentence_of_the_seed_is_drafted_word_for_word():
    notice = draft(VULKANEIFEL, TODAY, "klimaschutz", date=dt.date(2023, 10, 9))
    assert opening_sentence(notice) == opening_sentence(a_notice())


def test_room_time_and_signatory_of_the_seed_are_filled_in():
    notice = draft(VULKANEIFEL, TODAY, "klimaschutz", date=dt.date(2023, 10, 9))
    assert notice.sitting == a_notice().sitting
    assert notice.signature == a_notice().signature


def test_standing_items_open_and_close_the_agenda():
    notice = draft(VULKANEIFEL, TODAY, "klimaschutz", last_sitting=dt.date(2023, 5, 15))
    assert items(notice) == [
        "Einwohnerfragestunde",
        "Genehmigung der Niederschrift der letzten öffentlichen Sitzung vom 15.05.2023",
        "Verschiedenes",
    ]


def test_an_unknown_last_sitting_is_a_gap():
    assert items(draft(VULKANEIFEL, TODAY, "kreistag"))[1].endswith("vom [Datum der letzten Sitzung]")


def test_a_body_may_have_standing_items_of_its_own():
    assert items(draft(LINDENAU, TODAY, "verbandsversammlung")) == []


def test_ids_of_parts_and_items_are_their_own():
    notice = draft(LINDENAU, TODAY, "stadtrat")
    ids = [part.id for part in notice.agenda.parts] + [
        item.id for part in notice.agenda.parts for item in part.items
    ]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2021, 3, 31), "Heinz-Peter Thiel"),
        (dt.date(2021, 4, 1), "Julia Gieseking"),
        (dt.date(2026, 1, 1), "Julia Gieseking"),
    ],
)
def test_who_signs_depends_on_the_day(day, name):
    assert draft(VULKANEIFEL, day).signature.signatory.name == name


def test_a_deputy_signs_in_the_days_of_a_substitution():
    from msgspec.structs import replace

    from noticeeditor.authority.profile import Substitution

    away = Substitution(dt.date(2026, 7, 1), dt.date(2026, 7, 14), "manstein", "Urlaub")
    profile = replace(VULKANEIFEL, substitutions=(away,))
    block = draft(profile, dt.date(2026, 7, 14)).signature
    assert block.capacity is Capacity.DEPUTY
    assert signature_lines(block)[-2:] == ("In Vertretung", "Alois Manstein, Erster Kreisbeigeordneter")
    assert draft(profile, dt.date(2026, 7, 15)).signature.signatory.name == "Julia Gieseking"


@pytest.mark.parametrize(
    ("day", "beginning"),
    [
        (dt.date(2020, 8, 14), "Am Montag, 24.08.2020, findet um 17.00 Uhr, im"),
        (dt.date(2023, 9, 29), "Am Montag, den 24. August 2020"),
    ],
)
def test_the_template_in_force_on_the_day_is_used(day, beginning):
    notice = draft(VULKANEIFEL, day, "kreistag", date=dt.date(2020, 8, 24))
    assert opening_sentence(notice).startswith(beginning)


def test_another_town_writes_its_own_sentence():
    notice = draft(LINDENAU, dt.date(2026, 9, 4), "stadtrat", date=dt.date(2026, 9, 14))
    assert opening_sentence(notice) == (
        "Die öffentliche/nichtöffentliche Sitzung des Stadtrates der Stadt Lindenau an der Wehr findet am Montag, "
        "dem 14. September 2026, um 19 Uhr im Ratssaal, Rathaus, Am Markt 1, 00000 Lindenau an der Wehr statt."
    )
    assert list(signature_lines(notice.signature)) == [
        "Lindenau an der Wehr, den 4. September 2026",
        "",
        "gez. Dr. Žaneta Musterfrau-Łęcka",
        "Oberbürgermeisterin",
    ]


def test_a_time_without_a_usual_one_stays_as_it_was():
    notice = with_body(draft(VULKANEIFEL, TODAY, "klimaschutz"), VULKANEIFEL, "senioren")
    assert notice.sitting.time == dt.time(18)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            NoticeKind.SUPPLEMENT,
            "Die Tagesordnung der Sitzung des Ausschuss Klimaschutz, Mobilität und Infrastruktur am Montag, den 09. Oktober 2023, wird um folgenden Punkt erweitert:",
        ),
        (
            NoticeKind.CANCELLATION,
            "Die für Montag, den 09. Oktober 2023, 18:00 Uhr, bekannt gemachte Sitzung des Ausschuss Klimaschutz, Mobilität und Infrastruktur findet nicht statt.",
        ),
    ],
)
def test_a_notice_about_an_earlier_one(kind, sentence):
    notice = about(a_notice(), kind, VULKANEIFEL, TODAY, case="7")
    assert opening_sentence(notice) == sentence
    assert notice.heading[0] == "AMTLICHE BEKANNTMACHUNG"
    assert notice.earlier.case == "7"
    assert items(notice) == []
