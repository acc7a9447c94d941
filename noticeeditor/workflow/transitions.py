"""Which act is possible in which state, by whom and under which conditions: a table and its rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from noticeeditor.authority.people import Role
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import Deed
from noticeeditor.workflow.case import CaseFile, Remark, Version

_CLERK = frozenset({Role.CLERK})
_OFFICE = frozenset({Role.REVIEWER, Role.SIGNATORY})
_SIGNATORY = frozenset({Role.SIGNATORY})
_HOUSE = _CLERK | _OFFICE
_PRESS = _HOUSE | {Role.PRINT_SHOP}


class Transition(Struct, frozen=True):
    """An act in a state: where it leads, who may do it, and on which conditions."""

    before: State
    act: Act
    after: State
    roles: frozenset[Role]
    needs_reason: bool = False
    four_eyes: bool = False
    no_obstacles: bool = False
    until_deadline: bool = False


TRANSITIONS = (
    Transition(State.DRAFT, Act.EDIT, State.DRAFT, _CLERK),
    Transition(State.RETURNED, Act.EDIT, State.RETURNED, _CLERK),
    Transition(State.IN_REVIEW, Act.EDIT, State.IN_REVIEW, _OFFICE),
    Transition(State.DRAFT, Act.SUBMIT, State.IN_REVIEW, _CLERK),
    Transition(State.RETURNED, Act.SUBMIT, State.IN_REVIEW, _CLERK),
    Transition(State.IN_REVIEW, Act.RETURN, State.RETURNED, _OFFICE, needs_reason=True),
    Transition(State.IN_REVIEW, Act.RECALL, State.DRAFT, _CLERK),
    Transition(
        State.IN_REVIEW, Act.SIGN_OFF, State.SIGNED_OFF, _SIGNATORY, four_eyes=True, no_obstacles=True
    ),
    Transition(State.SIGNED_OFF, Act.RELEASE, State.RELEASED, _HOUSE, no_obstacles=True),
    Transition(State.RELEASED, Act.RECALL, State.SIGNED_OFF, _HOUSE, until_deadline=True),
    Transition(State.RELEASED, Act.RECORD_PUBLICATION, State.PUBLISHED, _PRESS),
    Transition(State.DRAFT, Act.WITHDRAW, State.WITHDRAWN, _HOUSE, needs_reason=True),
    Transition(State.RETURNED, Act.WITHDRAW, State.WITHDRAWN, _HOUSE, needs_reason=True),
    Transition(State.IN_REVIEW, Act.WITHDRAW, State.WITHDRAWN, _HOUSE, needs_reason=True),
    Transition(State.SIGNED_OFF, Act.WITHDRAW, State.WITHDRAWN, _HOUSE, needs_reason=True),
    Transition(State.RELEASED, Act.WITHDRAW, State.WITHDRAWN, _HOUSE, needs_reason=True, until_deadline=True),
    Transition(State.SIGNED_OFF, Act.REOPEN, State.DRAFT, _HOUSE),
    Transition(State.WITHDRAWN, Act.REOPEN, State.DRAFT, _HOUSE),
)
# acts that leave the state as it is: who may do them, and whether they need a reason
_BESIDE = {Act.CREATE: (_CLERK, False), Act.ASSIGN: (_HOUSE, False), Act.DISMISS: (_HOUSE, True)}
_TABLE = {(transition.before, transition.act): transition for transition in TRANSITIONS}
_WORDING_STANDS = {
    State.SIGNED_OFF: "wording.signed",
    State.RELEASED: "wording.released",
    State.PUBLISHED: "wording.published",
    State.WITHDRAWN: "wording.withdrawn",
}


class Refusal(Struct, frozen=True):
    """The answer to an act that may not be: a code with facts, for a sentence."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)


class Actor(Struct, frozen=True):
    """Who acts: an opaque name, the roles, and the key of the signatory this person is, if any."""

    person: str
    roles: frozenset[Role]
    signatory: str = ""


class Circumstances(Struct, frozen=True):
    """What an act is judged by besides the case.

    ``now`` is the time of the authority with its zone, ``obstacles`` counts the findings that
    stand in the way, ``four_eyes`` is the profile's rule, ``signing`` is the key of the signatory
    who signs on this day after the office list, ``day`` that of a publication.
    """

    now: dt.datetime
    reason: str = ""
    obstacles: int = 0
    four_eyes: bool = True
    signing: str = ""
    day: dt.date | None = None


def decide(case: CaseFile, act: Act, actor: Actor, circumstances: Circumstances) -> Transition | Refusal:
    """Return the transition that an act makes, or the first reason why it may not be."""
    transition = _TABLE.get((case.state, act))
    if transition is None:
        return _impossible(case.state, act)
    for rule in _RULES:
        if refusal := rule(case, transition, actor, circumstances):
            return refusal
    return transition


