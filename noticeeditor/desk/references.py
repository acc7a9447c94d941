"""What a store has under a number or a reference: ``17`` is a case, ``17@2`` its second version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeeditor.notice.notice import Notice
from noticeeditor.store.contract import CaseStore, StoreError

if TYPE_CHECKING:
    from noticeeditor.workflow.case import CaseFile


def case_of(store: CaseStore, id: int) -> CaseFile:
    """Return a case, or raise ``StoreError`` where there is none."""
    case = store.case(id)
    if case is None:
        raise StoreError("store.no-such-case", case=id)
    return case


def notice_of(store: CaseStore, reference: str) -> Notice:
    """Return the newest wording of a case, or that of a kept version."""
    id, at, number = reference.partition("@")
    if not id.isdecimal() or (at and not number.isdecimal()):
        raise StoreError("store.no-such-reference", reference=reference)
    if not at:
        return case_of(store, int(id)).notice
    version = store.version(int(id), int(number))
    if version is None:
        raise StoreError("store.no-such-reference", reference=reference)
    from noticeeditor.desk.freezing import wording_of

    return wording_of(version)
