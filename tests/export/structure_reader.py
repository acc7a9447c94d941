"""Read a PDF as a screen reader does: along its structure tree, text through ToUnicode.

Own code on pikepdf, so that what the program writes is judged by another reading of
ISO 32000 than its own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name

_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


class Node(Struct):
    """A structure element: its kind, its own text, its kids."""

    kind: str
    text: str = ""
    kids: list[Node] = field(default_factory=list)
    alternative: str = ""

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


def read(content: bytes) -> Node:
    """Return the structure tree of a file."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        marked = {
            (page.objgen, mcid): text
            for page in pdf.pages
            for mcid, text in marked_text(page).items()
            if mcid is not None
        }
        return _node(pdf.Root.StructTreeRoot.K[0], None, marked)


def marked_text(page: pikepdf.Page) -> dict[int | None, str]:
    """Return the text of each marked content of a page; that of artifacts is under None."""
    fonts = {name: _Font(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int | None, str] = {}
    stack: list[tuple[int | None, str | None]] = []
    font = None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                entries = operands[1]
                mcid = int(entries.MCID) if "/MCID" in entries else (stack[-1][0] if stack else None)
                actual = str(entries.ActualText) if "/ActualText" in entries else None
                stack.append((mcid, actual))
                if mcid is not None or actual is not None:
                    texts[mcid] = texts.get(mcid, "") + (actual or "")
            case "BMC":
                stack.append((stack[-1][0] if stack else None, None))
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[operands[0]]
            case "Tj" | "TJ":
                assert font is not None
                mcid = stack[-1][0]
                if not any(actual is not None for _, actual in stack):
                    texts[mcid] = texts.get(mcid, "") + font.decode(operands[0])
    assert not stack, "marked content is left open"
    return texts


class _Font:
    def __init__(self, font: Dictionary) -> None:
        self._octets = 2 if font.Subtype == Name.Type0 else 1
        self._texts: dict[int, str] = {}
        for first, last, text in _RANGE.findall(font.ToUnicode.read_bytes()):
            start = bytes.fromhex(text.decode()).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                self._texts[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)

    def decode(self, shown: pikepdf.Object) -> str:
        parts = shown if isinstance(shown, Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        steps = range(0, len(codes), self._octets)
        return "".join(self._texts[int.from_bytes(codes[at : at + self._octets], "big")] for at in steps)


def _node(
    element: Dictionary, page: tuple[int, int] | None, marked: dict[tuple[tuple[int, int], int], str]
) -> Node:
    node = Node(str(element.S)[1:], alternative=str(element.get("/Alt", "")))
    page = element.Pg.objgen if "/Pg" in element else page
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            assert page is not None
            node.text += marked.pop((page, kid))
        elif kid.get("/Type") == Name.MCR:
            node.text += marked.pop((kid.Pg.objgen if "/Pg" in kid else page, int(kid.MCID)))
        else:
            assert kid.P.objgen == element.objgen, "a kid names another parent"
            node.kids.append(_node(kid, page, marked))
    return node
