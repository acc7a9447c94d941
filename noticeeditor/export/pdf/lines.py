"""Line breaking: the lines of a paragraph as a whole, with the least raggedness.

After Knuth and Plass, Breaking Paragraphs into Lines (1981), with ragged demerits:
the squares of the empty ends, plus penalties for a break within a word and for a
last line that is all but empty. A line looks back over the words that fit on it,
so the time is linear in the length of the text. Widths in 1/1000 em.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from noticeeditor.export.pdf.fonts import Face
from noticeeditor.export.pdf.shaping import clusters_of

SOFT_HYPHEN = "\u00ad"

_LINE = 1.0  # so that no paragraph has a line more than it needs
_LINE_IN_WORD = 1.08
_SHORT_LAST_LINE = 0.33  # of the measure; below it the paragraph looks torn
_SHORT_LAST_LINE_WEIGHT = 4.0

_SURELY_LONG = 500  # characters, more than any line holds

_MARKS = "„“‚‘»«\"'()[].,;:!?"

_LETTER = r"[^\W\d_]"
# within a word: at a soft hyphen, behind a hyphen, dash or slash between parts of two letters or more
_WITHIN = re.compile(rf"\u00ad|(?<={_LETTER}{_LETTER}[-–/])(?={_LETTER}{_LETTER})")
_NOT_PLAIN = re.compile("[-–—/\u00ad]|  |^ | $")
# no line begins with a dash: one between spaces stays with the word before it
_WORD_AND_SPACES = re.compile(r"([^ ]+(?: [-–—](?= ))?)( *)|( +)")


class Shape(Enum):
    """What lines are to look like: the emptiest end that is weighed, and how heavily."""

    RAGGED = 0.4, 1.0
    JUSTIFIED = 0.4, 8.0
    BALANCED = 0.8, 1.0  # the last line as long as the others

    def __init__(self, loosest: float, weight: float) -> None:
        self.loosest = loosest
        self.weight = weight


class Line(NamedTuple):
    r"""The text of a line, what it ends with, and its width without that end.

    ``end`` is what stands in the text there: spaces, ``"\\n"``, or a soft hyphen,
    which is printed as a hyphen; nothing within a broken word and at the end.
    """

    text: str
    end: str
    width: float


class Box(NamedTuple):
    """An unbreakable piece, the gap behind it, and the widths of both."""

    text: str
    gap: str
    width: int
    gap_width: int


Hyphenator = Callable[[str], str]
"""Return a word with soft hyphens put in."""


def break_lines(
    text: str, face: Face, measure: float, *, shape: Shape = Shape.RAGGED, hyphenate: Hyphenator | None = None
) -> tuple[Line, ...]:
    """Return the lines of a text.

    Those of ordinary length are remembered: a preview sets the same notice again after
    every keystroke, and standing items come up in every notice.
    """
    if len(text) < _SURELY_LONG:
        return _break_remembered(text, face, measure, shape, hyphenate)
    return _break(text, face, measure, shape, hyphenate)


def _break(
    text: str, face: Face, measure: float, shape: Shape, hyphenate: Hyphenator | None
) -> tuple[Line, ...]:
    lines: list[Line] = []
    authors = text.split("\n")
    for number, part in enumerate(authors, 1):
        broken = _break_part(part, face, measure, shape, hyphenate)
        if number < len(authors):
            last = broken[-1]
            broken[-1] = last._replace(end=last.end + "\n")
        lines += broken
    return tuple(lines)


_break_remembered = lru_cache(maxsize=2048)(_break)


def _break_part(
    text: str, face: Face, measure: float, shape: Shape, hyphenate: Hyphenator | None
) -> list[Line]:
    bare = text.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in text else text
    if len(bare) < _SURELY_LONG and (width := natural_width(bare, face)) <= measure:
        return [_line(bare, face, width)]
    boxes = _boxes(text, face, measure, hyphenate)
    starts = _best_starts(boxes, measure, face.hyphen, shape)
    return [
        _join(boxes[start:end], face) for start, end in zip(starts, [*starts[1:], len(boxes)], strict=True)
    ]


def natural_width(text: str, face: Face) -> int:
    """Return the width of a text on one line."""
    set_words = face.words
    words = text.split(" ")
    return sum([set_words[word].width for word in words]) + (len(words) - 1) * face.space


def _line(text: str, face: Face, width: int) -> Line:
    bare = text.rstrip(" ")
    spaces = len(text) - len(bare)
    return Line(bare, " " * spaces, width - spaces * face.space) if spaces else Line(text, "", width)


def _boxes(text: str, face: Face, measure: float, hyphenate: Hyphenator | None) -> list[Box]:
    if hyphenate is None and not _NOT_PLAIN.search(text):
        set_words, space = face.words, face.space
        boxes = [Box(word, " ", set_words[word].width, space) for word in text.split(" ")]
        if max(box.width for box in boxes) <= measure:
            boxes[-1] = Box(boxes[-1].text, "", boxes[-1].width, 0)
            return boxes
    return list(_any_boxes(text, face, measure, hyphenate))


def _any_boxes(text: str, face: Face, measure: float, hyphenate: Hyphenator | None) -> Iterator[Box]:
    for match in _WORD_AND_SPACES.finditer(text):
        word, spaces = match[1] or "", match[2] or match[3] or ""
        if hyphenate is not None:
            word = hyphenate(word)
        *pieces, last = _WITHIN.split(word) if _WITHIN.search(word) else (word,)
        position = 0
        for piece in pieces:
            position += len(piece)
            soft = word[position : position + 1] == SOFT_HYPHEN
            position += soft
            yield from _fitting(piece, SOFT_HYPHEN if soft else "", 0, face, measure)
        yield from _fitting(last, spaces, len(spaces) * face.space, face, measure)


def _fitting(text: str, gap: str, gap_width: int, face: Face, measure: float) -> Iterator[Box]:
    """Yield the piece; one longer than a line is hyphenated in every house, or cut where it has no syllables."""
    if len(text) < _SURELY_LONG and (width := natural_width(text, face)) <= measure:
        yield Box(text, gap, width, gap_width)
        return
    *syllables, ending = _syllables(text)
    if syllables:
        for syllable in syllables:
            yield from _fitting(syllable, SOFT_HYPHEN, 0, face, measure)
        yield from _fitting(ending, gap, gap_width, face, measure)
        return
    *whole, last = _cut(text, face, measure)
    for part in whole:
        yield Box(part, "", face.words[part].width, 0)
    yield Box(last, gap, natural_width(last, face), gap_width)


def _syllables(text: str) -> list[str]:
    """Return the parts between which a word may be hyphenated; an address on the web has none."""
    if not text.strip(_MARKS).isalpha():
        return [text]
    from noticeeditor.export.pdf.hyphenation import hyphenator

    return hyphenator()(text).split(SOFT_HYPHEN)


def _cut(text: str, face: Face, measure: float) -> list[str]:
    """Return the text in parts that fit, a little shorter than that: kerning may also widen."""
    parts, begin, end, width = [], 0, 0, 0
    measure *= 0.96
    for cluster in clusters_of(text):
        advance = face.words[cluster].width
        if width + advance > measure and end > begin:
            parts.append(text[begin:end])
            begin, width = end, 0
        width += advance
        end += len(cluster)
    return [*parts, text[begin:]]


def _best_starts(boxes: list[Box], measure: float, hyphen: int, shape: Shape) -> list[int]:
    """Return the first box of each line of the paragraph with the fewest demerits."""
    offsets = [0, *accumulate([box.width + box.gap_width for box in boxes])]
    count = len(boxes)
    best, origin = [0.0] * (count + 1), [0] * (count + 1)
    tightest, weight = 0, shape.weight / (measure * measure)
    loosest = measure * shape.loosest
    for end in range(1, count + 1):
        gap, gap_width = boxes[end - 1].gap, boxes[end - 1].gap_width
        free = measure - offsets[end] + gap_width - (hyphen if gap == SOFT_HYPHEN else 0)
        while tightest < end - 1 and free + offsets[tightest] < 0:
            tightest += 1
        least, least_start = float("inf"), tightest
        last = end == count and shape is not Shape.BALANCED
        for start in range(tightest, end):
            slack = free + offsets[start]
            if slack > loosest and start > tightest and not last:
                break
            cost = best[start] + (_last_line_demerits(slack, measure) if last else weight * slack * slack)
            if cost < least:
                least, least_start = cost, start
        best[end] = least + (_LINE if gap and gap != SOFT_HYPHEN else _LINE_IN_WORD)
        origin[end] = least_start
    return _trace(origin)


def _last_line_demerits(slack: float, measure: float) -> float:
    missing = max(0.0, slack / measure - 1 + _SHORT_LAST_LINE)
    return _SHORT_LAST_LINE_WEIGHT * missing * missing


def _trace(origin: list[int]) -> list[int]:
    starts = []
    end = len(origin) - 1
    while end:
        end = origin[end]
        starts.append(end)
    return starts[::-1]


def _join(boxes: list[Box], face: Face) -> Line:
    """Return the boxes as a line; soft hyphens within it are not printed."""
    *inner, last = boxes
    text = "".join([box.text + box.gap for box in inner]) + last.text
    bare = text.replace(SOFT_HYPHEN, "")
    width = natural_width(bare, face) + (face.hyphen if last.gap == SOFT_HYPHEN else 0)
    return Line(bare, last.gap, width)
