"""What nobody can do to the file: other programs, careless code, and whoever means harm, as far as found."""

from __future__ import annotations

import sqlite3 as stdlib

import pytest
from msgspec.structs import replace

from noticeeditor.store.contract import Filter, StoreError
from noticeeditor.store.parts import proved_row
from noticeeditor.store.sqlite import store as storing
from noticeeditor.store.sqlite.connection import sqlite3
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.case import Remark
from tests.cases import NOW, a_case, a_deed, a_version, recorded, with_text


@pytest.fixture
def signed(sqlite_store):
    """A store with a case that has a version, a remark and two entries in the trail."""
    case = recorded(sqlite_store)
    version = a_version()
    case = replace(
        case,
        state=State.SIGNED_OFF,
        versions=(version,),
        remarks=(Remark(NOW, "rita", Act.RETURN, "Ort prüfen", 1),),
    )
    sqlite_store.record(case, a_deed(Act.SIGN_OFF, person="sigrid", sha256=version.sha256))
    return sqlite_store


@pytest.fixture
def other(signed, path):
    """Another program at the same file."""
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


FORBIDDEN = {
    "rewrite an entry": "UPDATE audit SET reason = 'x'",
    "remove an entry": "DELETE FROM audit WHERE sequence = 1",
    "replace an entry": "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 1",
    "leave a gap": "INSERT INTO audit SELECT sequence + 5, at, person, act, state, case_id, revision, reason, sha256, 'p', 'h' FROM audit WHERE sequence = 1",
    "rewrite a version": "UPDATE version SET text = 'x'",
    "remove a version": "DELETE FROM version",
    "replace a version": "INSERT OR REPLACE INTO version SELECT * FROM version",
    "skip a version": "INSERT INTO version SELECT case_id, 5, revision, at, person, content, document, text, sha256 FROM version",
    "rewrite a remark": "UPDATE remark SET text = 'x'",
    "remove a remark": "DELETE FROM remark",
    "replace a remark": "INSERT OR REPLACE INTO remark SELECT * FROM remark",
    "rewrite a revision": "UPDATE revision SET content = '{}'",
    "replace a revision": "INSERT OR REPLACE INTO revision SELECT * FROM revision WHERE change = 1",
    "remove a case": "DELETE FROM case_file",
    "replace a case": "INSERT OR REPLACE INTO case_file SELECT * FROM case_file",
    "change a case without a revision": "UPDATE case_file SET state = 'published'",
    "skip a revision": "UPDATE case_file SET revision = revision + 2",
    "an unknown state": "UPDATE case_file SET revision = revision + 1, state = 'secret'",
    "text for a number": "UPDATE case_file SET revision = revision + 1, changed = 'x'",
    "a content that is not JSON": "INSERT INTO revision VALUES (99, 1, 99, '', '', '', 'do', 'x', '')",
    "a seal of the wrong length": "INSERT INTO version SELECT case_id, 2, revision, at, person, content, document, text, 'x' FROM version",
}  # fmt: skip


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_file_itself_forbids(other, signed, statement):
    with pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    assert signed.verify() is None
    assert signed.case(1).revision == 2


def unprotected(connection, *statements):
    """Do what the triggers forbid, as somebody does who drops them first."""
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)


TAMPERED = {
    "a reason": ("UPDATE audit SET reason = 'x' WHERE sequence = 2", ("audit.changed", 2, 1, 0)),
    "a person": ("UPDATE audit SET person = 'x' WHERE sequence = 1", ("audit.changed", 1, 1, 0)),
    "a time": ("UPDATE audit SET at = '2023-09-29T08:30:00.000001+00:00' WHERE sequence = 1", ("audit.changed", 1, 1, 0)),
    "an entry removed": ("DELETE FROM audit WHERE sequence = 1", ("audit.gap", 1, 0, 0)),
    "the last entry removed": ("DELETE FROM audit WHERE sequence = 2", ("audit.state", 0, 1, 0)),
    "entries exchanged": ("UPDATE audit SET sequence = CASE sequence WHEN 1 THEN -2000 ELSE -1000 END", ("audit.gap", 1, 0, 0)),
    "a word of a version": ("UPDATE version SET text = 'Worte'", ("audit.version-bytes", 0, 1, 1)),
    "a version with another seal": ("UPDATE version SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')", ("audit.version", 0, 1, 1)),
    "a version removed": ("DELETE FROM version", ("audit.version", 0, 1, 1)),
    "a case removed": ("DELETE FROM case_file", ("audit.case-gone", 0, 1, 0)),
    "a state": ("UPDATE case_file SET state = 'published'", ("audit.state", 0, 1, 0)),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "found"), TAMPERED.values(), ids=TAMPERED)
