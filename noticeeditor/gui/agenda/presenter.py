"""What the gestures of the outliner make of the agenda; no Qt.

Every command makes a new agenda, shows it, says where the caret goes, and tells the
named step. Letters typed into one row are told with the field they belong to, so that
they join into one step.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from noticeeditor.gui.agenda.rows import Field, Row, rows_of
from noticeeditor.i18n.texts import N_
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity, walk
from noticeeditor.notice.outline import (
    Items,
    NewId,
    Spot,
    above,
    delete,
    duplicate,
    find,
    find_part,
    insert,
    insert_after,
    merge_up,
    set_label,
    set_published,
    set_text,
    split,
    topmost,
)
from noticeeditor.notice.parts import add_part, move_part, remove_part, rename_part, set_publicity
from noticeeditor.notice.rearrange import indent, move_down, move_to, move_up, outdent

if TYPE_CHECKING:
    from noticeeditor.intake.sections import Section

END = 1 << 30
Chosen = tuple[str, ...]


class Place(Struct, frozen=True):
    """A row, and the caret in it; ``None`` is a row that is chosen, not written in."""

    id: str
    field: Field = Field.TEXT
    caret: int | None = None


class AgendaDisplay(Protocol):
    """What the presenter needs of the view."""

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda, caret and choice staying with their rows."""

    def show_words(self, agenda: Agenda, row: Row, text: str) -> None:
        """Show an agenda in which nothing but the words of one row are others."""

    def go_to(self, place: Place, chosen: Chosen = ()) -> None:
        """Put the caret to a place, or choose rows."""

    def tell(self, agenda: Agenda, step: str, field: str) -> None:
        """Say that the clerk changed the agenda."""

    def warn_of_exposure(self, exposed: Chosen) -> None:
        """Say that words of closed items now stand in a public part; ``()`` takes it back."""


