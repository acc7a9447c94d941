"""The start: nothing heavy before the first picture, everything there after it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from noticeeditor import assets

ROOT = Path(__file__).parents[2]
HEAVY = (
    "reportlab",
    "babel",
    "sqlite_utils",
    "pypdfium2",
    "holidays",
    "hunspell",
    "PIL",
    "fontTools",
    "uharfbuzz",
    "click",
    "socket",
    "secrets",
)
# of ours: what is not seen in the first picture
UNSEEN = (
    "noticeeditor.checks",
    "noticeeditor.export",
    "noticeeditor.intake",
    "noticeeditor.layout.compose",
    "noticeeditor.store.sqlite.migrations",
    "noticeeditor.store.sqlite.searching",
    "noticeeditor.store.sqlite.writing",
    "noticeeditor.gui.agenda.blocks_popup",
    "noticeeditor.gui.agenda.clipboard",
    "noticeeditor.gui.agenda.item_editor",
    "noticeeditor.gui.moment.month_popup",
    "noticeeditor.gui.palette",
    "noticeeditor.gui.preview.raster",
    "noticeeditor.gui.settings",
    "noticeeditor.gui.welcome",
)
# PySide makes every class of widget when Qt hands out one of its own, such as a viewport, and those of
# gradients when ``fillRect`` is asked whether a colour is one
CLASSES = ("QWizard", "QGradient")
START = """
import json, sys
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QSettings
from noticeeditor.gui.app import Application
application = Application([], QSettings({ini!r}, QSettings.Format.IniFormat))
application.start()
window = application.windows[0]
if window.editor.case is None:
    window.cases.new()
    window.editor.edit("sitting.body", "klimaschutz")
    window.editor.settle()
first = window.view.grab().width()
heavy = [name for name in {heavy!r} if name in sys.modules]
heavy += [name for name in {classes!r} if name in vars(QtGui) | vars(QtWidgets)]
application.qt.processEvents()
window.catch_up()
shown = window.view.preview.pages._preview is not None
body = window.view.form.sitting.body.currentText()
window.view.close()
print(json.dumps([heavy, body, shown]))
"""


def start(folder: Path) -> tuple[list[str], str, bool]:
    ini = folder / "settings.ini"
    ini.write_text("[General]\nprofile=vulkaneifel\n", "utf-8")
    where = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    script = START.format(ini=str(ini), heavy=HEAVY + UNSEEN, classes=CLASSES)
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | where,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    heavy, body, shown = json.loads(run.stdout.splitlines()[-1])
    return heavy, body, shown


def test_the_last_notice_is_in_the_form_before_anything_heavy_is_loaded(tmp_path):
    start(tmp_path)
    heavy, body, shown = start(tmp_path)
    assert heavy == []
    assert body == "Ausschuss Klimaschutz, Mobilität und Infrastruktur"
    assert shown


def test_every_drawing_that_is_shipped_is_used():
    words = "\n".join(path.read_text("utf-8") for path in (ROOT / "noticeeditor" / "gui").rglob("*.py"))
    names = [Path(name).stem for name in assets.names("icons/*.svg")]
    assert [name for name in names if f'"{name}"' not in words and f"/{name}.svg" not in words] == []


def test_every_drawing_that_is_used_is_shipped(dressed):
    from noticeeditor.gui.main.actions import ACTIONS

    shipped = {Path(name).stem for name in assets.names("icons/*.svg")}
    assert {spec.icon for spec in ACTIONS if spec.icon} <= shipped


def test_without_a_screen_the_start_ends_with_a_sentence_and_no_abort(tmp_path):
    nowhere = {"DISPLAY": "nowhere.invalid:0", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "de_DE.UTF-8"}
    folders = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "noticeeditor"],
        cwd=ROOT,
        env=os.environ | nowhere | folders,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 3, done.stderr
    assert done.stderr.startswith("Das Fenster lässt sich nicht öffnen, kein Bildschirm ist erreichbar (")
    assert done.stderr.endswith("die Befehlszeile kommt ohne aus: noticeeditor --help.\n")
