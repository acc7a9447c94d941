"""What each command does with the rows that are chosen: a table from names to acts."""

from __future__ import annotations

from collections.abc import Callable

from noticeeditor.gui.agenda.presenter import AgendaPresenter
from noticeeditor.gui.agenda.rows import Field
from noticeeditor.gui.agenda.view import AgendaView
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.outline import find_part

Act = Callable[[AgendaPresenter, AgendaView], None]
# the notice is German whatever the language of the window
HEADINGS = {Publicity.PUBLIC: "Öffentliche Sitzung", Publicity.CLOSED: "Nichtöffentliche Sitzung"}


def add_item(presenter: AgendaPresenter, view: AgendaView) -> None:
    """Add an item after the current row, or at the end."""
    row = view.current_row
    if row:
        presenter.add_after(row.id)
    else:
        presenter.add_at_end()


def enter(presenter: AgendaPresenter, view: AgendaView) -> None:
    """Go on from the row that is being written."""
    if view.current_row and view.editor:
        presenter.enter(view.current_row, view.editor.caret)


def join_above(presenter: AgendaPresenter, view: AgendaView) -> None:
    """Join the row that is being written to the one above."""
    if view.current_row:
        presenter.join_above(view.current_row)


def join_below(presenter: AgendaPresenter, view: AgendaView) -> None:
    """Join the next item to the one that is being written."""
    if view.current_row:
        presenter.join_below(view.current_row)


def delete(presenter: AgendaPresenter, view: AgendaView) -> None:
    """Delete the chosen rows; of a published title alone the words go, not the item."""
    rows = view.chosen_rows
    if rows and all(row.field is Field.PUBLISHED for row in rows):
        for row in rows:
            presenter.write(row, "")
    else:
        presenter.delete(view.chosen)


def add_part(presenter: AgendaPresenter, view: AgendaView, publicity: Publicity) -> None:
    """Add a part after the one with the current row."""
    row = view.current_row
    part = find_part(presenter.agenda, row.id) if row else None
    presenter.add_part(part.id if part else "", publicity, HEADINGS[publicity])


def set_publicity(presenter: AgendaPresenter, view: AgendaView, publicity: Publicity) -> None:
    """Make the part with the current row closed or public."""
    if view.current_row:
        presenter.set_publicity(view.current_row.id, publicity)


ACTS: dict[str, Act] = {
    "add-item": add_item,
    "append-item": add_item,
    "enter": enter,
    "join-above": join_above,
    "join-below": join_below,
    "indent": lambda presenter, view: presenter.indent(view.chosen),
    "outdent": lambda presenter, view: presenter.outdent(view.chosen),
    "move-up": lambda presenter, view: presenter.move(view.chosen, -1),
    "move-down": lambda presenter, view: presenter.move(view.chosen, 1),
    "duplicate": lambda presenter, view: presenter.duplicate(view.chosen),
    "delete": delete,
    "no-label": lambda presenter, view: presenter.label(view.chosen, ""),
    "add-part": lambda presenter, view: add_part(presenter, view, Publicity.PUBLIC),
    "add-closed-part": lambda presenter, view: add_part(presenter, view, Publicity.CLOSED),
    "close-part": lambda presenter, view: set_publicity(presenter, view, Publicity.CLOSED),
    "open-part": lambda presenter, view: set_publicity(presenter, view, Publicity.PUBLIC),
}
