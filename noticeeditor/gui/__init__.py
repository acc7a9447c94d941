"""Qt lives here and nowhere else: one folder per window, each with view, presenter and model."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - loaded before Python's own import is taken back

# PySide puts its own import in the place of Python's and reads the source of every module loaded after it,
# to learn whether it switches ``__feature__`` on. None of ours does, and the reading takes longer than the loading.
builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]  # PySide keeps Python's own there
