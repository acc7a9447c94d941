"""The export dialog: which forms, into which folder, under which names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.desk.exporting import EXPORTERS, Composed
from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.dialogs.export_plan import ExportChoice, Target, purpose, targets, write_targets
from noticeeditor.gui.dialogs.failing import failure
from noticeeditor.gui.dialogs.note import Note
from noticeeditor.gui.jobs import Err, Jobs, Outcome
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.gui.theme import dress, icon
from noticeeditor.gui.theme.scrolling import Scrolled
from noticeeditor.i18n.texts import _, plural

JOB = "export"
NARROW = 700  # px below which the cards stand below one another
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ExportDialog(QDialog):
    """Exports one or several notices; it stays open and says what was written."""

    exported = Signal(object, object)  # the choice, to be offered again, and the paths

    def __init__(
        self,
        notices: Sequence[Composed],
        profile: AuthorityProfile,
        choice: ExportChoice,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._notices, self._jobs = tuple(notices), jobs
        self._choice, self._targets = choice, tuple[Target, ...]()
        self.forms = {key: QCheckBox(purpose(key)) for key in EXPORTERS}
        self.page = QCheckBox(_("Pages of &A4"))
        width = f"{profile.style.column.width:g}"
        self.column = QCheckBox(_("Gazette &column of {width} mm").format(width=width))
        self.bleed = QCheckBox(_("3 mm &bleed"))
        self.paper = QComboBox()
        self.paper.addItems([_("Coated paper"), _("Uncoated paper")])
        self.paper.setAccessibleName(_("Paper"))
        self.folder = QLineEdit()
        self.browse = QPushButton(_("C&hoose …"))
        self.files = QListWidget()
        self.files.setAccessibleName(_("Files that will be written"))
        self.files.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.files.setIconSize(QSize(18, 18))
        self.files.setMinimumHeight(90)
        dress(self.files, "boxed")
        self.replace = QCheckBox(_("&Replace files that are there already"))
        self.note = Note()
        self.show_folder = QPushButton(_("Show &folder"))
        self.show_folder.hide()
        self.done_button = QPushButton(_("Close"))
        self.run = QPushButton(_("&Export"))
        self.run.setDefault(True)
        dress(self.run, "primary")

        self._cards = QBoxLayout(BESIDE)
        self._lay_out()
        self._show_choice()
        self._connect()
        self._refresh()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        return replace(
            self._choice,
            folder=Path(self.folder.text()).expanduser(),
            forms=tuple(key for key, box in self.forms.items() if box.isChecked()),
            page=self.page.isChecked(),
            column=self.column.isChecked(),
            bleed=3 if self.bleed.isChecked() else 0,
            coated=self.paper.currentIndex() == 0,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cards.setDirection(BESIDE if self.width() >= NARROW else BELOW)

    def start(self) -> None:
        """Write what is chosen, on a worker."""
        choice, wanted = self.choice, self._targets
        may_replace = self.replace.isChecked()
        self.run.setEnabled(False)
        self.note.say("info", _("Exporting …"))
        self._jobs.each(JOB, lambda: write_targets(wanted, choice, replace=may_replace), self._receive)

    def _receive(self, outcome: Outcome) -> None:
        if isinstance(outcome, Err):
            if not isinstance(outcome.error, NoticeEditorError):
                raise outcome.error
            self._refresh()
            self.note.say("danger", failure(outcome.error))
            return
        paths: tuple[Path, ...] = outcome.value
        self._show_files([(path, "", "circle-check", "success") for path in paths])
        self.replace.setChecked(False)
        self.replace.hide()
        sentence = plural("{count} file was written.", "{count} files were written.", len(paths))
        self.note.say("success", sentence.format(count=len(paths)))
        self.show_folder.show()
        self.exported.emit(self.choice, paths)

    def _refresh(self) -> None:
        """Show the files of the choice, and whether they can be written."""
        choice = self.choice
        self._targets = targets(self._notices, choice) if self.folder.text().strip() else ()
        self.files.clear()
        for target in self._targets:
            standing = "  " + _("(is there already)") if target.exists else ""
            row = QListWidgetItem(
                icon("file-text", "warning" if target.exists else "muted"), target.path.name + standing
            )
            row.setToolTip(str(target.path))
            self.files.addItem(row)
        any_standing = any(target.exists for target in self._targets)
        self.replace.setVisible(any_standing)
        self.run.setEnabled(bool(self._targets) and (self.replace.isChecked() or not any_standing))
        self.note.say("info", "" if self._targets else _("Choose at least one form and a folder."))

    def _show_files(self, rows: list[tuple[Path, str, str, str]]) -> None:
        self.files.clear()
        for path, remark, picture, tone in rows:
            row = QListWidgetItem(icon(picture, tone), f"{path.name}  {remark}".rstrip())
            row.setToolTip(str(path))
            self.files.addItem(row)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder for the export"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.choice.folder)))

    def _show_choice(self) -> None:
        for key, box in self.forms.items():
            box.setChecked(key in self._choice.forms)
        self.page.setChecked(self._choice.page)
        self.column.setChecked(self._choice.column)
        self.bleed.setChecked(self._choice.bleed > 0)
        self.paper.setCurrentIndex(0 if self._choice.coated else 1)
        self.folder.setText(str(self._choice.folder))

    def _connect(self) -> None:
        for box in (*self.forms.values(), self.page, self.column, self.replace):
            box.toggled.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self.browse.clicked.connect(self._choose_folder)
        self.show_folder.clicked.connect(self._open_folder)
        self.run.clicked.connect(self.start)
        self.done_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        where = QLabel(_("&Into the folder"))
        dress(where, "label")
        where.setBuddy(self.folder)
        self.folder.setAccessibleName(where.text().replace("&", ""))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_folder)
        buttons.addStretch()
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.run)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 18, 20, 10)
        column.setSpacing(10)
        self._cards.setSpacing(12)
        self._cards.addWidget(_card(_("What for"), list(self.forms.values())), 3)
        self._cards.addWidget(_card(_("How set"), [self.page, self.column, self.bleed, self.paper]), 2)
        column.addLayout(self._cards)
        column.addSpacing(4)
        column.addWidget(where)
        column.addLayout(row)
        column.addWidget(self.files, 1)
        column.addWidget(self.replace)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 18)
        foot.setSpacing(10)
        foot.addWidget(self.note)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(content), 1)
        whole.addLayout(foot)
        resize_within_screen(self, 720, 560)


def _row(target: Target) -> tuple[Path, str, str, str]:
    """Return path, remark, picture and tone of a file to be written."""
    if target.exists:
        return target.path, _("(is there already)"), "file-text", "warning"
    return target.path, "", "file-text", "muted"


def _card(title: str, widgets: list[QWidget]) -> QFrame:
    card = QFrame()
    dress(card, "card")
    heading = QLabel(title)
    dress(heading, "heading")
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 12, 16, 14)
    grid.setVerticalSpacing(8)
    grid.addWidget(heading, 0, 0)
    for number, widget in enumerate(widgets, 1):
        grid.addWidget(widget, number, 0, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(len(widgets) + 1, 1)
    return card
