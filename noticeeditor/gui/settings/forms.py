"""Forms made from the tables of ``pages``: a record, and a list of records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.settings import controls, special
from noticeeditor.gui.settings.choices import choices
from noticeeditor.gui.settings.editing import ProfileEditing, free_key
from noticeeditor.gui.settings.examples import example_opening, example_signature, example_standing
from noticeeditor.gui.settings.growing import GrowingList
from noticeeditor.gui.settings.labelled import Labelled
from noticeeditor.gui.settings.pages import Entries, Field, Kind
from noticeeditor.gui.settings.places import Path
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.sentences import problem_sentence
from noticeeditor.i18n.texts import _

Today = Callable[[], dt.date]
NOWHERE: Path = ()
LIST_WIDTH = 270  # px
NARROW = 600  # px below which list and form stand below one another
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
QWIDGETSIZE_MAX = 16_777_215  # of Qt, no longer in PySide


class RecordForm(QWidget):
    """The fields of one record, wherever in the profile it stands."""

    def __init__(self, editing: ProfileEditing, fields: tuple[Field, ...], today: Today) -> None:
        super().__init__()
        self._editing, self._path = editing, NOWHERE
        self.rows = {field.name: Labelled(field, self._control(field, today)) for field in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for name, row in self.rows.items():
            column.addWidget(row)
            row.control.edited.connect(partial(self._change, name))
        column.addStretch()

    def show_record(self, path: Path) -> None:
        """Show the record at a path."""
        self._path = path
        for name, row in self.rows.items():
            place = (*path, *name.split("."))
            if isinstance(row.control, NestedList):
                row.control.show_list(place)
            else:
                if row.field.kind is Kind.REFERENCE:
                    row.control.offer(self._references(row.field.of))
                row.control.show_value(self._editing.value(place))
            problem = self._editing.problem_at(place)
            row.show_problem(problem_sentence(problem) if problem else "")

    def _change(self, name: str, value: object) -> None:
        label = _(self.rows[name].field.label)
        self._editing.change(
            (*self._path, *name.split(".")), value, _("Change “{field}”").format(field=label)
        )

    def _references(self, owner: str) -> tuple[tuple[str, object], ...]:
        entries = getattr(self._editing.profile, owner)
        return (("–", ""), *((entry.name, entry.key) for entry in entries))

    def _control(self, field: Field, today: Today) -> Any:  # noqa: ANN401 - any of the controls
        if field.kind is Kind.ENTRIES and field.entries:
            return NestedList(self._editing, field, today)
        return CONTROLS[field.kind](field, self._editing, today)


def _pattern(chips: Any, example: Callable[[ProfileEditing, str], str], *, as_lines: bool = False) -> Any:  # noqa: ANN401 - a maker of controls
    return lambda field, editing, today: special.PatternArea(
        chips, partial(example, editing), as_lines=as_lines
    )


CONTROLS: dict[Kind, Callable[[Field, ProfileEditing, Today], Any]] = {
    Kind.TEXT: lambda field, editing, today: controls.TextLine(),
    Kind.LINES: lambda field, editing, today: controls.LinesArea(12 if field.name == "words" else 4),
    Kind.FLAG: lambda field, editing, today: controls.FlagBox(_(field.label)),
    Kind.NUMBER: lambda field, editing, today: controls.NumberBox(field),
    Kind.MEASURE: lambda field, editing, today: controls.MeasureBox(field),
    Kind.NUMBERS: lambda field, editing, today: controls.NumbersLine(),
    Kind.DATE: lambda field, editing, today: special.DateControl(_(field.label), today),
    Kind.TIME: lambda field, editing, today: special.TimeControl(_(field.label)),
    Kind.CHOICE: lambda field, editing, today: controls.ChoiceBox(
        choices(field.choices) if field.choices else ()
    ),
    Kind.REFERENCE: lambda field, editing, today: controls.ChoiceBox(),
    Kind.FLAGS: lambda field, editing, today: controls.FlagsBox(field.choices) if field.choices else None,
    Kind.OPENING: _pattern(
        special.OPENING_CHIPS, lambda editing, text: example_opening(editing.profile, text)
    ),
    Kind.SIGNATURE: _pattern(
        special.SIGNATURE_CHIPS,
        lambda editing, text: example_signature(editing.profile, tuple(text.split("\n"))),
        as_lines=True,
    ),
    Kind.STANDING: _pattern(special.STANDING_CHIPS, lambda editing, text: example_standing(text)),
    Kind.CREST: lambda field, editing, today: special.CrestControl(),
}


class EntryList(QWidget):
    """A list of records with one of them in a form, to add to, take from and put in order."""

    def __init__(
        self, editing: ProfileEditing, entries: Entries, today: Today, name: str, *, beside: bool = True
    ) -> None:
        super().__init__()
        self._editing, self._entries, self._path = editing, entries, NOWHERE
        self.list = GrowingList()
        self.list.setAccessibleName(name)
        dress(self.list, "boxed")
        self.form = RecordForm(editing, entries.fields, today)
        self.empty = QLabel(_("Nothing here yet. + adds an entry."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        dress(self.empty, "muted")
        self.add = _button("plus", _("Add"))
        self.remove = _button("trash-2", _("Remove"))
        self.up = _button("arrow-up", _("Move up"))
        self.down = _button("arrow-down", _("Move down"))
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button in (self.add, self.remove, self.up, self.down):
            tools.addWidget(button)
        tools.addStretch()
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self.list)
        side.addLayout(tools)
        side.addStretch()
        self._row = QBoxLayout(BELOW, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(18)
        self._row.addLayout(side)
        self._row.addWidget(self.form, 1)
        self._row.addWidget(self.empty, 1)
        self._beside = beside
        self.list.currentRowChanged.connect(self._show_row)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the list where there is room, else below it."""
        super().resizeEvent(event)
        beside = self._beside and self.width() >= NARROW
        self._row.setDirection(BESIDE if beside else BELOW)
        self.list.setMinimumWidth(LIST_WIDTH if beside else 0)
        self.list.setMaximumWidth(LIST_WIDTH if beside else QWIDGETSIZE_MAX)

    def show_list(self, path: Path) -> None:
        """Show the list at a path; the chosen row stays."""
        row = self.list.currentRow() if path == self._path else 0
        self._path = path
        titles = [self._entries.title(entry) or "–" for entry in self._editing.value(path)]
        with QSignalBlocker(self.list):
            if titles != [self.list.item(number).text() for number in range(self.list.count())]:
                self.list.clear()
                self.list.addItems(titles)
            self.list.setCurrentRow(min(max(row, 0), len(titles) - 1))
        self.list.fit()
        self._show_row(self.list.currentRow())

    def _show_row(self, row: int) -> None:
        self.form.setVisible(row >= 0)
        self.empty.setVisible(row < 0)
        for button in (self.remove, self.up, self.down):
            button.setEnabled(row >= 0)
        if row >= 0:
            self.form.show_record((*self._path, row))

    def _add(self) -> None:
        row = self._editing.add(self._path, self._entries.new(self._new_key()), _("Add an entry"))
        self.list.setCurrentRow(row)
        first = next(iter(self.form.rows.values()))
        first.control.setFocus()

    def _new_key(self) -> str:
        """Return the key of a new entry, or of the first one that it may point at."""
        if not self._entries.key:
            return next((entry.key for entry in self._editing.profile.signatories), "")
        taken = {entry.key for entry in self._editing.value(self._path)}
        return free_key(self._entries.key, taken)

    def _remove(self) -> None:
        self._editing.remove(self._path, self.list.currentRow(), _("Remove an entry"))

    def _move(self, by: int) -> None:
        row = self._editing.move(self._path, self.list.currentRow(), by, _("Move an entry"))
        self.list.setCurrentRow(row)


class NestedList(QWidget):
    """A list inside a record; one that may be missing has a box for that."""

    edited = Signal(object)

    def __init__(self, editing: ProfileEditing, field: Field, today: Today) -> None:
        super().__init__()
        if field.entries is None:
            raise TypeError(field)
        self._editing = editing
        self.box = QCheckBox(_("Other ones than the house"))
        self.box.setVisible(field.optional)
        self.entries = EntryList(editing, field.entries, today, _(field.label), beside=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.entries)
        self.box.clicked.connect(self._emit_own)

    def show_list(self, path: Path) -> None:
        """Show the list at a path, or that there is none."""
        own = self._editing.value(path) is not None
        self.box.setChecked(own)
        self.entries.setVisible(own)
        if own:
            self.entries.show_list(path)

    def _emit_own(self, own: bool) -> None:
        self.edited.emit(self._editing.profile.standing_items if own else None)


def _button(picture: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
