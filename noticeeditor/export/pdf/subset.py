"""Font objects: the prepared ones as ready bytes, and composite fonts for what a notice needs beyond them."""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from noticeeditor import assets
from noticeeditor.export.pdf.container import Objects
from noticeeditor.export.pdf.fonts import LINE_FEED, Face, face
from noticeeditor.export.pdf.syntax import compressed_stream, stream

_SERIF_NONSYMBOLIC = 34  # flags of a font descriptor (ISO 32000-1, 9.8.2)
_SERIF_SYMBOLIC = 6
_KEYS = {b"R": "regular", b"B": "bold"}


class Subsets:
    """The fonts of one file: prepared faces, and a composite subset for each full font it needs."""

    def __init__(self) -> None:
        self._composite: dict[str, CompositeSubset] = {}

    def of(self, font: str) -> CompositeSubset:
        """Return the subset of a full font."""
        if font not in self._composite:
            self._composite[font] = CompositeSubset(font, b"C%d" % len(self._composite))
        return self._composite[font]

    def resources(self, objects: Objects) -> bytes:
        """Return the font resources (7.8.3), all their objects added."""
        prepared = [(key, add_prepared(objects, name)) for key, name in _KEYS.items()]
        composite = [(subset.key, subset.add(objects)) for subset in self._composite.values()]
        return b"<<%s>>" % b"".join(b"/%s %d 0 R" % pair for pair in [*prepared, *composite])


class CompositeSubset:
    """A composite font (9.7) whose CIDs are numbered as pairs of glyph and text appear.

    One glyph that stands for different characters, as some fonts share them, thus has
    a CID and a ToUnicode entry for each.
    """

    def __init__(self, font: str, key: bytes) -> None:
        self.key = key
        self._font = font
        self._cids: dict[tuple[int, str], int] = {}

    def cid(self, glyph: int, text: str) -> tuple[int, int]:
        """Return the CID of a glyph that stands for a text, and its width."""
        cid = self._cids.setdefault((glyph, text), len(self._cids) + 1)
        return cid, program(self._font).widths[glyph]

    def add(self, objects: Objects) -> int:
        """Return the number of the Type 0 font dictionary, all its objects added."""
        whole = program(self._font)
        glyphs = tuple(sorted({glyph for glyph, _ in self._cids}))
        content, numbers = _subset(self._font, glyphs)
        tag = _tag(repr(list(self._cids)).encode())
        name = b"%s+%s" % (tag, whole.name.encode())
        file = objects.add(compressed_stream(zlib.compress(content, 6), b"/Length1 %d" % len(content)))
        descriptor = objects.add(
            b"<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d"
            b"/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>"
            % (name, _SERIF_SYMBOLIC, *whole.box, whole.ascent, whole.descent, whole.cap_height, 90, file)
        )
        mapping = b"\0\0" + b"".join(numbers[glyph].to_bytes(2, "big") for glyph, _ in self._cids)
        descendant = objects.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/DW 0/W[1[%s]]>>"
            % (
                name,
                descriptor,
                objects.add(stream(mapping)),
                b" ".join(b"%d" % whole.widths[glyph] for glyph, _ in self._cids),
            )
        )
        to_unicode = objects.add(
            stream(to_unicode_cmap({cid: text for (_, text), cid in self._cids.items()}, 2))
        )
        return objects.add(
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (name, descendant, to_unicode)
        )


def add_prepared(objects: Objects, name: str) -> int:
    """Return the number of the font dictionary of a prepared face, all its objects added."""
    prepared = _prepared_bodies(name)
    file = objects.add(prepared.file)
    descriptor = objects.add(prepared.descriptor % file)
    return objects.add(prepared.font % (descriptor, objects.add(prepared.to_unicode)))


class _PreparedBodies(NamedTuple):
    file: bytes
    descriptor: bytes
    font: bytes
    to_unicode: bytes


