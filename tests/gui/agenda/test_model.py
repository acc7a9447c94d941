"""The rows of the outliner: what they show, what they tell Qt, how they are read aloud."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as chosen
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester

from noticeeditor.gui.agenda.model import FINDING_ROLE, SPELLING_ROLE, AgendaModel, Marks
from noticeeditor.gui.agenda.rows import Field, first_change, rows_of
from noticeeditor.i18n import texts
from noticeeditor.notice.outline import delete, set_published, set_text
from noticeeditor.notice.rearrange import indent, move_down, move_up, outdent
from tests.gui.agenda.conftest import outline
from tests.strategies import agendas


class Mirror:
    """Keeps a list of rows from the model's signals alone, as a view does."""

    def __init__(self, model: AgendaModel) -> None:
        self.model, self.keys = model, [row.key for row in model.rows]
        self.removed = self.inserted = 0
        model.rowsRemoved.connect(self._remove)
        model.rowsInserted.connect(self._insert)
        model.rowsMoved.connect(self._move)

    def _remove(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self.keys[first : last + 1]
        self.removed += last + 1 - first

    def _insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.keys[first:first] = [row.key for row in self.model.rows[first : last + 1]]
        self.inserted += last + 1 - first

    def _move(self, _parent: QModelIndex, first: int, last: int, _to: QModelIndex, before: int) -> None:
        run = self.keys[first : last + 1]
        del self.keys[first : last + 1]
        self.keys[before:before] = run


@given(data=st.data(), first=agendas(), second=agendas())
@chosen(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_view_that_follows_the_signals_has_the_rows_of_the_new_agenda(data, first, second, qtlog):
    model = AgendaModel("m")
    model.show(first)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    mirror = Mirror(model)
    names = [row.id for row in model.rows if row.field is Field.TEXT]
    picked = data.draw(st.lists(st.sampled_from(names), max_size=3)) if names else []
    for edit in (indent, move_up, outdent, move_down, delete):
        model.show(edit(first, picked))
        assert mirror.keys == [row.key for row in model.rows]
        assert model.rows == rows_of(edit(first, picked))
    model.show(second)
    assert mirror.keys == [row.key for row in rows_of(second)]
    assert qtlog.records == []
    del tester


@pytest.mark.parametrize("move", [indent, outdent, move_up, move_down])
def test_a_move_removes_and_inserts_nothing(move):
    model = AgendaModel("m")
    model.show(outline("Wahl|-Vorsitz|-Vertretung|Haushalt", "Schulen"))
    mirror = Mirror(model)
    model.show(move(model.agenda, ("Vertretung",)))
    assert (mirror.removed, mirror.inserted) == (0, 0)


def test_writing_in_one_item_changes_one_row(qtbot):
    model = AgendaModel("m")
    model.show(outline("Wahl|Haushalt"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show(set_text(model.agenda, "Wahl", "Wahlen"))
    assert [index.row() for index in changed.args[:2]] == [1, 1]


def test_a_closed_item_has_a_second_row_for_its_published_title():
    rows = rows_of(set_published(outline(closed="Kündigung"), "Kündigung", "Personal"))
    assert [(row.field, row.text) for row in rows] == [
        (Field.HEADING, "Nichtöffentliche Sitzung"),
        (Field.TEXT, "Kündigung"),
        (Field.PUBLISHED, "Personal"),
    ]


def test_an_item_of_a_public_part_with_a_published_title_is_marked():
    model = AgendaModel("m")
    model.show(set_published(outline("Kündigung"), "Kündigung", "Personal"))
    severity, sentence = model.data(model.index(1), FINDING_ROLE)
    assert severity == "warning"
    assert sentence


def test_marks_are_told_for_their_rows_alone(qtbot):
    model = AgendaModel("m")
    model.show(outline("Wahl|Haushalt"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show_marks(Marks({"item:Haushalt": ("warning", "Zu lang")}))
    assert changed.args[0].row() == 2
    assert model.data(model.index(2), Qt.ItemDataRole.ToolTipRole) == "Zu lang"


def test_an_unknown_word_is_marked_while_it_stands_there():
    model = AgendaModel("m")
    model.show(outline("Die Whal"))
    model.show_marks(Marks(spelling={"item:Die Whal": ((4, "Whal"),)}))
    assert model.data(model.index(1), SPELLING_ROLE) == ((4, 4),)
    model.show(set_text(model.agenda, "Die Whal", "Die Wahl"))
    assert model.data(model.index(1), SPELLING_ROLE) == ()


def test_the_field_marks_unknown_words_too(hand):
    hand.editor.show_agenda(outline("Die Whal"))
    hand.editor.show_spelling({"item:Die Whal": ((4, "Whal"),)})
    hand.write_in("Die Whal", 0)
    assert [mark.cursor.selectedText() for mark in hand.field.extraSelections()] == ["Whal"]
    hand.press("Del")
    assert hand.field.extraSelections() == []


def test_the_first_change_is_what_says_something_else_or_stands_elsewhere():
    before = outline("Wahl|Haushalt|Schulen")
    rows = rows_of(before)
    assert first_change(rows, rows) is None
    assert first_change(rows, rows_of(set_text(before, "Haushalt", "x"))) == ("Haushalt", Field.TEXT)
    assert first_change(rows, rows_of(indent(before, ("Schulen",)))) == ("Schulen", Field.TEXT)
    assert first_change(rows, rows_of(move_up(before, ("Schulen",)))) == ("Schulen", Field.TEXT)


@pytest.mark.parametrize(
    ("position", "said"),
    [
        (0, "Part I., Öffentliche Sitzung, public"),
        (1, "Item 1., Wahl, public, level 1"),
        (2, "Item 1.1, Vorsitz, hier: Beschluss, public, level 2"),
        (4, "Item 1., Kündigung, not public, level 1, Title missing"),
        (5, "will be published, empty"),
    ],
)
def test_a_row_is_read_aloud_with_number_words_publicity_and_level(position, said):
    texts.use("en")
    model = AgendaModel("m")
    agenda = outline("Wahl|-Vorsitz", closed="Kündigung")
    model.show(set_text(agenda, "Vorsitz", "Vorsitz\nhier: Beschluss"))
    model.show_marks(Marks({"item:Kündigung": ("obstacle", "Title missing")}))
    assert model.data(model.index(position), Qt.ItemDataRole.AccessibleTextRole) == said


def test_every_control_of_the_outliner_has_a_name(hand):
    hand.editor.show_agenda(outline("Wahl", closed="Kündigung"))
    hand.write_in("Wahl")
    hand.editor.run("label")
    hand.write_in("Wahl")
    controls = [hand.editor.view, hand.field, hand.editor.label_field, hand.editor.popup.list]
    controls += [hand.editor.tools.button(name) for name in ("append-item", "indent", "delete")]
    controls.append(hand.editor.tools.more)
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name), control


def test_rows_are_read_by_a_screen_reader(hand):
    texts.use("en")
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    outliner = QAccessible.queryAccessibleInterface(hand.editor.view)
    said = [outliner.child(n).text(QAccessible.Text.Name) for n in range(outliner.childCount())]
    assert "Item 2., Haushalt, public, level 1" in said


def test_texts_follow_the_language(hand):
    texts.use("en")
    hand.editor.retranslate()
    assert hand.editor.tools.button("delete").accessibleName() == "Delete"


def test_columns_hold_the_longest_number_of_each_level(hand):
    hand.editor.show_agenda(outline("Wahl|Haushalt"))
    narrow = hand.editor.view.delegate.columns.widths[0]
    parts = hand.agenda.parts
    labelled = replace(
        hand.agenda, parts=(replace(parts[0], items=(replace(parts[0].items[0], label="TOP 9a."),)),)
    )
    hand.editor.show_agenda(labelled)
    assert hand.editor.view.delegate.columns.widths[0] > narrow
