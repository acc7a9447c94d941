"""A profile while it is edited: every change makes a new one and can be undone; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.codec import profilefile
from noticeeditor.errors import Problem
from noticeeditor.gui.settings.places import Path, at, with_at, written


class Change(Struct, frozen=True):
    """A step that can be undone: what it is called, what it touched, and the profile before it."""

    name: str
    path: Path
    before: AuthorityProfile


class ProfileEditing:
    """Holds the profile as it is now, how it came to that, and what is wrong with it.

    ``changed`` hears of every step. Typing on in one field is one step.
    """

    def __init__(self, profile: AuthorityProfile) -> None:
        self.profile = self.accepted = profile
        self.problems: tuple[Problem, ...] = ()
        self.changed: Callable[[], None] = lambda: None
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def is_changed(self) -> bool:
        """Whether there is anything that was not accepted yet."""
        return self.profile != self.accepted

    @property
    def undo_name(self) -> str:
        """The name of the step that would be undone, empty where there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """The name of the step that would be done again."""
        return self._undone[-1].name if self._undone else ""

    def value(self, path: Path) -> Any:  # noqa: ANN401 - whatever stands there
        """Return what stands at a path."""
        return at(self.profile, path)

    def problem_at(self, path: Path) -> Problem | None:
        """Return what is wrong at a place or inside it."""
        place = written(path)
        return next((problem for problem in self.problems if problem.place.startswith(place) and place), None)

    def change(self, path: Path, value: object, name: str) -> None:
        """Put something else at a path."""
        if value == at(self.profile, path):
            return
        goes_on = bool(self._done) and not self._undone and self._done[-1].path == path
        if not goes_on:
            self._done.append(Change(name, path, self.profile))
        self._undone.clear()
        self._take(with_at(self.profile, path, value))

    def add(self, path: Path, entry: object, name: str) -> int:
        """Put an entry at the end of a list; return its position."""
        entries = at(self.profile, path)
        self._step(path, (*entries, entry), name)
        return len(entries)

    def remove(self, path: Path, position: int, name: str) -> None:
        """Take an entry out of a list."""
        entries = at(self.profile, path)
        self._step(path, (*entries[:position], *entries[position + 1 :]), name)

    def move(self, path: Path, position: int, by: int, name: str) -> int:
        """Move an entry up or down in its list; return where it then is."""
        entries = list(at(self.profile, path))
        target = min(max(position + by, 0), len(entries) - 1)
        entries.insert(target, entries.pop(position))
        self._step(path, tuple(entries), name)
        return target

    def replace_all(self, profile: AuthorityProfile, name: str) -> None:
        """Take another profile in the place of this one."""
        self._step((), profile, name)

    def undo(self) -> None:
        """Go back one step."""
        if self._done:
            change = self._done.pop()
            self._undone.append(Change(change.name, change.path, self.profile))
            self._take(change.before)

    def redo(self) -> None:
        """Do the step again that was undone last."""
        if self._undone:
            change = self._undone.pop()
            self._done.append(Change(change.name, (), self.profile))
            self._take(change.before)

    def accept(self) -> AuthorityProfile:
        """Make what is here the accepted profile and return it."""
        self.accepted = self.profile
        return self.accepted

    def _step(self, path: Path, value: object, name: str) -> None:
        changed = with_at(self.profile, path, value)
        if changed == self.profile:
            return
        self._done.append(Change(name, (), self.profile))  # no later step goes on with this one
        self._undone.clear()
        self._take(changed)

    def _take(self, profile: AuthorityProfile) -> None:
        self.profile, self.problems = profile, problems_of(profile)
        self.changed()


def problems_of(profile: AuthorityProfile) -> tuple[Problem, ...]:
    """Return what the reader of profile files would find wrong with a profile."""
    found = profilefile.read(profilefile.write(profile))
    return found if isinstance(found, tuple) else ()


def free_key(name: str, taken: set[str]) -> str:
    """Return a key for a new entry that no other one has."""
    number, key = 2, name
    while key in taken:
        key, number = f"{name}-{number}", number + 1
    return key
