"""Backups, restoring, rotation, checks and vacuum."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from noticeeditor.store.contract import Filter, StoreError
from noticeeditor.store.rotation import worth_keeping
from noticeeditor.store.sqlite import connection as connecting
from noticeeditor.store.sqlite import upkeep as upkeeping
from noticeeditor.store.sqlite import writing
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.store.sqlite.upkeep import (
    SqliteUpkeep,
    backups,
    newest_good,
    restore,
    with_backup,
)
from noticeeditor.workflow.acts import Act
from tests.cases import NOW, a_deed, recorded, with_text
from tests.reliability.flips import silent_flips

DAY = dt.timedelta(days=1)


@pytest.fixture
def upkeep(sqlite_store):
    return SqliteUpkeep(sqlite_store, sqlite_store._connection)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def opened(path):
    return SqliteStore(open_store(path))


def test_a_backup_is_one_whole_file_named_by_its_moment(sqlite_store, upkeep, folder):
    case = recorded(sqlite_store)
    backup = upkeep.back_up(folder, NOW)
    assert [path.name for path in folder.iterdir()] == ["notices-2023-09-29T08-30-00Z.db"]
    store = opened(backup)
    assert store.case(case.id) == case
    assert store.identity == sqlite_store.identity
    store.close()


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
    with pytest.raises(StoreError) as error:
        upkeep.full_check()
    assert error.value.facts["detail"] == "audit.changed"
    assert error.value.facts["case"] == 1


def test_a_backup_that_cannot_be_written_leaves_nothing(sqlite_store, upkeep, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as error:
        upkeep.back_up(tmp_path / "file", NOW)
    assert error.value.code == "backup.failed"
    assert (tmp_path / "file").read_text() == "x"


def test_what_a_crash_left_of_a_backup_does_not_stand_in_the_way(sqlite_store, upkeep, folder):
    folder.mkdir()
    (folder / "notices-2023-09-29T08-30-00Z.part").write_bytes(b"half")
    backup = upkeep.back_up(folder, NOW)
    assert list(folder.iterdir()) == [backup]


def test_the_newest_good_backup_is_found_past_damaged_ones_and_strangers(sqlite_store, upkeep, folder):
    recorded(sqlite_store)
    good = upkeep.back_up(folder, NOW)
    bad = upkeep.back_up(folder, NOW + DAY)
    bad.write_bytes(bad.read_bytes()[:5000])
    (folder / "notices-9999-01-01T00-00-00Z.db").write_bytes(b"x")
    (folder / "notes.txt").write_text("x")
    assert newest_good(folder) == good
    good.unlink()
    assert newest_good(folder) is None
    assert newest_good(folder / "nothing") is None


def test_an_error_that_a_backup_cures_names_the_newest_good_one(sqlite_store, upkeep, folder):
    recorded(sqlite_store)
    good = upkeep.back_up(folder, NOW)
    for code, facts in (("store.damaged", {"x": 1, "backup": str(good)}), ("store.full", {"x": 1})):
        with pytest.raises(StoreError) as error, with_backup(folder):
            raise StoreError(code, x=1)
        assert (error.value.code, error.value.facts) == (code, facts)
    good.unlink()
    with pytest.raises(StoreError) as error, with_backup(folder):
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
    with pytest.raises(StoreError) as error:
        restore(folder / "nothing.db", path, NOW)
    assert error.value.code == "backup.missing"


def test_a_backup_of_something_else_is_not_restored(path, tmp_path, sqlite_store):
    from noticeeditor.store.sqlite.connection import sqlite3

    foreign = tmp_path / "foreign.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError) as error:
        restore(foreign, path, NOW)
    assert error.value.code == "store.not-ours"


def test_a_backup_of_another_store_does_not_pass_for_one_of_this(sqlite_store, folder, tmp_path):
    other = opened(tmp_path / "other.db")
    recorded(other)
    backup = SqliteUpkeep(other, other._connection).back_up(folder, NOW)
    with pytest.raises(StoreError) as error:
        upkeeping._proved(backup, sqlite_store.identity)
    assert error.value.code == "store.another"
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
