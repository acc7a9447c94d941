"""Good cases and their people to start from; a test names only what matters to it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec.structs import replace

from noticeeditor.authority.people import Role
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import Deed
from noticeeditor.workflow.case import CaseFile, Version, seal
from noticeeditor.workflow.transitions import Actor, Circumstances
from tests.builders import a_notice

BERLIN = dt.timezone(dt.timedelta(hours=2), "CEST")
NOW = dt.datetime(2023, 9, 29, 10, 30, tzinfo=BERLIN)
ISSUE = GazetteIssue(
    "Kreisnachrichten", 40, 2023, dt.datetime.fromisoformat("2023-09-29T12:00"), dt.date(2023, 10, 6)
)

ANNA = Actor("anna", frozenset({Role.CLERK}))
RITA = Actor("rita", frozenset({Role.REVIEWER}))
SIGRID = Actor("sigrid", frozenset({Role.SIGNATORY}))
PAUL = Actor("paul", frozenset({Role.PRINT_SHOP}))


def a_case(**changes: Any) -> CaseFile:
    """A draft of the first seed notice, written by Anna and not recorded yet."""
    case = CaseFile(a_notice(), authors=("anna",), changed=NOW)
    return replace(case, **changes)


def a_deed(act: Act = Act.CREATE, **changes: Any) -> Deed:
    return replace(Deed(NOW, "anna", act), **changes)


def a_version(**changes: Any) -> Version:
    version = Version(1, 2, NOW.astimezone(dt.UTC), "sigrid", '{"schema":1}', '{"blocks":[]}', "Wortlaut", "")
    version = replace(version, **changes)
    return (
        version
        if version.sha256
        else replace(version, sha256=seal(version.content, version.document, version.text))
    )


def now(**changes: Any) -> Circumstances:
    return replace(Circumstances(NOW), **changes)


def recorded(store: Any, case: CaseFile | None = None, deed: Deed | None = None) -> CaseFile:
    """The case as the store kept it."""
    kept = store.record(case or a_case(), deed or a_deed())
    assert isinstance(kept, CaseFile)
    return kept


def with_text(case: CaseFile, text: str, position: int = 0) -> CaseFile:
    """The case with other words in one of its items."""
    part = case.notice.agenda.parts[0]
    items = list(part.items)
    items[position] = replace(items[position], text=text)
    agenda = replace(case.notice.agenda, parts=(replace(part, items=tuple(items)),))
    return replace(case, notice=replace(case.notice, agenda=agenda))


def in_state(state: State, **changes: Any) -> CaseFile:
    return a_case(state=state, **changes)
