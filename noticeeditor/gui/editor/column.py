"""The editor: head, dates, question, form and findings below one another."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from noticeeditor.gui.editor.header import EditorHeader
from noticeeditor.gui.editor.nothing import NothingOpen
from noticeeditor.gui.editor.stage import Stage
from noticeeditor.gui.findings.pane import FindingsPane
from noticeeditor.gui.findings.strip import PlanStrip
from noticeeditor.gui.form.view import NoticeForm

ANY_HEIGHT = 16_777_215  # px, of Qt


class EditorColumn(QWidget):
    """Gives the form what the other parts leave."""

    def __init__(
        self,
        header: EditorHeader,
        strip: PlanStrip,
        stage: Stage,
        form: NoticeForm,
        findings: FindingsPane,
        nothing: NothingOpen,
    ) -> None:
        super().__init__()
        self._around = (strip, findings)
        form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((header, 0), (strip, 0), (stage, 0), (form, 1), (findings, 0), (nothing, 1)):
            column.addWidget(part, stretch)

    def make_room(self, *, for_question: bool) -> None:
        """Leave the room of dates and findings to a question, or give it back to them."""
        for part in self._around:
            part.setMaximumHeight(0 if for_question else ANY_HEIGHT)
