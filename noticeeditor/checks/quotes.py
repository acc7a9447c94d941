"""Quotation marks: every one that opens is closed, and all are German („…“, inside ‚…‘)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from noticeeditor.checks.finding import Replacement
from noticeeditor.checks.subject import Context, Hit, Passage

# a mark is an apostrophe where it stands in or after a word and nothing is open
_MARK = re.compile("[„“”\"‟»«›‹‚‘‛`´]|(?<=\\s)\u0301|(?<!\\w)['’](?=\\w)|(?<=[\\w.!?…])['’](?!\\w)")
_DOUBLE, _SINGLE, _ANGLE = "double", "single", "angle"
_KINDS = {
    "„": _DOUBLE, "“": _DOUBLE, "”": _DOUBLE, '"': _DOUBLE, "‟": _DOUBLE,
    "»": _ANGLE, "«": _ANGLE, "›": "small angle", "‹": "small angle",
    "‚": _SINGLE, "‘": _SINGLE, "‛": _SINGLE, "’": _SINGLE, "'": _SINGLE,
    "`": _SINGLE, "´": _SINGLE, "\u0301": _SINGLE,
}  # fmt: skip
_GERMAN = {_DOUBLE: ("„", "“"), _SINGLE: ("‚", "‘")}
_ONLY_OPENS = "„‚"
_STRAIGHT = '"'
_MAYBE_APOSTROPHE = "’'"
_ACCENTS = "`´"
DEEPEST = 50


class Mark(NamedTuple):
    """A quotation mark in a text: where, which, whether it opens, and the position of its partner."""

    position: int
    character: str
    opens: bool
    partner: int | None


@lru_cache(maxsize=512)
def marks_in(text: str) -> tuple[Mark, ...]:
    """Return the quotation marks of a text, paired as a reader would pair them."""
    marks: list[Mark] = []
    waiting: list[int] = []
    for match in _MARK.finditer(text):
        character, here = match.group(), len(marks)
        at = _partner(marks, waiting, character)
        if at is None:
            opens = character == _STRAIGHT or _may_open(text, match.start())
            if character in _MAYBE_APOSTROPHE and not opens:
                continue
            marks.append(Mark(match.start(), character, opens, None))
            waiting += [here] if opens else []
        else:
            partner = waiting[at]
            marks.append(Mark(match.start(), character, False, marks[partner].position))
            marks[partner] = marks[partner]._replace(partner=match.start())
            del waiting[at:]
    return tuple(marks)


def _partner(marks: list[Mark], waiting: list[int], character: str) -> int | None:
    """Return at which place in the waiting ones stands what this mark closes: the last of its kind."""
    if character in _ONLY_OPENS:
        return None
    kind, last = _KINDS[character], len(waiting) - 1
    places = range(last, max(last - DEEPEST, -1), -1)
    return next((at for at in places if _KINDS[marks[waiting[at]].character] == kind), None)


def _may_open(text: str, position: int) -> bool:
    """Whether a mark stands before a word: at the start, after a blank, a bracket or another mark."""
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or not (before.isalnum() or before in ".!?…,;"))


def unbalanced(passage: Passage, context: Context) -> Iterator[Hit]:
    """Every quotation mark has its partner."""
    for mark in marks_in(passage.text):
        if mark.partner is None and not _is_apostrophe(passage.text, mark):
            facts: dict[str, object] = {
                "mark": mark.character,
                "position": mark.position,
                "words": _around(passage.text, mark),
            }
            yield Hit(passage.field, facts, passage.text)


def wrong_kind(passage: Passage, context: Context) -> Iterator[Hit]:
    """Quotation marks in German are „…“, inside others ‚…‘; pairs of » and « are left alone."""
    wrong = [
        (mark, expected) for mark in marks_in(passage.text) if (expected := _expected(passage.text, mark))
    ]
    if wrong:
        (first, expected), (last, _) = wrong[0], wrong[-1]
        start, end = _start(first), last.position + len(last.character)
        facts: dict[str, object] = {
            "mark": first.character,
            "expected": expected,
            "position": first.position,
            "count": len(wrong),
        }
        fix = Replacement(passage.field, start, end, _mended(passage.text, wrong, start, end))
        yield Hit(passage.field, facts, passage.text, fix)


def _mended(text: str, wrong: list[tuple[Mark, str]], start: int, end: int) -> str:
    """Return the words from start to end with every wrong mark replaced."""
    pieces, position = [], start
    for mark, expected in wrong:
        pieces += [text[position : _start(mark)], expected]
        position = mark.position + len(mark.character)
    return "".join([*pieces, text[position:end]])


def _start(mark: Mark) -> int:
    """Return where a mark begins; an accent sits on a blank of its own."""
    return mark.position - (mark.character == "\u0301")


def _expected(text: str, mark: Mark) -> str:
    """Return the German mark in this place, empty where it stands already or nobody can tell."""
    if mark.partner is None:
        return "’" if mark.character in _ACCENTS and _is_apostrophe(text, mark) else ""
    pair = _GERMAN.get(_KINDS[mark.character])
    expected = pair[not mark.opens] if pair else mark.character
    return "" if expected == mark.character else expected


def _is_apostrophe(text: str, mark: Mark) -> bool:
    """Whether an unpaired mark stands for a letter left out: ``B'90``, ``Klaus'``."""
    inside = (
        text[mark.position - 1 : mark.position].isalnum()
        and text[mark.position + 1 : mark.position + 2].isalnum()
    )
    return mark.character in _MAYBE_APOSTROPHE or (mark.character in _ACCENTS and inside)


def _around(text: str, mark: Mark) -> str:
    """Return the words at an unpaired mark."""
    return text[max(mark.position - 15, 0) : mark.position + 16].strip()
