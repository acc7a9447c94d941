"""A new notice from another one: the same agenda for another day, or for another body."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from noticeeditor.authority.drafting import opening_for, signature_for, with_body
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.notice.notice import Notice, NoticeKind


def copied(
    notice: Notice, profile: AuthorityProfile, today: dt.date, body: str = "", date: dt.date | None = None
) -> Notice:
    """Return a notice of a sitting with the agenda of another one; day, issue and signature are its own."""
    sitting = replace(notice.sitting, date=date)
    copy = replace(
        notice,
        kind=NoticeKind.SITTING,
        heading=profile.heading,
        sitting=sitting,
        opening=opening_for(profile, NoticeKind.SITTING, today),
        signature=signature_for(profile, today),
        issue=None,
        earlier=None,
    )
    return with_body(copy, profile, body) if body else copy
