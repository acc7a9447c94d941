"""Which notice is open, and how another one is begun. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from noticeeditor.desk.files import read_notice
from noticeeditor.desk.values import Desk, Filter, StoreError
from noticeeditor.errors import NoticeEditorError
from noticeeditor.workflow.transitions import Refusal

if TYPE_CHECKING:
    from noticeeditor.gui.editor.presenter import EditorPresenter
    from noticeeditor.workflow.case import CaseFile


class CasesView(Protocol):
    """What the presenter needs of the window."""

    def case_opened(self, case: int) -> None:
        """Hear that another notice is on the screen."""

    def case_stays(self) -> None:
        """Hear that the notice on the screen could not be left."""

    def case_begun(self, field: str) -> None:
        """Hear that a notice was begun; the cursor belongs into a field."""


class CasesPresenter:
    """Opens notices and begins new ones; what was typed before is kept first."""

    def __init__(self, view: CasesView, desk: Desk, editor: EditorPresenter) -> None:
        self._view, self._desk, self._editor = view, desk, editor

    def open(self, case: int) -> None:
        """Show a notice in the form."""
        if self._editor.case is not None and self._editor.case.id == case:
            return
        if not self._leave():
            return
        try:
            self._editor.open(self._desk.case(case))
        except StoreError as error:
            self._editor.fail(error)
            return
        self._view.case_opened(case)

    def open_first(self, *cases: int) -> None:
        """Show the first of these notices that there is; one may be of another store."""
        for case in filter(None, cases):
            try:
                found = self._desk.case(case)
            except StoreError:
                continue
            self._editor.open(found)
            self._view.case_opened(case)
            return

    def new(self) -> None:
        """Begin a notice; the cursor stands where its body is typed."""
        self._begin(self._desk.draft, "sitting.body")

    def new_from_last(self) -> None:
        """Begin a notice of the same body, with the agenda of its last one."""
        body = self._editor.notice.sitting.body
        last = self._desk.cases(Filter(body=body.key, limit=1)) if body and body.key else ()
        if last:
            self._begin(lambda: self._desk.draft_from(last[0].id), "sitting.date")
        else:
            self.new()

    def duplicate(self, body: str) -> None:
        """Begin a notice of another body on the same evening."""
        case = self._editor.case
        if case is not None:
            day = self._editor.notice.sitting.date
            self._begin(lambda: self._desk.draft_from(case.id, body, day), "sitting.time")

    def import_file(self, path: Path) -> None:
        """Begin a notice from a file."""
        self._begin(lambda: self._desk.create(read_notice(path)), "sitting.body")

    def _begin(self, make: Callable[[], CaseFile | Refusal], field: str) -> None:
        if not self._leave():
            return
        try:
            case = make()
        except NoticeEditorError as error:
            self._editor.fail(error)
            return
        if isinstance(case, Refusal):
            self._editor.refuse(case)
            return
        self.open(case.id)
        self._view.case_begun(field)

    def _leave(self) -> bool:
        """Keep what was typed; return whether it was kept, so that another notice may take its place."""
        self._editor.settle()
        if self._editor.has_unkept:
            self._view.case_stays()
        return not self._editor.has_unkept
