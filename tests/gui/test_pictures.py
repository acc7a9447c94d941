"""How dialogs, settings, the welcome page and the pop-ups look, in pictures that were looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QWidget

from noticeeditor import wiring
from noticeeditor.desk.exporting import Options, render
from noticeeditor.desk.files import write_profile
from noticeeditor.gui import theme
from noticeeditor.gui.dialogs import print_view
from noticeeditor.gui.dialogs.export_plan import ExportChoice
from noticeeditor.gui.dialogs.export_view import ExportDialog
from noticeeditor.gui.dialogs.merge_view import MergeDialog
from noticeeditor.gui.jobs import Jobs
from noticeeditor.gui.moment.marks import DayMark, MarkKind
from noticeeditor.gui.moment.month_popup import MonthPopup
from noticeeditor.gui.palette.actions import KeyGroup, KeyRow
from noticeeditor.gui.palette.cheat_sheet import CheatSheet
from noticeeditor.gui.palette.commands import Command
from noticeeditor.gui.palette.view import CommandPalette
from noticeeditor.gui.settings.view import SettingsWindow
from noticeeditor.gui.theme import Scheme
from noticeeditor.gui.welcome.view import WelcomePage
from noticeeditor.workflow.merge import merge
from tests.builders import a_composed_notice, a_notice
from tests.gui.pictures import compare, picture

TODAY = dt.date(2023, 9, 27)
MARKS = {
    dt.date(2023, 10, 3): (DayMark(MarkKind.HOLIDAY, "Tag der Deutschen Einheit"),),
    dt.date(2023, 10, 5): (DayMark(MarkKind.DEADLINE, "Redaktionsschluss"),),
    dt.date(2023, 10, 6): (DayMark(MarkKind.ISSUE, "KW 40/2023"),),
    dt.date(2023, 10, 9): (DayMark(MarkKind.SITTING, "18:00 Ausschuss Klimaschutz, Mobilität und Infrastruktur"),),
}  # fmt: skip
COMMANDS = (
    Command("print", "Drucken …", print, group="Datei", shortcut="Strg+P"),
    Command("export", "Exportieren …", print, group="Datei", shortcut="Strg+E"),
    Command(
        "release", "Übergeben …", print, group="Vorgang", reason="Nicht in diesem Zustand.", enabled=False
    ),
)
KEYS = (
    KeyGroup("Datei", (KeyRow("Neue Bekanntmachung", ("Strg+N",)), KeyRow("Drucken …", ("Strg+P",)))),
    KeyGroup("Bearbeiten", (KeyRow("Wiederholen", ("Strg+Umschalt+Z", "Strg+Y")),)),
    KeyGroup("In der Tagesordnung", (KeyRow("Neuer Punkt, oder am Cursor teilen", ("Return",)),)),
)


NO_PRINTERS = SimpleNamespace(availablePrinterNames=tuple, defaultPrinterName=str)


def welcome(jobs: Jobs) -> QWidget:
    return WelcomePage(wiring.profile, [wiring.profile(key) for key in ("vulkaneifel", "lindenau")])


def export(jobs: Jobs) -> QWidget:
    return ExportDialog([a_composed_notice()], wiring.profile(), ExportChoice(Path("Bekanntmachungen")), jobs)


def printing(jobs: Jobs) -> QWidget:
    content = render(a_composed_notice(), "pdf", Options()).content
    return print_view.PrintDialog(content, "Ausschuss Klimaschutz, Mobilität und Infrastruktur")


def merging(jobs: Jobs) -> QWidget:
    base = a_notice()
    mine, theirs = (
        replace(base, sitting=replace(base.sitting, time=dt.time(hour)), remarks=(remark,))
        for hour, remark in ((17, "Es wird um Anmeldung gebeten."), (19, "Der Zugang ist barrierefrei. " * 4))
    )
    return MergeDialog(merge(base, mine, theirs), "Frau Schmitz")


def keys(jobs: Jobs) -> QWidget:
    return CheatSheet(KEYS)


def calendar(jobs: Jobs) -> QWidget:
    popup = MonthPopup(marks_between, TODAY, ground())
    popup.show_day(dt.date(2023, 10, 9))
    return popup


def palette(jobs: Jobs) -> QWidget:
    opened = CommandPalette(ground(), lambda: COMMANDS, lambda query: ())
    opened.open("en")
    return opened


def marks_between(first: dt.date, last: dt.date) -> dict[dt.date, tuple[DayMark, ...]]:
    return {day: marks for day, marks in MARKS.items() if first <= day <= last}


def settings_at(page: str) -> Callable[[Jobs], QWidget]:
    def opened(jobs: Jobs) -> QWidget:
        window = SettingsWindow(wiring.profile(), wiring.profile, write_profile, lambda: TODAY, jobs)
        window.open_page(page)
        return window

    return opened


KEPT_ALIVE: list[QWidget] = []


def ground() -> QWidget:
    """A window below a pop-up, which goes when the test is over."""
    KEPT_ALIVE.append(QWidget())
    KEPT_ALIVE[-1].resize(800, 600)
    return KEPT_ALIVE[-1]


Scene = tuple[Callable[[Jobs], QWidget], Scheme, tuple[int, int]]
SCENES: dict[str, Scene] = {
    "welcome": (welcome, Scheme.LIGHT, (1000, 680)),
    "welcome-dark": (welcome, Scheme.DARK, (640, 360)),
    "export": (export, Scheme.LIGHT, (720, 560)),
    "export-contrast": (export, Scheme.CONTRAST, (560, 400)),
    "print": (printing, Scheme.LIGHT, (900, 720)),
    "print-dark": (printing, Scheme.DARK, (640, 360)),
    "merge": (merging, Scheme.LIGHT, (780, 520)),
    "merge-dark": (merging, Scheme.DARK, (600, 400)),
    "keys": (keys, Scheme.LIGHT, (1140, 360)),
    "calendar": (calendar, Scheme.LIGHT, (346, 409)),
    "calendar-dark": (calendar, Scheme.DARK, (346, 409)),
    "palette": (palette, Scheme.LIGHT, (640, 180)),
    "palette-contrast": (palette, Scheme.CONTRAST, (640, 180)),
    "settings-house": (settings_at("house"), Scheme.LIGHT, (1240, 760)),
    "settings-bodies": (settings_at("bodies"), Scheme.LIGHT, (1240, 760)),
    "settings-gazette-dark": (settings_at("gazette"), Scheme.DARK, (1000, 640)),
    "settings-templates-narrow": (settings_at("templates"), Scheme.LIGHT, (640, 520)),
    "settings-people-contrast": (settings_at("people"), Scheme.CONTRAST, (900, 400)),
    "settings-style": (settings_at("style"), Scheme.LIGHT, (1240, 760)),
}


@pytest.fixture
def jobs():
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.mark.parametrize("name", SCENES)
def test_it_looks_as_it_did_when_it_was_looked_at(name, steady, qtbot, jobs, tmp_path, monkeypatch):
    monkeypatch.setattr(print_view, "QPrinterInfo", NO_PRINTERS)
    make, scheme, size = SCENES[name]
    theme.apply(steady, scheme)
    shown = make(jobs)
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show()
    shown.activateWindow()
    for _turn in range(3):
        QApplication.processEvents()
        jobs.settle()
    compare(name, picture(shown), tmp_path)
    shown.hide()
    KEPT_ALIVE.clear()
