"""The profile file, ``*.toml``: an authority as data that its office can edit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from noticeeditor.authority.profile import AuthorityProfile, BodyEntry, StandingItem
from noticeeditor.codec.noticefile import numbering_problems, pattern_problems
from noticeeditor.codec.structure import decode, encode, version_problem
from noticeeditor.codec.stylefile import SCHEMA, parse, style_problems
from noticeeditor.errors import Problem
from noticeeditor.notice.agenda import Agenda
from noticeeditor.notice.wording import OPENING_FIELDS, SIGNATURE_FIELDS

STATES = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
STANDING_FIELDS = frozenset({"last_sitting"})


def write(profile: AuthorityProfile) -> bytes:
    """Return the bytes of a profile file."""
    import tomli_w

    return tomli_w.dumps(encode(profile), multiline_strings=False).encode()


def read(content: bytes) -> AuthorityProfile | tuple[Problem, ...]:
    """Return the profile of a file, or every problem that was found in it."""
    raw = parse(content)
    return (raw,) if isinstance(raw, Problem) else from_plain(raw)


def from_plain(raw: dict[str, Any]) -> AuthorityProfile | tuple[Problem, ...]:
    """Return the profile that plain data stands for, or every problem in it."""
    if problem := version_problem(raw, SCHEMA):
        return (problem,)
    profile = decode(AuthorityProfile, raw)
    if isinstance(profile, tuple):
        return profile
    return tuple(_problems(profile)) or profile


def _problems(profile: AuthorityProfile) -> Iterator[Problem]:
    yield from _doubles(profile)
    yield from _unknown_rooms(profile)
    yield from numbering_problems(Agenda(numbering=profile.numbering), "numbering")
    yield from _patterns(profile)
    yield from style_problems(profile.style)
    if profile.state not in STATES:
        yield Problem("field.choice", "state", {"choices": ", ".join(STATES), "found": profile.state})


def _doubles(profile: AuthorityProfile) -> Iterator[Problem]:
    for name in ("rooms", "bodies", "signatories", "people"):
        keys = [entry.key for entry in getattr(profile, name)]
        yield from (
            Problem("key.duplicate", name, {"key": key})
            for key in sorted({k for k in keys if keys.count(k) > 1})
        )
    origins = [template.origin for template in profile.templates]
    yield from (
        Problem("key.duplicate", "templates", {"key": k})
        for k in sorted({k for k in origins if origins.count(k) > 1})
    )


def _unknown_rooms(profile: AuthorityProfile) -> Iterator[Problem]:
    for position, body in enumerate(profile.bodies):
        if body.room and profile.room(body.room) is None:
            yield Problem("key.unknown", f"bodies[{position}].room", {"key": body.room})
    signatories = {entry.key for entry in profile.signatories}
    for position, entry in enumerate(profile.substitutions):
        if entry.signatory not in signatories:
            yield Problem("key.unknown", f"substitutions[{position}].signatory", {"key": entry.signatory})


def _patterns(profile: AuthorityProfile) -> Iterator[Problem]:
    for position, template in enumerate(profile.templates):
        yield from pattern_problems(template.pattern, OPENING_FIELDS, f"templates[{position}].pattern")
    for position, line in enumerate(profile.signature_form):
        yield from pattern_problems(line, SIGNATURE_FIELDS, f"signature_form[{position}]")
    for place, item in _standing_items(profile):
        yield from pattern_problems(item.text, STANDING_FIELDS, place)


def _standing_items(profile: AuthorityProfile) -> Iterator[tuple[str, StandingItem]]:
    owners: tuple[tuple[str, AuthorityProfile | BodyEntry], ...] = (
        ("", profile),
        *((f"bodies[{position}].", body) for position, body in enumerate(profile.bodies)),
    )
    for place, owner in owners:
        for position, item in enumerate(owner.standing_items or ()):
            yield f"{place}standing_items[{position}].text", item
