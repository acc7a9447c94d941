"""Prepare the usual German repertoire of both faces, so that a notice needs no font parser.

Run by hand after a change of the fonts: ``python packaging/prepare_fonts.py``. For
each face it writes, into resources/fonts/prepared/, three files:

- ``*.ttf.zlib``      the subset font program, compressed as it goes into the PDF;
- ``*.kerning.zlib``  256 × 256 signed bytes: the kerning of each pair of codes
                      (a few freak pairs such as "*Æ" are held at -128);
- ``*.json``          name, widths by code and the entries of the font descriptor.

Codes are those of WinAnsiEncoding. The subset carries no name table: its licence
reserves the name of the font (SIL OFL 1.1, clause 3).
"""

from __future__ import annotations

import io
import json
import zlib
from pathlib import Path

import uharfbuzz as hb
from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
FACES = {"regular": "SourceSerif4-Regular", "bold": "SourceSerif4-Bold"}
# width of the vertical stroke of "l" in 1/1000 em: FontDescriptor/StemV
STEMS = {"regular": 84, "bold": 140}
# what notices use of cp1252; signs beyond it are rare enough to be embedded when they come up
RARE = set("\x7f¤¦¨¬¯¶¸¹¼½¾±ªº¿¡¢£¥®©™†‡ƒˆ˜ÐÞðþ÷^`{}")
REPERTOIRE = {
    code: character
    for code in range(0x20, 0x100)
    if (character := bytes([code]).decode("cp1252", "ignore")) and character not in RARE
}
LINE_FEED = 0xB6  # the pilcrow stands for the end of an author's line: drawn as a space, read as U+000A
FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False}


def prepare(key: str, name: str) -> dict[str, bytes]:
    """Return the prepared files of a face by file name."""
    source = (FONTS / f"{name}.ttf").read_bytes()
    program = _subset(source)
    return {
        f"{key}.ttf.zlib": zlib.compress(program, 9),
        f"{key}.kerning.zlib": zlib.compress(_kerning(source), 9),
        f"{key}.json": _description(key, name, source, len(program)),
    }


def _subset(source: bytes) -> bytes:
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = []
    options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += ["name", "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep"]
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in REPERTOIRE.values()])
    subsetter.subset(font)
    for table in font["cmap"].tables:
        table.cmap[LINE_FEED] = table.cmap[0x20]
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _kerning(source: bytes) -> bytes:
    font = hb.Font(hb.Face(source))
    table = bytearray(256 * 256)
    alone = {code: _advances(font, character)[0] for code, character in REPERTOIRE.items()}
    for left, first in REPERTOIRE.items():
        for right, second in REPERTOIRE.items():
            kern = _advances(font, first + second)[0] - alone[left]
            table[left << 8 | right] = max(-128, min(kern, 127)) & 0xFF
    return bytes(table)


def _advances(font: hb.Font, text: str) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.script, buffer.language, buffer.direction = "Latn", "de", "ltr"
    hb.shape(font, buffer, FEATURES)
    return [position.x_advance for position in buffer.glyph_positions]


def _description(key: str, name: str, source: bytes, length: int) -> bytes:
    font = TTFont(io.BytesIO(source))
    glyphs, metrics, head = font.getBestCmap(), font["hmtx"].metrics, font["head"]
    assert head.unitsPerEm == 1000
    widths = [0] * 256
    for code, character in REPERTOIRE.items():
        widths[code] = metrics[glyphs[ord(character)]][0]
    widths[LINE_FEED] = widths[0x20]
    description = {
        "name": name,
        "length": length,
        "box": [head.xMin, head.yMin, head.xMax, head.yMax],
        "ascent": font["hhea"].ascent,
        "descent": font["hhea"].descent,
        "cap_height": font["OS/2"].sCapHeight,
        "stem": STEMS[key],
        "widths": widths,
    }
    return (json.dumps(description, separators=(",", ":")) + "\n").encode()


def main() -> None:
    """Write the prepared files of every face."""
    for key, name in FACES.items():
        for file, content in prepare(key, name).items():
            (FONTS / "prepared" / file).write_bytes(content)
            print(f"{file}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
