"""What patterns look like when they are filled, with the words of the house itself; no Qt."""

from __future__ import annotations

import datetime as dt

from noticeeditor.authority.profile import AuthorityProfile, PartForm
from noticeeditor.desk.planning import office_calendar
from noticeeditor.gui.moment.words import brief_date
from noticeeditor.i18n.texts import _
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.body import PublicBody, SignatureBlock
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import EarlierNotice, Notice, NoticeKind, OpeningSentence, Sitting, Venue
from noticeeditor.notice.wording import fill, opening_sentence, signature_lines

SITTING_DAY, EARLIER_DAY, SIGNED = dt.date(2023, 10, 9), dt.date(2023, 10, 2), dt.date(2023, 9, 29)
EVENING = dt.time(18)


def example_sitting(profile: AuthorityProfile) -> Sitting:
    """Return a sitting of the first body of a house."""
    entry = profile.bodies[0] if profile.bodies else None
    room = profile.room(entry.room) if entry else None
    return Sitting(
        body=entry.body if entry else PublicBody("Ausschuss", "des Ausschusses"),
        date=SITTING_DAY,
        time=(entry.time if entry else None) or EVENING,
        venue=room.venue if room else Venue("Sitzungssaal"),
        designation=entry.designation if entry else "öffentliche Sitzung",
    )


def example_opening(profile: AuthorityProfile, pattern: str) -> str:
    """Return the opening sentence that a pattern makes."""
    sitting = example_sitting(profile)
    earlier = Sitting(sitting.body, EARLIER_DAY, sitting.time, sitting.venue, sitting.designation)
    notice = Notice(sitting=sitting, opening=OpeningSentence(pattern), earlier=EarlierNotice(earlier))
    return opening_sentence(notice)


def example_signature(profile: AuthorityProfile, form: tuple[str, ...]) -> str:
    """Return the signature block that a form makes."""
    return "\n".join(signature_lines(_signature(profile, form)))


def next_issues(profile: AuthorityProfile, today: dt.date, count: int = 4) -> str:
    """Return the next issues as the rules of the gazette make them, one a line."""
    calendar = office_calendar(profile)
    ahead = [
        issue
        for year in (today.year, today.year + 1)
        for issue in calendar.issues(year)
        if issue.appears >= today
    ]
    return "\n".join(map(_issue_line, ahead[:count]))


def _issue_line(issue: GazetteIssue) -> str:
    return _("{gazette} {number}/{year}: copy deadline {deadline}, appears {day}").format(
        gazette=issue.gazette,
        number=issue.number,
        year=issue.year,
        deadline=f"{brief_date(issue.copy_deadline.date())} {issue.copy_deadline:%H:%M}",
        day=brief_date(issue.appears),
    )


def example_standing(pattern: str) -> str:
    """Return the standing item that a text makes."""
    return fill(pattern, {"last_sitting": EARLIER_DAY})


def example_notice(profile: AuthorityProfile) -> Notice:
    """Return a notice of the house with items on three levels, for the page beside the settings."""
    below = AgendaItem("item-4", "Radabstellanlagen an Schulen", children=(AgendaItem("item-5", "Vergabe"),))
    items = (
        AgendaItem("item-1", "Einwohnerfragestunde"),
        AgendaItem("item-2", "Genehmigung der Niederschrift der letzten öffentlichen Sitzung vom 02.10.2023"),
        AgendaItem(
            "item-3", "Umsetzung des Mobilitätskonzeptes in den Jahren 2024 bis 2026", children=(below,)
        ),
        AgendaItem("item-6", "Verschiedenes"),
    )
    forms = profile.parts or (PartForm(""),)
    parts = tuple(
        AgendaPart(f"part-{position}", form.heading, Publicity.PUBLIC, items if position == 1 else items[-1:])
        for position, form in enumerate(forms, 1)
    )
    sentences = [entry for entry in profile.templates if entry.kind is NoticeKind.SITTING]
    return Notice(
        authority=profile.key,
        heading=profile.heading,
        sitting=example_sitting(profile),
        opening=OpeningSentence(sentences[-1].pattern if sentences else ""),
        agenda=Agenda(parts, profile.numbering),
        signature=_signature(profile, profile.signature_form),
    )


def _signature(profile: AuthorityProfile, form: tuple[str, ...]) -> SignatureBlock:
    entry = profile.signatory_on(SIGNED) or next(iter(profile.signatories), None)
    return SignatureBlock(
        profile.office, profile.place, SIGNED, entry.signatory if entry else None, form=form
    )
