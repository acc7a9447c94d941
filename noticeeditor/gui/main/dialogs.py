"""The dialogs of the window: each is loaded when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from noticeeditor.desk.values import Conflict, Desk, Filter
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.desk.exporting import Composed
    from noticeeditor.gui.dialogs.export_plan import ExportChoice
    from noticeeditor.gui.jobs import Jobs
    from noticeeditor.gui.main.view import MainWindow
    from noticeeditor.gui.notices.rows import Row
    from noticeeditor.gui.palette.commands import Command
    from noticeeditor.gui.palette.view import CommandPalette
    from noticeeditor.gui.settings.view import SettingsWindow
    from noticeeditor.notice.notice import Notice
    from noticeeditor.store.contract import Summary

FOLDER = "export/folder"
FOUND = 20


class Dialogs:
    """Opens dialogs over one window."""

    def __init__(self, view: MainWindow, desk: Desk, jobs: Jobs, settings: QSettings) -> None:
        self._view, self._desk, self._jobs, self._settings = view, desk, jobs, settings
        self.commands: CommandPalette | None = None
        self.profile_window: SettingsWindow | None = None
        self._choice: ExportChoice | None = None

    def export(self, notice: Composed) -> None:
        """Open the export of a notice; what is chosen is offered again."""
        from noticeeditor.gui.dialogs.export_plan import ExportChoice
        from noticeeditor.gui.dialogs.export_view import ExportDialog

        choice = self._choice or ExportChoice(self._folder)
        dialog = ExportDialog((notice,), self._desk.profile, choice, self._jobs, self._view)
        dialog.exported.connect(self._remember)
        dialog.open()

    def print(self, notice: Composed, export: Callable[[], None]) -> None:
        """Open the print dialog with the pages of a notice."""
        from noticeeditor.desk.exporting import Options, render
        from noticeeditor.gui.dialogs.print_view import PrintDialog

        content = render(notice, "pdf", Options()).content
        dialog = PrintDialog(content, notice.document.title, self._view)
        dialog.export_wished.connect(export)
        dialog.open()

    def merge(self, conflict: Conflict, resolve: Callable[[Notice], None]) -> None:
        """Ask which words stand where two people changed the same."""
        from noticeeditor.gui.dialogs.merge_view import MergeDialog

        authors = conflict.theirs.authors
        other = self._desk.staff.known(authors[-1]).name if authors else ""
        dialog = MergeDialog(conflict.merge, other or _("Somebody else"), self._view)
        dialog.resolved.connect(resolve)
        dialog.open()

    def palette(self, open_case: Callable[[int], None], say: Callable[[Summary], Row]) -> None:
        """Open the palette with every action and every notice."""
        from noticeeditor.gui.palette.actions import window_commands
        from noticeeditor.gui.palette.view import CommandPalette

        def notices(query: str) -> Iterable[Command]:
            found = self._desk.search(query, Filter(limit=FOUND)) if query.strip() else ()
            return [_command(hit.summary, say(hit.summary), open_case) for hit in found]

        if self.commands is None:  # kept: it remembers what was used last
            self.commands = CommandPalette(self._view, lambda: window_commands(self._view), notices)
        self.commands.open()

    def choose_body(self, chosen: Callable[[str], None]) -> None:
        """Open the palette with the bodies alone."""
        from noticeeditor.gui.palette.commands import Command
        from noticeeditor.gui.palette.view import CommandPalette

        entries = [
            Command(entry.key, entry.name, _Later(chosen, entry.key), group=_("Body"))
            for entry in self._desk.profile.bodies
        ]
        CommandPalette(self._view, lambda: entries, lambda query: ()).open()

    def keys(self) -> None:
        """Open the cheat sheet."""
        from noticeeditor.gui.agenda import keys as agenda
        from noticeeditor.gui.moment import keys as moment
        from noticeeditor.gui.palette.actions import key_groups, spelled
        from noticeeditor.gui.palette.cheat_sheet import CheatSheet

        fields = (spelled(_("In the agenda"), agenda.SHEET), spelled(_("In dates and times"), moment.SHEET))
        CheatSheet((*key_groups(self._view), *fields), self._view).show()

    def settings(self, take: Callable[[AuthorityProfile], None]) -> None:
        """Open the settings of the profile; ``take`` hears what is taken over."""
        from noticeeditor import wiring
        from noticeeditor.desk.files import write_profile
        from noticeeditor.gui.settings.view import SettingsWindow

        if self.profile_window is None:
            self.profile_window = SettingsWindow(
                self._desk.profile, wiring.profile, write_profile, lambda: self._desk.today, self._jobs
            )
            self.profile_window.profile_accepted.connect(take)
        self.profile_window.show()
        self.profile_window.activateWindow()

    def about(self) -> None:
        """Say what the program is and what it is built from."""
        from noticeeditor.gui.dialogs.about import AboutDialog

        AboutDialog(self._view).open()

    def choose_file(self) -> Path | None:
        """Ask for a file to read."""
        from PySide6.QtWidgets import QFileDialog

        kinds = _("Notices and texts (*.json *.txt *.docx *.odt *.pdf);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self._view, _("Import a file"), str(self._folder), kinds)
        return Path(name) if name else None

    @property
    def _folder(self) -> Path:
        from PySide6.QtCore import QStandardPaths

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._settings.value(FOLDER, "") or documents))

    def _remember(self, choice: ExportChoice, _paths: object) -> None:
        self._choice = choice
        self._settings.setValue(FOLDER, str(choice.folder))


class _Later:
    """A call with its argument, to be made when it is chosen."""

    def __init__(self, call: Callable[[str], None], argument: str) -> None:
        self._call, self._argument = call, argument

    def __call__(self) -> None:
        self._call(self._argument)


def _command(summary: Summary, row: Row, open_case: Callable[[int], None]) -> Command:
    from noticeeditor.gui.palette.commands import Command

    return Command(
        f"case/{summary.id}", row.title, lambda: open_case(summary.id), group=f"{row.when} · {row.state}"
    )
