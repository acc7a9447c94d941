"""How fast the store is, and that it does not get slower with the number of cases.

python tests/bench/store.py            1,000 and 100,000 cases
python tests/bench/store.py --long     1,000,000 cases as well (half an hour and 10 GB of disk)

Each file is read once before, as one in daily use is in memory; the last lines begin with nothing in memory.
All sizes are measured in one run; ``x`` is the ratio to the smallest. Times are in ms; ``cpu`` is the median
of the processor's time, which other programs on the machine hardly change.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[2]))

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart
from noticeeditor.notice.body import PublicBody
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import Notice
from noticeeditor.store.contract import Filter, Order
from noticeeditor.store.sqlite.connection import sqlite3
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.store.sqlite.writing import prepare, write
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import Deed
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.journal import Step
from tests.builders import a_notice

NOW = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
BATCH = 2_000
STATES = (State.PUBLISHED,) * 90 + (State.DRAFT,) * 3 + (State.IN_REVIEW, State.RETURNED, State.SIGNED_OFF)
FIRST = [
    "Kreis",
    "Klima",
    "Schul",
    "Jugend",
    "Straßen",
    "Wasser",
    "Müll",
    "Bau",
    "Verkehrs",
    "Kultur",
    "Sport",
    "Haushalts",
    "Gesundheits",
    "Rettungs",
    "Wald",
    "Energie",
    "Abfall",
    "Tourismus",
    "Wirtschafts",
    "Sozial",
    "Pflege",
    "Breitband",
    "Denkmal",
    "Feuerwehr",
    "Umwelt",
    "Radwege",
    "Brücken",
    "Flächen",
    "Vulkan",
    "Eifel",
    "Bürger",
    "Senioren",
    "Bildungs",
    "Digital",
    "Katastrophen",
    "Naturschutz",
    "Gewerbe",
    "Orts",
    "Vereins",
    "Friedhofs",
]
MIDDLE = [
    "schutz",
    "entwicklungs",
    "nutzungs",
    "förder",
    "sanierungs",
    "planungs",
    "gebühren",
    "versorgungs",
    "ausbau",
    "beschaffungs",
    "struktur",
    "verwaltungs",
    "rahmen",
    "teil",
    "gesamt",
    "sonder",
    "jahres",
    "vertrags",
    "anlagen",
    "leitungs",
]
LAST = [
    "konzept",
    "bericht",
    "satzung",
    "vergabe",
    "antrag",
    "ausschuss",
    "programm",
    "vertrag",
    "plan",
    "fortschreibung",
    "zuschuss",
    "anpassung",
    "änderung",
    "prüfung",
    "verordnung",
    "richtlinie",
    "vorlage",
    "beratung",
    "maßnahme",
    "projekt",
]
SMALL = [
    "der",
    "die",
    "das",
    "und",
    "für",
    "im",
    "des",
    "zur",
    "über",
    "nach",
    "vom",
    "mit",
    "bis",
    "sowie",
    "hier",
    "Antrag",
    "Sachstand",
    "Beschluss",
]
BODIES = tuple(PublicBody(f"{name}ausschuss", key=f"body-{n}") for n, name in enumerate(FIRST[:20]))
QUERIES = {
    "common word": "verschiedenes",
    "rare word": "xylophonkonzert",
    "prefix": "klimaschutz",
    "inside words": "satzung",
    "two terms": "radwege sanierung",
    "no hit": "quarzuhr",
    "three letters": "bau",
}


def a_varied_notice(random_: random.Random, number: int) -> Notice:
    """A notice of eight items; long words repeat as they do in a house, new ones keep coming."""
    items = [" ".join(_words(random_)) for _ in range(7)] + ["Verschiedenes"]
    if number % 5_000 == 17:
        items[3] += " Xylophonkonzert"
    part = AgendaPart(
        "p", "Öffentliche Sitzung", items=tuple(AgendaItem(f"i{n}", t) for n, t in enumerate(items))
    )
    day = dt.date(2000, 1, 1) + dt.timedelta(days=number % 9_000)
    notice = a_notice(agenda=Agenda((part,)))
    deadline = dt.datetime.combine(day - dt.timedelta(days=10), dt.time(12))
    issue = GazetteIssue(
        "Kreisnachrichten", day.isocalendar().week, day.year, deadline, day - dt.timedelta(days=4)
    )
    sitting = replace(notice.sitting, body=random_.choice(BODIES), date=day)
    return replace(notice, sitting=sitting, issue=issue)


def _words(random_: random.Random) -> Iterator[str]:
    for _ in range(random_.randint(3, 8)):
        yield random_.choice(SMALL)
        rank = min(int(random_.paretovariate(0.6)), 16_000)
        yield FIRST[rank % 40] + MIDDLE[rank // 40 % 20] + LAST[rank // 800 % 20]


def fill(path: Path, count: int) -> None:
    """Fill a store in large transactions, with the statements of every single save."""
    store = SqliteStore(open_store(path))
    random_ = random.Random(1)
    connection = store._connection
    connection.raw.execute("PRAGMA synchronous = OFF")
    for start in range(0, count, BATCH):
        with connection.writing() as db:
            for number in range(start, min(start + BATCH, count)):
                case = CaseFile(a_varied_notice(random_, number), authors=("anna",), changed=NOW)
                case = replace(case, state=random_.choice(STATES))
                write(db, case, Deed(NOW, "anna", Act.CREATE), Step(), prepare(case), None)
    connection.read("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()


def measured(
    work: Callable[[Any], object], times: int, prepared: Callable[[], object] = lambda: None
) -> dict[str, float]:
    """Return median and 95th percentile of the work in ms, and the median of its processor time.

    What is ``prepared`` for each time is not counted.
    """
    taken, busy = [], []
    for _ in range(times):
        given = prepared()
        begun, worked = time.perf_counter(), time.process_time()
        work(given)
        busy.append(1000 * (time.process_time() - worked))
        taken.append(1000 * (time.perf_counter() - begun))
    taken.sort()
    return {"p50": taken[times // 2], "p95": taken[int(times * 0.95)], "cpu": sorted(busy)[times // 2]}


def opening(path: Path, times: int = 20) -> dict[str, float]:
    """Return how long a fresh process takes from imported modules to the first list."""
    command = [sys.executable, __file__, "--open", str(path)]
    taken = [tuple(map(float, subprocess.check_output(command).split())) for _ in range(times)]
    wall, busy = (sorted(column) for column in zip(*taken, strict=True))
    return {"p50": wall[times // 2], "p95": wall[int(times * 0.95)], "cpu": busy[times // 2]}


def open_once(path: Path) -> tuple[float, float]:
    """Return the ms of one opening with the first list, and its processor time."""
    begun, worked = time.perf_counter(), time.process_time()
    store = SqliteStore(open_store(path))
    assert len(store.summaries(Filter())) == 50
    taken = 1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - worked)
    store.close()
    return taken


def measure(path: Path, count: int) -> dict[str, dict[str, float]]:
    """Return all figures of one size."""
    store = SqliteStore(open_store(path))
    random_ = random.Random(2)
    found = {"open and first list": opening(path)}
    saves: dict[str, tuple[Save, Callable[[], CaseFile]]] = {
        "save of one case, again and again": (_deed_and_all, lambda: _with_other_items(store, random_)),
        "save of any case, all of it changed": (_deed_and_all, lambda: _reworded(store, random_, count)),
        "autosave of any case, all of it changed": (_step_alone, lambda: _reworded(store, random_, count)),
    }
    for name, (save, reworded) in saves.items():
        found[name] = measured(lambda case, save=save: save(store, case), 400, reworded)
    drafts = Filter(states=frozenset({State.DRAFT}))
    found["newest 50 of a state"] = measured(lambda _: store.summaries(drafts), 60)
    both = Filter(states=frozenset({State.DRAFT, State.RETURNED}))
    found["newest 50 of two states"] = measured(lambda _: store.summaries(both), 60)
    found["next 50 by deadline"] = measured(lambda _: store.summaries(Filter(order=Order.DEADLINE)), 60)
    found["one case"] = measured(lambda _: store.case(random_.randint(1, count)), 60)
    for order in (Order.NEWEST, Order.RELEVANCE):
        for kind, query in QUERIES.items():
            wanted = Filter(order=order, limit=20)
            name = f"search by {'date' if order is Order.NEWEST else 'relevance'}: {kind}"
            found[name] = measured(lambda _, query=query, wanted=wanted: store.search(query, wanted), 40)
    store.close()
    return found | from_disk(path, count)


def from_disk(path: Path, count: int, times: int = 30) -> dict[str, dict[str, float]]:
    """Return what the first search and the first save take when nothing of the file is in memory."""
    random_, opened = random.Random(3), []

    def anew() -> SqliteStore:
        while opened:
            opened.pop().close()
        opened.append(SqliteStore(open_store(path)))
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return opened[0]

    def reworded() -> CaseFile:
        return _reworded(anew(), random_, count)

    found = {
        "first search after the start, from the disk": measured(
            lambda store: store.search("verschiedenes", Filter(limit=20)), times, anew
        ),
        "first save after the start, from the disk": measured(
            lambda case: _deed_and_all(opened[0], case), times, reworded
        ),
    }
    opened.pop().close()
    return found


def _read_once(path: Path) -> None:
    """Bring a file into memory, where one in daily use is."""
    with path.open("rb", buffering=0) as file:
        while file.read(2**24):
            pass


Save = Callable[[SqliteStore, CaseFile], object]


def _with_other_items(store: SqliteStore, random_: random.Random) -> CaseFile:
    """Return the first case with other items, as somebody leaves it who goes on writing."""
    case = store.case(1)
    assert case is not None
    return replace(case, notice=replace(case.notice, agenda=a_varied_notice(random_, 1).agenda))


def _reworded(store: SqliteStore, random_: random.Random, count: int) -> CaseFile:
    """Return any case with other words, another body, another date and another issue."""
    case = store.case(random_.randint(1, count))
    assert case is not None
    return replace(case, notice=a_varied_notice(random_, random_.randint(1, count)))


def _deed_and_all(store: SqliteStore, case: CaseFile) -> None:
    store.record(case, Deed(NOW, "berta", Act.EDIT), Step("type"))


def _step_alone(store: SqliteStore, case: CaseFile) -> None:
    store.record(case, None, Step("type"))


def table(results: dict[int, dict[str, dict[str, float]]]) -> Iterator[str]:
    """Yield the figures as lines, with the ratio of each median to the smallest size."""
    sizes = sorted(results)
    yield f"{'ms':<42}" + "".join(f"{size:>14,} p50    p95    cpu      x" for size in sizes)
    for name in results[sizes[0]]:
        base = results[sizes[0]][name]["p50"]
        cells = (results[size][name] for size in sizes)
        yield f"{name:<42}" + "".join(
            f"{cell['p50']:>18.2f} {cell['p95']:>6.2f} {cell['cpu']:>6.2f} {cell['p50'] / base:>6.2f}"
            for cell in cells
        )


def main() -> None:
    """Measure, print the table and write the JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--sizes", help="other sizes, parted by commas")
    parser.add_argument("--json", type=Path, default=Path("out/bench-store.json"))
    parser.add_argument("--folder", type=Path, help="where to put the stores, kept for the next run")
    parser.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.open:
        print(*open_once(wanted.open))
        return
    sizes = [int(size) for size in (wanted.sizes or "1000,100000").split(",")] + [1_000_000] * wanted.long
    with tempfile.TemporaryDirectory(dir=wanted.folder) as scratch:
        results = {size: _at_size(wanted.folder or Path(scratch), size) for size in sizes}
    print(
        f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}, medians and 95th percentiles in ms"
    )
    print("\n".join(table(results)))
    wanted.json.parent.mkdir(parents=True, exist_ok=True)
    wanted.json.write_text(json.dumps({"sqlite": sqlite3.sqlite_version, "ms": results}, indent=1), "utf-8")


def _at_size(folder: Path, size: int) -> dict[str, dict[str, float]]:
    path = folder / f"bench-{size}.db"
    begun = time.perf_counter()
    if not path.exists():
        fill(path, size)
    print(
        f"{size:,} cases: {path.stat().st_size / 2**20:,.0f} MB in {time.perf_counter() - begun:.0f} s",
        flush=True,
    )
    _read_once(path)
    return measure(path, size)


if __name__ == "__main__":
    main()
