"""Finding as Germans type: folded words, terms of a query, scores and snippets; pure.

Text and query meet in a folded form: small letters, ``ä`` as ``ae`` and also as ``a``, ``ß`` as
``ss``, accents gone. A term of three letters or more finds words that contain it ("klima" finds
"Kreisklimaschutz"), a shorter one words that begin with it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from noticeeditor.notice.agenda import AgendaItem, walk
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.wording import opening_sentence, signature_lines
from noticeeditor.store.contract import Piece

MAX_TERMS = 12
MAX_TERM = 40
SHORTEST_INFIX = 3
_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe"})


class Wording(Struct, frozen=True):
    """What a case can be found by: who and when in the head, all other words in the text."""

    head: str
    text: str


def wording(notice: Notice, remarks: tuple[str, ...] = ()) -> Wording:
    """Return all words of a notice that a clerk may look for, remarks of the case included.

    The search is for the house: it finds closed items by their own words as well.
    """
    sitting, agenda = notice.sitting, notice.agenda
    head = [*notice.heading]
    if sitting.body is not None:
        head.append(sitting.body.name)
    if sitting.date is not None:
        head.append(f"{sitting.date:%d.%m.%Y}")
    text = [opening_sentence(notice), sitting.venue.line if sitting.venue else ""]
    for part in agenda.parts:
        text.append(part.heading)
        text += [line for item in walk(part.items) for line in _item_lines(item)]
    text += [*notice.remarks, *signature_lines(notice.signature), *remarks]
    return Wording("\n".join(head), "\n".join(line for line in text if line))


def _item_lines(item: AgendaItem) -> tuple[str, ...]:
    return (item.text,) if item.published is None else (item.text, item.published)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word in normal form C with umlauts written out, small, without accents."""
    return _bare(word.lower().translate(_UMLAUTS))


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, ...]:
    """Return the folded forms of a word: umlauts written out and, where that differs, left out."""
    small = word.lower()
    written, left = _bare(small.translate(_UMLAUTS)), _bare(small.translate(_BARE))
    return (written,) if written == left else (written, left)


def _bare(text: str) -> str:
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def folded(text: str) -> list[str]:
    """Return the words of a text in all their folded forms."""
    return [form for word in words(text) for form in _forms(word)]


def words(text: str) -> list[str]:
    """Return the words of a text: runs of letters and digits."""
    return _WORD.findall(unicodedata.normalize("NFC", text.replace("\u00ad", "")))


def terms(query: str) -> tuple[str, ...]:
    """Return the folded terms of a query, each once; marks and operators of any kind are nothing."""
    found = dict.fromkeys(fold(word)[:MAX_TERM] for word in words(query[:1000]))
    return tuple(term for term in found if term)[:MAX_TERMS]


def answers(word: str, term: str) -> bool:
    """Whether a folded word answers a folded term."""
    return term in word if len(term) >= SHORTEST_INFIX else word.startswith(term)


_EXACT, _PREFIX, _INFIX = 4, 2, 1
_HEAD_WEIGHT = 3


def score(head: str, all_words: str, wanted: tuple[str, ...]) -> int:
    """Return how well folded words answer the terms: whole words before beginnings, the head before the rest."""
    return sum(_HEAD_WEIGHT * _best(head, term) + _best(all_words, term) for term in wanted)


def _best(folded_text: str, term: str) -> int:
    padded = f" {folded_text} "
    if f" {term} " in padded:
        return _EXACT
    if f" {term}" in padded:
        return _PREFIX
    return _INFIX if term in padded else 0


def snippet(text: str, wanted: tuple[str, ...], width: int = 160) -> tuple[Piece, ...]:
    """Return the words around the first hit in a text, or its beginning, with every hit marked."""
    whole = unicodedata.normalize("NFC", text.replace("\n", " · "))
    first = next((match for match in _WORD.finditer(whole) if _is_hit(match.group(), wanted)), None)
    start = whole.rfind(" ", 0, max(0, first.start() - width // 3)) + 1 if first else 0
    end = _end(whole, start + width, first.end() if first else start)
    pieces, position = [Piece("…")] if start else [], start
    for match in _WORD.finditer(whole, start, end):
        if _is_hit(match.group(), wanted):
            pieces += [Piece(whole[position : match.start()]), Piece(match.group(), is_hit=True)]
            position = match.end()
    pieces.append(Piece(whole[position:end] + ("…" if end < len(whole) else "")))
    return tuple(piece for piece in pieces if piece.text)


def _end(whole: str, wanted: int, at_least: int) -> int:
    """Return the end of the last whole word before a place, and the place itself in the midst of a long word."""
    if len(whole) <= wanted:
        return len(whole)
    blank = whole.rfind(" ", at_least, wanted)
    return blank if blank > 0 else max(wanted, at_least)


def _is_hit(word: str, wanted: tuple[str, ...]) -> bool:
    return any(answers(form, term) for form in _forms(word) for term in wanted)
