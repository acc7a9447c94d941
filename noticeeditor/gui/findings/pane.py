"""The list of findings below the form: severity, sentence, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.findings.rows import HINT, OBSTACLE, SEVERITIES, WARNING, FindingRow, summary_of
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from noticeeditor.checks.finding import Finding

ICONS = {
    OBSTACLE: ("circle-alert", "danger"),
    WARNING: ("triangle-alert", "warning"),
    HINT: ("info", "info"),
}
BADGES = {OBSTACLE: "danger", WARNING: "warning", HINT: "info"}
LOWEST, HIGHEST = 72, 230  # px of the list


class FindingsPane(QFrame):
    """A line that counts, and the list that it opens."""

    jump_wished = Signal(str)
    fix_wished = Signal(object)
    set_aside_wished = Signal(object)
    opened = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        dress(self, "findings")
        self._rows: tuple[FindingRow, ...] = ()
        self._jumped, self._highest = -1, HIGHEST
        self.toggle = QToolButton()
        self.toggle.setCheckable(True)
        self.toggle.setIcon(icon("chevron-up", "muted"))
        self.toggle.setIconSize(QSize(16, 16))
        self.title = QLabel()
        dress(self.title, "label")
        self.counts = {severity: QLabel() for severity in SEVERITIES}
        self.fine = QLabel()
        dress(self.fine, "small")
        self.cards: list[FindingCard] = []
        self.list = QScrollArea()
        self._fill = QVBoxLayout()
        self._lay_out()
        self.toggle.toggled.connect(self._open)
        self.retranslate()

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The findings that are shown."""
        return self._rows

    @property
    def is_open(self) -> bool:
        """Whether the list is open."""
        return self.toggle.isChecked()

    def show_rows(self, rows: tuple[FindingRow, ...]) -> None:
        """Show findings; cards are used again."""
        if rows == self._rows:
            return
        self._rows = rows
        self._jumped = min(self._jumped, len(rows) - 1)
        self._count()
        if self.toggle.isChecked():
            self._show_cards()

    def allow(self, height: int) -> None:
        """Let the list be so high, within limits."""
        self._highest = min(max(height, LOWEST), HIGHEST)
        self._fit()

    def jump(self, direction: int) -> None:
        """Go to the next finding, or the one before."""
        if self._rows:
            self._jumped = (self._jumped + direction) % len(self._rows)
            self.jump_wished.emit(self._rows[self._jumped].finding.field)

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.title.setText(_("Findings"))
        self.toggle.setToolTip(_("Show the list of findings"))
        self.toggle.setAccessibleName(_("Findings"))
        self.fine.setText(_("Nothing to remark."))
        self._count()
        for card in self.cards:
            card.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(20, 5, 12, 5)
        line.setSpacing(8)
        line.addWidget(self.title)
        for severity, label in self.counts.items():
            dress(label, f"badge-{BADGES[severity]}")
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.fine)
        line.addStretch()
        line.addWidget(self.toggle)
        ground = QWidget()
        dress(ground, "pane")
        ground.setLayout(self._fill)
        self._fill.setContentsMargins(14, 2, 14, 10)
        self._fill.setSpacing(2)
        self._fill.addStretch()
        self.list.setWidgetResizable(True)
        self.list.setWidget(ground)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.list)

    def _open(self, opened: bool) -> None:
        self.toggle.setIcon(icon("chevron-down" if opened else "chevron-up", "muted"))
        self._show_cards()
        self.list.setVisible(opened and bool(self._rows))
        self.opened.emit(opened)

    def _count(self) -> None:
        counted = dict(summary_of(self._rows))
        for severity, label in self.counts.items():
            label.setText(counted.get(severity, ""))
            label.setVisible(severity in counted)
        self.fine.setVisible(not counted)

    def _show_cards(self) -> None:
        while len(self.cards) < len(self._rows):
            card = FindingCard()
            card.jump_wished.connect(self.jump_wished)
            card.fix_wished.connect(self.fix_wished)
            card.set_aside_wished.connect(self.set_aside_wished)
            self.cards.append(card)
            self._fill.insertWidget(len(self.cards) - 1, card)
        for card, row in zip(self.cards, self._rows, strict=False):
            card.show_row(row)
        for card in self.cards[len(self._rows) :]:
            card.hide()
        self.list.setVisible(self.toggle.isChecked() and bool(self._rows))
        self._fit()

    def _fit(self) -> None:
        wanted = sum(
            card.sizeHint().height() + self._fill.spacing() for card in self.cards[: len(self._rows)]
        )
        self.list.setFixedHeight(min(self._highest, wanted + 16))


class FindingCard(QFrame):
    """One finding."""

    jump_wished = Signal(str)
    fix_wished = Signal(object)
    set_aside_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        dress(self, "finding")
        self._row: FindingRow | None = None
        self.sign, self.sentence, self.rule = QLabel(), QLabel(), QLabel()
        for label in (self.sentence, self.rule):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        dress(self.rule, "small")
        self.rule.hide()
        self.show_button, self.fix_button, self.aside_button, self.rule_button = (
            QToolButton() for _number in range(4)
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.sentence)
        words.addWidget(self.rule)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(6)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        words.addStretch()
        for button in (self.fix_button, self.aside_button, self.show_button, self.rule_button):
            dress(button, "link")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.rule_button.setCheckable(True)
        line = self.show_button.sizeHint().height()  # sign, first line and buttons stand at one height
        self.sign.setFixedHeight(line)
        words.setContentsMargins(0, (line - self.sentence.fontMetrics().height()) // 2, 0, 0)

        self.show_button.clicked.connect(self._emit_jump)
        self.fix_button.clicked.connect(self._emit_fix)
        self.aside_button.clicked.connect(self._emit_aside)
        self.rule_button.toggled.connect(self.rule.setVisible)
        self.retranslate()

    def show_row(self, row: FindingRow) -> None:
        """Show a finding."""
        same = self._row is not None and self._row.finding.rule == row.finding.rule
        self._row = row
        name, tone = ICONS[row.finding.severity.value]
        self.sign.setPixmap(icon(name, tone).pixmap(QSize(17, 17), self.devicePixelRatioF()))
        self.sign.setAccessibleName(row.finding.severity.value)
        self.sentence.setText(row.sentence)
        self.rule.setText(row.rule)
        self.rule_button.setVisible(bool(row.rule))
        self.fix_button.setVisible(row.can_be_fixed)
        self.aside_button.setVisible(row.can_be_set_aside)
        if not same:
            self.rule_button.setChecked(False)
        self.setAccessibleName(row.sentence)
        self.show()

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        for button, text in (
            (self.show_button, _("Show")),
            (self.fix_button, _("Fix")),
            (self.aside_button, _("Ignore …")),
            (self.rule_button, _("Rule")),
        ):
            button.setText(text)

    def _emit_jump(self) -> None:
        self.jump_wished.emit(self._finding.field)

    def _emit_fix(self) -> None:
        self.fix_wished.emit(self._finding)

    def _emit_aside(self) -> None:
        self.set_aside_wished.emit(self._finding)

    @property
    def _finding(self) -> Finding:
        if self._row is None:
            raise RuntimeError("a card is used before it shows a finding")
        return self._row.finding
