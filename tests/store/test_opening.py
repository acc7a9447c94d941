"""Opening a store: what is created, what is refused with which words, what can still be read."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import socket
import sqlite3 as stdlib
import subprocess
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from noticeeditor.store.contract import Filter, StoreError
from noticeeditor.store.known import KnownStores
from noticeeditor.store.sqlite import checking, filesystem, opening
from noticeeditor.store.sqlite import connection as connecting
from noticeeditor.store.sqlite.checking import Check
from noticeeditor.store.sqlite.connection import Connection, error_code, is_wal_safe, sqlite3
from noticeeditor.store.sqlite.filesystem import DeskLock, is_on_network, is_remote_drive, mounted_as
from noticeeditor.store.sqlite.opening import SCHEMA, open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.workflow.acts import Act
from tests.cases import NOW, a_case, a_deed, recorded, with_text
from tests.store.test_contract import presence


def refused(call, *arguments, **options):
    """The code of the refusal, and its facts."""
    with pytest.raises(StoreError) as error:
        call(*arguments, **options)
    return error.value.code, error.value.facts


def pragma(store, name):
    return store._connection.value(f"PRAGMA {name}")


def test_a_new_store_is_marked_as_ours_and_strict(sqlite_store, path):
    assert pragma(sqlite_store, "application_id") == 0x4E4F5445
    assert pragma(sqlite_store, "user_version") == SCHEMA
    assert pragma(sqlite_store, "foreign_keys") == 1
    tables = sqlite_store._connection.read(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    )
    loose = {name for name, strict in tables if not strict} - {
        "sqlite_schema",
        "_sqlite_migrations",
        "sqlite_sequence",
    }
    assert loose == set()


def test_nothing_weaker_than_full_durability_is_used(sqlite_store):
    if is_wal_safe():
        assert (pragma(sqlite_store, "journal_mode"), pragma(sqlite_store, "synchronous")) == ("wal", 2)
    else:
        assert (pragma(sqlite_store, "journal_mode"), pragma(sqlite_store, "synchronous")) == ("delete", 3)


def test_with_an_older_sqlite_a_rollback_journal_is_synced_twice(path, monkeypatch):
    monkeypatch.setattr(connecting, "is_wal_safe", lambda: False)
    store = SqliteStore(open_store(path))
    assert (pragma(store, "journal_mode"), pragma(store, "synchronous")) == ("delete", 3)
    case = recorded(store)
    assert store.case(case.id) == case
    store.close()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 6), False),
        ((3, 50, 7), True), ((3, 51, 0), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 4), True),
        ((4, 0, 0), True),
    ],
)  # fmt: skip
def test_versions_of_sqlite_with_the_wal_reset_bug_are_known(version, safe):
    assert is_wal_safe(version) is safe


def test_the_same_sqlite_is_used_as_by_sqlite_utils():
    from sqlite_utils.utils import sqlite3 as theirs

    assert theirs.sqlite_version == sqlite3.sqlite_version
    assert issubclass(sqlite3.OperationalError, theirs.OperationalError)


def test_a_store_opens_again_with_what_it_kept(path):
    first = SqliteStore(open_store(path))
    case = recorded(first)
    first.close()
    again = SqliteStore(open_store(path, identity=first.identity))
    assert again.identity == first.identity
    assert again.case(case.id) == case
    again.close()


def test_folders_are_made_for_a_new_store(tmp_path):
    SqliteStore(open_store(tmp_path / "a" / "b" / "notices.db")).close()
    assert (tmp_path / "a" / "b" / "notices.db").exists()


def test_a_place_that_cannot_be_a_folder_is_unreachable(tmp_path):
    (tmp_path / "file").write_text("x")
    code, facts = refused(open_store, tmp_path / "file" / "notices.db")
    assert code == "store.unreachable"
    assert facts["path"] == str(tmp_path / "file" / "notices.db")


def test_a_folder_in_the_place_of_the_store_is_unreachable(tmp_path):
    assert refused(open_store, tmp_path)[0] == "store.unreachable"


def test_an_empty_file_in_the_place_of_a_known_store_is_refused(path):
    path.write_bytes(b"")
    assert refused(open_store, path, identity="x") == ("store.emptied", {"path": str(path)})
    assert path.stat().st_size == 0


def test_a_known_store_that_is_gone_is_not_made_anew(path):
    assert refused(open_store, path, identity="x") == ("store.missing", {"path": str(path)})
    assert not path.exists()


def test_a_strange_file_in_the_place_of_a_known_store_is_damage(path):
    path.write_bytes(b"no database" * 100)
    assert refused(open_store, path, identity="x") == ("store.damaged", {"path": str(path)})


def test_the_folder_of_a_store_that_is_gone_is_not_made_anew(tmp_path):
    """It may be the place of a drive that is not there at the moment."""
    path = tmp_path / "drive" / "notices.db"
    assert refused(open_store, path, identity="x") == ("store.missing", {"path": str(path)})
    assert not path.parent.exists()


def test_another_store_in_the_place_of_a_known_one_is_refused(path):
    SqliteStore(open_store(path)).close()
    assert refused(open_store, path, identity="x") == ("store.another", {"path": str(path)})


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\xff" * 4000, b"x"])
def test_a_file_of_others_is_not_touched(path, content):
    path.write_bytes(content)
    assert refused(open_store, path)[0] in {"store.not-ours", "store.damaged"}
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE t (x)", "PRAGMA application_id = 7", "PRAGMA user_version = 7"]
)
def test_a_database_of_another_program_is_refused(path, statement):
    with stdlib.connect(path) as other:
        other.execute(statement)
    other.close()
    assert refused(open_store, path)[0] == "store.not-ours"


def test_a_newer_schema_is_refused_and_left_as_it_is(path):
    store = SqliteStore(open_store(path))
    store._connection.raw.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    store.close()
    assert refused(open_store, path) == (
        "store.too-new",
        {"path": str(path), "found": SCHEMA + 1, "known": SCHEMA},
    )


def test_a_small_damaged_file_is_found_at_opening(path):
    store = SqliteStore(open_store(path))
    for _ in range(20):
        recorded(store)
    store.close()
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    path.write_bytes(content)
    code, facts = refused(open_store, path)
    assert (code, facts["path"]) == ("store.damaged", str(path))
    assert facts["detail"]


SCHEMA_HARMED = {
    "a rule dropped": ("DROP TRIGGER audit_no_update", "schema"),
    "a table dropped": ("DROP TABLE store_info", "no such table: store_info"),
    "a column renamed": ("ALTER TABLE store_info RENAME COLUMN name TO title", "no such column: name"),
}


@pytest.mark.parametrize(("statement", "detail"), SCHEMA_HARMED.values(), ids=SCHEMA_HARMED)
def test_a_schema_that_is_not_as_it_was_written_is_damage(path, statement, detail):
    store = SqliteStore(open_store(path))
    store._connection.raw.execute(statement)
    store.close()
    assert refused(open_store, path) == ("store.damaged", {"path": str(path), "detail": detail})


def test_a_large_file_is_checked_beside_the_work_and_damage_stops_every_save(path, monkeypatch):
    monkeypatch.setattr(opening, "CHECKED_AT_OPENING", 0)
    store = SqliteStore(open_store(path))
    cases = [recorded(store) for _ in range(20)]
    root = store._connection.value("SELECT rootpage FROM sqlite_schema WHERE name = 'trigrams_data'")
    store.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : (root - 1) * 4096 + 8] = b"\xff" * 8
    path.write_bytes(content)
    store = SqliteStore(open_store(path))
    store._check.wait()
    assert store.case(1) == cases[0]
    assert refused(recorded, store)[0] == "store.damaged"
    store.close()


def test_a_check_can_be_stopped_at_any_time(path):
    SqliteStore(open_store(path)).close()
    for _ in range(20):
        Check(path).stop()


def test_a_check_of_a_store_that_is_gone_makes_none(path):
    assert refused(Check, path)[0] == "store.unreachable"
    assert not path.exists()


def test_a_check_that_was_only_stopped_has_found_no_damage(path, monkeypatch):
    SqliteStore(open_store(path)).close()

    def stopped(connection):
        raise StoreError("store.interrupted")

    monkeypatch.setattr(checking, "quick_check", stopped)
    check = Check(path)
    check.wait()
    assert check.damage is None
    check.stop()


def test_a_sound_large_file_is_written_as_any_other(path, monkeypatch):
    monkeypatch.setattr(opening, "CHECKED_AT_OPENING", 0)
    SqliteStore(open_store(path)).close()
    store = SqliteStore(open_store(path))
    assert store._check is not None
    store._check.wait()
    assert recorded(store).id == 1
    store.close()


def test_two_programs_that_open_a_new_store_at_once_make_one(path):
    opened, failed = [], []
    ready = threading.Barrier(4)

    def start():
        ready.wait()
        try:
            opened.append(SqliteStore(open_store(path)))
        except Exception as error:  # noqa: BLE001 - whatever fails is the finding
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len({store.identity for store in opened}) == 1
    assert [recorded(store).id for store in opened] == [1, 2, 3, 4]
    for store in opened:
        store.close()


def test_a_migration_that_fails_leaves_no_trace(path, monkeypatch):
    from noticeeditor.store.sqlite import migrations

    statements = (*migrations._M002, "CREATE TABLE broken (")
    monkeypatch.setattr(migrations, "_M002", statements)
    with pytest.raises(sqlite3.OperationalError):
        open_store(path)
    monkeypatch.undo()
    store = SqliteStore(open_store(path))
    assert recorded(store).id == 1
    store.close()


RELEASED = sorted((Path(__file__).parent / "released").glob("*.db"))


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_schema_opens_and_has_all_its_cases(released, path):
    path.write_bytes(released.read_bytes())
    store = SqliteStore(open_store(path))
    assert pragma(store, "user_version") == SCHEMA
    assert len(store.summaries(Filter())) == 19
    assert store.verify() is None
    assert [hit.summary.id for hit in store.search("muellgebuehren", Filter())] == [8]
    signed = store.case(15)
    assert [version.is_sound for version in signed.versions] == [True]
    store.record(with_text(signed, "Neue Worte"), a_deed(Act.EDIT))
    assert store.verify() is None
    store.close()


def test_the_newest_schema_is_among_the_released_ones():
    assert f"schema-{SCHEMA}" in [path.stem for path in RELEASED]


def read_only(path):
    opened = open_store(path)
    assert opened.read_only == "store.read-only"
    return SqliteStore(opened)


@pytest.fixture
def unwritable(path, monkeypatch):
    """A store with a case in a file that refuses every write, as a file without rights does."""
    store = SqliteStore(open_store(path))
    store.person("rita", "Rita")
    case = recorded(store, a_case(changed=a_case().changed))
    store.close()
    real = Connection.writing

    def refusing(self):
        raise StoreError("store.read-only", path=str(self.path))

    monkeypatch.setattr(Connection, "writing", refusing)
    yield case
    monkeypatch.setattr(Connection, "writing", real)


def test_what_cannot_be_written_can_be_read_and_searched(path, unwritable):
    store = read_only(path)
    assert store.case(1) == unwritable
    assert len(store.summaries(Filter())) == 1
    assert len(store.search("klimaschutz", Filter())) == 1
    assert store.person("anna", "Anna") == ""
    assert store.people()[store.person("rita", "Rita")].name == "Rita"
    code, facts = refused(store.record, with_text(unwritable, "x"))
    assert (code, facts) == ("store.read-only", {"path": str(path)})
    store.leave("desk")
    store.close()


def test_a_store_on_the_network_that_can_only_be_read_is_given_back_as_any_other(
    path, unwritable, monkeypatch
):
    monkeypatch.setattr(opening, "is_on_network", lambda path: True)
    store = read_only(path)
    assert path.with_name("notices.db.desk").exists()
    store.close()
    assert not path.with_name("notices.db.desk").exists()


@pytest.fixture
def read_only_disk(tmp_path):
    """A file system with a store of one case that can only be read, where the tests may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = shutil.which("mount")
    if (
        not command
        or subprocess.run([command, "-t", "tmpfs", "tmpfs", str(place)], capture_output=True).returncode
    ):
        pytest.skip("these tests may not mount a file system")
    store = SqliteStore(open_store(place / "notices.db"))
    case = recorded(store)
    store.close()
    subprocess.run([command, "-o", "remount,ro", str(place)], check=True)
    yield place / "notices.db", store.identity, case
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.long
def test_a_store_on_a_disk_that_can_only_be_read_is_read_and_searched(read_only_disk):
    path, identity, case = read_only_disk
    opened = open_store(path, identity=identity)
    assert (opened.read_only, opened.identity, opened.lock) == ("store.read-only", identity, None)
    store = SqliteStore(opened)
    assert store.case(1) == case
    assert len(store.search("klimaschutz", Filter())) == 1
    assert store.verify() is None
    assert refused(store.record, case) == ("store.read-only", {"path": str(path)})
    store.announce(presence())
    store.leave("desk-1")
    store.close()
    assert refused(open_store, path, identity="x") == ("store.another", {"path": str(path)})


