"""Content streams: lines, rules and pictures as operators (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from noticeeditor.export.pdf.fonts import LINE_FEED, PreparedWord, Word
from noticeeditor.export.pdf.lines import Line
from noticeeditor.export.pdf.shaping import SCALES, GlyphRun
from noticeeditor.export.pdf.sheet import Type
from noticeeditor.export.pdf.structure import Element
from noticeeditor.export.pdf.subset import Subsets
from noticeeditor.export.pdf.syntax import number
from noticeeditor.layout.style import Alignment

_ENDS = {"": b"", " ": b" ", "\n": LINE_FEED, "\u00ad": b"\xad"}
_LOOSEST_SPACE = 0.6  # em; a line that would need wider spaces is left ragged


class Passage(Struct, eq=False):
    """The lines of one structure element at one place of the page; lengths in pt."""

    element: Element
    lines: tuple[Line, ...]
    type: Type
    left: float
    measure: float
    source: str
    justified: bool = False

    @property
    def rows(self) -> int:
        """Return the number of rows that it takes."""
        return len(self.lines)


class Rule(Struct, eq=False):
    """A line across the measure, an artifact."""

    left: float
    width: float
    thickness: float
    colour: bytes
    rows: int = 1


class Picture(Struct, eq=False):
    """A figure with the name of its image among the resources."""

    element: Element
    name: bytes
    left: float
    width: float
    height: float
    source: str
    rows: int = 1


Content: TypeAlias = Passage | Rule | Picture


def text_operators(passage: Passage, first: int, count: int, baseline: float, subsets: Subsets) -> bytes:
    """Return a text object of some lines; ``baseline`` is that of the first, from the foot of the page."""
    of = passage.type
    lines = passage.lines[first : first + count]
    if of.alignment is Alignment.CENTRE:
        placed = b"\n".join(
            [
                b"1 0 0 1 %.2f %.2f Tm %s"
                % (
                    passage.left + _indent(passage, line),
                    baseline - at * of.leading,
                    _line_operators(line, of, subsets, b" "),
                )
                for at, line in enumerate(lines)
            ]
        )
    else:
        below = b" T*\n".join([_line_operators(line, of, subsets, _space(passage, line)) for line in lines])
        placed = b"1 0 0 1 %.2f %.2f Tm\n%s" % (passage.left, baseline, below)
    return b"%s\n%s\n%s" % (of.begin, placed, of.end)


def _indent(passage: Passage, line: Line) -> float:
    return (passage.measure - set_width(line, passage.type)) / 2


def set_width(line: Line, of: Type) -> float:
    """Return the width of a line in pt as it is set."""
    return line.width * of.size / 1000 + max(0, len(line.text) - 1) * of.tracking


def _space(passage: Passage, line: Line) -> bytes:
    """Return what stands between words: a space, in a justified line with what it must be widened by."""
    if not passage.justified or line is passage.lines[-1] or line.end.endswith("\n"):
        return b" "
    spaces = line.text.count(" ") + line.text.count("\u00a0")
    if not spaces:
        return b" "
    wider = (passage.measure * 1000 / passage.type.size - line.width) / spaces
    return b")%d( " % -round(wider) if 0 < wider <= _LOOSEST_SPACE * 1000 else b" "


def _line_operators(line: Line, of: Type, subsets: Subsets, space: bytes) -> bytes:
    set_words = of.face.words
    words = [set_words[word] for word in line.text.split(" ")]
    end = _ENDS.get(line.end)
    if end is None:
        end = line.end.encode("cp1252").replace(b"\n", LINE_FEED)
    codes = [word.codes for word in words if isinstance(word, PreparedWord)]
    if len(codes) < len(words):
        return b" ".join(_mixed_operators(words, end, of, subsets, space))
    inside = space.join(codes)
    if space != b" ":
        inside = inside.replace(b"\xa0", space[:-1] + b"\xa0")
    return b"[(%s%s)]TJ" % (inside, end)


def _mixed_operators(words: list[Word], end: bytes, of: Type, subsets: Subsets, space: bytes) -> list[bytes]:
    operators: list[bytes] = []
    prepared = b""
    for position, word in enumerate(words):
        prepared += space if position else b""
        if isinstance(word, PreparedWord):
            prepared += word.codes
            continue
        if prepared:
            operators.append(b"[(%s)]TJ" % prepared)
            prepared = b""
        operators += [_run_operators(run, of, subsets) for run in word.runs]
        operators.append(b"/%s %s Tf" % (of.key, number(of.size)))
    return [*operators, b"[(%s%s)]TJ" % (prepared, end)] if prepared or end else operators


def _run_operators(run: GlyphRun, of: Type, subsets: Subsets) -> bytes:
    """Return the glyphs of a run, each moved right in the TJ array and up by a text rise (9.3.7)."""
    subset = subsets.of(run.font)
    size = of.size * SCALES.get(run.font, 1.0)
    pieces, rise, array = [b"/%s %s Tf" % (subset.key, number(size))], 0, b""
    for glyph in run.glyphs:
        if glyph.up != rise:
            if array:
                pieces.append(b"[%s]TJ" % array)
            pieces.append(b"%s Ts" % number(glyph.up * size / 1000))
            rise, array = glyph.up, b""
        cid, width = subset.cid(glyph.number, glyph.text)
        before, after = -glyph.right, glyph.right + width - glyph.advance
        array += b"%s<%04X>%s " % (b"%d" % before if before else b"", cid, b"%d" % after if after else b"")
    pieces.append(b"[%s]TJ" % array)
    if rise:
        pieces.append(b"0 Ts")
    operators = b" ".join(pieces)
    if not run.actual_text:
        return operators
    return b"/Span<</ActualText<FEFF%s>>>BDC %s EMC" % (
        run.actual_text.encode("utf-16-be").hex().encode(),
        operators,
    )


def rule_operators(rule: Rule, height: float) -> bytes:
    """Return a rule at a height from the foot of the page."""
    return b"q%s %s w %s %s m %s %s l S Q" % (
        b" " + rule.colour if rule.colour else b"",
        number(rule.thickness),
        number(rule.left),
        number(height),
        number(rule.left + rule.width),
        number(height),
    )


def picture_operators(picture: Picture, foot: float) -> bytes:
    """Return a picture that stands on a height from the foot of the page."""
    return b"q %s 0 0 %s %s %s cm /%s Do Q" % (
        number(picture.width),
        number(picture.height),
        number(picture.left),
        number(foot),
        picture.name,
    )
