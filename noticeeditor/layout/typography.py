"""Where a line must not break: non-breaking spaces after DIN 5008 and good custom."""

from __future__ import annotations

import re
from functools import lru_cache

from noticeeditor.notice.dates import MONTHS
from noticeeditor.notice.text import NO_BREAK_SPACE

_BEFORE_NUMBERS = (
    *(
        "§",
        "§§",
        "Art.",
        "Abs.",
        "Satz",
        "Nr.",
        "Ziff.",
        "Ziffer",
        "Buchst.",
        "lit.",
        "Kap.",
        "Anl.",
        "Bl.",
        "Tz.",
    ),
    *("TOP", "KW", "Vorlage", "Drucksache", "Seite", "Haus", "Saal", "Raum", "Sitzungssaal", "Zimmer"),
)
_TITLES = ("Dr.", "Prof.", "St.")
_UNITS = (
    *("Uhr", "€", "EUR", "Euro", "%", "‰", "km", "m", "cm", "mm", "m²", "m³", "km²", "ha"),
    *("kW", "kWh", "MW", "kg", "t", "Mio.", "Mrd.", "v. H."),
)


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def _after(words: tuple[str, ...]) -> str:
    """Return the look back at one of the words; Python wants each width by itself."""
    return "(?:" + "|".join(rf"(?<={_edge(word)}{re.escape(word)} )" for word in words) + ")"


def _edge(word: str) -> str:
    return r"\b" if word[0].isalnum() else ""


# The pattern begins with the space itself, so that the search runs from space to space.
_BOUND = re.compile(
    " (?:"
    + "|".join(
        (
            rf"(?=\d){_after(_BEFORE_NUMBERS)}",
            rf"(?=\d{{4}}(?!\d)){_after(MONTHS)}",
            rf"(?<=\d\. )(?={_any(MONTHS)})",
            rf"(?<=\d )(?={_any(_UNITS)}(?!\w))",
            r"(?<=\bv\. )(?=H\.)",
            r"(?<=\b[a-zA-Z]\. )(?=[a-zA-Z]\.)",  # z. B., d. h., i. d. R., e. V.
            rf"(?=\w){_after(_TITLES)}",
            r"(?=[–—] )(?<=\w )",
        )
    )
    + ")"
)


@lru_cache(maxsize=4096)
def bind(text: str) -> str:
    """Return the text with the spaces bound at which no line may break.

    Dates, "18:00 Uhr", "§ 38", "Abs. 1", "z. B.", amounts with their units, and a
    dash with the word before it. Nothing but U+0020 is changed, and only to U+00A0.
    """
    return _BOUND.sub(NO_BREAK_SPACE, text)
