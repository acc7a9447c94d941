"""What stands before a line of a list: numbers, letters, bullets, and how deep they lead."""

from __future__ import annotations

import re
from typing import NamedTuple

from noticeeditor.notice.dates import MONTHS

TOP = (1, 1)
_BULLETS = "•●▪◦‣⁃·∙*\uf0a7\uf0b7"
_NUMBER = re.compile(
    r"(?P<label>(?P<prefix>(?:TOP|Top|Tagesordnungspunkt|Punkt|Ö|N)\.?\s?)?"
    r"(?P<path>\d{1,3}(?:\.\d{1,2})*)(?P<letter>\s?[a-z](?![a-z]))?(?P<end>[.)]{0,2}:?))"
    rf"(?=\s|$)(?!\s*(?:Uhr|{'|'.join(MONTHS)})\b)"
)
_PATH_LETTER = re.compile(r"(?P<label>\d{1,3}\.(?P<letter>[a-z])[.)]?)(?=\s|$)")
_LETTER = re.compile(r"(?P<label>\(?(?P<letter>[a-z])\)|(?P<dotted>[a-z])\.)(?=\s)")
_ROMAN = re.compile(r"(?P<label>(?:[IVX]{1,5}|[A-E])[.)])(?=\s)")
_BULLET = re.compile(rf"(?P<label>[{_BULLETS}]|[–—-](?=\s)|[o§](?=\t))\s*")


class Marker(NamedTuple):
    """What stands before the words of a line.

    ``rank`` orders markers by how deep they lead; ``path`` are the numbers from the
    top, ``()`` for bullets; ``bare`` is a number that might as well begin a sentence.
    """

    label: str
    rank: tuple[int, ...]
    path: tuple[int, ...] = ()
    suffix: str = ""
    bare: bool = False


def marker_of(line: str, indent: int) -> tuple[Marker | None, str]:
    """Return the marker of a line and the words after it."""
    for pattern, read in _READERS:
        match = pattern.match(line)
        if match:
            return read(match, indent), line[match.end() :].strip()
    return None, line.strip()


def follows(path: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a number may come after the last one: the next, a first below, or one soon after."""
    if not last or path in ((0,), (1,)):
        return True
    if len(path) > len(last):
        return len(path) == len(last) + 1 and (path[:-1] == last or path[-1] in (0, 1))
    same = last[len(path) - 1]
    return path[:-1] == last[: len(path) - 1] and same <= path[-1] <= same + 3


def _read_number(match: re.Match[str], indent: int) -> Marker:
    path = tuple(int(number) for number in match["path"].split("."))
    after = match.string[match.end() :]
    is_table_cell = after.startswith(("\t", "  ", "\u00a0"))
    bare = not (match["prefix"] or match["end"] or len(path) > 1 or is_table_cell or not after.strip())
    suffix = (match["letter"] or "").strip()
    return Marker(match["label"], (1, len(path)), path, suffix, bare)


def _read_letter(match: re.Match[str], indent: int) -> Marker:
    letter = match["letter"] or match["dotted"]
    return Marker(match["label"], (2,), (ord(letter) - ord("a") + 1,))


def _read_path_letter(match: re.Match[str], indent: int) -> Marker:
    return Marker(match["label"], (2,), (ord(match["letter"]) - ord("a") + 1,))


def _read_roman(match: re.Match[str], indent: int) -> Marker:
    return Marker(match["label"], (0,))


def _read_bullet(match: re.Match[str], indent: int) -> Marker:
    dash = match["label"] in "–—-"
    return Marker("", (3, indent, int(dash)))


_READERS = (
    (_NUMBER, _read_number),
    (_PATH_LETTER, _read_path_letter),
    (_LETTER, _read_letter),
    (_ROMAN, _read_roman),
    (_BULLET, _read_bullet),
)
