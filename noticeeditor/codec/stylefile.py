"""The house style of a profile file, read alone: setting a page needs no more of it."""

from __future__ import annotations

import tomllib

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
    return decode(HouseStyle, raw.get("style", {}))


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
