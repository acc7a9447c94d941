"""The first page that a new user sees: three ways to begin, one click each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.dialogs.failing import failure
from noticeeditor.gui.dialogs.note import Note
from noticeeditor.gui.screens import resize_within_screen
from noticeeditor.gui.theme import dress, icon
from noticeeditor.gui.theme.scrolling import Scrolled
from noticeeditor.gui.welcome.presenter import Load, WelcomePresenter
from noticeeditor.i18n.texts import _

WIDTH = 560


class WelcomePage(QWidget):
    """Offers the shipped profiles, a profile file and the demo; says which one was taken."""

    profile_chosen = Signal(str, object)  # the key or path, the profile
    demo_wished = Signal()

    def __init__(
        self, load: Load, shipped: Sequence[AuthorityProfile], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        dress(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._presenter = WelcomePresenter(self, load)
        of_house = _("Bodies, rooms, signatories and wording of this house")
        self.shipped = [WayIn("landmark", profile.name, of_house, profile.key) for profile in shipped]
        self.file = WayIn(
            "folder-open", _("Another &profile file …"), _("A .toml file; it may be dropped here too")
        )
        self.demo = WayIn(
            "wand-sparkles", _("Just &look around"), _("A demo with invented notices, nothing is kept")
        )
        self.note = Note()

        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(Scrolled(self._middle()))
        resize_within_screen(self, 1000, 680)
        for way in self.shipped:
            way.clicked.connect(self._choose_shipped)
        self.file.clicked.connect(self._choose_file)
        self.demo.clicked.connect(self.demo_wished)

    def _middle(self) -> QWidget:
        """Return the column in the middle of the page."""
        title = QLabel(_("Official notices, ready in a minute"))
        words = QLabel(
            _("Whose notices are these? All that a house prints again and again comes from its profile.")
        )
        dress(title, "display")
        dress(words, "muted")
        column = QVBoxLayout()
        column.setSpacing(10)
        for label in (title, words):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(12)
        for widget in (*self.shipped, self.file, self.demo, self.note):
            widget.setMaximumWidth(WIDTH)
            column.addWidget(widget)
        ground = QWidget()
        grid = QGridLayout(ground)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.addLayout(column, 1, 1)
        grid.setColumnMinimumWidth(1, WIDTH)
        for side, stretch in ((0, 1), (2, 1)):
            grid.setColumnStretch(side, stretch)
        for side, stretch in ((0, 2), (2, 3)):
            grid.setRowStretch(side, stretch)
        return ground

    def show_failure(self, error: NoticeEditorError) -> None:
        """Say why a profile cannot be used."""
        self.note.say("danger", failure(error))

    def tell_profile(self, name: str, profile: AuthorityProfile) -> None:
        """Tell which profile was chosen."""
        self.note.say("info", "")
        self.profile_chosen.emit(name, profile)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self._presenter.choose_file(path)

    def _choose_shipped(self) -> None:
        way = self.sender()
        if isinstance(way, WayIn):
            self._presenter.choose(way.key)

    def _choose_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Profile file"), "", _("Profiles (*.toml)"))
        if path:
            self._presenter.choose_file(Path(path))


class WayIn(QPushButton):
    """A large button with a picture, what it does and a line about it."""

    def __init__(self, picture: str, text: str, about: str, key: str = "") -> None:
        super().__init__()
        self.key = key
        self.setAccessibleName(text.replace("&", ""))
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self, "way")
        sign, title, line = QLabel(), QLabel(text), QLabel(about)
        sign.setPixmap(icon(picture, "accent").pixmap(QSize(28, 28), self.devicePixelRatioF()))
        title.setBuddy(self)
        dress(title, "heading")
        dress(line, "small")
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 10, 14, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(sign, 0, 0, 2, 1)
        grid.addWidget(title, 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(line, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        for label in (sign, title, line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def dropped_file(content: QMimeData) -> Path | None:
    """Return the profile file that is dragged, if it is one."""
    urls = content.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path and path.suffix == ".toml" else None
