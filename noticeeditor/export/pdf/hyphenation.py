"""Hyphenation, which only a house that asks for it gets: Liang's patterns for German by pyphen."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from noticeeditor.export.pdf.lines import SOFT_HYPHEN

_LETTERS = re.compile(r"[^\W\d_]{7,}")


@lru_cache(maxsize=1)
def hyphenator() -> Callable[[str], str]:
    """Return what puts soft hyphens into a word; the patterns are loaded at the first call."""
    import pyphen

    patterns = pyphen.Pyphen(lang="de_DE", left=3, right=3)

    def insert(match: re.Match[str]) -> str:
        return str(patterns.inserted(match.group(), SOFT_HYPHEN))

    @lru_cache(maxsize=20_000)
    def hyphenate(word: str) -> str:
        return word if SOFT_HYPHEN in word or len(word) > 200 else _LETTERS.sub(insert, word)

    return hyphenate
