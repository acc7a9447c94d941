"""Write a notice in a format: compose, render, and put the bytes where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.errors import Problem
from noticeeditor.export.files import file_name, make_folder, write_file
from noticeeditor.export.formats import EXPORTERS, Options, Rendering
from noticeeditor.layout.blocks import AgendaList, Document, Heading, ListItem, Paragraph, Signature
from noticeeditor.layout.compose import compose
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.wording import has_gap

__all__ = ["EXPORTERS", "Options", "Rendering", "gaps", "render", "target_in", "write"]


def render(notice: Notice, profile: AuthorityProfile, form: str, options: Options) -> Rendering:
    """Return the notice in a form of ``EXPORTERS``, set in the style of its house."""
    return EXPORTERS[form].render(compose(notice, profile.style), profile.style, options)


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
