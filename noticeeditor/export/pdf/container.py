"""The file around the objects: header, cross-reference table and trailer by reportlab.

Objects come ready as bytes, numbered in the order in which they were asked for.
"""

from __future__ import annotations

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
