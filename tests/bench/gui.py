"""How fast the window is: start, keystroke to form, keystroke to page, a long list, an hour of editing.

python tests/bench/gui.py [--json] [--quick]

Everything runs without a screen. The start is measured beside a bare window with one label, in turns,
in processor time, so that others on the machine do not count.
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

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

NOW = dt.datetime(2023, 9, 27, 10, 42, tzinfo=dt.UTC)
LIMITS = {
    "start / bare window": 1.3,
    "keystroke to form, p95 ms": 8.0,
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
    figures = {**start(5 if quick else 11), **typing(60 if quick else 300), **long_list(), **hour(quick)}
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
    figures = {}
    for count in (10, 100):
        window = a_window(count)
        field = open_last_item(window)
        form, page = [], []
        for number in range(letters + 20):
            begins = time.perf_counter()
            form_seen, page_seen = strike(window, field, "abcde "[number % 6])
            form.append((form_seen - begins) * 1000)
            page.append((page_seen - begins) * 1000)
        written = window.editor.notice.agenda.parts[0].items[-1].text
        if not written.rstrip().endswith("abcde"[: (letters + 20 - 1) % 6 + 1][-1]):
            raise SystemExit(f"the keys did not reach the item: {written!r}")
        window.view.close()
        if count == 10:
            figures |= {
                "keystroke to form, median ms": statistics.median(form[20:]),
                "keystroke to form, p95 ms": p95(form[20:]),
                "keystroke to page of 10 items, median ms": statistics.median(page[20:]),
            }
        figures[f"keystroke to page of {count} items, p95 ms"] = p95(page[20:])
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
    bar = pane.list.verticalScrollBar()
    scrolled = []
    while pane.model.rowCount() < 100_000:
        scrolled.append(frame(lambda: bar.setValue(bar.maximum())))
    for step in range(300):
        scrolled.append(frame(lambda step=step: bar.setValue(bar.maximum() * step // 300)))
    searched = []
    for query in ("k", "kr", "kre", "krei", "kreis", "kreist", "", "a", ""):
        searched.append(frame(lambda query=query: presenter.search(query)))
        while jobs.busy:
            searched.append(frame(lambda: None))
    window.view.close()
    return {
        "longest frame while 100,000 notices scroll, ms": max(scrolled),
        "longest frame while 100,000 notices are searched, ms": max(searched),
    }


def hour(quick: bool) -> dict[str, float]:
    """Memory after as many steps as an hour of editing has, beside that after a few minutes."""
    window = a_window(10)
    field = open_last_item(window)
    edit(window, field, 300)
    begins = memory()
    edit(window, field, 1_000 if quick else 6_000)
    ends = memory()
    window.view.close()
    return {"memory at the start, MB": begins, "memory after an hour / at its start": ends / begins}


def a_window(items: int):
    """A painted window with a notice of so many items, at a store on disk."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from noticeeditor import wiring
    from noticeeditor.gui import theme
    from noticeeditor.gui.main.window import Window
    from tests.bench.checks import TEXTS
    from tests.builders import a_notice, an_agenda

    app = QApplication.instance() or QApplication([])
    theme.apply(app, theme.Scheme.LIGHT)
    folder = Path(tempfile.mkdtemp(prefix="noticeeditor-bench-"))
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    desk = wiring.open_desk(folder / "notices.db")
    desk.create(a_notice(agenda=an_agenda(*(TEXTS[n % len(TEXTS)] for n in range(items)))))
    window = Window(desk, QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat), lambda: NOW)
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


class Watch:
    """When a widget was painted last."""

    def __init__(self, widget) -> None:
        from PySide6.QtCore import QObject

        class Filter(QObject):
            painted = 0.0

            def eventFilter(self, watched, event) -> bool:  # noqa: N802 - Qt's name
                if event.type() is event.Type.Paint:
                    Filter.painted = time.perf_counter()
                return False

        self._filter = Filter(widget)
        widget.installEventFilter(self._filter)

    @property
    def painted(self) -> float:
        return type(self._filter).painted


def strike(window, field, letter: str) -> tuple[float, float]:
    """Strike a key; return when the form and when the page were painted after it."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    pages = window.view.preview.pages
    if not hasattr(window, "watches"):
        window.watches = Watch(field.viewport()), Watch(pages.viewport())
    form, page = window.watches
    begins = time.perf_counter()
    QApplication.sendEvent(
        field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
    )
    form_seen = 0.0
    while True:
        QApplication.processEvents()
        time.sleep(0.0002)  # a loop that spins would keep the worker from its turn
        if not form_seen and form.painted > begins:
            form_seen = form.painted
        shown = pages._preview is not None and pages._preview.request.notice == window.editor.notice
        if form_seen and shown and not window.jobs.busy and page.painted > begins:
            return form_seen, page.painted


def edit(window, field, steps: int) -> None:
    """Write, pause, take back: what an hour is made of."""
    for number in range(steps):
        strike_only(window, field, "abcde "[number % 6])
        if number % 12 == 11:
            window.editor.settle()
        if number % 60 == 59:
            for _step in range(4):
                window.editor.undo()
        if number % 20 == 0:
            window.catch_up()


def strike_only(window, field, letter: str) -> None:
    from PySide6.QtWidgets import QApplication

    del field
    part = window.editor.notice.agenda.parts[0]
    last = part.items[-1]
    items = (*part.items[:-1], replace(last, text=last.text[-200:] + letter))
    window.editor.change_agenda(
        replace(window.editor.notice.agenda, parts=(replace(part, items=items),)), "Edit item", "text"
    )
    QApplication.processEvents()


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
    """Milliseconds of this thread's processor that one turn of the event loop takes, with its painting."""
    from PySide6.QtWidgets import QApplication

    begins = time.thread_time()
    work()
    QApplication.processEvents()
    return (time.thread_time() - begins) * 1000


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
