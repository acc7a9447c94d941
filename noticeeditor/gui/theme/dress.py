"""Dress the application: scheme → tokens → palette, style sheet and icons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from noticeeditor.gui.theme import fonts
from noticeeditor.gui.theme.icons import _InUse
from noticeeditor.gui.theme.sheet import style_sheet
from noticeeditor.gui.theme.tokens import TOKENS, Scheme, Tokens

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "strong",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, sheet: bool = True) -> None:
    """Dress the application in a scheme; a system scheme is followed while it is in use.

    Without the ``sheet`` a window is built twice as fast; ``finish`` puts it on before the
    window is shown.
    """
    fonts.load()
    app.setProperty("scheme", str(scheme))
    if not app.property("dressed"):
        app.setProperty("dressed", True)
        app.setStyle("Fusion")
        app.setFont(fonts.interface_font())
        app.styleHints().colorSchemeChanged.connect(_follow_system)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(_follow_system)
    _wear(app, TOKENS[_resolved(app, scheme)], sheet=sheet)


def finish(app: QApplication) -> None:
    """Put the style sheet on, where it is not on yet."""
    if not app.styleSheet():
        app.setStyleSheet(style_sheet(_InUse.tokens))


def tokens() -> Tokens:
    """Return the colours in use."""
    return _InUse.tokens


def scheme_in_use() -> Scheme:
    """Return the scheme that was asked for."""
    app = QApplication.instance()
    return Scheme(app.property("scheme") or Scheme.SYSTEM) if app else Scheme.SYSTEM


def dress(widget: QWidget, look: str) -> None:
    """Give a widget one of the looks of the style sheet (``title``, ``error``, ``primary`` …)."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it is going to be
    style = widget.style()
    style.unpolish(widget)  # a changed property takes effect only when it is polished again
    style.polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # labels measure themselves anew
    widget.updateGeometry()


def _resolved(app: QApplication, scheme: Scheme) -> Scheme:
    if scheme is not Scheme.SYSTEM:
        return scheme
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


def _follow_system() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and scheme_in_use() is Scheme.SYSTEM:
        _wear(app, TOKENS[_resolved(app, Scheme.SYSTEM)], sheet=True)


def _wear(app: QApplication, chosen: Tokens, *, sheet: bool) -> None:
    if app.property("worn") == chosen.window + chosen.text:
        if sheet:
            finish(app)
        return
    app.setProperty("worn", chosen.window + chosen.text)
    _InUse.tokens = chosen
    app.setPalette(_palette(chosen))
    if sheet:
        app.setStyleSheet(style_sheet(chosen))


def _palette(chosen: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(chosen, token)))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.disabled))
    return palette
