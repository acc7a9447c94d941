"""What a check found: one sentence for every rule, what it rests on, and where it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from noticeeditor.authority.gazette import Certainty, GazetteRules
from noticeeditor.authority.rules import LegalRule, LegalRules
from noticeeditor.checks import GROUNDS
from noticeeditor.checks.finding import Finding, Severity
from noticeeditor.i18n.problems import WORDS
from noticeeditor.i18n.texts import N_, _, language
from noticeeditor.i18n.weekdays import weekday_words
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.numbering import NumberedItem, number

FINDINGS = {
    "body.missing": N_("The body is missing. Choose who sits."),
    "date.missing": N_("The date of the sitting is missing."),
    "time.missing": N_("The time of the sitting is missing."),
    "venue.missing": N_("The venue is missing."),
    "agenda.empty": N_("The agenda has no item. Add at least one."),
    "opening.missing": N_("The opening sentence is missing."),
    "signatory.missing": N_("Nobody signs. Choose a signatory."),
    "signature.date-missing": N_("The date of signature is missing."),
    "earlier.missing": N_("This notice is about an earlier one. Say which."),
    "text.gap": N_("The mark of a missing field still stands in the text. Replace it."),
    "item.empty": N_("This item has no words. Write them or delete the item."),
    "part.empty": N_("The part “{heading}” has no item. Add one or delete the part."),
    "other-business.decision": N_(
        "“{word}” under other business: nobody learns there that something is to be decided. Make it an item of its own."
    ),
    "sitting.past": N_("The sitting on {date} is over."),
    "sitting.sunday": N_("{date} is a Sunday."),
    "sitting.holiday": N_("{date} is a public holiday ({holiday})."),
    "holidays.unknown": N_(
        "The public holidays of {year} are not known. Do not rely on the deadlines computed for that year."
    ),
    "sitting.before-signature": N_(
        "The sitting on {date} is before the date of signature {signed}. Correct one of the two."
    ),
    "signature.ahead": N_("The date of signature {signed} is far ahead; today is {today}."),
    "signatory.not-in-office": N_("{name} was not in office on {signed} according to the profile."),
    "date.impossible": N_("The day {written} does not exist."),
    "date.weekday": N_("{date} is a {expected}, not a {written}."),
    "opening.other-date": N_("The sentence edited by hand does not name the date of the sitting, {expected}."),
    "opening.other-time": N_("The sentence edited by hand does not name the time of the sitting, {expected}."),
    "minutes.not-before": N_("The minutes are of {minutes}, but the sitting is on {date} already."),
    "minutes.other-date": N_("The last public sitting of this body that is known was on {last}, not on {minutes}."),
    "minutes.shared": N_(
        "The notice of “{body}” approves minutes of {minutes} as well. Did both bodies sit on that day?"
    ),
    "opening.verb": N_("The opening sentence has no verb, such as “findet”."),
    "opening.statt": N_("The opening sentence has “findet” but no “statt”."),
    "opening.by-hand": N_("The opening sentence was edited by hand and no longer follows the fields."),
    "quotes.unbalanced": N_("The quotation mark {mark} has no partner: “{words}”."),
    "quotes.kind": N_("Quotation marks that are not German: {mark} instead of {expected}."),
    "blank.double": N_("Two blanks: “{words}”."),
    "blank.before-mark": N_("A blank before a punctuation mark: “{words}”."),
    "blank.after-mark": N_("No blank after a punctuation mark: “{words}”."),
    "word.doubled": N_("“{word}” stands there twice."),
    "genitive.uninflected": N_("The genitive of “{written}” is “{expected}”."),
    "date.mixed-forms": N_("Dates are written in different forms: {written} and {usual}."),
    "time.mixed-forms": N_("Times are written in different forms: {written} and {usual}."),
    "character.bad": N_("The character {character} is {kind}. Remove it."),
    "character.uncovered": N_("No font has the character {characters}. Replace it."),
    "character.lookalike": N_("“{word}” mixes letters of different scripts that look alike. Type it again."),
    "label.doubled": N_("The number {label} stands there twice."),
    "label.order": N_("The number {label} follows {before}."),
    "label.parent": N_("The number {label} does not belong under {parent}."),
    "closed.unpublished": N_("A closed item needs a title that may be published."),
    "closed.particular": N_("The published title of a closed item says more than it should: {particular} “{word}”."),
    "public.email": N_("An e-mail address will be public: {word}."),
    "public.telephone": N_("A telephone number will be public: {word}."),
    "public.iban": N_("A bank account will be public: {word}."),
    "public.address": N_("A name with an address will be public: {word}."),
    "public.plot": N_("A plot of land will be public: {word}."),
    "designation.publicity": N_("“{designation}” does not fit the parts of the agenda."),
    "room.taken": N_(
        "“{body}” sits in the same room at {time}; a sitting is taken to last {minutes} minutes."
    ),
    "body.twice": N_("“{body}” sits on the same day at {time} already."),
    "sitting.announced": N_(
        "There is a notice of this sitting of “{body}” on {date} already. Write a supplement or a correction instead?"
    ),
    "item.elsewhere": N_("The same item stands on the agenda of “{body}” on {date}."),
    "item.repeated": N_("This item stands in this part twice."),
    "issue.too-late": N_(
        "Issue {number}/{year} appears on {appears}; the earliest sitting after it is on {earliest}."
    ),
    "issue.closed": N_("The notice was signed after the copy deadline of issue {number}/{year}, {deadline}."),
    "deadline.missed": N_(
        "No issue that still takes copy appears before {date}. The copy deadline was {deadline}; what is signed now allows a sitting from {earliest} on."
    ),
    "deadline.near": N_("The copy deadline is {deadline}."),
    "invitation.too-late": N_("The last day for the invitation was {latest}."),
    "word.unknown": N_("“{word}” is not in the dictionary."),
}  # fmt: skip
SEVERITIES = {
    Severity.OBSTACLE: N_("obstacle"),
    Severity.WARNING: N_("warning"),
    Severity.HINT: N_("hint"),
}
CERTAINTIES = {
    Certainty.FOUND: N_("found"),
    Certainty.UNVERIFIED: N_("unverified"),
    Certainty.ASSUMED: N_("assumed, not confirmed"),
    Certainty.OFFICE: N_("set by the office"),
}
PARTICULARS = {
    "name": N_("a name"),
    "amount": N_("an amount"),
    "plot": N_("a plot of land"),
    "file-number": N_("a file number"),
    "address": N_("an address"),
    "email": N_("an e-mail address"),
    "telephone": N_("a telephone number"),
    "iban": N_("a bank account"),
}
FIELDS = {
    "heading": N_("Heading"),
    "opening": N_("Opening sentence"),
    "agenda": N_("Agenda"),
    "earlier": N_("Earlier notice"),
    "issue": N_("Issue"),
    "signature": N_("Signature"),
    "signature.date": N_("Date of signature"),
    "signature.signatory": N_("Signatory"),
    "sitting.body": N_("Body"),
    "sitting.date": N_("Date"),
    "sitting.time": N_("Time"),
    "sitting.venue": N_("Venue"),
    "sitting.designation": N_("Kind of sitting"),
}
# grounds that are no rule of law; that of a gazette is its own source
NAMED = {
    "house": N_("good custom"),
    "gazette": "",
    "DIN 5008": N_("DIN 5008, read in a secondary source"),
}


def finding_sentence(finding: Finding) -> str:
    """Return what was found and what to do, without the place."""
    pattern = FINDINGS.get(finding.rule)
    if pattern is None:
        return f"{finding.rule} {dict(finding.facts)}"
    return _(pattern).format_map({name: _shown(name, fact) for name, fact in finding.facts.items()})


def finding_ground(finding: Finding, rules: LegalRules, gazette: GazetteRules) -> str:
    """Return what a finding rests on: a legal rule with its source, a norm, good custom.

    A finding with a day of a gazette also names the source of that day and how sure it is.
    """
    ground = GROUNDS.get(finding.rule, "house")
    rule = rules.rule(ground)
    law = f"{rule_text(rule)} ({rule_source(rule)})" if rule else _(NAMED.get(ground, ground))
    days = [
        f"{organ.name} ({source(organ.source, organ.as_of, organ.certainty)})"
        for organ in gazette.organs
        if organ.name == finding.facts.get("gazette")
    ]
    return "; ".join(piece for piece in (law, *days) if piece)


def rule_text(rule: LegalRule) -> str:
    """Return the words of a legal rule in the language in use."""
    return rule.german if language() == "de" else rule.english


def rule_source(rule: LegalRule) -> str:
    """Return where a rule was read, as of which day, and how sure that is."""
    return source(rule.source, rule.as_of, rule.certainty)


def source(words: str, as_of: dt.date | None, certainty: Certainty) -> str:
    """Return a source with its day and certainty."""
    state = _(CERTAINTIES[certainty])
    dated = _("as of {day}").format(day=f"{as_of:%d.%m.%Y}") if as_of else ""
    return "; ".join(piece for piece in (words, dated, state) if piece)


def place_words(notice: Notice, field: str) -> str:
    """Return the name of a field for people: ``Date``, ``Item 7.1``."""
    kind, _colon, name = field.partition(":")
    match kind:
        case "item":
            return _item_words(notice, name)
        case "part":
            heading = next((part.heading for part in notice.agenda.parts if part.id == name), "")
            return _("Part “{heading}”").format(heading=heading)
        case "remark":
            return _("Remark {number}").format(number=int(name) + 1)
        case _:
            return _(FIELDS[field]) if field in FIELDS else field


def _item_words(notice: Notice, id: str) -> str:
    """Return the printed number of an item, with its part where the number alone could be of another one."""
    labelled = [(part, item) for part in number(notice.agenda) for item in _each(part.items)]
    label, place = next(
        ((item.label, part.label or part.part.heading) for part, item in labelled if item.item.id == id),
        ("", ""),
    )
    if place and sum(item.label == label for _part, item in labelled) > 1:
        return _("Item {label} of part {part}").format(label=label, part=place)
    return _("Item {label}").format(label=label).strip()


def _each(items: Iterable[NumberedItem]) -> Iterator[NumberedItem]:
    for item in items:
        yield item
        yield from _each(item.children)


def _shown(name: str, fact: object) -> object:
    match fact:
        case dt.datetime():
            return f"{fact:%d.%m.%Y, %H:%M}"
        case dt.date():
            return f"{fact:%d.%m.%Y}"
        case dt.time():
            return f"{fact:%H:%M}"
        case None:
            return "–"
        case str() if name in {"written", "expected"}:
            return weekday_words(fact)
        case str() if name == "particular":
            return _(PARTICULARS[fact])
        case str() if name == "kind" and fact in WORDS["kind"]:
            return _(WORDS["kind"][fact])
        case _:
            return fact
