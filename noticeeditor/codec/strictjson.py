"""JSON as strict as a record needs it: no duplicate keys, no NaN, no endless nesting."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from noticeeditor.errors import Problem

MAX_BYTES = 50_000_000


class _RefusedError(ValueError):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def parse(content: bytes) -> dict[str, Any] | Problem:
    """Return the object that the bytes stand for, or why they do not."""
    if len(content) > MAX_BYTES:
        return Problem("file.too-large", facts={"limit": MAX_BYTES // 1_000_000})
    if not content.strip():
        return Problem("file.empty")
    try:
        text = content.decode("utf-8-sig")
        raw = json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        return Problem("file.not-utf8", facts={"position": error.start})
    except json.JSONDecodeError as error:
        return Problem("json.broken", facts={"line": error.lineno, "column": error.colno})
    except _RefusedError as error:
        return error.problem
    except RecursionError:
        return Problem("json.too-deep")
    except ValueError:  # a number of thousands of digits, which Python refuses to convert
        return Problem("json.number")
    return raw if isinstance(raw, dict) else Problem("json.no-object")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise _RefusedError(Problem("json.duplicate-key", facts={"name": ascii(double)[1:-1][:60]}))
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise _RefusedError(Problem("json.constant", facts={"name": name}))
