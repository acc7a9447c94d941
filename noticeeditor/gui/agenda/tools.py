"""The buttons of the agenda."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from noticeeditor.gui.agenda.actions import BUTTONS, MORE, fill
from noticeeditor.gui.theme import icon
from noticeeditor.i18n.texts import _

_ICON = QSize(17, 17)


class AgendaTools(QWidget):
    """A row of buttons; what is needed less stands in a menu at its end."""

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons = {name: _button(actions[name]) for name in BUTTONS}
        self._buttons[BUTTONS[0]].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more = QToolButton()
        self.more.setIcon(icon("ellipsis"))
        self.more.setIconSize(_ICON)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        fill(self._menu, actions, MORE)
        self.more.setMenu(self._menu)
        for button in (*self._buttons.values(), self.more):
            row.addWidget(button)

    def button(self, command: str) -> QToolButton:
        """Return the button of a command."""
        return self._buttons[command]

    def retranslate(self) -> None:
        """Name the buttons in the language in use."""
        for button in self._buttons.values():
            button.setAccessibleName(button.defaultAction().text().replace("&", ""))
        self.more.setToolTip(_("More for the agenda"))
        self.more.setAccessibleName(_("More for the agenda"))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(_ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
