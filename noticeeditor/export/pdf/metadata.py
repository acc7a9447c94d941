"""What a file says about itself: XMP (ISO 16684-1), and the same as document information."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from functools import lru_cache

from msgspec import Struct

from noticeeditor import __version__
from noticeeditor.export.pdf.conformance import Conformance
from noticeeditor.export.pdf.syntax import text_string

TOOL = f"noticeeditor {__version__}"
PRODUCER = f"noticeeditor {__version__} (reportlab)"


class Metadata(Struct, frozen=True):
    """The properties of a file; ``content`` and ``instance`` are its two identifiers (14.4)."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    created: dt.datetime
    content: bytes
    instance: bytes


def identifiers(parts: list[bytes], profile: str) -> tuple[bytes, bytes]:
    """Return the identifiers of a content and of its instance in a profile."""
    content = hashlib.sha256(b"\0".join(parts)).digest()[:16]
    return content, hashlib.sha256(content + profile.encode()).digest()[:16]


def document_information(metadata: Metadata) -> bytes:
    """Return the document information dictionary (14.3.3), equal to the XMP entry by entry."""
    date = text_string(_pdf_date(metadata.created))
    entries = (
        (b"Title", text_string(metadata.title)),
        (b"Author", text_string(metadata.author)),
        (b"Subject", text_string(metadata.subject)),
        (b"Keywords", text_string(metadata.keywords)),
        (b"Creator", text_string(TOOL)),
        (b"Producer", text_string(PRODUCER)),
        (b"CreationDate", date),
        (b"ModDate", date),
        (b"Trapped", b"/False"),
    )
    return b"<<%s>>" % b"".join(b"/%s%s" % entry for entry in entries)


def xmp(metadata: Metadata, conformance: Conformance) -> bytes:
    """Return the metadata stream (14.3.2); it stays uncompressed so that any tool can find it."""
    fields = {
        "title": _escaped(metadata.title),
        "author": _escaped(metadata.author),
        "subject": _escaped(metadata.subject),
        "keywords": _escaped(metadata.keywords),
        "language": _escaped(metadata.language),
        "created": metadata.created.isoformat(timespec="seconds"),
        "content": uuid.UUID(bytes=metadata.content),
        "instance": uuid.UUID(bytes=metadata.instance),
    }
    packet = (_packet(conformance) % fields).encode()
    return b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\r\nendstream" % (len(packet), packet)


def _escaped(text: str) -> str:
    # the module html would load the names of 2,231 entities for this
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=32)
def _pdf_date(time: dt.datetime) -> str:
    zone = time.strftime("%z")
    return f"D:{time:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


@lru_cache(maxsize=8)
def _packet(conformance: Conformance) -> str:
    """Return the packet of a profile with fields for what differs between files."""
    description = _FIXED + _archive(conformance) + _accessibility(conformance) + _press(conformance)
    if not conformance.second_edition:
        # PDF/A-2 wants schemas it does not define described; PDF/A-4 no longer does (ISO 19005-4, 6.7.2)
        extensions = [_UA_SCHEMA, *([_X_SCHEMA] if conformance.press else [])]
        description += (
            f"<pdfaExtension:schemas><rdf:Bag>{''.join(extensions)}</rdf:Bag></pdfaExtension:schemas>"
        )
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return _ENVELOPE.replace("SPACES", spaces).replace("DESCRIPTION", description)


def _archive(conformance: Conformance) -> str:
    part, level = conformance.archive
    revision = "<pdfaid:rev>2020</pdfaid:rev>" if conformance.second_edition else ""
    conforms = f"<pdfaid:conformance>{level}</pdfaid:conformance>" if level else ""
    return f"<pdfaid:part>{part}</pdfaid:part>{revision}{conforms}\n"


def _accessibility(conformance: Conformance) -> str:
    revision = "<pdfuaid:rev>2024</pdfuaid:rev>" if conformance.accessibility == 2 else ""
    return f"<pdfuaid:part>{conformance.accessibility}</pdfuaid:part>{revision}\n"


def _press(conformance: Conformance) -> str:
    version = f"<pdfxid:GTS_PDFXVersion>{conformance.press}</pdfxid:GTS_PDFXVersion>\n"
    return version if conformance.press else ""


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_ENVELOPE = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""SPACES>
DESCRIPTION
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_FIXED = f"""<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%(title)s</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%(author)s</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%(subject)s</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>%(language)s</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{TOOL}</xmp:CreatorTool>
<xmp:CreateDate>%(created)s</xmp:CreateDate>
<xmp:ModifyDate>%(created)s</xmp:ModifyDate>
<xmp:MetadataDate>%(created)s</xmp:MetadataDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdf:Keywords>%(keywords)s</pdf:Keywords>
<xmpMM:DocumentID>uuid:%(content)s</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:%(instance)s</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
"""


def _schema(schema: str, prefix: str, name: str, kind: str, description: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{schema}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>"
        "</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


_UA_SCHEMA = _schema("PDF/UA identification", "pdfuaid", "part", "Integer", "Part of ISO 14289")
_X_SCHEMA = _schema("PDF/X identification", "pdfxid", "GTS_PDFXVersion", "Text", "Version of PDF/X")
