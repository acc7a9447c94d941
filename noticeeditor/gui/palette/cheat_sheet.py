"""The cheat sheet (F1): all keys of the window, from its menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.palette.actions import KeyGroup
from noticeeditor.gui.palette.fuzzy import fold
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import _

COLUMNS = 3


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
        dress(page, "ground")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(12)
        for cards in balanced(self.cards):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch()
            row.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        dress(scroll, "ground")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self.line)
        layout.addWidget(scroll, 1)
        self.resize(1080, 640)
        self.line.textChanged.connect(self._narrow)

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
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.title, 0, 0, 1, 2)
        for number, row in enumerate(group.rows, 1):
            text, caps = QLabel(row.text), _caps(row.keys)
            text.setWordWrap(True)
            grid.addWidget(text, number, 0)
            grid.addWidget(caps, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self.rows.append((fold(f"{row.text} {' '.join(row.keys)}"), text, caps))

    def narrow(self, folded: str) -> None:
        """Show the rows that hold the words alone, and the card while any does."""
        for searched, text, caps in self.rows:
            fits = all(word in searched for word in folded.split())
            text.setVisible(fits)
            caps.setVisible(fits)
        self.setVisible(any(not text.isHidden() for _searched, text, _caps in self.rows))


def balanced(cards: list[GroupCard]) -> tuple[list[GroupCard], ...]:
    """Return the cards in columns of about the same length, in their order."""
    columns: tuple[list[GroupCard], ...] = tuple([] for _ in range(COLUMNS))
    lengths = [0] * COLUMNS
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
