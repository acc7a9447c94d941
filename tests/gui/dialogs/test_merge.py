"""Two desks changed one notice: field by field one of the two is taken."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from noticeeditor.gui.dialogs.merge_choice import resolved
from noticeeditor.gui.dialogs.merge_view import MergeDialog
from noticeeditor.notice.agenda import Agenda
from noticeeditor.notice.notice import Notice, Venue
from noticeeditor.workflow.merge import merge
from tests.builders import a_notice, an_agenda

pytestmark = pytest.mark.usefixtures("dressed")

BASE = a_notice(agenda=an_agenda("Eins", "Zwei", "Drei"))


def with_sitting(notice: Notice, **changes: object) -> Notice:
    return replace(notice, sitting=replace(notice.sitting, **changes))


def with_item(notice: Notice, position: int, **changes: object) -> Notice:
    part = notice.agenda.parts[0]
    items = tuple(
        replace(item, **changes) if number == position else item for number, item in enumerate(part.items)
    )
    return replace(notice, agenda=replace(notice.agenda, parts=(replace(part, items=items),)))


def without_item(notice: Notice, position: int) -> Notice:
    part = notice.agenda.parts[0]
    items = part.items[:position] + part.items[position + 1 :]
    return replace(notice, agenda=replace(notice.agenda, parts=(replace(part, items=items),)))


def texts(agenda: Agenda) -> list[str]:
    return [item.text for item in agenda.parts[0].items]


def theirs_everywhere(mine: Notice, theirs: Notice) -> Notice:
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts
    return resolved(merged.notice, merged.conflicts)


def test_the_other_date_and_venue_are_taken():
    mine = with_sitting(BASE, date=dt.date(2023, 10, 10), venue=Venue("Forum"))
    theirs = with_sitting(BASE, date=dt.date(2023, 10, 11), venue=Venue("Saal"))
    assert theirs_everywhere(mine, theirs).sitting == theirs.sitting


def test_the_other_words_of_an_item_are_taken():
    mine, theirs = with_item(BASE, 1, text="Zwei, meins"), with_item(BASE, 1, text="Zwei, anders")
    assert texts(theirs_everywhere(mine, theirs).agenda) == ["Eins", "Zwei, anders", "Drei"]


def test_an_item_that_the_other_removed_goes():
    mine, theirs = with_item(BASE, 1, text="Zwei, meins"), without_item(BASE, 1)
    assert texts(theirs_everywhere(mine, theirs).agenda) == ["Eins", "Drei"]


def test_an_item_that_i_removed_and_the_other_changed_stays():
    mine, theirs = without_item(BASE, 1), with_item(BASE, 1, text="Zwei, anders")
    assert "Zwei, anders" in texts(theirs_everywhere(mine, theirs).agenda)


def test_signature_heading_and_remarks_are_taken():
    mine = replace(BASE, heading=("A",), remarks=("a",), signature=replace(BASE.signature, place="A"))
    theirs = replace(BASE, heading=("B",), remarks=("b",), signature=replace(BASE.signature, place="B"))
    assert theirs_everywhere(mine, theirs) == theirs


def test_the_dialog_takes_mine_unless_told_otherwise(qtbot):
    mine = with_item(with_sitting(BASE, time=dt.time(17)), 0, text="Eins, meins")
    theirs = with_item(with_sitting(BASE, time=dt.time(19)), 0, text="Eins, anders")
    dialog = MergeDialog(merge(BASE, mine, theirs), "Frau Schmitz")
    qtbot.addWidget(dialog)
    dialog.show()
    told = []
    dialog.resolved.connect(told.append)
    by_time = next(card for card in dialog.cards if card.conflict.field == "sitting.time")
    qtbot.mouseClick(by_time.theirs, Qt.MouseButton.LeftButton, pos=by_time.theirs.rect().center() / 4)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told[0].sitting.time == dt.time(19)
    assert texts(told[0].agenda)[0] == "Eins, meins"


def test_all_of_the_other_at_once(qtbot):
    theirs = with_sitting(BASE, time=dt.time(19), date=dt.date(2023, 10, 12))
    mine = with_sitting(BASE, time=dt.time(17), date=dt.date(2023, 10, 11))
    dialog = MergeDialog(merge(BASE, mine, theirs), "Frau Schmitz")
    qtbot.addWidget(dialog)
    told = []
    dialog.resolved.connect(told.append)
    dialog.all_theirs.click()
    dialog.run.click()
    assert told == [theirs]


def test_escape_decides_nothing(qtbot):
    mine, theirs = with_sitting(BASE, time=dt.time(17)), with_sitting(BASE, time=dt.time(19))
    dialog = MergeDialog(merge(BASE, mine, theirs), "Frau Schmitz")
    qtbot.addWidget(dialog)
    dialog.show()
    told = []
    dialog.resolved.connect(told.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []
