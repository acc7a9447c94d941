"""Is everything there that a notice needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeeditor.checks.subject import Context, Examination, Hit, Subject
from noticeeditor.notice.agenda import AgendaItem, Publicity, item_count, walk
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.notice.wording import has_gap

_OTHER_BUSINESS = re.compile(r"^\s*(?:Verschiedenes|Sonstiges|Anfragen und Mitteilungen)\b", re.IGNORECASE)
_DECISION = re.compile(
    r"\b(?:Beschluss|Beschlüsse|Beschlussfassung|beschließen|Vergabe|Wahl)\w*", re.IGNORECASE
)


def missing(field: str, words: str = "") -> Examination:
    """Return a check that a field of the sitting or the signature is filled, and has these words."""
    owner, name = field.split(".")

    def examine(subject: Subject, context: Context) -> Iterator[Hit]:
        value = getattr(getattr(subject.notice, owner), name)
        if value is None or (words and not getattr(value, words)):
            yield Hit(field, {})

    return examine


def opening_missing(subject: Subject, context: Context) -> Iterator[Hit]:
    """A notice without an opening sentence announces nothing."""
    if not subject.opening.strip():
        yield Hit("opening", {})


def opening_gap(subject: Subject, context: Context) -> Iterator[Hit]:
    """Words edited by hand must not keep the mark of a missing field, nor a pattern a brace without its partner."""
    for passage in subject.passages:
        if has_gap(passage.text):
            yield Hit(passage.field, {}, passage.text)
    if "{" in subject.opening or "}" in subject.opening:
        yield Hit("opening", {}, subject.opening)


def agenda_empty(subject: Subject, context: Context) -> Iterator[Hit]:
    """A sitting has at least one item (§ 34 (6) GemO: the agenda is made public)."""
    if subject.notice.kind.has_agenda and not item_count(subject.notice.agenda):
        yield Hit("agenda", {})


def part_empty(subject: Subject, context: Context) -> Iterator[Hit]:
    """A heading announces items; an empty part beside others is a leftover."""
    if item_count(subject.notice.agenda):
        for part in subject.notice.agenda.parts:
            if not part.items:
                yield Hit(f"part:{part.id}", {"heading": part.heading}, part.heading)


def item_empty(subject: Subject, context: Context) -> Iterator[Hit]:
    """An item has words."""
    for item, _publicity in subject.items:
        if not item.text.strip() and not (item.published or "").strip():
            yield Hit(f"item:{item.id}", {})


def closed_unpublished(subject: Subject, context: Context) -> Iterator[Hit]:
    """A closed item needs a title that may be published."""
    for item, publicity in subject.items:
        if publicity is Publicity.CLOSED and item.text.strip() and not (item.published or "").strip():
            yield Hit(f"item:{item.id}", {})


def other_business_decides(subject: Subject, context: Context) -> Iterator[Hit]:
    """What is to be decided needs an item of its own: nobody reads it under "Verschiedenes"."""
    for item, publicity in subject.items:
        words = item.wording(publicity)
        if _OTHER_BUSINESS.match(words) and (found := _decision_in(item, publicity, words)):
            yield Hit(f"item:{item.id}", {"word": found}, words)


def _decision_in(item: AgendaItem, publicity: Publicity, words: str) -> str:
    texts = [words, *(child.wording(publicity) for child in walk(item.children))]
    return next((match.group() for text in texts if (match := _DECISION.search(text))), "")


def earlier_missing(subject: Subject, context: Context) -> Iterator[Hit]:
    """A notice about an earlier one names it."""
    if subject.notice.kind is not NoticeKind.SITTING and subject.notice.earlier is None:
        yield Hit("earlier", {})
