"""Words outside the prepared repertoire: shaped by HarfBuzz from the full fonts.

Each cluster (a character with its combining marks) is set from the first font that
has all of it. Marks that a font does not join to their letter in one glyph are left
to the last font, which places every sequence of DIN 91379.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from noticeeditor import assets

if TYPE_CHECKING:
    import uharfbuzz as hb

# no ligatures: at the seams of German compounds (Auf-lage) they are wrong
_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False}
# Noto Serif stands larger on its body than Source Serif: x-heights 536 and 475
SCALES = {"NotoSerif_400Regular": 0.9, "NotoSerif_700Bold": 0.9}
_DOUBLE_MARKS = (233, 234)  # combining classes of marks that span two letters, such as U+035F


class Glyph(NamedTuple):
    """A glyph by its number, the characters it stands for, and where it goes; in 1/1000 em of its font."""

    number: int
    text: str
    advance: int
    right: int
    up: int


class GlyphRun(Struct, frozen=True):
    """Glyphs of one font; ``actual_text`` where they do not stand one by one for characters."""

    font: str
    glyphs: tuple[Glyph, ...]
    actual_text: str = ""


class ShapedWord(Struct, frozen=True):
    """A word of glyph runs; ``width`` in 1/1000 em of the text around it."""

    width: int
    runs: tuple[GlyphRun, ...]


def shape(fonts: tuple[str, ...], text: str) -> ShapedWord:
    """Return the word as glyphs; ``uncovered`` must have found nothing missing."""
    runs = tuple(
        run
        for font, clusters in groupby(clusters_of(text), lambda cluster: _font_of(fonts, cluster))
        for run in _runs(font, "".join(clusters))
    )
    width = sum(SCALES.get(run.font, 1.0) * glyph.advance for run in runs for glyph in run.glyphs)
    return ShapedWord(round(width), runs)


def uncovered(fonts: tuple[str, ...], text: str) -> str:
    """Return the characters that no one font can set together with their cluster, each once."""
    missing = "".join(cluster for cluster in clusters_of(text) if not _covering(fonts, cluster))
    return "".join(dict.fromkeys(missing))


def clusters_of(text: str) -> list[str]:
    """Return the text cut before each character that is no combining mark on the one before."""
    clusters: list[str] = []
    spanning = False
    for character in text:
        combining = unicodedata.combining(character)
        if clusters and (combining or spanning):
            clusters[-1] += character
        else:
            clusters.append(character)
        spanning = combining in _DOUBLE_MARKS
    return clusters


def _font_of(fonts: tuple[str, ...], cluster: str) -> str:
    covering = _covering(fonts, cluster)
    if len(cluster) == 1 or len(_glyphs(covering[0], cluster)) == 1:
        return covering[0]
    return covering[-1]


def _covering(fonts: tuple[str, ...], cluster: str) -> list[str]:
    return [font for font in fonts if all(ord(character) in _font(font).covers for character in cluster)]


def _runs(font: str, text: str) -> list[GlyphRun]:
    """Return runs so that only clusters whose glyphs outnumber their characters need an actual text."""
    plain: list[Glyph] = []
    runs: list[GlyphRun] = []
    glyphs = _glyphs(font, text)
    starts = [*sorted({cluster for cluster, _ in glyphs}), len(text)]
    ends = dict(pairwise(starts))
    for start, group in groupby(glyphs, lambda pair: pair[0]):
        cluster, parts = text[start : ends[start]], [glyph for _, glyph in group]
        if len(parts) <= len(cluster):
            plain += _share(cluster, parts)
            continue
        if plain:
            runs.append(GlyphRun(font, tuple(plain)))
            plain = []
        runs.append(GlyphRun(font, tuple(_share(cluster, parts)), cluster))
    return [*runs, GlyphRun(font, tuple(plain))] if plain else runs


def _share(cluster: str, glyphs: list[Glyph]) -> list[Glyph]:
    """Return the glyphs with the characters dealt out; glyphs too many stand for the last one again."""
    surplus = max(0, len(cluster) - len(glyphs))
    texts = [cluster[: surplus + 1], *cluster[surplus + 1 :]]
    return [
        glyph._replace(text=texts[min(position, len(texts) - 1)]) for position, glyph in enumerate(glyphs)
    ]


class _Font(NamedTuple):
    shaper: hb.Font
    covers: frozenset[int]


@lru_cache(maxsize=4)
def _font(name: str) -> _Font:
    import uharfbuzz as hb

    font_face = hb.Face(assets.read(f"fonts/{name}.ttf"))
    printable = (code for code in font_face.unicodes if _is_printable(chr(code)))
    return _Font(hb.Font(font_face), frozenset(printable))


def _is_printable(character: str) -> bool:
    """Return whether a character may stand on a page; fonts have glyphs for others too."""
    return character == "\u00ad" or unicodedata.category(character) not in {
        "Cc",
        "Cf",
        "Co",
        "Cs",
        "Zl",
        "Zp",
    }


def _glyphs(font: str, text: str) -> list[tuple[int, Glyph]]:
    """Return each glyph with the position of the cluster it belongs to."""
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_codepoints([ord(character) for character in text])
    buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "de"
    hb.shape(_font(font).shaper, buffer, _FEATURES)
    return [
        (info.cluster, Glyph(info.codepoint, "", place.x_advance, place.x_offset, place.y_offset))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
