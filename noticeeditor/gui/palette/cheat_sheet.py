"""The cheat sheet (F1): all keys of the window, from its menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.palette.actions import KeyGroup
from noticeeditor.gui.palette.fuzzy import fold
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.gui.theme import dress, icon
from noticeeditor.gui.theme.scrolling import Scrolled
from noticeeditor.i18n.texts import _

MOST_COLUMNS = 3
COLUMN = 370  # px that a column needs


class CheatSheet(QDialog):
    """The keys by group, narrowed by what is typed; it stays open beside the work."""

    def __init__(self, groups: tuple[KeyGroup, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Search a key …"))
        self.line.setAccessibleName(_("Search a key"))
        glass = self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(_("Search a key"))
        self.cards = [GroupCard(group) for group in groups]
        page = QWidget()
        self._row = row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(12)
        self._columns = [QVBoxLayout() for _number in range(MOST_COLUMNS)]
        for column in self._columns:
            column.setSpacing(12)
            column.addStretch()
            row.addLayout(column, 1)
        self._count = 0

        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self.line)
        layout.addWidget(Scrolled(page), 1)
        resize_within_screen(self, 1180, 720)
        self.line.textChanged.connect(self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(min(max(self.width() // COLUMN, 1), MOST_COLUMNS))

    def _arrange(self, count: int) -> None:
        """Put the cards into so many columns."""
        if count == self._count:
            return
        self._count = count
        for number in range(MOST_COLUMNS):
            self._row.setStretch(number, int(number < count))
        for column, cards in zip(self._columns, balanced(self.cards, count), strict=False):
            for card in cards:
                column.insertWidget(column.count() - 1, card)

    def _narrow(self, text: str) -> None:
        for card in self.cards:
            card.narrow(fold(text))


class GroupCard(QFrame):
    """The keys of one group."""

    def __init__(self, group: KeyGroup) -> None:
        super().__init__()
        dress(self, "card")
        self.title = QLabel(group.title)
        dress(self.title, "heading")
        self.rows: list[tuple[str, QLabel, QWidget]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(self.title)
        for row in group.rows:
            text, caps = QLabel(row.text), _caps(row.keys)
            text.setWordWrap(True)
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(text, 1)
            line.addWidget(caps, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
            self.rows.append((fold(f"{row.text} {' '.join(row.keys)}"), text, caps))

    def narrow(self, folded: str) -> None:
        """Show the rows that hold the words alone, and the card while any does."""
        for searched, text, caps in self.rows:
            fits = all(word in searched for word in folded.split())
            text.setVisible(fits)
            caps.setVisible(fits)
        self.setVisible(any(not text.isHidden() for _searched, text, _caps in self.rows))


def balanced(cards: list[GroupCard], count: int) -> tuple[list[GroupCard], ...]:
    """Return the cards in columns of about the same length, in their order."""
    columns: tuple[list[GroupCard], ...] = tuple([] for _ in range(count))
    lengths = [0] * count
    for card in cards:
        shortest = lengths.index(min(lengths))
        columns[shortest].append(card)
        lengths[shortest] += len(card.rows) + 2
    return columns


def _caps(keys: tuple[str, ...]) -> QWidget:
    caps = QWidget()
    row = QHBoxLayout(caps)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    caps.setAccessibleName(", ".join(keys))
    for number, sequence in enumerate(keys):
        if number:
            row.addWidget(QLabel("/"))
        cap = QLabel(sequence)
        dress(cap, "key")
        row.addWidget(cap)
    return caps
