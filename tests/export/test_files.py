"""All of a file or none of it, under a name that is safe everywhere."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from noticeeditor.errors import BadInput, WorldFailed
from noticeeditor.export.files import file_name, write_file, write_files


def names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written_whole(tmp_path):
    write_file(tmp_path / "notice.pdf", b"content")
    assert (tmp_path / "notice.pdf").read_bytes() == b"content"
    assert names(tmp_path) == ["notice.pdf"]


def test_an_existing_file_is_replaced_only_when_told_so(tmp_path):
    target = tmp_path / "notice.pdf"
    write_file(target, b"first")
    with pytest.raises(BadInput) as caught:
        write_file(target, b"second")
    assert [problem.code for problem in caught.value.problems] == ["file.exists"]
    assert target.read_bytes() == b"first"
    write_file(target, b"second", replace=True)
    assert target.read_bytes() == b"second"
    assert names(tmp_path) == ["notice.pdf"]


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "notice.pdf"
    flush = os.fsync

    def another_is_first(descriptor):
        target.write_bytes(b"theirs") if not target.exists() else None
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", another_is_first)
    with pytest.raises(BadInput):
        write_file(target, b"ours")
    assert target.read_bytes() == b"theirs"
    assert names(tmp_path) == ["notice.pdf"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL])
def test_a_drive_that_knows_one_name_for_a_file_takes_files_too(tmp_path, monkeypatch, number):
    def refuse(source, target):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    write_file(tmp_path / "notice.pdf", b"content")
    assert (tmp_path / "notice.pdf").read_bytes() == b"content"
    assert names(tmp_path) == ["notice.pdf"]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk.full"), (errno.EIO, "file.unwritable"), (errno.EROFS, "file.unwritable")],
)
def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path, monkeypatch, number, code):
    target = tmp_path / "notice.pdf"
    target.write_bytes(b"before")

    def refuse(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WorldFailed) as caught:
        write_file(target, b"after", replace=True)
    assert caught.value.code == code
    assert caught.value.facts["path"] == str(target)
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["notice.pdf"]


def test_an_interruption_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "notice.pdf", b"content")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["no/such/folder/notice.pdf", "folder", "file/notice.pdf", "nul\0.pdf"], ids=ascii
)
def test_a_target_that_is_no_place_for_a_file_is_bad_input(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInput) as caught:
        write_file(tmp_path / name, b"content")
    assert [problem.code for problem in caught.value.problems] == ["file.no-place"]


def test_many_files_are_written_and_each_failure_is_told_in_its_place(tmp_path):
    targets = [tmp_path / f"{number:02d}.pdf" for number in range(40)]
    targets[7].write_bytes(b"theirs")
    outcomes = list(write_files((target, target.name.encode()) for target in targets))
    assert [target for target, _ in outcomes] == targets
    assert [target for target, error in outcomes if error] == [targets[7]]
    assert targets[7].read_bytes() == b"theirs"
    assert all(target.read_bytes() == target.name.encode() for target in targets if target != targets[7])
    assert sorted(names(tmp_path)) == [target.name for target in targets]


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_a_new_file_has_the_rights_of_any_new_file(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_file(tmp_path / "notice.pdf", b"content")
    assert stat.S_IMODE((tmp_path / "notice.pdf").stat().st_mode) == stat.S_IMODE(
        (tmp_path / "other").stat().st_mode
    )


HOSTILE = (
    "/etc/passwd", "../../etc/passwd", "..\\..\\windows", "C:\\notice", "\\\\server\\share", "CON", "con.txt", "nul",
    "LPT1", "COM¹.log", "aux .pdf", "", " ", ".", "..", "...", ".hidden", "-rf", "name.", "name ", "a\0b", "a\nb",
    "<>:\"/\\|?*", "x" * 5000, "ä" * 300, "gnp.\u202efdp", "\ud800", "\u200b\ufeff", "a/b",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:20]))
def test_any_words_make_a_name_that_every_system_takes(tmp_path, words):
    name = file_name(words, ".pdf")
    stem = name.removesuffix(".pdf")
    assert name.endswith(".pdf")
    assert stem.strip(" .-") == stem.rstrip("-").lstrip("-")
    assert not set(name) & set('\0\n/\\<>:"|?*\u202e')
    assert len(name.encode()) <= 200
    assert stem.split(".")[0].strip().upper() not in {"CON", "NUL", "AUX", "PRN", "LPT1", "COM¹", "COM1"}
    write_file(tmp_path / name, b"content")
    assert names(tmp_path) == [name]


def test_ordinary_words_stay_as_they_are():
    assert file_name("2023-10-09 Ausschuss für Jugend", ".pdf") == "2023-10-09 Ausschuss für Jugend.pdf"
