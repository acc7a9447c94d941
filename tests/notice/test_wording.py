"""The words made from fields, in every form that was found in print."""

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor.notice.body import Capacity, Signatory, SignatureBlock
from noticeeditor.notice.notice import EarlierNotice, Notice, OpeningSentence, Sitting
from noticeeditor.notice.wording import opening_sentence, signature_lines
from tests.builders import a_notice


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (
            "Am {date:EEEE, dd.MM.yyyy}, findet um {time:HH.mm} Uhr, {venue}, eine Sitzung {body} statt:",
            "Am Montag, 09.10.2023, findet um 18.00 Uhr, Sitzungssaal 15, der Kreisverwaltung Vulkaneifel, Mainzer "
            "Straße 25, 54550 Daun, eine Sitzung des Ausschuss Klimaschutz, Mobilität und Infrastruktur statt:",
        ),
        (
            "Am {date:EEEE, 'dem' dd.MM.yyyy} um {time:HH:mm} Uhr, findet eine {designation} {owner} statt.",
            "Am Montag, dem 09.10.2023 um 18:00 Uhr, findet eine öffentliche Sitzung des Landkreises Vulkaneifel statt.",
        ),
        ("Gremium: {body_name}", "Gremium: Ausschuss Klimaschutz, Mobilität und Infrastruktur"),
        ("am {date:d. MMMM}, {time:H} Uhr", "am 9. Oktober, 18 Uhr"),
    ],
)
def test_a_template_is_filled(pattern, expected):
    assert opening_sentence(a_notice(opening=OpeningSentence(pattern))) == expected


def test_what_is_missing_is_a_gap():
    notice = Notice(opening=OpeningSentence("Am {date:EEEE} um {time} in {venue}: {body}"))
    assert opening_sentence(notice) == "Am [Datum] um [Uhrzeit] in [Ort]: [Gremium]"


def test_a_sentence_edited_by_hand_stands_instead_of_the_template():
    notice = a_notice(opening=OpeningSentence("Am {date}", words="Wir treffen uns."))
    assert opening_sentence(notice) == "Wir treffen uns."


def test_a_notice_about_another_names_the_earlier_sitting():
    earlier = EarlierNotice(a_notice().sitting)
    sentence = OpeningSentence("vom {earlier_date:dd.MM.yyyy} auf {date:dd.MM.yyyy}")
    notice = a_notice(opening=sentence, earlier=earlier, sitting=Sitting(date=dt.date(2023, 10, 16)))
    assert opening_sentence(notice) == "vom 09.10.2023 auf 16.10.2023"


def test_an_earlier_sitting_that_is_not_known_is_a_gap():
    assert opening_sentence(Notice(opening=OpeningSentence("{earlier_date}"))) == "[Datum]"


SEED = SignatureBlock(
    "Kreisverwaltung Vulkaneifel",
    "54550 Daun",
    dt.date(2023, 9, 29),
    Signatory("Julia Gieseking", "Landrätin"),
)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (SEED, ["Kreisverwaltung Vulkaneifel", "54550 Daun, 29.09.2023", "", "Julia Gieseking, Landrätin"]),
        (
            replace(
                SEED,
                capacity=Capacity.DEPUTY,
                signatory=Signatory("Alois Manstein", "Erster Kreisbeigeordneter"),
            ),
            [
                "Kreisverwaltung Vulkaneifel",
                "54550 Daun, 29.09.2023",
                "",
                "In Vertretung",
                "Alois Manstein, Erster Kreisbeigeordneter",
            ],
        ),
        (
            replace(
                SEED,
                capacity=Capacity.BY_ORDER,
                signatory=Signatory("Erika Beispiel"),
                form=("{authority}", "{capacity}", "{name}{, office}"),
            ),
            ["Kreisverwaltung Vulkaneifel", "Im Auftrag", "Erika Beispiel"],
        ),
        (
            replace(SEED, place="Daun", form=("{place}, den {date:d. MMMM y}", "gez. {name}", "{office}")),
            ["Daun, den 29. September 2023", "gez. Julia Gieseking", "Landrätin"],
        ),
        (replace(SEED, form=("{name}", "{office}")), ["Julia Gieseking", "Landrätin"]),
        (replace(SEED, words=("i. V.", "Muster")), ["i. V.", "Muster"]),
    ],
    ids=["seed", "deputy", "by order", "place first", "two lines", "by hand"],
)
def test_the_signature_block_in_every_form(block, expected):
    assert list(signature_lines(block)) == expected


def test_a_missing_signatory_is_a_gap():
    assert signature_lines(replace(SEED, signatory=None))[-1] == "[Name]"
