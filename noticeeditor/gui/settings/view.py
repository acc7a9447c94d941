"""The window of the settings: pages at the left, one page, and a page of the house where that helps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.dialogs.failing import failure
from noticeeditor.gui.dialogs.note import Note
from noticeeditor.gui.jobs import Jobs
from noticeeditor.gui.preview.presenter import PreviewPresenter
from noticeeditor.gui.preview.view import PreviewPane
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.gui.settings.editing import ProfileEditing
from noticeeditor.gui.settings.examples import example_notice
from noticeeditor.gui.settings.forms import EntryList, RecordForm, Today
from noticeeditor.gui.settings.pages import PAGES, Page
from noticeeditor.gui.settings.whereabouts import page_of, told
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import _

WIDEST = 1040  # px; longer lines are hard to follow
NARROW = 1000  # px below which the page of the house makes room for the fields
Load = Callable[[str], AuthorityProfile]
Save = Callable[[AuthorityProfile, Path], None]


class SettingsWindow(QWidget):
    """Edits a profile; what is wrong is said at once, and nothing is taken over before it is right."""

    profile_accepted = Signal(object)

    def __init__(self, profile: AuthorityProfile, load: Load, save: Save, today: Today, jobs: Jobs) -> None:
        super().__init__()
        self.setWindowTitle(_("Settings"))
        dress(self, "ground")
        self._load, self._save, self._today, self._warned = load, save, today, False
        self._shown: list[str] = []  # in the order of the stack
        self.examples = {page.key: QLabel() for page in PAGES if page.example}
        self.editing = ProfileEditing(profile)
        self.editing.changed = self._refresh
        self.nav = QListWidget()
        self.nav.setAccessibleName(_("Pages of the settings"))
        self.nav.setFixedWidth(210)
        self.nav.setIconSize(QSize(18, 18))
        self.nav.setSpacing(1)
        dress(self.nav, "nav")
        self.pages = QStackedWidget()
        self.bodies: dict[str, RecordForm | EntryList] = {}  # each is made when it is first shown
        self.preview = PreviewPane()
        self.preview.setMinimumWidth(370)
        dress(self.preview, "preview-lined")
        self._live = PreviewPresenter(self.preview, jobs.latest)
        self.note = Note()
        self.undo, self.redo = _tool("undo-2"), _tool("redo-2")
        self.load_button, self.save_button = QPushButton(_("&Import …")), QPushButton(_("&Export …"))
        self.close_button, self.accept_button = QPushButton(_("Close")), QPushButton(_("&Take over"))
        dress(self.accept_button, "primary")

        self._lay_out()
        self._connect()
        self.nav.setCurrentRow(0)

    def open_page(self, key: str) -> None:
        """Show the page of a key."""
        self.nav.setCurrentRow(next(row for row, page in enumerate(PAGES) if page.key == key))

    def import_file(self, path: Path) -> None:
        """Take the profile of a file into the window, as a step that can be undone."""
        try:
            profile = self._load(str(path))
        except NoticeEditorError as error:
            self.note.say("danger", failure(error))
            return
        self.editing.replace_all(profile, _("Import a profile"))
        self.note.say("success", _("{name} was read. Take it over to work with it.").format(name=path.name))

    def export_file(self, path: Path) -> None:
        """Write what is here to a profile file."""
        try:
            self._save(self.editing.profile, path)
        except NoticeEditorError as error:
            self.note.say("danger", failure(error))
            return
        self.note.say("success", _("{name} was written.").format(name=path.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_preview()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.editing.is_changed and not self._warned:
            self._warned = True
            self.note.say(
                "warning", _("There are changes that were not taken over. Closing again drops them.")
            )
            event.ignore()
            return
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        editing, page = self.editing, PAGES[max(self.nav.currentRow(), 0)]
        self._warned = False
        body = self.bodies[page.key]
        if isinstance(body, EntryList):
            body.show_list(page.path)
        else:
            body.show_record(page.path)
        if page.example and not editing.problems:
            self.examples[page.key].setText(page.example(editing.profile, self._today()))
        self._show_preview()
        if page.live and not editing.problems:
            self._live.show_notice(example_notice(editing.profile), editing.profile)
        self.undo.setEnabled(bool(editing.undo_name))
        self.redo.setEnabled(bool(editing.redo_name))
        self.undo.setToolTip(_("Undo: {step}").format(step=editing.undo_name))
        self.redo.setToolTip(_("Redo: {step}").format(step=editing.redo_name))
        self.accept_button.setEnabled(editing.is_changed and not editing.problems)
        self.save_button.setEnabled(not editing.problems)
        self._show_problems()

    def _show_preview(self) -> None:
        """Show the page of the house where it helps and where there is room for it."""
        self.preview.setVisible(PAGES[max(self.nav.currentRow(), 0)].live and self.width() >= NARROW)

    def _show_problems(self) -> None:
        """Say what is wrong, and mark the pages where it is."""
        problems = self.editing.problems
        wrong = {page.key for problem in problems if (page := page_of(problem))}
        for row, page in enumerate(PAGES):
            marked = page.key in wrong
            self.nav.item(row).setIcon(
                icon("circle-alert" if marked else page.icon, "danger" if marked else "muted")
            )
        self.note.say("danger", "\n".join(told(problem, self.editing.profile) for problem in problems[:3]))

    def _show_page(self, row: int) -> None:
        page = PAGES[row]
        if page.key not in self.bodies:
            self.bodies[page.key] = self._body(page, self._today)
            self.pages.addWidget(_page(page, self.bodies[page.key], self.examples.get(page.key)))
            self._shown.append(page.key)
        self.pages.setCurrentIndex(self._shown.index(page.key))
        self._refresh()

    def _accept(self) -> None:
        profile = self.editing.accept()
        self._refresh()
        self.note.say("success", _("The changes hold from now on. Finished notices keep their words."))
        self.profile_accepted.emit(profile)

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Profile file"), "", _("Profiles (*.toml)"))
        if path:
            self.import_file(Path(path))

    def _export(self) -> None:
        proposed = f"{self.editing.profile.key}.toml"
        path, _kind = QFileDialog.getSaveFileName(self, _("Profile file"), proposed, _("Profiles (*.toml)"))
        if path:
            self.export_file(Path(path).with_suffix(".toml"))

    def _body(self, page: Page, today: Callable[[], dt.date]) -> RecordForm | EntryList:
        if page.entries:
            return EntryList(self.editing, page.entries, today, _(page.title))
        return RecordForm(self.editing, page.fields, today)

    def _lay_out(self) -> None:
        for page in PAGES:
            self.nav.addItem(QListWidgetItem(icon(page.icon, "muted"), _(page.title)))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addWidget(self.pages, 3)
        middle.addWidget(self.preview, 2)
        bar = QFrame()
        dress(bar, "foot")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.undo, self.redo, self.load_button, self.save_button):
            foot.addWidget(widget)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.accept_button)
        below = QVBoxLayout(bar)
        below.setContentsMargins(14, 10, 14, 10)
        below.setSpacing(10)
        below.addWidget(self.note)
        below.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(bar)
        resize_within_screen(self, 1240, 760)

    def _connect(self) -> None:
        self.nav.currentRowChanged.connect(self._show_page)
        self.preview.column_wished.connect(self._live.show_column)
        self.preview.fit_wished.connect(self._live.fit)
        self.preview.zoom_wished.connect(self._live.zoom)
        self.preview.seen_changed.connect(self._live.look_again)
        self.undo.clicked.connect(self.editing.undo)
        self.redo.clicked.connect(self.editing.redo)
        self.load_button.clicked.connect(self._import)
        self.save_button.clicked.connect(self._export)
        self.close_button.clicked.connect(self.close)
        self.accept_button.clicked.connect(self._accept)
        for keys, run in (
            (QKeySequence.StandardKey.Undo, self.editing.undo),
            (QKeySequence.StandardKey.Redo, self.editing.redo),
        ):
            action = QAction(self)
            action.setShortcuts(QKeySequence.keyBindings(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(run)
            self.addAction(action)


def _page(page: Page, body: QWidget, example: QLabel | None) -> QScrollArea:
    ground = QWidget()
    dress(ground, "ground")
    heading, about = QLabel(_(page.title)), QLabel(_(page.about))
    dress(heading, "title")
    dress(about, "muted")
    about.setWordWrap(True)
    about.setVisible(bool(page.about))
    column = QVBoxLayout(ground)
    column.setContentsMargins(24, 18, 24, 18)
    column.setSpacing(12)
    column.addWidget(heading)
    column.addWidget(about)
    if example:
        dress(example, "example")
        column.addWidget(example)
    card = QFrame()
    dress(card, "card")
    card.setMaximumWidth(WIDEST)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(18, 16, 18, 18)
    inside.addWidget(body)
    column.addWidget(card)
    column.addStretch()
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(ground)
    dress(scroll, "ground")
    return scroll


def _tool(picture: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setAccessibleName(_("Undo") if picture.startswith("undo") else _("Redo"))
    return button
