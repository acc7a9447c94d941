"""The rows of the outliner for Qt; what changes between two agendas is told row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from noticeeditor.gui.agenda.rows import Field, Key, Row, rows_of
from noticeeditor.gui.agenda.words import LEAVES, spoken
from noticeeditor.i18n.texts import _
from noticeeditor.notice.agenda import Agenda
from noticeeditor.notice.outline import taken

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
SPELLING_ROLE = Qt.ItemDataRole.UserRole + 2
Range = tuple[int, int]
_GROUND_FLAGS = Qt.ItemFlag.ItemIsDropEnabled
_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDropEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
# asked for several times a row at each layout: joining flags anew would take most of its time
_FLAGS = {
    Field.HEADING: _ROW_FLAGS,
    Field.TEXT: _ROW_FLAGS | Qt.ItemFlag.ItemIsDragEnabled,
    Field.PUBLISHED: _ROW_FLAGS,
}


class Marks(Struct, frozen=True):
    """What is to be marked, by source: severity and sentence, and unknown words with their positions.

    A word is marked only while it still stands there.
    """

    findings: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    spelling: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)


class AgendaModel(QAbstractListModel):
    """Shows a frozen agenda; ``origin`` is told to others with the items that are taken from here."""

    def __init__(self, origin: str) -> None:
        super().__init__()
        self.origin = origin
        self.agenda = Agenda()
        self.rows: tuple[Row, ...] = ()
        self.marks = Marks()

    def show(self, agenda: Agenda) -> None:
        """Show another agenda, told as the fewest removals, moves, insertions and changes."""
        self.agenda = agenda
        rows = rows_of(agenda)
        self._remove_missing({row.key for row in rows})
        self._order(rows)
        self._insert_new(rows)
        self._change(rows)

    def show_words(self, agenda: Agenda, key: Key, text: str) -> None:
        """Show an agenda in which nothing but the words of one row are others."""
        position = self.position(key)
        if position < 0:
            self.show(agenda)
            return
        row = replace(self.rows[position], text=text)
        self.agenda = agenda
        self.rows = (*self.rows[:position], row, *self.rows[position + 1 :])
        self.dataChanged.emit(self.index(position), self.index(position))

    def show_marks(self, marks: Marks) -> None:
        """Show other marks."""
        before, self.marks = self.marks, marks
        for position, row in enumerate(self.rows):
            if _marks_of(row, before) != _marks_of(row, marks):
                self.dataChanged.emit(self.index(position), self.index(position))

    def position(self, key: Key) -> int:
        """Return the position of a row, -1 where there is none."""
        return next((position for position, row in enumerate(self.rows) if row.key == key), -1)

    def row_of(self, index: Index) -> Row | None:
        """Return the row of an index."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the words, the row itself, or what is marked in it."""
        row = self.row_of(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._finding(row)[1])
            case Qt.ItemDataRole.ToolTipRole:
                return self._finding(row)[1]
        if role == ROW_ROLE:
            return row
        if role == FINDING_ROLE:
            return self._finding(row)
        return self._misspelt(row) if role == SPELLING_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done: all rows are written in, items can be dragged, and dropped on."""
        if not index.isValid():
            return _GROUND_FLAGS
        return _FLAGS[self.rows[index.row()].field]

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        from noticeeditor.gui.agenda import clipboard

        return list(clipboard.TYPES)

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the items of some rows for the clipboard."""
        from noticeeditor.gui.agenda import clipboard

        chosen = [row.id for row in map(self.row_of, indexes) if row and row.field is not Field.HEADING]
        return clipboard.mime_of(taken(self.agenda, chosen), self.agenda, self.origin)

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that items are moved, or copied with Ctrl held."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def _finding(self, row: Row) -> tuple[str, str]:
        if row.field is Field.PUBLISHED:
            return "", ""
        of_itself = ("warning", _(LEAVES)) if row.leaves else ("", "")
        return self.marks.findings.get(row.source, of_itself)

    def _misspelt(self, row: Row) -> tuple[Range, ...]:
        unknown = self.marks.spelling.get(row.source, ())
        return tuple((start, len(word)) for start, word in unknown if row.text.startswith(word, start))

    def _remove_missing(self, kept: set[Key]) -> None:
        last = len(self.rows) - 1
        while last >= 0:
            if self.rows[last].key in kept:
                last -= 1
                continue
            first = last
            while first > 0 and self.rows[first - 1].key not in kept:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            self.rows = self.rows[:first] + self.rows[last + 1 :]
            self.endRemoveRows()
            last = first - 1

    def _order(self, rows: tuple[Row, ...]) -> None:
        """Bring the rows that stay into their new order, one move for each run."""
        known = {row.key for row in self.rows}
        wanted = [row.key for row in rows if row.key in known]
        for position, key in enumerate(wanted):
            if self.rows[position].key == key:
                continue
            first = self.position(key)
            last = first
            while last + 1 < len(self.rows) and self.rows[last + 1].key == _at(
                wanted, position + last + 1 - first
            ):
                last += 1
            self.beginMoveRows(QModelIndex(), first, last, QModelIndex(), position)
            run = self.rows[first : last + 1]
            rest = self.rows[:first] + self.rows[last + 1 :]
            self.rows = rest[:position] + run + rest[position:]
            self.endMoveRows()

    def _insert_new(self, rows: tuple[Row, ...]) -> None:
        known = {row.key for row in self.rows}
        first = 0
        while first < len(rows):
            if rows[first].key in known:
                first += 1
                continue
            last = first
            while last + 1 < len(rows) and rows[last + 1].key not in known:
                last += 1
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows = self.rows[:first] + rows[first : last + 1] + self.rows[first:]
            self.endInsertRows()
            first = last + 1

    def _change(self, rows: tuple[Row, ...]) -> None:
        changed = [n for n, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
        self.rows = rows
        for position in changed:
            self.dataChanged.emit(self.index(position), self.index(position))


def _marks_of(row: Row, marks: Marks) -> object:
    return marks.findings.get(row.source), marks.spelling.get(row.source)


def _at(keys: list[Key], position: int) -> Key | None:
    return keys[position] if position < len(keys) else None
