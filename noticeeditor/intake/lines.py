"""Pasted text → agenda items: lists from word processors, mails and printed pages.

Nothing raises and no word is dropped. A number goes where the agenda would compute
the same one; any other, such as ``9a.``, stays as a label set by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct, field

from noticeeditor.intake.markers import TOP, Marker, follows, marker_of
from noticeeditor.notice.agenda import AgendaItem
from noticeeditor.notice.outline import MAX_LEVELS
from noticeeditor.notice.text import NO_BREAK_SPACE, SOFT_HYPHEN, without_bad_characters

_SOFT_BREAKS = re.compile("[\v\f\u2028]")
_CONJUNCTIONS = (
    "und",
    "oder",
    "bzw",
    "beziehungsweise",
    "sowie",
    "bis",
    "als",
    "wie",
    "noch",
    "aber",
    "statt",
)
_TORN = re.compile(rf"(?<=[a-zäöüß])- (?!(?:{'|'.join(_CONJUNCTIONS)})\b)(?=[a-zäöüß]{{2}})")
_LONG_LINE, _MAIL_WIDTH = 50, 80


class Line(NamedTuple):
    """A line of the text: its marker, its words, its width, and whether a blank line stands before it."""

    marker: Marker | None
    words: str
    width: int
    indent: int
    after_blank: bool


class _Entry(Struct):
    marker: Marker
    words: str
    children: list[_Entry] = field(default_factory=list)
    has_number: bool = True


def items_of(text: str, new_id: Callable[[], str]) -> tuple[AgendaItem, ...]:
    """Return the items that a pasted text stands for, with their levels."""
    lines = _lines(text)
    numbered = _with_plausible_markers(lines)
    entries = _grouped(numbered, any(line.marker for line in numbered))
    return _items(_tree(entries), new_id)


def _lines(text: str) -> list[Line]:
    found, after_blank = [], False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n"):
        expanded = raw.replace("\t", "    ")
        indent = len(expanded) - len(expanded.lstrip())
        marker, words = marker_of(raw.strip(" \t" + NO_BREAK_SPACE), indent)
        words = _clean(words)
        if marker or words:
            found.append(Line(marker, words, len(raw.strip()), indent, after_blank))
        after_blank = not raw.strip()
    return found


def _clean(words: str) -> str:
    """Return the words without what no notice may contain, torn words joined, soft breaks as lines."""
    kept_breaks = _SOFT_BREAKS.sub("\n", words)
    joined = _TORN.sub("", without_bad_characters(kept_breaks)).replace(SOFT_HYPHEN + "\n", "")
    return "\n".join(re.sub(" {2,}", " ", line).strip() for line in joined.split("\n")).strip()


def _with_plausible_markers(lines: list[Line]) -> list[Line]:
    """Return the lines with those numbers alone that stand in a sequence; others are words."""
    last: tuple[int, ...] = ()
    kept = []
    for line in lines:
        marker = line.marker
        if marker and marker.rank[0] == 1:
            if _is_plausible(marker, last):
                last = marker.path
            else:
                line = _as_words(line)
        kept.append(line)
    markers = [line.marker for line in kept if line.marker]
    is_lonely = len(markers) == 1 < len(kept) and bool(markers[0].path) and markers[0].path[0] > 1
    return [_as_words(line) for line in kept] if is_lonely else kept


def _is_plausible(marker: Marker, last: tuple[int, ...]) -> bool:
    if marker.bare:
        return marker.path == (last[0] + 1,) if last else marker.path[0] in (0, 1)
    return follows(marker.path, last)


def _as_words(line: Line) -> Line:
    label = line.marker.label if line.marker else ""
    return line._replace(marker=None, words=f"{label} {line.words}".strip())


def _grouped(lines: list[Line], is_marked: bool) -> list[_Entry]:
    """Return one entry an item, with the lines that go on with it joined."""
    entries: list[_Entry] = []
    from_mail = any(line.after_blank for line in lines) and all(line.width <= _MAIL_WIDTH for line in lines)
    for previous, line in zip([None, *lines], lines, strict=False):
        if line.marker:
            entries.append(_Entry(line.marker, line.words))
        elif entries and previous and _belongs(previous, line, entries[-1].words, is_marked, from_mail):
            entries[-1].words = _joined(entries[-1].words, line.words, previous.width)
        else:
            rank = TOP if is_marked else (1, line.indent)
            entries.append(_Entry(Marker("", rank), line.words, has_number=not is_marked))
    return entries


def _belongs(previous: Line, line: Line, words: str, is_marked: bool, from_mail: bool) -> bool:
    """Whether a line without a marker goes on with the item before it."""
    if line.words.lower().startswith("hier:") or not words:
        return True
    if line.after_blank:
        return False
    return is_marked or _runs_on(words, line.words) or (from_mail and previous.width >= _LONG_LINE)


def _runs_on(words: str, following: str) -> bool:
    is_open = words.count("„") > words.count("“")
    return following[:1].islower() or words.endswith(("-", ",", SOFT_HYPHEN)) or is_open


def _joined(words: str, following: str, width: int) -> str:
    """Return the words with the next line: torn words whole, wrapped lines as one, others below."""
    if not words:
        return following
    if following.lower().startswith("hier:"):
        return f"{words}\n{following}"
    if words.endswith(SOFT_HYPHEN):
        return words[:-1] + following
    if words.endswith("-") and words[-2:-1].isalpha():
        return _without_tear(words, following)
    wraps = _runs_on(words, following) or width >= _LONG_LINE
    return f"{words} {following}" if wraps else f"{words}\n{following}"


def _without_tear(words: str, following: str) -> str:
    if following.split(" ", 1)[0].rstrip(".,") in _CONJUNCTIONS:
        return f"{words} {following}"
    return (words[:-1] if following[:1].islower() else words) + following


def _tree(entries: list[_Entry]) -> list[_Entry]:
    """Return the entries below one another after the ranks of their markers."""
    roots: list[_Entry] = []
    stack: list[_Entry] = []
    for entry in entries:
        while stack and (stack[-1].marker.rank >= entry.marker.rank or len(stack) >= MAX_LEVELS):
            stack.pop()
        (stack[-1].children if stack else roots).append(entry)
        stack.append(entry)
    return roots


def _items(
    entries: list[_Entry], new_id: Callable[[], str], above: _Entry | None = None
) -> tuple[AgendaItem, ...]:
    items = []
    expected = 1 if above else _first_number(entries)
    for entry in entries:
        number = entry.marker.path[-1] if entry.marker.path else expected
        if number <= 1 and not above:
            expected = number
        label = _label(entry, expected, above)
        expected += label is None
        items.append(
            AgendaItem(new_id(), entry.words, label=label, children=_items(entry.children, new_id, entry))
        )
    return tuple(items)


def _first_number(entries: list[_Entry]) -> int:
    return next((entry.marker.path[-1] for entry in entries if entry.marker.path), 1)


def _label(entry: _Entry, expected: int, above: _Entry | None) -> str | None:
    """Return the label to keep, ``None`` where the agenda computes the same one."""
    marker = entry.marker
    if not entry.has_number:
        return ""
    if not marker.path:
        return marker.label or None
    is_next = marker.path[-1] == expected and not marker.suffix
    fits = len(marker.path) == 1 or above is None or marker.path[:-1] == above.marker.path
    return None if is_next and fits else marker.label
