"""Real agendas compose, export, conform and read back as composed."""

from __future__ import annotations

import itertools

import pytest

from noticeeditor.export.formats import EXPORTERS
from noticeeditor.layout.compose import compose
from tests.conformance import oparl
from tests.conformance.judges import identity_faults, page_validation, press_faults, structure_faults
from tests.export.documents import STYLE
from tests.export.reading import composed, heard

REAL_AGENDAS = 1285
SAMPLE = 60

pytestmark = pytest.mark.skipif(not oparl.folder().is_dir(), reason="the agendas are not part of the project")


def faults(notice):
    document = compose(notice, STYLE)
    content = EXPORTERS["pdf"].render(document, STYLE).content
    differs = [] if heard(content) == composed(document) else ["reads otherwise than composed"]
    return [
        *differs,
        *page_validation(content, "2a", "ua1"),
        *press_faults(content),
        *identity_faults(content),
        *structure_faults(content),
    ]


def test_a_sample_of_real_agendas_is_set_without_fault():
    sample = itertools.islice(oparl.notices(), 0, None, REAL_AGENDAS // SAMPLE)
    assert {id_: found for id_, notice in sample if (found := faults(notice))} == {}


@pytest.mark.long
def test_every_real_agenda_is_set_without_fault():
    checked, wrong = 0, {}
    for id_, notice in oparl.notices():
        checked += 1
        if found := faults(notice):
            wrong[id_] = found
    assert wrong == {}
    assert checked == REAL_AGENDAS
