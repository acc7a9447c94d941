"""Find the commands that are meant by a few letters; no Qt."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

AT_WORD_START, INSIDE, INITIALS, SCATTERED = 100, 60, 50, 30
_LOOSEST = 4  # scattered letters may stand at most this many times as far apart as they are many


class Match(Struct, frozen=True):
    """How well a text fits, higher being better, and which of its characters did."""

    score: int
    positions: tuple[int, ...] = ()


def match(query: str, text: str) -> Match | None:
    """Return how a text fits a query, every word of which must fit, in any order."""
    folded, score, positions = fold(text), 0, set[int]()
    for word in fold(query).split():
        found = _word_match(word, folded)
        if found is None:
            return None
        score += found.score
        positions.update(found.positions)
    return Match(score, tuple(sorted(positions)))


def fold(text: str) -> str:
    """Return the text in small letters without marks, every character still in its place."""
    return "".join(map(_fold_character, text))


def _fold_character(character: str) -> str:
    if character == "ß":
        return "s"
    folded = unicodedata.normalize("NFD", character)[0].casefold()
    return folded if len(folded) == 1 else character


def _word_match(word: str, folded: str) -> Match | None:
    at_start = re.search(rf"\b{re.escape(word)}", folded)
    position = at_start.start() if at_start else folded.find(word)
    if position < 0:
        return _initials(word, folded) or _scattered(word, folded)
    score = AT_WORD_START if at_start else INSIDE
    return Match(score - min(position, 20), tuple(range(position, position + len(word))))


def _initials(word: str, folded: str) -> Match | None:
    """Return the words that follow one another and begin with the letters."""
    starts = [start.start() for start in re.finditer(r"\b\w", folded)]
    first = "".join(folded[start] for start in starts).find(word)
    return Match(INITIALS, tuple(starts[first : first + len(word)])) if first >= 0 else None


def _scattered(word: str, folded: str) -> Match | None:
    """Return the tightest place where the letters stand in order, the first one beginning a word."""
    runs = [_run(word, folded, start.start()) for start in re.finditer(rf"\b{re.escape(word[0])}", folded)]
    closest = min((run for run in runs if run), key=_span, default=())
    if not closest or _span(closest) > _LOOSEST * len(word):
        return None
    return Match(max(SCATTERED - _span(closest), 1), closest)


def _run(word: str, folded: str, start: int) -> tuple[int, ...]:
    positions = [start]
    for letter in word[1:]:
        position = folded.find(letter, positions[-1] + 1)
        if position < 0:
            return ()
        positions.append(position)
    return tuple(positions)


def _span(positions: tuple[int, ...]) -> int:
    return positions[-1] - positions[0] + 1
