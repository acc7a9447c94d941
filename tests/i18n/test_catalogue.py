"""The catalogues: every text that the code marks is translated, and the program reads what translators wrote."""

from __future__ import annotations

import gettext
import importlib.util
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

SCRIPT = Path(__file__).parents[2] / "packaging" / "catalogues.py"
specification = importlib.util.spec_from_file_location("catalogues", SCRIPT)
catalogues = importlib.util.module_from_spec(specification)
specification.loader.exec_module(catalogues)
MARKED = catalogues.extracted()


@pytest.fixture(params=catalogues.languages())
def language(request) -> str:
    return request.param


def texts(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(words) -> tuple[str, ...]:
    return words if isinstance(words, tuple) else (words,)


def fields(text: str) -> set[str]:
    return {name for _literal, name, _form, _conversion in string.Formatter().parse(text) if name}


def test_every_text_of_the_code_is_translated(language):
    kept = catalogues.load(language)
    lacking = [
        one.id for one in texts(MARKED) if (found := kept.get(one.id)) is None or not all(forms(found.string))
    ]
    assert lacking == []


def test_no_translation_outlives_its_text(language):
    marked = {one.id for one in texts(MARKED)}
    assert [one.id for one in texts(catalogues.load(language)) if one.id not in marked] == []


def test_a_translation_has_the_fields_of_its_text(language):
    wrong = [
        one.id
        for one in texts(catalogues.load(language))
        for written in forms(one.string)
        if not fields(written) <= {name for text in forms(one.id) for name in fields(text)}
    ]
    assert wrong == []


def test_the_program_reads_what_the_translators_wrote(language):
    with catalogues.source(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for one in texts(catalogues.load(language)):
        assert compiled.gettext(forms(one.id)[0]) == forms(one.string)[0]


def test_a_text_that_is_only_marked_lacks_a_translation():
    assert catalogues.load("de").get("A text that nobody translated") is None
    assert len(texts(MARKED)) > 500
