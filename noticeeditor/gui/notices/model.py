"""The list of notices as Qt sees it: rows come in portions, while one scrolls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from noticeeditor.store.contract import Summary

if TYPE_CHECKING:
    from noticeeditor.gui.notices.rows import Row

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Fetch: TypeAlias = Callable[[int, int], tuple[Summary, ...]]
PORTION = 200
# the view lays all rows out again after each: few portions for whoever wants to see the end
LARGEST_PORTION = 1_000
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
CASE_ROLE = ROW_ROLE + 1


class NoticesModel(QAbstractListModel):
    """Holds what was fetched so far; ``fetch(offset, limit)`` brings more."""

    def __init__(self, say: Callable[[Summary], Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._fetch: Fetch | None = None
        self._summaries: list[Summary] = []
        self._more = False

    def show_first(self, summaries: tuple[Summary, ...], fetch: Fetch) -> None:
        """Show other notices: the first portion, and where more come from."""
        known = [one.id for one in self._summaries[: len(summaries)]]
        is_whole = len(self._summaries) == len(summaries) or len(summaries) >= PORTION
        if is_whole and known == [one.id for one in summaries]:
            self._fetch = fetch
            self._change(summaries)  # the same ones: nothing jumps
            return
        self.beginResetModel()
        self._summaries, self._fetch = list(summaries), fetch
        self._more = False  # whoever hears of the reset may ask for more at once
        self.endResetModel()
        self._more = len(summaries) >= PORTION

    def row_of(self, case: int) -> int:
        """Return the row of a case, -1 where it is not among those fetched."""
        return next((row for row, one in enumerate(self._summaries) if one.id == case), -1)

    def first_case(self) -> int:
        """Return the case of the first row, 0 for an empty list."""
        return self._summaries[0].id if self._summaries else 0

    def summary(self, row: int) -> Summary:
        """Return the summary of a row."""
        return self._summaries[row]

    def say_again(self) -> None:
        """Say all texts in the language in use, and countdowns as of now."""
        if self._summaries:
            self.dataChanged.emit(self.index(0), self.index(len(self._summaries) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows were fetched."""
        return 0 if parent.isValid() else len(self._summaries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the row for painting, or the words that are read out."""
        if not index.isValid() or index.row() >= len(self._summaries):
            return None
        summary = self._summaries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._say(summary).title
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._say(summary).spoken
        if role == ROW_ROLE:
            return self._say(summary)
        return summary.id if role == CASE_ROLE else None

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether the last portion was a full one."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next portion."""
        if self._fetch is None or parent.isValid() or not self._more:
            return
        start = len(self._summaries)
        wanted = min(max(PORTION, start // 2), LARGEST_PORTION)
        portion = self._fetch(start, wanted)
        self._more = False  # whoever hears of the insertion may ask for more at once
        if portion:
            self.beginInsertRows(QModelIndex(), start, start + len(portion) - 1)
            self._summaries += portion
            self.endInsertRows()
        self._more = len(portion) >= wanted

    def _change(self, summaries: tuple[Summary, ...]) -> None:
        self._summaries[: len(summaries)] = summaries
        if summaries:  # also those that are the same may be said in other words: how long they wait
            self.dataChanged.emit(self.index(0), self.index(len(summaries) - 1))
