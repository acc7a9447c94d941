"""Coverage: every character of a notice has a glyph in a shipped font."""

from __future__ import annotations

from collections.abc import Iterator

from noticeeditor.errors import BadInput, Problem
from noticeeditor.export.pdf.fonts import face
from noticeeditor.export.pdf.shaping import uncovered
from noticeeditor.layout.blocks import AgendaList, Block, Document, Figure, Heading, Paragraph, Signature


def require_glyphs(document: Document) -> None:
    """Raise ``BadInput`` with a problem for each source that has a character without a glyph."""
    problems = missing_glyphs(document)
    if problems:
        raise BadInput("", problems)


def missing_glyphs(document: Document) -> tuple[Problem, ...]:
    """Return the sources with characters that no shipped font has, and these characters."""
    return tuple(
        Problem("glyph.missing", source, {"characters": characters})
        for block in document.blocks
        for source, text, key in _texts(block)
        if (characters := _missing(text, key))
    )


def _missing(text: str, key: str) -> str:
    set_text = text.replace("\n", " ")
    of = face(key)
    return uncovered(of.fallbacks, set_text) if of.codes(set_text) is None else ""


def _texts(block: Block) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of a block with their source and face."""
    match block:
        case Heading():
            yield block.source, block.text, "bold"
        case Paragraph():
            # a subtitle is bold; both faces cover the same characters
            yield block.source, block.text, "regular"
        case AgendaList():
            waiting = list(reversed(block.items))
            while waiting:
                item = waiting.pop()
                yield item.source, f"{item.label} {item.text}", "regular"
                waiting.extend(reversed(item.children))
        case Signature():
            yield block.source, " ".join(block.lines), "regular"
        case Figure():
            pass
