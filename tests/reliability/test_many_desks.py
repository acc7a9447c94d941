"""Several processes at one file: nobody is told "locked", nothing is overwritten, no save is lost."""

from __future__ import annotations

import multiprocessing
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from msgspec.structs import replace

from noticeeditor.store.contract import Stale
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.workflow.acts import Act
from tests.cases import a_deed, recorded


def add_remarks(path: str, desk: int, until: float, most: int, answers) -> None:
    """Add remarks to the one notice, each time to the newest wording; answer how many were acknowledged."""
    store, done = SqliteStore(open_store(Path(path))), 0
    case = store.case(1)
    try:
        while done < most and time.monotonic() < until:
            notice = replace(case.notice, remarks=(*case.notice.remarks[-200:], f"{desk}/{done}"))
            answer = store.record(replace(case, notice=notice), a_deed(Act.EDIT, person=f"desk-{desk}"))
            if isinstance(answer, Stale):
                case = answer.current
            else:
                case, done = answer, done + 1
        answers.put((desk, done, ""))
    except Exception as error:  # noqa: BLE001 - whatever it is, the user would have seen it
        answers.put((desk, done, repr(error)))
    finally:
        store.close()


def at_once(path: Path, desks: int, seconds: float, most: int) -> list[tuple[int, int, str]]:
    context = multiprocessing.get_context("spawn")
    answers, until = context.Queue(), time.monotonic() + seconds
    processes = [
        context.Process(target=add_remarks, args=(str(path), desk, until, most, answers))
        for desk in range(desks)
    ]
    with ExitStack() as cleaning:
        for process in processes:
            process.start()
            cleaning.callback(process.join)
        return [answers.get(timeout=seconds + 60) for _ in processes]


def check(path: Path, answers: list[tuple[int, int, str]]) -> None:
    """Every acknowledged remark is one revision and one entry of the trail; nobody saw an error."""
    assert [error for _, _, error in answers if error] == []
    acknowledged = sum(done for _, done, _ in answers)
    store = SqliteStore(open_store(path))
    case = store.case(1)
    assert case.revision == acknowledged + 1
    people = [entry.person for entry in store.entries(1)]
    assert {desk: people.count(f"desk-{desk}") for desk, _, _ in answers} == {
        desk: n for desk, n, _ in answers
    }
    assert len(set(case.notice.remarks)) == len(case.notice.remarks)
    assert store.verify() is None
    store.close()


@pytest.fixture
def path(tmp_path):
    store = SqliteStore(open_store(tmp_path / "notices.db"))
    recorded(store)
    store.close()
    return tmp_path / "notices.db"


def test_three_processes_lose_no_update(path):
    answers = at_once(path, desks=3, seconds=60, most=15)
    assert sum(done for _, done, _ in answers) == 45
    check(path, answers)


@pytest.mark.long
def test_eight_processes_with_two_hundred_saves_each_lose_no_update(path):
    answers = at_once(path, desks=8, seconds=300, most=200)
    assert sum(done for _, done, _ in answers) == 1600
    check(path, answers)


@pytest.mark.long
def test_two_processes_write_for_a_minute_without_an_error(path):
    check(path, at_once(path, desks=2, seconds=60, most=1_000_000))
