"""Places in a frozen profile: read there, and make a profile that differs there; no Qt."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from msgspec.structs import replace

Path: TypeAlias = tuple[str | int, ...]


def at(value: Any, path: Path) -> Any:  # noqa: ANN401 - whatever stands there
    """Return what stands at a path of names and positions."""
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def with_at(value: Any, path: Path, new: Any) -> Any:  # noqa: ANN401 - whatever stands there
    """Return the value with something else at a path."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return (*value[:head], with_at(value[head], rest, new), *value[head + 1 :])
    return replace(value, **{head: with_at(getattr(value, head), rest, new)})


def written(path: Path) -> str:
    """Return a path as problems name places: ``bodies[3].room``."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".")


def read(place: str) -> Path:
    """Return the path of a written place."""
    steps = re.findall(r"[^.\[\]]+", place)
    return tuple(int(step) if step.isdecimal() else step for step in steps)
