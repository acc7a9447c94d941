"""The controls of the settings with more to them: moments, patterns with their example, the crest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPixmap, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.desk.files import read_bytes
from noticeeditor.errors import NoticeEditorError
from noticeeditor.gui.dialogs.failing import failure
from noticeeditor.gui.dialogs.note import Note
from noticeeditor.gui.moment.date_field import DateField
from noticeeditor.gui.moment.time_field import TimeField
from noticeeditor.gui.settings.controls import TextLine
from noticeeditor.gui.theme import dress, tokens
from noticeeditor.gui.theme.flow import FlowLayout
from noticeeditor.i18n.texts import N_, _
from noticeeditor.layout.style import Crest
from noticeeditor.notice.wording import parse

OPENING_CHIPS = (
    ("{date:EEEE, 'den' dd. MMMM y}", N_("Date in words")),
    ("{date:EEEE, dd.MM.yyyy}", N_("Date in numbers")),
    ("{time:HH:mm}", N_("Time")),
    ("{venue}", N_("Venue")),
    ("{designation}", N_("Announced as")),
    ("{body}", N_("Body in the genitive")),
    ("{owner}", N_("Owner in the genitive")),
    ("{earlier_date:EEEE, 'den' dd. MMMM y}", N_("Earlier date")),
    ("{earlier_body}", N_("Earlier body")),
)
SIGNATURE_CHIPS = (
    ("{authority}", N_("Office")),
    ("{place}", N_("Place")),
    ("{date:dd.MM.yyyy}", N_("Date")),
    ("{capacity}", N_("i. V. or i. A.")),
    ("{name}", N_("Name")),
    ("{, office}", N_("Office of the person")),
)
STANDING_CHIPS = (("{last_sitting:dd.MM.yyyy}", N_("Date of the last sitting")),)


class DateControl(DateField):
    """A day, or none."""

    edited = Signal(object)

    def __init__(self, name: str, today: Callable[[], dt.date]) -> None:
        super().__init__(name, today)
        self.date_changed.connect(self.edited.emit)
        self.show_value = self.show_date


class TimeControl(TimeField):
    """A time, or none."""

    edited = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.time_changed.connect(self.edited.emit)
        self.show_value = self.show_time


class FieldMarker(QSyntaxHighlighter):
    """Draws the fields of a pattern as chips."""

    def highlightBlock(self, text: str) -> None:
        chip = QTextCharFormat()
        chip.setBackground(QColor(tokens().info_soft))
        chip.setForeground(QColor(tokens().info))
        position = 0
        for piece in parse(text):
            position += len(piece.literal)
            end = text.find("}", position) + 1 if piece.name else position
            self.setFormat(position, end - position, chip)
            position = end


class PatternArea(QWidget):
    """A pattern: fields as chips in the text, chips to put in below it, and what becomes of it."""

    edited = Signal(object)

    def __init__(
        self,
        chips: Sequence[tuple[str, str]],
        example: Callable[[str], str],
        *,
        as_lines: bool = False,
    ) -> None:
        super().__init__()
        self._example, self._as_lines = example, as_lines
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * (6 if as_lines else 4) + 18)
        self._document: QTextDocument = self.text.document()
        self._marker = FieldMarker(self._document)
        self.chips = [self._chip(pattern, name) for pattern, name in chips]
        self.example = QLabel()
        self.example.setWordWrap(True)
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self.example.setAccessibleName(_("Example"))
        dress(self.example, "example")
        row = FlowLayout()
        for chip in self.chips:
            row.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.example)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._emit_pattern)

    def show_value(self, value: str | tuple[str, ...]) -> None:
        """Show a pattern, or the lines of one; the cursor stays while it is the same."""
        text = "\n".join(value) if isinstance(value, tuple) else value
        if text != self.text.toPlainText():
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)
        self.example.setText(self._example(text))

    def put_in(self, pattern: str) -> None:
        """Put a field in where the cursor stands."""
        self.text.insertPlainText(pattern)
        self.text.setFocus()

    def _emit_pattern(self) -> None:
        text = self.text.toPlainText()
        self.example.setText(self._example(text))
        self.edited.emit(tuple(text.split("\n")) if self._as_lines else text.replace("\n", " "))

    def _chip(self, pattern: str, name: str) -> QToolButton:
        chip = QToolButton()
        chip.setText("+ " + _(name))
        chip.setToolTip(pattern)
        chip.setAccessibleName(_("Put in: {name}").format(name=_(name)))
        dress(chip, "insert")
        chip.clicked.connect(lambda: self.put_in(pattern))
        return chip


class CrestControl(QWidget):
    """A crest or logo from a PNG file, with the words that are read out for it."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._crest: Crest | None = None
        self.picture = QLabel()
        self.picture.setFixedSize(QSize(56, 56))
        self.picture.setScaledContents(False)
        self.choose, self.remove = QPushButton(_("Choose …")), QPushButton(_("Remove"))
        dress(self.remove, "quiet")
        self.words = TextLine()
        self.words.setPlaceholderText(_("What is to be seen, for those who cannot see it"))
        self.words.setAccessibleName(_("Words for the crest"))
        self.note = Note()
        row = QHBoxLayout()
        for widget in (self.picture, self.choose, self.remove):
            row.addWidget(widget)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.note)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self.words.edited.connect(self._change_words)

    def show_value(self, crest: Crest | None) -> None:
        """Show a crest, or none."""
        self._crest = crest
        picture = QPixmap()
        if crest and picture.loadFromData(crest.image):
            kept = Qt.AspectRatioMode.KeepAspectRatio
            picture = picture.scaled(56, 56, kept, Qt.TransformationMode.SmoothTransformation)
        self.picture.setPixmap(picture)
        self.words.show_value(crest.alternative if crest else "")
        for widget in (self.picture, self.words, self.remove):
            widget.setVisible(crest is not None)

    def take_file(self, path: Path) -> None:
        """Take the picture of a file, or say why it cannot be taken."""
        try:
            image = read_bytes(path)
        except NoticeEditorError as error:
            self.note.say("danger", failure(error))
            return
        if QPixmap().loadFromData(image, "PNG"):
            self.note.say("info", "")
            self.edited.emit(Crest(path.name, self.words.text() or path.stem, image=image))
        else:
            self.note.say("danger", _("This is no PNG picture. Save it as PNG."))

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Crest or logo"), "", "PNG (*.png)")
        if path:
            self.take_file(Path(path))

    def _remove(self) -> None:
        self.edited.emit(None)

    def _change_words(self, words: str) -> None:
        if self._crest:
            self.edited.emit(Crest(self._crest.file, words, self._crest.width, self._crest.image))
