"""Which profile to begin with; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.errors import NoticeEditorError

Load = Callable[[str], AuthorityProfile]  # a key of a shipped profile, or the path of a file


class WelcomeView(Protocol):
    """What the presenter needs of the view."""

    def show_failure(self, error: NoticeEditorError) -> None:
        """Say why a profile cannot be used."""

    def tell_profile(self, name: str, profile: AuthorityProfile) -> None:
        """Tell which profile was chosen, by its key or path."""


class WelcomePresenter:
    """Loads what is chosen and passes on only what is sound."""

    def __init__(self, view: WelcomeView, load: Load) -> None:
        self._view, self._load = view, load

    def choose(self, name: str) -> None:
        """Begin with a shipped profile or with that of a file."""
        try:
            profile = self._load(name)
        except NoticeEditorError as error:
            self._view.show_failure(error)
            return
        self._view.tell_profile(name, profile)

    def choose_file(self, path: Path) -> None:
        """Begin with the profile of a file."""
        self.choose(str(path))
