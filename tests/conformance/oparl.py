"""Read real agendas that municipalities publish as OParl into notices, as far as a test needs."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart
from noticeeditor.notice.body import PublicBody
from noticeeditor.notice.notice import Notice, Sitting, Venue
from noticeeditor.notice.text import without_bad_characters
from tests.builders import a_notice


def folder() -> Path:
    """Return where the agendas would be: they are not part of the project, their licence is unknown."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "data"
    return Path(os.environ.get("NOTICEEDITOR_DATA", beside)) / "oparl"


def notices() -> Iterator[tuple[str, Notice]]:
    """Yield each meeting that has an agenda with its id."""
    for path in sorted(folder().glob("*/meetings.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for meeting in map(json.loads, lines):
                if meeting.get("agendaItem"):
                    yield meeting["id"], _notice(meeting)


def _notice(meeting: dict[str, Any]) -> Notice:
    start = dt.datetime.fromisoformat(meeting["start"]) if meeting.get("start") else None
    location = meeting.get("location") or {}
    sitting = Sitting(
        body=PublicBody(_text(meeting.get("name", "")), f"des Gremiums {_text(meeting.get('name', ''))}"),
        date=start.date() if start else None,
        time=start.time().replace(tzinfo=None) if start else None,
        venue=Venue(_text(location.get("description", ""))) if location else None,
    )
    return replace(a_notice(), sitting=sitting, agenda=Agenda((_part(meeting["agendaItem"]),)))


def _part(items: Any) -> AgendaPart:
    listed = items if isinstance(items, list) else [items]
    return AgendaPart("part-1", "Öffentliche Sitzung", items=tuple(_items(listed)))


def _items(items: list[dict[str, Any]]) -> Iterator[AgendaItem]:
    for position, item in enumerate(items):
        yield AgendaItem(f"item-{position}", _text(item.get("name", "")), label=_text(item.get("number", "")))


def _text(text: str) -> str:
    return without_bad_characters(text).strip()