def test_whoever_drops_the_protection_is_found_and_the_first_break_is_named(other, signed, statement, found):
    unprotected(other, statement)
    verdict = signed.verify()
    assert (verdict.code, verdict.sequence, verdict.case, verdict.version) == found


def test_a_trail_written_anew_as_a_whole_is_found_by_its_anchor(other, signed):
    head = signed.head()
    entries = [replace(entry, person="otto") for entry in signed.entries()]
    from noticeeditor.store.parts import entry_row
    from noticeeditor.workflow.audit import GENESIS, entry_hash

    unprotected(other, "DELETE FROM audit")
    previous = GENESIS
    for entry in entries:
        anew = replace(entry, previous=previous)
        anew = replace(anew, hash=entry_hash(anew))
        other.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entry_row(anew))
        previous = anew.hash
    assert signed.verify() is None
    assert signed.verify(head).code == "audit.anchor"


def test_a_long_trail_is_read_to_its_end(sqlite_store, monkeypatch):
    monkeypatch.setattr(storing, "_PAGE", 2)
    for _ in range(5):
        recorded(sqlite_store)
    assert [entry.sequence for entry in sqlite_store.entries()] == [1, 2, 3, 4, 5]
    assert [entry.sequence for entry in sqlite_store.entries(4)] == [4]


def test_an_entry_that_cannot_be_one_is_damage(other, signed):
    unprotected(other, "UPDATE audit SET act = 'bribe' WHERE sequence = 1")
    with pytest.raises(StoreError) as error:
        signed.verify()
    assert (error.value.code, error.value.facts) == (
        "store.damaged",
        {"detail": "'bribe' is not a valid Act"},
    )


def test_a_row_that_cannot_be_one_is_damage_with_its_reason():
    read = proved_row(lambda values: int(values[0]))
    assert read(("7",)) == 7
    with pytest.raises(StoreError) as error:
        read(("x",))
    assert error.value.code == "store.damaged"
    assert "'x'" in error.value.facts["detail"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET content = replace(content, 'Daun', 'Bonn')",
        "UPDATE revision SET content = json_set(content, '$.schema', 99), digest = digest",
        "UPDATE case_file SET state = 'released'",
        "UPDATE case_file SET assigned = 'otto'",
        "UPDATE case_file SET seal = 'x'",
        "UPDATE remark SET text = 'Zeit prüfen'",
        "DELETE FROM remark",
        "UPDATE version SET text = 'Worte'",
        "UPDATE version SET person = 'otto'",
        "UPDATE version SET number = 2",
        "INSERT INTO dismissal VALUES (1, 'rule', 'field', 'text', 'reason', 'otto', '2023-09-29T08:30:00+00:00')",
        "UPDATE revision SET content = CAST(x'7b2261223a22c3227d' AS TEXT) WHERE content IS NOT NULL",
    ],
)
def test_a_harmed_case_is_never_shown(other, signed, statement):
    unprotected(other, statement)
    with pytest.raises(StoreError) as error:
        signed.case(1)
    assert error.value.code == "store.damaged"


