"""The cards of the form: what belongs together stands on one ground under one heading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from noticeeditor.gui.form.body_field import BodyField
from noticeeditor.gui.form.edits import issue_key
from noticeeditor.gui.form.fields import ChoiceField, LabelledField, TextArea, TextField, WrittenChoice
from noticeeditor.gui.moment.date_field import DateField
from noticeeditor.gui.moment.time_field import TimeField
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.wording import opening_sentence, signature_lines

if TYPE_CHECKING:
    from noticeeditor.gui.form.choices import Choices
    from noticeeditor.notice.notice import Notice

GUTTER = 14


class Card(QFrame):
    """A surface with a heading; what is beside the heading belongs to the whole card."""

    def __init__(self, title: str) -> None:
        super().__init__()
        dress(self, "card")
        self._title = title
        self._heading = QLabel()
        dress(self._heading, "heading")
        self.beside = QHBoxLayout()
        self.beside.addWidget(self._heading)
        self.beside.addStretch()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 18)
        self.column.setSpacing(10)
        self.column.addLayout(self.beside)
        self.fields: dict[str, LabelledField] = {}

    def add(self, name: str, field: LabelledField) -> LabelledField:
        """Know a field by the name of what it shows, for findings and jumps."""
        self.fields[name] = field
        return field

    def retranslate(self) -> None:
        """Say heading and labels in the language in use."""
        self._heading.setText(_(self._title))
        for field in self.fields.values():
            field.retranslate()


class SittingCard(Card):
    """Who meets when and where, and the sentence that says so."""

    edited = Signal(str, object)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(N_("Sitting"))
        self.body = BodyField()
        self.kind = ChoiceField("kind")
        self.date = DateField("", today)
        self.time = TimeField()
        self.designation = WrittenChoice("sitting.designation", "sitting.designation")
        self.venue = WrittenChoice("sitting.venue", "sitting.venue")
        self.issue = ChoiceField("issue")
        self.opening = OpeningField()

        grid = QGridLayout()
        grid.setHorizontalSpacing(GUTTER)
        grid.setVerticalSpacing(10)
        for column, stretch in enumerate((6, 3, 6)):
            grid.setColumnStretch(column, stretch)
        grid.setColumnMinimumWidth(0, 186)
        grid.setColumnMinimumWidth(1, 96)
        grid.addWidget(self.add("sitting.body", LabelledField(N_("&Body"), self.body)), 0, 0, 1, 2)
        grid.addWidget(self.add("kind", LabelledField(N_("&Kind of notice"), self.kind)), 0, 2)
        date = LabelledField(N_("&Date"), self.date, self.date.entry.line)
        time = LabelledField(N_("&Time"), self.time, self.time.entry.line)
        grid.addWidget(self.add("sitting.date", date), 1, 0)
        grid.addWidget(self.add("sitting.time", time), 1, 1)
        designation = LabelledField(N_("&Announced as"), self.designation)
        grid.addWidget(self.add("sitting.designation", designation), 1, 2)
        grid.addWidget(self.add("sitting.venue", LabelledField(N_("Ve&nue"), self.venue)), 2, 0, 1, 2)
        grid.addWidget(self.add("issue", LabelledField(N_("Gazette &issue"), self.issue)), 2, 2)
        grid.addWidget(self.add("opening", self.opening), 3, 0, 1, 3)
        self.column.addLayout(grid)

        for control in (self.body, self.kind, self.designation, self.venue, self.issue, self.opening):
            control.edited.connect(self.edited)
        self.date.date_changed.connect(self._emit_date)
        self.date.time_typed.connect(self._emit_time)
        self.time.time_changed.connect(self._emit_time)

    def show_choices(self, choices: Choices) -> None:
        """Offer what the profile knows."""
        self.body.show_choices(choices.bodies)
        self.kind.show_choices(choices.kinds)
        self.designation.show_choices(choices.designations)
        self.venue.show_choices(choices.venues)
        self.issue.show_choices(choices.issues)

    def show_notice(self, notice: Notice) -> None:
        """Show the sitting of a notice."""
        sitting = notice.sitting
        self.body.show_words(sitting.body.name if sitting.body else "")
        self.kind.show_value(notice.kind)
        self.date.show_date(sitting.date)
        self.time.show_time(sitting.time)
        self.designation.show_words(sitting.designation)
        self.venue.show_words(sitting.venue.line if sitting.venue else "")
        self.issue.show_value(issue_key(notice.issue))
        self.opening.show_sentence(opening_sentence(notice), by_hand=notice.opening.words is not None)

    def _emit_date(self, day: dt.date | None) -> None:
        self.edited.emit("sitting.date", day)

    def _emit_time(self, time: dt.time | None) -> None:
        self.edited.emit("sitting.time", time)


class FollowingText(LabelledField):
    """Words that follow the fields until somebody edits them; they can be put back."""

    edited = Signal(str, object)

    def __init__(self, text: str, field: str, least_lines: int) -> None:
        self.words = TextArea(field, least_lines)
        super().__init__(text, self.words)
        self._field = field
        self.state = QLabel()
        self.put_back = QToolButton()
        dress(self.put_back, "link")
        self.beside.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self.beside.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.words.edited.connect(self.edited)
        self.put_back.clicked.connect(self._emit_put_back)
        self._say(by_hand=False)

    def show_sentence(self, text: str, *, by_hand: bool) -> None:
        """Show the words and where they come from."""
        self.words.show_value(text)
        if by_hand is self.put_back.isHidden():
            self._say(by_hand=by_hand)

    def retranslate(self) -> None:
        """Say label and state in the language in use."""
        super().retranslate()
        if hasattr(self, "state"):
            self._say(by_hand=not self.put_back.isHidden())

    def _say(self, *, by_hand: bool) -> None:
        self.state.setText(_("Edited by hand") if by_hand else _("Follows the fields"))
        self.put_back.setText(_("Put back"))
        self.put_back.setToolTip(_("Let the words follow the fields again"))
        self.put_back.setVisible(by_hand)
        dress(self.state, "badge-warning" if by_hand else "small")
        QTimer.singleShot(0, self._tone)  # not while the text is being changed: Qt lays it out just then

    def _tone(self) -> None:
        dress(self.words, "follows" if self.put_back.isHidden() else "")

    def _emit_put_back(self) -> None:
        self.edited.emit(self._field, None)
        self.words.setFocus()


class OpeningField(FollowingText):
    """The opening sentence."""

    def __init__(self) -> None:
        super().__init__(N_("&Opening sentence"), "opening", 2)


class RemarksCard(Card):
    """What is said below the agenda."""

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(N_("Remarks"))
        self.remarks = TextArea("remarks", 2)
        label = N_("&Remarks below the agenda, a blank line parts them")
        self.column.addWidget(self.add("remarks", LabelledField(label, self.remarks)))
        self.remarks.edited.connect(self.edited)

    def show_notice(self, notice: Notice) -> None:
        """Show the remarks of a notice."""
        self.remarks.show_value("\n\n".join(notice.remarks))


class SignatureCard(Card):
    """Place, date and whoever signs."""

    edited = Signal(str, object)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(N_("Signature"))
        self.place = TextField("signature.place")
        self.date = DateField("", today)
        self.signatory = WrittenChoice("signature.signatory", "signature.signatory.words")
        self.capacity = ChoiceField("signature.capacity")
        self.words = FollowingText(N_("Signature b&lock"), "signature", 3)

        grid = QGridLayout()
        grid.setHorizontalSpacing(GUTTER)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.add("signature.place", LabelledField(N_("&Place"), self.place)), 0, 0)
        date = LabelledField(N_("Date of signat&ure"), self.date, self.date.entry.line)
        grid.addWidget(self.add("signature.date", date), 0, 1)
        signatory = LabelledField(N_("&Signatory"), self.signatory)
        grid.addWidget(self.add("signature.signatory", signatory), 1, 0)
        grid.addWidget(self.add("signature.capacity", LabelledField(N_("Capacit&y"), self.capacity)), 1, 1)
        grid.addWidget(self.add("signature", self.words), 2, 0, 1, 2)
        self.column.addLayout(grid)

        for control in (self.place, self.signatory, self.capacity, self.words):
            control.edited.connect(self.edited)
        self.date.date_changed.connect(self._emit_date)

    def show_choices(self, choices: Choices) -> None:
        """Offer who may sign on the day."""
        self.signatory.show_choices(choices.signatories)
        self.capacity.show_choices(choices.capacities)

    def show_notice(self, notice: Notice) -> None:
        """Show the signature block of a notice."""
        block = notice.signature
        named = (block.signatory.name, block.signatory.office) if block.signatory else ()
        self.place.show_value(block.place)
        self.date.show_date(block.date)
        self.signatory.show_words(", ".join(word for word in named if word))
        self.capacity.show_value(block.capacity)
        self.words.show_sentence("\n".join(signature_lines(block)), by_hand=block.words is not None)

    def _emit_date(self, day: dt.date | None) -> None:
        self.edited.emit("signature.date", day)