@pytest.mark.long
def test_an_old_schema_on_a_disk_that_can_only_be_read_cannot_be_brought_up_to_date(
    read_only_disk, monkeypatch
):
    path, _, _ = read_only_disk
    monkeypatch.setattr(opening, "SCHEMA", SCHEMA + 1)
    assert refused(open_store, path) == ("store.read-only", {"path": str(path)})


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_file_without_write_permission_is_read_only(path):
    store = SqliteStore(open_store(path))
    case = recorded(store)
    store.close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert read_only(path).case(1) == case
    finally:
        path.parent.chmod(0o700)


def test_a_store_that_was_removed_or_replaced_takes_no_more_saves(sqlite_store, path):
    case = recorded(sqlite_store)
    path.rename(path.with_suffix(".moved"))
    assert refused(sqlite_store.record, with_text(case, "x")) == ("store.vanished", {"path": str(path)})
    path.write_bytes(b"something else")
    assert refused(sqlite_store.record, with_text(case, "x"))[0] == "store.vanished"
    path.unlink()
    path.with_suffix(".moved").rename(path)
    assert sqlite_store.record(with_text(case, "x")).revision == 2


def test_another_desk_that_writes_is_waited_for_and_that_is_told(path, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_MILLISECONDS", 1)
    told = []
    store = SqliteStore(open_store(path, waiting=told.append))
    other = SqliteStore(open_store(path))
    other._connection.raw.execute("BEGIN IMMEDIATE")
    threading.Timer(0.02, lambda: other._connection.raw.execute("COMMIT")).start()
    monkeypatch.setattr(connecting, "PATIENCE", 10_000)
    assert recorded(store).id == 1
    assert told[:2] == [1, 2]
    other.close()
    store.close()


def test_a_desk_that_never_stops_writing_is_an_error_in_the_end(path, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_MILLISECONDS", 1)
    monkeypatch.setattr(connecting, "PATIENCE", 3)
    told = []
    store, other = SqliteStore(open_store(path, waiting=told.append)), SqliteStore(open_store(path))
    other._connection.raw.execute("BEGIN IMMEDIATE")
    assert refused(recorded, store)[0] == "store.busy"
    assert told == [1, 2]
    other._connection.raw.execute("COMMIT")
    assert recorded(store).id == 1
    other.close()
    store.close()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "store.full"), ("SQLITE_READONLY_DBMOVED", "store.read-only"), ("SQLITE_CORRUPT_VTAB", "store.damaged"),
        ("SQLITE_NOTADB", "store.not-ours"), ("SQLITE_BUSY_SNAPSHOT", "store.busy"), ("SQLITE_LOCKED", "store.busy"),
        ("SQLITE_CANTOPEN", "store.unreachable"), ("SQLITE_IOERR_WRITE", "store.unreachable"), ("SQLITE_PERM", "store.read-only"),
        ("SQLITE_INTERRUPT", "store.interrupted"), ("SQLITE_ERROR", ""), ("", ""),
    ],
)  # fmt: skip
def test_errors_of_sqlite_have_our_codes_and_mistakes_of_ours_have_none(name, code):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert error_code(error) == code


