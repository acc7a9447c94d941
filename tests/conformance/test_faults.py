"""A single fault put into a good file is found: the judges see what they are trusted to see."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from noticeeditor.export.formats import EXPORTERS
from tests.conformance.judges import identity_faults, page_validation, press_faults, structure_faults
from tests.export.documents import STYLE, a_crest, a_document, numbered, the_seed, with_items

GOOD = EXPORTERS["pdf"].render(the_seed(), STYLE).content
WITH_CREST = EXPORTERS["pdf"].render(a_document(a_crest(), *the_seed().blocks), STYLE).content
FOREIGN = EXPORTERS["pdf"].render(with_items(*numbered("Vojtěch Šimůnek")), STYLE).content


def found(content):
    return (
        identity_faults(content)
        or press_faults(content)
        or structure_faults(content)
        or page_validation(content, "2a", "ua1")
    )


def spoilt(spoil, good=GOOD):
    with pikepdf.open(io.BytesIO(good)) as pdf:
        spoil(pdf)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def replace_content(old, new, count=1):
    def spoil(pdf):
        content = pdf.pages[0].Contents.read_bytes()
        changed = re.sub(old, new, content, count=count)
        assert changed != content
        pdf.pages[0].Contents = pdf.make_stream(changed)

    return spoil


def no_language(pdf):
    del pdf.Root["/Lang"]
    del pdf.Root.StructTreeRoot.K[0]["/Lang"]


def replace_xmp(old, new):
    def spoil(pdf):
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata = pdf.make_stream(packet.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)

    return spoil


def element(pdf, kind):
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        node = waiting.pop()
        if kind == node.S:
            return node
        kids = node.get("/K", Array())
        waiting += [
            kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)
        ]
    raise AssertionError(kind)


def font(pdf):
    return pdf.pages[0].Resources.Font.R


def set_entry(find, key, value):
    def spoil(pdf):
        find(pdf)[key] = value(pdf) if callable(value) else value

    return spoil


def drop_entry(find, key):
    def spoil(pdf):
        del find(pdf)[key]

    return spoil


def root(pdf):
    return pdf.Root


def first_page(pdf):
    return pdf.pages[0].obj


def information(pdf):
    return pdf.trailer.Info


def annotation(pdf):
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 90, 200, 200], F=4)
    return Array([pdf.make_indirect(link)])


FAULTS = {
    "no MarkInfo": drop_entry(root, "/MarkInfo"),
    "no structure tree": drop_entry(root, "/StructTreeRoot"),
    "no language": no_language,
    "no metadata": drop_entry(root, "/Metadata"),
    "no output intents": drop_entry(root, "/OutputIntents"),
    "title not shown": drop_entry(root, "/ViewerPreferences"),
    "JavaScript on opening": set_entry(
        root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.beep()"))
    ),
    "no TrimBox": drop_entry(first_page, "/TrimBox"),
    "TrimBox beyond the page": set_entry(first_page, "/TrimBox", Array([-9, 0, 700, 900])),
    "no tab order beside an annotation": set_entry(first_page, "/Annots", annotation),
    "no StructParents": drop_entry(first_page, "/StructParents"),
    "font not embedded": drop_entry(lambda pdf: font(pdf).FontDescriptor, "/FontFile2"),
    "wrong widths": set_entry(font, "/Widths", Array([100] * 224)),
    "paragraph without a tag": replace_content(rb"(?s)/P<</MCID 1>>BDC\n(.*?)\nEMC", rb"\1"),
    "MCID twice": replace_content(rb"/MCID 2>>", b"/MCID 1>>"),
    "text as an artifact within a paragraph": replace_content(
        rb"(?s)(/P<</MCID 1>>BDC\n)(.*?)(\nEMC)", rb"\1/Artifact BMC \2 EMC\3"
    ),
    "colour in RGB": replace_content(rb"BT ", b"1 0 0 rg BT "),
    "colour in four inks": replace_content(rb"BT ", b"1 1 1 1 k BT "),
    "Info title is not the XMP's": set_entry(information, "/Title", String("Etwas anderes")),
    "Info author is not the XMP's": set_entry(information, "/Author", String("Jemand anderes")),
    "trapping not said": drop_entry(information, "/Trapped"),
    "XMP without PDF/A": replace_xmp(b"<pdfaid:part>2</pdfaid:part>", b""),
    "XMP without PDF/UA": replace_xmp(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "XMP without PDF/X": replace_xmp(b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", b""),
    "XMP without a title": replace_xmp(b"dc:title", b"dc:source"),
    "label outside its item": set_entry(lambda pdf: element(pdf, Name.Lbl), "/S", Name.LI),
    "unknown element": set_entry(lambda pdf: element(pdf, Name.P), "/S", Name.Absatz),
    "heading level left out": set_entry(lambda pdf: element(pdf, Name.H2), "/S", Name.H4),
    "structure knows another parent": set_entry(
        lambda pdf: element(pdf, Name.LBody), "/P", lambda pdf: element(pdf, Name.H1)
    ),
    "profile of a screen for the press": set_entry(
        lambda pdf: pdf.Root.OutputIntents[1],
        "/DestOutputProfile",
        lambda pdf: pdf.make_stream(b"\0" * 128, N=3),
    ),
}
WITH_FIGURE = {
    "a transparent picture's mask": set_entry(
        lambda pdf: pdf.pages[0].Resources.XObject.I0,
        "/SMask",
        lambda pdf: pdf.make_stream(
            b"\0" * 24, Type=Name.XObject, Subtype=Name.Image, Width=4, Height=6,
            ColorSpace=Name.DeviceGray, BitsPerComponent=8,
        ),
    ),
    "figure without alternative text": drop_entry(lambda pdf: element(pdf, Name.Figure), "/Alt"),
}  # fmt: skip
COMPOSITE = {
    "glyph without Unicode in a composite font": drop_entry(
        lambda pdf: pdf.pages[0].Resources.Font.C0, "/ToUnicode"
    )
}
SPOILT = (
    *((name, spoil, GOOD) for name, spoil in FAULTS.items()),
    *((name, spoil, WITH_CREST) for name, spoil in WITH_FIGURE.items()),
    *((name, spoil, FOREIGN) for name, spoil in COMPOSITE.items()),
)


@pytest.mark.parametrize("good", [GOOD, WITH_CREST, FOREIGN], ids=["seed", "crest", "foreign letters"])
def test_the_good_files_are_good_and_stay_so_when_rewritten(good):
    assert found(good) == []
    assert found(spoilt(lambda pdf: None, good)) == []


@pytest.mark.parametrize(("spoil", "good"), [case[1:] for case in SPOILT], ids=[case[0] for case in SPOILT])
def test_a_single_fault_is_found(spoil, good):
    assert found(spoilt(spoil, good))


def test_metadata_that_is_no_xml_is_found():
    assert found(GOOD.replace(b"</rdf:RDF>", b"<rdf:RDF/>"))
