"""The file around the objects: header, cross-reference table and trailer by reportlab.

Objects come ready as bytes, numbered in the order in which they were asked for.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

from reportlab.pdfbase import pdfdoc


class Objects:
    """The indirect objects of a file (ISO 32000-1, 7.3.10)."""

    # what reportlab's pieces look up in a document of theirs
    encrypt = pdfdoc.NoEncryption()

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        """Return the number of an object whose body follows."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def put(self, number: int, body: bytes) -> None:
        """Give a reserved object its body."""
        self._bodies[number - 1] = body

    def add(self, body: bytes) -> int:
        """Return the number of a new object."""
        self._bodies.append(body)
        return len(self._bodies)

    def file(
        self, version: tuple[int, int], catalog: int, info: int | None, identifiers: tuple[bytes, bytes]
    ) -> bytes:
        """Return the file; ``identifiers`` are those of its content and of this instance (14.4)."""
        out = pdfdoc.PDFFile(version)
        add, offsets = out.add, {}
        for number, body in enumerate(self._bodies, 1):
            offsets[number] = add(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self.idToOffset = offsets
        self.idToObjectNumberAndVersion = {number: (number, 0) for number in offsets}
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, list(offsets))
        start = out.add(table.format(self))
        trailer = pdfdoc.PDFTrailer(
            start,
            Size=len(offsets) + 1,
            Root=reference(catalog),
            Info=reference(info) if info else None,
            ID=b"[<%s><%s>]" % tuple(identifier.hex().encode() for identifier in identifiers),
        )
        add(trailer.format(self))
        whole: bytes = out.format(self)
        return whole


_NO_DOCUMENT = pdfdoc.DummyDoc()


def reference(number: int) -> bytes:
    """Return an indirect reference (7.3.10)."""
    return b"%d 0 R" % number


def array(numbers: list[int]) -> bytes:
    """Return an array of indirect references."""
    return b"[%s]" % b" ".join([b"%d 0 R" % number for number in numbers])


@lru_cache(maxsize=128)
def text_string(text: str) -> bytes:
    """Return a text string in PDFDocEncoding or UTF-16 (7.9.2.2)."""
    written: bytes = pdfdoc.PDFString(text).format(_NO_DOCUMENT)
    return written


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
