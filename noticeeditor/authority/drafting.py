"""Draft a notice: what the profile knows about a body, filled in."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from noticeeditor.authority.profile import AuthorityProfile, BodyEntry, StandingItem
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.body import SignatureBlock
from noticeeditor.notice.notice import EarlierNotice, Notice, NoticeKind, OpeningSentence, Sitting
from noticeeditor.notice.wording import fill


def draft(
    profile: AuthorityProfile,
    today: dt.date,
    body: str = "",
    *,
    date: dt.date | None = None,
    last_sitting: dt.date | None = None,
) -> Notice:
    """Return a new notice of a sitting with all that the profile can fill in.

    ``last_sitting`` is the last public sitting of the body, for the item that
    approves its minutes.
    """
    entry = profile.body(body)
    notice = Notice(
        authority=profile.key,
        heading=profile.heading,
        sitting=Sitting(date=date),
        opening=opening_for(profile, NoticeKind.SITTING, today),
        agenda=Agenda(_parts(profile, entry, last_sitting), profile.numbering),
        signature=signature_for(profile, today),
    )
    return with_body(notice, profile, body) if entry else notice


def with_body(notice: Notice, profile: AuthorityProfile, body: str) -> Notice:
    """Return the notice for a body, with its usual room, time and designation."""
    entry = profile.body(body)
    if entry is None:
        return notice
    room = profile.room(entry.room)
    sitting = replace(
        notice.sitting,
        body=entry.body,
        designation=entry.designation,
        time=entry.time or notice.sitting.time,
        venue=room.venue if room else notice.sitting.venue,
    )
    return replace(notice, sitting=sitting)


def about(
    earlier: Notice, kind: NoticeKind, profile: AuthorityProfile, today: dt.date, case: str = ""
) -> Notice:
    """Return a new notice about an earlier one: supplement, correction, cancellation and so on."""
    template = profile.template_on(kind, today)
    subtitle = (template.subtitle,) if template and template.subtitle else ()
    parts = tuple(
        replace(part, items=()) for part in earlier.agenda.parts if part.publicity is Publicity.PUBLIC
    )
    return replace(
        earlier,
        kind=kind,
        heading=profile.heading + subtitle,
        opening=opening_for(profile, kind, today),
        agenda=replace(earlier.agenda, parts=parts if kind is NoticeKind.SUPPLEMENT else ()),
        remarks=(),
        signature=signature_for(profile, today),
        issue=None,
        earlier=EarlierNotice(earlier.sitting, case),
    )


def opening_for(profile: AuthorityProfile, kind: NoticeKind, day: dt.date) -> OpeningSentence:
    """Return the opening sentence of the newest template in force."""
    template = profile.template_on(kind, day)
    return OpeningSentence(template.pattern, template.origin) if template else OpeningSentence()


def signature_for(profile: AuthorityProfile, day: dt.date) -> SignatureBlock:
    """Return the signature block of a day, with whoever signs on it."""
    entry = profile.signatory_on(day)
    block = SignatureBlock(profile.office, profile.place, day, form=profile.signature_form)
    return replace(block, signatory=entry.signatory, capacity=entry.capacity) if entry else block


def standing_items(
    profile: AuthorityProfile, entry: BodyEntry | None, last_sitting: dt.date | None, publicity: Publicity
) -> tuple[AgendaItem, ...]:
    """Return the standing items of a body for a part, the closing ones last."""
    items = entry.standing_items if entry and entry.standing_items is not None else profile.standing_items
    ordered = sorted((item for item in items if item.publicity is publicity), key=lambda item: item.at_end)
    return tuple(
        AgendaItem(f"{publicity}-standing-{position}", _standing_text(item, last_sitting))
        for position, item in enumerate(ordered, 1)
    )


def _parts(
    profile: AuthorityProfile, entry: BodyEntry | None, last_sitting: dt.date | None
) -> tuple[AgendaPart, ...]:
    return tuple(
        AgendaPart(
            id=f"part-{position}",
            heading=form.heading,
            publicity=form.publicity,
            items=standing_items(profile, entry, last_sitting, form.publicity),
        )
        for position, form in enumerate(profile.parts, 1)
    )


def _standing_text(item: StandingItem, last_sitting: dt.date | None) -> str:
    return fill(item.text, {"last_sitting": last_sitting})
