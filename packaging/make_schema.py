"""Write resources/schema/notice-1.schema.json from the types of the notice.

Run after a change of the model: python packaging/make_schema.py
"""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from noticeeditor.codec.noticefile import SCHEMA
from noticeeditor.notice.notice import Notice

TARGET = Path(__file__).parent.parent / "resources" / "schema" / f"notice-{SCHEMA}.schema.json"
SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    dt.time: {"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2})?$"},
    dt.datetime: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$"},
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the notice file."""
    definitions: dict[str, Any] = {}
    root = _object(Notice, definitions)
    root["properties"] = {"schema": {"const": SCHEMA}} | root["properties"]
    root["required"] = ["schema", *root.get("required", [])]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Notice file, version {SCHEMA}",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type form
    origin = typing.get_origin(kind)
    if origin is tuple:
        return {"type": "array", "items": _schema_of(typing.get_args(kind)[0], definitions)}
    if origin in (typing.Union, types.UnionType):
        (inner,) = (other for other in typing.get_args(kind) if other is not types.NoneType)
        return {"anyOf": [_schema_of(inner, definitions), {"type": "null"}]}
    if isinstance(kind, type) and issubclass(kind, Struct):
        name = kind.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(kind, definitions)
        return {"$ref": f"#/$defs/{name}"}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return SCALARS[kind]


def _object(kind: type[Struct], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    required = [entry.name for entry in fields(kind) if entry.required]
    found: dict[str, Any] = {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "additionalProperties": False,
        "properties": {entry.name: _schema_of(hints[entry.name], definitions) for entry in fields(kind)},
    }
    return found | ({"required": required} if required else {})


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(TARGET)
