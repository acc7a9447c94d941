"""One window put together: the view, its presenters, and what an action does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from noticeeditor.desk.desk import Desk
from noticeeditor.gui.editor.presenter import EditorPresenter
from noticeeditor.gui.jobs import Jobs
from noticeeditor.gui.main.view import MainWindow
from noticeeditor.gui.notices.model import NoticesModel
from noticeeditor.gui.notices.presenter import NoticesPresenter
from noticeeditor.gui.notices.rows import Row, row_of
from noticeeditor.gui.preview.geometry import Fit
from noticeeditor.gui.preview.presenter import PreviewPresenter
from noticeeditor.notice.notice import Notice
from noticeeditor.store.contract import StoreError, Summary

LAST_CASE = "last/case"
Clock = Callable[[], dt.datetime]


class Window(QObject):
    """A window at a desk; several windows may stand at one."""

    case_changed = Signal(int)

    def __init__(self, desk: Desk, settings: QSettings, clock: Clock) -> None:
        super().__init__()
        self.desk, self._settings, self._clock = desk, settings, clock
        self.jobs = Jobs(self)
        self.view = MainWindow(NoticesModel(self._say_row, self), self._today)
        self.editor = EditorPresenter(self.view, desk, self._watch, clock().tzinfo)
        self.preview = PreviewPresenter(self.view.preview, self.jobs.latest)
        self.notices = NoticesPresenter(self.view.notices, desk, self.jobs.latest)
        self._painted = False
        self._connect()

    def open_last(self) -> None:
        """Show the notice of the last time, or the one that is due first."""
        self.view.bring_layout_back(self._settings)
        self.notices.show_now()
        last = int(str(self._settings.value(LAST_CASE, 0)))
        first = self.view.notices.model.first_case()
        for case in filter(None, (last, first)):
            try:
                self.open_case(case)
            except StoreError:
                continue  # it was of another store
            return

    def after_first_paint(self) -> None:
        """Load what the first picture did not need, and draw the page."""
        self._painted = True
        self._watch(self.editor.notice)

    def open_case(self, case: int) -> None:
        """Show a notice in the form."""
        if self.editor.case is not None and self.editor.case.id == case:
            return
        self.editor.open(self.desk.case(case))
        self._settings.setValue(LAST_CASE, case)

    def new_notice(self) -> None:
        """Begin a notice; the cursor stands where its body is typed."""
        self.editor.settle()
        case = self.desk.draft()
        self.notices.refresh()
        self.open_case(case.id)
        self.view.form.focus_source("sitting.body")

    def close(self) -> None:
        """Keep what was typed, and how the window looks."""
        self.editor.settle()
        self.view.keep_layout(self._settings)
        self.desk.leave()
        self.jobs.close()

    def _connect(self) -> None:
        view, act = self.view, self.view.actions_by_key
        view.form.edited.connect(self.editor.edit)
        view.form.entered.connect(view.preview.mark)
        view.settled.connect(self.editor.settle)
        view.closing.connect(self.close)
        view.preview.source_clicked.connect(view.form.focus_source)
        view.preview.column_wished.connect(self.preview.show_column)
        view.preview.fit_wished.connect(self.preview.fit)
        view.preview.zoom_wished.connect(self.preview.zoom)
        view.preview.seen_changed.connect(self.preview.look_again)
        view.notices.searched.connect(self.notices.search)
        view.notices.group_chosen.connect(self.notices.choose)
        view.notices.case_chosen.connect(self.open_case)
        view.notices.new_wished.connect(self.new_notice)
        for key, done in self._deeds().items():
            act[key].triggered.connect(done)

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action does."""
        view, preview = self.view, self.preview
        return {
            "new": self.new_notice,
            "undo": self.editor.undo,
            "redo": self.editor.redo,
            "search": view.notices.search.setFocus,
            "to-sitting": partial(view.form.focus_source, "sitting.body"),
            "to-agenda": partial(view.form.focus_source, "item:"),
            "to-remarks": partial(view.form.focus_source, "remarks"),
            "to-signature": partial(view.form.focus_source, "signature"),
            "column": self._switch_column,
            "zoom-in": partial(preview.zoom, 1),
            "zoom-out": partial(preview.zoom, -1),
            "fit-width": partial(preview.fit, Fit.WIDTH),
            "fit-page": partial(preview.fit, Fit.PAGE),
            "close": view.close,
            "quit": QApplication.closeAllWindows,
        }

    def _watch(self, notice: Notice) -> None:
        """Hear of every new wording; before the first paint nothing heavy is loaded for it."""
        if self._painted:
            self.preview.show_notice(notice, self.desk.profile)

    def _switch_column(self) -> None:
        self.preview.show_column(not self.preview.column)

    def _say_row(self, summary: Summary) -> Row:
        return row_of(summary, self._clock())

    def _today(self) -> dt.date:
        return self.desk.today
