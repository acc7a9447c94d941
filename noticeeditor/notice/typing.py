"""German typography as one types: quotes, apostrophes, dashes, ellipses, bound spaces.

Each rule sees the text with the character that was just typed before the caret, and
may answer with a replacement. What was typed is part of the answer, so that taking
the replacement back leaves the plain character (DIN 5008, Duden: Anführungszeichen).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from noticeeditor.notice.text import NO_BREAK_SPACE

_OPENING_PLACES = frozenset(" \n\t([{/–—„‚»›" + NO_BREAK_SPACE)
_CLOSES = {"“": "„", "‘": "‚"}
_ABBREVIATIONS = ("zB", "zT", "dh", "ua", "uU", "aD", "aF", "nF", "iA", "iV", "iS", "eV", "og", "so", "su")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:" + "|".join(rf"{pair[0]}\. ?{pair[1]}" for pair in _ABBREVIATIONS) + r")\.$"
)
_TIME = re.compile(r"\d( )Uhr$")


class Replacement(NamedTuple):
    """Words to put in place of what was typed: from ``start``, ``typed`` becomes ``corrected``."""

    start: int
    typed: str
    corrected: str

    def apply(self, text: str) -> str:
        """Return the text with the correction made."""
        return text[: self.start] + self.corrected + text[self.start + len(self.typed) :]


def correction(text: str, caret: int) -> Replacement | None:
    """Return what good typography makes of the character just typed before the caret."""
    if not 0 < caret <= len(text):
        return None
    written = text[:caret]
    rule = _RULES.get(written[-1])
    found = rule(written) if rule else None
    return found or (_apostrophe_in_word(written) if written[-1].isalpha() else None)


def _double_quote(written: str) -> Replacement:
    before = written[:-1]
    innermost = _open_quotes(before)[-1:]
    if _opens(before):
        return _last(written, 1, "‚" if innermost == "„" else "„")
    return _last(written, 1, "‘" if innermost == "‚" else "“")


def _single_quote(written: str) -> Replacement:
    before = written[:-1]
    if _opens(before):
        return _last(written, 1, "‚")
    return _last(written, 1, "‘" if _open_quotes(before).endswith("‚") else "’")


def _apostrophe_in_word(written: str) -> Replacement | None:
    """A quote that seemed to close before a letter came was an apostrophe: ‚geht’s gut‘."""
    if len(written) < 3 or written[-2] != "‘" or not written[-3].isalpha():
        return None
    return _last(written, 2, "’" + written[-1])


def _space(written: str) -> Replacement | None:
    if written.endswith("§ "):
        return _last(written, 1, NO_BREAK_SPACE)
    if written.endswith(" - ") and written[:-3].strip() and written[-4] != "\n":
        return _last(written, 2, "– ")
    return None


def _hyphen(written: str) -> Replacement | None:
    return _last(written, 2, "–") if written.endswith("--") and not written.endswith("---") else None


def _dot(written: str) -> Replacement | None:
    if written.endswith("...") and not written.endswith("...."):
        return _last(written, 3, "…")
    match = _ABBREVIATION.search(written)
    if match is None:
        return None
    found = match.group()
    return _last(written, len(found), f"{found[0]}.{NO_BREAK_SPACE}{found[-2]}.")


def _end_of_time(written: str) -> Replacement | None:
    return _last(written, 4, NO_BREAK_SPACE + "Uhr") if _TIME.search(written) else None


def _opens(before: str) -> bool:
    return not before or before[-1] in _OPENING_PLACES


def _open_quotes(text: str) -> str:
    """Return the opening quotes that no closing one has met yet, the innermost last."""
    still_open = ""
    for character in text:
        if character in "„‚":
            still_open += character
        elif character in _CLOSES and _CLOSES[character] in still_open:
            still_open = still_open[: still_open.rindex(_CLOSES[character])]
    return still_open


def _last(written: str, length: int, corrected: str) -> Replacement:
    """Replace the last characters before the caret."""
    return Replacement(len(written) - length, written[-length:], corrected)


_RULES: dict[str, Callable[[str], Replacement | None]] = {
    '"': _double_quote,
    "'": _single_quote,
    " ": _space,
    "-": _hyphen,
    ".": _dot,
    "r": _end_of_time,
}
