"""The tests together find every fault that was planted in the store and the workflow.

Each fault is planted in a copy of the program, and the tests of store, workflow, desk and reliability
are run over the copy. A fault that they let pass is a promise that nothing holds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WATCHED = ("tests/workflow", "tests/store", "tests/desk", "tests/reliability")

# what is planted: the module, the words that are there, the words that take their place
FAULTS = {
    "no check of the revision": ("store/sqlite/store.py", "kept[0] == case.revision", "True"),
    "weaker syncing": ("store/sqlite/connection.py", '("WAL", "FULL")', '("WAL", "NORMAL")'),
    "a write-ahead log with the reset bug": (
        "store/sqlite/connection.py",
        "return version >= (3, 51, 3) or",
        "return version >= (3, 7, 0) or",
    ),
    "text as it was typed": ("store/rows.py", 'if unicodedata.is_normalized("NFC", written):', "if True:"),
    "a gap in the chain unseen": ("workflow/audit.py", "if entry.sequence != expected:", "if False:"),
    "a reason outside the hash": ("workflow/audit.py", "entry.reason, entry.sha256, entry.previous", "entry.sha256, entry.previous"),
    "steps forgotten": ("store/sqlite/writing.py", "prepared if is_new_wording else None", "prepared if kept is None else None"),
    "transactions that begin by reading": ("store/sqlite/connection.py", '"BEGIN IMMEDIATE"', '"BEGIN"'),
    "four eyes that see the last author only": ("workflow/transitions.py", "actor.person in case.authors", "actor.person in case.authors[-1:]"),
    "entries that can be removed": ("store/sqlite/migrations.py", 'for verb in ("UPDATE", "DELETE"):', 'for verb in ("UPDATE",):'),
    "words of the first wording": ("store/sqlite/writing.py", "_write_words(db, row, prepared)", "_write_words(db, row, prepared) if kept is None else None"),
    "saves into a removed file": ("store/sqlite/connection.py", "self._must_be_there()", "pass"),
    "backups that nobody proves": ("store/sqlite/upkeep.py", "            _proved(part, self._store.identity)\n", ""),
    "an empty file taken for the store": ("store/sqlite/opening.py", 'return "store.emptied" if identity else ""', 'return ""'),
    "presence that stays behind a crash": ("store/presence.py", "abs(now - presence.seen) <= FORGOTTEN_AFTER", "True"),
    "the clock as the order": ("store/sqlite/listing.py", '_NEWEST = "c.changed DESC"', '_NEWEST = "c.changed_at DESC"'),
    "a journal without end": ("store/sqlite/writing.py", "    _forget_old_steps(db, case, row.wording)\n", ""),
    "rows that nobody proves": ("store/rows.py", "if row_seal(row) != row.seal:", "if False:"),
    "versions that nobody proves": ("workflow/case.py", "return seal(self.content, self.document, self.text) == self.sha256", "return True"),
    "a clock without its zone": ("workflow/audit.py", "at=deed.at.astimezone(dt.UTC)", "at=deed.at.replace(tzinfo=dt.UTC)"),
}  # fmt: skip


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """A copy of program and tests."""
    copy = tmp_path_factory.mktemp("planted")
    leave_out = shutil.ignore_patterns(
        "__pycache__", "gui", "bench", "test_planted_faults.py", "test_many_desks.py"
    )
    for name in ("noticeeditor", "tests", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=leave_out)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def run_tests(copy):
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        *WATCHED,
    ]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True)


@pytest.mark.parametrize("fault", FAULTS)
def test_the_place_of_every_fault_is_known(fault):
    module, there, _ = FAULTS[fault]
    assert (ROOT / "noticeeditor" / module).read_text("utf-8").count(there) >= 1


@pytest.mark.long
def test_without_a_fault_the_tests_pass(copied):
    result = run_tests(copied)
    assert result.returncode == 0, result.stdout[-2000:]


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(copied, fault, capsys):
    module, there, instead = FAULTS[fault]
    path = copied / "noticeeditor" / module
    sound = path.read_text("utf-8")
    path.write_text(sound.replace(there, instead), "utf-8")
    try:
        result = run_tests(copied)
    finally:
        path.write_text(sound, "utf-8")
    found = [line for line in result.stdout.splitlines() if line.startswith("FAILED")]
    with capsys.disabled():
        print(
            f"\n{fault}: {found[0].split(' - ')[0] if found else 'passed' if result.returncode == 0 else 'error'}"
        )
    assert found
