"""The window as a clerk meets it: real keys and clicks, no screen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from noticeeditor import wiring
from noticeeditor.authority.people import Person, Role
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.store import memory
from noticeeditor.workflow.acts import Act, State
from tests.builders import a_notice

CLERK = Person("berg", "Anna Berg", "berg", (Role.CLERK,))
HEAD = Person("gieseking", "Julia Gieseking", "gieseking", (Role.REVIEWER, Role.SIGNATORY), "gieseking")


def target(window):
    """Where the system sends a key: to a list of suggestions, else to what has the focus."""
    return QApplication.activePopupWidget() or QApplication.focusWidget() or window.view


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(target(window), key, modifier)


def write(window, text):
    for letter in text:
        QTest.keyClicks(target(window), letter)


def type_into(window, field, text):
    control = window.view.form._field_of(field)._edge
    control.setFocus()
    write(window, text)


def test_the_last_notice_is_open_again_with_panes_as_they_were(make_window, make_desk):
    first = make_window(a_notice(), a_notice(remarks=("Zweite",)))
    first.cases.open(1)
    first.view.actions_by_key["show-notices"].setChecked(False)
    first.view.close()
    again = make_window()
    assert again.editor.case.id == 1
    assert not again.view.notices.isVisible()
    assert again.view.preview.isVisible()


def test_an_empty_desk_says_what_to_do(make_window):
    window = make_window()
    assert window.view.notices.empty.isVisible()
    QTest.mouseClick(window.view.notices.empty.new, Qt.MouseButton.LeftButton)
    window.catch_up()
    assert window.editor.case.state is State.DRAFT
    assert window.view.notices.list.isVisible()


def test_a_few_letters_and_tab_choose_a_body_and_fill_what_is_usual(make_window):
    window = make_window()
    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    write(window, "kli")
    press(window, Qt.Key.Key_Tab)
    sitting = window.editor.notice.sitting
    assert sitting.body.key == "klimaschutz"
    assert sitting.time == dt.time(18)
    assert sitting.venue.key == "saal-15"
    assert window.editor.notice.agenda.parts[0].items[0].text == "Einwohnerfragestunde"
    assert window.editor.notice.signature.signatory.key == "gieseking"


def test_a_date_is_typed_short_and_the_opening_sentence_follows(window):
    type_into(window, "sitting.date", "16.10.")
    press(window, Qt.Key.Key_Tab)
    assert window.editor.notice.sitting.date == dt.date(2023, 10, 16)
    assert "Montag, den 16. Oktober 2023" in window.view.form.sitting.opening.words.toPlainText()


def test_an_opening_sentence_edited_by_hand_is_marked_and_can_be_put_back(window):
    opening = window.view.form.sitting.opening
    opening.words.setFocus()
    opening.words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(opening.words, " Bitte melden.")
    assert window.editor.notice.opening.words.endswith(" Bitte melden.")
    assert opening.put_back.isVisible()
    QTest.mouseClick(opening.put_back, Qt.MouseButton.LeftButton)
    assert window.editor.notice.opening.words is None
    assert not opening.put_back.isVisible()


def test_changes_are_kept_after_a_pause_and_the_window_says_so(window, qtbot):
    type_into(window, "remarks", "Gruppen bitte melden.")
    assert "…" in window.view.header.saved.text()
    qtbot.waitUntil(lambda: window.desk.case(1).notice.remarks == ("Gruppen bitte melden.",), timeout=3000)
    assert window.view.header.saved.text() == "gespeichert 10:42"


def test_every_step_is_named_and_can_be_taken_back_after_a_restart(make_window):
    window = make_window(a_notice())
    start = window.editor.notice
    type_into(window, "remarks", "Eins")
    type_into(window, "sitting.date", "16.10.")
    press(window, Qt.Key.Key_Tab)
    window.view.close()
    again = make_window()
    assert again.editor.notice.remarks == ("Eins",)
    assert "Datum" in again.view.actions_by_key["undo"].toolTip()
    again.editor.undo()
    again.editor.undo()
    assert again.editor.notice == start
    assert not again.view.actions_by_key["undo"].isEnabled()


def test_steps_older_than_those_read_at_opening_can_be_taken_back_too(make_window, monkeypatch):
    monkeypatch.setattr(memory, "RECENT_STEPS", 3)
    window = make_window(a_notice())
    start = window.editor.notice
    for number in range(6):
        type_into(window, "remarks", f"Hinweis {number}")
        window.editor.settle()
    end = window.editor.notice
    window.view.close()
    again = make_window()
    assert len(again.editor.history.steps) == 2  # and what was said before them
    for _ in range(6):
        assert again.view.actions_by_key["undo"].isEnabled()
        again.editor.undo()
    assert again.editor.notice == start
    assert not again.view.actions_by_key["undo"].isEnabled()
    for _ in range(6):
        again.editor.redo()
    assert again.editor.notice == end


def test_steps_before_many_that_were_taken_back_are_found_at_opening(make_window, monkeypatch):
    monkeypatch.setattr(memory, "RECENT_STEPS", 3)
    window = make_window(a_notice())
    for number in range(4):
        type_into(window, "remarks", f"Hinweis {number}")
        window.editor.settle()
    for _ in range(3):
        window.editor.undo()
    window.view.close()
    again = make_window()
    assert len(again.editor.history.steps) == 1
    assert again.view.actions_by_key["undo"].isEnabled()


def test_a_click_on_the_page_leads_to_the_field(window):
    pages = window.view.preview.pages
    preview = pages._preview
    box = next(preview.layout.boxes("opening", preview.rendering.places))
    QTest.mouseClick(
        pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(box.left) + 20, int(box.top) + 5)
    )
    assert QApplication.focusWidget() is window.view.form.sitting.opening.words


def test_the_edited_field_is_marked_on_the_page(window):
    window.view.form.sitting.opening.words.setFocus()
    assert window.view.preview.pages._marked == "opening"


def test_the_preview_shows_page_and_column_with_their_measure(window):
    assert "798 Zeichen" in window.view.preview.measure.text()
    window.view.preview.column_form.click()
    window.catch_up()
    assert "mm" in window.view.preview.measure.text()


def test_a_notice_goes_from_draft_to_print(make_window, make_desk, store):
    desk = make_desk(CLERK)
    desk.create(a_notice())
    clerk = make_window(desk=desk)
    clerk.view.toolbar.primary.click()
    assert clerk.editor.case.state is State.IN_REVIEW
    assert not clerk.view.actions_by_key["sign-off"].isEnabled()

    head = make_window(desk=make_desk(HEAD))
    head.view.actions_by_key["return"].trigger()
    head.view.stage.question.text.setPlainText("TOP 3 bitte klären")
    head.view.stage.question.confirm.click()
    assert head.editor.case.state is State.RETURNED

    clerk.editor.take(clerk.desk.case(1))
    clerk.acts.show(clerk.editor.case)
    assert "TOP 3 bitte klären" in clerk.view.stage.note.label.text()
    clerk.view.toolbar.primary.click()
    head.editor.take(head.desk.case(1))
    head.acts.show(head.editor.case)
    head.view.toolbar.primary.click()
    assert head.view.preview.isVisible()
    head.view.stage.question.confirm.click()
    assert head.editor.case.state is State.SIGNED_OFF
    assert not head.view.form.cards[0].isEnabled()


@pytest.mark.parametrize("act", ["sign-off", "return"])
def test_enter_on_cancel_does_nothing(make_window, make_desk, act):
    desk = make_desk(CLERK)
    case = desk.create(a_notice())
    desk.act(case, Act.SUBMIT)
    window = make_window(desk=make_desk(HEAD))
    window.view.actions_by_key[act].trigger()
    question = window.view.stage.question
    if act == "return":
        question.text.setPlainText("TOP 3 bitte klären")
    question.cancel.setFocus()
    press(window, Qt.Key.Key_Return)
    assert window.editor.case.state is State.IN_REVIEW
    assert window.view.stage.question is None


def test_who_wrote_a_wording_is_told_why_somebody_else_must_sign_it(window):
    window.acts.begin("submit")
    window.acts.begin("sign-off")
    assert window.editor.case.state is State.IN_REVIEW
    assert "Vier-Augen" in window.view.stage.note.label.text()


def test_the_kind_of_notice_changes_heading_and_sentence(window):
    window.editor.edit("kind", NoticeKind.CANCELLATION)
    assert window.editor.notice.heading[-1] == "Absage"
    assert window.view.form.sitting.kind.value is NoticeKind.CANCELLATION


def test_another_body_meets_on_the_same_evening(window):
    window.cases.duplicate("gesundheit")
    notice = window.editor.notice
    assert notice.sitting.body.key == "gesundheit"
    assert notice.sitting.date == dt.date(2023, 10, 9)


def test_what_another_desk_changed_is_shown_where_nothing_was_typed(make_window, make_desk):
    window = make_window(a_notice())
    other = make_desk(Person("vogt", "Eva Vogt", "vogt", tuple(Role)))
    case = other.case(1)
    other.enter(1)
    other.save(case, a_notice(remarks=("Von Eva",)))
    window._look_around()
    assert window.editor.notice.remarks == ("Von Eva",)
    assert "Eva Vogt" in window.view.header.presence.text()


def test_changes_of_two_desks_in_different_fields_are_put_together(make_window, make_desk):
    window = make_window(a_notice())
    other = make_desk(Person("vogt", "Eva Vogt", "vogt", tuple(Role)))
    other.save(other.case(1), a_notice(heading=("BEKANNTMACHUNG",)))
    type_into(window, "remarks", "Von mir")
    window.editor.settle()
    assert window.editor.notice.remarks == ("Von mir",)
    assert window.editor.notice.heading == ("BEKANNTMACHUNG",)
    assert window.desk.case(1).notice == window.editor.notice


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_window_changes_its_language_while_it_runs(window, language, qtbot):
    from noticeeditor.i18n import texts

    texts.use(language)
    window.view.retranslate()
    expected = {"en": "Notices", "de": "Bekanntmachungen"}[language]
    assert window.view.notices.title.text() == expected
    assert window.editor.notice.heading == ("AMTLICHE BEKANNTMACHUNG",)


def test_every_act_of_the_workflow_has_a_place_in_the_window():
    from noticeeditor.gui.main.acts import ACTS

    here = {*ACTS.values()}
    elsewhere = {Act.CREATE, Act.EDIT, Act.ASSIGN, Act.DISMISS, Act.RESTORE, Act.ERASE_PERSON}
    assert here | elsewhere == set(Act)


def test_a_fresh_notice_tells_what_is_missing_when_a_field_is_left(make_window):
    window = make_window()
    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.catch_up()
    fields = window.view.form._fields()
    assert not any(field.message.isVisible() for field in fields.values())
    press(window, Qt.Key.Key_Tab)
    window.catch_up()
    QApplication.processEvents()
    assert fields["sitting.body"].message.isVisible()
    assert not fields["sitting.venue"].message.isVisible()


def test_undo_in_a_field_is_the_undo_of_the_window(window):
    type_into(window, "remarks", "Eins")
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.notice.remarks == ()
    assert window.view.form.remarks.remarks.toPlainText() == ""
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.editor.notice.remarks == ("Eins",)


def test_a_finding_is_set_aside_for_a_reason_and_stays_aside(window):
    window.view.findings.toggle.setChecked(True)
    (card,) = [card for card in window.view.findings.cards if card.isVisible()]
    QTest.mouseClick(card.aside_button, Qt.MouseButton.LeftButton)
    window.view.stage.question.text.setPlainText("Hausform seit 2021")
    window.view.stage.question.confirm.click()
    window.catch_up()
    assert window.view.findings.rows == ()
    assert window.desk.case(1).dismissals[0].reason == "Hausform seit 2021"


def test_a_safe_fix_is_one_click_and_one_step(window):
    window.editor.edit("remarks", "Um  18:00 Uhr")
    window.catch_up()
    (row,) = [row for row in window.view.findings.rows if row.finding.field == "remark:0"]
    window.view.findings.fix_wished.emit(row.finding)
    assert window.editor.notice.remarks == ("Um 18:00 Uhr",)
    window.editor.undo()
    assert window.editor.notice.remarks == ("Um  18:00 Uhr",)


def test_a_finding_leads_to_its_field(window):
    window.editor.edit("sitting.venue", "")
    window.catch_up()
    press(window, Qt.Key.Key_F8)
    assert QApplication.focusWidget() is window.view.form.sitting.venue


def test_the_dates_ahead_show_what_is_next(window):
    cells = [cell for cell in window.view.strip.dates if not cell.isHidden()]
    assert [cell.day.text() for cell in cells][-1] == "Mo. 09.10."
    emphasised = [cell.day.text() for cell in cells if cell.property("look") == "date-next"]
    assert emphasised == ["Fr. 29.09."]


def test_the_pdf_is_dragged_out_as_a_file(window):
    mime = window.view.preview.handle.mime_data()
    (url,) = mime.urls()
    path = Path(url.toLocalFile())
    assert path.name == "2023-10-09 Ausschuss Klimaschutz, Mobilität und Infrastruktur.pdf"
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_file_that_is_no_notice_is_said_above_the_form(window, tmp_path):
    path = tmp_path / "notiz.json"
    path.write_text("kein Json", "utf-8")
    window.cases.import_file(path)
    assert "notiz.json" in window.view.stage.note.label.text()
    assert window.editor.case.id == 1


def test_the_first_window_of_a_day_backs_the_store_up(make_window, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    window = make_window(a_notice(), desk=wiring.open_desk(tmp_path / "notices.db"))
    window.jobs.settle()
    assert len(list(wiring.backup_folder(tmp_path / "notices.db").glob("*.db"))) == 1
