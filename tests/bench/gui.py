"""How fast the window is: start, keystroke to form, keystroke to page, a long list, an hour of editing.

python tests/bench/gui.py [--json] [--quick]

Everything runs without a screen. The start is measured beside a bare window with one label, in turns, in
processor time. All else is the smaller of wall and processor time (all threads, so that waiting for a worker
counts) in the quietest of three rounds: others on the machine only ever add to a round.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

ROUNDS = 3
NOW = dt.datetime(2023, 9, 27, 10, 42, tzinfo=dt.UTC)
LIMITS = {
    "start / bare window": 1.3,
    "keystroke to form of 10 items, p95 ms": 8.0,
    "keystroke to page of 10 items, p95 ms": 16.0,
    "keystroke to page of 100 items, p95 ms": 60.0,
    "longest frame while 100,000 notices scroll, ms": 50.0,
    "longest frame while 100,000 notices are searched, ms": 50.0,
    "memory after an hour / at its start": 1.1,
}
BARE = """
import time, sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([]); window = QMainWindow(); window.setCentralWidget(QLabel("noticeeditor"))
window.resize(1440, 900); window.show(); window.grab(); print(time.process_time())
"""
OURS = """
import time, sys
sys.path.insert(0, {root!r})
from noticeeditor.__main__ import collect_rarely
collect_rarely()
from PySide6.QtCore import QSettings
from noticeeditor.gui.app import Application
application = Application([], QSettings({ini!r}, QSettings.Format.IniFormat)); application.start()
window = application.windows[0]; window.view.resize(1440, 900)
if window.editor.case is None: window.cases.new(); window.editor.edit("sitting.body", "klimaschutz"); window.editor.settle()
window.view.grab(); print(time.process_time()); sys.stdout.flush()  # painted, before what comes after it
window.catch_up(); window.view.close()
"""


def main() -> int:
    """Print every figure with its limit; 1 where one is exceeded."""
    quick = "--quick" in sys.argv
    figures = {**start(5 if quick else 11), **typing(60 if quick else 200), **long_list(), **hour(quick)}
    if "--json" in sys.argv:
        print(json.dumps(figures, indent=1))
    else:
        for name, figure in figures.items():
            limit = LIMITS.get(name)
            print(f"{name:55} {figure:8.2f}" + (f"   at most {limit:g}" if limit else ""))
    return int(any(figures[name] > limit for name, limit in LIMITS.items()))


def start(rounds: int) -> dict[str, float]:
    """First painted window with the last notice in the form, beside a bare one."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        ini = home / "settings.ini"
        ini.write_text("[General]\nprofile=vulkaneifel\n", "utf-8")
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        where = {"PYTHONPYCACHEPREFIX": str(home / "pyc"), "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        scripts = {"bare": BARE, "ours": OURS.format(root=str(ROOT), ini=str(ini))}
        times: dict[str, list[float]] = {name: [] for name in scripts}
        for _round in range(rounds + 2):
            for name, script in scripts.items():
                run = subprocess.run(
                    [sys.executable, "-c", script],
                    env=kept | where,
                    capture_output=True,
                    text=True,
                    check=True,
                )
                times[name].append(float(run.stdout.split()[0]) * 1000)
    bare, ours = (
        statistics.median(times[name][2:]) for name in ("bare", "ours")
    )  # two rounds warm the cache
    return {"bare window, ms": bare, "first picture, ms": ours, "start / bare window": ours / bare}


def typing(letters: int) -> dict[str, float]:
    """From a key to the repainted form, and to the repainted page."""
    from tests.bench.strokes import Strokes

    figures = {}
    for count in (10, 100):
        window = a_window(count)
        hand = Strokes(window, open_last_item(window))
        for letter in "warm up ":
            hand.strike(letter)
        rounds = [
            [hand.strike("abcde "[number % 6]) for number in range(letters)] for _round in range(ROUNDS)
        ]
        window.view.close()
        form, page = ([[times[place] for times in one] for one in rounds] for place in (0, 1))
        for name, times in (("form", form), ("page", page)):
            what = f"keystroke to {name} of {count} items"
            figures[f"{what}, median ms"] = min(map(statistics.median, times))
            figures[f"{what}, p95 ms"] = min(map(p95, times))
    return figures


def long_list() -> dict[str, float]:
    """The longest time between two turns of the event loop while the list is scrolled and searched."""
    from noticeeditor.gui.notices.presenter import NoticesPresenter
    from noticeeditor.gui.notices.states import Group

    window = a_window(3)
    pane, jobs = window.view.notices, window.jobs
    presenter = NoticesPresenter(pane, ManyCases(100_000), jobs.latest)
    presenter.choose(Group.ALL)
    jobs.settle()
    rounds = [(scrolled(pane), searched(presenter, jobs)) for _round in range(ROUNDS)]
    window.view.close()
    return {
        "longest frame while 100,000 notices scroll, ms": min(scrolling for scrolling, _searching in rounds),
        "longest frame while 100,000 notices are searched, ms": min(
            searching for _scrolling, searching in rounds
        ),
    }


def scrolled(pane) -> float:
    """The longest frame from the top of the list to its end, and once more through all of it."""
    bar = pane.list.verticalScrollBar()
    frames = [frame(lambda: bar.setValue(0))]
    while pane.model.rowCount() < 100_000:
        frames.append(frame(lambda: bar.setValue(bar.maximum())))
    frames += [frame(lambda step=step: bar.setValue(bar.maximum() * step // 300)) for step in range(300)]
    return max(frames)


def searched(presenter, jobs) -> float:
    """The longest frame while words are typed that are searched."""
    frames = []
    for query in ("k", "kr", "kre", "krei", "kreis", "kreist", "", "a", ""):
        frames.append(frame(lambda query=query: presenter.search(query)))
        while jobs.busy:
            frames.append(frame(lambda: time.sleep(0.0002)))
    return max(frames)


def hour(quick: bool) -> dict[str, float]:
    """Memory after as many steps as an hour of editing has, beside that after a few minutes."""
    from tests.bench.editing import Clerk

    window = a_window(10)
    clerk = Clerk(window)
    clerk.work(600)
    begins = memory()
    clerk.work(1_000 if quick else 7_200)  # a step each half second
    ends = memory()
    window.view.close()
    return {"memory at the start, MB": begins, "memory after an hour / at its start": ends / begins}


def a_window(items: int):
    """A painted window with a notice of so many items, at a store on disk."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from noticeeditor import wiring
    from noticeeditor.gui import theme
    from noticeeditor.gui.main.window import LAST_CASE, Window
    from tests.bench.checks import TEXTS
    from tests.builders import a_notice, an_agenda

    app = QApplication.instance() or QApplication([])
    theme.apply(app, theme.Scheme.LIGHT)
    folder = Path(tempfile.mkdtemp(prefix="noticeeditor-bench-"))
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    desk = wiring.open_desk(folder / "notices.db")
    desk.create(a_notice())
    desk.create(a_notice(agenda=an_agenda(*(TEXTS[n % len(TEXTS)] for n in range(items)))))
    settings = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue(LAST_CASE, 2)
    window = Window(desk, settings, lambda: NOW)
    window.open_last()
    window.view.show()
    window.view.resize(1440, 900)
    window.after_first_paint()
    window.catch_up()
    return window


def open_last_item(window):
    """The field of the last item, with the caret in it."""
    from PySide6.QtWidgets import QApplication

    (part,) = window.editor.notice.agenda.parts
    window.view.form.focus_source(f"item:{part.items[-1].id}")
    QApplication.processEvents()
    return window.view.form.agenda.editor.view.editor


class ManyCases:
    """A desk with many cases, all made up."""

    def __init__(self, count: int) -> None:
        from noticeeditor.notice.notice import NoticeKind
        from noticeeditor.store.contract import Summary
        from noticeeditor.workflow.acts import State

        bodies = ("Kreistag", "Kreisausschuss", "Ausschuss Klimaschutz, Mobilität und Infrastruktur")
        day = dt.date(2023, 10, 9)
        self._all = tuple(
            Summary(
                n + 2, 1, State.DRAFT, NoticeKind.SITTING, "AMTLICHE BEKANNTMACHUNG", bodies[n % 3], "", None,
                day + dt.timedelta(n % 900), None, "", 0, n, NOW,
            )
            for n in range(count)
        )  # fmt: skip

    def cases(self, wanted) -> tuple:
        return self._all[wanted.offset : wanted.offset + wanted.limit]

    def search(self, query: str, wanted) -> tuple:
        from noticeeditor.store.contract import Hit

        found = [one for one in self._all if query in one.body.lower()]
        return tuple(Hit(one, ()) for one in found[wanted.offset : wanted.offset + wanted.limit])


def frame(work: Callable[[], object]) -> float:
    """Milliseconds that one turn of the event loop takes, with its painting."""
    from PySide6.QtWidgets import QApplication

    from tests.bench.strokes import milliseconds, now

    begins = now()
    work()
    QApplication.processEvents()
    return milliseconds(begins, now())


def memory() -> float:
    """Megabytes in use now; where the system does not say, the most that ever was."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
