"""What a clerk may type for a day and a time, and how it is understood."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeeditor.notice.dates import MONTHS, WEEKDAYS, write_date
from noticeeditor.notice.moment import Misread, Moment, Reason, read_date, read_moment, read_time

FRIDAY = dt.date(2023, 9, 29)
SEED = dt.date(2023, 10, 9)


@pytest.mark.parametrize(
    "typed",
    [
        "9.10.", "9.10", "09.10.", "9.10.23", "09.10.2023", "9. 10. 2023", "9.10. 2023", "091023", "09102023",
        "9. Oktober", "9 oktober", "9.okt", "9. Okt. 2023", "09. OKTOBER 2023", "2023-10-09", "2023-10-9", "20231009",
        "kw 41", "KW41", "kw 41 mo", "mo kw 41", "KW 41/2023 Mo", "kw 41 2023, montag",
        "+10", "+ 10", "Mo., 9.10.", "Montag, den 09. Oktober 2023", "Montag, 09.10.2023", "am Montag, dem 9.10.2023",
        "den 9.10.", "9.", "  9.10.  ", "9.10.,",
    ],
)  # fmt: skip
def test_the_day_of_the_seed_sitting_is_understood_as(typed):
    assert read_date(typed, FRIDAY) == SEED


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("heute", FRIDAY),
        ("morgen", dt.date(2023, 9, 30)),
        ("übermorgen", dt.date(2023, 10, 1)),
        ("uebermorgen", dt.date(2023, 10, 1)),
        ("gestern", dt.date(2023, 9, 28)),
        ("mo", dt.date(2023, 10, 2)),
        ("Montag", dt.date(2023, 10, 2)),
        ("sonnabend", dt.date(2023, 9, 30)),
        ("+2w", dt.date(2023, 10, 13)),
        ("-1", dt.date(2023, 9, 28)),
        ("3. märz", dt.date(2024, 3, 3)),
        ("3. maerz", dt.date(2024, 3, 3)),
        ("29.2.", dt.date(2024, 2, 29)),
        ("31.", dt.date(2023, 10, 31)),
        ("9. mai", dt.date(2024, 5, 9)),
    ],
)
def test_words_count_from_today(typed, day):
    assert read_date(typed, FRIDAY) == day


def test_a_weekday_is_the_next_one_after_today():
    assert read_date("fr", FRIDAY) == dt.date(2023, 10, 6)


def test_a_day_without_a_year_is_the_next_one_and_may_be_today():
    assert read_date("29.9.", FRIDAY) == FRIDAY
    assert read_date("28.9.", FRIDAY) == dt.date(2024, 9, 28)


def test_a_week_without_a_year_looks_over_the_turn_of_the_year():
    assert read_date("kw 53 fr", dt.date(2027, 1, 1)) == dt.date(2027, 1, 1)
    assert read_date("kw 1 mo", dt.date(2026, 12, 30)) == dt.date(2027, 1, 4)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("31.2.", Reason.IMPOSSIBLE),
        ("29.2.2023", Reason.IMPOSSIBLE),
        ("18.30", Reason.IMPOSSIBLE),
        ("0.1.", Reason.IMPOSSIBLE),
        ("kw 54", Reason.IMPOSSIBLE),
        ("kw 53 2023", Reason.IMPOSSIBLE),
        ("9.10.1023", Reason.IMPOSSIBLE),
        ("+99999", Reason.IMPOSSIBLE),
        ("9/10", Reason.AMBIGUOUS),
        ("10/9/2023", Reason.AMBIGUOUS),
        ("18", Reason.AMBIGUOUS),
        ("9. ju", Reason.AMBIGUOUS),
        ("demnächst", Reason.UNKNOWN),
        ("9. brumaire", Reason.UNKNOWN),
        ("18:00", Reason.UNKNOWN),
        ("٩.١٠.", Reason.UNKNOWN),
        (".", Reason.UNKNOWN),
    ],
)
def test_what_is_no_day_has_a_reason(typed, reason):
    assert read_date(typed, FRIDAY) == Misread(reason)


def test_a_weekday_that_contradicts_its_day_is_said_with_the_day():
    assert read_date("Di, 9.10.2023", FRIDAY) == Misread(Reason.WEEKDAY, SEED)


def test_nothing_typed_is_no_day_and_no_mistake():
    assert read_date("  ", FRIDAY) is None
    assert read_time("") is None
    assert read_moment("", FRIDAY) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("18", dt.time(18)),
        ("18:00", dt.time(18)),
        ("1800", dt.time(18)),
        ("18 Uhr", dt.time(18)),
        ("18uhr", dt.time(18)),
        ("18:00 Uhr", dt.time(18)),
        ("um 18 Uhr", dt.time(18)),
        ("18h", dt.time(18)),
        ("18.30", dt.time(18, 30)),
        ("18,30", dt.time(18, 30)),
        ("18h30", dt.time(18, 30)),
        ("18 Uhr 30", dt.time(18, 30)),
        ("16.30 Uhr", dt.time(16, 30)),
        ("830", dt.time(8, 30)),
        ("8", dt.time(8)),
        ("0", dt.time(0)),
    ],
)
def test_a_time_is_understood(typed, time):
    assert read_time(typed) == time


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("24", Reason.IMPOSSIBLE),
        ("18:60", Reason.IMPOSSIBLE),
        ("1867", Reason.IMPOSSIBLE),
        ("abends", Reason.UNKNOWN),
        ("18:0", Reason.UNKNOWN),
        ("18 30 00", Reason.UNKNOWN),
    ],
)
def test_what_is_no_time_has_a_reason(typed, reason):
    assert read_time(typed) == Misread(reason)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("mo 18", Moment(dt.date(2023, 10, 2), dt.time(18))),
        ("Mo, 18 Uhr", Moment(dt.date(2023, 10, 2), dt.time(18))),
        ("morgen um 16.30 Uhr", Moment(dt.date(2023, 9, 30), dt.time(16, 30))),
        ("9.10. 18", Moment(SEED, dt.time(18))),
        ("9.10.23 1630", Moment(SEED, dt.time(16, 30))),
        ("kw 41 mo 18", Moment(SEED, dt.time(18))),
        ("9. Oktober 2023, 18:00 Uhr", Moment(SEED, dt.time(18))),
        ("Montag, den 09. Oktober 2023, um 18:00 Uhr", Moment(SEED, dt.time(18))),
        ("+10 18 uhr 30", Moment(SEED, dt.time(18, 30))),
        ("9.10.", Moment(SEED)),
    ],
)
def test_a_time_may_stand_behind_the_day(typed, moment):
    assert read_moment(typed, FRIDAY) == moment


@pytest.mark.parametrize(
    ("typed", "misread"),
    [
        ("mo 25", Misread(Reason.IMPOSSIBLE)),
        ("31.2. 18", Misread(Reason.IMPOSSIBLE)),
        ("di 9.10. 18", Misread(Reason.WEEKDAY, SEED)),
        ("mo achtzehn", Misread(Reason.UNKNOWN)),
    ],
)
def test_the_reason_of_a_moment_is_that_of_its_wrong_part(typed, misread):
    assert read_moment(typed, FRIDAY) == misread


days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
PATTERNS = (
    "d.M.yyyy", "dd.MM.yyyy", "d. MMMM y", "dd. MMMM y", "yyyy-MM-dd", "ddMMyyyy", "yyyyMMdd", "EEEE, dd.MM.yyyy",
    "EEEE, 'den' dd. MMMM y", "'am' EEEE, 'dem' d. MMMM y", "E, d.M.yyyy", "E d. MMMM y",
)  # fmt: skip


@given(days, days, st.sampled_from(PATTERNS))
def test_every_day_reads_back_in_every_form(day, today, pattern):
    assert read_date(write_date(day, pattern), today) == day
    assert read_date(write_date(day, pattern).upper(), today) == day


@given(days, st.integers(0, 360))
def test_every_day_of_the_year_ahead_reads_back_without_its_year(today, ahead):
    day = today + dt.timedelta(ahead)
    if day.year > 2199:
        return
    for pattern in ("d.M.", "dd.MM.", "d. MMMM", "d.M"):
        assert read_date(write_date(day, pattern), today) == day


@given(days)
def test_every_week_reads_back(day):
    year, week, weekday = day.isocalendar()
    typed = f"KW {week}/{year} {WEEKDAYS[weekday - 1][:2]}"
    assert read_date(typed, FRIDAY) == day or not 1900 <= day.year <= 2199


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)), days)
def test_every_time_reads_back_alone_and_behind_a_day(time, day):
    for form in (f"{time:%H:%M}", f"{time:%H.%M} Uhr", f"{time:%H%M}", f"{time.hour}:{time:%M}"):
        assert read_time(form) == time
        assert read_moment(f"{day:%d.%m.%Y} {form}", FRIDAY) == Moment(day, time)


@given(st.text(max_size=40))
def test_nothing_that_is_typed_raises(typed):
    read_moment(typed, FRIDAY)
    read_time(typed)


@given(st.text("0123456789.+-/ kwmodiuhrabesjäü:,", max_size=20))
def test_nothing_that_looks_like_a_moment_raises(typed):
    read_moment(typed, dt.date(9999, 12, 31))
    read_moment(typed, dt.date(1, 1, 1))


def test_all_months_are_known_by_three_letters():
    assert [read_date(f"1. {name[:3]} 2024", FRIDAY) for name in MONTHS] == [
        dt.date(2024, month, 1) for month in range(1, 13)
    ]
