"""One window put together: the view, its presenters, and what an action does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from noticeeditor import wiring
from noticeeditor.desk.values import Conflict, Desk, Filter, StoreError
from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.agenda.aids import AidsPresenter
from noticeeditor.gui.editor.presenter import EditorPresenter
from noticeeditor.gui.findings.presenter import FindingsPresenter, PlanPresenter
from noticeeditor.gui.jobs import Err, Jobs, Outcome
from noticeeditor.gui.main.acts import ACTS, ActsPresenter
from noticeeditor.gui.main.cases import CasesPresenter
from noticeeditor.gui.main.dialogs import Dialogs
from noticeeditor.gui.main.output import Output
from noticeeditor.gui.main.view import MainWindow
from noticeeditor.gui.notices.model import NoticesModel
from noticeeditor.gui.notices.presenter import NoticesPresenter
from noticeeditor.gui.notices.rows import Row, row_of
from noticeeditor.gui.preview.geometry import Fit
from noticeeditor.gui.preview.presenter import PreviewPresenter
from noticeeditor.gui.theme import Scheme
from noticeeditor.i18n.texts import LANGUAGES, N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.checks.finding import Finding
    from noticeeditor.gui.moment.marks import Marks
    from noticeeditor.notice.notice import Notice
    from noticeeditor.store.contract import Summary

SCHEMES = tuple(str(scheme) for scheme in Scheme)
LAST_CASE = "last/case"
PROFILE = "profile"
FIX = N_("Fix")
UNKEPT = N_("The last words could not be kept. Close the window once more to leave without them.")
BREATH = 150  # ms without a letter, after which the wording is judged
PULSE = 5_000  # ms between two looks at what other desks do
Clock = Callable[[], dt.datetime]


class Window(QObject):
    """A window at a desk of its own."""

    new_window_wished = Signal()
    scheme_wished = Signal(str)
    language_wished = Signal(str)
    profile_taken = Signal(object)
    closed = Signal(object)

    def __init__(self, desk: Desk, settings: QSettings, clock: Clock) -> None:
        super().__init__()
        self.desk, self._settings, self._clock = desk, settings, clock
        self.jobs = Jobs(self)
        self.view = MainWindow(NoticesModel(self._say_row, self), self._today)
        self.editor = EditorPresenter(self.view, desk, self._watch, clock().tzinfo)
        self.preview = PreviewPresenter(self.view.preview, self.jobs.latest)
        self.plan = PlanPresenter(self.view.strip, clock)
        self.findings = FindingsPresenter(self.view, desk, clock, self.jobs.latest)
        self.aids = AidsPresenter(self.view.form.agenda.editor, desk, self.jobs.latest)
        self.notices = NoticesPresenter(self.view.notices, desk, self.jobs.latest)
        self.dialogs = Dialogs(self.view, desk, self.jobs, settings)
        self.output = Output(self.dialogs, desk, self.editor)
        self.acts = ActsPresenter(self.view, desk, self.editor, self.output.export)
        self.cases = CasesPresenter(self, desk, self.editor)
        self._painted = self._over = self._warned = False
        # the timers end with the window on the screen, however it goes
        self._pulse = QTimer(self.view, interval=PULSE)
        self._after_form = QTimer(self.view, singleShot=True, interval=0)
        self._after_breath = QTimer(self.view, singleShot=True, interval=BREATH)
        self._connect()

    def open_last(self) -> None:
        """Show the notice of the last time, or the one that is due first."""
        self.view.bring_layout_back(self._settings)
        self.view.notices.list.setFocus()
        self.notices.begin()
        self.notices.show_now()
        last = int(str(self._settings.value(LAST_CASE, 0)))
        self.view.show_nothing(nothing=True)
        self.acts.show(None)
        self.cases.open_first(last, self.view.notices.model.first_case())

    def after_first_paint(self) -> None:
        """Load what the first picture did not need, and draw the page."""
        if self._over:  # it was closed before it was painted
            return
        self._painted = True
        self._pulse.start()
        if self.notices.is_review:
            self.notices.refresh()  # with what stops each
        self.editor.knows_issues = True
        self.editor.show()
        self.jobs.each("backup", partial(wiring.back_up_if_due, self.desk), self._hear_of_backup)

    def _hear_of_backup(self, outcome: Outcome) -> None:
        """Say that the backup of the day failed; one that was written needs no word."""
        if isinstance(outcome, Err) and isinstance(outcome.error, NoticeEditorError):
            self.editor.fail(outcome.error)

    def case_opened(self, case: int) -> None:
        """Know that another notice is on the screen."""
        self.acts.show(self.editor.case)
        self._settings.setValue(LAST_CASE, case)

    def case_stays(self) -> None:
        """Select the notice again that could not be left."""
        if self.editor.case is not None:
            self.view.notices.show_current(self.editor.case.id)

    def case_begun(self, field: str) -> None:
        """Show the new notice in the list, and put the cursor where it is begun."""
        self.notices.refresh()
        self.view.form.focus_source(field)

    def show_choice(self, scheme: str, language: str) -> None:
        """Mark in the menus which colours and which language are in use."""
        for name in SCHEMES:
            self.view.actions_by_key[f"scheme-{name}"].setChecked(name == scheme)
        for name in LANGUAGES:
            self.view.actions_by_key[f"language-{name}"].setChecked(name == language)

    def close(self, event: QCloseEvent) -> None:
        """Keep what was typed, and how the window looks; words that cannot be kept hold it open once."""
        self.editor.settle()
        if self.editor.has_unkept and not self._warned:
            self._warned = True
            self.view.say("danger", _(UNKEPT))
            event.ignore()
            return
        self._over = True
        for timer in (self._pulse, self._after_form, self._after_breath):
            timer.stop()
        self.editor.leave()
        self.view.keep_layout(self._settings)
        self.jobs.close()
        self.desk.close()
        self.closed.emit(self)

    def _connect(self) -> None:
        view, act = self.view, self.view.actions_by_key
        view.form.sitting.date.show_marks(self._marks)
        view.form.edited.connect(self.editor.edit)
        view.form.agenda.agenda_changed.connect(self.editor.change_agenda)
        view.form.agenda.settled.connect(self.editor.settle)
        view.form.entered.connect(view.preview.mark)
        view.settled.connect(self.editor.settle)
        view.closing.connect(self.close)
        view.file_dropped.connect(self.cases.import_file)
        view.preview.handle.write_pdf = self._write_pdf
        view.preview.source_clicked.connect(view.form.focus_source)
        view.preview.column_wished.connect(self.preview.show_column)
        view.preview.fit_wished.connect(self.preview.fit)
        view.preview.zoom_wished.connect(self.preview.zoom)
        view.preview.seen_changed.connect(self.preview.look_again)
        view.findings.jump_wished.connect(view.form.focus_source)
        view.findings.fix_wished.connect(self._fix)
        view.findings.set_aside_wished.connect(self.acts.set_aside)
        view.notices.searched.connect(self.notices.search)
        view.notices.group_chosen.connect(self.notices.choose)
        view.notices.case_chosen.connect(self.cases.open)
        view.notices.new_wished.connect(self.cases.new)
        view.conflict_met.connect(self._merge)
        view.act_wished.connect(self.acts.begin)
        self.desk.changed = self._hear
        self._after_form.timeout.connect(self._draw)
        self._after_breath.timeout.connect(self._judge)
        self._pulse.timeout.connect(self._look_around)
        for key in ACTS:
            act[key].triggered.connect(partial(self.acts.begin, key))
        for key, done in self._deeds().items():
            act[key].triggered.connect(done)

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """Return what each action does."""
        view, preview = self.view, self.preview
        return {
            "new": self.cases.new,
            "new-from-last": self.cases.new_from_last,
            "duplicate": partial(self.dialogs.choose_body, self.cases.duplicate),
            "import": self._import,
            "export": self.output.export,
            "print": self.output.print,
            "palette": partial(self.dialogs.palette, self.cases.open, self._say_row),
            "keys": self.dialogs.keys,
            "settings": partial(self.dialogs.settings, self._take_profile),
            "about": self.dialogs.about,
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
            "new-window": self.new_window_wished.emit,
            **{f"scheme-{name}": partial(self.scheme_wished.emit, name) for name in SCHEMES},
            **{f"language-{name}": partial(self.language_wished.emit, name) for name in LANGUAGES},
            "next-finding": partial(view.findings.jump, 1),
            "previous-finding": partial(view.findings.jump, -1),
            "close": view.close,
            "quit": QApplication.closeAllWindows,
        }

    def _watch(self, _notice: Notice) -> None:
        """Hear of every new wording; before the first paint nothing heavy is loaded for it.

        The form is painted first, then the page is drawn; what is judged waits for a breath,
        so that it does not take the processor from the page.
        """
        if self._painted and not self._over:
            self._after_form.start()
            self._after_breath.start()

    def _draw(self) -> None:
        if self.editor.case is None:
            return
        self.preview.show_notice(self.editor.notice, self.desk.profile)

    def _judge(self) -> None:
        self.plan.show_notice(self.editor.notice, self.desk.profile)
        self.findings.show_notice(self.editor.case, self.editor.notice)
        self.aids.show_notice(self.editor.notice)

    def catch_up(self) -> None:
        """Return once page and findings are those of the words on the screen."""
        for timer, work in ((self._after_form, self._draw), (self._after_breath, self._judge)):
            if timer.isActive():
                timer.stop()
                work()
        self.jobs.settle()

    def _hear(self, case: int) -> None:
        """Hear that this desk changed a case: the list follows, and what may be done now."""
        self.notices.refresh()
        if self.editor.case is not None and self.editor.case.id == case:
            self.acts.show(self.editor.case)

    def _look_around(self) -> None:
        """See what other desks did, and say that this notice is open here."""
        case = self.editor.case
        try:
            changed = self.desk.changed_elsewhere()
            if case is not None:
                self.desk.enter(case.id)
                others = [self.desk.staff.known(one.person).name for one in self.desk.others(case.id)]
                self.view.header.show_presence(tuple(name for name in others if name))
        except StoreError as error:
            self.editor.fail(error)
            return
        if changed:
            self.notices.refresh()
            self.findings.look_around()
        if case is not None and case.id in changed:
            self.editor.follow(self.desk.case(case.id))
            self.acts.show(self.editor.case)

    def _merge(self, conflict: Conflict) -> None:
        self.dialogs.merge(conflict, self.editor.resolve)

    def _fix(self, finding: Finding) -> None:
        from noticeeditor.checks.fixing import fixed

        if finding.fix is not None:
            self.editor.change(FIX, fixed(self.editor.notice, finding.fix))

    def _write_pdf(self, folder: Path) -> Path:
        return self.output.write_pdf(folder, column=self.preview.column)

    def _import(self) -> None:
        path = self.dialogs.choose_file()
        if path is not None:
            self.cases.import_file(path)

    def _take_profile(self, profile: AuthorityProfile) -> None:
        """Work with another profile from now on, here and at the next start."""
        try:
            wiring.keep_profile(profile)
        except NoticeEditorError as error:
            self.editor.fail(error)
            return
        self._settings.setValue(PROFILE, str(wiring.own_profile()))
        self.profile_taken.emit(profile)

    def work_with(self, profile: AuthorityProfile) -> None:
        """Work on with another profile."""
        self.editor.settle()
        wiring.adopt(self.desk, profile)
        self.editor.show()

    def _marks(self, first: dt.date, last: dt.date) -> Marks:
        """Return what the calendar of the form marks."""
        from noticeeditor.gui.moment.office_marks import office_marks

        return office_marks(self.desk.profile, self._sittings, first, last)

    def _sittings(self, first: dt.date, last: dt.date) -> tuple[Summary, ...]:
        from noticeeditor.gui.moment.office_marks import MOST_SITTINGS

        return self.desk.cases(Filter(since=first, until=last, limit=MOST_SITTINGS))

    def _switch_column(self) -> None:
        self.preview.show_column(not self.preview.column)

    def _say_row(self, summary: Summary) -> Row:
        return row_of(summary, self._clock(), self.notices.waiting(summary.id))

    def _today(self) -> dt.date:
        return self.desk.today