@lru_cache(maxsize=2)
def _prepared_bodies(key: str) -> _PreparedBodies:
    of = face(key)
    name = b"%s+%s" % (_tag(of.program), of.name.encode())
    descriptor = (
        b"<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV %d/FontFile2 %%d 0 R>>"
        % (name, _SERIF_NONSYMBOLIC, *of.box, of.ascent, of.descent, of.cap_height, of.stem)
    )
    font = (
        b"<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar 32/LastChar 255/Widths[%s]/FontDescriptor %%d 0 R"
        b"/Encoding/WinAnsiEncoding/ToUnicode %%d 0 R>>"
        % (name, b" ".join(b"%d" % width for width in of.widths[32:]))
    )
    return _PreparedBodies(
        compressed_stream(of.program, b"/Length1 %d" % of.length),
        descriptor,
        font,
        stream(to_unicode_cmap(_prepared_texts(of), 1)),
    )


def _prepared_texts(of: Face) -> dict[int, str]:
    texts = {code: bytes([code]).decode("cp1252") for code in range(32, 256) if of.widths[code]}
    return texts | {LINE_FEED[0]: "\n"}


def to_unicode_cmap(texts: dict[int, str], octets: int) -> bytes:
    """Return the CMap from codes of one or two octets to their texts (9.10.3)."""
    entries = [_bf_range(run, octets) for run in _runs(texts)]
    blocks = b"".join(
        b"%d beginbfrange\n%s\nendbfrange\n" % (len(block), b"\n".join(block))
        for block in (entries[at : at + 100] for at in range(0, len(entries), 100))
    )
    return (
        b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        b"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<%s><%s>\nendcodespacerange\n%s"
        b"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"
        % (b"00" * octets, b"FF" * octets, blocks)
    )


def _runs(texts: dict[int, str]) -> list[list[tuple[int, str]]]:
    """Return the codes in runs in which code and character both go up by one."""
    runs: list[list[tuple[int, str]]] = []
    for code, text in sorted(texts.items()):
        before, said = runs[-1][-1] if runs else (-1, "")
        follows = code == before + 1 and len(text) == len(said) == 1 and ord(text) == ord(said) + 1
        # the last byte of neither may overflow within a run (9.10.3)
        if follows and code & 0xFF and ord(text) & 0xFF:
            runs[-1].append((code, text))
        else:
            runs.append([(code, text)])
    return runs


def _bf_range(run: list[tuple[int, str]], octets: int) -> bytes:
    digits, (first, text), (last, _) = 2 * octets, run[0], run[-1]
    return b"<%0*X> <%0*X> <%s>" % (digits, first, digits, last, text.encode("utf-16-be").hex().encode())


def _tag(content: bytes) -> bytes:
    """Return the six capitals that mark a subset (9.6.4)."""
    digest = hashlib.sha256(content).digest()
    return bytes(65 + byte % 26 for byte in digest[:6])


class Program(NamedTuple):
    """What the dictionaries of a full font need to know of it."""

    name: str
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    widths: tuple[int, ...]


@lru_cache(maxsize=4)
def program(font: str) -> Program:
    """Return the metrics of a full font by glyph index."""
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(assets.read(f"fonts/{font}.ttf")), lazy=True) as opened:
        head, metrics = opened["head"], opened["hmtx"].metrics
        return Program(
            font.replace("_400", "-").replace("_700", "-"),
            (head.xMin, head.yMin, head.xMax, head.yMax),
            opened["hhea"].ascent,
            opened["hhea"].descent,
            opened["OS/2"].sCapHeight,
            tuple(metrics[name][0] for name in opened.getGlyphOrder()),
        )


@lru_cache(maxsize=32)
def _subset(font: str, glyphs: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """Return a font program of some glyphs, and their numbers in it."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.layout_closure = False
    options.name_IDs = []
    options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += [
        "name",
        "OS/2",
        "post",
        "BASE",
        "DSIG",
        "GDEF",
        "GPOS",
        "GSUB",
        "STAT",
        "gasp",
        "prep",
    ]
    opened = TTFont(BytesIO(assets.read(f"fonts/{font}.ttf")), recalcTimestamp=False)
    order = opened.getGlyphOrder()
    subsetter = subset.Subsetter(options)
    subsetter.populate(gids=glyphs)
    subsetter.subset(opened)
    numbers = opened.getReverseGlyphMap()
    written = BytesIO()
    opened.save(written)
    return written.getvalue(), {glyph: numbers[order[glyph]] for glyph in glyphs}
