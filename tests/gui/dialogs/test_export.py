"""The export dialog: which files under which names, and what it says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from noticeeditor import wiring
from noticeeditor.desk.exporting import composed
from noticeeditor.gui.dialogs.export_plan import ExportChoice, targets
from noticeeditor.gui.dialogs.export_view import ExportDialog
from noticeeditor.gui.jobs import Jobs
from tests.builders import a_composed_notice, a_notice

pytestmark = pytest.mark.usefixtures("dressed")

NAME = "2023-10-09 Ausschuss Klimaschutz, Mobilität und Infrastruktur"


@pytest.fixture
def jobs():
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def dialog(qtbot, jobs, tmp_path):
    """The dialog for the seed notice; ``told`` holds what it said it wrote."""
    dialog = ExportDialog([a_composed_notice()], wiring.profile(), ExportChoice(tmp_path), jobs)
    qtbot.addWidget(dialog)
    dialog.told = []
    dialog.exported.connect(lambda choice, paths: dialog.told.append(paths))
    dialog.show()
    return dialog


def names(dialog):
    return [dialog.files.item(row).text() for row in range(dialog.files.count())]


def test_a_file_for_every_form_and_setting(tmp_path):
    choice = ExportChoice(tmp_path, forms=("pdf", "txt"), column=True)
    assert [target.path.name for target in targets([a_composed_notice()], choice)] == [
        f"{NAME}.pdf", f"{NAME} Spalte.pdf", f"{NAME}.txt",
    ]  # fmt: skip


def test_two_notices_of_one_sitting_get_two_names(tmp_path):
    choice = ExportChoice(tmp_path, forms=("txt",))
    supplement = replace(a_notice(), heading=("AMTLICHE BEKANNTMACHUNG", "Nachtrag"))
    assert [target.path.name for target in targets([a_composed_notice(), composed(supplement, wiring.profile().style)], choice)] == [
        f"{NAME}.txt", f"{NAME} (2).txt",
    ]  # fmt: skip


def test_the_names_follow_the_choice(qtbot, dialog):
    assert names(dialog) == [f"{NAME}.pdf", f"{NAME}.txt"]
    qtbot.mouseClick(dialog.column, Qt.MouseButton.LeftButton, pos=dialog.column.rect().center() / 4)
    assert names(dialog) == [f"{NAME}.pdf", f"{NAME} Spalte.pdf", f"{NAME}.txt"]
    dialog.forms["txt"].setChecked(False)
    dialog.page.setChecked(False)
    assert names(dialog) == [f"{NAME} Spalte.pdf"]


def test_enter_writes_the_files_and_says_so(qtbot, dialog, jobs, tmp_path):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    jobs.settle()
    assert [path.name for path in dialog.told[0]] == [f"{NAME}.pdf", f"{NAME}.txt"]
    assert (tmp_path / f"{NAME}.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / f"{NAME}.txt").read_text("utf-8").startswith("AMTLICHE BEKANNTMACHUNG")
    assert dialog.note.label.text() == "2 Dateien wurden geschrieben."
    assert dialog.show_folder.isVisible()


def test_a_file_that_is_there_is_replaced_only_when_told_so(qtbot, dialog, jobs, tmp_path):
    standing = tmp_path / f"{NAME}.txt"
    standing.write_text("früher", "utf-8")
    dialog.folder.setText(str(tmp_path))
    dialog.forms["pdf"].setChecked(False)
    assert names(dialog) == [f"{NAME}.txt  (gibt es schon)"]
    assert not dialog.run.isEnabled()
    dialog.replace.setChecked(True)
    qtbot.mouseClick(dialog.run, Qt.MouseButton.LeftButton)
    jobs.settle()
    assert standing.read_text("utf-8") != "früher"


def test_what_the_disk_refuses_is_said_in_the_window(qtbot, dialog, jobs, tmp_path):
    (tmp_path / "kein Ordner").write_text("")
    dialog.folder.setText(str(tmp_path / "kein Ordner"))
    qtbot.mouseClick(dialog.run, Qt.MouseButton.LeftButton)
    jobs.settle()
    assert dialog.told == []
    assert "kein Ordner" in dialog.note.label.text()
    assert dialog.note.property("look") == "note-danger"


def test_without_a_form_there_is_nothing_to_write(dialog):
    for box in dialog.forms.values():
        box.setChecked(False)
    assert not dialog.run.isEnabled()
    assert dialog.note.isVisible()


def test_the_choice_is_told_so_that_it_can_be_offered_again(dialog, tmp_path):
    dialog.bleed.setChecked(True)
    dialog.paper.setCurrentIndex(1)
    assert dialog.choice == ExportChoice(tmp_path, bleed=3, coated=False)
