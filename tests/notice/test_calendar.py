"""Holidays as data: the list of the law, the table against its source, and counting days."""

from __future__ import annotations

import datetime as dt
import importlib.util
from pathlib import Path

import pytest
from dateutil.easter import easter as easter_of_dateutil

from noticeeditor import assets
from noticeeditor.desk.planning import HOLIDAYS, holidays_of
from noticeeditor.notice.calendar import easter, read_holidays

RP = holidays_of("RP")
FREEZER = Path(__file__).parents[2] / "packaging" / "freeze_holidays.py"

# Feiertagsgesetz Rheinland-Pfalz; the movable ones of 2023 and 2027 from a printed calendar
HOLIDAYS_RP = {
    2023: "01-01 04-07 04-10 05-01 05-18 05-29 06-08 10-03 11-01 12-25 12-26",
    2027: "01-01 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26",
}


def freezer():
    spec = importlib.util.spec_from_file_location("freeze_holidays", FREEZER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize("year", HOLIDAYS_RP)
def test_the_holidays_of_rheinland_pfalz_are_those_of_its_law(year):
    found = sorted(f"{known:%m-%d}" for known in RP.holidays if known.year == year)
    assert found == HOLIDAYS_RP[year].split()


def test_reformation_day_2017_was_a_holiday_everywhere():
    assert RP.holiday(day("2017-10-31")) == "Reformationstag"
    assert RP.holiday(day("2018-10-31")) == ""


def test_the_frozen_table_is_what_its_source_says():
    assert assets.read(HOLIDAYS).decode() == freezer().table()


def test_a_holiday_has_its_german_name():
    assert RP.holiday(day("2023-10-03")) == "Tag der Deutschen Einheit"


def test_another_state_has_other_holidays():
    assert holidays_of("SN").holiday(day("2023-11-22")) == "Buß- und Bettag"
    assert RP.holiday(day("2023-11-22")) == ""


def test_years_outside_the_table_are_not_covered():
    assert RP.covers(day("2060-12-31"))
    assert not RP.covers(day("2061-01-01"))


@pytest.mark.parametrize("year", [1999, 2000, 2023, 2024, 2038, 2049, 2076, 2199])
def test_easter_is_the_easter_of_the_church(year):
    assert easter(year) == easter_of_dateutil(year)


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("2023-10-02", True),
        ("2023-10-03", False),
        ("2023-10-07", False),
        ("2023-10-08", False),
        ("2024-02-12", True),
    ],
    ids=["Monday", "3 October", "Saturday", "Sunday", "Carnival Monday"],
)
def test_working_days_are_weekdays_without_a_holiday(text, works):
    assert RP.is_working_day(day(text)) is works


def test_working_days_are_counted_backwards_over_holidays():
    assert RP.working_days_before(day("2024-04-02"), 1) == day("2024-03-28")
    assert RP.working_days_before(day("2024-03-29"), 0) == day("2024-03-28")


def test_a_closed_day_is_no_working_day_and_no_holiday():
    calendar = read_holidays("2024;2024\n", "RP")
    closed = type(calendar)("RP", 2024, 2024, {}, {day("2024-02-12"): "Rosenmontag"})
    assert not closed.is_working_day(day("2024-02-12"))
    assert closed.holiday(day("2024-02-12")) == ""
