"""Long work off the GUI thread: a frozen snapshot goes out, ``Ok`` or ``Err`` comes back.

Work of one key runs one at a time. Of ``latest`` only the newest request counts: what
waits is replaced, and a result older than the newest request is dropped. Of ``each``
everything runs, in order, and every result is delivered.

Qt's objects may only be destroyed on the GUI thread. So a worker never holds the last
reference to a request or its result, and garbage is collected on the GUI thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal

from noticeeditor.gui.garbage import collect_on_this_thread


class Ok(Struct, frozen=True):
    """Work that was done, and what came of it."""

    value: Any


class Err(Struct, frozen=True):
    """Work that failed, and why."""

    error: Exception


Outcome: TypeAlias = Ok | Err
Work: TypeAlias = Callable[[], object]
Done: TypeAlias = Callable[[Outcome], None]


class _Request(Struct, frozen=True):
    number: int
    key: str
    work: Work
    done: Done
    only_newest: bool


class Jobs(QObject):
    """The job runner of a window; ``close`` it when the window goes."""

    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        collect_on_this_thread()
        self._ready: SimpleQueue[int | None] = SimpleQueue()
        self._requests: dict[int, _Request] = {}
        self._outcomes: dict[int, Outcome] = {}
        # plain threads: a QRunnable written in Python is deleted by Qt while Python still collects it
        self._threads = [Thread(target=self._work, daemon=True) for _ in range(threads)]
        self._newest: dict[str, int] = {}
        self._waiting: dict[str, deque[_Request]] = {}
        self._running: set[str] = set()
        self._count = 0
        self._is_closed = False
        self._finished.connect(self._deliver)  # queued: it is emitted on a worker

    def latest(self, key: str, work: Work, done: Done) -> None:
        """Run the work on a worker; ``done`` hears of it unless a newer request has come."""
        self._waiting.setdefault(key, deque()).clear()
        self._add(key, work, done, only_newest=True)

    def each(self, key: str, work: Work, done: Done) -> None:
        """Run the work on a worker behind all of the same key; ``done`` always hears of it."""
        self._add(key, work, done, only_newest=False)

    def drop(self, key: str) -> None:
        """Forget what waits under a key, and drop the result of what runs."""
        self._waiting.pop(key, None)
        self._count += 1
        self._newest[key] = self._count

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._running) or any(self._waiting.values())

    def settle(self) -> None:
        """Return once all work is done and delivered; for the end of a window and for tests."""
        while self.busy:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def close(self) -> None:
        """Finish what was asked for and end the workers; nothing is taken on any more."""
        self._is_closed = True
        self.settle()
        # counted first: a quick worker may end on the first word and leave the other one without its own
        alive = [thread for thread in self._threads if thread.is_alive()]
        for _thread in alive:
            self._ready.put(None)
        for thread in alive:
            thread.join()

    def _add(self, key: str, work: Work, done: Done, *, only_newest: bool) -> None:
        if self._is_closed:
            return
        self._count += 1
        self._newest[key] = self._count
        self._waiting.setdefault(key, deque()).append(_Request(self._count, key, work, done, only_newest))
        self._start(key)

    def _start(self, key: str) -> None:
        waiting = self._waiting.get(key)
        if not waiting or key in self._running:
            return
        for thread in self._threads:
            if thread.ident is None:
                thread.start()
        request = waiting.popleft()
        self._running.add(key)
        self._requests[request.number] = request
        self._ready.put(request.number)

    def _work(self) -> None:
        while (number := self._ready.get()) is not None:
            self._outcomes[number] = _outcome(self._requests[number].work)
            self._finished.emit(number)

    def _deliver(self, number: int) -> None:
        request, outcome = self._requests.pop(number), self._outcomes.pop(number)
        self._running.discard(request.key)
        self._start(request.key)
        if not request.only_newest or self._newest[request.key] == request.number:
            request.done(outcome)


def _outcome(work: Work) -> Outcome:
    try:
        return Ok(work())
    except Exception as error:  # noqa: BLE001 - the job runner carries every failure to the GUI thread
        return Err(error)