READS = {
    "the case": lambda store: store.case(1),
    "the list": lambda store: store.summaries(Filter()),
    "the search": lambda store: store.search("einwohner", Filter()),
    "the journal": lambda store: store.journal(1),
}


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_from_the_first_sign_of_damage_on_nothing_is_saved(other, signed, read):
    """What is saved then would be lost with the file when its backup is put in its place."""
    sound = recorded(signed)
    unprotected(
        other,
        "UPDATE case_file SET body = 'x' WHERE id = 1",
        "UPDATE revision SET content = replace(content, 'Daun', 'Bonn') WHERE case_id = 1",
    )
    assert signed.case(sound.id) == sound
    with pytest.raises(StoreError) as found:
        read(signed)
    with pytest.raises(StoreError) as refused:
        signed.record(with_text(sound, "ins Beschädigte"))
    assert refused.value is found.value
    assert signed.case(sound.id) == sound


def test_a_harmed_row_is_never_listed(other, signed):
    unprotected(other, "UPDATE case_file SET body = 'Kreisausschuss'")
    with pytest.raises(StoreError) as error:
        signed.summaries(Filter())
    assert error.value.facts == {"case": 1}
    with pytest.raises(StoreError):
        signed.search("einwohner", Filter())


def test_a_content_with_a_right_hash_that_is_no_notice_is_damage(other, signed):
    from noticeeditor.store.rows import content_digest

    unprotected(
        other,
        f"UPDATE revision SET content = '{{}}', digest = '{content_digest('{}')}' WHERE content IS NOT NULL",
    )
    with pytest.raises(StoreError) as error:
        signed.case(1)
    assert error.value.facts == {"detail": "schema.unknown"}


def test_any_program_can_read_and_write_the_file(signed, path):
    """No function of ours stands in a trigger; the sqlite3 of the system will do."""
    signed._connection.read("PRAGMA wal_checkpoint(TRUNCATE)")
    with stdlib.connect(path) as other:
        assert other.execute("SELECT body FROM case_file").fetchone() == (
            "Ausschuss Klimaschutz, Mobilität und Infrastruktur",
        )
        other.execute("INSERT INTO person VALUES ('x', 'y', 'z')")
        other.execute("DELETE FROM wording")
    other.close()


def test_a_save_that_fails_half_way_leaves_nothing(sqlite_store, monkeypatch):
    from noticeeditor.store.sqlite import writing

    case = recorded(sqlite_store)
    before = sqlite_store.changes()

    def failing(db, entry):
        raise sqlite3.OperationalError("the power fails")

    monkeypatch.setattr(writing, "write_entry", failing)
    with pytest.raises(sqlite3.OperationalError):
        sqlite_store.record(with_text(case, "halb"), a_deed(Act.EDIT))
    monkeypatch.undo()
    assert sqlite_store.changes() == before
    assert sqlite_store.case(case.id) == case
    assert sqlite_store.search("halb", Filter()) == ()
    assert sqlite_store.record(with_text(case, "ganz")).revision == 2


def test_what_is_recorded_is_on_disk_when_the_answer_comes(sqlite_store, path):
    """sqlite-utils leaves some statements in a transaction that is rolled back at close, in silence."""
    recorded(sqlite_store)
    assert not sqlite_store._connection.raw.in_transaction
    other = SqliteStore(open_store(path))
    assert other.case(1) is not None
    sqlite_store.person("anna", "Anna")
    assert not sqlite_store._connection.raw.in_transaction
    assert [person.name for person in other.people().values()] == ["Anna"]
    other.close()


def test_reading_several_tables_sees_one_state(sqlite_store, path):
    case = recorded(sqlite_store)
    other = SqliteStore(open_store(path))
    with sqlite_store._connection.reading():
        assert sqlite_store._connection.patiently("SELECT count(*) FROM revision") == [(1,)]
        if sqlite_store._connection.is_wal:
            other.record(with_text(case, "inzwischen"))
            assert sqlite_store._connection.patiently("SELECT count(*) FROM revision") == [(1,)]
    assert sqlite_store.case(1) == other.case(1)
    other.close()


def test_an_erased_name_is_not_in_the_file_any_more(sqlite_store, path):
    anna = sqlite_store.person("anna.unverwechselbar", "Anna Unverwechselbar")
    recorded(sqlite_store, a_case(authors=(anna,)), a_deed(person=anna))
    sqlite_store.erase_person(anna, a_deed(Act.ERASE_PERSON, reason=anna))
    sqlite_store._connection.read("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"nverwechselbar" not in path.read_bytes()
