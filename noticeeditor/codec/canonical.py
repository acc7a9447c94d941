"""The canonical form of a notice: the bytes that a signature and a hash stand for.

One notice has one form: UTF-8 without a byte order mark, text in normal form C,
object keys in the order of their code points, no blank between tokens, no
floating-point number, fields that say nothing left out. The hash is SHA-256 over
a tag that says what is hashed, a line feed, and the form.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from noticeeditor.codec.noticefile import SCHEMA
from noticeeditor.codec.structure import encode
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.text import normal

NOTICE_TAG = b"noticeeditor/notice/1\n"


def canonical(notice: Notice) -> bytes:
    """Return the canonical form of a notice."""
    return canonical_json({"schema": SCHEMA} | encode(notice))


def canonical_json(plain: Any) -> bytes:  # noqa: ANN401 - plain data has no closer type
    """Return plain data in canonical form; a floating-point number is a mistake of ours."""
    written = json.dumps(
        _settled(plain), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return written.encode()


def digest(content: bytes, tag: bytes = NOTICE_TAG) -> str:
    """Return the SHA-256 of a canonical form in hexadecimal, apart from all hashes of other things."""
    return hashlib.sha256(tag + content).hexdigest()


def _settled(plain: Any) -> Any:  # noqa: ANN401 - plain data has no closer type
    match plain:
        case str():
            return normal(plain)
        case float():
            raise TypeError("a floating-point number has no single spelling")
        case dict():
            return {normal(name): _settled(value) for name, value in plain.items()}
        case list() | tuple():
            return [_settled(value) for value in plain]
        case _:
            return plain
