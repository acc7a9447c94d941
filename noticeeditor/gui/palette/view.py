"""The command palette: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from noticeeditor.gui.palette.commands import Command, Hit, hits
from noticeeditor.gui.palette.hit_paint import ROW_PADDING, HitDelegate
from noticeeditor.gui.palette.model import HitModel
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import _

WIDTH, HEIGHT, REMEMBERED = 640, 440, 12


class QueryLine(QLineEdit):
    """The line of the palette; keys that move go to the list below."""

    def __init__(self, target: QListView) -> None:
        super().__init__()
        self._target = target

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        model, current = self._target.model(), self._target.currentIndex()
        if count := model.rowCount():
            row = current.row() + step
            row = row % count if abs(step) == 1 else min(max(row, 0), count - 1)
            self._target.setCurrentIndex(model.index(row, 0))


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(QFrame):
    """All that can be done and every notice, to be chosen by a few letters.

    ``commands`` and ``notices`` are asked at every opening and at every letter, so the
    palette knows nothing that is out of date.
    """

    def __init__(
        self,
        window: QWidget,
        commands: Callable[[], Iterable[Command]],
        notices: Callable[[str], Iterable[Command]],
    ) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        dress(self, "popup")
        self._window, self._commands, self._notices = window, commands, notices
        self._actions: tuple[Command, ...] = ()
        self._recent: tuple[str, ...] = ()
        self.model = HitModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line keeps the keys
        self.line = QueryLine(self.list)
        self._search = self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dress(self.empty, "muted")

        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.line)

        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._run_current)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._run)

    def open(self, query: str = "") -> None:
        """Open over the window, empty or with a query."""
        self._retranslate()
        self._actions = tuple(self._commands())
        self.line.setText(query)
        self._filter(query)
        width = min(WIDTH, self._window.width() - 40)
        self.setFixedWidth(width)
        self.move(self._window.mapToGlobal(QPoint((self._window.width() - width) // 2, 60)))
        self.show()
        self.line.setFocus()

    def _filter(self, query: str) -> None:
        found = hits(query, self._actions, self._recent, self._notices(query))
        self.model.show_hits(found)
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._fit(len(found))
        if found:
            self.list.setCurrentIndex(self.model.index(0))

    def _fit(self, rows: int) -> None:
        """Be as high as the hits need and the window allows."""
        wanted = (
            self.line.sizeHint().height() + 34 + max(rows, 2) * (self.fontMetrics().height() + ROW_PADDING)
        )
        self.setFixedHeight(min(wanted, HEIGHT, max(self._window.height() - 80, 200)))

    def _run_current(self) -> None:
        self._run(self.list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        hit: Hit | None = self.model.hit(index)
        if hit is None or not hit.command.enabled:
            return
        self.close()
        key = hit.command.key
        self._recent = (key, *(other for other in self._recent if other != key))[:REMEMBERED]
        hit.command.run()

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Commands and notices"))
        self.line.setPlaceholderText(_("Search a command or a notice …"))
        self.line.setAccessibleName(_("Search a command or a notice"))
        self._search.setText(_("Search a command or a notice"))
        self.list.setAccessibleName(_("What fits"))
        self.empty.setText(_("Nothing fits. Try fewer letters."))
