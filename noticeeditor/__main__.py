"""The window without arguments, the command line with a subcommand."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program and return its exit code."""
    if len(sys.argv) == 1:
        from noticeeditor.gui.app import main as open_window

        return open_window(sys.argv)
    from noticeeditor.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
