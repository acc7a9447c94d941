"""Widgets that lie in a cycle are collected on the GUI thread alone."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtWidgets import QWidget

from noticeeditor.gui.garbage import Garbage
from noticeeditor.gui.jobs import Jobs

pytestmark = pytest.mark.usefixtures("dressed")


def test_a_worker_collects_nothing(qapp):
    jobs, died_on = Jobs(), []
    widget = QWidget()
    widget.itself = widget  # a cycle
    widget.destroyed.connect(lambda: died_on.append(threading.current_thread()))
    del widget
    jobs.each("work", lambda: [[] for _number in range(200_000)], lambda outcome: None)
    jobs.settle()
    gc.collect()  # unless the timer came before
    assert died_on == [threading.main_thread()]
    jobs.close()


def test_one_collector_serves_all_windows(qapp):
    runners = [Jobs(), Jobs()]
    assert len(qapp.findChildren(Garbage)) == 1
    for jobs in runners:
        jobs.close()


def test_what_has_come_together_is_collected(qapp):
    Jobs().close()
    kept = [[] for _number in range(5_000)]
    assert gc.get_count()[0] > gc.get_threshold()[0]
    qapp.findChild(Garbage).collect()
    assert gc.get_count()[0] < gc.get_threshold()[0]
    assert len(kept) == 5_000
