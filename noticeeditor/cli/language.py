"""The language of the reader, from the locale of the system."""

from __future__ import annotations

import os

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def system_language() -> str:
    """Return ``de`` or ``en``: the locale of messages decides, and German where there is none."""
    locale = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    language = locale.split("_")[0].split(".")[0].lower()
    return "de" if language in {"", "de"} else "en"
