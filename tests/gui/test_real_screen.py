"""What only a real screen shows: a drag that the window system makes. Skipped where none can be started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "xdotool")
OUTLINER = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from noticeeditor.gui.agenda.editor import AgendaEditor
from tests.gui.agenda.conftest import drawn, outline
from tests.gui.agenda.test_mouse import place

app = QApplication([])
editor = AgendaEditor()
editor.agenda_changed.connect(lambda agenda, step, field: print(step, drawn(agenda)[0], flush=True))
editor.show_agenda(outline("Eins|Zwei|-Unten|Drei"))
editor.setGeometry(0, 0, 500, 300)
editor.show()


def say_where() -> None:
    for name in ("Zwei", "Eins"):
        point = editor.view.viewport().mapToGlobal(place(editor, name, right=20))
        print(point.x(), point.y(), flush=True)


QTimer.singleShot(0, say_where)
QTimer.singleShot(20_000, app.quit)  # then the reader sees an end
app.exec()
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, NEEDED)), reason=f"needs {' and '.join(NEEDED)}"
)


@contextmanager
def running(*command: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def display() -> Iterator[str]:
    with running("Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24") as server:
        number = server.stdout.readline().strip()
        if not number:
            pytest.skip("no screen could be started")
        yield f":{number}"


def hand(display: str, *steps: str) -> None:
    """Move the mouse and press its buttons, as the window system sees it."""
    subprocess.run(["xdotool", *" ".join(steps).split()], env=os.environ | {"DISPLAY": display}, check=True)


def test_the_mouse_moves_an_item_with_its_children(display):
    with running(sys.executable, "-c", OUTLINER, DISPLAY=display, QT_QPA_PLATFORM="xcb") as outliner:
        (x, y), (to_x, to_y) = (map(int, outliner.stdout.readline().split()) for _name in range(2))
        path = [f"mousemove {x + (to_x - x) * n // 10} {y + (to_y - y) * n // 10}" for n in range(11)]
        hand(display, path[0], "mousedown 1", *path, "mouseup 1")
        assert outliner.stdout.readline() == "Move item Zwei|-Unten|Eins|Drei\n"
