"""The composed document as JSON, kept with a signed version so that it is never composed anew."""

from __future__ import annotations

import json

from noticeeditor.codec import strictjson
from noticeeditor.codec.structure import decode, encode
from noticeeditor.errors import Problem
from noticeeditor.layout.blocks import Document


def write(document: Document) -> bytes:
    """Return the document as JSON in UTF-8."""
    return json.dumps(encode(document), ensure_ascii=False, separators=(",", ":")).encode()


def read(content: bytes) -> Document | tuple[Problem, ...]:
    """Return the document that was written, or what is wrong with the bytes."""
    raw = strictjson.parse(content)
    return (raw,) if isinstance(raw, Problem) else decode(Document, raw)
