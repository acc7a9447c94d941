"""Single flipped bits in a store, and whether any of them changes in silence what is read."""

from __future__ import annotations

import random
from pathlib import Path

from noticeeditor.store.contract import Filter, StoreError
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore


def silent_flips(sound: Path, scratch: Path, count: int, seed: int) -> list[int]:
    """Return the bits that, flipped one at a time, changed what a store tells without being noticed."""
    content, expected = sound.read_bytes(), told(sound)
    random_ = random.Random(seed)
    bits = [random_.randrange(len(content) * 8) for _ in range(count)]
    return [bit for bit in bits if _is_silent(content, bit, scratch, expected)]


def _is_silent(content: bytes, bit: int, scratch: Path, expected: object) -> bool:
    flipped = bytearray(content)
    flipped[bit // 8] ^= 1 << bit % 8
    for suffix in ("-wal", "-shm", "-journal"):
        scratch.with_name(scratch.name + suffix).unlink(missing_ok=True)
    scratch.write_bytes(flipped)
    try:
        return told(scratch) != expected
    except StoreError:
        return False


def told(path: Path) -> object:
    """Return all that a store tells of its cases, or raise ``StoreError`` where it notices harm."""
    store = SqliteStore(open_store(path))
    try:
        listed = store.summaries(Filter(limit=1000))
        cases = [store.case(summary.id) for summary in listed]
        if broken := store.verify():
            raise StoreError("store.damaged", detail=broken.code)
        return listed, cases, list(store.entries())
    finally:
        store.close()
