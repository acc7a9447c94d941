"""The toolbar: what is done most often, and at its end the act that is next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from noticeeditor.gui.main.actions import Actions
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import _

SHOWN = ("new", "duplicate", "", "undo", "redo", "", "print", "export", "", "palette")
WITH_TEXT = frozenset({"new", "duplicate", "export", "palette"})
WITH_WORDS = 900  # px
ICONS = {"submit": "send", "sign-off": "signature", "release": "newspaper", "publish": "badge-check"}


class MainToolbar(QToolBar):
    """Buttons of actions; ``act_wished`` names the act of the big one."""

    act_wished = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions, self._next = actions, ""
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.primary = QPushButton()
        dress(self.primary, "primary")
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for key in SHOWN:
            self._add(key)
        self._say_words(wide=True)
        self.addWidget(room)
        self._primary_action = self.addWidget(self.primary)
        self.primary.clicked.connect(self._emit_act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show pictures alone where the words would push the next act out of sight."""
        super().resizeEvent(event)
        self._say_words(self.width() >= WITH_WORDS)

    def show_next(self, act: str) -> None:
        """Show the act that is next on the big button, or none."""
        self._next = act
        self._primary_action.setVisible(bool(act))
        if act:
            words = self._actions[act].iconText()
            self.primary.setText(words)
            self.primary.setAccessibleName(words.strip())
            self.primary.setIcon(icon(ICONS[act], "on_accent"))

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.setWindowTitle(_("Toolbar"))
        for key in filter(None, SHOWN):
            self.widgetForAction(self._actions[key]).setAccessibleName(self._actions[key].iconText().strip())
        self.show_next(self._next)

    def _add(self, key: str) -> None:
        if not key:
            self.addSeparator()
            return
        self.addAction(self._actions[key])

    def _say_words(self, wide: bool) -> None:
        style = Qt.ToolButtonStyle
        for key in WITH_TEXT:
            button = self.widgetForAction(self._actions[key])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(
                    style.ToolButtonTextBesideIcon if wide else style.ToolButtonIconOnly
                )

    def _emit_act(self) -> None:
        self.act_wished.emit(self._next)
