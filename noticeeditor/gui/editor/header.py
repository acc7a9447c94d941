"""The head of the editor: which notice, in which state, kept when, and who else has it open."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from noticeeditor.gui.notices.states import BADGES
from noticeeditor.gui.theme import dress
from noticeeditor.gui.theme.labels import ElidedLabel
from noticeeditor.i18n.texts import _
from noticeeditor.notice.dates import write_date
from noticeeditor.workflow.acts import State

if TYPE_CHECKING:
    from noticeeditor.notice.notice import Notice


NARROW = 450  # px


class EditorHeader(QFrame):
    """Says what is being edited, quietly."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, "pane")
        self.title, self.day = ElidedLabel(), QLabel()
        dress(self.title, "title")
        dress(self.day, "title-aside")
        self.badge = QLabel()
        self.saved = QLabel()
        dress(self.saved, "small")
        self.presence = QLabel()
        dress(self.presence, "badge-warning")
        self.presence.hide()
        self._state = State.DRAFT
        self._saved_at: dt.datetime | None = None
        self._unsaved = False

        for label in (self.day, self.badge, self.saved, self.presence):  # the title gives way, not these
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.title)
        first.addWidget(self.day)
        first.addStretch()
        first.addWidget(self.presence)
        first.addWidget(self.saved)
        first.addWidget(self.badge)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 10)
        column.addLayout(first)

    def show_notice(self, notice: Notice) -> None:
        """Name the notice by its body and day."""
        body, day = notice.sitting.body, notice.sitting.date
        self.title.setText(body.name if body else _("New notice"))
        self.day.setText(write_date(day, "dd.MM.yyyy") if day else "")
        self.day.setVisible(day is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of a narrow head to the title."""
        super().resizeEvent(event)
        self.saved.setVisible(self.width() >= NARROW)

    @property
    def words(self) -> str:
        """The notice by its name, for the frame of the window."""
        return " · ".join(filter(None, (self.title.text(), self.day.text())))

    def show_state(self, state: State) -> None:
        """Show the state as a badge."""
        self._state = state
        badge = BADGES[state]
        self.badge.setText(_(badge.text))
        dress(self.badge, f"badge-{badge.tone}")

    def show_saved(self, at: dt.datetime | None) -> None:
        """Say when the words were kept, in local time."""
        self._saved_at, self._unsaved = at, False
        self.saved.setText(_("saved {time:%H:%M}").format(time=at) if at else "")

    def show_unsaved(self) -> None:
        """Say that the last words are not kept yet."""
        self._unsaved = True
        self.saved.setText(_("being saved …"))

    def show_presence(self, names: tuple[str, ...]) -> None:
        """Say who else has the notice open."""
        self.presence.setText(_("also open: {names}").format(names=", ".join(names)))
        self.presence.setVisible(bool(names))

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.show_state(self._state)
        if self._unsaved:
            self.show_unsaved()
        else:
            self.show_saved(self._saved_at)
