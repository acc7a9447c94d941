"""How the window looks: tokens, palette, style sheet, icons and fonts, the same on every system.

``apply(app, scheme)`` dresses the whole application and may be called again at any
time; ``tokens()`` are the colours in use, ``icon(name)`` is an icon that follows them.
"""

from __future__ import annotations

from noticeeditor.gui.theme.dress import apply, dress, finish, scheme_in_use, tokens
from noticeeditor.gui.theme.icons import icon
from noticeeditor.gui.theme.tokens import Scheme, Tokens

__all__ = [
    "Scheme",
    "Tokens",
    "apply",
    "dress",
    "finish",
    "icon",
    "scheme_in_use",
    "tokens",
]
