"""Files that are dragged into the window are read as notices, wherever they are let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from noticeeditor import assets

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SAMPLES = ("gesundheit-2023", "klimaschutz-2023")


def dragged(*names: str) -> QMimeData:
    """Samples as a file manager drags them: as addresses, and as words."""
    paths = [str(assets.path(f"samples/{name}.notice.json")) for name in names]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    mime.setText("\n".join(paths))
    return mime


def let_go(over: QWidget, mime: QMimeData, action: Qt.DropAction = Qt.DropAction.MoveAction) -> QDropEvent:
    """Drag over a widget and let go, through the events that Qt sends; it finds who takes them."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    point = over.rect().center()
    drop = QDropEvent(QPointF(point), actions, mime, _LEFT, _NONE)
    drop.setDropAction(action)
    for event in (
        QDragEnterEvent(point, actions, mime, _LEFT, _NONE),
        QDragMoveEvent(point, actions, mime, _LEFT, _NONE),
        drop,
    ):
        QApplication.sendEvent(over, event)
    return drop


PLACES = {
    "the agenda": lambda view: view.form.agenda.editor.view.viewport(),
    "an item that is written in": lambda view: view.form.agenda.editor.view.editor.viewport(),
    "the remarks": lambda view: view.form._field_of("remarks").control.viewport(),
    "the body": lambda view: view.form.sitting.body.line,
    "the search": lambda view: view.notices.search,
    "the list": lambda view: view.notices.list.viewport(),
    "the page": lambda view: view.preview.pages.viewport(),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_a_file_becomes_a_notice_wherever_it_is_let_go(window, place):
    before = window.editor.notice
    window.view.form.focus_source("item:item-3")
    let_go(place(window.view), dragged(SAMPLES[0]))
    assert window.editor.case.id == 2
    assert window.editor.notice.sitting.body.key == "gesundheit"
    assert window.desk.case(1).notice == before


def test_several_files_become_several_notices(window):
    let_go(window.view.preview, dragged(*SAMPLES))
    assert [window.desk.case(case).notice.sitting.body.key for case in (2, 3)] == [
        "gesundheit",
        "klimaschutz",
    ]


def test_a_file_is_copied_and_never_moved_away(window):
    drop = let_go(window.view.preview, dragged(SAMPLES[0]))
    assert drop.isAccepted()
    assert drop.dropAction() is Qt.DropAction.CopyAction


def test_words_are_still_dropped_into_fields(window):
    mime = QMimeData()
    mime.setText("Gäste sind willkommen.")
    let_go(PLACES["the remarks"](window.view), mime, Qt.DropAction.CopyAction)
    assert window.editor.notice.remarks == ("Gäste sind willkommen.",)


def test_a_list_from_a_mail_is_still_dropped_into_the_agenda(window):
    mime = QMimeData()
    mime.setText("1. Wahl\n2. Haushalt")
    viewport = PLACES["the agenda"](window.view)
    point = QPoint(60, viewport.height() - 2)
    for event in (
        QDragEnterEvent(point, Qt.DropAction.CopyAction, mime, _LEFT, _NONE),
        QDragMoveEvent(point, Qt.DropAction.CopyAction, mime, _LEFT, _NONE),
        QDropEvent(QPointF(point), Qt.DropAction.CopyAction, mime, _LEFT, _NONE),
    ):
        QApplication.sendEvent(viewport, event)
    texts = [item.text for item in window.editor.notice.agenda.parts[0].items]
    assert texts[-2:] == ["Wahl", "Haushalt"]
