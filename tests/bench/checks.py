"""How long the checks take: all rules over a notice of ten items, warm, without spelling.

python tests/bench/checks.py [--json]
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[2]))

from noticeeditor.checks import ALL_CHECKS, examine
from noticeeditor.checks.collisions import neighbour
from noticeeditor.checks.subject import subject_of
from noticeeditor.notice.agenda import AgendaItem
from noticeeditor.notice.notice import Notice
from tests.builders import a_notice, an_agenda
from tests.checks.context import a_context

TEXTS = (
    "Einwohnerfragestunde",
    "Genehmigung der Niederschrift der letzten öffentlichen Sitzung vom 15.05.2023",
    "Antrag der Kreistagsfraktion: „Programm ‚Dorf mit Zukunft‘ fortführen“",
    "Abstufung der K 28 gemäß § 38 Abs. 1 LStrG;\nhier: Auftragsvergabe über 120.000 Euro",
    "Bau von Radabstellanlagen an kreiseigenen Schulen - Umsetzung des Mobilitätskonzeptes für den Landkreis Vulkaneifel",
    "12. Änderung des Flächennutzungsplanes, Gemarkung Daun, Flur 12",
    "Nahverkehrsplan: Ortstermin am Samstag, dem 14.10.2023, um 10:00 Uhr",
    "Sachstand Deutschland Ticket",
    "Das Klimaschutzmanagement berichtet über Neuigkeiten im Bereich des Klimaschutzes",
    "Verschiedenes",
)
ROUNDS = 300


def notices(count: int, rounds: int) -> list[Notice]:
    """Notices of so many items, each with one item of its own, as after a keystroke."""
    texts = [TEXTS[n % len(TEXTS)] for n in range(count)]
    made = []
    for n in range(rounds):
        agenda = an_agenda(*texts)
        (part,) = agenda.parts
        typed = AgendaItem("item-typed", f"{TEXTS[4]} {n}")
        part = replace(part, items=(*part.items[:-1], typed))
        made.append(a_notice(agenda=replace(agenda, parts=(part,))))
    return made


def milliseconds(work: Callable[[Notice], object], inputs: list[Notice]) -> list[float]:
    """The processor time of each call: others on the machine do not count."""
    times = []
    for notice in inputs:
        begins = time.process_time()
        work(notice)
        times.append((time.process_time() - begins) * 1000)
    return times


def measured(count: int, rounds: int = ROUNDS) -> dict[str, float]:
    """Median and 95th percentile for notices of so many items, twenty others being known."""
    context = a_context(neighbours=tuple(neighbour(notice) for notice in notices(10, 20)))
    inputs = notices(count, rounds)
    milliseconds(lambda notice: examine(notice, context), inputs[:20])
    times = sorted(milliseconds(lambda notice: examine(notice, context), inputs))
    return {"median": statistics.median(times), "p95": times[int(len(times) * 0.95)]}


def slowest(count: int = 10) -> list[tuple[str, float]]:
    """The rules that take longest, in milliseconds."""
    context, inputs = a_context(), notices(10, 100)
    subjects = {id(notice): subject_of(notice) for notice in inputs}
    totals = []
    for check in ALL_CHECKS:
        times = milliseconds(
            lambda notice, check=check: list(check.examine(subjects[id(notice)], context)), inputs
        )
        totals.append((check.rule, statistics.median(times)))
    return sorted(totals, key=lambda entry: -entry[1])[:count]


def main() -> None:
    """Print the table, or JSON."""
    results = {str(count): measured(count) for count in (10, 100)}
    results["1000"] = measured(1000, 20)
    rules = slowest()
    if "--json" in sys.argv:
        print(json.dumps({"milliseconds": results, "slowest": dict(rules)}))
        return
    print(f"{len(ALL_CHECKS)} rules, ms a notice, without spelling")
    for count, times in results.items():
        print(f"{count:>5} items   median {times['median']:7.2f}   p95 {times['p95']:7.2f}")
    for rule, took in rules:
        print(f"      {rule:28} {took:.3f}")


if __name__ == "__main__":
    main()
