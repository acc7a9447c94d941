"""PySide6 6.12.0 loses a reference of ``None`` with every call and so ends the interpreter (docs/dependencies.md)."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QObject

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
CALLS = 500


def test_a_call_that_returns_none_keeps_its_reference():
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        subject.setObjectName("seed")
    assert sys.getrefcount(None) > before - CALLS // 10


def test_the_installed_version_is_the_pinned_one():
    pinned = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["dependencies"]
    assert f"PySide6-Essentials=={version('PySide6-Essentials')}" in pinned