def test_an_error_that_sqlite_did_not_name_is_a_mistake_of_ours():
    assert error_code(sqlite3.ProgrammingError("Cannot operate on a closed database.")) == ""


def test_a_folder_that_is_gone_is_not_called_full(tmp_path):
    code, facts = refused(Connection, tmp_path / "nowhere" / "notices.db", read_only=True)
    assert (code, facts["path"]) == ("store.unreachable", str(tmp_path / "nowhere" / "notices.db"))


def test_a_mistake_of_ours_is_not_dressed_up(sqlite_store):
    with pytest.raises(sqlite3.OperationalError):
        sqlite_store._connection.read("SELECT nothing FROM nowhere")


def test_known_stores_are_remembered_and_forgotten(tmp_path):
    known, store = KnownStores(tmp_path / "a" / "config" / "stores.json"), tmp_path / "Ämter" / "notices.db"
    assert known.identity(store) == ""
    known.remember(store, "abc")
    known.remember(tmp_path / "other.db", "def")
    assert (known.identity(store), known.identity(tmp_path / "other.db")) == ("abc", "def")
    known.forget(store)
    assert known.identity(store) == ""
    assert [path.name for path in known.file.parent.iterdir()] == ["stores.json"]


def test_what_is_known_already_is_not_written_again(tmp_path):
    known = KnownStores(tmp_path / "stores.json")
    known.remember(tmp_path / "notices.db", "abc")
    os.utime(known.file, (1, 1))
    known.remember(tmp_path / "notices.db", "abc")
    assert known.file.stat().st_mtime == 1


