"""The quick check of pages and rows, at once or beside the work."""

from __future__ import annotations

import threading
from pathlib import Path

from noticeeditor.store.contract import StoreError
from noticeeditor.store.sqlite.connection import Connection


def quick_check(connection: Connection) -> None:
    """Raise ``StoreError`` where pages or rows do not hold together."""
    found = connection.value("PRAGMA quick_check(1)")
    if found != "ok":
        raise StoreError("store.damaged", path=str(connection.path), detail=str(found))


class Check:
    """A quick check of a large file on a connection of its own, while the first list is shown.

    It needs a write-ahead log: with a rollback journal a long reader would stop every writer.
    """

    def __init__(self, path: Path) -> None:
        self.damage: StoreError | None = None
        self._connection = Connection(path, read_only=True)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            quick_check(self._connection)
        except StoreError as error:
            self.damage = error if error.code == "store.damaged" else None  # not where it was only stopped

    def wait(self) -> None:
        """Wait for the end of the check."""
        self._thread.join()

    def stop(self) -> None:
        """End the check, finished or not."""
        while self._thread.is_alive():  # an interrupt before the check has begun would go unheard
            self._connection.raw.interrupt()
            self._thread.join(0.01)
        self._connection.close()
