"""A start without a screen ends with a sentence: Qt by itself would abort the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QMessageLogContext, QtMsgType, qInstallMessageHandler

from noticeeditor.errors import ExitCode, WorldFailed
from noticeeditor.i18n import texts


@contextmanager
def told_without_screen() -> Iterator[None]:
    """Say why there is no window and exit when Qt finds no screen within; else show what it said."""
    said: list[str] = []
    of_the_screen: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        said.append(message.strip())
        if str(context.category).startswith("qt.qpa"):
            of_the_screen.append(said[-1])
        if kind is QtMsgType.QtFatalMsg:  # Qt aborts when this returns
            _end((of_the_screen or said)[0])

    qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        sys.stderr.writelines(f"{message}\n" for message in said)


def _end(reason: str) -> None:
    from noticeeditor.i18n.sentences import error_sentence

    texts.use(QLocale.system().name().split("_")[0])
    sys.stderr.write(error_sentence(WorldFailed("screen.missing", reason=reason)) + "\n")
    sys.stderr.flush()
    os._exit(ExitCode.WORLD_FAILED)
