"""What is written on a command line: the number of a case, days and times."""

from __future__ import annotations

import datetime as dt
from typing import NoReturn

import click

from noticeeditor.i18n.texts import _

CASE = click.IntRange(1, 2**53)
YEARS = range(1900, 2200)


class Moment(click.DateTime):
    """A day, or a day with its time, within the years that a sitting can be in."""

    def __init__(self, formats: list[str], examples: str) -> None:
        super().__init__(formats)
        self.examples = examples

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        """Return the moment, or say how one is written."""
        try:
            found: dt.datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self._refuse(value, param, ctx)
        return found if found.year in YEARS else self._refuse(value, param, ctx)

    def _refuse(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> NoReturn:
        said = _("“{found}” is not possible. Write it like {examples}.")
        self.fail(said.format(found=value, examples=self.examples), param, ctx)


DAY = Moment(["%Y-%m-%d", "%d.%m.%Y"], "2023-10-09, 09.10.2023")
MOMENT = Moment(
    ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d", "%d.%m.%Y %H:%M", "%d.%m.%Y"],
    "2023-10-09T18:00, 09.10.2023 18:00, 09.10.2023",
)
