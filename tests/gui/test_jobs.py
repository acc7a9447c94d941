from __future__ import annotations

import threading
import time
from queue import SimpleQueue

import pytest

from noticeeditor.gui.jobs import Err, Jobs, Ok


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_work_runs_beside_the_window_and_its_result_comes_back_to_it(jobs):
    results, threads = [], []
    jobs.latest("sum", lambda: (threads.append(threading.get_ident()), 4)[1], results.append)
    jobs.settle()
    assert results == [Ok(4)]
    assert threads != [threading.get_ident()]


def test_work_that_fails_comes_back_as_an_error(jobs):
    results = []
    jobs.latest("fails", lambda: 1 // 0, results.append)
    jobs.settle()
    assert isinstance(results[0], Err)
    assert isinstance(results[0].error, ZeroDivisionError)


def test_a_result_older_than_the_newest_request_is_dropped(jobs):
    results, gate = [], threading.Event()
    jobs.latest("page", lambda: gate.wait(5) and "old", results.append)
    jobs.latest("page", lambda: "never begun", results.append)
    jobs.latest("page", lambda: "new", results.append)
    gate.set()
    jobs.settle()
    assert results == [Ok("new")]


def test_what_must_all_be_done_is_done_in_order(jobs):
    results = []
    for number in range(20):
        jobs.each("save", lambda number=number: number, results.append)
    jobs.settle()
    assert results == [Ok(number) for number in range(20)]


def test_what_is_dropped_is_heard_of_no_more(jobs):
    results, gate = [], threading.Event()
    jobs.latest("page", lambda: gate.wait(5), results.append)
    jobs.drop("page")
    gate.set()
    jobs.settle()
    assert results == []


class EndingAtOnce(SimpleQueue):
    """A queue whose last word is heard before the next line of the caller: the worst race."""

    def put(self, request):
        before = threading.active_count()
        super().put(request)
        while request is None and threading.active_count() == before:
            time.sleep(0)


def test_closing_ends_every_worker_also_when_a_quick_worker_ends_at_once(qapp):
    jobs = Jobs(threads=3)
    jobs._ready = EndingAtOnce()
    before = threading.active_count()
    jobs.latest("sum", lambda: 4, lambda outcome: None)
    jobs.close()
    assert threading.active_count() == before


class Widget:
    """Stands for one of Qt's: it notes on which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())

    def draw(self) -> None:
        raise ValueError("with a traceback that holds the widget")

    def show(self, outcome) -> None:
        pass


def test_what_a_request_holds_goes_on_the_thread_of_the_window(jobs):
    gone: list[int] = []
    for _ in range(50):
        widget = Widget(gone)
        jobs.each("draw", widget.draw, widget.show)
        del widget
        jobs.settle()
    assert gone == [threading.get_ident()] * 50
