"""What each profile promises, as a table: versions, identifiers, output intents."""

from __future__ import annotations

import zlib
from functools import lru_cache

from msgspec import Struct

from noticeeditor import assets
from noticeeditor.export.pdf.container import Objects
from noticeeditor.export.pdf.syntax import compressed_stream, reference, text_string


class OutputCondition(Struct, frozen=True):
    """A characterised printing condition or colour space (ISO 32000-1, 14.11.5)."""

    identifier: str
    info: str
    registry: str
    icc: str
    components: int


SRGB = OutputCondition("sRGB", "sRGB IEC61966-2.1", "http://www.color.org", "icc/sRGB.icc", 3)
COATED = OutputCondition(
    "FOGRA39", "Coated FOGRA39L (ISO 12647-2:2004)", "http://www.color.org", "icc/FOGRA39L_l.icc", 4
)
UNCOATED = OutputCondition(
    "FOGRA29", "Uncoated FOGRA29L (ISO 12647-2:2004)", "http://www.color.org", "icc/FOGRA29L_l.icc", 4
)


class Conformance(Struct, frozen=True):
    """The standards that a file claims and what follows from them.

    ``archive`` is part and level of ISO 19005, ``accessibility`` the part of ISO
    14289, ``press`` the version of ISO 15930. Only a press file has a bleed and the
    condition of its paper; only a file with ``colour`` shows the colour of the house.
    """

    version: tuple[int, int]
    archive: tuple[int, str]
    accessibility: int
    press: str = ""
    colour: bool = False

    @property
    def second_edition(self) -> bool:
        """Return whether the file follows PDF 2.0 (ISO 32000-2)."""
        return self.version >= (2, 0)

    def condition(self, coated: bool) -> OutputCondition:
        """Return the output condition of the file."""
        if not self.press:
            return SRGB
        return COATED if coated else UNCOATED


PROFILES = {
    "pdf": Conformance((1, 6), (2, "A"), 1, press="PDF/X-4"),
    "archive": Conformance((1, 7), (2, "A"), 1, colour=True),
    "pdf20": Conformance((2, 0), (4, ""), 2),
}


def output_intents(objects: Objects, conformance: Conformance, condition: OutputCondition) -> bytes:
    """Return the output intents; those of archive and press share one ICC profile."""
    profile = objects.add(_icc_stream(condition))
    common = b"/OutputConditionIdentifier%s/Info%s/RegistryName%s/DestOutputProfile %s" % (
        text_string(condition.identifier),
        text_string(condition.info),
        text_string(condition.registry),
        reference(profile),
    )
    subtypes = (b"GTS_PDFA1", b"GTS_PDFX") if conformance.press else (b"GTS_PDFA1",)
    return b"[%s]" % b"".join(b"<</Type/OutputIntent/S/%s%s>>" % (subtype, common) for subtype in subtypes)


@lru_cache(maxsize=4)
def _icc_stream(condition: OutputCondition) -> bytes:
    content = zlib.compress(assets.read(condition.icc), 9)
    return compressed_stream(content, b"/N %d" % condition.components)
