"""Why an act is refused, and the names of states, acts, roles and kinds, as sentences and words."""

from __future__ import annotations

import datetime as dt

from noticeeditor.i18n.sentences import written
from noticeeditor.i18n.texts import N_, _
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import Break
from noticeeditor.workflow.transitions import Refusal

REFUSALS = {
    "act.not-now": N_("A notice that is “{state}” cannot be treated so ({act}). Possible now: {possible}."),
    "role.missing": N_(
        "This act ({act}) is for other roles: {roles}. Your entry in the profile does not name one of them."
    ),
    "reason.missing": N_("Say why; without a reason this act ({act}) is not done."),
    "four-eyes.author": N_("You wrote a part of this wording. Somebody else must sign it off (four eyes)."),
    "signatory.other-named": N_(
        "The signature block names {named}. Only the person named there signs it off."
    ),
    "signatory.not-on-this-day": N_(
        "On this day ({day}) somebody else signs, after the office list of the profile."
    ),
    "obstacles.open": N_(
        "There are open obstacles: {count}. Remove them first; the list of findings names them."
    ),
    "deadline.passed": N_(
        "The copy deadline ({deadline}) has passed. What is in print changes only by a new notice about it."
    ),
    "publication.no-day": N_("Name the day of appearance."),
    "publication.before-sign-off": N_(
        "The notice was signed off on {signed} and cannot have appeared on {day}. Correct the day of appearance."
    ),
    "publication.in-future": N_(
        "The day of appearance ({day}) is still to come. Record the publication when it has appeared."
    ),
    "wording.signed": N_(
        "The wording is signed off. Reopen the case to change it; the new version needs a new sign-off."
    ),
    "wording.released": N_(
        "The notice is with the print shop. Recall it before the copy deadline to change it."
    ),
    "wording.published": N_(
        "The notice is published. It changes only by a new notice about it, such as a correction."
    ),
    "wording.withdrawn": N_("The notice is withdrawn. Reopen the case to go on with it."),
}

STATES = {
    State.DRAFT: N_("draft"),
    State.IN_REVIEW: N_("in review"),
    State.RETURNED: N_("returned"),
    State.SIGNED_OFF: N_("signed off"),
    State.RELEASED: N_("released"),
    State.PUBLISHED: N_("published"),
    State.WITHDRAWN: N_("withdrawn"),
}

ACTS = {
    Act.CREATE: N_("create"),
    Act.EDIT: N_("change the wording"),
    Act.SUBMIT: N_("submit"),
    Act.RETURN: N_("return"),
    Act.RECALL: N_("recall"),
    Act.SIGN_OFF: N_("sign off"),
    Act.RELEASE: N_("release"),
    Act.RECORD_PUBLICATION: N_("record the publication"),
    Act.WITHDRAW: N_("withdraw"),
    Act.REOPEN: N_("reopen"),
    Act.ASSIGN: N_("assign"),
    Act.DISMISS: N_("set a finding aside"),
    Act.RESTORE: N_("restore a backup"),
    Act.ERASE_PERSON: N_("erase a person"),
}

ROLES = {
    "clerk": N_("clerk"),
    "reviewer": N_("reviewer"),
    "signatory": N_("signatory"),
    "print-shop": N_("print shop"),
    "administrator": N_("administrator"),
}

BREAKS = {
    "audit.gap": N_("Entry {sequence} of the audit trail is missing."),
    "audit.order": N_("Entry {sequence} of the audit trail does not follow the one before."),
    "audit.changed": N_("Entry {sequence} of the audit trail was changed."),
    "audit.anchor": N_(
        "The noted head does not occur in the audit trail: the trail was written anew as a whole."
    ),
    "audit.state": N_("Case {case} is in a state that the audit trail does not know."),
    "audit.case-gone": N_("Case {case} is gone; the audit trail tells of it."),
    "audit.version": N_("Version {version} of case {case} is not the one that was signed off."),
    "audit.version-bytes": N_(
        "The words of version {version} of case {case} do not give its seal: they were changed."
    ),
}


def refusal_sentence(refusal: Refusal) -> str:
    """Return why an act is refused and what to do."""
    return written(REFUSALS, refusal.code, {name: _fact(name, fact) for name, fact in refusal.facts.items()})


def break_sentence(found: Break) -> str:
    """Return where the audit trail does not hold."""
    facts = {"sequence": found.sequence, "case": found.case, "version": found.version}
    return written(BREAKS, found.code, facts)


def state_word(state: State) -> str:
    """Return the name of a state."""
    return _(STATES[state])


def act_word(act: Act) -> str:
    """Return the name of an act."""
    return _(ACTS[act])


def _fact(name: str, fact: object) -> object:
    match name, fact:
        case "state", str():
            return state_word(State(fact))
        case "act", str():
            return act_word(Act(fact))
        case "possible", tuple():
            return ", ".join(act_word(Act(act)) for act in fact) or "–"
        case "roles", tuple():
            return ", ".join(_(ROLES[role]) for role in fact)
        case _, dt.datetime():
            return f"{fact:%d.%m.%Y, %H:%M}"
        case _, dt.date():
            return f"{fact:%d.%m.%Y}"
        case _:
            return fact
