"""Is a notice right: every rule is a row, every check a pure function of the notice and its context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from noticeeditor.checks import (
    collisions,
    completeness,
    dates,
    deadlines,
    numbering,
    publicity,
    quotes,
    wording,
)
from noticeeditor.checks.finding import Finding, Severity
from noticeeditor.checks.subject import Context, Examination, Subject, each_passage, each_printed, subject_of
from noticeeditor.notice.notice import Notice

OBSTACLE, WARNING, HINT = Severity.OBSTACLE, Severity.WARNING, Severity.HINT


class Check(NamedTuple):
    """A rule: its name, how grave it is, what it rests on, and the function that looks.

    ``ground`` is the id of a legal rule, the name of a norm, ``gazette`` for the dates
    of the publisher, or ``house`` for good custom.
    """

    rule: str
    severity: Severity
    ground: str
    examine: Examination


ALL_CHECKS: tuple[Check, ...] = (
    # completeness
    Check("body.missing", OBSTACLE, "publication-content", completeness.missing("sitting.body", "name")),
    Check("date.missing", OBSTACLE, "publication-content", completeness.missing("sitting.date")),
    Check("time.missing", OBSTACLE, "publication-content", completeness.missing("sitting.time")),
    Check("venue.missing", OBSTACLE, "publication-content", completeness.missing("sitting.venue", "line")),
    Check("agenda.empty", OBSTACLE, "publication-content", completeness.agenda_empty),
    Check("opening.missing", OBSTACLE, "publication-content", completeness.opening_missing),
    Check("signatory.missing", OBSTACLE, "house", completeness.missing("signature.signatory", "name")),
    Check("signature.date-missing", OBSTACLE, "house", completeness.missing("signature.date")),
    Check("earlier.missing", OBSTACLE, "house", completeness.earlier_missing),
    Check("text.gap", OBSTACLE, "house", completeness.opening_gap),
    Check("item.empty", OBSTACLE, "publication-content", completeness.item_empty),
    Check("part.empty", WARNING, "house", completeness.part_empty),
    Check("other-business.decision", WARNING, "publication-content", completeness.other_business_decides),
    # dates
    Check("sitting.past", WARNING, "publication-complete", dates.sitting_past),
    Check("sitting.sunday", WARNING, "house", dates.sitting_on_sunday),
    Check("sitting.holiday", WARNING, "house", dates.sitting_on_holiday),
    Check("holidays.unknown", WARNING, "house", dates.holidays_unknown),
    Check("sitting.before-signature", OBSTACLE, "publication-complete", dates.sitting_before_signature),
    Check("signature.ahead", HINT, "house", dates.signature_ahead),
    Check("signatory.not-in-office", WARNING, "house", dates.signatory_not_in_office),
    Check("date.impossible", WARNING, "house", each_passage(dates.date_does_not_exist)),
    Check("date.weekday", WARNING, "house", each_passage(dates.weekday_wrong)),
    Check("opening.other-date", OBSTACLE, "publication-content", dates.opening_other_date),
    Check("opening.other-time", OBSTACLE, "publication-content", dates.opening_other_time),
    Check("minutes.not-before", WARNING, "house", dates.minutes_not_before),
    Check("minutes.other-date", WARNING, "house", dates.minutes_of_other_date),
    Check("minutes.shared", HINT, "house", dates.minutes_shared),
    # wording
    Check("opening.verb", WARNING, "house", wording.verb_missing),
    Check("opening.statt", WARNING, "house", wording.statt_missing),
    Check("opening.by-hand", HINT, "house", wording.opening_by_hand),
    Check("quotes.unbalanced", WARNING, "Duden", each_passage(quotes.unbalanced)),
    Check("quotes.kind", HINT, "DIN 5008", each_passage(quotes.wrong_kind)),
    Check("blank.double", HINT, "DIN 5008", each_passage(wording.double_blank)),
    Check("blank.before-mark", HINT, "DIN 5008", each_passage(wording.blank_before_mark)),
    Check("blank.after-mark", HINT, "DIN 5008", each_passage(wording.blank_missing)),
    Check("word.doubled", HINT, "house", each_passage(wording.doubled_word)),
    Check("genitive.uninflected", HINT, "Duden", wording.genitive_uninflected),
    Check("date.mixed-forms", HINT, "DIN 5008", wording.mixed_dates),
    Check("time.mixed-forms", HINT, "DIN 5008", wording.mixed_times),
    Check("character.bad", OBSTACLE, "DIN 91379", each_printed(wording.bad_characters)),
    Check("character.uncovered", OBSTACLE, "DIN 91379", each_printed(wording.uncovered_characters)),
    Check("character.lookalike", WARNING, "DIN 91379", each_printed(wording.lookalike_letters)),
    # numbering
    Check("label.doubled", WARNING, "house", numbering.label_doubled),
    Check("label.order", WARNING, "house", numbering.label_out_of_order),
    Check("label.parent", WARNING, "house", numbering.label_of_other_parent),
    # publicity
    Check("closed.unpublished", OBSTACLE, "closed-designation", completeness.closed_unpublished),
    Check("closed.particular", WARNING, "closed-designation", each_passage(publicity.closed_particular)),
    Check("public.email", HINT, "personal-data", each_passage(publicity.email)),
    Check("public.telephone", HINT, "personal-data", each_passage(publicity.telephone)),
    Check("public.iban", HINT, "personal-data", each_passage(publicity.iban)),
    Check("public.address", HINT, "personal-data", each_passage(publicity.address)),
    Check("public.plot", HINT, "personal-data", each_passage(publicity.plot)),
    Check("designation.publicity", HINT, "house", publicity.designation_without_closed),
    # collisions
    Check("room.taken", WARNING, "sitting-duration", collisions.room_taken),
    Check("body.twice", WARNING, "house", collisions.body_sits_twice),
    Check("sitting.announced", WARNING, "house", collisions.announced_before),
    Check("item.elsewhere", HINT, "house", collisions.item_elsewhere),
    Check("item.repeated", HINT, "house", collisions.item_repeated),
    # deadlines: warnings, because who computes a deadline may lack a fact that the office has
    Check("issue.too-late", WARNING, "publication-complete", deadlines.issue_too_late),
    Check("issue.closed", WARNING, "gazette", deadlines.issue_closed),
    Check("deadline.missed", WARNING, "publication-complete", deadlines.too_late),
    Check("deadline.near", HINT, "gazette", deadlines.deadline_near),
    Check("invitation.too-late", WARNING, "invitation-period", deadlines.invitation_too_late),
)
GROUNDS = {check.rule: check.ground for check in ALL_CHECKS}


def examine(notice: Notice, context: Context) -> tuple[Finding, ...]:
    """Return all findings of a notice, the gravest first, otherwise in the order of the table."""
    subject = subject_of(notice)
    found = (finding for check in ALL_CHECKS for finding in _findings(check, subject, context))
    return tuple(sorted(found, key=lambda finding: finding.severity.rank))


def _findings(check: Check, subject: Subject, context: Context) -> Iterator[Finding]:
    for hit in check.examine(subject, context):
        yield Finding(check.rule, check.severity, hit.field, hit.facts, hit.concerned, hit.fix)
