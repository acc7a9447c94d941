"""One notice being edited: field → new notice → form, preview, findings, store. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from noticeeditor.desk.values import Conflict, Desk, Saved
from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.form.choices import Choices, choices_of
from noticeeditor.gui.form.edits import EDITS, House
from noticeeditor.gui.history.history import History
from noticeeditor.i18n.texts import N_, language
from noticeeditor.notice.notice import Notice
from noticeeditor.workflow.acts import State
from noticeeditor.workflow.journal import Stacks, Step
from noticeeditor.workflow.transitions import Refusal

if TYPE_CHECKING:
    from noticeeditor.notice.agenda import Agenda
    from noticeeditor.notice.issue import GazetteIssue
    from noticeeditor.workflow.case import CaseFile

MERGED = N_("Merge")


class EditorView(Protocol):
    """What the presenter needs of the window."""

    def show_choices(self, choices: Choices) -> None:
        """Offer what the profile knows."""

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in every field."""

    def show_case(self, case: CaseFile, *, editable: bool) -> None:
        """Show state and remarks of the case, and whether its words may be changed."""

    def show_history(self, undo: str, redo: str) -> None:
        """Name what can be taken back and done again; ``""`` for nothing."""

    def show_unsaved(self) -> None:
        """Say that the last words are not kept yet, and wait for the pause after which they are."""

    def show_saved(self, at: dt.datetime | None) -> None:
        """Say when the words were kept, in local time."""

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why something is not possible."""

    def show_failure(self, error: NoticeEditorError) -> None:
        """Say that the world failed, and what to do."""

    def show_conflict(self, conflict: Conflict) -> None:
        """Ask which words are to stand where two people changed the same."""


class EditorPresenter:
    """Every change of a notice goes through here; nothing else makes a new one.

    ``watch`` hears of every new wording: the preview and the findings.
    """

    def __init__(
        self, view: EditorView, desk: Desk, watch: Callable[[Notice], None], zone: dt.tzinfo | None = None
    ) -> None:
        self._view, self._desk, self._watch, self._zone = view, desk, watch, zone
        self._case: CaseFile | None = None
        self._history = History(Notice())
        self._conflict: Conflict | None = None
        self._unkept: Step | None = None
        self._offered: tuple[object, ...] = ()
        self.knows_issues = False  # the calendar is read after the first paint

    @property
    def case(self) -> CaseFile | None:
        """The case as it was last kept, ``None`` while none is open."""
        return self._case

    @property
    def notice(self) -> Notice:
        """The notice as it is on the screen."""
        return self._history.notice

    @property
    def history(self) -> History:
        """The steps that were made."""
        return self._history

    @property
    def is_editable(self) -> bool:
        """Whether the words may be changed now."""
        return self._case is not None and self._case.state in _EDITABLE

    @property
    def has_unkept(self) -> bool:
        """Whether words on the screen could not be kept."""
        return self._unkept is not None

    def open(self, case: CaseFile) -> None:
        """Show a case; what was typed in the one before is kept first."""
        self.leave()
        self._case = case
        self._history = History(case.notice, self._desk.history(case.id) if case.id else Stacks())
        self._reach_back()
        self._view.show_case(case, editable=self.is_editable)
        self._view.show_saved(self._local(case.changed))
        self.show()

    def leave(self) -> None:
        """Keep what was typed and let go of the case."""
        self.settle()
        self._case = self._conflict = self._unkept = None

    def edit(self, field: str, value: object) -> None:
        """Change a field; changes of one field are one step until it is settled."""
        edit = EDITS[field]
        self.change(edit.name, edit.change(self.notice, value, self._house()), field)

    def change_agenda(self, agenda: Agenda, step: str, field: str) -> None:
        """Take over another agenda, by a step that the outliner names."""
        self.change(step, replace(self.notice, agenda=agenda), field)

    def change(self, name: str, notice: Notice, field: str = "") -> None:
        """Make a named step; one without a field stands alone and is kept at once."""
        if self._case is None:
            return  # the window is closing, and a field said its last
        if not self.is_editable:
            self.show()  # what was typed into a field is put back
            return
        if field and not self._history.is_settled and not self._history.continues(field):
            self.settle()
        if not self._history.record(name, notice, field):
            return
        self.show()
        self._view.show_unsaved()
        if not field:
            self.settle()

    def settle(self) -> None:
        """Close the step that is being made and keep it, with one that could not be kept before."""
        step = self._history.settle() or self._unkept
        self._show_history()
        if step is not None:
            self._keep(step)

    def show(self) -> None:
        """Show the notice in every field, and to whoever watches."""
        notice = self.notice
        self._offer(notice)
        self._view.show_notice(notice)
        self._show_history()
        self._watch(notice)

    def undo(self) -> None:
        """Take the last step back."""
        self.settle()
        if self.is_editable:
            self._replace(self._history.undo())
            self._reach_back()

    def _reach_back(self) -> None:
        """Read the older steps too where all that were read are taken back."""
        case = self._case
        if self._history.undo_name or case is None or not case.id or case.notice != self.notice:
            return
        try:
            self._history = History(self.notice, self._desk.history(case.id, whole=True))
        except NoticeEditorError as error:
            self.fail(error)
            return
        self._show_history()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.settle()
        if self.is_editable:
            self._replace(self._history.redo())

    def take(self, case: CaseFile) -> None:
        """Know that an act was done to the case: state, remarks, revision; the steps stay."""
        self._case = case
        self._view.show_case(case, editable=self.is_editable)
        if case.notice != self.notice:
            self._history.record(MERGED, case.notice)
            self._history.settle()
        self.show()

    def follow(self, case: CaseFile) -> None:
        """Take what another desk did to the case; words typed here are merged with it when they are kept."""
        if self._history.is_settled and self._case is not None and self.notice == self._case.notice:
            self.take(case)

    def meet(self, conflict: Conflict) -> None:
        """Take both sets of changes where they do not touch one another, else ask."""
        self._conflict = conflict
        if conflict.merge.conflicts:
            self._view.show_conflict(conflict)
        else:
            self.resolve(conflict.merge.notice)

    def resolve(self, notice: Notice) -> None:
        """Go on with the merged words after a conflict."""
        if self._conflict is None:
            return
        self._case, self._conflict = self._conflict.theirs, None
        self._history.record(MERGED, notice)
        self._history.settle()
        self.show()
        self._keep(Step(MERGED))

    def refuse(self, refusal: Refusal) -> None:
        """Say why something may not be done."""
        self._view.show_refusal(refusal)

    def fail(self, error: NoticeEditorError) -> None:
        """Say that the world failed; what is typed stays on the screen and is kept with the next step."""
        self._view.show_failure(error)

    def _show_history(self) -> None:
        names = self._history.undo_name, self._history.redo_name
        self._view.show_history(*(name if self.is_editable else "" for name in names))

    def _replace(self, step: Step | None) -> None:
        if step is None:
            return
        self.show()
        self._keep(step)

    def _keep(self, step: Step) -> None:
        if self._case is None or self._conflict is not None:
            return
        try:
            answer = self._desk.save(self._case, self.notice, step)
        except NoticeEditorError as error:
            self._unkept = step
            self.fail(error)
            return
        self._unkept = None
        match answer:
            case Saved(case):
                self._case = case
                self._view.show_saved(self._local(case.changed))
            case Conflict():
                self.meet(answer)
            case Refusal():
                self._view.show_refusal(answer)

    def _offer(self, notice: Notice) -> None:
        """Offer what fits the days of the notice; a letter more changes nothing of it."""
        day, sitting = notice.signature.date or self._desk.today, notice.sitting.date
        grounds = (id(self._desk.profile), day, sitting, notice.issue, self.knows_issues, language())
        if grounds == self._offered:
            return
        self._offered = grounds
        issues = self._issues_before(sitting) if sitting and self.knows_issues else ()
        if notice.issue is not None and notice.issue not in issues:
            issues = (notice.issue, *issues)
        self._view.show_choices(choices_of(self._desk.profile, day, issues))

    def _house(self) -> House:
        return House(self._desk.profile, self._desk.today, self._last_sitting, self._issues_before)

    def _issues_before(self, day: dt.date) -> tuple[GazetteIssue, ...]:
        """Return the issues of the last weeks before a day, those of the past left out."""
        from noticeeditor.desk.planning import office_calendar

        calendar = office_calendar(self._desk.profile)
        years = {day.year, (day - WEEKS_AHEAD).year}
        issues = [issue for year in sorted(years) for issue in calendar.issues(year)]
        first = max(day - WEEKS_AHEAD, min(self._desk.today, day - WEEKS_AHEAD / 2))
        return tuple(issue for issue in issues if first <= issue.appears < day)

    def _local(self, at: dt.datetime | None) -> dt.datetime | None:
        return at.astimezone(self._zone) if at else None

    def _last_sitting(self, body: str) -> dt.date | None:
        return self._desk.last_sitting(body, self.notice.sitting.date)


WEEKS_AHEAD = dt.timedelta(weeks=6)
_EDITABLE = (State.DRAFT, State.RETURNED, State.IN_REVIEW)
