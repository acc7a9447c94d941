"""Frozen structs from plain data and back, after their type hints alone.

Reading never stops at the first problem and never guesses: an unknown field, a
missing one, a wrong type, a day that does not exist are each reported with their
place (``agenda.parts[0].heading``). Text is checked for characters that no notice
may contain and brought to normal form C.

=====================  ================================================================
in Python              in plain data
=====================  ================================================================
struct                 object; ``None`` is left out, and so is an empty list by default
union of structs       object with its class name as ``type``
tuple                  list
date, time, datetime   text in one form of ISO 8601: 2023-10-09, 18:00, 2023-10-06T12:00
enum                   its value
bytes                  text in Base64
=====================  ================================================================
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
import types
import typing
from collections.abc import Callable, Hashable
from enum import Enum
from functools import cache, lru_cache
from math import isfinite
from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from noticeeditor.errors import Problem
from noticeeditor.notice.text import bad_character, normal

T = TypeVar("T")
Reader = Callable[[Any, str, list[Problem]], Any]
MAX_NUMBER = 2**53


class Unreadable:
    """What a reader answers beside a problem, so that the rest can still be read."""


UNREADABLE = Unreadable()


def decode(kind: type[T], raw: object) -> T | tuple[Problem, ...]:
    """Return the value that the plain data stands for, or every problem in it."""
    problems: list[Problem] = []
    value: T = reader_of(cast("Hashable", kind))(raw, "", problems)
    return tuple(problems) if problems else value


def encode(value: object) -> Any:  # noqa: ANN401 - plain data has no closer type
    """Return the value as plain data."""
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case tuple():
            return [encode(entry) for entry in value]
        case _:
            return _encode_struct(value)


def version_problem(raw: dict[str, Any], known: int) -> Problem | None:
    """Return why plain data is not of the known version of its format."""
    version = raw.get("schema")
    if type(version) is not int or version < 1:
        return Problem("schema.unknown", "schema", {"known": known})
    if version > known:
        return Problem("schema.too-new", "schema", {"found": version, "known": known})
    return None


def _encode_struct(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any struct
    kind: type[Struct] = type(value)
    plain: dict[str, Any] = {"type": kind.__name__} if kind in _tagged() else {}
    for entry in _fields(kind):
        found = getattr(value, entry.name)
        says_nothing = found is None or (found == () and entry.default == ())
        if not says_nothing:
            plain[entry.name] = encode(found)
    return plain


@cache
def _fields(kind: type[Struct]) -> tuple[FieldInfo, ...]:
    return fields(kind)


@lru_cache(maxsize=1)
def _tagged() -> frozenset[type]:
    """Return the classes that stand in a union and so carry their name."""
    from noticeeditor.layout.blocks import Block

    return frozenset(typing.get_args(Block))


@cache
def reader_of(kind: Hashable) -> Reader:
    """Return the reader of a type form."""
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _list_reader(typing.get_args(kind)[0])
    if origin in (typing.Union, types.UnionType):
        return _union_reader(typing.get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Struct):
        return _object_reader(kind, tagged=kind in _tagged())
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice_reader(kind)
    return _SCALARS[kind]


def _list_reader(entry_kind: Any) -> Reader:  # noqa: ANN401 - a type form
    def read(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
        if not isinstance(raw, list):
            return _wrong(problems, place, "list", raw)
        entry = reader_of(entry_kind)
        return tuple([entry(value, f"{place}[{position}]", problems) for position, value in enumerate(raw)])

    return read


def _union_reader(kinds: tuple[Any, ...]) -> Reader:
    if types.NoneType in kinds:
        (kind,) = (other for other in kinds if other is not types.NoneType)
        return lambda raw, place, problems: None if raw is None else reader_of(kind)(raw, place, problems)
    by_name = {kind.__name__: kind for kind in kinds}

    def read(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
        name = raw.get("type") if isinstance(raw, dict) else None
        if not isinstance(name, str) or name not in by_name:
            return _problem(
                problems, "field.choice", f"{place}.type", choices=", ".join(by_name), found=_shown(name)
            )
        return reader_of(by_name[name])(raw, place, problems)

    return read


def _object_reader(kind: type[Struct], *, tagged: bool) -> Reader:
    hints = typing.get_type_hints(kind)
    known = {entry.name: reader_of(hints[entry.name]) if not _recursive(hints[entry.name], kind) else None
             for entry in _fields(kind)}  # fmt: skip
    required = tuple(entry.name for entry in _fields(kind) if entry.required)

    def read(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
        if not isinstance(raw, dict):
            return _wrong(problems, place, "object", raw)
        before, values = len(problems), {}
        for name, value in raw.items():
            if name in known:
                reader = known[name] or reader_of(hints[name])
                values[name] = reader(value, f"{place}.{name}" if place else name, problems)
            elif not (tagged and name == "type"):
                _problem(problems, "field.unknown", place, name=_shown(name), known=", ".join(known))
        for name in required:
            if name not in raw:
                _problem(problems, "field.missing", place, name=name)
        return kind(**values) if len(problems) == before else UNREADABLE

    return read


def _recursive(hint: Any, kind: type) -> bool:  # noqa: ANN401 - a type form
    return kind in typing.get_args(hint)


def _choice_reader(kind: type[Enum]) -> Reader:
    choices = {member.value: member for member in kind}

    def read(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
        if not isinstance(raw, str) or raw not in choices:
            return _problem(problems, "field.choice", place, choices=", ".join(choices), found=_shown(raw))
        return choices[raw]

    return read


def _read_text(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
    if not isinstance(raw, str):
        return _wrong(problems, place, "text", raw)
    if bad := bad_character(raw):
        return _problem(
            problems, "text.bad-character", place,
            kind=bad.kind, character=f"U+{bad.code_point:04X}", position=bad.position + 1,
        )  # fmt: skip
    return normal(raw)


def _read_number(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
    if isinstance(raw, bool) or not isinstance(raw, int):
        return _wrong(problems, place, "whole number", raw)
    if abs(raw) > MAX_NUMBER:
        return _problem(problems, "number.too-large", place)
    return raw


def _read_measure(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return _wrong(problems, place, "number", raw)
    if not isfinite(raw) or abs(raw) > MAX_NUMBER:
        return _problem(problems, "number.too-large", place)
    return float(raw)


def _read_flag(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
    return raw if isinstance(raw, bool) else _wrong(problems, place, "true or false", raw)


def _read_bytes(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
    try:
        return base64.b64decode(raw, validate=True)
    except (binascii.Error, ValueError, TypeError):
        return _wrong(problems, place, "Base64", raw)


def _moment_reader(kind: Any, expected: str) -> Reader:  # noqa: ANN401 - date, time or datetime
    def read(raw: Any, place: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - plain data
        if type(raw) is kind:  # TOML knows days and times by itself
            return raw
        if not isinstance(raw, str) or not _MOMENTS[expected].fullmatch(raw):
            return _wrong(problems, place, expected, raw)
        try:
            return kind.fromisoformat(raw)
        except ValueError:
            return _problem(problems, "moment.impossible", place, found=raw)

    return read


# Python reads more than these forms: "18.30" as 18:00 and a fraction of a second, since 3.13 "24:00" as 00:00
_DAY, _TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"(?!24)[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
_ZONE = r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?"
_MOMENTS = {
    "day": re.compile(_DAY),
    "time": re.compile(_TIME + _ZONE),
    "moment": re.compile(f"{_DAY}T{_TIME}{_ZONE}"),
}
_SCALARS: dict[Any, Reader] = {
    str: _read_text,
    int: _read_number,
    float: _read_measure,
    bool: _read_flag,
    bytes: _read_bytes,
    dt.date: _moment_reader(dt.date, "day"),
    dt.time: _moment_reader(dt.time, "time"),
    dt.datetime: _moment_reader(dt.datetime, "moment"),
}


def _wrong(problems: list[Problem], place: str, expected: str, raw: object) -> Unreadable:
    return _problem(problems, "field.type", place, expected=expected, found=_shown(raw))


def _problem(problems: list[Problem], code: str, place: str, **facts: object) -> Unreadable:
    problems.append(Problem(code, place, facts))
    return UNREADABLE


def _shown(raw: object) -> str:
    """Return bad input as JSON writes it, short enough to be shown, with nothing unprintable in it."""
    match raw:
        case str():
            safe = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in raw[:60])
            return safe + ("…" if len(raw) > 60 else "")
        case dict():
            return "{…}" if raw else "{}"
        case list():
            return "[…]" if raw else "[]"
        case None:
            return "null"
        case _:
            return str(raw).lower()[:60]  # true rather than True
