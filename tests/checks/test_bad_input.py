"""No notice makes the checks raise or take long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeeditor.checks import examine
from noticeeditor.checks.fixing import fixed
from noticeeditor.checks.spelling import misspellings
from noticeeditor.i18n.findings import finding_sentence, place_words
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart
from tests.builders import a_notice
from tests.checks.context import a_context, with_item
from tests.strategies import notices

LONG = 50_000
MARKS = st.text(alphabet="„“”\"‚‘'’`´»«\u0301 aB1.,;-", max_size=40)


@settings(max_examples=60, deadline=None)
@given(notices())
def test_any_notice_can_be_examined_told_and_fixed(notice):
    for finding in examine(notice, a_context()):
        assert finding_sentence(finding)
        assert place_words(notice, finding.field)
        if finding.fix is not None:
            fixed(notice, finding.fix)


@settings(max_examples=200, deadline=None)
@given(MARKS)
def test_any_jumble_of_marks_is_examined_and_its_fixes_do_not_fail(text):
    notice = with_item(text)
    for finding in examine(notice, a_context()):
        if finding.fix is not None and finding.field.startswith("item:"):
            fixed(notice, finding.fix)


@pytest.mark.parametrize(
    "piece",
    ["a", "A-", "A.", "a ", "  ", " ,", "„", "\"", "„»", "1", "01.", "0651 ", "DE12", "a@", "a.b", "x\u0430", "der ", "9.9.", "12:00 Uhr "],
)  # fmt: skip
def test_a_very_long_item_takes_linear_time(piece):
    def seconds(length: int) -> float:
        notice = with_item(piece * (length // len(piece)))
        begins = time.process_time()
        examine(notice, a_context())
        list(misspellings(notice.agenda.parts[0].items[0].text, lambda word: False))
        return time.process_time() - begins

    assert seconds(LONG) < 3 + 20 * seconds(LONG // 10)


def test_ten_thousand_items_with_labels_take_linear_time():
    items = tuple(AgendaItem(f"item-{n}", f"Punkt {n}", label=f"{n}.") for n in range(10_000))
    notice = a_notice(agenda=Agenda((AgendaPart("part-1", items=items),)))
    begins = time.process_time()
    examine(notice, a_context())
    assert time.process_time() - begins < 5
