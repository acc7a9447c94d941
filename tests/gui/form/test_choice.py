"""A choice keeps the values it is given: Qt would make texts of members of an enumeration."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from noticeeditor.gui.form.fields import ChoiceField
from noticeeditor.notice.notice import NoticeKind

OFFERED = (("Sitzung", NoticeKind.SITTING), ("Absage", NoticeKind.CANCELLATION))


@pytest.fixture
def field(qtbot, dressed):
    field = ChoiceField("kind")
    qtbot.addWidget(field)
    field.show_choices(OFFERED)
    field.told = []
    field.edited.connect(lambda name, value: field.told.append((name, value)))
    return field


def test_what_is_chosen_is_told_as_the_member_that_was_offered(field):
    field.show_value(NoticeKind.SITTING)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_Down)
    ((name, value),) = field.told
    assert name == "kind"
    assert value is NoticeKind.CANCELLATION
    assert field.value is NoticeKind.CANCELLATION


def test_a_value_is_shown_by_its_text_and_one_that_is_not_offered_by_none(field):
    field.show_value(NoticeKind.CANCELLATION)
    assert field.currentText() == "Absage"
    field.show_value(NoticeKind.SUPPLEMENT)
    assert (field.currentIndex(), field.value) == (-1, None)


def test_other_choices_keep_what_is_chosen_where_it_is_among_them(field):
    field.show_value(NoticeKind.CANCELLATION)
    field.show_choices((("Cancellation", NoticeKind.CANCELLATION),))
    assert field.currentText() == "Cancellation"
    assert field.value is NoticeKind.CANCELLATION
