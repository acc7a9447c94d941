"""The start of the window: dress, open the desk, paint; what is heavy comes after the first paint."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from noticeeditor import wiring
from noticeeditor.gui import theme
from noticeeditor.gui.main.window import Window
from noticeeditor.i18n import texts

NAME = "noticeeditor"


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
        self.speak(str(self.settings.value("language", texts.DEFAULT)))
        theme.apply(self.qt, theme.Scheme(str(self.settings.value("scheme", theme.Scheme.SYSTEM))))

    def speak(self, language: str) -> None:
        """Switch the language of the window, Qt's own texts included."""
        texts.use(language)
        QLocale.setDefault(QLocale("de_DE" if language == "de" else "en_GB"))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self.qt.removeTranslator(self._translator)
        self._translator = QTranslator(self.qt)
        self._translator.load(f"qtbase_{language}", folder)
        self.qt.installTranslator(self._translator)  # every widget hears of it as LanguageChange
        self.settings.setValue("language", language)

    def open_window(self) -> Window:
        """Open a window with the last notice."""
        window = Window(wiring.open_desk(), self.settings, wiring.clock)
        self.windows.append(window)
        window.open_last()
        window.view.show()
        QTimer.singleShot(0, window.after_first_paint)
        return window


def main(argv: Sequence[str]) -> int:
    """Open the window and run until it is closed."""
    application = Application(argv)
    application.open_window()
    return application.qt.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
