"""Take the pictures of the handbook from the real window, without a screen.

python packaging/take_pictures.py    writes docs/images/*.png
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

SCREEN = {"name": "usual", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
FOLDER = Path(tempfile.mkdtemp())
(FOLDER / "screens.json").write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={FOLDER / 'screens.json'}")
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from noticeeditor import wiring
from noticeeditor.authority.people import Person, Role
from noticeeditor.desk import demo
from noticeeditor.desk.examining import examiner
from noticeeditor.desk.files import read_notice
from noticeeditor.desk.values import Desk
from noticeeditor.gui import theme
from noticeeditor.gui.app import Application
from noticeeditor.gui.dialogs.export_view import ExportDialog
from noticeeditor.gui.main.window import Window
from noticeeditor.gui.palette.cheat_sheet import CheatSheet
from noticeeditor.notice.notice import Notice
from noticeeditor.store.memory import MemoryStore

T = TypeVar("T", bound=QWidget)
IMAGES = ROOT / "docs" / "images"
NOW = dt.datetime(2023, 9, 27, 10, 42, tzinfo=dt.timezone(dt.timedelta(hours=2)))
CLERK = Person("berg", "Anna Berg", "berg", tuple(Role))
SEED = ROOT / "resources" / "samples" / "klimaschutz-2023.notice.json"


def desk() -> Desk:
    """Return a desk with the demo, in September 2023."""
    store, profile = MemoryStore(), wiring.profile("vulkaneifel")
    demo.fill(store, profile, NOW)
    desk = Desk(store, profile, CLERK, clock, examiner(profile, clock, wiring.uncovered))
    return desk


def later(notice: Notice) -> Notice:
    """Return the notice on an evening on which nobody of the demo sits."""
    return replace(notice, sitting=replace(notice.sitting, date=dt.date(2023, 11, 13)))


def clock() -> dt.datetime:
    """Return the moment at which all pictures are taken."""
    return NOW


def settled(application: Application, window: Window) -> None:
    """Let everything be drawn that waits."""
    for _round in range(4):
        application.qt.processEvents()
        window.jobs.settle()
    QTest.qWait(400)  # the pause after which changes are kept
    application.qt.processEvents()


def take(widget: QWidget, name: str) -> None:
    """Write a picture of a widget."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(content, "PNG")
    picture = Image.open(io.BytesIO(bytes(content.data()))).convert("RGB")
    picture.quantize(128, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)


def calendar(window: Window) -> QWidget:
    """Open the calendar of the date field."""
    field = window.view.form.sitting.date
    field.open_calendar()
    return field.popup


def palette(window: Window) -> QWidget:
    """Open the palette and type a little."""
    window.view.actions_by_key["palette"].trigger()
    opened = window.dialogs.commands
    opened.line.setText("dru")
    return opened


def keys(window: Window) -> QWidget:
    """Open the cheat sheet."""
    window.view.actions_by_key["keys"].trigger()
    return newest(window, CheatSheet)


def export(window: Window) -> QWidget:
    """Open the export dialog."""
    window.view.actions_by_key["export"].trigger()
    dialog = newest(window, ExportDialog)
    dialog.folder.setText("~/Bekanntmachungen")
    return dialog


def sentences(window: Window) -> QWidget:
    """Open the settings at the opening sentences."""
    window.view.actions_by_key["settings"].trigger()
    settings = window.dialogs.profile_window
    settings.open_page("templates")
    settings.bodies["templates"].list.setCurrentRow(1)
    return settings


def newest(window: Window, kind: type[T]) -> T:
    """Return the dialog of a kind that was opened last."""
    return window.view.findChildren(kind)[-1]


SHOTS: dict[str, Callable[[Window], QWidget]] = {
    "kalender": calendar,
    "befehle": palette,
    "tasten": keys,
    "export": export,
    "einstellungen": sentences,
}


def main() -> None:
    """Take every picture."""
    settings = QSettings(str(FOLDER / "settings.ini"), QSettings.Format.IniFormat)
    application = Application([], settings)
    application.speak("de")
    theme.apply(application.qt, theme.Scheme.LIGHT)
    application.start()
    application.qt.processEvents()
    take(application.welcome, "willkommen")
    application.welcome.close()
    place = desk()
    window = Window(place, settings, clock)
    window.open_last()
    window.cases.open(place.create(later(read_notice(SEED))).id)
    window.notices.show_now()
    window.view.resize(1360, 960)
    window.view.show()
    window.after_first_paint()
    settled(application, window)
    take(window.view, "fenster")
    for name, opened in SHOTS.items():
        shown = opened(window)
        settled(application, window)
        take(shown, name)
        shown.close()
    window.view.close()


if __name__ == "__main__":
    main()
