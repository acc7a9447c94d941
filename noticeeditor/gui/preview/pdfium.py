"""PDFium knows no threads: whoever calls it, or lets go of what it made, holds this lock."""

from __future__ import annotations

from threading import RLock

PDFIUM = RLock()  # one that is taken again where an object goes while another one is drawn
