"""What is cut off or out of reach in a window, as a list of sentences; empty where all is well."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from noticeeditor.gui.screens import room_around
from noticeeditor.gui.theme.labels import ElidedLabel

LEAST_VIEW = 60  # px of a scroll area through which something can be seen


def misfits(window: QWidget) -> list[str]:
    """Return what does not fit into a window, or into its screen."""
    return [*_beyond_screen(window), *_cut(window), *_out_of_reach(window)]


def _beyond_screen(window: QWidget) -> Iterator[str]:
    room, size = room_around(window.pos()).size(), window.size()
    if size.width() > room.width() or size.height() > room.height():
        yield f"{_name(window)} is {size.toTuple()} on a screen of {room.toTuple()}"


def _cut(window: QWidget) -> Iterator[str]:
    for kind in (QLabel, QAbstractButton):
        for widget in window.findChildren(kind):
            if not widget.isVisible() or not widget.text() or _is_elided(widget):
                continue
            needed = widget.fontMetrics().horizontalAdvance(_longest_line(widget))
            if needed > widget.width():
                yield f"{_name(widget)} “{widget.text()}” has {widget.width()} of {needed} px"


def _out_of_reach(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.isWindow() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        if fault := _hidden_by(widget):
            yield f"{_name(widget)} {fault}"


def _hidden_by(widget: QWidget) -> str:
    """Return what keeps a widget from being seen whole, ``""`` where it can be scrolled into sight."""
    inner, around = widget, widget.parentWidget()
    while around is not None and not inner.isWindow():
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            return _out_of_scroll(inner, around.parentWidget())
        place = QRect(widget.mapTo(around, widget.rect().topLeft()), widget.size())
        if not around.rect().contains(place):
            return f"at {place.getRect()} leaves {_name(around)} of {around.size().toTuple()}"
        inner, around = around, around.parentWidget()
    return ""


def _out_of_scroll(content: QWidget, area: QAbstractScrollArea) -> str:
    view = area.viewport().size()
    if area.isVisible() and isinstance(area, QScrollArea) and view.height() < LEAST_VIEW:
        return f"is seen through {view.height()} px of {_name(area)}"
    fixed = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if fixed and isinstance(area, QScrollArea) and content.width() > view.width():
        return f"is on {content.width()} px of {_name(area)} with {view.width()} px"
    return _hidden_by(area)


def _is_elided(widget: QWidget) -> bool:
    """Whether a widget shortens or wraps its words itself, or shows a picture in their place."""
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    shows_picture = (
        isinstance(widget, QToolButton)
        and widget.toolButtonStyle() is icon_only
        and not widget.icon().isNull()
    )
    return isinstance(widget, ElidedLabel) or wraps or shows_picture


def _longest_line(widget: QLabel | QAbstractButton) -> str:
    return max(widget.text().replace("&", "").split("\n"), key=len)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}".strip()
