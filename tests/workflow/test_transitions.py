"""Which act is possible in which state, by whom, and why it is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor.authority.people import Person, Role, person_of
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.transitions import (
    TRANSITIONS,
    Actor,
    Refusal,
    Transition,
    advance,
    decide,
    possible_acts,
    refused_beside,
)
from tests.builders import a_notice
from tests.cases import ANNA, ISSUE, NOW, PAUL, RITA, SIGRID, a_version, in_state, now

D, IR, RT, SO, RL, PB, W = State
EVERYBODY = Actor("everybody", frozenset(Role))
FITTING = now(reason="weil", day=dt.date(2023, 9, 29))

# state → act → where it leads; what is not here is impossible
WAYS = {
    D: {Act.EDIT: D, Act.SUBMIT: IR, Act.WITHDRAW: W},
    IR: {Act.EDIT: IR, Act.RETURN: RT, Act.RECALL: D, Act.SIGN_OFF: SO, Act.WITHDRAW: W},
    RT: {Act.EDIT: RT, Act.SUBMIT: IR, Act.WITHDRAW: W},
    SO: {Act.RELEASE: RL, Act.WITHDRAW: W, Act.REOPEN: D},
    RL: {Act.RECALL: SO, Act.RECORD_PUBLICATION: PB, Act.WITHDRAW: W},
    PB: {},
    W: {Act.REOPEN: D},
}
ROLES = {
    (D, Act.EDIT): "clerk",
    (RT, Act.EDIT): "clerk",
    (IR, Act.EDIT): "reviewer signatory",
    (D, Act.SUBMIT): "clerk",
    (RT, Act.SUBMIT): "clerk",
    (IR, Act.RETURN): "reviewer signatory",
    (IR, Act.RECALL): "clerk",
    (IR, Act.SIGN_OFF): "signatory",
    (SO, Act.RELEASE): "clerk reviewer signatory",
    (RL, Act.RECALL): "clerk reviewer signatory",
    (RL, Act.RECORD_PUBLICATION): "clerk reviewer signatory print-shop",
    (D, Act.WITHDRAW): "clerk reviewer signatory",
    (RT, Act.WITHDRAW): "clerk reviewer signatory",
    (IR, Act.WITHDRAW): "clerk reviewer signatory",
    (SO, Act.WITHDRAW): "clerk reviewer signatory",
    (RL, Act.WITHDRAW): "clerk reviewer signatory",
    (SO, Act.REOPEN): "clerk reviewer signatory",
    (W, Act.REOPEN): "clerk reviewer signatory",
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", Act)
def test_every_act_in_every_state_leads_where_the_table_says_or_is_refused(state, act):
    answer = decide(in_state(state), act, EVERYBODY, FITTING)
    if act in WAYS[state]:
        assert isinstance(answer, Transition)
        assert (answer.before, answer.act, answer.after) == (state, act, WAYS[state][act])
    else:
        assert isinstance(answer, Refusal)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("state", "act"), ROLES)
def test_a_role_may_do_its_acts_and_no_others(state, act, role):
    answer = decide(in_state(state), act, Actor("somebody", frozenset({role})), FITTING)
    if role.value in ROLES[state, act].split():
        assert isinstance(answer, Transition)
    else:
        assert answer == Refusal(
            "role.missing", {"act": act.value, "roles": tuple(sorted(ROLES[state, act].split()))}
        )


def test_the_table_of_roles_covers_the_table_of_transitions():
    assert {(entry.before, entry.act) for entry in TRANSITIONS} == set(ROLES)
    assert len(TRANSITIONS) == len(ROLES)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("act", "roles"),
    [
        (Act.CREATE, "clerk"),
        (Act.ASSIGN, "clerk reviewer signatory"),
        (Act.DISMISS, "clerk reviewer signatory"),
    ],
)
def test_acts_that_leave_the_state_have_their_roles_too(act, roles, role):
    answer = refused_beside(act, Actor("somebody", frozenset({role})), "because")
    missing = Refusal("role.missing", {"act": act.value, "roles": tuple(roles.split())})
    assert answer == (None if role.value in roles.split() else missing)


def test_a_finding_is_set_aside_for_a_reason_only():
    assert refused_beside(Act.DISMISS, EVERYBODY, " ") == Refusal("reason.missing", {"act": "dismiss"})
    assert refused_beside(Act.CREATE, EVERYBODY) is None
    assert refused_beside(Act.ASSIGN, EVERYBODY) is None


def test_an_impossible_act_is_told_what_is_possible():
    assert decide(in_state(D), Act.RELEASE, EVERYBODY, FITTING) == Refusal(
        "act.not-now", {"act": "release", "state": "draft", "possible": ("edit", "submit", "withdraw")}
    )
    assert decide(in_state(PB), Act.WITHDRAW, EVERYBODY, FITTING).facts["possible"] == ()


@pytest.mark.parametrize(
    ("state", "code"),
    [(SO, "wording.signed"), (RL, "wording.released"), (PB, "wording.published"), (W, "wording.withdrawn")],
)
def test_wording_that_stands_says_why_it_stands(state, code):
    assert decide(in_state(state), Act.EDIT, EVERYBODY, FITTING) == Refusal(code)


@pytest.mark.parametrize(
    ("state", "act"), [(IR, Act.RETURN), *((state, Act.WITHDRAW) for state in (D, IR, RT, SO, RL))]
)
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_return_and_withdrawal_need_a_reason(state, act, reason):
    assert decide(in_state(state), act, EVERYBODY, now(reason=reason)) == Refusal(
        "reason.missing", {"act": act.value}
    )


def test_other_acts_need_none():
    assert isinstance(decide(in_state(D), Act.SUBMIT, ANNA, now()), Transition)


def test_whoever_wrote_any_part_may_not_sign():
    case = in_state(IR, authors=("anna", "sigrid", "berta"))
    assert decide(case, Act.SIGN_OFF, SIGRID, now()) == Refusal("four-eyes.author")
    assert isinstance(decide(case, Act.SIGN_OFF, SIGRID, now(four_eyes=False)), Transition)
    assert isinstance(decide(in_state(IR), Act.SIGN_OFF, SIGRID, now()), Transition)


def test_whoever_wrote_may_do_all_the_rest():
    assert isinstance(decide(in_state(SO, authors=("rita",)), Act.RELEASE, RITA, now()), Transition)


@pytest.mark.parametrize(("state", "act"), [(IR, Act.SIGN_OFF), (SO, Act.RELEASE)])
def test_obstacles_stop_sign_off_and_release(state, act):
    assert decide(in_state(state), act, SIGRID, now(obstacles=3)) == Refusal("obstacles.open", {"count": 3})


def test_obstacles_do_not_stop_submitting():
    assert isinstance(decide(in_state(D), Act.SUBMIT, ANNA, now(obstacles=3)), Transition)


@pytest.mark.parametrize("act", [Act.RECALL, Act.WITHDRAW])
def test_a_released_notice_comes_back_until_the_copy_deadline(act):
    case = in_state(RL, notice=a_notice(issue=ISSUE))
    last = NOW.replace(hour=12, minute=0)
    assert isinstance(decide(case, act, RITA, replace(FITTING, now=last)), Transition)
    late = last + dt.timedelta(seconds=1)
    assert decide(case, act, RITA, replace(FITTING, now=late)) == Refusal(
        "deadline.passed", {"deadline": ISSUE.copy_deadline}
    )


def test_the_deadline_is_local_time_whatever_the_zone_of_the_clock():
    case = in_state(RL, notice=a_notice(issue=ISSUE))
    half_past_eleven = dt.datetime.fromisoformat("2023-09-29T11:30:00+02:00")
    assert isinstance(decide(case, Act.RECALL, RITA, replace(FITTING, now=half_past_eleven)), Transition)


def test_the_deadline_matters_to_released_notices_only():
    case = in_state(IR, notice=a_notice(issue=ISSUE))
    assert isinstance(
        decide(case, Act.RECALL, ANNA, replace(FITTING, now=NOW + dt.timedelta(days=9))), Transition
    )


def test_a_publication_has_a_day_and_it_is_not_to_come():
    case = in_state(RL)
    assert decide(case, Act.RECORD_PUBLICATION, PAUL, now()) == Refusal("publication.no-day")
    tomorrow = NOW.date() + dt.timedelta(days=1)
    assert decide(case, Act.RECORD_PUBLICATION, PAUL, now(day=tomorrow)) == Refusal(
        "publication.in-future", {"day": tomorrow}
    )
    assert isinstance(decide(case, Act.RECORD_PUBLICATION, PAUL, now(day=NOW.date())), Transition)


def test_a_notice_cannot_have_appeared_before_it_was_signed():
    after_midnight = dt.datetime(2023, 9, 28, 22, 30, tzinfo=dt.UTC)
    case = replace(in_state(RL), versions=(a_version(at=after_midnight),))
    eve = NOW.date() - dt.timedelta(days=1)
    assert decide(case, Act.RECORD_PUBLICATION, PAUL, now(day=eve)) == Refusal(
        "publication.before-sign-off", {"day": eve, "signed": NOW.date()}
    )
    assert isinstance(decide(case, Act.RECORD_PUBLICATION, PAUL, now(day=NOW.date())), Transition)


HERSELF = replace(SIGRID, signatory="gieseking")
DEPUTY = replace(SIGRID, signatory="manstein")


def test_a_signatory_in_person_signs_what_names_her_on_her_day():
    assert isinstance(decide(in_state(IR), Act.SIGN_OFF, HERSELF, now(signing="gieseking")), Transition)


def test_a_deputy_does_not_sign_what_names_another():
    assert decide(in_state(IR), Act.SIGN_OFF, DEPUTY, now(signing="manstein")) == Refusal(
        "signatory.other-named", {"named": "Julia Gieseking"}
    )


def test_a_block_without_a_name_is_signed_by_nobody_in_person():
    signature = replace(a_notice().signature, signatory=None)
    case = in_state(IR, notice=a_notice(signature=signature))
    assert decide(case, Act.SIGN_OFF, HERSELF, now(signing="gieseking")) == Refusal(
        "signatory.other-named", {"named": ""}
    )


def test_on_the_days_of_a_deputy_the_head_does_not_sign():
    assert decide(in_state(IR), Act.SIGN_OFF, HERSELF, now(signing="manstein")) == Refusal(
        "signatory.not-on-this-day", {"day": dt.date(2023, 9, 29)}
    )


def test_a_signatory_releases_on_any_day():
    assert isinstance(decide(in_state(SO), Act.RELEASE, HERSELF, now(signing="manstein")), Transition)


def test_possible_acts_are_those_of_state_and_role():
    assert possible_acts(in_state(IR), SIGRID) == (Act.EDIT, Act.RETURN, Act.SIGN_OFF, Act.WITHDRAW)
    assert possible_acts(in_state(RL), PAUL) == (Act.RECORD_PUBLICATION,)
    assert possible_acts(in_state(PB), EVERYBODY) == ()
    assert possible_acts(in_state(D), Actor("nobody", frozenset())) == ()


def move(case, act, actor, circumstances, version=None):
    transition = decide(case, act, actor, circumstances)
    assert isinstance(transition, Transition)
    return advance(case, transition, actor, circumstances, version)


def test_an_act_moves_the_case_and_tells_the_trail():
    case, deed = move(in_state(IR, revision=4, changed=None), Act.RETURN, RITA, now(reason="  Ort prüfen \n"))
    assert (case.state, case.revision) == (RT, 4)
    assert (case.changed, case.changed.tzinfo) == (NOW, dt.UTC)
    (remark,) = case.remarks
    assert (remark.text, remark.person, remark.act, remark.revision) == ("Ort prüfen", "rita", Act.RETURN, 5)
    assert remark.at == NOW.astimezone(dt.UTC)
    assert (deed.act, deed.person, deed.reason, deed.sha256) == (Act.RETURN, "rita", "Ort prüfen", "")
    assert (deed.at, deed.at.tzinfo) == (NOW, dt.UTC)


def test_an_act_without_words_leaves_no_remark():
    case, _ = move(in_state(D), Act.SUBMIT, ANNA, now())
    assert case.remarks == ()


def test_signing_off_keeps_the_version_and_its_seal():
    version = a_version()
    case, deed = move(in_state(IR, versions=(a_version(number=7),)), Act.SIGN_OFF, SIGRID, now(), version)
    assert case.versions == (a_version(number=7), version)
    assert case.version == version
    assert deed.sha256 == version.sha256


def test_a_publication_notes_its_day_and_other_acts_leave_it():
    day = dt.date(2023, 9, 28)
    case, _ = move(in_state(RL), Act.RECORD_PUBLICATION, PAUL, now(day=day))
    assert case.appeared == day
    case, _ = move(in_state(SO, appeared=day), Act.RELEASE, RITA, now())
    assert case.appeared == day


def test_a_new_case_file_is_a_draft_that_nobody_recorded():
    case = CaseFile(a_notice())
    assert (case.state, case.id, case.revision, case.version) == (D, 0, 0, None)


PEOPLE = (Person("a", "Anna", "anna", (Role.CLERK,)), Person("x", "Nicht Eingetragen"))


def test_a_person_is_known_by_the_account_in_any_case_of_letters():
    assert person_of(PEOPLE, "anna").key == "a"
    assert person_of(PEOPLE, "ANNA").key == "a"


def test_an_unknown_account_may_read_only():
    assert person_of(PEOPLE, "otto") == Person("otto", "otto", "otto", ())


def test_where_no_account_is_entered_everyone_may_do_everything():
    assert person_of(PEOPLE[1:], "otto") == Person("otto", "otto", "otto", tuple(Role))
    assert person_of((), "").roles == tuple(Role)
