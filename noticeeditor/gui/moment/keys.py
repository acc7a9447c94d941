"""What the cheat sheet says of the fields for days and times."""

from __future__ import annotations

from noticeeditor.i18n.texts import N_

# what it does, the keys
SHEET: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Next day, day before; a quarter of an hour"), ("Up", "Down")),
    (N_("Next week, week before; an hour"), ("PgUp", "PgDown")),
    (N_("Open the calendar"), ("Alt+Down", "F4")),
    (N_("In the calendar: another month"), ("PgUp", "PgDown")),
)
