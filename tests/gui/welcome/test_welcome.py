"""The first start: three ways to begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from noticeeditor import wiring
from noticeeditor.gui.welcome.view import WelcomePage, dropped_file

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def page(qtbot):
    """The page with both shipped profiles; ``told`` holds what was chosen."""
    page = WelcomePage(wiring.profile, [wiring.profile(key) for key in ("vulkaneifel", "lindenau")])
    qtbot.addWidget(page)
    page.told = []
    page.profile_chosen.connect(lambda name, profile: page.told.append((name, profile.name)))
    page.show()
    return page


def drop(page, path):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def test_one_click_begins_with_a_shipped_profile(qtbot, page):
    qtbot.mouseClick(page.shipped[0], Qt.MouseButton.LeftButton)
    assert page.told == [("vulkaneifel", "Landkreis Vulkaneifel")]


def test_keys_alone_begin_too(qtbot, page):
    page.shipped[1].setFocus()
    qtbot.keyClick(page.shipped[1], Qt.Key.Key_Space)
    assert page.told == [("lindenau", "Stadt Lindenau an der Wehr")]


def test_a_profile_file_may_be_dropped(page, tmp_path):
    source = Path(wiring.__file__).parent.parent / "resources" / "profiles" / "lindenau.toml"
    target = tmp_path / "haus.toml"
    target.write_bytes(source.read_bytes())
    drop(page, target)
    assert page.told == [(str(target), "Stadt Lindenau an der Wehr")]


def test_a_broken_profile_is_refused_with_its_reasons(page, tmp_path):
    broken = tmp_path / "haus.toml"
    broken.write_text('schema = 1\nkey = "x"\nnme = "X"\n', "utf-8")
    drop(page, broken)
    assert page.told == []
    assert page.note.isVisible()
    assert "nme" in page.note.label.text()


def test_other_files_are_not_taken(tmp_path):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "brief.docx"))])
    assert dropped_file(content) is None
    assert dropped_file(QMimeData()) is None


def test_the_demo_is_wished_for(qtbot, page):
    with qtbot.waitSignal(page.demo_wished):
        qtbot.mouseClick(page.demo, Qt.MouseButton.LeftButton)


def test_every_way_in_is_read_out_with_what_it_does(page):
    for way in (*page.shipped, page.file, page.demo):
        assert way.accessibleName()
        assert way.accessibleDescription()
