"""What the program is, which version, and what it is built from under which licences."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor import __version__
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.gui.theme import dress
from noticeeditor.gui.theme.scrolling import Scrolled
from noticeeditor.i18n.texts import N_, _

# distribution → its licence as its authors name it
LIBRARIES = {
    "PySide6-Essentials": "LGPL-3.0-only",
    "reportlab": "BSD-3-Clause",
    "fonttools": "MIT",
    "uharfbuzz": "Apache-2.0",
    "pypdfium2": "BSD-3-Clause, Apache-2.0",
    "pyphen": "LGPL-2.1-or-later, MPL-1.1",
    "chunspell": "MIT, MPL-1.1",
    "sqlite-utils": "Apache-2.0",
    "pysqlite3": "Zlib",
    "msgspec": "BSD-3-Clause",
    "babel": "BSD-3-Clause",
    "icalendar": "BSD-2-Clause",
    "tomli-w": "MIT",
    "click": "BSD-3-Clause",
    "platformdirs": "MIT",
}
MATERIAL = (
    ("Source Serif 4, Noto Serif, Fira Sans", N_("Fonts"), "OFL-1.1"),
    ("Lucide", N_("Icons"), "ISC"),
)


class Component(Struct, frozen=True):
    """Something of others that the program is built from."""

    name: str
    version: str
    licence: str


def components() -> tuple[Component, ...]:
    """Return the libraries that are installed, then fonts and icons."""
    found = [Component(name, _version(name), licence) for name, licence in LIBRARIES.items()]
    material = [Component(name, _(kind), licence) for name, kind, licence in MATERIAL]
    return tuple(component for component in (*found, *material) if component.version)


class AboutDialog(QDialog):
    """Name, version, licence and components."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About noticeeditor"))
        title = QLabel(f"noticeeditor {__version__}")
        dress(title, "title")
        words = QLabel(
            _(
                "Compose, check, set and keep official notices. Free software under the EUPL-1.2, without any warranty."
            )
        )
        words.setWordWrap(True)
        close = QPushButton(_("Close"))
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(_table(components()), 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.clicked.connect(self.close)
        resize_within_screen(self, 620, 600)


def _table(rows: tuple[Component, ...]) -> QWidget:
    card = QWidget()
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 12, 16, 14)
    grid.setHorizontalSpacing(18)
    for number, row in enumerate(rows):
        for column, text in enumerate((row.name, row.version, row.licence)):
            label = QLabel(text)
            dress(label, "muted" if column else "")
            grid.addWidget(label, number, column)
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(len(rows), 1)
    return Scrolled(card, "card")


def _version(name: str) -> str:
    try:
        return str(metadata(name)["Version"])
    except PackageNotFoundError:
        return ""
