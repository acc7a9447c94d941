"""The merge dialog: two desks changed the same, field by field one of the two is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.dialogs.merge_choice import field_name, resolved, shown
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.gui.theme import dress
from noticeeditor.gui.theme.scrolling import Scrolled
from noticeeditor.i18n.texts import _
from noticeeditor.workflow.merge import Conflict, Merge


class MergeDialog(QDialog):
    """Shows where two wordings disagree; mine is chosen at first, nothing is lost unseen."""

    resolved = Signal(object)  # the notice

    def __init__(self, merge: Merge, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Two wordings"))
        self._merge = merge
        self.cards = [ConflictCard(conflict, other) for conflict in merge.conflicts]
        explanation = QLabel(
            _("{name} has changed this notice meanwhile. All else is put together; choose here:").format(
                name=other
            )
        )
        explanation.setWordWrap(True)
        self.all_mine = QPushButton(_("All &mine"))
        self.all_theirs = QPushButton(_("All of the &other"))
        self.later = QPushButton(_("Decide later"))
        self.run = QPushButton(_("&Take over"))
        self.run.setDefault(True)
        dress(self.run, "primary")

        every = QHBoxLayout()
        every.setSpacing(8)
        every.addWidget(self.all_mine)
        every.addWidget(self.all_theirs)
        every.addStretch()
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.later)
        buttons.addWidget(self.run)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(explanation)
        column.addLayout(every)
        column.addWidget(_scrolled(self.cards), 1)
        column.addLayout(buttons)
        resize_within_screen(self, 780, 520)

        self.all_mine.clicked.connect(self._choose_mine)
        self.all_theirs.clicked.connect(self._choose_theirs)
        self.later.clicked.connect(self.reject)
        self.run.clicked.connect(self._resolve)

    def _choose_mine(self) -> None:
        for card in self.cards:
            card.mine.setChecked(True)

    def _choose_theirs(self) -> None:
        for card in self.cards:
            card.theirs.setChecked(True)

    def _resolve(self) -> None:
        theirs = [card.conflict for card in self.cards if card.theirs.isChecked()]
        self.resolved.emit(resolved(self._merge.notice, theirs))
        self.accept()


class ConflictCard(QFrame):
    """One field with both wordings, and what stood there before."""

    def __init__(self, conflict: Conflict, other: str) -> None:
        super().__init__()
        dress(self, "card")
        self.conflict = conflict
        title = QLabel(field_name(conflict))
        dress(title, "heading")
        before = QLabel(_("Before: {words}").format(words=shown(conflict.base)))
        before.setWordWrap(True)
        dress(before, "small")
        self.mine, self.theirs = QRadioButton(_("Mine")), QRadioButton(other)
        self.mine.setChecked(True)
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(18)
        grid.addWidget(title, 0, 0, 1, 2)
        for column, (button, value) in enumerate(
            ((self.mine, conflict.mine), (self.theirs, conflict.theirs))
        ):
            words = QLabel(shown(value))
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            button.setAccessibleDescription(shown(value))
            self._group.addButton(button)
            grid.addWidget(button, 1, column)
            grid.addWidget(words, 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        grid.addWidget(before, 3, 0, 1, 2)


def _scrolled(cards: Sequence[QWidget]) -> Scrolled:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 6, 0)
    column.setSpacing(10)
    for card in cards:
        column.addWidget(card)
    column.addStretch()
    return Scrolled(page)
