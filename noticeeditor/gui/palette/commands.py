"""What the palette offers and in which order; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from noticeeditor.gui.palette.fuzzy import Match, match

SHOWN = 60


class Command(Struct, frozen=True):
    """Something that can be done by its name: an action of the window, a notice to open.

    ``key`` is the same from one opening of the palette to the next; ``reason`` says
    why a command cannot be run now.
    """

    key: str
    title: str
    run: Callable[[], object]
    group: str = ""
    shortcut: str = ""
    icon: str = ""
    reason: str = ""
    enabled: bool = True


class Hit(Struct, frozen=True):
    """A command that fits what is typed, and the characters of its title that do."""

    command: Command
    match: Match


def hits(
    query: str,
    commands: Iterable[Command],
    recent: tuple[str, ...] = (),
    found: Iterable[Command] = (),
) -> tuple[Hit, ...]:
    """Return the commands that fit, best first; among equals what was used last, then what can be run.

    What was ``found`` by a search elsewhere fits in any case, by words that the title may not have.
    """
    fitting = [Hit(command, fit) for command in commands if (fit := _fitting(query, command)) is not None]
    fitting += [Hit(command, _fitting(query, command) or Match(0)) for command in found]
    used = {key: position for position, key in enumerate(recent)}
    fitting.sort(
        key=lambda hit: (
            -hit.match.score,
            used.get(hit.command.key, len(used)),
            not hit.command.enabled,
        )
    )
    return tuple(fitting[:SHOWN])


def _fitting(query: str, command: Command) -> Match | None:
    """Return how a command fits by its title, or else by title and group together."""
    by_title = match(query, command.title)
    if by_title is not None or not command.group:
        return by_title
    with_group = match(query, f"{command.title} {command.group}")
    if with_group is None:
        return None
    inside = tuple(position for position in with_group.positions if position < len(command.title))
    return Match(with_group.score // 2, inside)
