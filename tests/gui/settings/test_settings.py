"""The window of the settings, by keys and mouse."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from noticeeditor import wiring
from noticeeditor.desk.files import write_profile
from noticeeditor.gui.jobs import Jobs
from noticeeditor.gui.settings.pages import PAGES
from noticeeditor.gui.settings.view import SettingsWindow
from noticeeditor.notice.agenda import Publicity

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def window(qtbot):
    jobs = Jobs()
    window = SettingsWindow(
        wiring.profile(), wiring.profile, write_profile, lambda: dt.date(2026, 11, 22), jobs
    )
    qtbot.addWidget(window)
    window.resize(1240, 760)  # the screen that is not there is smaller
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.accepted = []
    window.profile_accepted.connect(window.accepted.append)
    yield window
    jobs.close()


def body(window, key):
    window.open_page(key)
    return window.bodies[key]


def control(window, key, name):
    page = body(window, key)
    return (page.form if hasattr(page, "form") else page).rows[name].control


def retype(qtbot, line, words):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)


def test_every_page_can_be_shown_and_every_control_has_a_name(window):
    for page in PAGES:
        shown = body(window, page.key)
        form = shown.form if hasattr(shown, "form") else shown
        for row in form.rows.values():
            assert (row.control.focusProxy() or row.control).accessibleName(), (page.key, row.field.name)


def test_a_body_is_renamed_and_taken_over(qtbot, window):
    retype(qtbot, control(window, "bodies", "name"), "Kreisrat")
    assert body(window, "bodies").list.item(0).text() == "Kreisrat"
    assert window.accept_button.isEnabled()
    qtbot.mouseClick(window.accept_button, Qt.MouseButton.LeftButton)
    assert window.accepted[0].bodies[0].name == "Kreisrat"
    assert not window.accept_button.isEnabled()


def test_undo_takes_the_typing_back_as_one_step(qtbot, window):
    name = control(window, "bodies", "name")
    retype(qtbot, name, "Kreisrat")
    qtbot.mouseClick(window.undo, Qt.MouseButton.LeftButton)
    assert name.text() == "Kreistag"
    qtbot.mouseClick(window.redo, Qt.MouseButton.LeftButton)
    assert name.text() == "Kreisrat"


def test_a_room_is_added_and_chosen_for_a_body(qtbot, window):
    rooms = body(window, "rooms")
    qtbot.mouseClick(rooms.add, Qt.MouseButton.LeftButton)
    assert rooms.list.currentRow() == 2
    retype(qtbot, rooms.form.rows["name"].control, "Aula")
    room = control(window, "bodies", "room")
    room.setFocus()
    qtbot.keyClick(room, Qt.Key.Key_End)
    assert room.currentText() == "Aula"
    assert window.editing.profile.bodies[0].room == "raum"
    assert window.editing.problems == ()


def test_a_room_in_use_cannot_go_without_being_told(qtbot, window):
    rooms = body(window, "rooms")
    rooms.list.setCurrentRow(1)
    qtbot.mouseClick(rooms.remove, Qt.MouseButton.LeftButton)
    assert "Gremien › Kreistag › Üblicher Raum" in window.note.label.text()
    assert not window.accept_button.isEnabled()
    assert not window.save_button.isEnabled()


def test_signatories_are_moved(qtbot, window):
    signatories = body(window, "signatories")
    signatories.list.setCurrentRow(1)
    qtbot.mouseClick(signatories.up, Qt.MouseButton.LeftButton)
    assert [entry.key for entry in window.editing.profile.signatories[:2]] == ["gieseking", "thiel"]
    assert signatories.list.currentRow() == 0


def test_a_term_of_office_is_typed_as_a_date(qtbot, window):
    signatories = body(window, "signatories")
    signatories.list.setCurrentRow(1)
    line = signatories.form.rows["until"].control.entry.line
    retype(qtbot, line, "31.3.2029")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.editing.profile.signatories[1].until == dt.date(2029, 3, 31)


def test_a_field_is_put_into_the_sentence_and_the_example_follows(qtbot, window):
    templates = body(window, "templates")
    templates.list.setCurrentRow(1)
    pattern = templates.form.rows["pattern"].control
    pattern.text.selectAll()
    qtbot.keyClicks(pattern.text, "Im Ort ")
    venue = next(chip for chip in pattern.chips if chip.toolTip() == "{venue}")
    qtbot.mouseClick(venue, Qt.MouseButton.LeftButton)
    assert window.editing.profile.templates[1].pattern == "Im Ort {venue}"
    assert pattern.example.text().startswith("Im Ort im Gäste- und Veranstaltungszentrum")


def test_an_unknown_field_in_a_sentence_is_told_at_the_field(qtbot, window):
    templates = body(window, "templates")
    pattern = templates.form.rows["pattern"].control
    pattern.text.selectAll()
    qtbot.keyClicks(pattern.text, "Am {tag}")
    assert templates.form.rows["pattern"].problem.isVisible()
    assert "tag" in templates.form.rows["pattern"].problem.text()


def test_a_body_gets_standing_items_of_its_own(qtbot, window):
    own = control(window, "bodies", "standing_items")
    assert not own.entries.isVisible()
    own.box.click()
    assert window.editing.profile.bodies[0].standing_items == window.editing.profile.standing_items
    own.entries.list.setCurrentRow(0)
    qtbot.mouseClick(own.entries.remove, Qt.MouseButton.LeftButton)
    assert len(window.editing.profile.bodies[0].standing_items) == 2
    own.box.click()
    assert window.editing.profile.bodies[0].standing_items is None


def test_a_person_gets_roles(qtbot, window):
    people = body(window, "people")
    assert people.empty.isVisible()
    qtbot.mouseClick(people.add, Qt.MouseButton.LeftButton)
    roles = people.form.rows["roles"].control
    for box in roles.boxes.values():
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert window.editing.profile.people[0].roles == ("reviewer", "signatory", "print-shop", "administrator")


def test_a_part_is_made_closed(qtbot, window):
    publicity = control(window, "parts", "publicity")
    publicity.setFocus()
    qtbot.keyClick(publicity, Qt.Key.Key_Down)
    assert window.editing.profile.parts[0].publicity is Publicity.CLOSED


def test_own_words_are_kept_one_a_line(qtbot, window):
    words = control(window, "words", "words")
    words.setFocus()
    qtbot.keyClicks(words, "Kylltal")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    qtbot.keyClicks(words, "Gerolstein")
    assert window.editing.profile.words == ("Kylltal", "Gerolstein")


def test_a_crest_is_taken_from_a_picture(qtbot, window, tmp_path):
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(content, "PNG")
    (tmp_path / "wappen.png").write_bytes(bytes(content.data()))
    (tmp_path / "brief.png").write_text("kein Bild")
    crest = control(window, "style", "crest")
    crest.take_file(tmp_path / "brief.png")
    assert crest.note.isVisible()
    crest.take_file(tmp_path / "wappen.png")
    retype(qtbot, crest.words, "Wappen")
    assert window.editing.profile.style.crest.alternative == "Wappen"
    assert window.editing.problems == ()


def test_the_profile_goes_out_and_comes_back(qtbot, window, tmp_path):
    retype(qtbot, control(window, "house", "name"), "Kreis Muster")
    window.export_file(tmp_path / "muster.toml")
    assert wiring.load_profile(tmp_path / "muster.toml") == window.editing.profile
    window.editing.undo()
    window.import_file(tmp_path / "muster.toml")
    assert control(window, "house", "name").text() == "Kreis Muster"
    assert window.undo.toolTip() == "Rückgängig: Profil einlesen"


def test_a_broken_file_changes_nothing(window, tmp_path):
    (tmp_path / "x.toml").write_text("schema = 99", "utf-8")
    window.import_file(tmp_path / "x.toml")
    assert not window.editing.is_changed
    assert window.note.property("look") == "note-danger"


def test_changes_are_not_lost_by_one_escape(qtbot, window):
    retype(qtbot, control(window, "house", "name"), "Kreis")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.note.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_without_changes_escape_closes(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_house_style_is_seen_on_a_page(window):
    body(window, "style")
    assert window.preview.isVisible()
    body(window, "bodies")
    assert not window.preview.isVisible()


def test_a_list_is_as_high_as_its_entries_long_ones_wrapped(window):
    entries = body(window, "bodies").list
    last = entries.visualItemRect(entries.item(entries.count() - 1))
    assert entries.viewport().rect().contains(last)
    assert entries.verticalScrollBar().maximum() == 0
