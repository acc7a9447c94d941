"""A table of issues is read as publishers write it."""

from __future__ import annotations

import datetime as dt

import pytest

from noticeeditor.authority.gazette import IssueEntry, Organ
from noticeeditor.codec.issuetable import read_table
from noticeeditor.errors import Problem

ORGAN = Organ("Kreisnachrichten")
ISSUE_40 = IssueEntry(2023, 40, dt.datetime.fromisoformat("2023-09-28T10:00"), dt.date(2023, 10, 6))
AT_NOON = IssueEntry(2023, 40, dt.datetime.fromisoformat("2023-09-28T12:00"), dt.date(2023, 10, 6))


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("KW 40\t28.09.2023\t10:00 Uhr\t06.10.2023", ISSUE_40),
        ("40 | 28.09.2023 10.00 Uhr | 06.10.2023", ISSUE_40),
        ("Nr. 40/2023; Do., 28.09.23, 10 Uhr; Fr., 06.10.23", ISSUE_40),
        ("Ausgabe 40: erscheint 06.10., Redaktionsschluss 28.09., 10:00", ISSUE_40),
        ("40;2023-09-28T10:00;2023-10-06", ISSUE_40),
        ("40;2023-09-28;2023-10-06", AT_NOON),
        ("KW 40 28.09.2023 06.10.2023", AT_NOON),
        ("KW 40 entfällt", IssueEntry(2023, 40, dropped=True)),
        (
            "KW 1 28.12. 05.01.",
            IssueEntry(2023, 1, dt.datetime.fromisoformat("2022-12-28T12:00"), dt.date(2023, 1, 5)),
        ),
    ],
)
def test_a_line_is_an_issue(line, entry):
    assert read_table(line, 2023, ORGAN) == (entry,)


def test_headings_and_empty_lines_are_passed_over():
    table = "Ausgabe;Redaktionsschluss;Erscheinungstag\n\nKW 40;28.09.2023;06.10.2023\n---\n"
    assert read_table(table, 2023, ORGAN) == (AT_NOON,)


@pytest.mark.parametrize("line", ["KW 40 31.09.2023 06.10.2023", "KW 40 06.10.2023", "28.09.2023 06.10.2023"])
def test_a_line_that_cannot_be_read_is_named(line):
    assert read_table(f"KW 39;21.09.2023;29.09.2023\n{line}", 2023, ORGAN) == (
        Problem("issue-table.line", "2", {"line": line}),
    )


def test_an_issue_that_stands_there_twice_is_named():
    table = "KW 40;28.09.2023;06.10.2023\nKW 40;27.09.2023;06.10.2023"
    assert read_table(table, 2023, ORGAN) == (Problem("key.duplicate", "", {"key": "40/2023"}),)


@pytest.mark.parametrize("table", ["", "Redaktionsplan\n", "\ufffd\ufffd"])
def test_a_table_without_an_issue_is_refused(table):
    assert read_table(table, 2023, ORGAN) == (Problem("issue-table.empty"),)
