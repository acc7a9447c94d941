"""What a text may consist of: no character that is unseen or disguises others."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"


class BadCharacter(NamedTuple):
    """A character that no notice may contain: where, which, and of what kind."""

    position: int
    code_point: int
    kind: str


_KINDS = {
    "control": "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029",
    "direction": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "invisible": "\u115f\u1160\u180b-\u180f\u200b-\u200d\u2060-\u2065"
    "\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff",
    "surrogate": "\ud800-\udfff",
    "private": "\ue000-\uf8ff\U000f0000-\U0010ffff",
    "noncharacter": "\ufdd0-\ufdef\ufffe\uffff",
}
_BAD = re.compile("|".join(f"(?P<{kind}>[{ranges}])" for kind, ranges in _KINDS.items()))


def bad_character(text: str) -> BadCharacter | None:
    """Return the first character that no notice may contain; a line feed parts lines and is fine."""
    match = _BAD.search(text)
    if match is None:
        return None
    return BadCharacter(match.start(), ord(match.group()), match.lastgroup or "")


def normal(text: str) -> str:
    """Return the text in Unicode normal form C, the form in which notices are kept."""
    return unicodedata.normalize("NFC", text)


def without_bad_characters(text: str) -> str:
    """Return text as typed or pasted with what no notice may contain taken out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return normal(_BAD.sub("", lines.replace("\t", " ")))
