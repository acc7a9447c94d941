"""Compare the PDF engine of this project with its peers, in one run.

``python tests/bench/pdf.py [--rounds N] [--quick]`` sets up an environment for each
peer under build/bench/, measures all of them in turn, round after round, and prints a
table with medians and ratios; the figures go to build/bench/pdf.json as well. Two
runs of one engine are never compared across rounds: noise of the machine hits all.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
ENGINES = Path(__file__).parent / "pdf_engines"
BUILD = ROOT / "build" / "bench"
FONTS = ROOT / "resources" / "fonts"
SAMPLE = ROOT / "resources" / "samples" / "klimaschutz-2023.notice.json"


class Engine(Struct, frozen=True):
    """An engine: its worker, the packages of its environment, and whether it is too slow for long runs."""

    name: str
    worker: str
    packages: tuple[str, ...] = ()
    slow: bool = False

    @property
    def python(self) -> str:
        return str(BUILD / self.worker / "bin" / "python") if self.packages else sys.executable


PROJECT = Engine("this project, tagged A-2a UA-1 X-4", "project")
PLATYPUS = Engine("reportlab platypus, untagged", "platypus", ("reportlab==5.1.0",))
TYPST = Engine("typst, tagged A-2a UA-1", "typst_ua", ("typst",))
PEERS = (
    PLATYPUS,
    TYPST,
    Engine("WeasyPrint, tagged UA-1", "weasyprint_ua", ("weasyprint",), slow=True),
    Engine("fpdf2, untagged", "fpdf2_plain", ("fpdf2",), slow=True),
)

SUBJECTS = (
    "Linienbündel Kylltal", "Radabstellanlagen an kreiseigenen Schulen", "Gesundheitsmanagement",
    "Breitbandausbau im Außenbereich", "Katastrophenschutzbedarfsplan", "Kindertagesstätten-Bedarfsplanung",
    "Abfallgebührensatzung", "Straßenbaumaßnahme K 47, Ortsdurchfahrt Üdersdorf", "Deutschland Ticket",
    "Umsetzung des Mobilitätskonzeptes für den Landkreis Vulkaneifel", "Schülerbeförderung",
    "Sanierung der Turnhalle des Geschwister-Scholl-Gymnasiums Daun", "Klimaschutzkonzept",
    "Wärmeplanung der Verbandsgemeinde Gerolstein", "Hochwasservorsorge an der Lieser und der Kyll",
)  # fmt: skip
ACTS = (
    "Sachstand", "Beratung und Beschlussfassung über", "Vergabe von", "Bericht der Verwaltung zu", "Aktuelles aus",
    "Neufassung der Satzung über", "Kenntnisnahme:", "Fortschreibung", "Haushaltsplan 2024:",
)  # fmt: skip
BODIES = (
    "Kreistages",
    "Kreisausschusses",
    "Jugendhilfeausschusses",
    "Ausschuss Gesundheit, Demografie und Kultur",
)
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober")


def a_notice(seed: int, items: int = 7) -> dict[str, Any]:
    """Return a notice like the printed ones; the same seed gives the same notice."""
    chance = random.Random(seed * 7919 + items)
    year = chance.randint(2021, 2026)
    texts = [
        "Einwohnerfragestunde",
        f"Genehmigung der Niederschrift der Sitzung vom {chance.randint(10, 28)}.05.{year}",
    ]
    while len(texts) < items - 1:
        text = f"{chance.choice(ACTS)} {chance.choice(SUBJECTS)}"
        more = f" - {chance.choice(SUBJECTS)} (Vorlage {chance.randint(1, 999)}/{year})"
        texts.append(text + (more if chance.random() < 0.3 else ""))
    return {
        "title": "AMTLICHE BEKANNTMACHUNG",
        "opening": f"Am Montag, den {chance.randint(1, 28):02d}. {chance.choice(MONTHS)} {year}, findet um "
        f"{chance.randint(14, 19)}:30 Uhr, Sitzungssaal {chance.randint(1, 40)}, der Kreisverwaltung Vulkaneifel, Mainzer "
        f"Straße 25, 54550 Daun, eine öffentliche Sitzung des {chance.choice(BODIES)} des Landkreises Vulkaneifel mit "
        "folgender Tagesordnung statt:",
        "part": "I. Öffentliche Sitzung",
        "items": [*texts[: items - 1], "Verschiedenes"],
        "signature": [
            "Kreisverwaltung Vulkaneifel",
            f"54550 Daun, 29.09.{year}",
            "",
            "Julia Gieseking, Landrätin",
        ],
    }


def set_up(engine: Engine) -> str:
    """Return the versions in the environment of an engine, made where it is missing."""
    if engine.packages and not Path(engine.python).exists():
        venv.create(BUILD / engine.worker, with_pip=True)
        subprocess.run([engine.python, "-m", "pip", "install", "-q", *engine.packages], check=True)
    if not engine.packages:
        return f"Python {sys.version.split()[0]}"
    names = [re.split("[=<>]", package)[0] for package in engine.packages]
    script = "import importlib.metadata as m, sys; print(*(f'{n} {m.version(n)}' for n in sys.argv[1:]))"
    return subprocess.run(
        [engine.python, "-c", script, *names], capture_output=True, text=True, check=True
    ).stdout.strip()


def environment() -> dict[str, str]:
    """Return the variables that every worker gets."""
    return {**os.environ, "NOTICE_FONTS": str(FONTS), "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}


def given(name: str, notices: list[Any]) -> Path:
    """Return the file of the notices that workers read."""
    path = BUILD / f"{name}.json"
    path.write_text(json.dumps(notices, ensure_ascii=False), "utf-8")
    return path


def work(engine: Engine, mode: str, notices: Path, *out: str) -> dict[str, float]:
    """Return what a worker measured."""
    command = [engine.python, str(ENGINES / f"{engine.worker}.py"), mode, str(notices), *out]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{engine.name}: {done.stderr[-800:]}")
    return json.loads(done.stdout or "{}")


def process(command: list[str]) -> dict[str, float]:
    """Return the CPU time of a whole process, which a busy machine does not stretch, and its peak memory."""
    child = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, command
    return {"ms": (usage.ru_utime + usage.ru_stime) * 1000, "megabytes": usage.ru_maxrss / 1024}


def cold_commands(engines: list[Engine], notices: Path) -> dict[str, list[str]]:
    """Return the commands that make one PDF from a standing start."""
    commands = {
        engine.name: [
            engine.python,
            str(ENGINES / f"{engine.worker}.py"),
            "cold",
            str(notices),
            str(BUILD / f"{engine.worker}.pdf"),
        ]
        for engine in engines
        if engine is not PROJECT
    }
    sample = ["export", str(SAMPLE), "-o", str(BUILD / "sample.pdf"), "--force"]
    return {
        PROJECT.name: [sys.executable, "-m", "noticeeditor", *sample],
        "  its engine alone": [
            sys.executable, "-c",
            "import sys; sys.path.insert(0, sys.argv.pop(1)); sys.argv[0] = 'project.py'; import project as p, work; "
            "work.run(p.setup, p.render)",
            str(ENGINES), "cold", str(notices), str(BUILD / "project.pdf"),
        ],
        "bare Python": [sys.executable, "-c", "pass"],
        **commands,
    }  # fmt: skip


def instructions(engine: Engine) -> float | None:
    """Return the million instructions that one notice costs, where valgrind is there."""
    if shutil.which("valgrind") is None:
        return None
    counts = []
    for notices in (12, 2):
        source = given(f"instructions-{notices}", [a_notice(seed) for seed in range(notices)])
        out = BUILD / "callgrind.out"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", engine.python]
        command += [str(ENGINES / f"{engine.worker}.py"), "repeat", str(source)]
        subprocess.run(command, env=environment(), capture_output=True, check=True)
        counts.append(int(re.search(r"^(?:totals|summary): (\d+)", out.read_text("latin-1"), re.M)[1]))
    return (counts[0] - counts[1]) / 10 / 1e6


def in_turn(rounds: int, runs: dict[str, Any]) -> dict[str, list[dict[str, float]]]:
    """Return the results of each run, all of them done once in every round."""
    results: dict[str, list[dict[str, float]]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            results[name].append(run())
    return results


def medians(results: dict[str, list[dict[str, float]]], against: str) -> dict[str, dict[str, float]]:
    """Return medians, and how many times as long each took as ``against`` in the same round."""
    table = {}
    for name, rounds in results.items():
        row = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}
        row["ratio"] = statistics.median(
            one["ms"] / base["ms"] for one, base in zip(rounds, results[against], strict=True)
        )
        table[name] = row
    return table


def show(title: str, table: dict[str, dict[str, float]]) -> None:
    """Print one comparison."""
    print(f"\n{title}")
    for name, row in table.items():
        rest = "  ".join(f"{key} {value:,.1f}" for key, value in row.items() if key not in {"ms", "ratio"})
        print(f"  {name:40s} {row['ms']:10.2f} ms   × {row['ratio']:7.2f}   {rest}")


def main() -> None:
    """Measure, print, and keep the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument(
        "--quick", action="store_true", help="this project, platypus and typst alone, no callgrind"
    )
    asked = arguments.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    engines = [PROJECT, *(peer for peer in PEERS if not (asked.quick and peer.slow))]
    figures: dict[str, Any] = {"versions": {engine.name: set_up(engine) for engine in engines}}
    print(*(f"{name}: {version}" for name, version in figures["versions"].items()), sep="\n")

    def compare(title: str, mode: str, notices: list[Any], rounds: int, among: list[Engine]) -> None:
        # the slow ones need fewer notices for a steady median
        source, shorter = (
            given(title, notices),
            given(f"{title}, shorter", notices[: max(2, len(notices) // 5)]),
        )
        runs = {
            engine.name: lambda engine=engine: work(engine, mode, shorter if engine.slow else source)
            for engine in among
        }
        figures[title] = medians(in_turn(rounds, runs), PROJECT.name)
        show(title, figures[title])

    compare(
        "one notice, warm, 200 varying",
        "warm",
        [a_notice(seed) for seed in range(210)],
        asked.rounds,
        engines,
    )
    few = [engine for engine in engines if not engine.slow]
    for items in (100, 1000):
        compare(
            f"agenda of {items} items",
            "whole",
            [[a_notice(seed, items)] for seed in range(4)],
            asked.rounds,
            few if items > 100 else engines,
        )
    for items in (10, 10_000):
        compare(
            f"agenda of {items} items", "whole", [[a_notice(seed, items)] for seed in range(3)], 1, [PROJECT]
        )
    compare(
        "50 notices in one file",
        "whole",
        [[a_notice(50 * group + seed) for seed in range(50)] for group in range(4)],
        asked.rounds,
        engines,
    )
    cold = cold_commands(engines, given("cold", [a_notice(0)]))
    runs = {name: lambda command=command: process(command) for name, command in cold.items()}
    figures["one notice, cold process"] = medians(in_turn(2 * asked.rounds, runs), PLATYPUS.name)
    show("one notice, cold process (against platypus)", figures["one notice, cold process"])
    figures["1,000 notices to 1,000 files"] = thousand_files()
    show("1,000 notices to 1,000 files", figures["1,000 notices to 1,000 files"])
    if not asked.quick:
        figures["million instructions a notice"] = {engine.name: instructions(engine) for engine in engines}
        print(
            "\nmillion instructions a notice", *figures["million instructions a notice"].items(), sep="\n  "
        )
    (BUILD / "pdf.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False), "utf-8")


def thousand_files() -> dict[str, dict[str, float]]:
    """Return the time for a thousand files, each flushed to the disk before it gets its name."""
    folder = BUILD / "files"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    row = work(PROJECT, "files", given("files", [a_notice(seed) for seed in range(1000)]), str(folder))
    shutil.rmtree(folder)
    return {PROJECT.name: row | {"ratio": 1.0}}


if __name__ == "__main__":
    main()
