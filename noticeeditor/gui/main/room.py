"""Which panes have room beside one another; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Pane(StrEnum):
    """The panes of the window, from left to right."""

    NOTICES = "notices"
    EDITOR = "editor"
    PREVIEW = "preview"


LEAST = {Pane.NOTICES: 312, Pane.EDITOR: 588, Pane.PREVIEW: 374}  # px
TIGHT = {Pane.EDITOR: 320, Pane.PREVIEW: 310}  # of the editor without its form, the preview without its title
HANDLE = 1
NARROW = sum(LEAST.values()) + 2 * HANDLE  # px below which not all of them fit
LOWEST = 340
ABOVE_FINDINGS = 490  # px that the list of findings leaves to all else, while it can


def fitting(width: int, wanted: Iterable[Pane], least: Mapping[Pane, int] = LEAST) -> frozenset[Pane]:
    """Return the panes to show: the first that is wanted always, each other one for which room is left."""
    shown, left = set[Pane](), width + HANDLE
    for pane in wanted:
        needed = least[pane] + HANDLE
        if not shown or needed <= left:
            shown.add(pane)
            left -= needed
    return frozenset(shown)
