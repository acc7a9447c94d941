"""The keys of the outliner as tables: what each does, and what the cheat sheet says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from noticeeditor.i18n.texts import N_

_KEY, _MODIFIER = Qt.Key, Qt.KeyboardModifier
_NONE, _SHIFT, _ALT, _CONTROL = (
    _MODIFIER.NoModifier,
    _MODIFIER.ShiftModifier,
    _MODIFIER.AltModifier,
    _MODIFIER.ControlModifier,
)
# (key, modifier) → command, wherever the caret is
EVERYWHERE = {
    (_KEY.Key_Tab, _NONE): "indent",
    (_KEY.Key_Backtab, _SHIFT): "outdent",
    (_KEY.Key_Tab, _SHIFT): "outdent",
    (_KEY.Key_Up, _ALT): "move-up",
    (_KEY.Key_Down, _ALT): "move-down",
    (_KEY.Key_D, _CONTROL): "duplicate",
    (_KEY.Key_L, _CONTROL): "label",
    (_KEY.Key_Tab, _CONTROL): "leave",
    (_KEY.Key_Backtab, _CONTROL | _SHIFT): "leave-back",
    (_KEY.Key_Tab, _CONTROL | _SHIFT): "leave-back",
}
# while rows are chosen
CHOSEN = EVERYWHERE | {
    (_KEY.Key_Return, _NONE): "add-item",
    (_KEY.Key_Enter, _NONE): "add-item",
    (_KEY.Key_Delete, _NONE): "delete",
    (_KEY.Key_Backspace, _NONE): "delete",
    (_KEY.Key_Escape, _NONE): "escape",
    (_KEY.Key_C, _CONTROL): "copy",
    (_KEY.Key_X, _CONTROL): "cut",
    (_KEY.Key_V, _CONTROL): "paste",
}
# while words are written; each may still be left to the field
WRITTEN = EVERYWHERE | {
    (_KEY.Key_Return, _NONE): "enter",
    (_KEY.Key_Enter, _NONE): "enter",
    (_KEY.Key_Escape, _NONE): "stop-writing",
    (_KEY.Key_Backspace, _NONE): "join-above",
    (_KEY.Key_Delete, _NONE): "join-below",
    (_KEY.Key_Up, _NONE): "row-above",
    (_KEY.Key_Down, _NONE): "row-below",
    (_KEY.Key_Left, _NONE): "row-above-at-start",
    (_KEY.Key_Right, _NONE): "row-below-at-end",
    (_KEY.Key_Slash, _NONE): "blocks",
    (_KEY.Key_Slash, _SHIFT): "blocks",
}
# what the cheat sheet says: the text, the keys
SHEET: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("New item, or cut it at the caret"), ("Return",)),
    (N_("New line inside the item"), ("Shift+Return",)),
    (N_("One level deeper, higher"), ("Tab", "Shift+Tab")),
    (N_("Move with everything below"), ("Alt+Up", "Alt+Down")),
    (N_("Write in the chosen row"), ("F2",)),
    (N_("Choose the row"), ("Esc",)),
    (N_("Leave the agenda"), ("Ctrl+Tab", "Esc, Tab")),
    (N_("Text block"), ("/",)),
)


def command_of(event: QKeyEvent, table: dict[tuple[Qt.Key, Qt.KeyboardModifier], str]) -> str:
    """Return what a key does, ``""`` for nothing of the table."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return table.get((Qt.Key(event.key()), modifiers), "")
