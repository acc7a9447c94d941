"""The window: menus and toolbar, and three panes side by side that can be hidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from noticeeditor.gui.editor.column import EditorColumn
from noticeeditor.gui.editor.header import EditorHeader
from noticeeditor.gui.editor.nothing import NothingOpen
from noticeeditor.gui.editor.stage import Stage
from noticeeditor.gui.files import FilesRise, files_of
from noticeeditor.gui.findings.pane import FindingsPane
from noticeeditor.gui.findings.rows import FindingRow, messages_of
from noticeeditor.gui.findings.strip import PlanStrip
from noticeeditor.gui.form.view import NoticeForm
from noticeeditor.gui.main.actions import VIEW_MENU, WORKFLOW, Actions
from noticeeditor.gui.main.panes import Panes
from noticeeditor.gui.main.room import ABOVE_FINDINGS, LEAST, LOWEST, Pane
from noticeeditor.gui.main.toolbar import MainToolbar
from noticeeditor.gui.notices.view import NoticesPane
from noticeeditor.gui.preview.geometry import Fit
from noticeeditor.gui.preview.view import PreviewPane
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.i18n.texts import N_, _
from noticeeditor.workflow.acts import State

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from noticeeditor.desk.values import Conflict
    from noticeeditor.errors import NoticeEditorError
    from noticeeditor.gui.form.choices import Choices
    from noticeeditor.gui.main.acts import Question
    from noticeeditor.gui.notices.model import NoticesModel
    from noticeeditor.notice.notice import Notice
    from noticeeditor.workflow.case import CaseFile
    from noticeeditor.workflow.transitions import Refusal

PAUSE = 600  # ms without a change after which words are kept


class MainWindow(QMainWindow):
    """Shows what it is told and says what the clerk did."""

    settled = Signal()
    closing = Signal(object)
    conflict_met = Signal(object)
    act_wished = Signal(str)
    file_dropped = Signal(object)

    def __init__(self, model: NoticesModel, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.actions_by_key = Actions(self)
        self.notices = NoticesPane(model)
        self.header = EditorHeader()
        self.strip = PlanStrip()
        self.stage = Stage(today)
        self.form = NoticeForm(today)
        self.actions_by_key.add_menu(N_("A&genda"), VIEW_MENU, self.form.agenda.editor.fill_menu)
        self.findings = FindingsPane()
        self.nothing = NothingOpen(self.actions_by_key["new"], self.actions_by_key["import"])
        self.preview = PreviewPane()
        self.toolbar = MainToolbar(self.actions_by_key)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._case = 0

        self.addToolBar(self.toolbar)
        self._build_panes()
        self._pause.timeout.connect(self.settled)
        for key in self.actions_by_key.keys:
            self.actions_by_key[key].triggered.connect(self.form.finish)  # a shortcut leaves no field
        self.toolbar.act_wished.connect(self.act_wished)
        self.stage.question_closed.connect(self._question_closed)
        self.actions_by_key["show-findings"].toggled.connect(self.findings.toggle.setChecked)
        self.findings.opened.connect(self.actions_by_key["show-findings"].setChecked)
        self.findings.opened.connect(self._make_room)
        self.notices.list.clicked.connect(self.show_editor)
        self.notices.list.activated.connect(self.show_editor)
        self.preview.source_clicked.connect(self.show_editor)
        self.retranslate()
        self.setMinimumSize(LEAST[Pane.EDITOR], LOWEST)
        resize_within_screen(self, 1440, 900)
        self.setAcceptDrops(True)
        self._files_rise = FilesRise(self)

    def _build_panes(self) -> None:
        self.editor = EditorColumn(
            self.header, self.strip, self.stage, self.form, self.findings, self.nothing
        )
        self.panes = Panes(self.notices, self.editor, self.preview)
        self.panes.tightened.connect(self._make_room)
        self.setCentralWidget(self.panes)
        for pane in (Pane.NOTICES, Pane.PREVIEW):
            action = self.actions_by_key[f"show-{pane}"]
            action.setChecked(True)
            action.toggled.connect(partial(self._want, pane))

    def show_choices(self, choices: Choices) -> None:
        """Offer what the profile knows."""
        self.form.show_choices(choices)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in every field."""
        self.header.show_notice(notice)
        self.form.show_notice(notice)
        self.setWindowTitle(f"{self.header.words} – noticeeditor")

    def show_case(self, case: CaseFile, *, editable: bool) -> None:
        """Show the state of a case, and whether its words may be changed."""
        self.show_nothing(nothing=False)
        self.header.show_state(case.state)
        if case.id != self._case:
            self._case = case.id
            self.form.verticalScrollBar().setValue(0)
            if not self.notices.list.hasFocus():  # who walks through the list by keys stays there
                self.show_editor()
        self.form.allow_editing(editable)
        self.form.begin(fresh=case.notice.sitting.body is None)
        self.notices.show_current(case.id)
        self.stage.close_question()
        last = case.remarks[-1] if case.remarks else None
        returned = case.state is State.RETURNED and last is not None
        self.say("warning", _("Returned: {remark}").format(remark=last.text) if returned and last else "")

    def show_nothing(self, *, nothing: bool) -> None:
        """Offer the ways to begin in the place of the form, or the form."""
        self.nothing.setVisible(nothing)
        for part in (self.header, self.form, self.findings):
            part.setVisible(not nothing)
        for key in _NEED_A_NOTICE:
            self.actions_by_key[key].setEnabled(not nothing)

    def show_history(self, undo: str, redo: str) -> None:
        """Name what can be taken back and done again."""
        for key, step, text in (("undo", undo, _("Undo: {step}")), ("redo", redo, _("Redo: {step}"))):
            action = self.actions_by_key[key]
            action.setEnabled(bool(step))
            action.setStatusTip("" if step else _("There is no step."))
            action.setToolTip(text.format(step=_(step)) if step else action.iconText().strip())

    def show_unsaved(self) -> None:
        """Say that words are being kept, after the next pause."""
        self.header.show_unsaved()
        self._pause.start()

    def show_saved(self, at: dt.datetime | None) -> None:
        """Say when the words were kept."""
        self._pause.stop()
        self.header.show_saved(at)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why something is not possible."""
        from noticeeditor.i18n.refusals import refusal_sentence

        self.say("warning", refusal_sentence(refusal))

    def show_conflict(self, conflict: Conflict) -> None:
        """Ask which words are to stand."""
        self.conflict_met.emit(conflict)

    def show_failure(self, error: NoticeEditorError) -> None:
        """Say that the world failed, and what to do."""
        from noticeeditor.gui.dialogs.failing import failure

        self.say("danger", failure(error))

    def keep_layout(self, settings: QSettings) -> None:
        """Write down size, panes and what is hidden."""
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/panes", self.panes.saveState())
        settings.setValue("window/notices", self.actions_by_key["show-notices"].isChecked())
        settings.setValue("window/preview", self.actions_by_key["show-preview"].isChecked())

    def bring_layout_back(self, settings: QSettings) -> None:
        """Take size, panes and what is hidden from the last time."""
        geometry, panes = settings.value("window/geometry"), settings.value("window/panes")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(panes, QByteArray):
            self.panes.restoreState(panes)
        for key in ("notices", "preview"):
            self.actions_by_key[f"show-{key}"].setChecked(bool(settings.value(f"window/{key}", True, bool)))
        self.panes.ask_for(Pane.EDITOR)

    def show_editor(self) -> None:
        """Bring the form into sight where another pane stands in its place."""
        if not self.panes.is_shown(Pane.EDITOR):
            self.panes.ask_for(Pane.EDITOR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a question the room that it needs in a low window."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files are to be read; they stay where they are."""
        event.setDropAction(Qt.DropAction.CopyAction)  # whoever is told of a move deletes the file
        event.accept()
        for path in files_of(event.mimeData()):
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed before the window goes; it stays where that fails."""
        self.form.finish()
        self.closing.emit(event)

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        panes = (self.notices, self.header, self.form, self.findings, self.nothing, self.preview)
        for part in (self.actions_by_key, self.toolbar, *panes):
            part.retranslate()

    def show_findings(self, rows: tuple[FindingRow, ...]) -> None:
        """Show findings in the list and at their fields."""
        self.findings.show_rows(rows)
        self.form.show_messages(messages_of(rows))

    def say(self, tone: str, sentence: str) -> None:
        """Say something quietly, above the form."""
        self.stage.say(tone, sentence)

    def show_acts(self, possible: frozenset[str], next_act: str) -> None:
        """Offer the acts that are possible, the next one on the big button."""
        for key in WORKFLOW:
            action = self.actions_by_key[key]
            action.setEnabled(key in possible)
            action.setStatusTip("" if key in possible else _("Not in this state, or not in your role."))
        self.toolbar.show_next(next_act)

    def ask_reason(self, question: Question, answer: Callable[[str], None]) -> None:
        """Ask for a reason above the form."""
        self.stage.ask_reason(question, answer)
        self._make_room()

    def ask_page(self, question: Question, answer: Callable[[], None]) -> None:
        """Show the whole page beside the question whether it is signed."""
        self.panes.need(Pane.PREVIEW)
        self.preview.fit_wished.emit(Fit.WIDTH if self.panes.tight else Fit.PAGE)
        self.preview.mark("")
        self.stage.ask(question, answer)
        self._make_room()

    def ask_day(self, question: Question, day: dt.date | None, answer: Callable[[dt.date], None]) -> None:
        """Ask for a day above the form."""
        self.stage.ask_day(question, day, answer)
        self._make_room()

    def close_question(self) -> None:
        """Take the question away."""
        self.stage.close_question()

    def _question_closed(self) -> None:
        self.panes.need(Pane.EDITOR)
        self._make_room()

    def _want(self, pane: Pane, wanted: bool) -> None:
        """Show a pane or not; one for which there was no room is shown, not switched off."""
        if wanted or self.panes.is_shown(pane):
            self.panes.want(pane, wanted=wanted)
        else:
            self.actions_by_key[f"show-{pane}"].setChecked(True)

    def _make_room(self) -> None:
        self.editor.make_room(self.height(), asked=self.stage.question is not None, tight=self.panes.tight)
        self.findings.allow(self.height() - ABOVE_FINDINGS)


_NEED_A_NOTICE = (
    "new-from-last",
    "duplicate",
    "export",
    "print",
    "to-sitting",
    "to-agenda",
    "to-remarks",
    "to-signature",
)
