"""What the menus of a window hold, as commands and as rows of the cheat sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from noticeeditor.gui.palette.commands import Command
from noticeeditor.i18n.texts import _


class KeyRow(Struct, frozen=True):
    """A thing to do, and the keys that do it."""

    text: str
    keys: tuple[str, ...]


class KeyGroup(Struct, frozen=True):
    """Keys that belong together: those of a menu, those of the agenda."""

    title: str
    rows: tuple[KeyRow, ...]


def window_commands(window: QMainWindow) -> tuple[Command, ...]:
    """Return every action of the menus of a window; one that cannot be run says why in its status tip."""
    return tuple(
        Command(
            key=action.objectName() or f"{group}/{plain(action.text())}",
            title=plain(action.text()),
            run=action.trigger,
            group=group,
            shortcut=_keys(action)[0] if _keys(action) else "",
            enabled=action.isEnabled(),
            reason="" if action.isEnabled() else action.statusTip(),
        )
        for group, action in menu_actions(window)
    )


def key_groups(window: QMainWindow) -> tuple[KeyGroup, ...]:
    """Return the actions of the menus that have keys, by menu."""
    groups: dict[str, list[KeyRow]] = {}
    for group, action in menu_actions(window):
        if keys := _keys(action):
            groups.setdefault(group, []).append(KeyRow(plain(action.text()), keys))
    return tuple(KeyGroup(title, tuple(rows)) for title, rows in groups.items())


def spelled(title: str, rows: Iterable[tuple[str, tuple[str, ...]]]) -> KeyGroup:
    """Return a table of texts and keys as a group, both in the language of the reader."""
    return KeyGroup(title, tuple(KeyRow(_(text), tuple(map(_native, keys))) for text, keys in rows))


def menu_actions(window: QMainWindow) -> Iterator[tuple[str, QAction]]:
    """Yield every action with the menu in which it stands, submenus after the name of theirs."""
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            yield from _in_menu(plain(top.text()), menu)


def _in_menu(title: str, menu: QMenu) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _in_menu(f"{title} › {plain(action.text())}", below)
        elif not action.isSeparator() and action.isVisible() and action.text():
            yield title, action


def plain(text: str) -> str:
    """Return the text of a menu without its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys(action: QAction) -> tuple[str, ...]:
    return tuple(_native(keys) for keys in action.shortcuts() if not keys.isEmpty())


def _native(keys: QKeySequence | str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
