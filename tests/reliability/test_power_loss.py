"""No acknowledged save is lost when the power fails, at whatever moment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.disk import build_recorder, power_losses, recording
from tests.reliability.writer import wrong_with

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("gcc") is None, reason="the recorder needs Linux and gcc"
)


@pytest.fixture(scope="module")
def recorder(tmp_path_factory):
    return build_recorder(tmp_path_factory.mktemp("recorder"))


@pytest.fixture
def lose_power(recorder, tmp_path):
    """Record the writer, then lose the power after each of its operations; return the count and what was lost."""

    def lose(saves, each, fault="", seed=11):
        folder, log, scratch = tmp_path / "store", tmp_path / "log", tmp_path / "scratch"
        folder.mkdir()
        scratch.mkdir()
        subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.reliability.writer",
                str(folder),
                str(saves),
                *([fault] if fault else []),
            ],
            cwd=ROOT,
            env=recording(recorder, folder, log),
            check=True,
        )
        return power_losses(log, scratch, each, seed=seed, survives=wrong_with)

    return lose


@pytest.mark.parametrize("fault", ["", "older"], ids=["write-ahead log", "rollback journal"])
def test_a_few_power_losses_lose_nothing(lose_power, fault):
    count, lost = lose_power(saves=3, each=1, fault=fault)
    assert count > 20
    assert lost == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("fault", ["", "older"], ids=["write-ahead log", "rollback journal"])
def test_ten_thousand_power_losses_lose_nothing(lose_power, fault, seed, capsys):
    """Twenty parts of five hundred and more, for no test may run for minutes."""
    count, lost = lose_power(saves=9, each=1, fault=fault, seed=seed)
    with capsys.disabled():
        print(f"\n{count} power losses ({fault or 'newest'} SQLite): {len(lost)} lost something")
    assert count >= 500
    assert lost == []


def test_weaker_syncing_is_found(lose_power):
    """The simulation sees what it is for: with synchronous NORMAL it loses acknowledged saves."""
    _, lost = lose_power(saves=4, each=1, fault="weaker")
    assert lost
