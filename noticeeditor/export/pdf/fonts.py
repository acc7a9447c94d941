"""The faces: widths and kerning of prepared words; anything else is shaped.

A word of the usual German repertoire (WinAnsiEncoding) is set from tables that
were made when the program was built (``packaging/prepare_fonts.py``). Only a word
with another character loads HarfBuzz and the full fonts (``shaping``).
"""

from __future__ import annotations

import itertools
import json
import zlib
from functools import lru_cache
from typing import Any, TypeAlias

from msgspec import Struct, field

from noticeeditor import assets
from noticeeditor.export.pdf.shaping import ShapedWord, shape
from noticeeditor.export.pdf.syntax import escape

LINE_FEED = b"\xb6"
"""The code at the end of an author's line: drawn as a space, read as U+000A."""

_MEMO_SIZE = 20_000
_LONGEST_REMEMBERED = 64


class PreparedWord(Struct, frozen=True):
    """A word as the inside of a TJ array, ``T)80(ag``, and its width in 1/1000 em."""

    width: int
    codes: bytes


Word: TypeAlias = PreparedWord | ShapedWord


class Words(dict[str, Word]):
    """Texts without a line break as they are set, remembered for the next time."""

    face: Face

    def __missing__(self, text: str) -> Word:
        word = self.face.set(text)
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self) >= _MEMO_SIZE:
                self.clear()
            self[text] = word
        return word


class Face(Struct, frozen=True, eq=False):
    """A prepared face; lengths in 1/1000 em.

    ``kerning`` holds a signed byte for each pair of codes, ``unprepared`` the codes
    without a glyph; ``fallbacks`` are the full fonts for what is not prepared, in the
    order in which they are asked. ``words[text]`` is a text as it is set.
    """

    name: str
    program: bytes
    length: int
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    stem: int
    widths: tuple[int, ...]
    kerning: bytes
    unprepared: bytes
    fallbacks: tuple[str, ...]
    words: Words = field(default_factory=Words)

    def __post_init__(self) -> None:
        self.words.face = self

    @property
    def space(self) -> int:
        """Return the width of a space."""
        return self.widths[0x20]

    @property
    def hyphen(self) -> int:
        """Return the width of the hyphen that a broken word ends with."""
        return self.widths[0xAD]

    def codes(self, text: str) -> bytes | None:
        """Return the codes of a text of the usual repertoire; ``None`` where a character is not of it."""
        try:
            codes = text.encode() if text.isascii() else text.encode("cp1252")
        except UnicodeEncodeError:
            return None
        return codes if len(codes.translate(None, self.unprepared)) == len(codes) else None

    def set(self, text: str) -> Word:
        """Return a text without a line break as it is set."""
        codes = self.codes(text)
        return shape(self.fallbacks, text) if codes is None else self._kern(codes)

    def _kern(self, codes: bytes) -> PreparedWord:
        kerning, widths, begin, total = self.kerning, self.widths, 0, 0
        pieces: list[bytes] = []
        for position, (left, right) in enumerate(itertools.pairwise(codes), 1):
            kern = kerning[left << 8 | right]
            if kern:
                kern -= (kern & 0x80) << 1
                pieces += escape(codes[begin:position]), b")%d(" % -kern
                begin, total = position, total + kern
        pieces.append(escape(codes[begin:]))
        return PreparedWord(total + sum([widths[code] for code in codes]), b"".join(pieces))


@lru_cache(maxsize=2)
def face(key: str) -> Face:
    """Return the face ``regular`` or ``bold``."""
    described: dict[str, Any] = json.loads(assets.read(f"fonts/prepared/{key}.json"))
    widths = described["widths"]
    return Face(
        name=described["name"],
        program=assets.read(f"fonts/prepared/{key}.ttf.zlib"),
        length=described["length"],
        box=tuple(described["box"]),
        ascent=described["ascent"],
        descent=described["descent"],
        cap_height=described["cap_height"],
        stem=described["stem"],
        widths=tuple(widths),
        kerning=zlib.decompress(assets.read(f"fonts/prepared/{key}.kerning.zlib")),
        unprepared=bytes(code for code in range(256) if not widths[code] or code == LINE_FEED[0]),
        fallbacks=_FALLBACKS[key],
    )


_FALLBACKS = {
    "regular": ("SourceSerif4-Regular", "NotoSerif_400Regular"),
    "bold": ("SourceSerif4-Bold", "NotoSerif_700Bold"),
}