def refused_beside(act: Act, actor: Actor, reason: str = "") -> Refusal | None:
    """Return why an act may not be that leaves the state of a case as it is; ``None`` where it may."""
    roles, needs_reason = _BESIDE[act]
    if not roles & actor.roles:
        return _role_missing(act, roles)
    if needs_reason and not reason.strip():
        return Refusal("reason.missing", {"act": act.value})
    return None


def possible_acts(case: CaseFile, actor: Actor) -> tuple[Act, ...]:
    """Return the acts that the state and the roles allow, in the order of the table."""
    return tuple(
        transition.act
        for transition in TRANSITIONS
        if transition.before is case.state and transition.roles & actor.roles
    )


def advance(
    case: CaseFile,
    transition: Transition,
    actor: Actor,
    circumstances: Circumstances,
    version: Version | None = None,
) -> tuple[CaseFile, Deed]:
    """Return the case after an act, and the deed for the audit trail; signing off keeps ``version``."""
    at, reason = circumstances.now.astimezone(dt.UTC), circumstances.reason.strip()
    remark = Remark(at, actor.person, transition.act, reason, case.revision + 1)
    advanced = replace(
        case,
        state=transition.after,
        changed=at,
        remarks=(*case.remarks, remark) if reason else case.remarks,
        versions=(*case.versions, version) if version else case.versions,
        appeared=circumstances.day if transition.act is Act.RECORD_PUBLICATION else case.appeared,
    )
    seal = version.sha256 if version else ""
    return advanced, Deed(at, actor.person, transition.act, reason, seal)


def _impossible(state: State, act: Act) -> Refusal:
    if act is Act.EDIT and state in _WORDING_STANDS:
        return Refusal(_WORDING_STANDS[state])
    possible = [transition.act.value for transition in TRANSITIONS if transition.before is state]
    return Refusal("act.not-now", {"act": act.value, "state": state.value, "possible": tuple(possible)})


def _role_allows(case: CaseFile, transition: Transition, actor: Actor, _: Circumstances) -> Refusal | None:
    if transition.roles & actor.roles:
        return None
    return _role_missing(transition.act, transition.roles)


def _role_missing(act: Act, roles: frozenset[Role]) -> Refusal:
    return Refusal("role.missing", {"act": act.value, "roles": tuple(sorted(role.value for role in roles))})


def _reason_is_given(
    case: CaseFile, transition: Transition, actor: Actor, circumstances: Circumstances
) -> Refusal | None:
    if not transition.needs_reason or circumstances.reason.strip():
        return None
    return Refusal("reason.missing", {"act": transition.act.value})


def _four_eyes_see(
    case: CaseFile, transition: Transition, actor: Actor, circumstances: Circumstances
) -> Refusal | None:
    if transition.four_eyes and circumstances.four_eyes and actor.person in case.authors:
        return Refusal("four-eyes.author")
    return None


def _signatory_signs(
    case: CaseFile, transition: Transition, actor: Actor, circumstances: Circumstances
) -> Refusal | None:
    """Whoever is a signatory in person signs only in their own name and on days that are theirs."""
    if transition.act is not Act.SIGN_OFF or not actor.signatory:
        return None
    named = case.notice.signature.signatory
    if named is None or named.key != actor.signatory:
        return Refusal("signatory.other-named", {"named": named.name if named else ""})
    if circumstances.signing != actor.signatory:
        return Refusal("signatory.not-on-this-day", {"day": circumstances.now.date()})
    return None


def _obstacles_are_gone(
    case: CaseFile, transition: Transition, actor: Actor, circumstances: Circumstances
) -> Refusal | None:
    if transition.no_obstacles and circumstances.obstacles:
        return Refusal("obstacles.open", {"count": circumstances.obstacles})
    return None


def _deadline_is_ahead(
    case: CaseFile, transition: Transition, actor: Actor, circumstances: Circumstances
) -> Refusal | None:
    """A copy deadline is local time of the authority; a notice without an issue has none yet."""
    issue = case.notice.issue
    if not transition.until_deadline or issue is None:
        return None
    if circumstances.now.replace(tzinfo=None) <= issue.copy_deadline:
        return None
    return Refusal("deadline.passed", {"deadline": issue.copy_deadline})


def _publication_has_a_day(
    case: CaseFile, transition: Transition, actor: Actor, circumstances: Circumstances
) -> Refusal | None:
    if transition.act is not Act.RECORD_PUBLICATION:
        return None
    if circumstances.day is None:
        return Refusal("publication.no-day")
    if circumstances.day > circumstances.now.date():
        return Refusal("publication.in-future", {"day": circumstances.day})
    signed = case.versions[-1].at.astimezone(circumstances.now.tzinfo).date() if case.versions else None
    if signed is not None and circumstances.day < signed:
        return Refusal("publication.before-sign-off", {"day": circumstances.day, "signed": signed})
    return None


_RULES: tuple[Callable[[CaseFile, Transition, Actor, Circumstances], Refusal | None], ...] = (
    _role_allows,
    _reason_is_given,
    _four_eyes_see,
    _signatory_signs,
    _obstacles_are_gone,
    _deadline_is_ahead,
    _publication_has_a_day,
)
