"""What leaves the window: export, print, and the file that is dragged out. No widgets of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from noticeeditor.desk.exporting import Composed
    from noticeeditor.desk.values import Desk
    from noticeeditor.gui.editor.presenter import EditorPresenter
    from noticeeditor.gui.main.dialogs import Dialogs


class Output:
    """Gives away the wording that was signed while it stands, else that of the form."""

    def __init__(self, dialogs: Dialogs, desk: Desk, editor: EditorPresenter) -> None:
        self._dialogs, self._desk, self._editor = dialogs, desk, editor

    def export(self) -> None:
        """Open the export dialog."""
        self._editor.settle()
        self._dialogs.export(self._composed())

    def print(self) -> None:
        """Open the print dialog."""
        self._editor.settle()
        self._dialogs.print(self._composed(), self.export)

    def write_pdf(self, folder: Path, *, column: bool) -> Path:
        """Write the PDF that is dragged out of the window; return its file."""
        from noticeeditor.desk.exporting import Options, render, target_in, write

        self._editor.settle()
        composed = self._composed()
        target = target_in(folder, composed.notice, "pdf", column=column)
        write(render(composed, "pdf", Options(column=column)), target, replace=True)
        return target

    def _composed(self) -> Composed:
        from noticeeditor.desk.exporting import composed, composed_case

        case, style = self._editor.case, self._desk.profile.style
        if case is None or self._editor.is_editable:
            return composed(self._editor.notice, style)
        return composed_case(case, style)
