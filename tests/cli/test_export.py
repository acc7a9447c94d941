"""``noticeeditor export`` as a user meets it: what it writes, says, refuses, and how it ends."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from noticeeditor.cli.main import run
from noticeeditor.codec import noticefile
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart
from tests.builders import a_notice

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SEED = SAMPLES / "klimaschutz-2023.notice.json"


@pytest.fixture(autouse=True)
def german(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


def a_file(folder, notice, name="a.notice.json"):
    path = folder / name
    path.write_bytes(noticefile.write(notice))
    return path


def export(*arguments):
    return run(["export", *map(str, arguments)])


@pytest.mark.parametrize("form", ["pdf", "archive", "pdf20"])
def test_a_sample_becomes_a_pdf(tmp_path, form):
    assert export(SEED, "--to", form, "-o", tmp_path / "seed.pdf") == 0
    assert (tmp_path / "seed.pdf").read_bytes().startswith(b"%PDF-")


def test_without_a_target_the_pdf_stands_beside_the_file(tmp_path):
    source = a_file(tmp_path, a_notice())
    assert export(source) == 0
    assert (tmp_path / "a.pdf").exists()


def test_a_folder_takes_several_files_and_is_made_where_it_is_missing(tmp_path):
    assert export(*sorted(SAMPLES.glob("*.notice.json")), "--to", "txt", "-o", tmp_path / "out") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "gesundheit-2023.txt",
        "klimaschutz-2023.txt",
    ]


def test_the_column_reports_its_height_and_lines(tmp_path, capsys):
    assert export(SEED, "--column", "-o", tmp_path) == 0
    assert "mm hoch" in capsys.readouterr().out
    assert (tmp_path / "klimaschutz-2023-spalte.pdf").exists()


def test_machines_get_json(tmp_path, capsys):
    assert export(SEED, "--json", "-o", tmp_path) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["pages"] == 1
    assert answer["bytes"] == (tmp_path / "klimaschutz-2023.pdf").stat().st_size
    assert answer["gaps"] == []


def test_an_existing_file_is_not_replaced_unasked(tmp_path, capsys):
    target = tmp_path / "seed.pdf"
    target.write_text("kept")
    assert export(SEED, "-o", target) == 2
    assert target.read_text() == "kept"
    assert "--force" in capsys.readouterr().err


def test_an_existing_file_is_replaced_when_told(tmp_path):
    target = tmp_path / "seed.pdf"
    target.write_text("old")
    assert export(SEED, "-o", target, "--force") == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_notice_with_gaps_is_written_and_its_gaps_are_named(tmp_path, capsys):
    notice = a_notice()
    source = a_file(tmp_path, replace(notice, sitting=replace(notice.sitting, venue=None)))
    assert export(source, "--to", "txt") == 1
    assert "[Ort]" in (tmp_path / "a.txt").read_text("utf-8")
    assert "opening: Hier fehlt noch eine Angabe" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "Das ist kein JSON (Zeile 1, Spalte 2)."),
        (b'{"schema": 7}', "Die Datei hat Version 7 des Formats"),
        (b'{"schema": 1, "sitting": {"date": "2023-02-30"}}', "sitting.date: „2023-02-30“ gibt es nicht."),
        (
            b'{"schema": 1, "remarks": ["a\\u0000"]}',
            "remarks[0]: Das Zeichen U+0000 an Stelle 2 ist ein Steuerzeichen.",
        ),
        (b'{"schema": 1, "kind": "x"}', "kind: „x“ ist nicht möglich."),
        (b'{"schema": 1, "authority": "nowhere"}', "authority: Ein Profil „nowhere“ gibt es nicht."),
        (b"[" * 200_000, "zu tief verschachtelt"),
    ],
)
def test_bad_input_gets_a_sentence_with_file_field_and_cure(tmp_path, capsys, content, sentence):
    source = tmp_path / "bad.notice.json"
    source.write_bytes(content)
    assert export(source) == 2
    assert sentence in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["bad.notice.json"]


def test_a_character_in_no_font_is_refused_with_its_place(tmp_path, capsys):
    items = (AgendaItem("i1", "Nilpferde \U00013170"),)
    source = a_file(tmp_path, a_notice(agenda=Agenda((AgendaPart("p1", "Teil", items=items),))))
    assert export(source) == 2
    assert "a.notice.json: item:i1: " in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_a_notice_names_a_known_house_and_no_file(tmp_path, capsys):
    profile = tmp_path / "own.toml"
    profile.write_bytes((SAMPLES.parent / "profiles" / "lindenau.toml").read_bytes())
    source = a_file(tmp_path, replace(a_notice(), authority=str(profile)))
    assert export(source) == 2
    assert "a.notice.json: authority: Ein Profil" in capsys.readouterr().err
    assert export(source, "--profile", profile) == 0


def test_a_bleed_that_no_press_asks_for_is_refused(tmp_path):
    assert export(SEED, "-o", tmp_path, "--bleed", "2") == 2


def test_many_files_are_written_and_told_in_order(tmp_path, capsys):
    sources = [a_file(tmp_path, a_notice(), f"n{n:02}.notice.json") for n in range(30)]
    (tmp_path / "n07.notice.json").write_text("{")
    assert export(*sources, "--to", "txt", "--json") == 2
    told = [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()]
    assert told == [str(source) for source in sources]
    assert len(list(tmp_path.glob("*.txt"))) == 29


def test_good_files_are_written_although_another_is_bad(tmp_path, capsys):
    bad = tmp_path / "bad.notice.json"
    bad.write_text("{")
    assert export(bad, SEED, "-o", tmp_path / "out") == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["klimaschutz-2023.pdf"]


def test_a_file_that_is_not_there_is_bad_input(tmp_path, capsys):
    assert export(tmp_path / "none.notice.json") == 2
    assert "Diese Datei gibt es nicht." in capsys.readouterr().err


def test_a_target_folder_that_cannot_be_made_is_refused(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert export(SEED, "-o", tmp_path / "file" / "deeper" / "seed.pdf") == 2
    assert str(tmp_path / "file") in capsys.readouterr().err


def test_the_language_follows_the_locale(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert export(tmp_path / "none.notice.json") == 2
    assert "There is no such file." in capsys.readouterr().err


def running(*arguments, **streams):
    """The command in a process of its own, as a shell runs it."""
    command = [sys.executable, "-X", "utf8", "-m", "noticeeditor", *map(str, arguments)]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE, **streams)


def test_a_full_disk_leaves_no_trace(tmp_path):
    def small_files_only():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))

    with running("export", SEED, "-o", tmp_path / "seed.pdf", preexec_fn=small_files_only) as done:
        told = done.stderr.read()
    assert done.returncode == 3, told
    assert "seed.pdf" in told
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_cannot_be_written_is_told(tmp_path):
    with (
        Path("/dev/full").open("w") as full,
        running("export", SEED, "-o", tmp_path / "seed.pdf", stdout=full) as done,
    ):
        told = done.stderr.read()
    assert done.returncode == 3
    assert told == (
        "Die Antwort konnte nicht ausgegeben werden: kein Platz mehr. Die Dateien, die sie nennen sollte, sind da; "
        "bitte prüfen, wohin die Ausgabe geht.\n"
    )
    assert (tmp_path / "seed.pdf").exists()


def test_a_reader_that_goes_ends_the_work_in_silence():
    with running("calendar", "--year", "2027", "--to", "json", stdout=subprocess.PIPE) as done:
        done.stdout.close()
        told = done.stderr.read()
    assert (done.returncode, told) == (3, "")


def test_an_interrupted_export_leaves_whole_files_only(tmp_path):
    sources = [a_file(tmp_path, a_notice(), f"n{n:03}.notice.json") for n in range(400)]
    with running("export", *sources, "-o", tmp_path / "out", stdout=subprocess.PIPE) as done:
        done.stdout.readline()  # the first file is there
        done.send_signal(signal.SIGINT)
        told = done.stderr.read()
    written = list((tmp_path / "out").iterdir())
    assert (done.returncode, told.strip()) == (3, "Abgebrochen.")
    assert 0 < len(written) < len(sources)
    assert all(path.suffix == ".pdf" and path.read_bytes().endswith(b"%%EOF\n") for path in written)


@pytest.mark.parametrize("place", ["{long}.pdf", "{long}/a.pdf", "a/{long}/b/a.pdf"])
def test_a_name_that_is_too_long_is_refused(tmp_path, capsys, place):
    assert export(SEED, "-o", tmp_path / place.format(long="x" * 300)) == 2
    assert "Dort kann keine Datei entstehen." in capsys.readouterr().err


def test_a_source_with_a_name_that_is_too_long_is_not_there(capsys):
    assert export("x" * 300) == 2
    assert "Diese Datei gibt es nicht." in capsys.readouterr().err


def test_a_folder_is_no_notice(tmp_path, capsys):
    assert export(tmp_path) == 2
    assert "Das ist ein Ordner. Bitte die Dateien darin nennen." in capsys.readouterr().err


def test_an_unknown_option_ends_as_bad_input():
    assert export("--wings") == 2


def test_the_version_is_printed(capsys):
    from noticeeditor import __version__

    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.fixture
def signed(tmp_path, monkeypatch):
    """A store with the demo; the case that is signed off and not yet released."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    store = tmp_path / "store.db"
    assert run(["demo", "--store", str(store)]) == 0
    from noticeeditor import wiring
    from noticeeditor.desk.values import Filter
    from noticeeditor.workflow.acts import State

    desk = wiring.open_desk(store)
    (found, *_) = desk.cases(Filter(states=frozenset({State.SIGNED_OFF})))
    desk.close()
    return store, found.id


def test_a_signed_case_is_exported_as_it_was_signed(signed, tmp_path, monkeypatch):
    store, case = signed
    assert export("--case", case, "--store", store, "--to", "txt", "-o", tmp_path / "before.txt") == 0
    monkeypatch.setattr("noticeeditor.layout.compose.opening_sentence", lambda notice: "Anders gesetzt.")
    assert export("--case", case, "--store", store, "--to", "txt", "-o", tmp_path / "after.txt") == 0
    assert (tmp_path / "after.txt").read_text("utf-8") == (tmp_path / "before.txt").read_text("utf-8")


def test_files_and_a_case_at_once_are_refused(tmp_path):
    assert export(SEED, "--case", "1") == 2
    assert export() == 2
