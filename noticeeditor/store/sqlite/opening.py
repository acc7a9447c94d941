"""Opening a store: is it ours, is it whole, may we write, how new is it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import Struct

from noticeeditor.store.contract import StoreError
from noticeeditor.store.sqlite.checking import Check, quick_check
from noticeeditor.store.sqlite.connection import Connection, Raw, SqliteError, Waiting
from noticeeditor.store.sqlite.filesystem import DeskLock, is_on_network

APPLICATION_ID = 0x4E4F5445  # "NOTE"
SCHEMA = 2
CHECKED_AT_OPENING, CHECKED_BESIDE = 4 * 2**20, 256 * 2**20
_HEADER = b"SQLite format 3\0"
# what opening for writing fails with → why the store can only be read
_UNWRITABLE = {
    "store.read-only": "store.read-only",
    "store.unreachable": "store.read-only",
    "store.full": "store.full",
}


class Opened(Struct, frozen=True):
    """An open store: its connection, its name, why it is read only, the lock on a network, the check under way."""

    connection: Connection
    identity: str
    read_only: str = ""
    lock: DeskLock | None = None
    check: Check | None = None


def open_store(path: Path, *, identity: str = "", waiting: Waiting = lambda seconds: None) -> Opened:
    """Return the store of a file, created where there is none and none is expected.

    ``identity`` is the name of the store that was here before: an empty file, or another
    store, is not taken for it. A file of up to 4 MB is checked before anything is shown; a larger one
    meanwhile, and nothing is saved any more once that finds damage.
    """
    _must_be_known(path, identity)
    is_new = not path.exists()
    lock = DeskLock.take(path) if is_on_network(path) else None
    try:
        return _opened(path, identity, waiting, lock)
    except BaseException as error:
        if lock is not None:
            lock.release()
        if (
            isinstance(error, SqliteError) and not is_new
        ):  # a schema on which our own statements fail is harmed
            raise StoreError("store.damaged", path=str(path), detail=str(error)) from error
        raise


def _opened(path: Path, identity: str, waiting: Waiting, lock: DeskLock | None) -> Opened:
    try:
        connection = _writable(path, waiting, wal=lock is None)
    except StoreError as error:
        if error.code not in _UNWRITABLE or not path.exists():
            raise
        return _read_only(path, identity, lock, _UNWRITABLE[error.code])
    try:
        size, found = path.stat().st_size, _settled(connection, identity)
        is_checked = connection.is_wal and CHECKED_AT_OPENING < size <= CHECKED_BESIDE
        return Opened(connection, found, "", lock, Check(path) if is_checked else None)
    except BaseException:
        connection.close()
        raise


def _writable(path: Path, waiting: Waiting, *, wal: bool) -> Connection:
    """Return a connection that has proved that it may write."""
    connection = Connection(path, wal=wal, waiting=waiting)
    try:
        with connection.writing():
            return connection
    except BaseException:
        connection.close()
        raise


def _settled(connection: Connection, identity: str) -> str:
    found = _schema(connection)
    if found > 0 and connection.path.stat().st_size <= CHECKED_AT_OPENING:
        quick_check(connection)
    if found < SCHEMA:
        migrate(connection)
    return _proved_identity(connection, identity)


def _proved_identity(connection: Connection, expected: str) -> str:
    """Return the name of the store, whose schema must be the one that was written."""
    try:
        found = _identity(connection, expected)
        written = connection.value("SELECT value FROM store_info WHERE name = 'schema'")
        is_sound = written == _fingerprint(connection.raw)
    except (
        SqliteError
    ) as error:  # a statement that we wrote and that does not fit: the schema is not ours any more
        raise StoreError("store.damaged", path=str(connection.path), detail=str(error)) from error
    if not is_sound:
        raise StoreError("store.damaged", path=str(connection.path), detail="schema")
    return found


def _fingerprint(raw: Raw) -> str:
    """Return the SHA-256 over the definitions of all tables, indexes and triggers, what SQLite adds left out."""
    sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    definitions = [definition for (definition,) in raw.execute(sql)]
    return hashlib.sha256("\n".join(definitions).encode()).hexdigest()


def _read_only(path: Path, identity: str, lock: DeskLock | None, reason: str) -> Opened:
    connection = _readable(path)
    try:
        if _schema(connection) < SCHEMA:
            raise StoreError(reason, path=str(path))
        return Opened(connection, _proved_identity(connection, identity), reason, lock)
    except BaseException:
        connection.close()
        raise


def _readable(path: Path) -> Connection:
    """Return a connection that only reads; a write-ahead log wants to write even then, so immutable is the last resort."""
    try:
        return Connection(path, read_only=True)
    except StoreError:
        return Connection(path, immutable=True)


def _must_be_known(path: Path, identity: str) -> None:
    try:
        if refusal := _refusal(path, identity):
            raise StoreError(refusal, path=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("store.unreachable", path=str(path), detail=str(error)) from error


def _refusal(path: Path, identity: str) -> str:
    """Return why a path is not opened, as far as its size and first bytes tell."""
    if not path.exists():
        return "store.missing" if identity else ""
    size = path.stat().st_size
    if size == 0:
        return "store.emptied" if identity else ""
    with path.open("rb") as file:  # SQLite would take a file of a few bytes for a new one
        is_database = file.read(len(_HEADER)) == _HEADER
    if is_database:
        return ""
    return "store.damaged" if identity else "store.not-ours"


def _schema(connection: Connection) -> int:
    """Return the schema of the file, 0 for a new one; a file of others or of the future is refused."""
    application, schema = (connection.value(f"PRAGMA {name}") for name in ("application_id", "user_version"))
    tables = connection.value("SELECT count(*) FROM sqlite_schema")
    if application != APPLICATION_ID and (application or schema or tables):
        raise StoreError("store.not-ours", path=str(connection.path))
    if schema > SCHEMA:
        raise StoreError("store.too-new", path=str(connection.path), found=schema, known=SCHEMA)
    return int(schema)


def _identity(connection: Connection, expected: str) -> str:
    found = str(connection.value("SELECT value FROM store_info WHERE name = 'identity'"))
    if expected and found != expected:
        raise StoreError("store.another", path=str(connection.path))
    return found


def migrate(connection: Connection) -> None:
    """Bring the schema up to date; the second of two desks finds nothing left to do."""
    import secrets

    from sqlite_utils import Database  # 130 ms that only a new or an older file has to pay

    from noticeeditor.store.sqlite.migrations import MIGRATIONS

    with connection.writing() as raw:
        MIGRATIONS.apply(Database(raw))
        raw.execute("INSERT OR IGNORE INTO store_info VALUES ('identity', ?)", [secrets.token_hex(16)])
        raw.execute("INSERT OR REPLACE INTO store_info VALUES ('schema', ?)", [_fingerprint(raw)])
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {SCHEMA}")
