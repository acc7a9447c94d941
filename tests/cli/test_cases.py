"""The commands at a store as a user meets them: what they say, refuse, and how they end."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from noticeeditor import wiring
from noticeeditor.cli.main import run
from noticeeditor.store.known import KnownStores

SEED = Path(__file__).parents[2] / "resources" / "samples" / "klimaschutz-2023.notice.json"


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    known = KnownStores(tmp_path / "known.json")
    monkeypatch.setattr(wiring, "known_stores", lambda: known)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store" / "notices.db"


@pytest.fixture
def command(path, capsys):
    """Run a command at the store; return its exit code, what it said, and what it complained of."""

    def call(*words):
        code = run([*map(str, words), "--store", str(path)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def answer(command):
    """Run a command with --json; return what it answers."""
    return lambda *words: json.loads(command(*words, "--json")[1])


def test_a_case_is_begun_from_a_file_found_and_shown(command):
    assert command("new", "--file", SEED) == (0, "Case 1: draft, revision 1.\n", "")
    code, said, _ = command("list")
    assert code == 0
    assert said == "     1  draft           09.10.2023  Ausschuss Klimaschutz, Mobilität und Infrastruktur\n"
    code, said, _ = command("search", "linienbuendel")
    assert "Start des Linienbündels Kylltal" in said
    code, said, _ = command("show", 1)
    assert said.startswith("Case 1: draft, revision 1.\n\nAMTLICHE BEKANNTMACHUNG\n")
    assert "create" in said.splitlines()[-1]


def test_a_case_is_begun_for_a_body_and_from_another_case(answer):
    first = answer("new", "--body", "klimaschutz", "--date", "2026-10-12")
    second = answer("new", "--from", 1, "--body", "kreistag", "--date", "19.10.2026")
    assert (first["case"], second["case"]) == (1, 2)
    listed = answer("list", "--order", "sitting")
    assert [(entry["case"], entry["date"]) for entry in listed] == [(1, "2026-10-12"), (2, "2026-10-19")]


def test_an_unknown_body_is_refused_with_the_known_ones(command):
    code, _, complaint = command("new", "--body", "nix")
    assert code == 2
    assert "kreistag" in complaint


def test_lists_and_searches_take_filters(command, answer):
    command("demo")
    states = [entry["state"] for entry in answer("list", "--state", "published", "--state", "withdrawn")]
    assert sorted(set(states)) == ["published", "withdrawn"]
    assert answer("list", "--body", "nix") == []
    assert answer("list", "--since", "2099-01-01") == []
    assert len(answer("list", "--limit", 3)) == 3
    (issue, *_) = {entry["issue"] for entry in answer("list", "--state", "published")}
    assert {entry["issue"] for entry in answer("list", "--issue", issue)} == {issue}
    assert {entry["state"] for entry in answer("search", "verschiedenes", "--state", "draft")} == {"draft"}
    assert command("list", "--issue", "x")[0] == 2


def test_a_snippet_marks_its_hits(command, answer):
    command("new", "--file", SEED)
    (hit,) = answer("search", "KYLLTAL")
    assert ["Kylltal", True] in hit["snippet"]


def test_acts_move_a_case_and_are_refused_with_a_sentence_and_exit_code_1(command, answer):
    command("new", "--file", SEED)
    assert answer("submit", 1)["state"] == "in-review"
    code, said, complaint = command("return", 1)
    assert (code, said) == (1, "")
    assert complaint == "Say why; without a reason this act (return) is not done.\n"
    assert answer("return", 1, "-m", "Ort prüfen")["state"] == "returned"
    assert answer("submit", 1)["state"] == "in-review"
    assert answer("recall", 1)["state"] == "draft"
    assert answer("publish", 1) == {
        "refused": "act.not-now",
        "sentence": "A notice that is “draft” cannot be treated so (record the publication). "
        "Possible now: change the wording, submit, withdraw.",
    }
    assert answer("withdraw", 1, "-m", "fällt aus")["state"] == "withdrawn"
    assert answer("reopen", 1)["state"] == "draft"
    assert "» Ort prüfen" in command("show", 1)[1]


def test_whoever_wrote_is_told_that_another_must_sign(command):
    command("new", "--file", SEED)
    command("submit", 1)
    code, _, complaint = command("sign-off", 1)
    assert code == 1
    assert "four eyes" in complaint


def test_a_released_notice_is_published_with_its_day(command, answer):
    command("demo")
    case = answer("list", "--state", "released")[0]["case"]
    assert command("publish", case)[0] == 1
    assert command("publish", case, "--day", "2020-01-02")[0] == 1
    assert answer("publish", case, "--day", dt.date.today().isoformat())["state"] == "published"  # noqa: DTZ011 - the local day, as at the desk


def test_cases_are_listed_by_the_account_that_wrote_them(command, answer):
    command("new", "--file", SEED)
    assert len(answer("list", "--person", wiring.account())) == 1
    assert command("list", "--person", "nobody-here")[0] == 2


def test_a_store_that_was_named_by_mistake_is_not_made(command, tmp_path):
    slip = tmp_path / "slip.db"
    assert run(["list", "--store", str(slip)]) == 2
    assert not slip.exists()


def test_every_demo_case_is_in_a_state_and_the_trail_is_whole(command, answer):
    assert command("demo")[0] == 0
    states = {entry["state"] for entry in answer("list")}
    assert states == {"draft", "in-review", "returned", "signed-off", "released", "published", "withdrawn"}
    assert {entry["kind"] for entry in answer("list")} == {"sitting", "correction"}
    assert answer("audit", "verify")["sound"]


def test_the_demo_fills_only_an_empty_store(command):
    command("new", "--file", SEED)
    code, _, complaint = command("demo")
    assert code == 2
    assert "only an empty store" in complaint


def test_versions_are_compared_word_by_word(command, answer):
    command("demo")
    signed = answer("list", "--state", "signed-off")[0]["case"]
    assert command("diff", f"{signed}@1", signed) == (0, "", "")
    code, said, _ = command("diff", signed, 1)
    assert code == 1
    assert "[-" in said
    assert "{+" in said
    assert "Date (changed)" in said
    assert "Item 2. (changed)" in said
    found = answer("diff", signed, 1)
    assert {"field", "change", "before", "after"} == set(found[0])
    assert command("diff", "nix", 1)[0] == 2


def test_the_trail_is_shown_and_verified_against_a_noted_head(command, answer):
    command("new", "--file", SEED)
    assert [entry["act"] for entry in answer("audit", "show")] == ["create"]
    assert answer("audit", "show", 99) == []
    head = answer("audit", "verify")["head"]
    command("submit", 1)
    assert command("audit", "verify", "--anchor", head.upper())[0] == 0
    code, said, _ = command("audit", "verify", "--anchor", "f" * 64)
    assert code == 1
    assert "written anew" in said


def test_a_backup_is_restored_and_the_old_file_kept(command, answer, path):
    command("new", "--file", SEED)
    kept = answer("backup")["backup"]
    command("submit", 1)
    code, said, _ = command("restore")
    assert code == 0
    assert kept in said
    assert answer("list")[0]["state"] == "draft"
    assert [entry["act"] for entry in answer("audit", "show")] == ["create", "restore"]
    assert [entry.suffix for entry in path.parent.iterdir() if "replaced" in entry.name] == [".replaced"]


def test_the_first_change_of_a_day_is_backed_up(command, path):
    command("list")
    assert not wiring.backup_folder(path).exists()
    command("new", "--file", SEED)
    first = list(wiring.backup_folder(path).iterdir())
    command("new", "--file", SEED)
    assert list(wiring.backup_folder(path).iterdir()) == first
    assert len(first) == 1


def test_a_backup_that_fails_is_told_and_fails_nothing_else(command, path):
    path.parent.mkdir()
    wiring.backup_folder(path).write_text("no folder")
    code, said, complaint = command("new", "--file", SEED)
    assert (code, said) == (0, "Case 1: draft, revision 1.\n")
    assert complaint.startswith("The backup")


def test_without_a_backup_there_is_nothing_to_restore(command):
    code, _, complaint = command("restore")
    assert code == 3
    assert complaint.startswith("There is no backup")


def test_vacuum_tells_the_sizes(command, answer):
    command("demo")
    sizes = answer("vacuum")
    assert sizes["before"] > 0
    assert sizes["after"] > 0
    assert answer("search", "kylltal") != []


def test_a_case_that_is_not_there_is_a_wrong_question(command):
    command("new", "--file", SEED)
    for words in (["show", 9], ["submit", 9], ["diff", "9", "9"]):
        code, _, complaint = command(*words)
        assert (code, complaint) == (2, "There is no case 9.\n")


def test_an_emptied_store_is_not_taken_for_a_new_one(command, path):
    command("new", "--file", SEED)
    path.write_bytes(b"")
    code, _, complaint = command("list")
    assert code == 3
    assert "is empty" in complaint
    path.unlink()
    assert "is gone" in command("list")[2]


def test_damage_names_the_newest_good_backup_whenever_it_is_found(command, answer, path):
    command("new", "--file", SEED)
    backup = answer("backup")["backup"]
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Daun", b"Bonn"))
    code, _, complaint = command("show", 1)
    assert code == 3
    assert complaint.endswith(f"The newest good backup is {backup}.\n")
    path.write_bytes(b"")
    assert command("list")[2].endswith(f"The newest good backup is {backup}.\n")
    Path(backup).unlink()
    assert command("list")[2].endswith("There is no good backup.\n")


def test_the_help_of_every_command_can_be_read(capsys):
    for name in ("list", "show", "new", "search", "submit", "return", "recall", "sign-off", "release", "publish",
                 "withdraw", "reopen", "diff", "audit", "backup", "restore", "vacuum", "demo"):  # fmt: skip
        assert run([name, "--help"]) == 0
        assert name in capsys.readouterr().out
