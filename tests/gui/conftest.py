"""Windows are tested without a screen, in the shipped font, light, in German."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from noticeeditor.i18n import texts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """Show the window in German."""
    texts.use("de")
    yield
    texts.use("en")
