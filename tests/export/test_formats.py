"""The table of formats."""

from __future__ import annotations

import subprocess
import sys

import pytest

from noticeeditor.export.formats import EXPORTERS, Options
from tests.export.documents import STYLE, the_seed


def test_the_formats_are_known_by_their_keys():
    assert list(EXPORTERS) == ["pdf", "archive", "pdf20", "txt"]
    assert all(exporter.key == key for key, exporter in EXPORTERS.items())


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=EXPORTERS)
def test_every_format_renders_the_seed(exporter):
    assert exporter.render(the_seed(), STYLE).content


def test_the_table_is_loaded_without_a_pdf_library():
    loaded = _loaded("import noticeeditor.export.formats")
    assert not loaded & {"reportlab", "fontTools", "uharfbuzz", "PIL", "pyphen"}


def test_a_usual_notice_is_set_without_font_libraries():
    loaded = _loaded(
        "from noticeeditor.export.formats import EXPORTERS\n"
        "from tests.export.documents import STYLE, with_items, numbered\n"
        "EXPORTERS['pdf'].render(with_items(*numbered('Straße')), STYLE)"
    )
    assert not loaded & {"fontTools", "uharfbuzz", "pyphen"}


def _loaded(script: str) -> set[str]:
    script += "\nimport sys; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_options_are_a4_without_bleed_on_coated_paper_unless_said():
    assert Options() == Options(column=False, bleed=0, coated=True)
