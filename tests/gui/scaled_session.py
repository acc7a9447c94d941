"""A session on a scaled screen, in a process of its own: every window is opened, what does not fit is printed.

python -m tests.gui.scaled_session LANGUAGE    with QT_SCALE_FACTOR and QT_QPA_PLATFORM set
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from noticeeditor import wiring
from noticeeditor.authority.people import Person, Role
from noticeeditor.desk.values import Desk
from noticeeditor.gui.app import Application
from noticeeditor.gui.dialogs.merge_view import MergeDialog
from noticeeditor.gui.main.acts import CONFIRMATIONS, REASONS
from noticeeditor.gui.main.window import Window
from noticeeditor.gui.settings.pages import PAGES
from noticeeditor.gui.welcome.view import WelcomePage
from noticeeditor.store.memory import MemoryStore
from noticeeditor.workflow.merge import merge
from tests.builders import a_notice
from tests.gui.fit import misfits

NOW = dt.datetime(2023, 9, 27, 10, 42, tzinfo=dt.timezone(dt.timedelta(hours=2)))
EVERYBODY = Person("berg", "Anna Berg", "berg", tuple(Role))
DIALOGS = ("export", "print", "keys", "about", "palette")
Opened = tuple[str, QWidget]


def scenes(window: Window) -> Iterator[Opened]:
    """Yield every window of the program, opened as at its first time."""
    yield "main", window.view
    window.view.findings.toggle.setChecked(True)
    yield "findings", window.view
    window.view.findings.toggle.setChecked(False)
    yield from questions(window)
    for pane in ("notices", "preview"):
        window.view.actions_by_key[f"show-{pane}"].trigger()
        yield pane, window.view
    before = set(QApplication.topLevelWidgets())
    for key in DIALOGS:
        window.view.actions_by_key[key].trigger()
        (opened,) = {one for one in QApplication.topLevelWidgets() if one.isVisible()} - before
        yield key, opened
        opened.close()
    field = window.view.form.sitting.date
    field.open_calendar()
    yield "calendar", field.popup
    field.popup.close()
    yield from pages(window)
    for name, make in MADE.items():
        made = make()
        made.show()
        yield name, made
        made.close()


def questions(window: Window) -> Iterator[Opened]:
    view = window.view
    view.ask_reason(REASONS["return"], print)
    yield "reason", view
    view.ask_page(CONFIRMATIONS["sign-off"], print)
    yield "signing", view
    view.ask_day(CONFIRMATIONS["publish"], NOW.date(), print)
    yield "day", view
    view.close_question()


def pages(window: Window) -> Iterator[Opened]:
    window.view.actions_by_key["settings"].trigger()
    settings = window.dialogs.profile_window
    if settings is not None:
        for page in PAGES:
            settings.open_page(page.key)
            yield f"settings {page.key}", settings
        settings.close()


def two_wordings() -> MergeDialog:
    base = a_notice()
    mine, theirs = (replace(base, sitting=replace(base.sitting, time=dt.time(hour))) for hour in (17, 19))
    return MergeDialog(merge(base, mine, theirs), "Frau Schmitz")


MADE: dict[str, Callable[[], QWidget]] = {
    "welcome": lambda: WelcomePage(wiring.profile, [wiring.profile()]),
    "merge": two_wordings,
}


def clock() -> dt.datetime:
    return NOW


def main(language: str) -> None:
    settings = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
    application = Application([], settings)
    application.speak(language)
    desk = Desk(MemoryStore(), wiring.profile("vulkaneifel"), EVERYBODY, clock)
    desk.create(a_notice())
    window = application.open_window(desk)
    window.after_first_paint()
    for name, opened in scenes(window):
        window.catch_up()
        for _turn in range(3):
            application.qt.processEvents()
        for fault in misfits(opened):
            print(f"{name}: {fault}")
    window.view.close()


if __name__ == "__main__":
    main(sys.argv[1])