def test_where_nothing_can_be_remembered_work_goes_on(tmp_path):
    (tmp_path / "file").write_text("x")
    KnownStores(tmp_path / "file" / "stores.json").remember(tmp_path, "abc")
    assert KnownStores(tmp_path / "file" / "stores.json").identity(tmp_path) == ""


@pytest.mark.parametrize("content", ["", "[]", "{", "\0", "null"])
def test_a_broken_list_of_known_stores_is_an_empty_one(tmp_path, content):
    file = tmp_path / "stores.json"
    file.write_text(content)
    assert KnownStores(file).identity(tmp_path) == ""
    KnownStores(file).remember(tmp_path, "abc")
    assert KnownStores(file).identity(tmp_path) == "abc"


MOUNTS = """\
/dev/vda / ext4 rw 0 0
proc /proc proc rw 0 0
//server/share /home/anna cifs rw 0 0
host:/x /home/anna/with\\040blank fuse.sshfs rw 0 0
/dev/vdb /home/anna/local ext4 rw 0 0
odd line
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/var/notices.db", "ext4"),
        ("/home/anna/notices.db", "cifs"),
        ("/home/anna/with blank/notices.db", "fuse.sshfs"),
        ("/home/anna/local/x/notices.db", "ext4"),
        ("/home/annabel/notices.db", "ext4"),
    ],
)
def test_the_file_system_of_a_path_is_that_of_the_nearest_mount(tmp_path, place, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.replace("odd line\n", ""))
    assert mounted_as(Path(place), mounts) == kind


def test_of_two_mounts_at_one_place_the_later_one_is_seen(tmp_path):
    """An automounter mounts itself first and the share above itself."""
    mounts = tmp_path / "mounts"
    mounts.write_text("systemd-1 /share autofs rw 0 0\nserver:/share /share nfs4 rw 0 0\n")
    assert mounted_as(Path("/share/notices.db"), mounts) == "nfs4"


def test_a_link_to_a_place_on_the_network_is_on_the_network(tmp_path):
    (tmp_path / "share").mkdir()
    (tmp_path / "Dokumente").symlink_to(tmp_path / "share")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\n//server/x {(tmp_path / 'share').resolve()} cifs rw 0 0\n")
    assert mounted_as(tmp_path / "Dokumente" / "notices.db", mounts) == "cifs"


@pytest.mark.parametrize(("place", "written"), [("a\tb", "a\\011b"), ("a\\b", "a\\134b"), ("Büro", "Büro")])
def test_a_mount_may_have_any_name(tmp_path, place, written):
    mounts = tmp_path / "mounts"
    mounts.write_bytes(b"old /Stra\xdfe ext4 rw 0 0\n" + f"server:/x /{written} nfs rw 0 0\n".encode())
    assert mounted_as(Path(f"/{place}/notices.db"), mounts) == "nfs"


@pytest.mark.parametrize(
    ("anchor", "kind", "is_remote"),
    [
        ("Z:\\", 4, True),
        ("C:\\", 3, False),
        ("\\\\server\\share\\", 0, True),
    ],
)
def test_windows_is_asked_about_its_drives(monkeypatch, anchor, kind, is_remote):
    asked = []

    def drive_type(drive):
        asked.append(drive)
        return kind

    windows = SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW=drive_type))
    monkeypatch.setattr("ctypes.windll", windows, raising=False)
    assert is_remote_drive(anchor) is is_remote
    assert asked in ([anchor], [] if is_remote else [anchor])


def test_where_the_system_does_not_say_a_path_is_taken_for_local(tmp_path):
    assert mounted_as(tmp_path, tmp_path / "nothing") == ""
    (tmp_path / "empty").write_bytes(b"")
    assert mounted_as(tmp_path, tmp_path / "empty") == ""
    assert not is_on_network(tmp_path)


@pytest.fixture
def on_network(monkeypatch):
    monkeypatch.setattr(opening, "is_on_network", lambda path: True)


def test_on_a_network_one_desk_at_a_time_works_without_shared_memory(on_network, path):
    store = SqliteStore(open_store(path))
    assert pragma(store, "journal_mode") == "delete"
    code, facts = refused(open_store, path)
    assert code == "store.held"
    assert facts["host"] == socket.gethostname()
    store.close()
    SqliteStore(open_store(path)).close()
    assert not path.with_name("notices.db.desk").exists()


HOST = socket.gethostname()
CRASHED = {
    "a process that is gone": {"host": HOST, "process": 2**22 + 1, "started": ""},
    "its number given to another": {"host": HOST, "process": os.getpid(), "started": "1"},
    "no process": {"host": HOST},
    "process zero, which is nobody": {"host": HOST, "process": 0},
    "a harmed number": {"host": HOST, "process": "x"},
}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell of processes")
@pytest.mark.parametrize("holder", CRASHED.values(), ids=CRASHED)
def test_a_desk_that_crashed_holds_nothing(on_network, path, holder):
    path.with_name("notices.db.desk").write_text(json.dumps(holder))
    SqliteStore(open_store(path)).close()


def test_a_desk_of_another_account_holds_the_store_as_well(path, monkeypatch):
    def not_ours(process, signal):
        raise PermissionError

    DeskLock.take(path)
    monkeypatch.setattr(filesystem.os, "kill", not_ours)
    assert refused(DeskLock.take, path)[0] == "store.held"


def test_the_first_process_of_a_machine_can_hold_a_store(path):
    """In a container the program itself is the first."""
    holder = {"host": HOST, "process": 1, "started": filesystem._started(1)}
    path.with_name("notices.db.desk").write_text(json.dumps(holder))
    assert refused(DeskLock.take, path)[0] == "store.held"


def test_when_a_process_began_is_read_whatever_its_name(tmp_path):
    (tmp_path / "7").mkdir()
    fields = " ".join(map(str, range(4, 53)))
    (tmp_path / "7" / "stat").write_bytes(b"7 (B\xfcro (1) ) S " + fields.encode())
    assert filesystem._started(7, tmp_path) == "22"
    assert filesystem._started(8, tmp_path) == ""


def test_where_nothing_is_told_of_processes_a_running_one_holds_the_store(path, monkeypatch):
    DeskLock.take(path)
    monkeypatch.setattr(filesystem, "_started", lambda process: "")
    assert refused(DeskLock.take, path)[0] == "store.held"


def test_a_desk_whose_network_is_gone_closes_all_the_same(on_network, tmp_path):
    share = tmp_path / "share"
    store = SqliteStore(open_store(share / "notices.db"))
    share.rename(tmp_path / "gone")
    share.write_text("no folder any more")
    store.close()


@pytest.mark.parametrize(("age", "held"), [(599, True), (601, False)])
def test_a_machine_that_is_silent_for_ten_minutes_holds_nothing(path, monkeypatch, age, held):
    lock = path.with_name("notices.db.desk")
    lock.write_text('{"host": "elsewhere", "process": 1}')
    monkeypatch.setattr(filesystem.time, "time", lambda: lock.stat().st_mtime + age)
    if held:
        assert refused(DeskLock.take, path) == ("store.held", {"path": str(path), "host": "elsewhere"})
    else:
        DeskLock.take(path).release()


@pytest.mark.parametrize("content", ["", "[]", "nonsense"])
def test_an_unreadable_lock_is_held_until_it_is_old(path, content, monkeypatch):
    lock = path.with_name("notices.db.desk")
    lock.write_text(content)
    assert refused(DeskLock.take, path)[1]["host"] == "?"
    monkeypatch.setattr(filesystem, "ABANDONED_AFTER", -1.0)
    DeskLock.take(path)


def test_a_lock_names_its_machine_and_process(path):
    lock = DeskLock.take(path)
    assert lock.path == path.with_name("notices.db.desk")
    holder = json.loads(lock.path.read_text("utf-8"))
    assert (holder["host"], holder["process"]) == (HOST, os.getpid())
    assert refused(DeskLock.take, path)[0] == "store.held"
    lock.release()
    lock.release()


def test_a_lock_that_cannot_be_written_is_an_unreachable_store(tmp_path):
    code, facts = refused(DeskLock.take, tmp_path / "nowhere" / "notices.db")
    assert (code, facts["path"]) == ("store.unreachable", str(tmp_path / "nowhere" / "notices.db"))
    assert "No such file" in facts["detail"]


def test_a_lock_says_that_its_desk_is_there(path):
    lock = DeskLock.take(path)
    os.utime(lock.path, (1, 1))
    lock.hold()
    assert lock.path.stat().st_mtime > 1
    lock.path.unlink()
    lock.hold()
    assert refused(DeskLock.take, path)[0] == "store.held"


def elsewhere(lock, age=0):
    """Another machine has the lock, and was last heard of so many seconds ago."""
    lock.write_text('{"host": "elsewhere", "process": 1}')
    os.utime(lock, (time.time() - age,) * 2)


def test_a_desk_that_slept_while_another_took_over_writes_nothing(on_network, path):
    """A laptop that was closed over lunch; two that write would destroy the file."""
    store = SqliteStore(open_store(path))
    case = recorded(store)
    lock = path.with_name("notices.db.desk")
    elsewhere(lock)
    for write in (
        lambda: store.record(with_text(case, "x")),
        lambda: store.announce(presence()),
        store.changes,
    ):
        assert refused(write) == ("store.held", {"path": str(path), "host": "elsewhere"})
    assert store.case(1) == case
    lock.unlink()
    assert store.record(with_text(case, "x")).revision == 2
    elsewhere(lock)
    store.close()
    assert "elsewhere" in lock.read_text()


def test_of_two_desks_that_find_an_abandoned_lock_at_once_one_gets_the_store(path, monkeypatch):
    lock = path.with_name("notices.db.desk")
    elsewhere(lock, age=700)
    real, seen = filesystem._is_held, []

    def held(place):
        seen.append(place)
        answer = real(place)
        if len(seen) == 1:
            elsewhere(lock)  # the other one was quicker
        return answer

    monkeypatch.setattr(filesystem, "_is_held", held)
    assert refused(DeskLock.take, path) == ("store.held", {"path": str(path), "host": "elsewhere"})
    assert [entry.name for entry in path.parent.iterdir()] == ["notices.db.desk"]


def test_a_lock_is_given_back_when_the_store_cannot_be_opened(on_network, path):
    path.write_bytes(b"no database" * 100)
    refused(open_store, path)
    assert not path.with_name("notices.db.desk").exists()


def test_a_person_that_another_desk_wrote_down_meanwhile_is_the_same(sqlite_store, monkeypatch):
    anna = sqlite_store.person("anna", "Anna")
    assert len(anna) == 16
    monkeypatch.setattr(sqlite_store._connection, "value", lambda *query: None)
    assert sqlite_store.person("anna", "Anna") == anna


def test_presences_of_long_ago_are_swept_out(sqlite_store):
    times = {"old": -16, "recent": -14, "new": 0}
    for desk, minutes in times.items():
        sqlite_store.announce(presence(desk, seen=NOW + dt.timedelta(minutes=minutes)))
    kept = sqlite_store._connection.read("SELECT desk FROM presence ORDER BY desk")
    assert kept == [("new",), ("recent",)]


def test_a_deed_about_the_store_is_noted_in_the_trail(sqlite_store):
    recorded(sqlite_store)
    sqlite_store.note(a_deed(Act.RESTORE, reason="notices.db"))
    entry = list(sqlite_store.entries())[-1]
    assert (entry.act, entry.state, entry.case, entry.revision) == (Act.RESTORE, None, 0, 0)
    assert (entry.reason, entry.sequence) == ("notices.db", 2)
    assert sqlite_store.verify() is None


def test_a_save_of_a_case_that_is_not_there_is_an_error(sqlite_store):
    assert refused(sqlite_store.record, a_case(id=7, revision=3)) == ("store.no-such-case", {"case": 7})


def test_presence_on_a_network_keeps_the_lock(on_network, path):
    store = SqliteStore(open_store(path))
    os.utime(path.with_name("notices.db.desk"), (1, 1))
    store.announce(replace(presence()))
    assert path.with_name("notices.db.desk").stat().st_mtime > 1
    store.close()
