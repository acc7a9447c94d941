"""The start of the window: dress, open the desk, paint; what is heavy comes after the first paint."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from noticeeditor import wiring
from noticeeditor.errors import BadInput
from noticeeditor.gui import theme
from noticeeditor.gui.main.window import PROFILE, Window
from noticeeditor.gui.screenless import told_without_screen
from noticeeditor.i18n import texts

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.desk.values import Desk

NAME = "noticeeditor"
SCHEME, LANGUAGE = "scheme", "language"


class Application:
    """The application: its language, its colours and its windows."""

    def __init__(self, argv: Sequence[str], settings: QSettings | None = None) -> None:
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else QApplication(list(argv[:1]))
        self.qt.setApplicationName(NAME)
        self.qt.setOrganizationName(NAME)
        self.settings = settings or QSettings()
        self._translator = QTranslator(self.qt)
        self.windows: list[Window] = []
        self.speak(str(self.settings.value(LANGUAGE, texts.DEFAULT)))
        theme.apply(self.qt, theme.Scheme(self._scheme), sheet=False)

    def start(self) -> None:
        """Open a window, at the first start after the profile was chosen."""
        refused = None
        if self.settings.value(PROFILE, ""):
            try:
                self.open_window()
            except BadInput as error:  # the profile is gone or broken: another one has to be chosen
                refused = error
            else:
                return
        self._welcome()
        if refused:
            self.welcome.show_failure(refused)

    def open_window(self, desk: Desk | None = None) -> Window:
        """Open a window with the last notice, at the desk of this account unless at another one."""
        desk = desk or wiring.open_desk(profile_name=str(self.settings.value(PROFILE, "")))
        window = Window(desk, self.settings, wiring.clock)
        self.windows.append(window)
        window.open_last()
        window.show_choice(self._scheme, texts.language())
        window.new_window_wished.connect(self.open_window_beside)
        window.profile_taken.connect(self._work_with)
        window.scheme_wished.connect(self.dress)
        window.language_wished.connect(self.speak)
        window.closed.connect(self.forget)
        theme.finish(self.qt)
        window.view.show()
        QTimer.singleShot(0, window.after_first_paint)
        return window

    def open_window_beside(self) -> None:
        """Open one more window."""
        window = self.open_window()
        window.view.move(window.view.pos().x() + 40, window.view.pos().y() + 40)

    def forget(self, window: Window) -> None:
        """Let go of a window that was closed."""
        if window in self.windows:
            self.windows.remove(window)

    def dress(self, scheme: str) -> None:
        """Wear other colours."""
        theme.apply(self.qt, theme.Scheme(scheme))
        self.settings.setValue(SCHEME, scheme)
        self._show_choice()

    def speak(self, language: str) -> None:
        """Switch the language of the window, Qt's own texts included."""
        texts.use(language)
        QLocale.setDefault(QLocale("de_DE" if language == "de" else "en_GB"))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self.qt.removeTranslator(self._translator)
        self._translator = QTranslator(self.qt)
        self._translator.load(f"qtbase_{language}", folder)
        self.qt.installTranslator(self._translator)  # every window hears of it as LanguageChange
        self.settings.setValue(LANGUAGE, language)
        self._show_choice()

    def _welcome(self) -> None:
        from noticeeditor.gui.welcome.view import WelcomePage

        shipped = [wiring.profile(key) for key in reversed(wiring.shipped_profiles())]
        self.welcome = WelcomePage(wiring.profile, shipped)
        self.welcome.setWindowTitle(NAME)
        self.welcome.profile_chosen.connect(self._begin)
        self.welcome.demo_wished.connect(self._show_demo)
        theme.finish(self.qt)
        self.welcome.show()

    def _begin(self, name: str, _profile: object) -> None:
        self.settings.setValue(PROFILE, name)
        self.open_window()
        self.welcome.close()

    def _show_demo(self) -> None:
        self.open_window(wiring.open_demo())
        self.welcome.close()

    def _work_with(self, profile: AuthorityProfile) -> None:
        for window in self.windows:
            window.work_with(profile)

    @property
    def _scheme(self) -> str:
        return str(self.settings.value(SCHEME, theme.Scheme.SYSTEM))

    def _show_choice(self) -> None:
        for window in self.windows:
            window.show_choice(self._scheme, texts.language())


def main(argv: Sequence[str]) -> int:
    """Open the window and run until the last one is closed."""
    with told_without_screen():
        application = Application(argv)
    application.start()
    return application.qt.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