class AgendaPresenter:
    """Holds the agenda on the screen and carries out what the clerk does to it."""

    def __init__(self, view: AgendaDisplay, new_id: NewId) -> None:
        self._view, self._new_id = view, new_id
        self.agenda = Agenda()

    def show(self, agenda: Agenda) -> None:
        """Show an agenda that was made elsewhere."""
        self.agenda = agenda
        self._view.show_agenda(agenda)

    # writing

    def write(self, row: Row, text: str) -> None:
        """Take over what stands in a row now."""
        match row.field:
            case Field.HEADING:
                step, edited = N_("Rename part"), rename_part(self.agenda, row.id, text)
            case Field.TEXT:
                step, edited = N_("Edit item"), set_text(self.agenda, row.id, text)
            case Field.PUBLISHED:
                step, edited = N_("Edit published title"), set_published(self.agenda, row.id, text or None)
        if edited != self.agenda:
            self.agenda = edited
            self._view.show_words(edited, row, text)
            self._view.tell(edited, step, f"{row.field}:{row.id}")

    def enter(self, row: Row, caret: int) -> None:
        """Go on to the next row: what is below a heading, the published title, or a new item."""
        if row.field is Field.HEADING:
            self._enter_part(row.id)
        elif row.field is Field.PUBLISHED:
            self.add_after(row.id)
        elif not row.text.strip():
            self._leave_empty(row)
        elif row.publicity is Publicity.CLOSED and caret >= len(row.text):
            self._view.go_to(Place(row.id, Field.PUBLISHED, END))
        else:
            self._split(row.id, caret)

    def add_after(self, name: str) -> None:
        """Add an item after an item, its first below where it has others, or at the head of a part."""
        item, new = find(self.agenda, name), self._new_id()
        after = (
            split(self.agenda, name, END, new)
            if item
            else insert_after(self.agenda, name, (AgendaItem(new),))
        )
        self._make(N_("New item"), after)
        self._view.go_to(Place(new, caret=0))

    def add_at_end(self) -> None:
        """Add an item at the end of the last part, which is made where there is none."""
        if not self.agenda.parts:
            self.add_part("")
            return
        part = self.agenda.parts[-1]
        new = self._new_id()
        anchor = part.items[-1].id if part.items else part.id
        self._make(N_("New item"), insert_after(self.agenda, anchor, (AgendaItem(new),)))
        self._view.go_to(Place(new, caret=0))

    def join_above(self, row: Row) -> None:
        """Join a row to the one above it, as Backspace at its start asks for."""
        if row.field is Field.PUBLISHED:
            self._view.go_to(Place(row.id, Field.TEXT, END))
        elif row.field is Field.TEXT:
            self._join(row.id)

    def join_below(self, row: Row) -> None:
        """Join the next item of the part to this one, as Del at its end asks for."""
        rows = [other for other in rows_of(self.agenda) if other.field is not Field.PUBLISHED]
        below = next((after for before, after in pairwise(rows) if before.id == row.id), None)
        if row.field is Field.TEXT and below and below.field is Field.TEXT:
            self._join(below.id)

    # where things stand

    def indent(self, chosen: Chosen) -> None:
        """Bring items one level deeper."""
        self._make(N_("Indent"), indent(self.agenda, chosen))

    def outdent(self, chosen: Chosen) -> None:
        """Bring items one level higher."""
        self._make(N_("Outdent"), outdent(self.agenda, chosen))

    def move(self, chosen: Chosen, places: int) -> None:
        """Move items, or the part whose heading is chosen, one place up (-1) or down (1)."""
        part = next((part for part in self.agenda.parts if part.id in chosen), None)
        if part:
            self._make(N_("Move part"), move_part(self.agenda, part.id, places))
        else:
            moved = (move_up if places < 0 else move_down)(self.agenda, chosen)
            self._make(_MOVE_ITEM, moved)

    def drop(self, chosen: Chosen, spot: Spot) -> None:
        """Move items to where they were dropped."""
        self._make(_MOVE_ITEM, move_to(self.agenda, chosen, spot))

    # more and fewer

    def delete(self, chosen: Chosen) -> None:
        """Delete items, or parts with all their items."""
        parts = [part.id for part in self.agenda.parts if part.id in chosen]
        after = delete(self.agenda, chosen)
        for name in parts:
            after = remove_part(after, name)
        survivor = self._neighbour(after, chosen)
        self._make(N_("Delete part") if parts else N_("Delete item"), after)
        if survivor:
            self._view.go_to(survivor)

    def duplicate(self, chosen: Chosen) -> None:
        """Put copies after the chosen items."""
        before = {item.id for part in self.agenda.parts for item in walk(part.items)}
        after = duplicate(self.agenda, chosen, self._new_id)
        copies = {item.id for part in after.parts for item in walk(part.items)} - before
        self._make(N_("Duplicate item"), after)
        self._choose(topmost(after, copies))

    def paste(self, anchor: str, sections: tuple[Section, ...]) -> None:
        """Put items after an item, in its place where it is empty; those of a named part into such a part."""
        from noticeeditor.intake.sections import insert_sections

        after = insert_sections(self.agenda, anchor, sections, self._new_id)
        self._make(N_("Paste"), after)
        self._choose(tuple(item.id for section in sections for item in section.items))

    def drop_items(self, items: Items, spot: Spot) -> None:
        """Put items from elsewhere to where they were dropped."""
        self._make(N_("Paste"), insert(self.agenda, spot, items))
        self._choose(tuple(item.id for item in items))

    def label(self, chosen: Chosen, label: str | None) -> None:
        """Set a number by hand; ``None`` computes it again."""
        self._make(N_("Set number"), set_label(self.agenda, chosen, label))

    # parts

    def add_part(self, after: str, publicity: Publicity = Publicity.PUBLIC, heading: str = "") -> None:
        """Add a part after another, or at the end."""
        new = self._new_id()
        self._make(N_("New part"), add_part(self.agenda, AgendaPart(new, heading, publicity), after))
        self._view.go_to(Place(new, Field.HEADING, END))

    def set_publicity(self, name: str, publicity: Publicity) -> None:
        """Make the part closed or public that holds an item or is named."""
        part = find_part(self.agenda, name)
        if part:
            step = N_("Close part") if publicity is Publicity.CLOSED else N_("Open part to the public")
            self._make(step, set_publicity(self.agenda, part.id, publicity))

    def _make(self, step: str, agenda: Agenda) -> None:
        before = self.agenda
        if agenda == before:
            return
        self.agenda = agenda
        self._view.show_agenda(agenda)
        self._view.warn_of_exposure(exposed(before, agenda))
        self._view.tell(agenda, step, "")

    def _enter_part(self, name: str) -> None:
        part = find_part(self.agenda, name)
        if part and part.items and not part.items[0].text:
            self._view.go_to(Place(part.items[0].id, caret=0))
        else:
            self.add_after(name)

    def _leave_empty(self, row: Row) -> None:
        """Enter in an item without words brings it up a level; at the top there is nothing to do."""
        if row.level:
            self.outdent((row.id,))

    def _split(self, name: str, caret: int) -> None:
        new = self._new_id()
        before = find(self.agenda, name)
        self._make(N_("New item"), split(self.agenda, name, caret, new))
        stays = before is not None and bool(before.text[caret:].strip()) and not before.text[:caret].strip()
        self._view.go_to(Place(name if stays else new, caret=0))

    def _join(self, name: str) -> None:
        item, target = find(self.agenda, name), above(self.agenda, name)
        if item is None:
            return
        if target is None:
            part = find_part(self.agenda, name)
            if part and not item.text and not item.children:
                self._make(N_("Delete item"), delete(self.agenda, (name,)))
                self._view.go_to(Place(part.id, Field.HEADING, END))
            return
        caret = len(target.text) + (1 if target.text and item.text else 0)
        self._make(N_("Join items") if item.text else N_("Delete item"), merge_up(self.agenda, name))
        self._view.go_to(Place(target.id, caret=caret))

    def _choose(self, chosen: Chosen) -> None:
        if chosen:
            self._view.go_to(Place(chosen[-1]), chosen)

    def _neighbour(self, after: Agenda, chosen: Chosen) -> Place | None:
        """Return the row to go to when the chosen ones are gone: the next that stays, else the last."""
        kept = {row.key for row in rows_of(after) if row.field is not Field.PUBLISHED}
        rows = [row for row in rows_of(self.agenda) if row.field is not Field.PUBLISHED]
        first = next((n for n, row in enumerate(rows) if row.id in chosen), 0)
        candidates = [row for row in rows[first:] if row.key in kept] or [
            row for row in rows if row.key in kept
        ][-1:]
        return Place(candidates[0].id, candidates[0].field) if candidates else None


def exposed(before: Agenda, after: Agenda) -> Chosen:
    """Return the items that were closed and now stand in a public part."""
    closed = _in_publicity(before, Publicity.CLOSED)
    return tuple(name for name in _in_publicity(after, Publicity.PUBLIC) if name in closed)


def _in_publicity(agenda: Agenda, publicity: Publicity) -> dict[str, None]:
    parts = (part for part in agenda.parts if part.publicity is publicity)
    return {item.id: None for part in parts for item in walk(part.items)}


_MOVE_ITEM = N_("Move item")
