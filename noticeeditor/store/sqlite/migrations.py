"""The schema, step by step; a step is never edited after its release.

Every schema that was ever released has a database in ``tests/store/released`` that still opens.
Search words stand folded in plain columns, so that any program can write the file.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("noticeeditor")


@MIGRATIONS()
def m001_cases_versions_audit(db: Database) -> None:
    """Create the tables of cases, their revisions and versions, people and audit trail."""
    for statement in _M001_TABLES:
        db.execute(statement)
    for table in ("version", "remark", "audit"):
        for verb in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    # INSERT OR REPLACE deletes without firing the triggers against deleting
    for table, same in _M001_KEYS.items():
        db.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} exists already'); END"
        )
    for statement in _M001_RULES:
        db.execute(statement)


@MIGRATIONS()
def m002_finding(db: Database) -> None:
    """Create the search index over words, and the trigrams of the vocabulary."""
    for statement in _M002:
        db.execute(statement)


_M001_TABLES = (
    "CREATE TABLE store_info (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE person (id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL) STRICT",
    """CREATE TABLE case_file (
        id INTEGER PRIMARY KEY, revision INTEGER NOT NULL CHECK (revision >= 1),
        changed INTEGER NOT NULL, wording INTEGER NOT NULL, changed_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('draft', 'in-review', 'returned', 'signed-off', 'released', 'published', 'withdrawn')),
        kind TEXT NOT NULL, heading TEXT NOT NULL, body TEXT NOT NULL, body_key TEXT NOT NULL,
        sitting TEXT, sitting_time TEXT, gazette TEXT, issue_number INTEGER, issue_year INTEGER,
        copy_deadline TEXT, appears TEXT, assigned TEXT NOT NULL, earlier INTEGER NOT NULL, appeared TEXT,
        authors TEXT NOT NULL, parts TEXT NOT NULL, seal TEXT NOT NULL) STRICT""",
    """CREATE TABLE revision (
        change INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id) DEFERRABLE INITIALLY DEFERRED,
        revision INTEGER NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL, step TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
        content TEXT CHECK (content IS NULL OR json_valid(content)), digest TEXT NOT NULL,
        UNIQUE (case_id, revision)) STRICT""",
    """CREATE TABLE version (
        case_id INTEGER NOT NULL REFERENCES case_file(id), number INTEGER NOT NULL CHECK (number >= 1),
        revision INTEGER NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL, content TEXT NOT NULL,
        document TEXT NOT NULL, text TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        PRIMARY KEY (case_id, number)) STRICT""",
    """CREATE TABLE remark (
        case_id INTEGER NOT NULL REFERENCES case_file(id), position INTEGER NOT NULL, at TEXT NOT NULL,
        person TEXT NOT NULL, act TEXT NOT NULL, text TEXT NOT NULL, revision INTEGER NOT NULL,
        PRIMARY KEY (case_id, position)) STRICT""",
    """CREATE TABLE dismissal (
        case_id INTEGER NOT NULL REFERENCES case_file(id), rule TEXT NOT NULL, field TEXT NOT NULL,
        concerned TEXT NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (case_id, rule, field)) STRICT""",
    """CREATE TABLE author (
        person TEXT NOT NULL, case_id INTEGER NOT NULL REFERENCES case_file(id),
        PRIMARY KEY (person, case_id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, act TEXT NOT NULL,
        state TEXT NOT NULL, case_id INTEGER NOT NULL, revision INTEGER NOT NULL, reason TEXT NOT NULL,
        sha256 TEXT NOT NULL, previous TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE) STRICT""",
    """CREATE TABLE presence (
        desk TEXT PRIMARY KEY, case_id INTEGER NOT NULL, person TEXT NOT NULL, since TEXT NOT NULL,
        seen TEXT NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX case_changed ON case_file (changed DESC)",
    "CREATE INDEX case_state ON case_file (state, changed DESC)",
    "CREATE INDEX case_body ON case_file (body_key, changed DESC)",
    "CREATE INDEX case_issue ON case_file (issue_year, issue_number) WHERE issue_year IS NOT NULL",
    "CREATE INDEX case_earlier ON case_file (earlier) WHERE earlier > 0",
    "CREATE INDEX case_sitting ON case_file (coalesce(sitting, '~'), coalesce(sitting_time, '~'))",
    "CREATE INDEX case_deadline ON case_file (coalesce(copy_deadline, '~'))",
    "CREATE INDEX audit_case ON audit (case_id, sequence)",
)
_M001_KEYS = {
    "case_file": "id = NEW.id",
    "version": "case_id = NEW.case_id AND number = NEW.number",
    "remark": "case_id = NEW.case_id AND position = NEW.position",
    "audit": "sequence = NEW.sequence OR previous = NEW.previous OR hash = NEW.hash",
    "revision": "change = NEW.change OR (case_id = NEW.case_id AND revision = NEW.revision)",
}
_M001_RULES = (
    "CREATE TRIGGER case_no_delete BEFORE DELETE ON case_file BEGIN SELECT RAISE(ABORT, 'cases stay'); END",
    "CREATE TRIGGER case_step BEFORE UPDATE ON case_file WHEN NEW.revision <> OLD.revision + 1 "
    "BEGIN SELECT RAISE(ABORT, 'revision goes up by one'); END",
    "CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision "
    "BEGIN SELECT RAISE(ABORT, 'revision is never rewritten'); END",
    "CREATE TRIGGER audit_follows BEFORE INSERT ON audit "
    "WHEN NEW.sequence <> coalesce((SELECT max(sequence) FROM audit), 0) + 1 "
    "BEGIN SELECT RAISE(ABORT, 'audit has no gaps'); END",
    "CREATE TRIGGER version_follows BEFORE INSERT ON version "
    "WHEN NEW.number <> coalesce((SELECT max(number) FROM version WHERE case_id = NEW.case_id), 0) + 1 "
    "BEGIN SELECT RAISE(ABORT, 'versions have no gaps'); END",
)
_M002 = (
    # change: the change that the words are from, so that the index itself is in the order of the newest;
    # terms: folded words, those of the head once more with a mark, and the facets, see ``searching``
    """CREATE TABLE wording (
        change INTEGER PRIMARY KEY, case_id INTEGER NOT NULL UNIQUE REFERENCES case_file(id),
        terms TEXT NOT NULL, plain TEXT NOT NULL) STRICT""",
    """CREATE VIRTUAL TABLE words USING fts5(terms, content='wording', content_rowid='change',
        tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')""",
    "CREATE TRIGGER wording_insert AFTER INSERT ON wording BEGIN "
    "INSERT INTO words(rowid, terms) VALUES (NEW.change, NEW.terms); END",
    "CREATE TRIGGER wording_delete AFTER DELETE ON wording BEGIN "
    "INSERT INTO words(words, rowid, terms) VALUES ('delete', OLD.change, OLD.terms); END",
    "CREATE TABLE vocabulary (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT",
    """CREATE VIRTUAL TABLE trigrams USING fts5(word, content='vocabulary', content_rowid='id',
        tokenize='trigram')""",
    "CREATE TRIGGER vocabulary_insert AFTER INSERT ON vocabulary BEGIN "
    "INSERT INTO trigrams(rowid, word) VALUES (NEW.id, NEW.word); END",
)
