"""Backups that are proved before they count, and what else a file on disk needs now and then."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path

from noticeeditor.store.contract import StoreError
from noticeeditor.store.rotation import worth_keeping
from noticeeditor.store.sqlite.checking import quick_check
from noticeeditor.store.sqlite.connection import Connection
from noticeeditor.store.sqlite.opening import APPLICATION_ID, Opened
from noticeeditor.store.sqlite.store import SqliteStore

_NAME = "notices-%Y-%m-%dT%H-%M-%SZ.db"
_TIDY = (
    "CREATE VIRTUAL TABLE temp.used USING fts5vocab(main, words, row)",
    "DELETE FROM vocabulary WHERE word NOT IN (SELECT term FROM temp.used)",
    "DROP TABLE temp.used",
    "INSERT INTO trigrams(trigrams) VALUES ('rebuild')",
    "INSERT INTO words(words) VALUES ('optimize')",
)
_MOMENT = r"notices-(\d{4}-\d\d-\d\d)T\d\d-\d\d-\d\dZ"
_PATTERN, _PART = re.compile(_MOMENT + r"\.db"), re.compile(_MOMENT + r"\.part.*")


class SqliteUpkeep:
    """Looks after the file of a store."""

    def __init__(self, store: SqliteStore, connection: Connection) -> None:
        self._store = store
        self._connection = connection

    @property
    def path(self) -> Path:
        """Return where the store is."""
        return self._connection.path

    @property
    def read_only(self) -> str:
        """Return the code of why nothing can be saved."""
        return self._store.read_only

    def quick_check(self) -> None:
        """Raise where pages or rows do not hold together."""
        quick_check(self._connection)

    def full_check(self) -> None:
        """Raise where file, contents, versions or audit trail are harmed."""
        prove(self._store, self._connection)

    def back_up(self, folder: Path, now: dt.datetime) -> Path:
        """Write a backup in one step, prove it, and let the rotation take what is too old."""
        target = folder / now.astimezone(dt.UTC).strftime(_NAME)
        part = target.with_suffix(".part")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _remove(part)
            _copy(Connection(self.path, read_only=True), part)
            _proved(part, self._store.identity)
            part.replace(target)
            sync_folder(folder)
            rotate(folder)
            _sweep(folder, now)
        except OSError as error:
            raise StoreError("backup.failed", path=str(target), detail=str(error)) from error
        finally:
            _remove(part)
        return target

    def back_up_if_due(self, folder: Path, now: dt.datetime) -> Path | None:
        """Write a backup if there is none of this day."""
        days = {moment.date() for _, moment in backups(folder)}
        return None if now.astimezone(dt.UTC).date() in days else self.back_up(folder, now)

    def vacuum(self) -> tuple[int, int]:
        """Forget words that no case has any more, tidy the indexes, give back unused space."""
        from sqlite_utils import Database

        before = self.path.stat().st_size
        with self._connection.writing() as raw:
            for statement in _TIDY:
                raw.execute(statement)
        Database(self._connection.raw).vacuum()
        self._connection.read("PRAGMA wal_checkpoint(TRUNCATE)")
        return before, self.path.stat().st_size


def prove(store: SqliteStore, connection: Connection) -> None:
    """Raise ``StoreError`` unless pages, every row, every wording, every version and the trail are whole."""
    found = connection.value("PRAGMA integrity_check(1)")
    if found != "ok":
        raise StoreError("store.damaged", path=str(connection.path), detail=str(found))
    for (id,) in connection.read("SELECT id FROM case_file"):
        store.case(id)
        store.journal(id, whole=True)
    if broken := store.verify():
        raise StoreError("store.damaged", path=str(connection.path), detail=broken.code, case=broken.case)


def backups(folder: Path) -> Iterator[tuple[Path, dt.datetime]]:
    """Yield the backups of a folder with their moments, as their names tell them."""
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            if _PATTERN.fullmatch(path.name):
                yield path, dt.datetime.strptime(path.name, _NAME).replace(tzinfo=dt.UTC)


def rotate(folder: Path) -> None:
    """Remove the backups that days, weeks and months do not ask for."""
    found = dict(backups(folder))
    kept = worth_keeping(found.values())
    for path, moment in found.items():
        if moment not in kept:
            path.unlink(missing_ok=True)


def _sweep(folder: Path, now: dt.datetime) -> None:
    """Remove what a crash left of a backup; one of this day may still be written by another desk."""
    for path in folder.iterdir():
        part = _PART.fullmatch(path.name)
        if part and part[1] != f"{now.astimezone(dt.UTC):%Y-%m-%d}":
            path.unlink(missing_ok=True)


def newest_good(folder: Path, now: dt.datetime) -> Path | None:
    """Return the newest backup that is proved whole; those of a clock that was ahead come last."""
    newest_first = sorted(backups(folder), key=lambda backup: (backup[1] <= now, backup[1]), reverse=True)
    for path, _ in newest_first:
        with contextlib.suppress(StoreError):
            _proved(path)
            return path
    return None


def restore(backup: Path, target: Path, now: dt.datetime) -> Path | None:
    """Put a proved backup in the place of a store; return where the replaced file was put aside.

    The old file is renamed, never deleted. Another desk that still has it open notices
    at its next save and refuses, for the file is not the one that it opened.
    """
    if not backup.is_file():
        raise StoreError("backup.missing", path=str(backup))
    _proved(backup)
    part = target.with_name(target.name + ".part")
    aside = target.with_name(f"{target.name}.{now.astimezone(dt.UTC):%Y-%m-%dT%H-%M-%SZ}.replaced")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(part)
        _copy(Connection(backup, immutable=True), part)
        _settle(target)
        moved = _put_aside(target, aside)
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StoreError("backup.failed", path=str(target), detail=str(error)) from error
    finally:
        _remove(part)
    return aside if moved else None


@contextlib.contextmanager
def with_backup(folder: Path, now: dt.datetime) -> Iterator[None]:
    """Add the newest good backup to the facts of an error that a backup can cure."""
    try:
        yield
    except StoreError as error:
        if error.code not in _CURABLE or "backup" in error.facts:
            raise
        backup = newest_good(folder, now)
        raise StoreError(error.code, **error.facts | {"backup": str(backup or "")}) from error


_CURABLE = frozenset({"store.damaged", "store.emptied", "store.missing", "store.not-ours", "store.another"})


def _copy(reader: Connection, target: Path) -> None:
    """Copy in one step: page by page, a busy writer would start it over and over again."""
    copy = Connection(target, wal=False)
    try:
        reader.raw.backup(copy.raw)
        copy.read("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
        reader.close()
    sync_file(target)


def _proved(path: Path, identity: str = "") -> None:
    connection = Connection(path, immutable=True)
    try:
        if connection.value("PRAGMA application_id") != APPLICATION_ID:
            raise StoreError("store.not-ours", path=str(path))
        name = str(connection.value("SELECT value FROM store_info WHERE name = 'identity'"))
        if identity and name != identity:
            raise StoreError("store.another", path=str(path))
        prove(SqliteStore(Opened(connection, name)), connection)
    finally:
        connection.close()


def _settle(target: Path) -> None:
    """Fold the write-ahead log into the file, so that the two cannot be parted; a desk at work stops it."""
    if not target.exists() or target.stat().st_size == 0:  # SQLite deletes the log of an empty file
        return
    try:
        Connection(target, wal=False).close()
    except StoreError as error:
        if error.code == "store.busy":
            raise StoreError("store.in-use", path=str(target)) from error


def _put_aside(target: Path, aside: Path) -> bool:
    """Rename a store with its journal; a journal left behind would be taken for that of the new one."""
    if not target.exists():
        return False
    for suffix in ("-wal", "-shm", "-journal"):
        beside = target.with_name(target.name + suffix)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + suffix))
    target.replace(aside)
    return True


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()


def sync_file(path: Path) -> None:
    """Bring a file to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
