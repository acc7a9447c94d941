"""The editor: head, dates, question, form and findings below one another."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from noticeeditor.gui.editor.header import EditorHeader
from noticeeditor.gui.editor.nothing import NothingOpen
from noticeeditor.gui.editor.stage import Stage
from noticeeditor.gui.findings.pane import FindingsPane
from noticeeditor.gui.findings.strip import PlanStrip
from noticeeditor.gui.form.view import NoticeForm

LOW, LOWER = 640, 440  # px of a window


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
        self._form, self._findings, self._nothing = form, findings, nothing
        self._around = (_held(strip), _held(findings))
        form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        dates, remarks = self._around
        self._ground = QWidget()  # in the place of the form
        parts = (
            (header, 0),
            (dates, 0),
            (stage, 0),
            (form, 1),
            (self._ground, 1),
            (remarks, 0),
            (nothing, 1),
        )
        for part, stretch in parts:
            column.addWidget(part, stretch)

    def make_room(self, height: int, *, asked: bool, tight: bool) -> None:
        """Leave the room of dates and findings to a question in a low window, in the lowest that of the form too.

        There the dates also make room for an open list of findings. A ``tight`` editor is too
        narrow for all of them.
        """
        dates, remarks = self._around
        remarks.setVisible(not (tight or (asked and height < LOW)))
        dates.setVisible(
            not (tight or (asked and height < LOW) or (self._findings.is_open and height < LOWER))
        )
        formless = tight or (asked and height < LOWER)
        self._form.setVisible(self._nothing.isHidden() and not formless)
        self._ground.setVisible(self._nothing.isHidden() and formless)


def _held(part: QWidget) -> QWidget:
    """Return a widget around one that shows and hides itself."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    return holder
