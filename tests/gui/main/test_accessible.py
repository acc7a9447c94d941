"""What a screen reader finds in the window, and where the keyboard leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from noticeeditor.gui.main.actions import ACTIONS, MENUS
from noticeeditor.i18n import texts
from tests.builders import a_notice

DEEPEST = 16
NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
    QAccessible.Role.RadioButton,
}


def nodes(interface: object, depth: int = 0) -> Iterator[object]:
    if interface is None or not interface.isValid() or depth > DEEPEST:
        return
    yield interface
    if interface.role() in {QAccessible.Role.List, QAccessible.Role.Tree}:
        return  # the rows have their own tests
    for number in range(interface.childCount()):
        yield from nodes(interface.child(number), depth + 1)


def visible(interface: object) -> bool:
    owner = interface.object()
    return isinstance(owner, QWidget) and owner.isVisible()


@pytest.fixture
def everything(window):
    """The window with list, form, findings and preview in sight."""
    window.view.findings.toggle.setChecked(True)
    QApplication.processEvents()
    return window


def test_every_control_has_a_name(everything):
    nameless = [
        (node.role().name, type(node.object()).__name__)
        for node in nodes(QAccessible.queryAccessibleInterface(everything.view))
        if visible(node) and node.role() in NAMED and not node.text(QAccessible.Text.Name).strip()
        and node.object().focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]  # fmt: skip
    assert nameless == []


def test_the_preview_reads_the_page_aloud(window):
    pages = QAccessible.queryAccessibleInterface(window.view.preview.pages)
    assert pages.text(QAccessible.Text.Name) == "Vorschau der Bekanntmachung"
    assert "Einwohnerfragestunde" in pages.text(QAccessible.Text.Description)


def test_a_row_of_the_list_says_state_and_date(window):
    model = window.view.notices.model
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ausschuss Klimaschutz, Mobilität und Infrastruktur, Mo. 09.10.2023 · 18:00, Entwurf"


def test_the_tab_key_leads_around_the_window_and_out_of_every_field(window):
    """No field keeps the keyboard: Tab, or in the outliner Ctrl+Tab, comes back to where it began."""
    view = window.view
    view.notices.search.setFocus()
    seen = []
    for _step in range(120):
        widget = QApplication.focusWidget()
        if widget is None or (seen and widget is view.notices.search):
            break
        seen.append(widget)
        outliner = view.form.agenda.editor.view
        inside = widget is outliner or outliner.isAncestorOf(widget)
        modifier = Qt.KeyboardModifier.ControlModifier if inside else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(widget, Qt.Key.Key_Tab, modifier)
    form = view.form
    assert QApplication.focusWidget() is view.notices.search
    for field in (form.sitting.opening.words, form.remarks.remarks, form.signature.place):
        assert field in seen
    assert any(form.agenda.isAncestorOf(widget) for widget in seen)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_two_fields_share_a_mnemonic_and_none_has_that_of_a_menu(window, language):
    texts.use(language)
    window.view.retranslate()
    titles = [action.text() for action in window.view.menuBar().actions()]
    letters = {title.split("&", 1)[1][0].casefold(): title for title in titles}
    assert len(letters) == len(titles)
    doubled = []
    for label in window.view.form.findChildren(QLabel):
        if "&" not in label.text() or label.buddy() is None:
            continue
        letter = label.text().split("&", 1)[1][0].casefold()
        if letter in letters:
            doubled.append((letter, letters[letter], label.text()))
        letters[letter] = label.text()
    assert doubled == []


def test_every_action_stands_in_a_menu_and_no_two_share_a_key(window):
    in_menus = {entry for _title, entries in MENUS for entry in flat(entries)}
    assert {spec.key for spec in ACTIONS} == in_menus
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def flat(entries: tuple) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, tuple):
            yield from flat(entry[1])
        elif entry:
            yield entry


def test_every_button_with_a_picture_alone_says_what_it_does(everything):
    silent = [
        type(button).__name__
        for button in everything.view.findChildren(QAbstractButton)
        if button.isVisible() and not button.text().strip() and not (button.accessibleName() or button.toolTip())
        and not button.objectName().startswith("qt_")
    ]  # fmt: skip
    assert silent == []


def test_what_a_language_change_tells_reaches_every_part(make_window):
    window = make_window(a_notice())
    texts.use("en")
    QCoreApplication.sendEvent(window.view, QEvent(QEvent.Type.LanguageChange))
    german = [
        label.text()
        for label in window.view.findChildren(QLabel)
        if label.text()
        in {"Gremium", "Tagesordnung", "Bekanntmachungen", "Vorschau", "Befunde", "Unterschrift"}
    ]
    assert german == []
