"""Which stores this machine knows, by their place: so that an empty file is not taken for one."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

from msgspec import Struct


class KnownStores(Struct, frozen=True):
    """A small file with the names of the stores that were opened here."""

    file: Path

    def identity(self, store: Path) -> str:
        """Return the name of the store at a place, ``""`` where none was there before."""
        return self._all().get(str(store.absolute()), "")

    def remember(self, store: Path, identity: str) -> None:
        """Note the store at a place; where that cannot be written the next start knows less, no more."""
        known = self._all()
        if known.get(str(store.absolute())) == identity:
            return
        part = self.file.with_name(f"{self.file.name}.{os.getpid()}.part")
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(known | {str(store.absolute()): identity}), "utf-8")
            part.replace(self.file)

    def forget(self, store: Path) -> None:
        """Let a new store be made at a place where one was."""
        self.remember(store, "")

    def _all(self) -> dict[str, str]:
        try:
            known = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(place): str(name) for place, name in known.items()} if isinstance(known, dict) else {}
