"""The pane of notices: search, groups, the list, and what to do where it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.notices.delegate import NoticeDelegate
from noticeeditor.gui.notices.model import CASE_ROLE, Fetch, NoticesModel
from noticeeditor.gui.notices.states import GROUPS, Group
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from noticeeditor.store.contract import Summary


class NoticesPane(QFrame):
    """Shows the list and says what is searched, chosen and opened."""

    searched = Signal(str)
    group_chosen = Signal(object)
    case_chosen = Signal(int)
    new_wished = Signal()

    def __init__(self, model: NoticesModel) -> None:
        super().__init__()
        dress(self, "side")
        self.model = model
        self._current = 0
        self.title = QLabel()
        dress(self.title, "title")
        self.search = SearchLine()
        self.groups = {group: QToolButton() for group in GROUPS}
        self.list = QListView()
        self.empty = EmptyState()
        self._build_list()

        self._buttons = QButtonGroup(self)
        chips = QHBoxLayout()
        chips.setSpacing(0)
        for group, button in self.groups.items():
            button.setCheckable(True)
            button.setChecked(group is Group.OPEN)
            dress(button, "chip")
            self._buttons.addButton(button)
            chips.addWidget(button)
        chips.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(14, 14, 12, 8)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.search)
        head.addLayout(chips)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

        self.search.textChanged.connect(self.searched)
        self.search.down_pressed.connect(self._enter_list)
        self._buttons.buttonClicked.connect(self._emit_group)
        self.list.selectionModel().currentChanged.connect(self._emit_case)
        self.empty.new.clicked.connect(self.new_wished)
        self.retranslate()

    def show_notices(self, summaries: tuple[Summary, ...], fetch: Fetch, *, searching: bool) -> None:
        """Show the first portion of notices; the current one stays selected."""
        self.model.show_first(summaries, fetch)
        self.empty.say(searching=searching)
        self.stack.setCurrentWidget(self.list if summaries else self.empty)
        self.show_current(self._current)

    def show_group(self, group: Group) -> None:
        """Mark the group that is shown."""
        self.groups[group].setChecked(True)

    def show_current(self, case: int) -> None:
        """Select the row of a case without opening it again."""
        self._current = case
        row, before = self.model.row_of(case), self.list.currentIndex()
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        selection.blockSignals(False)
        for index in (before, self.list.currentIndex()):
            self.list.update(index)

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.title.setText(_("Notices"))
        self.search.setPlaceholderText(_("Body, date, words …"))
        self.search.setAccessibleName(_("Search notices"))
        self.search.sign.setText(_("Search notices"))
        for group, button in self.groups.items():
            button.setText(_(GROUPS[group].text))
        self.list.setAccessibleName(_("List of notices"))
        self.empty.say(searching=bool(self.search.text()))
        self.model.say_again()

    def _build_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(NoticeDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # at once, 100,000 rows would take two frames
        self.list.setBatchSize(1_000)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _enter_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))

    def _emit_group(self, button: QToolButton) -> None:
        self.group_chosen.emit(next(group for group, one in self.groups.items() if one is button))

    def _emit_case(self, index: QModelIndex) -> None:
        if index.isValid():
            self._current = index.data(CASE_ROLE)
            self.case_chosen.emit(self._current)


class SearchLine(QLineEdit):
    """The line for words that are searched; Down leads into the list."""

    down_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.sign = self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        dress(self, "search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead into the list with Down, clear with Escape."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class EmptyState(QWidget):
    """Says why the list is empty, and what to do."""

    def __init__(self) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icon("inbox", "muted").pixmap(40, 40))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dress(self.words, "muted")
        self.new = QPushButton(icon("plus", "on_accent"), "")
        dress(self.new, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(picture)
        column.addWidget(self.words)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def say(self, *, searching: bool) -> None:
        """Say what fits: nothing found, or nothing there yet."""
        self.words.setText(
            _("No notice has these words. Try fewer letters or another group.")
            if searching
            else _("Nothing here. Begin with the body that meets: room, time and words follow.")
        )
        self.new.setText(_("New notice"))
        self.new.setVisible(not searching)
