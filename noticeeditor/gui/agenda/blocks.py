"""Words that are written again and again, offered behind ``/``; ``{}`` is a place to fill in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeeditor.notice.agenda import Publicity

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile

STOP = "{}"


class TextBlock(Struct, frozen=True):
    """A name to search for, and the words with their places to fill in."""

    name: str
    text: str

    @property
    def words(self) -> str:
        """Return the words without the marks of places."""
        return self.text.replace(STOP, "")

    @property
    def stops(self) -> tuple[int, ...]:
        """Return where in the words something is to be filled in, the end where nowhere is."""
        pieces = self.text.split(STOP)
        positions = [sum(map(len, pieces[:count])) for count in range(1, len(pieces))]
        return tuple(positions) or (len(self.text),)


def matching(blocks: tuple[TextBlock, ...], typed: str) -> tuple[TextBlock, ...]:
    """Return the blocks whose name or words hold what was typed, those that begin with it first."""
    wanted = typed.casefold().strip()
    found = [block for block in blocks if wanted in f"{block.name} {block.words}".casefold()]
    return tuple(sorted(found, key=lambda block: not block.name.casefold().startswith(wanted)))


COMMON = (
    TextBlock("hier", "hier: {}"),
    TextBlock("Antrag", "Antrag der {}: „{}“"),
    TextBlock("Antrag der Kreistagsfraktion", "Antrag der Kreistagsfraktion {}: „{}“"),
    TextBlock("Beratung und Beschlussfassung", "Beratung und Beschlussfassung über {}"),
    TextBlock("Anfrage", "Anfrage der {}: „{}“"),
)


def text_blocks(
    profile: AuthorityProfile, body: str = "", last_sitting: dt.date | None = None
) -> tuple[TextBlock, ...]:
    """Return the standing items of a body and the common turns of phrase."""
    from noticeeditor.authority.drafting import standing_items

    entry = profile.body(body)
    standing = [
        TextBlock(item.text, item.text)
        for publicity in Publicity
        for item in standing_items(profile, entry, last_sitting, publicity)
    ]
    return tuple(dict.fromkeys((*standing, *COMMON)))
