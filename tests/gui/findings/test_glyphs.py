"""A character that no shipped font has is told in the window, before anybody exports."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

WITHOUT_GLYPH = "\U0001f3db"  # a picture of a building, which no typeface of the page has


def told(window) -> list[tuple[str, str]]:
    window.catch_up()
    window.view.findings.toggle.setChecked(True)
    QApplication.processEvents()
    return [
        (card.sentence.text(), row.finding.field)
        for card, row in zip(window.view.findings.cards, window.view.findings.rows, strict=False)
        if row.finding.rule == "character.uncovered"
    ]


@pytest.mark.parametrize(
    ("field", "words"),
    [("sitting.venue", f"Sitzungssaal {WITHOUT_GLYPH}"), ("remarks", f"Zugang {WITHOUT_GLYPH} barrierefrei")],
)
def test_a_character_in_no_shipped_font_is_a_finding_with_the_character_in_it(window, field, words):
    assert told(window) == []
    window.editor.edit(field, words)
    assert told(window), "the finding is in the list"
    assert all(WITHOUT_GLYPH in sentence for sentence, _field in told(window))


def test_the_finding_stands_at_its_field_and_goes_with_the_character(window):
    window.editor.edit("sitting.venue", f"Saal {WITHOUT_GLYPH}")
    assert told(window)
    message = window.view.form.sitting.fields["sitting.venue"].message
    assert message.isVisible()
    assert WITHOUT_GLYPH in message.text()
    window.editor.edit("sitting.venue", "Saal")
    assert told(window) == []
