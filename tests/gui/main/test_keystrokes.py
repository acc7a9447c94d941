"""The measure of convenience: how many keys the first seed notice takes from an empty store."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from noticeeditor import wiring
from noticeeditor.desk.values import Desk
from noticeeditor.notice.wording import opening_sentence
from tests.builders import ITEMS, a_notice
from tests.gui.conftest import EVERYBODY, NOW
from tests.gui.keys import CONTROL, Keyboard

FREE = ITEMS[2:6]  # the others stand on every agenda of the body
SIGNED = NOW.replace(day=29)
PER_LETTER, REST = 1.15, 40


def test_the_first_seed_notice_takes_few_keys(make_window, store, capsys):
    window = make_window(desk=Desk(store, wiring.profile(), EVERYBODY, lambda: SIGNED))
    keys = Keyboard(window.view)

    keys.press(Qt.Key.Key_N, CONTROL)
    keys.type("kli")
    keys.press(Qt.Key.Key_Tab)  # takes the first body that fits
    keys.press(Qt.Key.Key_Tab)  # past the kind of notice
    keys.type("9.10")
    keys.press(Qt.Key.Key_2, CONTROL)  # to the agenda, where the date of the minutes is missing
    keys.type("15.05.2023")
    for text in FREE:
        keys.press(Qt.Key.Key_Return)
        keys.type(text)

    letters = sum(map(len, FREE))
    with capsys.disabled():
        print(f"\n{keys.count} keys for {letters} letters of free text", end=" ")
    notice = window.editor.notice
    seed = a_notice()
    assert notice.sitting == seed.sitting
    assert opening_sentence(notice) == opening_sentence(seed)
    written = tuple(item.text for item in notice.agenda.parts[0].items)
    assert written == tuple(text.replace(" - ", " – ") for text in ITEMS)  # a dash as you type
    assert notice.signature.signatory == seed.signature.signatory
    assert notice.signature.date == dt.date(2023, 9, 29)
    assert keys.count <= PER_LETTER * letters + REST
