"""Random keys: nothing is ever lost but what was deleted, and the screen says what the agenda says."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QGuiApplication

from noticeeditor.gui.agenda.rows import rows_of
from noticeeditor.notice.agenda import walk
from noticeeditor.notice.outline import MAX_LEVELS, levels
from tests.gui.agenda.conftest import outline

_KEYS = (
    "Return", "Shift+Return", "Tab", "Shift+Tab", "Alt+Up", "Alt+Down", "Ctrl+D", "Esc", "F2", "Up", "Down",
    "Left", "Right", "Home", "End", "Shift+Down", "Shift+Up", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+L",
)  # fmt: skip
_DELETING = ("Del", "Backspace", "Ctrl+X", "Ctrl+Z")
_LETTERS = "ab\"'-. /§Ä"


def test_random_keys_without_deleting_ones_lose_no_item(hand):
    run(hand, random.Random(7), 400, _KEYS, keep=("Wahl", "Vorsitz", "Haushalt", "Kündigung"))


def test_random_keys_never_raise_and_the_screen_shows_the_agenda(hand):
    run(hand, random.Random(11), 400, _KEYS + _DELETING)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_many_random_keys_never_raise(hand, seed):
    run(hand, random.Random(seed), 2_000, _KEYS + _DELETING)


def run(hand, chance: random.Random, count: int, keys: tuple[str, ...], keep: tuple[str, ...] = ()) -> None:
    QGuiApplication.clipboard().clear()
    hand.editor.show_agenda(outline("Wahl|-Vorsitz|Haushalt", closed="Kündigung"))
    hand.choose("Wahl")
    for number in range(count):
        if sum(1 for part in hand.agenda.parts for _ in walk(part.items)) > 150:  # copies of copies
            hand.editor.show_agenda(outline("Wahl|-Vorsitz|Haushalt", closed="Kündigung"))
            hand.told.clear()
        if not hand.editor.isAncestorOf(hand._target()):
            hand.editor.view.setFocus()
        if chance.random() < 0.4:
            hand.type(chance.choice(_LETTERS))
        else:
            hand.press(chance.choice(keys))
        judge(hand, number, keep)


def judge(hand, number: int, keep: tuple[str, ...]) -> None:
    """The screen shows the agenda, ids are unique, and the items to keep are there."""
    names = [item.id for part in hand.agenda.parts for item in walk(part.items)]
    assert len(set(names)) == len(names), number
    assert set(keep) <= set(names), number
    assert hand.editor.view.rows.rows == rows_of(hand.agenda), number
    assert max(levels(part.items) for part in hand.agenda.parts) <= MAX_LEVELS if hand.agenda.parts else True
    if hand.field:
        assert hand.field.text == next(
            row.text for row in rows_of(hand.agenda) if row.key == hand.field.row.key
        ), number
    if hand.told:
        assert hand.told[-1][0] == hand.agenda, number
