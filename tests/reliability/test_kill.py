"""``kill -9`` in the midst of saves, migrations, backups and exports: nothing acknowledged is lost, nothing is half."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from noticeeditor import wiring
from noticeeditor.desk import exporting
from noticeeditor.export.formats import Options
from noticeeditor.store.contract import Filter
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.store.sqlite.upkeep import SqliteUpkeep, backups, newest_good
from tests.builders import a_notice, an_agenda
from tests.cases import recorded
from tests.reliability.writer import AT, next_case, opened, words, wrong_with

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="os.fork and SIGKILL are not known there")
LONGEST = 0.06


def saves(folder, note):
    """Save until the end, in every process anew."""
    store = opened(folder)
    while True:
        note(next_case(store).revision)


def migrates(folder, note):
    """Make new stores and save once in each, beginning with the one that was killed."""
    number = max(0, len(list(folder.glob("new-*.db"))) - 1)
    while True:
        store = SqliteStore(open_store(folder / f"new-{number}.db"))
        if not store.summaries(Filter()):
            recorded(store)
        store.close()
        note(number)
        number += 1


def backs_up(folder, note):
    """Save and back up by turns."""
    store = opened(folder)
    upkeep = SqliteUpkeep(store, store._connection)
    while True:
        revision = next_case(store).revision
        upkeep.back_up(folder / "backups", AT.replace(microsecond=0) + AT.resolution * revision * 1_000_000)
        note(revision)


def exports(folder, note):
    """Write the same file with ever new words."""
    target = folder / "notice.txt"
    number = exported_number(target) if target.exists() else 0
    while True:
        number += 1
        notice = a_notice(agenda=an_agenda(words(number)))
        rendering = exporting.render(exporting.composed(notice, wiring.profile().style), "txt", Options())
        exporting.write(rendering, target, replace=True)
        note(number)


def exported_number(target):
    return int(target.read_text("utf-8").partition("Revision ")[2].partition(":")[0])


def is_saved(folder, last):
    return (
        wrong_with(last, folder, thorough=False) if (folder / "notices.db").exists() else "the file is gone"
    )


def is_migrated(folder, last):
    for number in range(max(0, last - 3), last + 2):
        path = folder / f"new-{number}.db"
        if path.exists() or number <= last:
            store = SqliteStore(open_store(path))
            count = len(store.summaries(Filter()))
            store.close()
            if count != 1 and number <= last:
                return f"store {number} has {count} cases"
    return ""


def is_backed_up(folder, last):
    found = dict(backups(folder / "backups"))
    if not found:
        return "" if last == 0 else "no backup"
    if newest_good(folder / "backups", max(found.values())) != max(found):
        return "the newest backup is not good"
    newest = SqliteStore(open_store(max(found)))
    revision = newest.case(1).revision
    newest.close()
    return is_saved(folder, last) if revision >= last else f"backup of revision {revision} instead of {last}"


def is_exported(folder, last):
    if last == 0:
        return ""
    text, found = (folder / "notice.txt").read_text("utf-8"), exported_number(folder / "notice.txt")
    rest = [
        path.name
        for path in folder.iterdir()
        if path.name != "notice.txt" and path.suffix in {".txt", ".pdf"}
    ]
    if f"{words(found)}\n" not in text or not text.endswith("Landrätin\n") or rest:
        return f"half a file, or leftovers: {rest}"
    return "" if found >= last else f"words {found} instead of {last}"


KINDS: dict[str, tuple[Callable[[Path, Callable[[int], None]], None], Callable[[Path, int], str]]] = {
    "saves": (saves, is_saved),
    "migrations": (migrates, is_migrated),
    "backups": (backs_up, is_backed_up),
    "exports": (exports, is_exported),
}


def kill(work: Callable[[Path, Callable[[int], None]], None], folder: Path, after: float) -> int:
    """Let a process work, kill it after some seconds, and return the last number that it acknowledged."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            work(folder, lambda number: os.write(writing, f"{number}\n".encode()) and None)
        finally:
            os._exit(1)
    os.close(writing)
    with open(reading, "rb") as acknowledged:  # noqa: PTH123 - a pipe has no path
        first = acknowledged.readline()
        time.sleep(after)  # the moment of the kill is what is tried here
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        lines = (first + acknowledged.read()).split()
    return max(map(int, lines), default=0)


def losses(kind: str, folder: Path, times: int, seed: int = 7) -> list[str]:
    """Return what was lost in so many kills."""
    work, wrong = KINDS[kind]
    random_, last, lost = random.Random(seed), 0, []
    for number in range(times):
        last = max(last, kill(work, folder, random_.uniform(0, LONGEST)))
        if found := wrong(folder, last):
            lost.append(f"kill {number}: {found}")
    return lost


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_kills_lose_nothing(kind, tmp_path):
    assert losses(kind, tmp_path, 6) == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(7))
def test_seven_hundred_kills_during_saves_lose_nothing(part, tmp_path):
    assert losses("saves", tmp_path, 100, seed=part) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", ["migrations", "backups", "exports"])
def test_a_hundred_kills_during_each_other_work_lose_nothing(kind, tmp_path):
    assert losses(kind, tmp_path, 100) == []
