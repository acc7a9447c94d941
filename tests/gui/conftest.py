"""Windows are tested without a screen, in the shipped font, light, in German."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
