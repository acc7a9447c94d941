"""Freeze what is signed off: canonical notice, composed document and plain text under one seal."""

from __future__ import annotations

import datetime as dt

from noticeeditor.codec import documentfile, noticefile
from noticeeditor.codec.canonical import canonical
from noticeeditor.export.text import plain_text
from noticeeditor.layout.blocks import Document
from noticeeditor.layout.compose import compose
from noticeeditor.layout.style import HouseStyle
from noticeeditor.notice.notice import Notice
from noticeeditor.store.contract import StoreError
from noticeeditor.workflow.case import CaseFile, Version, seal


def frozen(case: CaseFile, style: HouseStyle, person: str, at: dt.datetime) -> Version:
    """Return the wording of a case as its next version."""
    composed = compose(case.notice, style)
    content, document = canonical(case.notice).decode(), documentfile.write(composed).decode()
    text = plain_text(composed)
    return Version(
        number=len(case.versions) + 1,
        revision=case.revision + 1,
        at=at,
        person=person,
        content=content,
        document=document,
        text=text,
        sha256=seal(content, document, text),
    )


def wording_of(version: Version) -> Notice:
    """Return the notice of a kept version, or raise ``StoreError`` where its bytes are harmed."""
    _must_be_sound(version)
    notice = noticefile.read(version.content.encode())
    if isinstance(notice, tuple):
        raise StoreError("store.damaged", version=version.number, detail=notice[0].code)
    return notice


def document_of(version: Version) -> Document:
    """Return the composed document of a kept version, as it was signed."""
    _must_be_sound(version)
    document = documentfile.read(version.document.encode())
    if isinstance(document, tuple):
        raise StoreError("store.damaged", version=version.number, detail=document[0].code)
    return document


def _must_be_sound(version: Version) -> None:
    if not version.is_sound:
        raise StoreError("store.damaged", version=version.number, detail="audit.version-bytes")
