"""What can be done to the agenda, as a table: tool buttons, menus and the palette come from it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from noticeeditor.gui.theme import icon
from noticeeditor.i18n.texts import N_, _


class ActionSpec(Struct, frozen=True):
    """A command, what it is called, its keys and its icon."""

    command: str
    text: str
    keys: str = ""
    icon: str = ""


SPECS = (
    ActionSpec("append-item", N_("&Add item"), "", "list-plus"),
    ActionSpec("move-up", N_("Move &up"), "Alt+Up", "arrow-up"),
    ActionSpec("move-down", N_("Move &down"), "Alt+Down", "arrow-down"),
    ActionSpec("outdent", N_("One level &higher"), "Shift+Tab", "indent-decrease"),
    ActionSpec("indent", N_("One level dee&per"), "Tab", "indent-increase"),
    ActionSpec("duplicate", N_("Dup&licate items"), "Ctrl+D", "copy"),
    ActionSpec("label", N_("Set the &number by hand"), "Ctrl+L", "hash"),
    ActionSpec("no-label", N_("&Without number"), "", ""),
    ActionSpec("add-part", N_("Add public &part"), "", "plus"),
    ActionSpec("add-closed-part", N_("Add part that is not pu&blic"), "", "lock"),
    ActionSpec("close-part", N_("Make the part not pub&lic"), "", "lock"),
    ActionSpec("open-part", N_("&Open the part to the public"), "", "lock-open"),
    ActionSpec("delete", N_("D&elete"), "Del", "trash-2"),
)
_TAKEN_BY_ROWS = ("indent", "outdent")  # a shortcut on Tab would take it from the fields around too
BUTTONS = ("append-item", "move-up", "move-down", "outdent", "indent", "delete")
MORE = ("duplicate", "label", "no-label", "", "add-part", "add-closed-part", "close-part", "open-part")


def make_actions(owner: QWidget) -> dict[str, QAction]:
    """Return an action for each command; their keys hold inside the owner alone."""
    actions = {}
    for spec in SPECS:
        action = QAction(owner)
        action.setObjectName(f"agenda/{spec.command}")
        if spec.icon:
            action.setIcon(icon(spec.icon))
        if "+" in spec.keys and spec.command not in _TAKEN_BY_ROWS:
            action.setShortcut(QKeySequence(spec.keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        actions[spec.command] = action
    retranslate(actions)
    return actions


def fill(menu: QMenu, made: dict[str, QAction], commands: tuple[str, ...]) -> None:
    """Put actions into a menu; an empty command is a line."""
    for command in commands:
        if command:
            menu.addAction(made[command])
        else:
            menu.addSeparator()


def retranslate(actions: dict[str, QAction]) -> None:
    """Say the texts in the language in use."""
    for spec in SPECS:
        action = actions[spec.command]
        action.setText(_(spec.text))
        plain = action.text().replace("&", "")
        keys = QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
