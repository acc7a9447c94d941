"""The canonical form: kept vectors, and that it has one spelling."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from noticeeditor.codec.canonical import canonical, canonical_json, digest
from noticeeditor.codec.noticefile import read
from tests.builders import a_notice
from tests.strategies import notices

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["what"])
def test_the_kept_vectors_hold(vector):
    content = canonical_json(vector["plain"])
    assert content.decode() == vector["canonical"]
    assert digest(content) == vector["sha256"]


def test_the_hash_is_sha256_over_the_tag_and_the_form():
    import hashlib

    assert digest(b"{}") == hashlib.sha256(b"noticeeditor/notice/1\n{}").hexdigest()


@settings(max_examples=30)
@given(notices())
def test_a_notice_read_from_its_canonical_form_has_the_same_form(notice):
    found = read(canonical(notice))
    assert canonical(found) == canonical(notice)


def test_a_decomposed_text_has_the_form_of_the_composed_one():
    assert canonical(a_notice(remarks=("u\u0308",))) == canonical(a_notice(remarks=("ü",)))


def test_a_floating_point_number_is_refused():
    with pytest.raises(TypeError):
        canonical_json({"a": 1.0})
