"""What the documentation shows is true: its example is a notice, its commands run."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from noticeeditor.cli.main import run
from noticeeditor.codec import noticefile
from noticeeditor.notice.notice import Notice

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md",
    "docs/notice-file.md",
    "docs/profile-file.md",
    "docs/command-line.md",
    "docs/deadlines.md",
    "docs/install.md",
    "docs/handbuch.md",
)
ISSUES = "Ausgabe;Redaktionsschluss;Erscheinungstag\n7;04.02.2027 10:00;12.02.2027\n8;12.02.2027 12:00;19.02.2027\n"


def blocks(page, language):
    text = (ROOT / page).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


def commands():
    for page in PAGES:
        for block in blocks(page, "sh"):
            lines = [line.partition(" #")[0].strip() for line in block.splitlines()]
            calls = [line.removeprefix(".venv/bin/") for line in lines]
            if any(call.startswith("noticeeditor ") for call in calls):
                yield pytest.param(
                    [call for call in calls if call.startswith(("noticeeditor ", "cp "))], id=page
                )


@pytest.mark.parametrize("lines", list(commands()))
def test_the_commands_of_a_page_run_from_top_to_bottom(lines, tmp_path, monkeypatch, capsys):
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    (tmp_path / "redaktionsplan.txt").write_text(ISSUES, "utf-8")  # what a publisher sends
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for line in lines:
        program, *arguments = shlex.split(line)
        expanded = [
            path
            for word in arguments
            for path in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
        ]
        if program == "cp":
            shutil.copy(*expanded)
        else:
            assert run(expanded) in {0, 1}, (line, capsys.readouterr().err)


def test_the_example_of_the_notice_file_is_a_notice():
    (example,) = blocks("docs/notice-file.md", "json")
    assert isinstance(noticefile.read(example.encode()), Notice)


def test_every_field_of_the_notice_file_is_described():
    page = (ROOT / "docs/notice-file.md").read_text("utf-8")
    schema = json.loads((ROOT / "resources/schema/notice-1.schema.json").read_text("utf-8"))
    assert [name for name in schema["properties"] if f"`{name}" not in page and name != "schema"] == []
