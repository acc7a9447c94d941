"""The sentences of the outliner that are not on a button: what a row is called when read aloud."""

from __future__ import annotations

from noticeeditor.gui.agenda.rows import Field, Row
from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.agenda import Publicity

PUBLICITY_NAMES = {Publicity.PUBLIC: N_("public"), Publicity.CLOSED: N_("not public")}
PLACEHOLDERS = {
    Field.HEADING: N_("Heading of the part"),
    Field.TEXT: N_("Words of the item"),
    Field.PUBLISHED: N_("Title that may be published"),
}
EMPTY_PART = N_("No item yet – Enter makes the first one")
PUBLISHED = N_("will be published")
LEAVES = N_("came from the closed part; these words will be published")


def spoken(row: Row, finding: str) -> str:
    """Return a row as a screen reader says it: number, words, publicity, level, finding."""
    words = row.text.replace("\n", ", ") or _("empty")
    publicity = _(PUBLICITY_NAMES[row.publicity])
    match row.field:
        case Field.HEADING:
            said = [_("Part {label}").format(label=row.label).strip(), words, publicity]
        case Field.TEXT:
            level = _("level {level}").format(level=row.level + 1)
            said = [_("Item {label}").format(label=row.label).strip(), words, publicity, level]
        case Field.PUBLISHED:
            said = [_(PUBLISHED), words]
    return ", ".join([*said, finding] if finding else said)
