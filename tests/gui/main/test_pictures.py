"""How the window looks, in pictures that were looked at (see tests/gui/pictures.py)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from noticeeditor.gui import theme
from noticeeditor.gui.main.window import Window
from tests.builders import a_notice
from tests.gui.pictures import compare, picture


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


def settle(window: Window) -> None:
    window.catch_up()
    for _turn in range(3):
        QApplication.processEvents()
    window.catch_up()


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
    compare("empty", picture(window.view), tmp_path)
