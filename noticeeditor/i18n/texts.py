"""Texts in the language of the reader: English in the code, catalogues for the rest.

The notice itself stays German whatever the language of window and command line.
"""

from __future__ import annotations

import gettext

from noticeeditor import assets

DOMAIN = "noticeeditor"
LANGUAGES = ("de", "en")
DEFAULT = "de"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Switch to a language; one without a catalogue gets the English of the code."""
    global _catalogue, _language
    # gettext remembers what it has read, and reads it once for us and for those that it is lent to
    _catalogue = gettext.translation(DOMAIN, assets.path("locale"), [language], fallback=True)
    _language = language if isinstance(_catalogue, gettext.GNUTranslations) else "en"


def lend() -> None:
    """Let a library that asks gettext itself, such as click, find its words in our catalogue, by the locale."""
    gettext.bindtextdomain(DOMAIN, str(assets.path("locale")))
    gettext.textdomain(DOMAIN)


def language() -> str:
    """Return the language in use."""
    return _language


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _catalogue.gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 - gettext's name for a text that is translated later
    """Mark a message for the catalogues without translating it."""
    return message


def plural(one: str, many: str, count: int) -> str:
    """Return the form that fits the count."""
    return _catalogue.ngettext(one, many, count)
