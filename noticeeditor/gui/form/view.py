"""The form of a notice: its cards below one another, what is edited and what has the focus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from noticeeditor.gui.form.agenda_card import AgendaCard
from noticeeditor.gui.form.cards import Card, RemarksCard, SignatureCard, SittingCard
from noticeeditor.gui.theme import dress

if TYPE_CHECKING:
    from noticeeditor.gui.form.choices import Choices
    from noticeeditor.gui.form.fields import LabelledField
    from noticeeditor.notice.notice import Notice

NO_MESSAGE = ("", "")
# what the page calls a field → the field of the form that makes it
_OF_SOURCE = {
    "heading": "kind",
    "remark": "remarks",
    "sitting": "sitting.body",
    "signature": "signature.place",
}
# the field of the form → what the page calls it
_SOURCES = {
    "sitting": "opening",
    "opening": "opening",
    "kind": "heading",
    "signature": "signature",
    "remarks": "remark:0",
}


class NoticeForm(QScrollArea):
    """Shows a notice in its fields and says what the clerk did."""

    edited = Signal(str, object)
    entered = Signal(str)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        dress(self, "ground")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # always there, so that the cards never change their width
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sitting = SittingCard(today)
        self.agenda = AgendaCard()
        self.remarks = RemarksCard()
        self.signature = SignatureCard(today)
        self.cards: tuple[Card, ...] = (self.sitting, self.agenda, self.remarks, self.signature)

        self._unvisited: set[str] = set()
        self._messages: dict[str, tuple[str, str]] = {}
        self._after_leaving = QTimer(self, singleShot=True, interval=0)  # once the next field has the focus
        self._after_leaving.timeout.connect(self._show_left)
        ground = QWidget()
        dress(ground, "ground")
        self.column = QVBoxLayout(ground)
        self.column.setContentsMargins(20, 16, 8, 24)  # the scroll bar is the rest of the margin
        self.column.setSpacing(14)
        for card in self.cards:
            self.column.addWidget(card)
        self.column.addStretch()
        self.setWidget(ground)

        for speaking in (self.sitting, self.remarks, self.signature):
            speaking.edited.connect(self.edited)
        self.agenda.selected.connect(self.entered)
        for card in (self.sitting, self.remarks, self.signature):
            for kind in (QLineEdit, QPlainTextEdit, QComboBox):
                for control in card.findChildren(kind):
                    control.installEventFilter(self)
        self.retranslate()

    def show_choices(self, choices: Choices) -> None:
        """Offer what the profile knows."""
        self.sitting.show_choices(choices)
        self.signature.show_choices(choices)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in every field."""
        self.sitting.show_notice(notice)
        self.agenda.show_notice(notice)
        self.remarks.show_notice(notice)
        self.signature.show_notice(notice)

    def begin(self, *, fresh: bool) -> None:
        """Show another notice; of a fresh one nobody is told what is missing before a field was left."""
        self._unvisited = set(self._fields()) if fresh else set()

    def show_messages(self, messages: dict[str, tuple[str, str]]) -> None:
        """Show severity and sentence of the gravest finding at each field, nothing at the others.

        A field that is being written in hears only that it is right again.
        """
        self._messages = messages
        for name, field in self._fields().items():
            message = messages.get(name, NO_MESSAGE)
            if message == NO_MESSAGE or not (name in self._unvisited or field.has_focus):
                field.show_message(*message)
        self.agenda.show_messages(messages)

    def allow_editing(self, allowed: bool) -> None:
        """Make the fields writable, or show only."""
        for card in self.cards:
            card.setEnabled(allowed)

    def focus_source(self, source: str) -> bool:
        """Put the cursor into the field of a source (``opening``, ``item:ID``, ``sitting.date`` …)."""
        if source.startswith(("item:", "part:")):
            self.agenda.reveal(source)
            return True
        field = self._field_of(source)
        if field is None:
            return False
        field.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(field, 20, 60)
        return True

    def finish(self) -> None:
        """Take what is still being typed, as leaving the field would."""
        self.sitting.body.finish()

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        for card in self.cards:
            card.retranslate()

    def _fields(self) -> dict[str, LabelledField]:
        return {name: field for card in self.cards for name, field in card.fields.items()}

    def _field_of(self, source: str) -> LabelledField | None:
        fields, first = self._fields(), source.partition(":")[0]
        wanted = source if source in fields else _OF_SOURCE.get(first, first)
        return fields.get(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus; leave undo and redo to the window, which knows what was before the last start."""
        if isinstance(watched, QWidget) and event.type() is QEvent.Type.FocusIn:
            self._enter(watched)
        elif isinstance(watched, QWidget) and event.type() is QEvent.Type.FocusOut:
            self._leave(self._name_of(watched))
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _enter(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 40)
        if name := self._name_of(widget):
            self.entered.emit(_SOURCES.get(name.partition(".")[0], ""))

    def _leave(self, name: str) -> None:
        self._unvisited.discard(name)
        self._after_leaving.start()

    def _show_left(self) -> None:
        self.show_messages(self._messages)

    def _name_of(self, widget: QWidget) -> str:
        return next((name for name, field in self._fields().items() if field.isAncestorOf(widget)), "")
