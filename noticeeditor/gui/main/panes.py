"""The three panes side by side: what is wanted is shown where there is room for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from noticeeditor.gui.main.room import HANDLE, LEAST, TIGHT, Pane, fitting

SIZES, STRETCHES = (310, 640, 490), (0, 1, 2)


class Panes(QSplitter):
    """Shows the panes that are wanted; in a narrow window the one that was asked for last goes first.

    ``tightened`` says whether the editor has to do without its form, so that a pane that is
    needed fits beside it.
    """

    tightened = Signal(bool)

    def __init__(self, notices: QWidget, editor: QWidget, preview: QWidget) -> None:
        super().__init__()
        self._panes = dict(zip(Pane, (notices, editor, preview), strict=True))
        self._wanted = set(Pane)
        self._first, self._needed, self.tight = Pane.EDITOR, Pane.EDITOR, False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE)
        for place, (pane, widget) in enumerate(self._panes.items()):
            widget.setMinimumWidth(LEAST[pane])
            self.addWidget(widget)
            self.setStretchFactor(place, STRETCHES[place])
        self.setSizes(SIZES)

    def is_shown(self, pane: Pane) -> bool:
        """Whether there is room for a pane that is wanted."""
        return not self._panes[pane].isHidden()

    def want(self, pane: Pane, *, wanted: bool) -> None:
        """Show a pane, or leave its room to the others."""
        (self._wanted.add if wanted else self._wanted.discard)(pane)
        self.ask_for(pane if wanted else Pane.EDITOR)

    def ask_for(self, pane: Pane) -> None:
        """Show a pane even where it has to take the place of the others."""
        self._first = pane
        self._arrange()

    def need(self, pane: Pane) -> None:
        """Show a pane beside the editor before the others, even one that is not wanted else."""
        self._needed = pane
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        order = dict.fromkeys((self._first, Pane.EDITOR, self._needed, Pane.NOTICES, Pane.PREVIEW))
        wanted = [pane for pane in order if pane in {*self._wanted, self._needed}]
        least, shown = LEAST, fitting(self.width(), wanted)
        if tight := self._first is Pane.EDITOR and self._needed not in shown:
            least = {**LEAST, **TIGHT}
            shown = fitting(self.width(), (Pane.EDITOR, self._needed), least)
        for pane, widget in self._panes.items():
            widget.setMinimumWidth(least[pane])
            widget.setVisible(pane in shown)
        if tight is not self.tight:
            self.tight = tight
            self.tightened.emit(tight)
