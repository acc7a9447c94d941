"""From the first start to a window that knows whose notices these are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from noticeeditor import wiring
from noticeeditor.gui.app import Application
from noticeeditor.gui.main.window import PROFILE


@pytest.fixture
def make_application(dressed, settings, tmp_path, monkeypatch):
    """The application of somebody whose folders are empty."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    started = []

    def make():
        application = Application([], settings)
        started.append(application)
        application.start()
        return application

    yield make
    wiring.profile.cache_clear()
    for application in started:
        application.qt.processEvents()  # what waits for the first paint is done before the window goes
        for window in tuple(application.windows):
            window.jobs.settle()
            window.view.close()
        if welcome := getattr(application, "welcome", None):
            welcome.close()


def test_the_first_start_asks_whose_notices_these_are(make_application, qtbot):
    application = make_application()
    assert application.windows == []
    assert [way.key for way in application.welcome.shipped] == ["vulkaneifel", "lindenau"]
    qtbot.mouseClick(application.welcome.shipped[0], Qt.MouseButton.LeftButton)
    assert application.windows[0].desk.profile.key == "vulkaneifel"
    assert not application.welcome.isVisible()


def test_the_second_start_does_not_ask_again(make_application, settings):
    settings.setValue(PROFILE, "lindenau")
    application = make_application()
    assert application.windows[0].desk.profile.key == "lindenau"


def test_a_profile_that_is_gone_is_said_and_another_one_may_be_chosen(make_application, settings, tmp_path):
    settings.setValue(PROFILE, str(tmp_path / "weg.toml"))
    application = make_application()
    assert application.windows == []
    assert "weg.toml" in application.welcome.note.label.text()


def test_the_demo_shows_cases_and_keeps_nothing(make_application, qtbot, settings):
    application = make_application()
    qtbot.mouseClick(application.welcome.demo, Qt.MouseButton.LeftButton)
    assert len(application.windows[0].desk.cases()) > 10
    assert not wiring.default_store().exists()
    assert not settings.contains(PROFILE)


def test_settings_taken_over_hold_at_the_next_start(make_application, qtbot, settings):
    settings.setValue(PROFILE, "vulkaneifel")
    application = make_application()
    window = application.windows[0]
    window.view.actions_by_key["settings"].trigger()
    edited = window.dialogs.profile_window
    edited.editing.change(("bodies", 0, "name"), "Kreisrat", "umbenennen")
    qtbot.mouseClick(edited.accept_button, Qt.MouseButton.LeftButton)
    assert window.desk.profile.bodies[0].name == "Kreisrat"
    edited.close()
    window.view.close()
    assert make_application().windows[0].desk.profile.bodies[0].name == "Kreisrat"
