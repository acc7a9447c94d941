"""Full, vanished and flipped: what can be read stays readable, what cannot be saved is refused with a sentence."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from noticeeditor.i18n.sentences import error_sentence
from noticeeditor.i18n.storing import STORING
from noticeeditor.store.contract import Filter, StoreError
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from tests.cases import recorded, with_text
from tests.reliability.flips import silent_flips

RELEASED = max((Path(__file__).parents[1] / "store" / "released").glob("*.db"))


def refused(store, case, text="x"):
    with pytest.raises(StoreError) as error:
        store.record(with_text(case, text))
    assert error.value.code in STORING
    assert "{" not in error_sentence(error.value)
    return error.value.code


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(open_store(tmp_path / "folder" / "notices.db"))
    yield store
    store.close()


def test_on_a_full_disk_nothing_is_saved_all_is_read_and_saving_goes_on_when_there_is_room(store):
    case = recorded(store)
    raw = store._connection.raw
    raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")
    assert refused(store, case, "lang " * 20_000) == "store.full"
    assert store.case(case.id) == case
    assert len(store.search("klimaschutz", Filter())) == 1
    assert store.verify() is None
    raw.execute("PRAGMA max_page_count = 1000000")
    assert store.record(with_text(case, "lang " * 20_000)).revision == 2


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 1 MB, where the tests may mount one."""
    place = tmp_path / "small"
    place.mkdir()
    if sys.platform != "linux" or not shutil.which("mount"):
        pytest.skip("only Linux mounts a file system in memory")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("these tests may not mount a file system")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(filler):
    """Write until nothing more fits."""
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))


def attempt(store, changed, case):
    """Save; return the newest case and the code of the refusal, if there was one."""
    try:
        return store.record(changed), ""
    except StoreError as error:
        return case, error.code


@pytest.mark.long
def test_a_file_system_that_is_really_full_loses_nothing(small_disk):
    store = SqliteStore(open_store(small_disk / "notices.db"))
    case = recorded(store)
    filler = small_disk / "filler"
    fill(filler)
    saved = None
    for number in range(50):
        saved = with_text(case, f"{number} " * 2_000)
        case, code = attempt(store, saved, case)
        if code:
            break
    assert code == "store.full"
    assert store.case(1) == case
    filler.unlink()
    case = store.record(saved)
    store.close()
    again = SqliteStore(open_store(small_disk / "notices.db"))
    assert again.case(1) == case
    again.close()


@pytest.mark.long
def test_a_store_on_a_full_disk_is_opened_for_reading_and_says_why(small_disk):
    path = small_disk / "notices.db"
    store = SqliteStore(open_store(path))
    case = recorded(store)
    store.close()
    fill(small_disk / "filler")
    store = SqliteStore(open_store(path))
    assert store.read_only == "store.full"
    assert store.case(1) == case
    assert len(store.search("klimaschutz", Filter())) == 1
    assert refused(store, case) == "store.full"
    store.close()
    (small_disk / "filler").unlink()
    store = SqliteStore(open_store(path))
    assert store.record(with_text(case, "x")).revision == 2
    store.close()


def test_a_folder_that_was_removed_takes_no_save_into_the_void(store):
    case = recorded(store)
    shutil.rmtree(store.path.parent)
    assert refused(store, case) == "store.vanished"


@pytest.mark.long
def test_of_four_hundred_flipped_bits_none_is_silent(tmp_path):
    assert silent_flips(RELEASED, tmp_path / "flipped.db", count=400, seed=5) == []


def test_of_a_few_flipped_bits_none_is_silent(tmp_path):
    assert silent_flips(RELEASED, tmp_path / "flipped.db", count=40, seed=6) == []
