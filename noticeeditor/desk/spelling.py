"""Spelling: the German dictionary, the words of administrations and those of the authority itself.

The dictionary is loaded when the first word is looked up, which takes a quarter of a
second and about 30 MB; a list of suggestions takes as long. Windows ask on a worker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from noticeeditor import assets
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.checks.finding import Finding
from noticeeditor.checks.spelling import Misspelling, misspellings, spelling_findings, with_forms
from noticeeditor.notice.notice import Notice


class Dictionary(Protocol):
    """What is used of hunspell; words that ISO 8859-1 cannot hold raise ``UnicodeEncodeError``."""

    def spell(self, word: str) -> bool:
        """Whether a word is right."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may be meant."""


DICTIONARY, FOLDER = "de_DE_frami", "dictionaries"
GENERAL = "words/verwaltung.txt"
_ADJECTIVE = "~"
_ENDINGS = ("", "e", "em", "en", "er", "es")
_NAME = re.compile(r"[A-ZÄÖÜ][^\W\d_]{2,}")


class Speller:
    """Knows the words of the dictionary and of one authority; the same word is looked up once."""

    def __init__(self, own: frozenset[str]) -> None:
        self._own = own
        self.is_known = lru_cache(maxsize=20_000)(self._look_up)

    def misspellings(self, text: str) -> tuple[Misspelling, ...]:
        """Return the words of a text that are not known, with their places."""
        return tuple(misspellings(text, self.is_known))

    def findings(self, notice: Notice) -> tuple[Finding, ...]:
        """Return a hint for every unknown word of a notice."""
        return spelling_findings(notice, self.is_known)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that may be meant, the likeliest first."""
        dictionary = _dictionary()
        try:
            return tuple(dictionary.suggest(word)) if dictionary else ()
        except UnicodeEncodeError:
            return ()

    def _look_up(self, word: str) -> bool:
        """Whether a word is known; one with letters that no German word has is a name."""
        dictionary = _dictionary()
        if word in self._own or dictionary is None:
            return True
        try:
            return bool(dictionary.spell(word))
        except UnicodeEncodeError:  # the dictionary is in ISO 8859-1
            return True


@lru_cache(maxsize=4)
def speller(profile: AuthorityProfile) -> Speller:
    """Return the speller of an authority: its profile and its word list count as known."""
    own = f"words/{profile.key}.txt"
    lists = [GENERAL, own] if own in assets.names("words/*.txt") else [GENERAL]
    words = {word for name in lists for word in _read_words(name)}
    return Speller(frozenset(words) | with_forms(set(_names_of(profile)) | set(profile.words) | words))


def misspelt(notice: Notice, profile: AuthorityProfile) -> tuple[Finding, ...]:
    """Return a hint for every unknown word of a notice."""
    return speller(profile).findings(notice)


def _names_of(profile: AuthorityProfile) -> Iterator[str]:
    """Yield every name in a profile: of the authority, its bodies, rooms and people."""
    texts = [profile.name, profile.office, profile.place]
    texts += [text for body in profile.bodies for text in (body.name, body.genitive)]
    texts += [room.line for room in profile.rooms]
    texts += [entry.name for entry in profile.signatories] + [entry.name for entry in profile.people]
    for text in texts:
        yield from _NAME.findall(text)


def _read_words(name: str) -> Iterator[str]:
    """Yield the words of a list, as they stand and at the beginning of a sentence."""
    for line in assets.read(name).decode().splitlines():
        if line and not line.startswith("#"):
            stem = line.removesuffix(_ADJECTIVE)
            for ending in _ENDINGS if line.endswith(_ADJECTIVE) else ("",):
                yield stem + ending
                yield stem[0].upper() + stem[1:] + ending


@lru_cache(maxsize=1)
def _dictionary() -> Dictionary | None:
    """Return the dictionary, ``None`` where its files were taken away."""
    if not assets.names(f"{FOLDER}/{DICTIONARY}.dic"):
        return None
    from hunspell import Hunspell

    dictionary: Dictionary = Hunspell(DICTIONARY, hunspell_data_dir=str(assets.path(FOLDER)))
    return dictionary
