"""Real agendas as notices, for tests over big data that stays outside the project."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.body import PublicBody, Signatory, SignatureBlock
from noticeeditor.notice.notice import Notice, OpeningSentence, Sitting, Venue
from noticeeditor.notice.text import without_bad_characters
from tests.builders import OPENING

BESIDE = Path(__file__).parents[2] / "shared" / "data"
_HEADING = re.compile(r"^[\s–-]*(nicht)?[- ]?öffentliche[rn]?\s+(?:Teil|Sitzung)\b[\s:–-]*$", re.IGNORECASE)


def data_folder() -> Path | None:
    """The folder of the big data: ``NOTICEEDITOR_DATA``, or ``shared/data`` beside the checkout."""
    folder = Path(os.environ.get("NOTICEEDITOR_DATA") or BESIDE)
    return folder if folder.is_dir() else None


def councils() -> list[str]:
    """The councils of which there are agendas."""
    folder = data_folder()
    return sorted(path.parent.name for path in folder.glob("oparl/*/meetings.jsonl.gz")) if folder else []


def agendas(council: str = "*") -> Iterator[Notice]:
    """Every real meeting with an agenda, as a notice of the house form signed three weeks before."""
    folder = data_folder()
    for path in sorted(folder.glob(f"oparl/{council}/meetings.jsonl.gz")) if folder else []:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                meeting = json.loads(line)
                items = [
                    item
                    for item in meeting.get("agendaItem", [])
                    if isinstance(item, dict) and item.get("name")
                ]
                if items and meeting.get("start"):
                    yield _notice(meeting, items)


def _notice(meeting: dict[str, Any], items: list[dict[str, Any]]) -> Notice:
    begins = dt.datetime.fromisoformat(meeting["start"]).replace(tzinfo=None)
    location = meeting.get("location")
    line = location.get("description", "") if isinstance(location, dict) else ""
    name = re.sub(r"\s*\(.*\)\s*$", "", meeting["name"])
    parts = tuple(_parts(items))
    return Notice(
        authority="vulkaneifel",
        sitting=Sitting(
            PublicBody(name, name, "", name),
            begins.date(),
            begins.time(),
            Venue(_clean(line) or "Rathaus"),
            _designation(parts),
        ),
        opening=OpeningSentence(OPENING, "sitting@2023"),
        agenda=Agenda(parts),
        signature=SignatureBlock(
            "Kreisverwaltung", "54550 Daun", begins.date() - dt.timedelta(days=21), Signatory("Anna Muster")
        ),
    )


def _parts(items: list[dict[str, Any]]) -> Iterator[AgendaPart]:
    """Yield the parts; headings travel as ordinary items in this data."""
    heading, publicity, found = "", Publicity.PUBLIC, list[AgendaItem]()
    number = 0
    for position, item in enumerate(items):
        words = _clean(item["name"])
        if match := _HEADING.match(words):
            if found:
                number += 1
                yield AgendaPart(f"part-{number}", heading, publicity, tuple(found))
            heading, found = words.strip(" -–:"), []
            publicity = Publicity.CLOSED if match[1] else Publicity.PUBLIC
        else:
            own = Publicity.CLOSED if item.get("public") is False else publicity
            published = words if own is Publicity.CLOSED else None
            found.append(
                AgendaItem(f"item-{position}", words, published, str(item.get("number") or "").strip())
            )
    if found:
        yield AgendaPart(f"part-{number + 1}", heading, publicity, tuple(found))


def _designation(parts: tuple[AgendaPart, ...]) -> str:
    kinds = [kind for kind in Publicity if any(part.publicity is kind for part in parts)]
    words = {Publicity.PUBLIC: "öffentliche", Publicity.CLOSED: "nichtöffentliche"}
    return f"{' und '.join(words[kind] for kind in kinds)} Sitzung"


def _clean(text: str) -> str:
    """The words as a clerk would paste them: no unseen characters, no blank lines or ends."""
    lines = (line.strip() for line in without_bad_characters(text).split("\n"))
    return "\n".join(line for line in lines if line)
