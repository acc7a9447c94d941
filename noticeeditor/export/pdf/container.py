"""The file around the objects: header and trailer by reportlab.

Objects come ready as bytes, numbered in the order in which they were asked for.
"""

from __future__ import annotations

from itertools import accumulate

from reportlab.pdfbase import pdfdoc

from noticeeditor.export.pdf.syntax import reference


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
        objects = [b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(self._bodies, 1)]
        offsets = accumulate([len(written) for written in objects], initial=out.offset)
        out.add(b"".join(objects))
        start = out.add(_cross_reference_table(list(offsets)[:-1]))
        trailer = pdfdoc.PDFTrailer(
            start,
            Size=len(objects) + 1,
            Root=reference(catalog),
            Info=reference(info) if info else None,
            ID=b"[<%s><%s>]" % tuple(identifier.hex().encode() for identifier in identifiers),
        )
        out.add(trailer.format(self))
        whole: bytes = out.format(self)
        return whole


def _cross_reference_table(offsets: list[int]) -> bytes:
    """Return the table of 7.5.4; reportlab's own takes as long as setting a paragraph."""
    entries = b"%010d 00000 n \n" * len(offsets) % tuple(offsets)
    return b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(offsets) + 1, entries)
