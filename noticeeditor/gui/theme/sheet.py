"""The style sheet, filled from the tokens of a scheme.

Looks are chosen by the dynamic property ``look`` (see ``dress``), so that a view
names what a thing is and the sheet alone says how that looks.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from noticeeditor import assets

if TYPE_CHECKING:
    from noticeeditor.gui.theme.tokens import Tokens


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of a scheme."""
    icons = assets.path("icons").as_posix()
    return Template(_SHEET).substitute(asdict(tokens), icons=icons)


_SHEET = """
QMainWindow, QDialog, QWidget[look="ground"], QScrollArea[look="ground"] { background: $window; }
QFrame[look="pane"], QWidget[look="pane"] { background: $surface; }
QFrame[look="side"], QFrame[look="preview"] { background: $surface; border: 0; }
QFrame[look="preview-lined"] { background: $surface; border: 0; border-left: 1px solid $border; }
QFrame[look="foot"] { background: $surface; border: 0; border-top: 1px solid $border; }
QWidget[look="backdrop"] { background: $backdrop; }
QFrame[look="card"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame[look="card-marked"] { background: $surface; border: 1px solid $accent; border-radius: 10px; }
QFrame[look="line"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[look="popup"] { background: $surface; border: 1px solid $strong; border-radius: 10px; }
QFrame[look="note"] { background: $info_soft; border: 0; border-radius: 8px; }
QFrame[look="note-danger"] { background: $danger_soft; border: 0; border-radius: 8px; }
QFrame[look="note-warning"] { background: $warning_soft; border: 0; border-radius: 8px; }
QFrame[look="note-success"] { background: $success_soft; border: 0; border-radius: 8px; }
QFrame[look="note"] QLabel { color: $info; }
QFrame[look="note-danger"] QLabel { color: $danger; }
QFrame[look="note-warning"] QLabel { color: $warning; }
QFrame[look="note-success"] QLabel { color: $success; }

QFrame[look="pane-line"] { background: $surface; border: 0; border-bottom: 1px solid $border; }
QFrame[look="findings"] { background: $surface; border: 0; border-top: 1px solid $border; }
QFrame[look="finding"] { background: transparent; border: 0; border-radius: 6px; }
QFrame[look="finding"]:hover { background: $hover; }
QFrame[look="date"] { background: transparent; border: 0; border-left: 2px solid $border; }
QFrame[look="date-next"] { background: $selection; border: 0; border-left: 2px solid $accent; border-top-right-radius: 6px;
  border-bottom-right-radius: 6px; }

QLabel { background: transparent; }
QLabel:disabled { color: $muted; }
QLabel[look="day-next"] { color: $accent; font-weight: 600; }
QLabel[look="day-passed"] { color: $muted; text-decoration: line-through; }
QLabel[look="title"] { font-size: 14pt; font-weight: 600; }
QLabel[look="display"] { font-size: 18pt; font-weight: 600; }
QLabel[look="title-aside"] { color: $muted; font-size: 14pt; }
QLabel[look="heading"] { font-size: 11.5pt; font-weight: 600; }
QLabel[look="label"] { font-weight: 500; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 9.5pt; }
QLabel[look="error"] { color: $danger; font-size: 9.5pt; font-weight: 500; }
QLabel[look="warning"] { color: $warning; font-size: 9.5pt; font-weight: 500; }
QLabel[look="hint"] { color: $info; font-size: 9.5pt; }
QLabel[look="example"] { color: $info; background: $info_soft; font-size: 9.5pt; border-radius: 6px; padding: 6px 10px; }
QLabel[look="key"] { color: $muted; font-size: 9.5pt; border: 1px solid $border; border-radius: 4px; padding: 1px 5px; }
QLabel[look="badge-info"], QLabel[look="badge-warning"], QLabel[look="badge-success"], QLabel[look="badge-danger"],
QLabel[look="badge-muted"] { font-size: 9.5pt; font-weight: 500; border-radius: 10px; padding: 2px 9px; }
QLabel[look="badge-info"] { color: $info; background: $info_soft; }
QLabel[look="badge-warning"] { color: $warning; background: $warning_soft; }
QLabel[look="badge-success"] { color: $success; background: $success_soft; }
QLabel[look="badge-danger"] { color: $danger; background: $danger_soft; }
QLabel[look="badge-muted"] { color: $muted; background: $hover; }

QToolBar { background: $surface; border: 0; border-bottom: 1px solid $border; padding: 7px 10px; spacing: 2px; }
QToolBar::separator { background: $border; width: 1px; margin: 7px 8px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 7px; color: $text; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $selection; }
QToolButton:disabled { color: $disabled; }
QToolButton:checked { background: $selection; color: $accent; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[look="chip"] { padding: 3px 5px; font-size: 9.5pt; border-radius: 11px; }
QToolButton[look="chip"]:checked { border: 1px solid $accent; font-weight: 500; }
QToolButton[look="insert"] { padding: 2px 7px; font-size: 9.5pt; border: 1px solid $border; border-radius: 11px; background: $surface; }
QToolButton[look="insert"]:hover { border-color: $accent; background: $hover; }
QToolButton[look="insert"]:focus { border: 1px solid $accent; background: $selection; }
QToolButton[look="link"] { color: $accent; padding: 2px 4px; font-size: 9.5pt; font-weight: 500; }
QToolButton[look="link"]:hover { background: $selection; }
QToolButton[look="link"]:focus { border: 1px solid $accent; }

QPushButton { border: 1px solid $strong; border-radius: 6px; padding: 0 14px; min-height: 32px; background: $surface; color: $text; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 30px; }
QPushButton:disabled { color: $disabled; border-color: $border; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 0 13px; min-height: 30px; }
QPushButton[look="primary"]:disabled { background: $hover; color: $disabled; border-color: $border; }
QPushButton[look="danger"] { color: $danger; border-color: $danger; }
QPushButton[look="way"] { border: 1px solid $strong; border-radius: 10px; background: $surface;
  padding: 0; min-height: 72px; max-height: 72px; }
QPushButton[look="way"]:hover { border-color: $accent; background: $hover; }
QPushButton[look="way"]:focus { border: 2px solid $accent; padding: 0; min-height: 70px; max-height: 70px; }
QPushButton[look="quiet"] { border-color: transparent; background: transparent; }
QPushButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:focus { border: 2px solid $accent; padding: 0 13px; min-height: 30px; }

QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox, QDoubleSpinBox {
  background: $surface; color: $text; border: 1px solid $strong; border-radius: 6px; padding: 0 10px;
  min-height: 32px; max-height: 32px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted; }
QComboBox:!editable { padding: 0 12px; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid $accent; padding: 0 9px; min-height: 30px; max-height: 30px; }
QComboBox:!editable:focus, QComboBox:!editable:on { padding: 0 11px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only { background: $sunken; color: $muted; border-color: $border; }
QLineEdit[look="search"] { padding: 0 6px; }
QLineEdit[look="invalid"], QComboBox[look="invalid"] { border: 2px solid $danger; padding: 0 9px; min-height: 30px; max-height: 30px; }
QLineEdit[look="warned"], QComboBox[look="warned"] { border: 2px solid $warning; padding: 0 9px; min-height: 30px; max-height: 30px; }
QComboBox[look="invalid"]:!editable, QComboBox[look="warned"]:!editable { padding: 0 11px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit {
  border: 0; border-radius: 0; padding: 0; background: transparent; min-height: 0; max-height: 400px; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($icons/neutral-chevron-down.svg); width: 16px; height: 16px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 22px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($icons/neutral-chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($icons/neutral-chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $strong; selection-background-color: $selection;
  selection-color: $text; outline: 0; padding: 4px; }
QPlainTextEdit, QTextEdit { background: $surface; color: $text; border: 1px solid $strong; border-radius: 6px; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QPlainTextEdit[look="in-place"], QPlainTextEdit[look="in-place"]:focus {
  background: transparent; border: 0; border-radius: 0; padding: 0; }
QPlainTextEdit[look="follows"] { background: $sunken; border-color: $border; color: $text; }
QPlainTextEdit[look="follows"]:focus { border: 2px solid $accent; }
QPlainTextEdit[look="invalid"] { border: 2px solid $danger; padding: 3px 7px; }
QPlainTextEdit[look="warned"] { border: 2px solid $warning; padding: 3px 7px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $strong; background: $surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: #1d4aa8; border-color: $accent; image: url($icons/neutral-check.svg); }
QRadioButton::indicator:checked { background: $surface; border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:!checked:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QGroupBox { border: 1px solid $border; border-radius: 8px; margin-top: 10px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0 4px; font-weight: 600; }

QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0; alternate-background-color: $sunken; }
QListView::item, QTreeView::item, QTableView::item { border-radius: 5px; padding: 3px 4px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $selection; color: $text; }
QTreeView::branch:has-children:closed { image: url($icons/neutral-chevron-right.svg); }
QTreeView::branch:has-children:open { image: url($icons/neutral-chevron-down.svg); }
QAbstractItemView[look="boxed"] { border: 1px solid $border; border-radius: 8px; }
QListView[look="boxed"] { padding: 4px; }
QListView[look="nav"] { padding: 10px 8px; border-right: 1px solid $border; }
QListView[look="nav"]::item { padding: 6px 8px; }
QListView[look="nav"]::item:selected { color: $accent; }
QAbstractItemView[look="boxed"]:focus { border: 1px solid $accent; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $border; padding: 6px 8px;
  font-weight: 500; }
QTableView { gridline-color: $border; }

QMenuBar { background: $surface; border: 0; padding: 2px 8px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $text; border: 1px solid $strong; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 5px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }

QTabBar::tab { padding: 7px 12px; color: $muted; border: 0; border-bottom: 2px solid transparent; background: transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 500; }
QTabWidget::pane { border: 0; border-top: 1px solid $border; }

QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $surface; border-top: 1px solid $border; color: $muted; min-height: 26px; }
QStatusBar::item { border: 0; }
QScrollArea { border: 0; }
QScrollArea[look="card"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QScrollArea[look="card"] > QWidget > QWidget { background: transparent; }
QScrollArea[look="backdrop"], QAbstractScrollArea[look="backdrop"] { background: $backdrop; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 3px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 3px; }
QScrollBar::handle { background: $strong; border-radius: 3px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: 0; width: 0; height: 0; }
QProgressBar { border: 0; border-radius: 3px; background: $border; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolTip { background: $text; color: $surface; border: 0; padding: 5px 7px; }
QCalendarWidget QToolButton { font-weight: 600; }
"""
