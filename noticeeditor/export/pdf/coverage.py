"""Coverage: every character of a notice has a glyph in a shipped font."""

from __future__ import annotations

from collections.abc import Iterator

from noticeeditor.errors import BadInput, Problem
from noticeeditor.export.pdf.fonts import face
from noticeeditor.export.pdf.shaping import uncovered
from noticeeditor.layout.blocks import AgendaList, Block, Document, Figure, Heading, Paragraph, Signature


def require_glyphs(document: Document, page_number: str = "") -> None:
    """Raise ``BadInput`` with a problem for each source that has a character without a glyph."""
    problems = missing_glyphs(document)
    regular = face("regular")
    page_number = page_number.replace("{page}", "").replace("{pages}", "")
    if regular.codes(page_number) is None and (characters := uncovered(regular.fallbacks, page_number)):
        problems += (Problem("glyph.missing", "style.page_number", {"characters": characters}),)
    if problems:
        raise BadInput("", problems)


def missing_glyphs(document: Document) -> tuple[Problem, ...]:
    """Return the sources with characters that no shipped font has, and these characters."""
    texts = [text for block in document.blocks for text in _texts(block)]
    if face("regular").codes("".join([text for _, text, _ in texts])) is not None:
        return ()  # both faces have the usual repertoire
    return tuple(
        Problem("glyph.missing", source, {"characters": characters})
        for source, text, key in texts
        if (characters := uncovered(face(key).fallbacks, text))
    )


def _texts(block: Block) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of a block with their source and face."""
    match block:
        case Heading():
            yield block.source, block.text.replace("\n", " "), "bold"
        case Paragraph():  # a subtitle is bold; both faces cover the same characters
            yield block.source, block.text.replace("\n", " "), "regular"
        case AgendaList():
            waiting = list(reversed(block.items))
            while waiting:
                item = waiting.pop()
                yield item.source, f"{item.label} {item.text}".replace("\n", " "), "regular"
                waiting.extend(reversed(item.children))
        case Signature():
            yield block.source, " ".join(block.lines).replace("\n", " "), "regular"
        case Figure():
            pass
