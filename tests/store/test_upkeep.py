"""Backups, restoring, rotation, checks and vacuum."""

from __future__ import annotations

import datetime as dt
import threading
import time

import pytest

from noticeeditor.store.contract import Filter, StoreError
from noticeeditor.store.rotation import worth_keeping
from noticeeditor.store.sqlite import connection as connecting
from noticeeditor.store.sqlite import opening, writing
from noticeeditor.store.sqlite import upkeep as upkeeping
from noticeeditor.store.sqlite.connection import sqlite3
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.store.sqlite.upkeep import (
    SqliteUpkeep,
    backups,
    newest_good,
    restore,
    sync_folder,
    with_backup,
)
from noticeeditor.workflow.acts import Act
from noticeeditor.workflow.case import Remark
from tests.cases import NOW, a_case, a_deed, recorded, with_text
from tests.reliability.flips import silent_flips

DAY = dt.timedelta(days=1)
LATER = NOW + 10 * DAY


@pytest.fixture
def upkeep(sqlite_store):
    return SqliteUpkeep(sqlite_store, sqlite_store._connection)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def opened(path):
    return SqliteStore(open_store(path))


@pytest.fixture
def in_daun(monkeypatch):
    """The clock of the office is not that of the world."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def refused(call, *arguments):
    """The code of the refusal, and its facts."""
    with pytest.raises(StoreError) as error:
        call(*arguments)
    return error.value.code, error.value.facts


def harm(path, table):
    """Overwrite the page where a table or an index begins."""
    with sqlite3.connect(path) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    raw.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : (root - 1) * 4096 + 8] = b"\xff" * 8
    path.write_bytes(content)


def test_a_backup_is_one_whole_file_named_by_its_moment(sqlite_store, upkeep, folder):
    case = recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    assert [path.name for path in folder.iterdir()] == ["notices-2023-09-29T08-30-00Z.db"]
    store = opened(backup)
    assert store.case(case.id) == case
    assert store.identity == sqlite_store.identity
    store.close()


def test_backups_are_named_and_counted_by_the_time_of_the_world(in_daun, upkeep, folder, path, sqlite_store):
    late = dt.datetime(2023, 9, 30, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    backup = upkeep.back_up_if_due(folder, late)
    assert backup.name == "notices-2023-09-29T22-30-00Z.db"
    for hours in (0, 1):
        assert upkeep.back_up_if_due(folder, late - dt.timedelta(hours=hours)) is None
    half = folder / "notices-2023-09-29T22-00-00Z.part"
    half.write_bytes(b"half")
    upkeep.back_up(folder, late)
    assert half.exists()
    sqlite_store.close()
    assert restore(backup, path, late).name == "notices.db.2023-09-29T22-30-00Z.replaced"


def test_a_folder_for_backups_is_made_with_all_above_it(upkeep, tmp_path):
    assert upkeep.back_up(tmp_path / "a" / "b", NOW).parent == tmp_path / "a" / "b"


def test_a_store_that_was_replaced_by_another_is_not_backed_up_as_this_one(
    sqlite_store, upkeep, folder, path, tmp_path
):
    recorded(sqlite_store)
    other = opened(tmp_path / "other.db")
    recorded(other)
    other.close()
    sqlite_store._connection.read("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "other.db").replace(path)
    code, facts = refused(upkeep.back_up, folder, NOW)
    assert code == "store.another"
    assert facts == {"path": str(folder / "notices-2023-09-29T08-30-00Z.part")}
    assert list(folder.iterdir()) == []


def test_a_backup_has_what_is_only_in_the_write_ahead_log_yet(sqlite_store, upkeep, folder):
    for _ in range(3):
        recorded(sqlite_store)
    store = opened(upkeep.back_up(folder, NOW))
    assert len(store.summaries(Filter())) == 3
    store.close()


def test_backups_under_a_busy_writer_are_all_whole(sqlite_store, upkeep, folder, path):
    case, stop = recorded(sqlite_store), threading.Event()

    def write():
        other, mine, number = opened(path), case, 0
        while not stop.is_set():
            number += 1
            mine = other.record(with_text(mine, f"Worte {number}"), a_deed(Act.EDIT))
        other.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [upkeep.back_up(folder, NOW + n * DAY) for n in range(6)]
    finally:
        stop.set()
        writer.join()
    revisions = []
    for backup in made:
        store = opened(backup)
        assert store.verify() is None
        revisions.append(store.case(1).revision)
        store.close()
    assert revisions == sorted(revisions)


def test_a_backup_is_due_once_a_day(sqlite_store, upkeep, folder):
    assert upkeep.back_up_if_due(folder, NOW) is not None
    assert upkeep.back_up_if_due(folder, NOW + dt.timedelta(hours=8)) is None
    assert upkeep.back_up_if_due(folder, NOW + DAY) is not None


def test_a_damaged_store_is_not_backed_up_over_a_good_backup(sqlite_store, upkeep, folder):
    recorded(sqlite_store)
    good = upkeep.back_up(folder, NOW)
    connection = sqlite_store._connection
    for (name,) in connection.read("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.raw.execute(f"DROP TRIGGER {name}")
    connection.raw.execute("UPDATE revision SET content = replace(content, 'Daun', 'Bonn')")
    with pytest.raises(StoreError) as error:
        upkeep.back_up(folder, NOW + DAY)
    assert error.value.code == "store.damaged"
    assert list(folder.iterdir()) == [good]
    with pytest.raises(StoreError):
        upkeep.full_check()


def test_a_sound_store_passes_every_check(sqlite_store, upkeep):
    recorded(sqlite_store)
    upkeep.quick_check()
    upkeep.full_check()
    assert (upkeep.path, upkeep.read_only) == (sqlite_store.path, "")


def test_a_broken_trail_is_found_by_the_full_check(sqlite_store, upkeep):
    recorded(sqlite_store)
    sqlite_store._connection.raw.execute("DROP TRIGGER audit_no_update")
    sqlite_store._connection.raw.execute("UPDATE audit SET reason = 'x'")
    assert refused(upkeep.full_check) == (
        "store.damaged",
        {"path": str(sqlite_store.path), "detail": "audit.changed", "case": 1},
    )


HARMED = {
    "an older step": "UPDATE revision SET content = replace(content, 'Daun', 'Bonn') WHERE change = 1",
    "a remark": "UPDATE remark SET text = 'x'",
}


@pytest.mark.parametrize("statement", HARMED.values(), ids=HARMED)
def test_words_that_only_one_place_has_are_looked_at_by_the_full_check(sqlite_store, upkeep, statement):
    remark = Remark(NOW, "rita", Act.RETURN, "Ort prüfen", 1)
    case = recorded(sqlite_store, a_case(remarks=(remark,)))
    sqlite_store.record(with_text(case, "danach"))
    for (name,) in sqlite_store._connection.read("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        sqlite_store._connection.raw.execute(f"DROP TRIGGER {name}")
    sqlite_store._connection.raw.execute(statement)
    assert refused(upkeep.full_check)[0] == "store.damaged"


def test_a_harmed_page_is_found_by_both_checks(sqlite_store, path, monkeypatch):
    monkeypatch.setattr(opening, "CHECKED_AT_OPENING", 0)
    recorded(sqlite_store)
    sqlite_store.close()
    harm(path, "case_issue")
    store = opened(path)
    upkeep = SqliteUpkeep(store, store._connection)
    for check in (upkeep.quick_check, upkeep.full_check):
        code, facts = refused(check)
        assert (code, facts["path"]) == ("store.damaged", str(path))
        assert "age" in facts["detail"]  # SQLite names the page or the tree
    store.close()


def test_a_backup_that_cannot_be_written_leaves_nothing(sqlite_store, upkeep, tmp_path):
    (tmp_path / "file").write_text("x")
    code, facts = refused(upkeep.back_up, tmp_path / "file", NOW)
    assert (code, facts["path"]) == (
        "backup.failed",
        str(tmp_path / "file" / "notices-2023-09-29T08-30-00Z.db"),
    )
    assert "xists" in facts["detail"]
    assert (tmp_path / "file").read_text() == "x"


def test_what_a_crash_left_of_a_backup_does_not_stand_in_the_way(sqlite_store, upkeep, folder):
    folder.mkdir()
    for suffix in ("", "-journal", "-wal", "-shm"):
        (folder / f"notices-2023-09-29T08-30-00Z.part{suffix}").write_bytes(b"half")
    backup = upkeep.back_up(folder, NOW)
    assert list(folder.iterdir()) == [backup]


def test_what_a_crash_left_of_a_backup_is_swept_out_on_another_day(upkeep, folder):
    """A backup of the same day may just be written by another desk."""
    folder.mkdir()
    parts = [folder / f"notices-2023-09-29T07-00-00Z.part{suffix}" for suffix in ("", "-journal")]
    for part in parts:
        part.write_bytes(b"half")
    first = upkeep.back_up(folder, NOW)
    assert sorted(folder.iterdir()) == sorted([*parts, first])
    second = upkeep.back_up(folder, NOW + DAY)
    assert sorted(folder.iterdir()) == [first, second]


def test_of_good_backups_the_newest_is_offered(upkeep, folder):
    upkeep.back_up(folder, NOW)
    newest = upkeep.back_up(folder, NOW + 2 * DAY)
    upkeep.back_up(folder, NOW + DAY)
    assert newest_good(folder, LATER) == newest


def test_a_clock_that_was_ahead_for_a_day_spoils_no_backup_after_it(upkeep, folder):
    """What was written under a date of next year is old by next week, whatever its name says."""
    ahead = upkeep.back_up(folder, NOW + 400 * DAY)
    assert newest_good(folder, NOW) == ahead
    today = upkeep.back_up_if_due(folder, NOW)
    assert upkeep.back_up_if_due(folder, NOW) is None
    assert newest_good(folder, NOW) == today


def test_the_newest_good_backup_is_found_past_damaged_ones_and_strangers(sqlite_store, upkeep, folder):
    recorded(sqlite_store)
    good = upkeep.back_up(folder, NOW)
    bad = upkeep.back_up(folder, NOW + DAY)
    bad.write_bytes(bad.read_bytes()[:5000])
    (folder / "notices-9999-01-01T00-00-00Z.db").write_bytes(b"x")
    (folder / "notes.txt").write_text("x")
    assert newest_good(folder, LATER) == good
    good.unlink()
    assert newest_good(folder, LATER) is None
    assert newest_good(folder / "nothing", LATER) is None


def test_an_error_that_a_backup_cures_names_the_newest_good_one(sqlite_store, upkeep, folder):
    recorded(sqlite_store)
    good = upkeep.back_up(folder, NOW)
    for code, facts in (("store.damaged", {"x": 1, "backup": str(good)}), ("store.full", {"x": 1})):
        with pytest.raises(StoreError) as error, with_backup(folder, LATER):
            raise StoreError(code, x=1)
        assert (error.value.code, error.value.facts) == (code, facts)
    good.unlink()
    with pytest.raises(StoreError) as error, with_backup(folder, LATER):
        raise StoreError("store.emptied")
    assert error.value.facts == {"backup": ""}


def test_restoring_puts_the_backup_in_place_and_keeps_the_old_file(sqlite_store, upkeep, folder, path):
    case = recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    newer = sqlite_store.record(with_text(case, "danach"))
    sqlite_store.close()
    aside = restore(backup, path, NOW + DAY)
    assert aside.name == "notices.db.2023-09-30T08-30-00Z.replaced"
    restored, old = opened(path), opened(aside)
    assert restored.case(1) == case
    assert old.case(1) == newer
    for store in (restored, old):
        store.close()


def test_restoring_where_nothing_is_left_puts_nothing_aside(sqlite_store, upkeep, folder, path):
    recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    sqlite_store.close()
    path.unlink()
    assert restore(backup, path, NOW) is None
    store = opened(path)
    assert len(store.summaries(Filter())) == 1
    store.close()


def test_the_journal_of_an_emptied_store_is_put_aside_with_it(sqlite_store, upkeep, folder, path):
    """It may hold the last saves; left where it is, it would be played back into the restored file."""
    recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    sqlite_store.close()
    path.write_bytes(b"")
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).write_bytes(suffix.encode())
    aside = restore(backup, path, NOW)
    for suffix in ("-wal", "-shm", "-journal"):
        assert aside.with_name(aside.name + suffix).read_bytes() == suffix.encode()
        assert not path.with_name(path.name + suffix).exists()


def test_restoring_leaves_no_trace_beside_what_is_restored(sqlite_store, path, folder):
    """It may lie on a disk that can only be read; any copy of a store will do, not only our backups."""
    recorded(sqlite_store)
    sqlite_store.close()
    folder.mkdir()
    copy = folder / "copy.db"
    content = path.read_bytes()
    copy.write_bytes(content)
    restore(copy, path, NOW)
    assert list(folder.iterdir()) == [copy]
    assert copy.read_bytes() == content


def test_restoring_makes_the_folder_anew_where_it_was_removed(upkeep, folder, tmp_path):
    target = tmp_path / "a" / "b" / "notices.db"
    assert restore(upkeep.back_up(folder, NOW), target, NOW) is None
    opened(target).close()


def test_a_place_where_nothing_can_be_restored_is_named(upkeep, folder, tmp_path):
    backup = upkeep.back_up(folder, NOW)
    (tmp_path / "file").write_text("x")
    target = tmp_path / "file" / "notices.db"
    code, facts = refused(restore, backup, target, NOW)
    assert (code, facts["path"]) == ("backup.failed", str(target))
    assert facts["detail"]


@pytest.mark.parametrize("content", [b"", b"no database" * 500])
def test_restoring_over_an_empty_or_broken_file_works(sqlite_store, upkeep, folder, path, content):
    recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    sqlite_store.close()
    path.write_bytes(content)
    aside = restore(backup, path, NOW)
    assert aside.read_bytes() == content
    store = opened(path)
    assert len(store.summaries(Filter())) == 1
    store.close()


def test_a_store_that_another_desk_has_open_is_not_replaced_under_it(
    sqlite_store, upkeep, folder, path, monkeypatch
):
    monkeypatch.setattr(connecting, "PATIENCE", 1)
    monkeypatch.setattr(connecting, "BUSY_MILLISECONDS", 1)
    case = recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    if sqlite_store._connection.is_wal:
        with pytest.raises(StoreError) as refused:
            restore(backup, path, NOW)
        assert (refused.value.code, refused.value.facts) == ("store.in-use", {"path": str(path)})
        assert sqlite_store.record(with_text(case, "weiter")).revision == 2
        assert [entry.name for entry in path.parent.iterdir() if "part" in entry.name] == []


def test_a_desk_that_had_the_replaced_file_open_saves_nothing_into_the_void(
    sqlite_store, upkeep, folder, path, monkeypatch
):
    monkeypatch.setattr(upkeeping, "_settle", lambda target: None)
    case = recorded(sqlite_store)
    restore(upkeep.back_up(folder, NOW), path, NOW)
    with pytest.raises(StoreError) as refused:
        sqlite_store.record(with_text(case, "ins Leere"))
    assert refused.value.code == "store.vanished"


def test_a_damaged_backup_is_not_restored(sqlite_store, upkeep, folder, path):
    case = recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    backup.write_bytes(backup.read_bytes()[:8000])
    with pytest.raises(StoreError):
        restore(backup, path, NOW)
    assert sqlite_store.case(1) == case
    nothing = folder / "nothing.db"
    assert refused(restore, nothing, path, NOW) == ("backup.missing", {"path": str(nothing)})


def test_a_backup_of_something_else_is_not_restored(path, tmp_path, sqlite_store):
    foreign = tmp_path / "foreign.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE t (x)")
    other.close()
    assert refused(restore, foreign, path, NOW) == ("store.not-ours", {"path": str(foreign)})


def test_a_backup_of_another_store_does_not_pass_for_one_of_this(sqlite_store, folder, tmp_path):
    other = opened(tmp_path / "other.db")
    recorded(other)
    backup = SqliteUpkeep(other, other._connection).back_up(folder, NOW)
    assert refused(upkeeping._proved, backup, sqlite_store.identity) == (
        "store.another",
        {"path": str(backup)},
    )
    other.close()


def test_after_800_days_19_or_20_backups_are_left():
    start = dt.datetime(2024, 1, 1, 18, tzinfo=dt.UTC)
    kept = frozenset()
    for day in range(800):
        kept = worth_keeping({*kept, start + day * DAY})
    assert 19 <= len(kept) <= 20
    newest = sorted(kept, reverse=True)
    assert newest[:7] == [start + (799 - n) * DAY for n in range(7)]
    assert newest[-1].month == (start + 799 * DAY).month % 12 + 1
    assert (newest[0] - newest[-1]).days > 300


def test_where_a_folder_cannot_be_brought_to_the_disk_work_goes_on(tmp_path):
    sync_folder(tmp_path / "nothing")


def test_the_newest_of_each_day_stays():
    morning, evening = NOW, NOW + dt.timedelta(hours=6)
    assert worth_keeping({morning, evening}) == {evening}
    assert worth_keeping(()) == frozenset()


def test_weeks_end_on_sunday_and_months_on_their_last_day():
    days = [dt.datetime(2026, 11, day, tzinfo=dt.UTC) for day in range(1, 23)]
    kept = sorted(moment.day for moment in worth_keeping(days))
    # the last seven days 16-22; Sundays 22, 15, 8, 1; the month 22
    assert kept == [1, 8, 15, 16, 17, 18, 19, 20, 21, 22]


def test_rotation_removes_what_is_not_worth_keeping(sqlite_store, upkeep, folder):
    for day in range(12):
        upkeep.back_up(folder, NOW + day * DAY)
    (folder / "notes.txt").write_text("stays")
    assert (folder / "notes.txt").exists()
    assert len(list(backups(folder))) < 12
    assert max(moment for _, moment in backups(folder)) == NOW + 11 * DAY


def test_vacuum_forgets_words_that_are_gone_and_finds_all_others(sqlite_store, upkeep):
    case = recorded(sqlite_store)
    sqlite_store.record(with_text(case, "Fragestunde"))
    vocabulary = "SELECT count(*) FROM vocabulary WHERE word = ?"
    assert sqlite_store._connection.value(vocabulary, ["einwohnerfragestunde"]) == 1
    before, after = upkeep.vacuum()
    assert min(before, after) > 0
    assert sqlite_store._connection.value(vocabulary, ["einwohnerfragestunde"]) == 0
    for query in ("fragestunde", "stunde", "klima", "mobilitaet"):
        assert len(sqlite_store.search(query, Filter())) == 1
    upkeep.full_check()


def test_vacuum_gives_space_back(sqlite_store, upkeep, monkeypatch):
    monkeypatch.setattr(writing, "JOURNAL_LENGTH", 2)
    case = recorded(sqlite_store)
    case = sqlite_store.record(with_text(case, "lang " * 40_000))
    for number in range(4):
        case = sqlite_store.record(with_text(case, f"kurz {number}"))
    sqlite_store._connection.read("PRAGMA wal_checkpoint(TRUNCATE)")
    before, after = upkeep.vacuum()
    assert after < before * 0.8


def test_flipped_bits_are_always_recognised_or_harmless(sqlite_store, upkeep, folder, tmp_path):
    """Of 60 single flipped bits none changes in silence what a case says; the long form takes 400."""
    for _ in range(5):
        recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    assert silent_flips(backup, tmp_path / "flipped.db", count=60, seed=1) == []
