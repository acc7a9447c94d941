"""The syntax of PDF objects as bytes (ISO 32000-1, 7.3)."""

from __future__ import annotations

import zlib
from functools import lru_cache


def reference(number: int) -> bytes:
    """Return an indirect reference (7.3.10)."""
    return b"%d 0 R" % number


def array(numbers: list[int]) -> bytes:
    """Return an array of indirect references."""
    return b"[%s]" % b" ".join([b"%d 0 R" % number for number in numbers])


@lru_cache(maxsize=128)
def text_string(text: str) -> bytes:
    """Return a text string, in UTF-16 where it is not of ASCII alone (7.9.2.2)."""
    codes = text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return b"(%s)" % escape(codes).replace(b"\r", b"\\r")


def escape(codes: bytes) -> bytes:
    """Return the codes as the inside of a literal string (7.3.4.2)."""
    if b"\\" in codes:
        codes = codes.replace(b"\\", b"\\\\")
    if b"(" in codes or b")" in codes:
        codes = codes.replace(b"(", b"\\(").replace(b")", b"\\)")
    return codes


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream compressed with Flate."""
    return compressed_stream(zlib.compress(content, 6), entries)


def compressed_stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream of content that was compressed before."""
    # CR LF before endstream: content may itself end with either, and must not be taken for the line end
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(content), content)


def number(value: float) -> bytes:
    """Return a real number with at most three decimals."""
    return (b"%.3f" % value).rstrip(b"0").rstrip(b".")
