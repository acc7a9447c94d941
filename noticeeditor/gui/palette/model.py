"""The commands that fit what is typed, as a list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from noticeeditor.gui.palette.commands import Hit

HIT_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HitModel(QAbstractListModel):
    """The hits, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, index: _Index) -> Hit | None:
        """Return the hit of a row."""
        return self._hits[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index)
        if hit is None:
            return None
        command = hit.command
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (command.title, command.group, command.shortcut, command.reason)))
        return {Qt.ItemDataRole.DisplayRole: command.title, HIT_ROLE: hit}.get(Qt.ItemDataRole(role))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # one that cannot be run can still be chosen, so that its reason is read
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
