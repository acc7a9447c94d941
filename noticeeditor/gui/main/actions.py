"""All that can be done in the window, as a table: menus, toolbar, keys and the palette come from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from noticeeditor.gui.theme import icon
from noticeeditor.i18n.texts import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

SEPARATOR = ""


class ActionSpec(Struct, frozen=True):
    """An action: its key, text, keys and icon; ``checkable`` shows whether it is on, ``short`` is for buttons."""

    key: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    short: str = ""


ACTIONS = (
    ActionSpec("new", N_("&New notice"), ("Ctrl+N",), "plus", short=N_("New")),
    ActionSpec("new-from-last", N_("New from the &last of this body"), ("Ctrl+Shift+N",), "history"),
    ActionSpec(
        "duplicate", N_("&Duplicate for another body …"), ("Ctrl+Shift+D",), "copy", short=N_("Duplicate")
    ),
    ActionSpec("import", N_("&Import a file …"), ("Ctrl+O",), "file-down"),
    ActionSpec("export", N_("&Export …"), ("Ctrl+E",), "file-up"),
    ActionSpec("print", N_("&Print …"), ("Ctrl+P",), "printer"),
    ActionSpec("new-window", N_("New &window"), ("Ctrl+Shift+W",)),
    ActionSpec("settings", N_("&Settings …"), ("Ctrl+,",), "settings"),
    ActionSpec("close", N_("&Close window"), ("Ctrl+W",)),
    ActionSpec("quit", N_("&Quit"), ("Ctrl+Q",)),
    ActionSpec("undo", N_("&Undo"), ("Ctrl+Z",), "undo-2"),
    ActionSpec("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    ActionSpec("search", N_("&Search notices"), ("Ctrl+F",), "search"),
    ActionSpec("to-sitting", N_("Go to the &sitting"), ("Ctrl+1",)),
    ActionSpec("to-agenda", N_("Go to the &agenda"), ("Ctrl+2",)),
    ActionSpec("to-remarks", N_("Go to the &remarks"), ("Ctrl+3",)),
    ActionSpec("to-signature", N_("Go to the si&gnature"), ("Ctrl+4",)),
    ActionSpec("show-notices", N_("&Notices"), ("Ctrl+B",), "panel-left", checkable=True),
    ActionSpec("show-preview", N_("&Preview"), ("Ctrl+Shift+B",), "panel-right", checkable=True),
    ActionSpec("show-findings", N_("&Findings"), ("Ctrl+J",), "circle-alert", checkable=True),
    ActionSpec("next-finding", N_("Ne&xt finding"), ("F8",)),
    ActionSpec("previous-finding", N_("Pre&vious finding"), ("Shift+F8",)),
    ActionSpec("column", N_("As gazette &column"), ("Ctrl+Shift+L",), checkable=True),
    ActionSpec("zoom-in", N_("Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom-in"),
    ActionSpec("zoom-out", N_("Zoom &out"), ("Ctrl+-",), "zoom-out"),
    ActionSpec("fit-width", N_("Fit &width"), ("Ctrl+0",), "move-horizontal"),
    ActionSpec("fit-page", N_("Fit pa&ge"), ("Ctrl+Shift+0",), "maximize"),
    ActionSpec("scheme-system", N_("As the &system"), checkable=True),
    ActionSpec("scheme-light", N_("&Light"), checkable=True),
    ActionSpec("scheme-dark", N_("&Dark"), checkable=True),
    ActionSpec("scheme-contrast", N_("High &contrast"), checkable=True),
    ActionSpec("language-de", N_("&German"), checkable=True),
    ActionSpec("language-en", N_("&English"), checkable=True),
    ActionSpec("submit", N_("&Submit for review"), ("Ctrl+Return",), "send"),
    ActionSpec("return", N_("&Return with a remark …"), ("Ctrl+Shift+R",), "corner-up-left"),
    ActionSpec("recall", N_("&Take back"), ("Ctrl+Shift+T",), "rotate-ccw"),
    ActionSpec("sign-off", N_("Sign &off …"), ("Ctrl+Shift+S",), "signature"),
    ActionSpec("release", N_("Re&lease and export …"), ("Ctrl+Shift+F",), "newspaper", short=N_("Release")),
    ActionSpec(
        "publish",
        N_("Record the &publication …"),
        ("Ctrl+Shift+V",),
        "badge-check",
        short=N_("Record publication"),
    ),
    ActionSpec("withdraw", N_("&Withdraw …"), ("Ctrl+Shift+X",), "circle-x"),
    ActionSpec("reopen", N_("Reo&pen"), ("Ctrl+Shift+O",), "lock-open"),
    ActionSpec("palette", N_("&Command palette"), ("Ctrl+K",), "command", short=N_("Commands")),
    ActionSpec("keys", N_("&Keys"), ("F1",), "keyboard"),
    ActionSpec("about", N_("&About the program"), ("Ctrl+F1",), "info"),
)

VIEW_MENU = N_("&View")
Entry = str | tuple[str, tuple[str, ...]]
MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        N_("&File"),
        ("new", "new-from-last", "duplicate", SEPARATOR, "import", "export", "print", SEPARATOR, "new-window",
         "settings", SEPARATOR, "close", "quit"),
    ),
    (N_("&Edit"), ("undo", "redo", SEPARATOR, "search", "to-sitting", "to-agenda", "to-remarks", "to-signature", SEPARATOR,
      "next-finding", "previous-finding")),
    (
        VIEW_MENU,
        ("show-notices", "show-preview", "show-findings", SEPARATOR, "column", "zoom-in", "zoom-out", "fit-width",
         "fit-page", SEPARATOR,
         (N_("&Colours"), ("scheme-system", "scheme-light", "scheme-dark", "scheme-contrast")),
         (N_("&Language"), ("language-de", "language-en"))),
    ),
    (
        N_("&Workflow"),
        ("submit", "return", "recall", SEPARATOR, "sign-off", "release", "publish", SEPARATOR, "withdraw", "reopen"),
    ),
    (N_("&Help"), ("palette", "keys", "about")),
)  # fmt: skip
WORKFLOW = ("submit", "return", "recall", "sign-off", "release", "publish", "withdraw", "reopen")


class Actions:
    """The actions of a window and the menus they stand in."""

    def __init__(self, window: QMainWindow) -> None:
        self._specs = {spec.key: spec for spec in ACTIONS}
        self._actions = {spec.key: _action(spec, window) for spec in ACTIONS}
        self._menus: list[tuple[QMenu, str]] = []
        self._bar = window.menuBar()
        for title, entries in MENUS:
            menu = self._bar.addMenu("")
            self._menus.append((menu, title))
            self._fill(menu, entries)
        self.retranslate()

    def __getitem__(self, key: str) -> QAction:
        """Return the action of a key."""
        return self._actions[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all actions."""
        return tuple(self._actions)

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        for key, action in self._actions.items():
            action.setText(_(self._specs[key].text))
            plain = action.text().replace("&", "").removesuffix(" …")
            action.setIconText(" " + (_(self._specs[key].short) or plain))  # the blank parts it from the icon
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain} ({keys})" if keys else plain)
        for menu, title in self._menus:
            menu.setTitle(_(title))

    def add_menu(self, title: str, before: str, fill: Callable[[QMenu], None]) -> None:
        """Put a menu of another part of the window before one that is there."""
        place = next(menu.menuAction() for menu, text in self._menus if text == before)
        menu = self._bar.addMenu(_(title))
        fill(menu)
        self._bar.insertMenu(place, menu)
        self._menus.append((menu, title))

    def _fill(self, menu: QMenu, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            if isinstance(entry, tuple):
                title, keys = entry
                below = menu.addMenu("")
                self._menus.append((below, title))
                self._fill(below, keys)
            elif entry == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry])


def _action(spec: ActionSpec, window: QMainWindow) -> QAction:
    action = QAction(window)
    action.setObjectName(spec.key)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    if spec.icon:
        action.setIcon(icon(spec.icon))
    return action
