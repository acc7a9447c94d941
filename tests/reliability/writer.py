"""A program at a store that saves again and again and notes what was acknowledged.

python -m tests.reliability.writer FOLDER SAVES [weaker | older]

``older`` works as with a SQLite that has the WAL-reset bug; ``weaker`` is a planted fault.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

from msgspec.structs import replace

from noticeeditor.store.contract import Filter
from noticeeditor.store.sqlite import connection
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.workflow.acts import Act
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.journal import Step
from tests.cases import a_case, a_deed, with_text

AT = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)


def opened(folder: Path) -> SqliteStore:
    """Return the store of a folder."""
    return SqliteStore(open_store(folder / "notices.db"))


def words(revision: int) -> str:
    """Return the words that a revision says."""
    return f"Revision {revision}: " + " ".join(f"Wort{revision * n % 997}" for n in range(60))


def next_case(store: SqliteStore) -> CaseFile:
    """Save the next revision of case 1, every third with a deed."""
    case = store.case(1) if store.summaries(Filter(limit=1)) else a_case(changed=AT)
    assert case is not None
    revision = case.revision + 1
    case = replace(with_text(case, words(revision)), changed=AT + dt.timedelta(seconds=revision))
    deed = a_deed(Act.CREATE if revision == 1 else Act.EDIT) if revision % 3 == 1 else None
    saved = store.record(case, deed, Step(f"step {revision}"))
    assert isinstance(saved, CaseFile)
    return saved


def wrong_with(acknowledged: int, folder: Path, *, thorough: bool = True) -> str:
    """Return what is wrong with a store that acknowledged a revision, ``""`` where all is well."""
    store = opened(folder)
    try:
        case = store.case(1)
        if case is None:
            return "the case is gone"
        if case.revision < acknowledged:
            return f"revision {case.revision} instead of {acknowledged}"
        if case.notice.agenda.parts[0].items[0].text != words(case.revision):
            return "other words"
        if [hit.summary.revision for hit in store.search(f"Revision {case.revision}", Filter())] != [
            case.revision
        ]:
            return "not found by its words"
        if store.journal(1)[-1].revision != case.revision or len(store.journal(1)) != min(case.revision, 200):
            return "the journal has a gap"
        if thorough and store._connection.value("PRAGMA integrity_check(1)") != "ok":
            return "the file is corrupt"
        return store.verify().code if store.verify() else ""
    finally:
        store.close()


def main(folder: Path, saves: int, fault: str = "") -> None:
    """Save and note."""
    if fault == "older":
        connection.is_wal_safe = lambda: False
    store = opened(folder)
    if fault == "weaker":
        store._connection.raw.execute("PRAGMA synchronous = NORMAL")
    store._connection.raw.execute("PRAGMA wal_autocheckpoint = 60")
    noted = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for _ in range(saves):
        os.write(noted, f"{next_case(store).revision}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
