"""The main job on real input: both notices of Kreisnachrichten KW 40/2023, word for word.

``data/seed-notices.txt`` is the text as extracted from the printed page, where the
heading stands after its notice.
"""

from pathlib import Path

import pytest

from noticeeditor import wiring
from noticeeditor.desk.exporting import composed, render
from noticeeditor.desk.files import read_notice
from noticeeditor.export.formats import Options

HEADING = "AMTLICHE BEKANNTMACHUNG"
HERE = Path(__file__).parent
PRINTED = [
    f"{HEADING} {body.strip()}"
    for body in (HERE / "data" / "seed-notices.txt").read_text("utf-8").split(HEADING)
    if body.strip()
]
SAMPLES = ("klimaschutz-2023", "gesundheit-2023")


def words(text):
    return " ".join(text.split())


def plain_text(notice):
    return render(composed(notice, wiring.profile(notice.authority).style), "txt", Options()).content.decode()


@pytest.mark.parametrize(("sample", "printed"), list(zip(SAMPLES, PRINTED, strict=True)), ids=SAMPLES)
def test_a_sample_comes_out_word_for_word(sample, printed):
    notice = read_notice(HERE.parent / "resources" / "samples" / f"{sample}.notice.json")
    assert words(plain_text(notice)) == words(printed)
