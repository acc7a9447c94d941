"""Do the words read as they should: verbs, blanks, doubled words, genitives, forms, characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from noticeeditor.checks.finding import Replacement
from noticeeditor.checks.mentions import dates_in, times_in
from noticeeditor.checks.subject import Context, Hit, Passage, Subject
from noticeeditor.notice.text import bad_character
from noticeeditor.notice.wording import fill, opening_fields

_VERB = re.compile(
    r"\b(?:findet|finden|tagt|tagen|tritt|treten|kommt|kommen|lädt|laden|lade|wird|werden|entfällt|entfallen|muss|müssen|"
    r"ist|sind|beginnt|erfolgt|ergänzt|erweitert|verlegt|hält|halten|berät|gebe|geben)\b"
)
_TAKES_PLACE = re.compile(r"\b(?:findet|finden)\b")
_STATT = re.compile(r"\bstatt(?:finden)?\b")
_DOUBLE_BLANK = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_BLANK_BEFORE = re.compile(r"(?<=\w)[ \u00a0]+(?=[,;:!?](?:\s(?!\d)|$)|\.(?:\s|$))")
_NO_BLANK_AFTER = re.compile(r"(?<=[a-zäöüß]{2})[,;](?=[A-Za-zÄÖÜäöüß])")
_DOUBLED = re.compile(r"(?<![\w-])([A-Za-zÄÖÜäöüß]{2,})\s+(\1)(?![\w-])")
_MAY_DOUBLE = {"der", "die", "das", "sie"}
_GENITIVE = {
    "ausschuss": "es", "ausschuß": "es", "beirat": "es", "rat": "es", "tag": "es", "verband": "es",
    "vorstand": "es", "kuratorium": "s", "gremium": "s",
}  # fmt: skip
_BARE = re.compile(
    rf"^(?:des|eines)\s+(?P<noun>[\w-]*?(?P<stem>{'|'.join(_GENITIVE)}))(?![\w-])", re.IGNORECASE
)
_GREEK_OR_CYRILLIC = re.compile(r"[\u0370-\u052f]")
_LOOKALIKE = re.compile(r"\b(?=\w*[A-Za-zÄÖÜäöüß])\w*[\u0370-\u03ff\u0400-\u052f]\w*")


def verb_missing(subject: Subject, context: Context) -> Iterator[Hit]:
    """The opening sentence has a verb (2021 one was printed without "findet")."""
    if subject.opening.strip() and not _VERB.search(subject.opening):
        yield Hit("opening", {}, subject.opening)


def statt_missing(subject: Subject, context: Context) -> Iterator[Hit]:
    """What "findet" begins, "statt" ends."""
    if _TAKES_PLACE.search(subject.opening) and not _STATT.search(subject.opening):
        yield Hit("opening", {}, subject.opening)


def opening_by_hand(subject: Subject, context: Context) -> Iterator[Hit]:
    """A sentence edited by hand no longer follows the fields."""
    opening = subject.notice.opening
    if opening.words is None or not opening.pattern:
        return
    expected = fill(opening.pattern, opening_fields(subject.notice))
    if opening.words != expected:
        yield Hit("opening", {"expected": expected}, opening.words)


def double_blank(passage: Passage, context: Context) -> Iterator[Hit]:
    """Words are parted by one blank."""
    return _all_replaced(passage, _DOUBLE_BLANK, lambda match: " ")


def blank_before_mark(passage: Passage, context: Context) -> Iterator[Hit]:
    """No blank before a comma, full stop, colon or the like."""
    return _all_replaced(passage, _BLANK_BEFORE, lambda match: "")


def blank_missing(passage: Passage, context: Context) -> Iterator[Hit]:
    """A blank follows a comma and a semicolon."""
    return _all_replaced(passage, _NO_BLANK_AFTER, lambda match: f"{match.group()} ")


def doubled_word(passage: Passage, context: Context) -> Iterator[Hit]:
    """A word stands there once."""
    for match in _DOUBLED.finditer(passage.text):
        if match[1].lower() not in _MAY_DOUBLE:
            fix = Replacement(passage.field, match.start(), match.end(), match[1])
            yield Hit(passage.field, {"word": match[1], "position": match.start()}, passage.text, fix)


def genitive_uninflected(subject: Subject, context: Context) -> Iterator[Hit]:
    """The genitive of "Ausschuss" is "Ausschusses"; houses print both, so this is a hint."""
    body = subject.notice.sitting.body
    match = _BARE.match(body.genitive) if body else None
    if body and match:
        ending = _GENITIVE[match["stem"].lower()]
        fix = Replacement("sitting.body", match.end(), match.end(), ending)
        yield Hit(
            "sitting.body", {"written": match["noun"], "expected": match["noun"] + ending}, body.genitive, fix
        )


def mixed_dates(subject: Subject, context: Context) -> Iterator[Hit]:
    """Days are written in one form: with or without a zero, with two or four digits of the year."""
    forms = [
        (mention.form, mention.written, passage)
        for passage in subject.passages
        for mention in dates_in(passage.text)
        if mention.form and not mention.form.startswith("?")
    ]
    yield from _odd_one_out(forms)


def mixed_times(subject: Subject, context: Context) -> Iterator[Hit]:
    """Times are written in one form: 18:00, 18.00 or 18."""
    opening = Passage("opening", subject.opening, subject.passages[0].place) if subject.passages else None
    passages = [passage for passage in subject.passages if passage.field != "opening"]
    forms = [
        (mention.form, mention.written, passage)
        for passage in (([opening] if opening else []) + passages)
        for mention in times_in(passage.text)
    ]
    yield from _odd_one_out(forms)


def _odd_one_out(forms: list[tuple[str, str, Passage]]) -> Iterator[Hit]:
    """Yield the first passage whose form is not that of the most, with an example of both."""
    counts = Counter(form for form, _, _ in forms)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    example = next(written for form, written, _ in forms if form == usual)
    odd, passage = next((written, passage) for form, written, passage in forms if form != usual)
    yield Hit(passage.field, {"written": odd, "usual": example}, passage.text)


def bad_characters(passage: Passage, context: Context) -> Iterator[Hit]:
    """No character is unseen or turns the direction of the text."""
    if bad := bad_character(passage.text):
        yield Hit(
            passage.field,
            {"character": f"U+{bad.code_point:04X}", "kind": bad.kind, "position": bad.position},
        )


def uncovered_characters(passage: Passage, context: Context) -> Iterator[Hit]:
    """A shipped font has every character."""
    if not passage.text.isascii() and (characters := context.uncovered(passage.text)):
        yield Hit(passage.field, {"characters": characters}, passage.text)


def lookalike_letters(passage: Passage, context: Context) -> Iterator[Hit]:
    """No word mixes Latin with Greek or Cyrillic letters, which look alike."""
    if _GREEK_OR_CYRILLIC.search(passage.text):
        for match in _LOOKALIKE.finditer(passage.text):
            yield Hit(passage.field, {"word": match.group(), "position": match.start()}, passage.text)


def _all_replaced(
    passage: Passage, pattern: re.Pattern[str], mended: Callable[[re.Match[str]], str]
) -> Iterator[Hit]:
    """Yield one hit for a text however often the pattern is in it, with a fix for all of them."""
    first = pattern.search(passage.text)
    if first is not None:
        start = first.start()
        fix = Replacement(passage.field, start, len(passage.text), pattern.sub(mended, passage.text)[start:])
        facts: dict[str, object] = {"words": _around(passage.text, first), "position": start}
        yield Hit(passage.field, facts, passage.text, fix)


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(match.start() - 15, 0) : match.end() + 10].strip()
