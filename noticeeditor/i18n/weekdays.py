"""Days of the week in the language of the reader; in the notice they stay German."""

from __future__ import annotations

import datetime as dt

from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.dates import WEEKDAYS

SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
ENGLISH = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
LONG = {**dict(zip(WEEKDAYS, ENGLISH, strict=True)), "Sonnabend": ENGLISH[5]}


def day_words(day: dt.date) -> str:
    """Return a day with its short weekday: ``Wed 04.10.2023``."""
    return f"{_(SHORT[day.weekday()])} {day:%d.%m.%Y}"


def weekday_words(german: str) -> str:
    """Return the German name of a weekday in the language in use, any other word as it is."""
    return _(LONG[german]) if german in LONG else german
