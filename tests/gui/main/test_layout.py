"""Nothing is cut: at the smallest size of the window, in both languages, every label and button has its room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton

from noticeeditor.gui.main.room import NARROW
from noticeeditor.gui.theme.labels import ElidedLabel
from noticeeditor.i18n import texts


def needed(widget) -> int:
    """The width of the words, without what a size hint adds around them."""
    words = max(widget.text().replace("&", "").split("\n"), key=len)
    return widget.fontMetrics().horizontalAdvance(words)


def is_picture(widget) -> bool:
    """Whether a button shows its icon alone."""
    return (
        isinstance(widget, QToolButton)
        and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        and (not widget.icon().isNull())
    )


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("width", [1024, NARROW, 1280, 1440])
def test_no_word_is_cut(window, language, width):
    texts.use(language)
    window.view.retranslate()
    window.view.resize(width, 720)
    window.view.findings.toggle.setChecked(True)
    window.catch_up()
    QApplication.processEvents()
    cut = [
        (type(widget).__name__, widget.text(), widget.width(), needed(widget))
        for kind in (QLabel, QAbstractButton)
        for widget in window.view.findChildren(kind)
        if widget.isVisible() and widget.text() and not isinstance(widget, ElidedLabel)
        and not getattr(widget, "wordWrap", bool)() and not is_picture(widget) and widget.width() < needed(widget)
    ]  # fmt: skip
    assert cut == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("width", [1024, NARROW, 1280])
def test_the_form_never_runs_out_of_its_pane(window, language, width):
    texts.use(language)
    window.view.retranslate()
    window.view.resize(width, 720)
    QApplication.processEvents()
    form = window.view.form
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()
