"""What goes wrong: findings about input as values, failures of the world as exceptions.

Both carry a code and facts; the sentence with its cure is made in ``i18n``.
"""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct, field


class ExitCode(IntEnum):
    """How the command line ends."""

    FINE = 0
    FINDINGS = 1
    BAD_INPUT = 2
    WORLD_FAILED = 3


class Problem(Struct, frozen=True):
    """One thing wrong with input: a code, the place in it (``agenda.parts[0].heading``), and facts."""

    code: str
    place: str = ""
    facts: dict[str, object] = field(default_factory=dict)


class NoticeEditorError(Exception):
    """The root of our exceptions: a code with facts, and how the command line ends."""

    exit_code = ExitCode.WORLD_FAILED

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Return code and facts, for logs; people read the sentence of ``i18n``."""
        return f"{self.code} {self.facts}"


class BadInput(NoticeEditorError):  # noqa: N818 - it names what was given, not an accident of ours
    """A file that cannot be used; ``problems`` say why."""

    exit_code = ExitCode.BAD_INPUT

    def __init__(self, source: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("input.bad", source=source)
        self.source = source
        self.problems = problems


class WorldFailed(NoticeEditorError):  # noqa: N818 - it names what failed
    """The disk, the system or a file of ours refuses what we ask of it."""
