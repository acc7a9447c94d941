"""Logical structure: the tree that screen readers follow (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from msgspec import Struct, field

from noticeeditor.export.pdf.container import Objects
from noticeeditor.export.pdf.syntax import array, reference

NAMESPACE = b"(http://iso.org/pdf2/ssn)"
"""The standard structure namespace for PDF 2.0 (ISO 32000-2, 14.8.6)."""


class Element(Struct, eq=False):
    """A structure element; its kids are elements and (page, MCID) of marked content."""

    kind: bytes
    parent: int
    number: int
    attributes: bytes = b""
    kids: list[Element | tuple[int, int]] = field(default_factory=list)


class StructureTree:
    """The elements of a file, and on which page which of them has which marked content."""

    def __init__(self, objects: Objects, language: bytes, *, with_namespace: bool) -> None:
        self._objects = objects
        self._elements: list[Element] = []
        self._marked: list[list[Element]] = []
        self.root = objects.reserve()
        self._namespace = objects.add(b"<</Type/Namespace/NS%s>>" % NAMESPACE) if with_namespace else None
        self.document = Element(b"Document", self.root, objects.reserve(), b"/Lang" + language)
        self._elements.append(self.document)

    def element(self, kind: bytes, parent: Element, attributes: bytes = b"") -> Element:
        """Return a new element, the last kid of its parent."""
        made = Element(kind, parent.number, self._objects.reserve(), attributes)
        self._elements.append(made)
        parent.kids.append(made)
        return made

    def begin_page(self) -> None:
        """Count marked content from 0 again."""
        self._marked.append([])

    def mark(self, element: Element) -> int:
        """Return the MCID of new marked content of the element on the present page."""
        page = self._marked[-1]
        element.kids.append((len(self._marked) - 1, len(page)))
        page.append(element)
        return len(page) - 1

    def write(self, pages: list[int]) -> None:
        """Give every element, the root and the parent tree (14.7.4.4) their bodies."""
        put = self._objects.put
        namespace = b"/NS %d 0 R" % self._namespace if self._namespace else b""
        for element in self._elements:
            put(
                element.number,
                b"<</Type/StructElem/S/%s/P %d 0 R%s%s%s>>"
                % (element.kind, element.parent, namespace, element.attributes, _kids(element, pages)),
            )
        parents = b" ".join(
            b"%d %d 0 R" % (key, self._objects.add(array([element.number for element in marked])))
            for key, marked in enumerate(self._marked)
        )
        spaces = b"/Namespaces[%s]" % reference(self._namespace) if self._namespace else b""
        put(
            self.root,
            b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d%s>>"
            % (self.document.number, parents, len(self._marked), spaces),
        )


def _kids(element: Element, pages: list[int]) -> bytes:
    """Return the entries Pg and K; content of other pages than the first is named in full."""
    if len(element.kids) == 1 and isinstance(element.kids[0], tuple):
        return b"/Pg %d 0 R/K %d" % (pages[element.kids[0][0]], element.kids[0][1])
    home = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = [_kid(kid, home, pages) for kid in element.kids]
    if not kids:
        return b""
    page = b"" if home is None else b"/Pg %d 0 R" % pages[home]
    return b"%s/K %s" % (page, kids[0]) if len(kids) == 1 else b"%s/K[%s]" % (page, b" ".join(kids))


def _kid(kid: Element | tuple[int, int], home: int | None, pages: list[int]) -> bytes:
    if isinstance(kid, Element):
        return b"%d 0 R" % kid.number
    page, mcid = kid
    return b"%d" % mcid if page == home else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[page], mcid)
