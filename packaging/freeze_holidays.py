"""Freeze the public holidays of all German states into resources/holidays/de.csv.

python packaging/freeze_holidays.py

The library ``holidays`` is the source; importing it takes longer than a whole export, so
the program reads this table, and a test compares the two.
"""

from __future__ import annotations

from pathlib import Path

import holidays

TARGET = Path(__file__).parent.parent / "resources" / "holidays" / "de.csv"
YEARS = range(2000, 2061)
STATES = tuple(state for state in holidays.Germany.subdivisions if len(state) == 2)
HEAD = f"""\
# Public holidays of the German states, frozen by packaging/freeze_holidays.py; do not edit.
# date;name;states (* for all). The next line is the first and the last year.
{YEARS[0]};{YEARS[-1]}
"""


def rows() -> list[str]:
    """Return a line for every holiday of the years, in order."""
    states: dict[tuple[str, str], list[str]] = {}
    for state in STATES:
        for day, names in holidays.Germany(subdiv=state, years=YEARS, language="de").items():
            for name in names.split("; "):
                states.setdefault((day.isoformat(), name), []).append(state)
    return [
        f"{day};{name};{'*' if len(found) == len(STATES) else ' '.join(sorted(found))}"
        for (day, name), found in sorted(states.items())
    ]


def table() -> str:
    """Return the whole table."""
    return HEAD + "\n".join(rows()) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(table(), "utf-8")
