"""Nothing moves by itself, whatever the system asks for: who wants less motion has it already."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QStyle, QTreeView

GUI = Path(__file__).parents[2] / "noticeeditor" / "gui"
MOVING = r"Animation|QTimeLine|QMovie|setAnimated\(True\)|QScroller"


def moving() -> list[QAbstractAnimation]:
    """The animations that run below any window, those of the style included."""
    owners = [QCoreApplication.instance(), QApplication.style(), *QApplication.topLevelWidgets()]
    return [
        animation
        for owner in owners
        for animation in owner.findChildren(QAbstractAnimation)
        if animation.state() is QAbstractAnimation.State.Running
    ]


def test_no_part_of_the_window_is_animated():
    moved = [path.name for path in GUI.rglob("*.py") if re.search(MOVING, path.read_text("utf-8"))]
    assert moved == []


@pytest.fixture
def with_effects(dressed):
    """An application whose system asks for every effect."""
    effects = (Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo)
    before = {effect: QApplication.isEffectEnabled(effect) for effect in effects}
    for effect in effects:
        QApplication.setEffectEnabled(effect, True)
    yield dressed
    for effect, enabled in before.items():
        QApplication.setEffectEnabled(effect, enabled)


@pytest.mark.parametrize(
    "key", ["show-notices", "show-preview", "show-findings", "palette", "next-finding", "keys"]
)
def test_what_opens_is_there_at_once(with_effects, window, key):
    window.view.actions_by_key[key].trigger()
    QApplication.processEvents()
    assert moving() == []


def test_bars_and_buttons_of_the_style_do_not_move(with_effects, window):
    window.view.form.verticalScrollBar().setValue(40)
    window.view.findings.toggle.click()
    QApplication.processEvents()
    assert moving() == []
    assert not any(tree.isAnimated() for tree in window.view.findChildren(QTreeView))
    assert QApplication.style().styleHint(QStyle.StyleHint.SH_ScrollBar_Transient) == 0
