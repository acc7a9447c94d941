"""The galley: the blocks of a document set into rows, one below the other, not yet cut into pages."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from noticeeditor.export.pdf.content import Content, Passage, Picture, Rule
from noticeeditor.export.pdf.figures import Figures
from noticeeditor.export.pdf.hyphenation import hyphenator
from noticeeditor.export.pdf.lines import Shape, break_lines
from noticeeditor.export.pdf.lists import LabelColumn, label_column, list_attributes, shared_column
from noticeeditor.export.pdf.sheet import MM, Sheet, Type
from noticeeditor.export.pdf.structure import Element, StructureTree
from noticeeditor.export.pdf.syntax import text_string
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
from noticeeditor.layout.style import Alignment, HouseStyle

_RULE = 0.6
_SPACE_ABOVE_RULE = 4.0
_SPACE_BELOW_FIGURE = 10.0
_SUBITEMS = 0.6  # of the space between items
_ROWS_AFTER_HEADING = 2
_CAPITAL = 0.6  # em; the width of a capital, to see what its tracking takes of a line


class Row(Struct):
    """What stands beside each other at one height, and whether a page may begin with it; in pt."""

    height: float
    before: float
    breakable: bool
    parts: tuple[tuple[Content, int], ...] = ()


class Galley(Struct):
    """The rows of one document so far."""

    sheet: Sheet
    style: HouseStyle
    tree: StructureTree
    root: Element
    figures: Figures
    column: LabelColumn
    second_edition: bool
    rows: list[Row] = field(default_factory=list)
    _after: float = 0.0
    _kept: int = 0

    def space(self, length: float) -> None:
        """Leave at least this space below what was set last."""
        self._after = max(self._after, length)

    def keep(self, rows: int) -> None:
        """Let the next rows not begin a page."""
        self._kept = max(self._kept, rows)

    def add(self, parts: list[tuple[tuple[Content, int], ...]], height: float) -> None:
        """Add rows of one block: no page begins with its second or last row alone (widows, orphans)."""
        count = len(parts)
        for position, row in enumerate(parts):
            breakable = not self._kept and (position == 0 or 2 <= position <= count - 2)
            self.rows.append(Row(height, self._after, breakable, row))
            self._after = 0.0
            self._kept = max(0, self._kept - 1)

    def passage(
        self,
        element: Element,
        text: str,
        of: Type,
        source: str,
        *,
        left: float = 0.0,
        measure: float | None = None,
        balanced: bool = False,
    ) -> Passage:
        """Return a text broken into the lines of a measure, or of what is left of the whole one."""
        if measure is None:
            measure = self.sheet.measure - left
        justified = of.alignment is Alignment.JUSTIFY and not balanced
        shape = Shape.BALANCED if balanced else Shape.JUSTIFIED if justified else Shape.RAGGED
        hyphenate = hyphenator() if self.style.hyphenation and not balanced else None
        if of.tracking and not (text.isupper() and of.face.codes(text)):
            of = replace(of, tracking=0.0)
        limit = measure * 1000 / (of.size + of.tracking / _CAPITAL)
        lines = break_lines(text, of.face, limit, shape=shape, hyphenate=hyphenate)
        return Passage(element, lines, of, self.sheet.left + left, measure, source, justified)


def set_galley(
    document: Document,
    sheet: Sheet,
    style: HouseStyle,
    tree: StructureTree,
    root: Element,
    figures: Figures,
    *,
    second_edition: bool,
) -> list[Row]:
    """Return the rows of a document, its elements added to the structure tree under ``root``."""
    column = shared_column(document.blocks, sheet.label, sheet.measure)
    galley = Galley(sheet, style, tree, root, figures, column, second_edition)
    for block, following in pairwise((*document.blocks, None)):
        if block is not None:
            _set(galley, block)
            if _is_title(block) and not _is_title(following):
                _close_title(galley)
    return galley.rows


def _set(galley: Galley, block: Block) -> None:
    match block:
        case Heading():
            _set_heading(galley, block)
        case Paragraph():
            _set_paragraph(galley, block)
        case AgendaList():
            _set_list(galley, block.items, galley.root, galley.column)
            galley.space(galley.sheet.spacing.paragraph)
        case Signature():
            _set_signature(galley, block)
        case Figure():
            _set_figure(galley, block)
        case _:
            assert_never(block)


def _is_title(block: Block | None) -> bool:
    """Return whether a block belongs to the title, which ends with the rule."""
    match block:
        case Heading(level=1) | Paragraph(role=Role.SUBTITLE):
            return True
    return False


def _set_heading(galley: Galley, heading: Heading) -> None:
    if not heading.text:
        return
    sheet = galley.sheet
    title = heading.level == 1
    of = sheet.title if title else sheet.part
    element = galley.tree.element(b"H%d" % heading.level, galley.root)
    if not title:
        galley.space(sheet.spacing.before_part)
    _add(galley, galley.passage(element, heading.text, of, heading.source, balanced=title))
    galley.keep(_ROWS_AFTER_HEADING)
    galley.space(0.0 if title else sheet.spacing.after_part)


def _set_paragraph(galley: Galley, paragraph: Paragraph) -> None:
    if not paragraph.text:
        return
    sheet = galley.sheet
    subtitle = paragraph.role is Role.SUBTITLE
    element = galley.tree.element(b"P", galley.root)
    of = sheet.subtitle if subtitle else sheet.body
    if not subtitle:
        galley.space(sheet.spacing.paragraph)
    _add(galley, galley.passage(element, paragraph.text, of, paragraph.source, balanced=subtitle))
    if subtitle:
        galley.keep(_ROWS_AFTER_HEADING)
    else:
        galley.space(sheet.spacing.paragraph)


def _close_title(galley: Galley) -> None:
    sheet = galley.sheet
    if galley.style.title_rule and galley.rows:
        rule = Rule(sheet.left, sheet.measure, _RULE, sheet.title.colour)
        galley.space(_SPACE_ABOVE_RULE)
        galley.keep(1)
        galley.add([((rule, 0),)], _RULE)
        galley.keep(_ROWS_AFTER_HEADING)
    galley.space(sheet.spacing.after_title)


def _set_list(galley: Galley, items: tuple[ListItem, ...], parent: Element, column: LabelColumn) -> None:
    if not items:
        return
    tree, sheet = galley.tree, galley.sheet
    nested = parent is not galley.root
    list_element = tree.element(b"L", parent, list_attributes(items, second_edition=galley.second_edition))
    for position, item in enumerate(items):
        if position or nested:
            galley.space(sheet.spacing.item * (_SUBITEMS if nested else 1.0))
        entry = tree.element(b"LI", list_element)
        label = tree.element(b"Lbl", entry) if item.label else None
        body = tree.element(b"LBody", entry)
        _set_item(galley, item, column, label, body)
        if item.children:
            galley.keep(1)
            inner = label_column(item.children, column.text_left, sheet.label, sheet.measure)
            _set_list(galley, item.children, body, inner)


def _set_item(
    galley: Galley, item: ListItem, column: LabelColumn, label: Element | None, body: Element
) -> None:
    sheet, passages = galley.sheet, []
    if label is not None:
        left = column.label_left(item.label, sheet.label)
        passages.append(
            galley.passage(
                label, item.label, sheet.label, item.source, left=left, measure=column.label_measure
            )
        )
    if item.text:
        element = galley.tree.element(b"P", body) if item.children else body
        passages.append(galley.passage(element, item.text, sheet.body, item.source, left=column.text_left))
    _add(galley, *passages)


def _set_signature(galley: Galley, signature: Signature) -> None:
    """Set the lines so that no page begins within them, nor with less than a row of what is above."""
    spacing = galley.sheet.spacing
    element = galley.tree.element(b"Div", galley.root)
    if galley.rows:
        galley.rows[-1].breakable = False
    galley.space(spacing.before_signature)
    for line in signature.lines:
        if line:
            paragraph = galley.tree.element(b"P", element)
            passage = galley.passage(paragraph, line, galley.sheet.body, signature.source)
            galley.keep(len(passage.lines))
            _add(galley, passage)
        else:
            galley.keep(1)
            galley.add([()], spacing.room_to_sign * MM)


def _set_figure(galley: Galley, figure: Figure) -> None:
    sheet = galley.sheet
    image = galley.figures.add(figure)
    width = min(figure.width * MM, sheet.measure)
    left = (sheet.measure - width) / 2 if sheet.title.alignment is Alignment.CENTRE else 0.0
    element = galley.tree.element(b"Figure", galley.root, b"/Alt" + text_string(figure.alternative))
    height = width * image.height / image.width
    picture = Picture(element, image.name, sheet.left + left, width, height, figure.source)
    galley.add([((picture, 0),)], height)
    galley.keep(_ROWS_AFTER_HEADING)
    galley.space(_SPACE_BELOW_FIGURE)


def _add(galley: Galley, *passages: Passage) -> None:
    """Add passages that begin at the same height."""
    if len(passages) == 1:
        passage = passages[0]
        galley.add([((passage, line),) for line in range(len(passage.lines))], passage.type.leading)
    elif passages:
        columns = [[(passage, line) for line in range(len(passage.lines))] for passage in passages]
        rows = [tuple(part for part in row if part is not None) for row in zip_longest(*columns)]
        galley.add(rows, passages[0].type.leading)
