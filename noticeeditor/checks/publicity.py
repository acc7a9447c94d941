"""What must not leave the house: private details in public parts, particulars of closed items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeeditor.checks.subject import Context, Hit, Passage, PassageExamination, Place, Subject
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.notice import NoticeKind

_CAPITAL = "[A-ZÄÖÜ]"
_PERSON = rf"(?:Herrn?|Frau|Familie|Fam\.|Eheleuten?)\s+(?:(?:Dr|Prof)\.\s+)*{_CAPITAL}\w+"
_STREET = r"(?!Bundes|Landes|Kreis|Gemeinde)[\w.-]{0,40}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Gg]asse|[Aa]llee|[Pp]latz|[Rr]ing)\s+\d+\w?"
_PLOT = re.compile(r"\b(?:Flur(?:stücke?n?)?|Flst\.|Parzellen?)\s*(?:Nrn?\.?\s*)?\d[\d/]*")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")
_TELEPHONE = re.compile(
    r"(?:\b(?:Tel(?:efon)?|Fax|Mobil|Handy)\b[.:\s]*|(?<![\d.,/])(?:\+49|\(?0[1-9]\d{1,4}\)?)[\s/–-]{1,3})\d[\d\s/–-]{3,}\d"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){3,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?\b")
_ADDRESS = re.compile(rf"{_PERSON}[^\n]{{0,40}}?\b{_STREET}")
_AMOUNT = re.compile(r"\d[\d.,]*\s*(?:€|EUR\b|Euro\b|T€|Mio\b)")
_NAME = re.compile(
    rf"\b{_PERSON}|\b(?:Firma|Fa\.)\s+{_CAPITAL}\w+|\b{_CAPITAL}[\w&.-]{{0,40}}(?:\s+{_CAPITAL}?[\w&.-]{{1,40}})?\s+(?:GmbH|AG|KG|OHG|UG|e\.\s?K\.)(?!\w)"
)
_FILE_NUMBER = re.compile(r"\b(?:Az\.?|Aktenzeichen|Personalnummer|Kassenzeichen)[:\s]*[\w./-]*\d[\w./-]*")
_HOUSE = re.compile(rf"\b{_STREET}")


def private(pattern: re.Pattern[str]) -> PassageExamination:
    """Return a check that an item, remark or heading of a public part does not hold such a detail."""

    def examine(passage: Passage, context: Context) -> Iterator[Hit]:
        if passage.publicity is Publicity.PUBLIC and passage.place in {Place.ITEM, Place.PART}:
            for match in _details(pattern, passage.text):
                yield _hit(passage, match)

    return examine


email = private(_EMAIL)
telephone = private(_TELEPHONE)
iban = private(_IBAN)
address = private(_ADDRESS)
plot = private(_PLOT)

_PARTICULARS = (
    ("name", _NAME), ("amount", _AMOUNT), ("plot", _PLOT), ("file-number", _FILE_NUMBER),
    ("address", _HOUSE), ("email", _EMAIL), ("telephone", _TELEPHONE), ("iban", _IBAN),
)  # fmt: skip


def closed_particular(passage: Passage, context: Context) -> Iterator[Hit]:
    """The published title of a closed item is general: no names, numbers, amounts (VV zu § 34 GemO Nr. 4)."""
    if passage.publicity is Publicity.CLOSED:
        for particular, pattern in _PARTICULARS:
            if match := next(_details(pattern, passage.text), None):
                yield Hit(
                    passage.field,
                    {"particular": particular, "word": match.group(), "position": match.start()},
                    passage.text,
                )


def designation_without_closed(subject: Subject, context: Context) -> Iterator[Hit]:
    """A sitting with a closed part is announced as one, and one without is not."""
    notice = subject.notice
    if notice.kind is not NoticeKind.SITTING or not any(part.items for part in notice.agenda.parts):
        return
    said = notice.sitting.designation.lower()
    has_closed = any(part.publicity is Publicity.CLOSED and part.items for part in notice.agenda.parts)
    has_public = any(part.publicity is Publicity.PUBLIC and part.items for part in notice.agenda.parts)
    says_closed = re.search(r"nicht[- ]?öffentlich", said) is not None
    says_public = re.search(r"(?<!nicht[- ])\böffentlich", said) is not None
    if (says_closed and not has_closed) or (says_public and not has_public):
        yield Hit("sitting.designation", {"designation": notice.sitting.designation}, said)


def _details(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds; the digits of a bank account are no telephone number."""
    accounts = [] if pattern is _IBAN else [match.span() for match in _IBAN.finditer(text)]
    for match in pattern.finditer(text):
        if not any(start <= match.start() < end for start, end in accounts):
            yield match


def _hit(passage: Passage, match: re.Match[str]) -> Hit:
    return Hit(passage.field, {"word": match.group(), "position": match.start()}, passage.text)
