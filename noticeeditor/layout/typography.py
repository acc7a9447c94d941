"""Where a line must not break: non-breaking spaces after DIN 5008 and good custom."""

from __future__ import annotations

import re
from functools import lru_cache

from noticeeditor.notice.dates import MONTHS
from noticeeditor.notice.text import NO_BREAK_SPACE

_MONTH = "(?:" + "|".join(MONTHS) + ")"
_UNIT = r"(?:Uhr|€|EUR|Euro|%|‰|km|m|cm|mm|m²|m³|km²|ha|kW|kWh|MW|kg|t|Mio\.|Mrd\.|v\. ?H\.)(?!\w)"
_ABBREVIATIONS = "|".join(
    re.escape(words)
    for words in (
        *("a. D", "a. F", "d. h", "e. V", "i. A", "i. d. R", "i. S", "i. V", "n. F", "o. g"),
        *("s. o", "s. u", "u. a", "u. U", "v. H", "z. B", "z. T"),
    )
)
_BOUND = re.compile(
    "|".join(
        (
            rf"(?<!\d)\d{{1,2}}\. {_MONTH}(?: \d{{4}})?",
            rf"{_MONTH} \d{{4}}(?!\d)",
            rf"\d {_UNIT}",
            r"§§? (?=\d)",
            r"(?<!\w)(?:Abs|Art|Nr|Satz|Ziff|Buchst|lit|Kap|Anl|Bl|Tz)\.? (?=\d)",
            r"(?<!\w)(?:Dr|Prof|Dipl|Ing|St)\. (?=\w)",
            rf"(?<!\w)(?:{_ABBREVIATIONS})\.",
            r"(?<!\w)(?:TOP|KW|Vorlage|Drucksache|Seite|Haus|Saal|Raum|Sitzungssaal|Zimmer) (?=\d)",
            r"(?<=\w) [–—](?= )",
        )
    )
)


@lru_cache(maxsize=4096)
def bind(text: str) -> str:
    """Return the text with the spaces bound at which no line may break.

    Dates, "18:00 Uhr", "§ 38", "Abs. 1", "z. B.", amounts with their units, and a
    dash with the word before it. Nothing but U+0020 is changed, and only to U+00A0.
    """
    return _BOUND.sub(_bind_match, text)


def _bind_match(match: re.Match[str]) -> str:
    return match.group().replace(" ", NO_BREAK_SPACE)
