"""``check``, ``deadlines`` and ``calendar`` on the command line."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from noticeeditor import assets
from noticeeditor.authority.gazette import IssueEntry, Organ
from noticeeditor.cli.main import run
from noticeeditor.codec import noticefile
from noticeeditor.codec.structure import decode
from noticeeditor.notice.notice import Notice
from tests.builders import a_notice
from tests.checks.context import with_item, with_sitting

SAMPLES = [assets.path(f"samples/{name}.notice.json") for name in ("gesundheit-2023", "klimaschutz-2023")]


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def written(folder: Path, notice: Notice, name: str = "a") -> str:
    path = folder / f"{name}.notice.json"
    path.write_bytes(noticefile.write(notice))
    return str(path)


def test_hints_alone_end_well(capsys):
    assert run(["check", *map(str, SAMPLES), "--today", "2023-09-27"]) == 0
    told = capsys.readouterr().out
    assert "hint: Body: The genitive of “Ausschuss” is “Ausschusses”." in told


def test_warnings_end_with_findings(tmp_path, capsys):
    path = written(tmp_path, with_item("Antrag: „Mehr Grün"))
    assert run(["check", path, "--today", "27.09.2023"]) == 1
    assert "warning: Item 1.: The quotation mark „ has no partner" in capsys.readouterr().out


def test_obstacles_end_with_findings_and_stand_first(tmp_path, capsys):
    path = written(tmp_path, with_sitting(time=None))
    assert run(["check", path, "--today", "2023-09-27"]) == 1
    assert (
        capsys.readouterr().out.splitlines()[0]
        == f"{path}: obstacle: Time: The time of the sitting is missing."
    )


def test_a_notice_of_an_unknown_house_is_named_and_the_others_are_checked(tmp_path, capsys):
    bad = written(tmp_path, replace(a_notice(), authority="nowhere"), "bad")
    good = written(tmp_path, with_item("Bericht über über die Lage"))
    assert run(["check", bad, good, "--today", "2023-09-27"]) == 2
    told = capsys.readouterr()
    assert f"{bad}: authority: There is no profile “nowhere”. Known are" in told.err
    assert "“über” stands there twice" in told.out


def test_a_file_that_cannot_be_read_ends_as_bad_input_and_the_others_are_checked(tmp_path, capsys):
    good = written(tmp_path, with_item("Bericht über über die Lage"))
    assert run(["check", str(tmp_path / "gone.notice.json"), good, "--today", "2023-09-27"]) == 2
    told = capsys.readouterr()
    assert "“über” stands there twice" in told.out
    assert "gone.notice.json: There is no such file" in told.err


def test_files_are_checked_against_one_another(tmp_path, capsys):
    first = a_notice()
    second = replace(first, sitting=replace(first.sitting, time=first.sitting.time.replace(hour=19)))
    paths = [written(tmp_path, first, "first"), written(tmp_path, second, "second")]
    run(["check", *paths, "--today", "2023-09-27", "--json"])
    rules = [
        [f["rule"] for f in json.loads(line)["findings"]] for line in capsys.readouterr().out.splitlines()
    ]
    assert all({"room.taken", "body.twice"} <= set(found) for found in rules)


def test_for_machines_a_finding_has_rule_field_facts_sentence_ground_and_fix(tmp_path, capsys):
    path = written(tmp_path, with_item("Ortstermin am Sonntag, dem 14.10.2023"))
    run(["check", path, "--today", "2023-09-27", "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    found = next(finding for finding in findings if finding["rule"] == "date.weekday")
    assert found["facts"] == {
        "written": "Sonntag",
        "date": "2023-10-14",
        "expected": "Samstag",
        "position": 14,
    }
    assert found["sentence"] == "14.10.2023 is a Saturday, not a Sunday."
    assert found["fix"] == {"start": 14, "end": 21, "text": "Samstag"}
    assert (found["field"], found["severity"], found["place"]) == ("item:item-1", "warning", "Item 1.")


def test_words_are_looked_up_when_asked(tmp_path, capsys):
    path = written(tmp_path, with_item("die Niderschrift"))
    assert run(["check", path, "--today", "2023-09-27", "--spelling"]) == 0
    assert "hint: Item 1.: “Niderschrift” is not in the dictionary." in capsys.readouterr().out


def test_grounds_name_the_rule_with_source_date_and_certainty(tmp_path, capsys):
    path = written(tmp_path, with_sitting(time=None))
    run(["check", path, "--today", "2023-09-27", "--grounds"])
    assert "(§ 34 Abs. 6 GemO; as of 22.11.2026; unverified)" in capsys.readouterr().out


def test_the_plan_of_the_seed_sitting(capsys):
    assert run(["deadlines", "--sitting", "2023-10-09T18:00", "--now", "2023-09-27"]) == 0
    told = capsys.readouterr().out
    assert "  Fri 29.09.2023 12:00  Copy deadline of issue 40/2023, Kreisnachrichten" in told
    assert (
        "  Wed 04.10.2023        Last day for the invitation  [§ 34 Abs. 3 GemO; § 27 LKO; as of 22.11.2026; unverified]"
        in told
    )
    assert (
        "Signed now: Kreisnachrichten 40/2023, complete Fri 06.10.2023, earliest sitting Sat 07.10.2023."
        in told
    )


def test_a_plan_without_known_holidays_says_so(capsys):
    assert run(["deadlines", "--sitting", "2061-03-01"]) == 1
    assert "The public holidays of 2061 are not known." in capsys.readouterr().out


def test_a_plan_that_is_too_late_says_what_remains(capsys):
    assert run(["deadlines", "--sitting", "2023-10-09T18:00", "--now", "2023-09-29T12:01"]) == 1
    told = capsys.readouterr().out
    assert "It is too late for this sitting. What remains:" in told
    assert "look into the main bylaw. [Hauptsatzung; as of 22.11.2026; unverified]" in told


def test_a_body_lends_its_usual_time(capsys):
    run(["deadlines", "--sitting", "2023-10-09", "--body", "gesundheit", "--now", "2023-09-27", "--json"])
    assert json.loads(capsys.readouterr().out)["sitting"] == "2023-10-09T16:30"


def test_an_unknown_body_is_bad_input(capsys):
    assert run(["deadlines", "--sitting", "2023-10-09", "--body", "nirgends"]) == 2
    assert "The profile has no body “nirgends”. Known are: kreistag" in capsys.readouterr().err


def test_a_sitting_that_is_no_day_is_bad_input():
    assert run(["deadlines", "--sitting", "2023-02-30"]) == 2


def test_the_calendar_of_a_year_is_a_table_with_its_sources(capsys):
    assert run(["calendar", "--year", "2026"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Kreisnachrichten 53/2026    Thu 24.12.2026 12:00    Thu 31.12.2026  Fri 01.01.2027" in lines
    assert len(lines) == 1 + 53 + 1
    assert lines[-1].endswith("assumed, not confirmed")


def test_the_calendar_for_machines_holds_issues_and_holidays(capsys):
    run(["calendar", "--year", "2023", "--to", "json"])
    plain = json.loads(capsys.readouterr().out)
    assert plain["issues"][39] == {
        "gazette": "Kreisnachrichten",
        "number": 40,
        "year": 2023,
        "copy_deadline": "2023-09-29T12:00",
        "appears": "2023-10-06",
        "earliest_sitting": "2023-10-07",
    }
    assert plain["holidays"]["2023-10-03"] == "Tag der Deutschen Einheit"


def test_the_calendar_as_icalendar_is_read_by_others_and_tentative_until_confirmed(tmp_path):
    target = tmp_path / "2023.ics"
    assert run(["calendar", "--year", "2023", "--to", "ics", "-o", str(target)]) == 0
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert len(events) == 2 * 52
    deadline = next(
        event for event in events if event["summary"] == "Redaktionsschluss Kreisnachrichten 40/2023"
    )
    assert deadline.decoded("dtstart").isoformat() == "2023-09-29T12:00:00"
    assert {str(event["status"]) for event in events} == {"TENTATIVE"}


def test_a_calendar_that_exists_is_not_replaced_by_accident(tmp_path):
    target = tmp_path / "2023.ics"
    target.write_text("mine")
    assert run(["calendar", "--year", "2023", "--to", "ics", "-o", str(target)]) != 0
    assert target.read_text() == "mine"
    assert run(["calendar", "--year", "2023", "--to", "ics", "-o", str(target), "--force"]) == 0


def test_the_same_year_gives_the_same_bytes(tmp_path):
    for name in ("a.ics", "b.ics"):
        run(["calendar", "--year", "2024", "--to", "ics", "-o", str(tmp_path / name)])
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_a_table_of_the_publisher_replaces_the_rules(tmp_path, capsys):
    table = tmp_path / "plan.txt"
    table.write_text("KW;Schluss;erscheint\n40;28.09.2023 10:00;06.10.2023\nKW 41 entfällt\n", "utf-8")
    assert run(["calendar", "--year", "2023", "--table", str(table), "--to", "json"]) == 0
    (issue,) = json.loads(capsys.readouterr().out)["issues"]
    assert (issue["number"], issue["copy_deadline"]) == (40, "2023-09-28T10:00")


def test_a_table_in_the_encoding_of_windows_is_read(tmp_path, capsys):
    table = tmp_path / "plan.txt"
    table.write_bytes("KW 40 28.09.2023 06.10.2023\nKW 41 entfällt".encode("cp1252"))
    assert run(["calendar", "--year", "2023", "--table", str(table)]) == 0
    assert "40/2023" in capsys.readouterr().out


def test_a_table_that_cannot_be_read_is_bad_input_with_the_line(tmp_path, capsys):
    table = tmp_path / "plan.txt"
    table.write_text("KW 40;31.09.2023;06.10.2023")
    assert run(["calendar", "--year", "2023", "--table", str(table)]) == 2
    assert "1: The line “KW 40;31.09.2023;06.10.2023” is no issue" in capsys.readouterr().err


def test_a_table_becomes_entries_of_a_profile(tmp_path, capsys):
    table = tmp_path / "plan.txt"
    table.write_text("KW 40;28.09.2023;06.10.2023")
    run(["calendar", "--year", "2023", "--table", str(table), "--to", "toml"])
    (organ,) = tomllib.loads(capsys.readouterr().out)["gazette"]["organs"]
    assert decode(Organ, organ) == Organ(
        "Kreisnachrichten",
        entries=(IssueEntry(2023, 40, dt.datetime.fromisoformat("2023-09-28T12:00"), dt.date(2023, 10, 6)),),
        complete_years=(2023,),
    )


def test_a_gazette_that_the_profile_does_not_have_is_bad_input(tmp_path):
    table = tmp_path / "plan.txt"
    table.write_text("KW 40;28.09.2023;06.10.2023")
    assert run(["calendar", "--table", str(table), "--gazette", "Tageblatt"]) == 2


def test_several_organs_stand_in_one_calendar(capsys):
    run(["calendar", "--year", "2026", "--profile", "lindenau"])
    told = capsys.readouterr().out
    assert "Lindenauer Amtsblatt 1/2026" in told
    assert "Lindenauer Tageblatt 1/2026" in told


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "Fehler: Einen Befehl 'chek' gibt es nicht."),
        (["check"], "Fehler: Es fehlt 'FILE...'"),
        (["check", "a.notice.json", "--jsn"], "Fehler: Eine Option '--jsn' gibt es nicht."),
        (["calendar", "--to", "pdf"], "'pdf' ist keines von 'table', 'ics', 'json', 'toml'."),
        (
            ["check", "a.notice.json", "--today", "30.02.2023"],
            "„30.02.2023“ ist nicht möglich. Bitte schreiben wie 2023-10-09,",
        ),
        (["deadlines", "--sitting", "0001-01-01"], "„0001-01-01“ ist nicht möglich."),
        (["deadlines", "--sitting", "heute"], "Bitte schreiben wie 2023-10-09T18:00, 09.10.2023 18:00"),
        (["show", "9" * 30], "liegt nicht im Bereich 1<=x<="),
        (["calendar", "--year", "1"], "1 liegt nicht im Bereich 2000<=x<=2060."),
    ],
)
def test_a_wrong_call_is_explained_in_the_language_of_the_reader(monkeypatch, capsys, arguments, sentence):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert run(arguments) == 2
    assert sentence in capsys.readouterr().err


def test_help_is_in_the_language_of_the_reader(monkeypatch, capsys):
    assert run(["check", "--help"]) == 0
    assert "Usage: noticeeditor check" in capsys.readouterr().out
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    assert "Aufruf: noticeeditor" in told
    assert "Die Version zeigen." in told
