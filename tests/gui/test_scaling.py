"""From 100 to 300 % nothing is cut off and nothing is out of reach on a screen of 1920 × 1080 pixels."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREEN = {"name": "usual", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}


def session(folder: Path, scale: float, language: str) -> subprocess.CompletedProcess[str]:
    """Run a session in a process of its own: Qt takes a scale at its start alone."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(scale),
    }
    command = [sys.executable, "-m", "tests.gui.scaled_session", language]
    return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=120)


# the longer language wherever room is scarce
@pytest.mark.parametrize(("scale", "language"), [(1.0, "en"), (1.5, "de"), (2.0, "de"), (3.0, "de")])
def test_every_window_fits_and_every_control_can_be_reached(scale, language, tmp_path):
    run = session(tmp_path, scale, language)
    assert run.returncode == 0, run.stderr
    assert run.stdout == ""
