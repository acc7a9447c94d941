"""``noticeeditor profile`` and ``schema``."""

import json
from pathlib import Path

import pytest

from noticeeditor.cli.main import run

PROFILES = sorted((Path(__file__).parents[2] / "resources" / "profiles").glob("*.toml"))


@pytest.fixture(autouse=True)
def german(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


def test_the_shipped_profiles_are_fine(capsys):
    assert run(["profile", "check", *map(str, PROFILES)]) == 0
    assert capsys.readouterr().out.count("in Ordnung") == len(PROFILES)


def test_a_bad_profile_is_refused_with_every_problem(tmp_path, capsys):
    path = tmp_path / "x.toml"
    path.write_text("schema = 1\nkey = 'x'\n")
    assert run(["profile", "check", str(path)]) == 2
    assert "Das Feld „office“ fehlt." in capsys.readouterr().err


def test_problems_of_a_profile_for_machines(tmp_path, capsys):
    path = tmp_path / "x.toml"
    path.write_text("schema = 2")
    assert run(["profile", "check", "--json", str(path)]) == 2
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] == "schema.too-new"


def test_the_profiles_are_listed(capsys):
    assert run(["profile", "list"]) == 0
    assert "vulkaneifel\tLandkreis Vulkaneifel" in capsys.readouterr().out


def test_the_schema_is_printed(capsys):
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["schema"] == {"const": 1}
