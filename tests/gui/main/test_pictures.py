"""Pictures of the window, compared with kept ones that were looked at.

After a change that is meant: NOTICEEDITOR_KEEP_PICTURES=1 pytest tests/gui/main/test_pictures.py, then look at
every changed file under tests/gui/golden.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from noticeeditor.gui import theme
from noticeeditor.gui.main.window import Window
from tests.builders import a_notice

KEPT = Path(__file__).parent.parent / "golden"
PIXELS, DIFFERENCE = 60, 24  # so many pixels may differ by more than so much in one channel
KEEP = bool(os.environ.get("NOTICEEDITOR_KEEP_PICTURES"))


def as_it_opens(window: Window) -> None:
    """The window with the last notice."""


def with_findings(window: Window) -> None:
    """The list of findings is open; the venue is missing."""
    window.editor.edit("sitting.venue", "")
    window.view.findings.toggle.setChecked(True)


def returning(window: Window) -> None:
    """The office is asked why it returns the notice."""
    window.acts.begin("submit")
    window.acts.begin("return")


def signing(window: Window) -> None:
    """The office sees the page that it signs."""
    window.acts.begin("submit")
    window.view.ask_page(window_question(), print)


def by_hand(window: Window) -> None:
    """The opening sentence was edited by hand."""
    window.editor.edit("opening", "Die Sitzung findet am Montag statt.")


def window_question() -> object:
    from noticeeditor.gui.main.acts import CONFIRMATIONS

    return CONFIRMATIONS["sign-off"]


SCENES: dict[str, tuple[Callable[[Window], None], theme.Scheme, tuple[int, int], float]] = {
    "main-light": (as_it_opens, theme.Scheme.LIGHT, (1440, 900), 1.0),
    "main-dark": (as_it_opens, theme.Scheme.DARK, (1440, 900), 1.0),
    "main-contrast": (as_it_opens, theme.Scheme.CONTRAST, (1440, 900), 1.0),
    "main-small": (as_it_opens, theme.Scheme.LIGHT, (1280, 720), 1.0),
    "main-200": (as_it_opens, theme.Scheme.LIGHT, (1280, 720), 2.0),
    "findings": (with_findings, theme.Scheme.LIGHT, (1440, 900), 1.0),
    "findings-dark": (with_findings, theme.Scheme.DARK, (1280, 720), 1.0),
    "returning": (returning, theme.Scheme.LIGHT, (1280, 720), 1.0),
    "signing-narrow": (signing, theme.Scheme.LIGHT, (1100, 720), 1.0),
    "by-hand": (by_hand, theme.Scheme.LIGHT, (1280, 720), 1.0),
}


def picture(widget: QWidget, scale: float) -> QImage:
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    widget.render(image, QPoint(), QRegion())
    return image


def differing(one: QImage, other: QImage) -> int:
    """How many pixels differ by more than the eye forgives."""
    if one.size() != other.size():
        return one.width() * one.height()
    left, right = (
        bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other)
    )
    if left == right:
        return 0
    pixels = {n // 4 for n, (a, b) in enumerate(zip(left, right, strict=True)) if abs(a - b) > DIFFERENCE}
    return len(pixels)


def compare(name: str, image: QImage, folder: Path, scale: float = 1.0) -> None:
    kept = KEPT / f"{name}.png"
    if KEEP:
        image.save(str(kept))
        return
    count = differing(image, QImage(str(kept)))
    most = PIXELS * scale * scale
    if count > most:
        image.save(str(folder / f"{name}.png"))
    assert count <= most, f"{count} pixels differ; the new picture: {folder / name}.png"


def settle(window: Window) -> None:
    window.catch_up()
    for _turn in range(3):
        QApplication.processEvents()
    window.catch_up()


@pytest.fixture
def steady(dressed):
    """No caret blinks."""
    flash = dressed.cursorFlashTime()
    dressed.setCursorFlashTime(0)
    yield dressed
    dressed.setCursorFlashTime(flash)
    theme.apply(dressed, theme.Scheme.LIGHT)


@pytest.mark.parametrize("name", SCENES)
def test_the_window_looks_as_it_did_when_it_was_looked_at(name, steady, make_window, make_desk, tmp_path):
    prepare, scheme, size, scale = SCENES[name]
    desk = make_desk()
    desk.draft("kreistag", a_notice().sitting.date)
    desk.draft("gesundheit", a_notice().sitting.date)
    desk.create(a_notice())
    window = make_window(desk=desk)
    window.cases.open(3)
    theme.apply(steady, scheme)
    window.view.resize(*size)
    settle(window)
    prepare(window)
    settle(window)
    compare(name, picture(window.view, scale), tmp_path, scale)


def test_an_empty_desk_looks_inviting(steady, make_window, tmp_path):
    window = make_window()
    settle(window)
    compare("empty", picture(window.view, 1.0), tmp_path)
