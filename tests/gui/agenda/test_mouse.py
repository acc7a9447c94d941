"""What the mouse does: choosing, writing where one clicks, dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from noticeeditor.gui.agenda.editor import AgendaEditor
from noticeeditor.gui.agenda.rows import Field
from tests.gui.agenda.conftest import drawn, outline

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def place(editor: AgendaEditor, name: str, *, right: int = 80, lower: bool = False) -> QPoint:
    """A point in the upper or lower half of a row, so many pixels from its left edge."""
    view = editor.view
    key = next(row.key for row in view.rows.rows if row.id == name and row.field is not Field.PUBLISHED)
    area = view.visualRect(view.rows.index(view.rows.position(key)))
    return QPoint(right, area.center().y() + (area.height() // 3 if lower else -area.height() // 3))


def mime_of(editor: AgendaEditor, *names: str) -> QMimeData:
    model = editor.view.rows
    return model.mimeData([model.index(model.position((name, Field.TEXT))) for name in names])


def drop(editor: AgendaEditor, mime: QMimeData, point: QPoint, action=Qt.DropAction.MoveAction) -> None:
    """Let something go over a point, through the events that Qt would send."""
    viewport = editor.view.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(point, action, mime, _LEFT, _NONE))
    QApplication.sendEvent(viewport, QDragMoveEvent(point, action, mime, _LEFT, _NONE))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(point), action, mime, _LEFT, _NONE))


def test_a_click_on_the_words_writes_there(hand, qtbot):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    qtbot.mouseClick(hand.editor.view.viewport(), _LEFT, pos=place(hand.editor, "Haushalt", right=400))
    assert (hand.field.row.id, hand.field.caret) == ("Haushalt", 8)
    hand.type("e")
    assert drawn(hand.agenda) == ["Wahl|Haushalte"]


def test_a_click_on_the_number_chooses_the_row(hand, qtbot):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    qtbot.mouseClick(hand.editor.view.viewport(), _LEFT, pos=place(hand.editor, "Haushalt", right=20))
    assert hand.field is None
    assert hand.editor.view.chosen == ("Haushalt",)


def test_clicks_with_shift_and_control_choose_several(hand, qtbot):
    hand.editor.show_agenda(outline("Wahl|Haushalt|Straßen|Schulen"))
    viewport = hand.editor.view.viewport()
    qtbot.mouseClick(viewport, _LEFT, pos=place(hand.editor, "Wahl", right=20))
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(viewport, _LEFT, shift, pos=place(hand.editor, "Haushalt"))
    qtbot.mouseClick(viewport, _LEFT, control, pos=place(hand.editor, "Schulen"))
    assert hand.editor.view.chosen == ("Wahl", "Haushalt", "Schulen")


def test_buttons_do_what_their_keys_do(hand, qtbot):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    hand.editor.tools.show()
    qtbot.addWidget(hand.editor.tools)
    hand.write_in("Haushalt")
    for name in ("move-up", "move-down", "indent", "outdent", "move-up"):
        qtbot.mouseClick(hand.editor.tools.button(name), _LEFT)
    assert drawn(hand.agenda) == ["Haushalt|Wahl"]
    assert hand.field.row.id == "Haushalt"


@pytest.mark.parametrize(
    ("target", "lower", "right", "after"),
    [
        ("Eins", False, 60, ["Drei|Eins|Zwei", "Vier"]),
        ("Eins", True, 60, ["Eins|Drei|Zwei", "Vier"]),
        ("Eins", True, 200, ["Eins|-Drei|Zwei", "Vier"]),
        ("P2", True, 60, ["Eins|Zwei", "Drei|Vier"]),
        ("Vier", True, 60, ["Eins|Zwei", "Vier|Drei"]),
        ("Drei", True, 200, ["Eins|Zwei|Drei", "Vier"]),
    ],
    ids=["before", "after", "below", "at the head of a part", "at the end", "into itself"],
)
def test_a_dragged_item_goes_where_it_is_let_go(hand, target, lower, right, after):
    hand.editor.show_agenda(outline("Eins|Zwei|Drei", "Vier"))
    drop(hand.editor, mime_of(hand.editor, "Drei"), place(hand.editor, target, lower=lower, right=right))
    assert drawn(hand.agenda) == after


def test_dragging_has_the_same_effect_as_the_keys(hand):
    start = outline("Eins|Zwei|-Unten|Drei")
    hand.editor.show_agenda(start)
    hand.choose("Zwei")
    hand.press("Alt+Up")
    by_keys = hand.agenda
    hand.editor.show_agenda(start)
    drop(hand.editor, mime_of(hand.editor, "Zwei"), place(hand.editor, "Eins", right=40))
    assert hand.agenda == by_keys
    assert set(hand.steps) == {"Move item"}


def test_an_item_dragged_with_control_is_copied(hand):
    hand.editor.show_agenda(outline("Eins|Zwei"))
    drop(hand.editor, mime_of(hand.editor, "Zwei"), place(hand.editor, "Eins"), Qt.DropAction.CopyAction)
    assert drawn(hand.agenda) == ["Zwei|Eins|Zwei"]


def test_an_item_dragged_from_another_notice_is_copied_with_a_new_id(hand, qtbot):
    other = AgendaEditor()
    qtbot.addWidget(other)
    other.show_agenda(outline("Eins|-Unten"))
    hand.editor.show_agenda(outline("Eins|Zwei"))
    drop(hand.editor, mime_of(other, "Eins"), place(hand.editor, "Zwei", lower=True, right=40))
    assert drawn(hand.agenda) == ["Eins|Zwei|Eins|-Unten"]
    assert drawn(other.agenda) == ["Eins|-Unten"]


def test_text_dragged_from_a_mail_becomes_items(hand):
    mail = QMimeData()
    mail.setText("1. Wahl\n2. Haushalt")
    hand.editor.show_agenda(outline("Eins"))
    drop(hand.editor, mail, place(hand.editor, "Eins", lower=True, right=40))
    assert drawn(hand.agenda) == ["Eins|Wahl|Haushalt"]


def test_the_line_of_a_drag_is_gone_after_the_drop(hand):
    hand.editor.show_agenda(outline("Eins|Zwei"))
    before = hand.editor.view.grab().toImage()
    viewport, mime = hand.editor.view.viewport(), mime_of(hand.editor, "Zwei")
    point = place(hand.editor, "Eins")
    QApplication.sendEvent(viewport, QDragEnterEvent(point, Qt.DropAction.MoveAction, mime, _LEFT, _NONE))
    QApplication.sendEvent(viewport, QDragMoveEvent(point, Qt.DropAction.MoveAction, mime, _LEFT, _NONE))
    assert hand.editor.view.grab().toImage() != before
    drop(hand.editor, mime, place(hand.editor, "Zwei"))
    assert hand.editor.view.drop_line is None


def test_a_drag_without_a_key_moves(hand):
    assert hand.editor.view.defaultDropAction() is Qt.DropAction.MoveAction
