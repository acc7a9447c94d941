"""Windows are tested without a screen, in the shipped font, light, in German, on 27 September 2023."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from noticeeditor import wiring
from noticeeditor.authority.people import Person, Role
from noticeeditor.desk.values import Desk
from noticeeditor.gui import theme
from noticeeditor.gui.main.window import Window
from noticeeditor.i18n import texts
from noticeeditor.notice.notice import Notice
from noticeeditor.store.memory import MemoryStore
from tests.builders import a_notice

NOW = dt.datetime(2023, 9, 27, 10, 42, tzinfo=dt.timezone(dt.timedelta(hours=2)))
EVERYBODY = Person("berg", "Anna Berg", "berg", tuple(Role))


def now() -> dt.datetime:
    return NOW


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    texts.use("de")
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield qapp
    texts.use("en")


@pytest.fixture
def steady(dressed: QApplication) -> Iterator[QApplication]:
    """No caret blinks, and the next test begins light again."""
    flash = dressed.cursorFlashTime()
    dressed.setCursorFlashTime(0)
    yield dressed
    dressed.setCursorFlashTime(flash)
    theme.apply(dressed, theme.Scheme.LIGHT)


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def make_desk(store) -> Callable[..., Desk]:
    def make(person: Person = EVERYBODY) -> Desk:
        return Desk(store, wiring.profile(), person, now)

    return make


@pytest.fixture
def make_window(dressed, settings, make_desk, qtbot) -> Iterator[Callable[..., Window]]:
    """A painted window at a desk with these notices, the last of them open."""
    windows: list[Window] = []

    def make(*notices: Notice, desk: Desk | None = None, painted: bool = True) -> Window:
        desk = desk or make_desk()
        for notice in notices:
            desk.create(notice)
        window = Window(desk, settings, now)
        windows.append(window)
        qtbot.addWidget(window.view)
        window.open_last()
        window.view.resize(1440, 900)  # the screen that is not there is smaller
        window.view.show()
        if painted:
            window.after_first_paint()
            window.catch_up()
        return window

    yield make
    for window in windows:
        window.jobs.close()


@pytest.fixture
def window(make_window) -> Window:
    """A painted window with the first seed notice."""
    return make_window(a_notice())
