"""Where a line must not break."""

import pytest

from noticeeditor.layout.typography import bind


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("den 09. Oktober 2023 hier", "den 09.~Oktober~2023 hier"),
        ("am 9. Oktober, um", "am 9.~Oktober, um"),
        ("um 18:00 Uhr, hier", "um 18:00~Uhr, hier"),
        ("gem. § 38 Abs. 1 GemO", "gem. §~38 Abs.~1 GemO"),
        ("nach §§ 3, 4", "nach §§~3, 4"),
        ("nach Art. 7 Abs. 2 Satz 1", "nach Art.~7 Abs.~2 Satz~1"),
        ("z. B. so, d. h. anders", "z.~B. so, d.~h. anders"),
        ("12.500,00 € an", "12.500,00~€ an"),
        ("45,5 v. H. davon", "45,5~v.~H. davon"),
        ("14.730 m² Fläche", "14.730~m² Fläche"),
        ("Dr. Müller", "Dr.~Müller"),
        ("Schulen – Umsetzung", "Schulen~– Umsetzung"),
        ("im Saal 15", "im Saal~15"),
        ("(Vorlage 338/2026)", "(Vorlage~338/2026)"),
        ("Punkt 7. Bericht", "Punkt 7. Bericht"),
        ("Schulen - Umsetzung", "Schulen - Umsetzung"),
        ("5 Uhren", "5 Uhren"),
    ],
)
def test_spaces_are_bound(text, bound):
    assert bind(text) == bound.replace("~", "\u00a0")


def test_nothing_but_spaces_is_changed():
    text = "Am Montag, den 09. Oktober 2023, findet um 18:00 Uhr nach § 34 Abs. 6 z. B. statt"
    assert bind(text).replace("\u00a0", " ") == text
