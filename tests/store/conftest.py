from __future__ import annotations

import pytest

from noticeeditor.store.memory import MemoryStore
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore


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
