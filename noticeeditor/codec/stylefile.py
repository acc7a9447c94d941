"""The house style of a profile file, read alone: setting a page needs no more of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from msgspec.structs import asdict

from noticeeditor.codec.structure import decode, version_problem
from noticeeditor.errors import Problem
from noticeeditor.layout.style import HouseStyle

SCHEMA = 1


def read(content: bytes) -> HouseStyle | tuple[Problem, ...]:
    """Return the style of a profile, or what is wrong with it; the rest of the file is not looked at."""
    raw = parse(content)
    if isinstance(raw, Problem):
        return (raw,)
    if problem := version_problem(raw, SCHEMA):
        return (problem,)
    style = decode(HouseStyle, raw.get("style", {}))
    return style if isinstance(style, tuple) else tuple(style_problems(style)) or style


def style_problems(style: HouseStyle) -> Iterator[Problem]:
    """Yield what no page can be set with: measures out of reason, an unknown colour, an unknown field."""
    for place, values, least, most in _ranges(style):
        for name, found in values.items():
            if not least <= found <= most:
                yield Problem(
                    "number.range", f"{place}{name}", {"found": found, "least": least, "most": most}
                )
    if style.colour and not _COLOUR.fullmatch(style.colour):
        yield Problem("style.colour", "style.colour", {"found": style.colour})
    for name in _PAGE_FIELD.findall(style.page_number):
        if name not in {"page", "pages"}:
            yield Problem(
                "pattern.unknown-field", "style.page_number", {"name": name, "known": "page, pages"}
            )


def _ranges(style: HouseStyle) -> Iterator[tuple[str, dict[str, float], int, int]]:
    """Yield where numbers stand, the numbers, and the least and the most that they may be, in mm or pt."""
    yield "style.margins.", asdict(style.margins), 0, 80
    yield "style.sizes.", asdict(style.sizes), 4, 72
    yield "style.spacing.", asdict(style.spacing), 0, 200
    yield "style.column.", {"width": style.column.width}, 30, 400
    yield "style.column.sizes.", asdict(style.column.sizes), 4, 72
    yield "style.column.spacing.", asdict(style.column.spacing), 0, 200
    if style.crest is not None:
        yield "style.crest.", {"width": style.crest.width}, 5, 100


_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_PAGE_FIELD = re.compile(r"\{(\w*)\}")


def parse(content: bytes) -> dict[str, object] | Problem:
    """Return the plain data of a profile file, or why it is no TOML."""
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Problem("file.not-utf8", facts={"position": error.start})
    except tomllib.TOMLDecodeError as error:
        return Problem("toml.broken", facts={"detail": str(error)})
    except RecursionError:
        return Problem("json.too-deep")
