"""Write a notice in a format: compose, render, and put the bytes where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeeditor.errors import NoticeEditorError, Problem
from noticeeditor.export.files import file_name, is_folder, make_folder, write_file, write_files
from noticeeditor.export.formats import EXPORTERS, Options, Rendering
from noticeeditor.layout.blocks import AgendaList, Document, Heading, ListItem, Paragraph, Signature
from noticeeditor.layout.compose import compose
from noticeeditor.layout.style import HouseStyle
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.wording import has_gap

if TYPE_CHECKING:
    from noticeeditor.workflow.case import CaseFile

__all__ = [
    "EXPORTERS",
    "Composed",
    "Options",
    "Rendering",
    "composed",
    "composed_case",
    "gaps",
    "is_folder",
    "make_folder",
    "render",
    "target_in",
    "write",
    "write_all",
]


class Composed(Struct, frozen=True):
    """A notice with the document made of it, ready to be set in the style of its house."""

    notice: Notice
    document: Document
    style: HouseStyle


def composed(notice: Notice, style: HouseStyle) -> Composed:
    """Return a notice composed as it is now."""
    return Composed(notice, compose(notice, style), style)


def composed_case(case: CaseFile, style: HouseStyle) -> Composed:
    """Return a case as it was signed where its words stand, never composed anew; else as it is now."""
    from noticeeditor.desk.freezing import document_of, wording_of
    from noticeeditor.workflow.acts import State

    if case.versions and case.state in {State.SIGNED_OFF, State.RELEASED, State.PUBLISHED}:
        signed = case.versions[-1]
        return Composed(wording_of(signed), document_of(signed), style)
    return composed(case.notice, style)


def render(composed: Composed, form: str, options: Options) -> Rendering:
    """Return a composed notice in a form of ``EXPORTERS``."""
    return EXPORTERS[form].render(composed.document, composed.style, options)


def target_in(folder: Path, notice: Notice, form: str, *, column: bool = False) -> Path:
    """Return the path for a notice in a folder: date, body and form in its name."""
    date, body = notice.sitting.date, notice.sitting.body
    words = [
        f"{date:%Y-%m-%d}" if date else "",
        body.name if body else "Bekanntmachung",
        "Spalte" if column else "",
    ]
    if form not in {"pdf", "txt"}:
        words.append(form)
    return folder / file_name(" ".join(word for word in words if word), EXPORTERS[form].suffix)


def write(rendering: Rendering, target: Path, *, replace: bool) -> None:
    """Put the bytes on the disk, all or none; the folder is made where it is missing."""
    make_folder(target.parent)
    write_file(target, rendering.content, replace=replace)


def write_all(
    files: Iterable[tuple[Path, bytes]], *, replace: bool
) -> Iterator[tuple[Path, NoticeEditorError | None]]:
    """Yield each target, in order, with the error that kept it from being written; folders must be there."""
    return write_files(files, replace=replace)


def gaps(document: Document) -> tuple[Problem, ...]:
    """Return where the composed notice shows a gap, as problems of their fields."""
    return tuple(Problem("field.gap", source) for source, text in _texts(document) if has_gap(text))


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.source, block.text
            case AgendaList():
                yield from _item_texts(block.items)
            case Signature():
                yield block.source, "\n".join(block.lines)


def _item_texts(items: tuple[ListItem, ...]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield item.source, item.text
        yield from _item_texts(item.children)
