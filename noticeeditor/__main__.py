"""The window without arguments, the command line with a subcommand."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the program and return its exit code."""
    collect_rarely()
    if len(sys.argv) == 1:
        from noticeeditor.gui.app import main as open_window

        return open_window(sys.argv)
    from noticeeditor.cli.main import run

    return run(sys.argv[1:])


def collect_rarely() -> None:
    """Look for garbage every 50,000 new objects instead of every 700.

    Notices and documents are frozen values without cycles, and what is loaded stays:
    a search for garbage finds next to nothing and takes a fifth of the time of an export.
    """
    gc.set_threshold(50_000)


if __name__ == "__main__":
    sys.exit(main())
