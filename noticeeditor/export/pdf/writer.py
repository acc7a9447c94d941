"""The writer: documents become one tagged file that keeps the promises of its profile."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from noticeeditor.export.formats import Options, Place, Rendering
from noticeeditor.export.pdf.conformance import PROFILES, Conformance, output_intents
from noticeeditor.export.pdf.container import Objects
from noticeeditor.export.pdf.content import (
    Content,
    Passage,
    Picture,
    Rule,
    picture_operators,
    rule_operators,
    text_operators,
)
from noticeeditor.export.pdf.coverage import require_glyphs
from noticeeditor.export.pdf.figures import Figures
from noticeeditor.export.pdf.galley import set_galley
from noticeeditor.export.pdf.lines import break_lines
from noticeeditor.export.pdf.metadata import Metadata, document_information, identifiers, xmp
from noticeeditor.export.pdf.outline import Bookmark, add_outline
from noticeeditor.export.pdf.pages import PlacedRow, cut
from noticeeditor.export.pdf.sheet import MM, Sheet, sheet_of
from noticeeditor.export.pdf.structure import Element, StructureTree
from noticeeditor.export.pdf.subset import Subsets
from noticeeditor.export.pdf.syntax import array, compressed_stream, number, text_string
from noticeeditor.layout.blocks import Document
from noticeeditor.layout.style import HouseStyle


def render(profile: str, documents: Sequence[Document], style: HouseStyle, options: Options) -> Rendering:
    """Return one file with every document beginning a page of its own.

    Raise ``BadInput`` where no shipped font has a glyph for a character.
    """
    for document in documents:
        require_glyphs(document, style.page_number)
    conformance = PROFILES[profile]
    sheet = sheet_of(style, column=options.column, colour=conformance.colour)
    file = _File(conformance, sheet, style, options, documents[0].language)
    for document in documents:
        file.set(document, file.section(several=len(documents) > 1))
    return file.finish(profile, documents)


class _Page(Struct):
    operators: list[bytes]
    height: float


class _File:
    """A file in the making."""

    def __init__(
        self, conformance: Conformance, sheet: Sheet, style: HouseStyle, options: Options, language: str
    ) -> None:
        self.conformance, self.sheet, self.style = conformance, sheet, style
        self.options, self.language = options, language
        self.bleed = options.bleed * MM if conformance.press else 0.0
        self.objects, self.subsets = Objects(), Subsets()
        self.tree = StructureTree(
            self.objects, text_string(language), with_namespace=conformance.second_edition
        )
        self.figures = Figures(self.objects)
        self.pages: list[_Page] = []
        self.places: list[Place] = []
        self.bookmarks: list[Bookmark] = []
        self.lines = 0

    def section(self, *, several: bool) -> Element:
        """Return the element that a document is put into."""
        return self.tree.element(b"Sect", self.tree.document) if several else self.tree.document

    def set(self, document: Document, root: Element) -> None:
        """Set a document onto new pages."""
        rows = set_galley(
            document,
            self.sheet,
            self.style,
            self.tree,
            root,
            self.figures,
            second_edition=self.conformance.second_edition,
        )
        cut_pages = cut(rows, self.sheet.depth)
        for position, page in enumerate(cut_pages, 1):
            self._set_page(page)
            if len(cut_pages) > 1 and not self.sheet.endless:
                self._set_footer(position, len(cut_pages))

    def _set_page(self, page: list[PlacedRow]) -> None:
        height = page[-1].top + page[-1].row.height if self.sheet.endless and page else self.sheet.height
        self.pages.append(_Page([], max(height, 3.0)))
        self.tree.begin_page()
        for content, first, count, top in _slices(page):
            match content:
                case Passage():
                    self._set_passage(content, first, count, top)
                case Rule():
                    self._set_rule(content, top)
                case Picture():
                    self._set_picture(content, top)
        self.lines += sum(any(isinstance(part, Passage) for part, _ in placed.row.parts) for placed in page)

    def _from_foot(self, top: float) -> float:
        return self.pages[-1].height - self.sheet.top - top + self.bleed

    def _set_passage(self, passage: Passage, first: int, count: int, top: float) -> None:
        element, of = passage.element, passage.type
        passage.left += self.bleed if first == 0 else 0.0
        operators = text_operators(
            passage, first, count, self._from_foot(top + of.first_baseline), self.subsets
        )
        mcid = self.tree.mark(element)
        self.pages[-1].operators.append(b"/%s<</MCID %d>>BDC\n%s\nEMC" % (element.kind, mcid, operators))
        self._place(passage.source, passage.left, top, passage.measure, count * of.leading)
        if first == 0 and element.kind in (b"H1", b"H2"):
            text = "".join(line.text + line.end for line in passage.lines).replace("\n", " ")
            self.bookmarks.append(
                Bookmark(
                    int(element.kind[1:]),
                    text,
                    element.number,
                    len(self.pages) - 1,
                    passage.left,
                    self._from_foot(top),
                )
            )

    def _set_rule(self, rule: Rule, top: float) -> None:
        rule.left += self.bleed
        operators = rule_operators(rule, self._from_foot(top + rule.thickness / 2))
        self.pages[-1].operators.append(b"/Artifact<</Type/Layout>>BDC\n%s\nEMC" % operators)

    def _set_picture(self, picture: Picture, top: float) -> None:
        picture.left += self.bleed
        foot = self._from_foot(top + picture.height)
        edges = (picture.left, foot, picture.left + picture.width, foot + picture.height)
        box = b" ".join(map(number, edges))
        picture.element.attributes += b"/A<</O/Layout/Placement/Block/BBox[%s]>>" % box
        mcid = self.tree.mark(picture.element)
        operators = picture_operators(picture, foot)
        self.pages[-1].operators.append(b"/Figure<</MCID %d>>BDC\n%s\nEMC" % (mcid, operators))
        self._place(picture.source, picture.left, top, picture.width, picture.height)

    def _place(self, source: str, left: float, top: float, width: float, height: float) -> None:
        top += self.sheet.top + self.bleed
        self.places.append(Place(source, len(self.pages) - 1, left, top, left + width, top + height))

    def _set_footer(self, page: int, pages: int) -> None:
        """Set the page number halfway into the bottom margin, an artifact."""
        of, sheet = self.sheet.footer, self.sheet
        text = self.style.page_number.replace("{page}", str(page)).replace("{pages}", str(pages))
        lines = break_lines(text, of.face, sheet.measure * 1000 / of.size)
        footer = Passage(
            self.tree.document, lines, of, sheet.left + self.bleed, sheet.measure, "", justified=False
        )
        operators = text_operators(footer, 0, len(lines), sheet.bottom / 2 + self.bleed, self.subsets)
        self.pages[-1].operators.append(
            b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n%s\nEMC" % operators
        )

    def finish(self, profile: str, documents: Sequence[Document]) -> Rendering:
        """Return the file with everything that is said once."""
        objects, conformance = self.objects, self.conformance
        streams = [zlib.compress(b"\n".join(page.operators), 6) for page in self.pages]
        metadata = _metadata(documents, streams, profile)
        root, numbers = self._add_pages(streams)
        self.tree.write(numbers)
        outline = b""
        if len(numbers) > 1 and self.bookmarks:
            outlines = add_outline(
                objects, self.bookmarks, numbers, second_edition=conformance.second_edition
            )
            outline = b"/Outlines %d 0 R/PageMode/UseOutlines" % outlines
        catalog = objects.add(
            b"<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
            b"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R/OutputIntents%s%s>>"
            % (
                root,
                text_string(self.language),
                self.tree.root,
                objects.add(xmp(metadata, conformance)),
                output_intents(objects, conformance, conformance.condition(self.options.coated)),
                outline,
            )
        )
        info = None if conformance.second_edition else objects.add(document_information(metadata))
        content = objects.file(conformance.version, catalog, info, (metadata.content, metadata.instance))
        height = sum(page.height for page in self.pages) / MM if self.sheet.endless else None
        return Rendering(content, len(numbers), height, self.lines, tuple(self.places))

    def _add_pages(self, streams: list[bytes]) -> tuple[int, list[int]]:
        """Return the numbers of the page tree and of its pages, all of them with the same resources."""
        objects, bleed = self.objects, self.bleed
        root = objects.reserve()
        resources = objects.add(
            b"<</Font%s%s>>" % (self.subsets.resources(objects), self.figures.resources())
        )
        pages = []
        for key, (page, content) in enumerate(zip(self.pages, streams, strict=True)):
            width, height = self.sheet.width + 2 * bleed, page.height + 2 * bleed
            pages.append(
                objects.add(
                    b"<</Type/Page/Parent %d 0 R/MediaBox%s/BleedBox%s/TrimBox%s/Resources %d 0 R/Contents %d 0 R"
                    b"/StructParents %d/Tabs/S>>"
                    % (
                        root,
                        _box(0, 0, width, height),
                        _box(0, 0, width, height),
                        _box(bleed, bleed, width - bleed, height - bleed),
                        resources,
                        objects.add(compressed_stream(content)),
                        key,
                    )
                )
            )
        objects.put(root, b"<</Type/Pages/Count %d/Kids%s>>" % (len(pages), array(pages)))
        return root, pages


def _slices(page: list[PlacedRow]) -> list[tuple[Content, int, int, float]]:
    """Return what stands on a page in reading order: content, first line, number of lines, top.

    The lines of a passage stand in rows that follow each other.
    """
    return [
        (content, line, min(content.rows - line, len(page) - at), top)
        for at, (row, top) in enumerate(page)
        for content, line in row.parts
        if line == 0 or at == 0
    ]


@lru_cache(maxsize=64)
def _box(left: float, bottom: float, right: float, top: float) -> bytes:
    return b"[%s]" % b" ".join(map(number, (left, bottom, right, top)))


def _metadata(documents: Sequence[Document], streams: list[bytes], profile: str) -> Metadata:
    """Return the metadata of the first document, which names a file of several."""
    first = documents[0]
    said = [first.title, first.author, first.subject, first.keywords, first.created.isoformat()]
    content, instance = identifiers([*(text.encode() for text in said), *streams], profile)
    return Metadata(
        first.title,
        first.author,
        first.subject,
        first.keywords,
        first.language,
        first.created,
        content,
        instance,
    )
