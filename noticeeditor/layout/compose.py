"""Compose a notice: from its fields and the house style to blocks."""

from __future__ import annotations

import datetime as dt

from noticeeditor.layout.blocks import (
    AgendaList,
    Block,
    Document,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Signature,
)
from noticeeditor.layout.style import HouseStyle
from noticeeditor.layout.typography import bind
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.numbering import NumberedItem, NumberedPart, number
from noticeeditor.notice.wording import gap, opening_sentence, signature_lines

_UNDATED = dt.date(2000, 1, 1)


def compose(notice: Notice, style: HouseStyle) -> Document:
    """Return the notice as blocks in reading order, every text final."""
    opening = opening_sentence(notice)
    blocks = [
        *_crest(style),
        *_headings(notice.heading),
        *_opening(opening),
        *_agenda(notice),
        *_remarks(notice.remarks),
        *_signature(notice),
    ]
    return Document(
        title=document_title(notice),
        subject=opening,
        author=notice.signature.authority,
        keywords=_keywords(notice),
        created=_created(notice),
        blocks=tuple(blocks),
    )


def document_title(notice: Notice) -> str:
    """Return what a reader's window shows as the title of the file."""
    heading = " – ".join(line for line in notice.heading if line) or "Bekanntmachung"
    body, date = notice.sitting.body, notice.sitting.date
    title = heading.title() if heading.isupper() else heading
    if body is not None and body.name:
        title += f": {body.name}"
    return title + (f", {date:%d.%m.%Y}" if date else "")


def _crest(style: HouseStyle) -> list[Block]:
    crest = style.crest
    return [Figure(crest.image, crest.width, crest.alternative)] if crest and crest.image else []


def _headings(lines: tuple[str, ...]) -> list[Block]:
    title, *others = lines or ("",)
    blocks: list[Block] = [Heading(_words(title, "title"), 1, "heading")]
    return blocks + [Paragraph(bind(line), Role.SUBTITLE, "heading") for line in others if line]


def _opening(sentence: str) -> list[Block]:
    return [Paragraph(_words(sentence, "opening"), Role.OPENING, "opening")]


def _agenda(notice: Notice) -> list[Block]:
    blocks = [block for part in number(notice.agenda) for block in _part(part)]
    if notice.kind.has_agenda and not any(part.items for part in notice.agenda.parts):
        blocks.append(Paragraph(gap("agenda"), Role.OPENING, "agenda"))
    return blocks


def _part(numbered: NumberedPart) -> list[Block]:
    part = numbered.part
    heading = " ".join(text for text in (numbered.label, part.heading) if text) if part.heading else ""
    blocks: list[Block] = [Heading(bind(heading), 2, f"part:{part.id}")] if heading else []
    if numbered.items:
        blocks.append(AgendaList(_items(numbered.items, part.publicity)))
    return blocks


def _items(items: tuple[NumberedItem, ...], publicity: Publicity) -> tuple[ListItem, ...]:
    return tuple(
        [
            ListItem(
                label=numbered.label,
                text=_words(numbered.item.wording(publicity), "title"),
                source=f"item:{numbered.item.id}",
                children=_items(numbered.children, publicity) if numbered.children else (),
            )
            for numbered in items
        ]
    )


def _words(text: str, field: str) -> str:
    """Return the printed words, or the gap where there are none but blanks."""
    return bind(text) if text.strip() else gap(field)


def _remarks(remarks: tuple[str, ...]) -> list[Block]:
    return [Paragraph(bind(text), Role.REMARK, f"remark:{n}") for n, text in enumerate(remarks) if text]


def _signature(notice: Notice) -> list[Block]:
    lines = tuple(bind(line) for line in signature_lines(notice.signature))
    return [Signature(lines)] if any(lines) else []


def _keywords(notice: Notice) -> str:
    body = notice.sitting.body
    words = [
        "Bekanntmachung",
        "Sitzung",
        "Tagesordnung",
        body.name if body else "",
        notice.signature.authority,
    ]
    return ", ".join(word for word in words if word)


def _created(notice: Notice) -> dt.datetime:
    """Return a time that depends on the notice alone: noon (UTC) of the day of signature."""
    day = notice.signature.date or notice.sitting.date or _UNDATED
    return dt.datetime.combine(day, dt.time(12), dt.UTC)
