from __future__ import annotations

import pytest

from noticeeditor.store import finding
from noticeeditor.store.memory import MemoryStore
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore


@pytest.fixture(autouse=True)
def no_words_in_mind():
    """No test finds a word folded by another."""
    for remembered in (finding.fold, finding._forms):
        remembered.cache_clear()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "notices.db"


@pytest.fixture
def sqlite_store(path):
    store = SqliteStore(open_store(path))
    yield store
    store.close()


@pytest.fixture(params=["memory", "sqlite"])
def store(request, path):
    """Every store there is; the contract holds for each."""
    kept = MemoryStore() if request.param == "memory" else SqliteStore(open_store(path))
    yield kept
    kept.close()
