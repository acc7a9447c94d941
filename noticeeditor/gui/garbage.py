"""Collect garbage on the GUI thread alone.

Python collects on whichever thread allocates. Were that a worker, widgets that lie in a
cycle would die there, and Qt ends the process for it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

INTERVAL = 1_000  # ms; a look at three counters


def collect_on_this_thread() -> None:
    """Take collecting over from Python for as long as the application lives."""
    application = QCoreApplication.instance()
    if application is not None and application.findChild(Garbage) is None:
        Garbage(application)


class Garbage(QObject):
    """Collects when as much has come together as Python itself would have waited for."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the young, and the older ones after every so many of those."""
        for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count > most:
                gc.collect(generation)
