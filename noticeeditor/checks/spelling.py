"""Which words of a text a dictionary is asked for; the dictionary itself is given from outside.

Names must not drown the errors, so a word is let pass where it is built of known words
(``Satzungsbeschluss``), is a street by its ending (``Marienbergstraße``), stands behind a
form of address (``Ratsherr …``), or is an initialism (``LStrG``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from noticeeditor.checks.finding import Finding, Severity
from noticeeditor.checks.subject import Passage, Place, subject_of
from noticeeditor.notice.notice import Notice

IsKnown: TypeAlias = Callable[[str], bool]

_NAMED = (
    r"(?:Herrn?|Frau|Familie|Eheleuten?|Dr\.|(?:Rats|Ortsrats|Kreistags|Ausschuss)(?:herrn?|frau|mitglied(?:e?s)?))"
    r"\s+(?:Dr\.\s+)?[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?"
)
# what is no word: addresses of the net, names of persons, abbreviations with a dot inside, anything with a digit
_SKIPPED = re.compile(
    rf"\b[\w.+-]{{1,64}}@\S{{1,255}}|(?:https?://|www\.)\S{{1,2000}}|{_NAMED}|\b\w+(?:\.\w+)+\.?|\b\w*\d\w*"
)
_RUN = re.compile(r"(?P<lead>-)?(?P<words>[^\W_]+(?:[-‐][^\W_]+)*)(?P<trail>-)?")
_PART = re.compile(r"[^-‐]+")
_STREET = re.compile(r"^[A-ZÄÖÜ].{2,}(?:stra(?:ß|ss)e|weg|gasse|allee|ring|kamp|platz)$")
_LINKS = ("", "s", "n", "en", "es", "er", "e")
SHORTEST, LONGEST = 4, 70
SHORTEST_PART = 4


class Misspelling(NamedTuple):
    """A word that is in no dictionary, and where it stands."""

    position: int
    word: str


def misspellings(text: str, is_known: IsKnown) -> Iterator[Misspelling]:
    """Yield the words that are not known, as a whole or in their parts."""
    readable = _SKIPPED.sub(lambda match: " " * len(match.group()), text)
    for run in _RUN.finditer(readable):
        words, start = run["words"], run.start("words")
        if len(words) > LONGEST or not is_known(words):
            last = len(words)
            for part in _PART.finditer(words):
                hangs = bool(run["trail"]) and part.end() == last
                if not _passes(part.group(), is_known, hangs=hangs or part.start() > 0 or bool(run["lead"])):
                    yield Misspelling(start + part.start(), part.group())


def spelling_findings(notice: Notice, is_known: IsKnown) -> tuple[Finding, ...]:
    """Return a hint for every word of items, remarks and sentences edited by hand that is not known."""
    return tuple(
        Finding(
            "word.unknown",
            Severity.HINT,
            passage.field,
            {"word": misspelling.word, "position": misspelling.position},
            misspelling.word,
        )
        for passage in subject_of(notice).passages
        if _is_running_text(passage)
        for misspelling in misspellings(passage.text, is_known)
    )


def with_forms(words: Iterable[str]) -> frozenset[str]:
    """Return names with their genitive and the adjective of a place: Daun, Dauns, Dauner."""
    given = {word for word in words if len(word) > 1}
    stems = {word.removesuffix("en") if len(word) > 6 else word for word in given}
    return frozenset(given | {word + "s" for word in given} | {stem + "er" for stem in given | stems})


def _passes(word: str, is_known: IsKnown, *, hangs: bool) -> bool:
    """Whether a word need not be shown; one that hangs on a hyphen may lack its ending or capital."""
    if not SHORTEST <= len(word) <= LONGEST or sum(letter.isupper() for letter in word) > 1:
        return True
    if is_known(word) or _STREET.match(word) or _is_compound(word, is_known):
        return True
    return hangs and (
        is_known(word.capitalize()) or is_known(word.removesuffix("s")) or _hangs(word, is_known)
    )


def _hangs(word: str, is_known: IsKnown) -> bool:
    return _is_compound(word.removesuffix("s"), is_known) or _is_compound(word.capitalize(), is_known)


def _is_compound(word: str, is_known: IsKnown) -> bool:
    """Whether a noun is built of two known words, the first perhaps with a linking letter."""
    if not word[0].isupper():
        return False
    return any(
        is_known(word[cut:].capitalize()) and _is_first_part(word[:cut], is_known)
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    )


def _is_first_part(part: str, is_known: IsKnown) -> bool:
    stems = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
    return any(len(stem) >= SHORTEST_PART and is_known(stem) for stem in stems)


def _is_running_text(passage: Passage) -> bool:
    return passage.place in {Place.ITEM, Place.REMARK, Place.PART, Place.OPENING}
