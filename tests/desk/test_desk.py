"""What a clerk, a reviewer, a signatory and the print shop do at their desks."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor.authority.people import Person
from noticeeditor.desk.answers import Conflict, Saved
from noticeeditor.desk.desk import Desk
from noticeeditor.desk.freezing import document_of, wording_of
from noticeeditor.layout.compose import compose
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.store.contract import Filter, StoreError
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.difference import Change
from noticeeditor.workflow.journal import Step, StepKind
from noticeeditor.workflow.transitions import Refusal
from tests.builders import a_notice
from tests.cases import ISSUE, with_text


def written(case, text, position=0):
    return with_text(case, text, position).notice


class Obstacle:
    severity = "obstacle"


class Warning:
    severity = "warning"


@pytest.fixture
def case(desk):
    return desk.create(a_notice(issue=ISSUE))


@pytest.fixture
def signed(desk_of, case):
    return desk_of("sigrid").act(desk_of("anna").act(case, Act.SUBMIT), Act.SIGN_OFF)


def test_a_draft_knows_what_the_profile_knows_of_its_body(desk, profile):
    body = profile.bodies[0]
    case = desk.draft(body.key, dt.date(2023, 10, 9))
    assert (case.id, case.state, case.authors) == (1, State.DRAFT, (desk.me,))
    assert case.notice.sitting.body.name == body.name
    assert case.notice.sitting.date == dt.date(2023, 10, 9)
    assert [entry.act for entry in case.entries] == [Act.CREATE]


def test_the_last_sitting_of_the_body_is_known_to_the_next_draft(desk):
    for day in (dt.date(2023, 5, 15), dt.date(2023, 8, 1), dt.date(2023, 12, 1)):
        desk.create(replace(a_notice(), sitting=replace(a_notice().sitting, date=day)))
    assert desk.last_sitting("klimaschutz", dt.date(2023, 10, 9)) == dt.date(2023, 8, 1)
    assert desk.last_sitting("klimaschutz", dt.date(2023, 8, 1)) == dt.date(2023, 5, 15)
    assert desk.last_sitting("klimaschutz") == dt.date(2023, 8, 1)
    assert desk.last_sitting("unknown") is None


def test_a_withdrawn_sitting_was_none(desk):
    case = desk.create(replace(a_notice(), sitting=replace(a_notice().sitting, date=dt.date(2023, 8, 1))))
    desk.act(case, Act.WITHDRAW, reason="fällt aus")
    assert desk.last_sitting("klimaschutz") is None


def test_a_copy_has_the_agenda_and_a_day_of_its_own(desk, case):
    copy = desk.draft_from(case.id, date=dt.date(2023, 11, 6))
    assert copy.id != case.id
    assert copy.notice.agenda == case.notice.agenda
    assert copy.notice.sitting == replace(case.notice.sitting, date=dt.date(2023, 11, 6))
    assert copy.notice.issue is None


def test_a_copy_for_another_body_of_the_evening(desk, case, profile):
    other = next(body for body in profile.bodies if body.key != "klimaschutz")
    copy = desk.draft_from(case.id, body=other.key, date=case.notice.sitting.date)
    assert copy.notice.sitting.body == other.body
    assert copy.notice.sitting.date == case.notice.sitting.date


def test_a_notice_about_an_earlier_one_names_its_case(desk, case):
    correction = desk.draft_about(case.id, NoticeKind.CORRECTION)
    assert correction.notice.kind is NoticeKind.CORRECTION
    assert correction.earlier == case.id
    assert [entry.id for entry in desk.cases(Filter(earlier=case.id))] == [correction.id]


def test_a_case_that_is_not_there_is_an_error_with_its_number(desk):
    with pytest.raises(StoreError) as error:
        desk.case(99)
    assert (error.value.code, error.value.facts) == ("store.no-such-case", {"case": 99})


def test_a_save_is_kept_and_told_to_the_listener(desk, case):
    heard = []
    desk.changed = heard.append
    saved = desk.save(case, written(case, "Neu"), Step("type"))
    assert isinstance(saved, Saved)
    assert desk.case(case.id) == saved.case
    assert heard == [case.id]


def test_a_save_that_changes_nothing_writes_nothing(desk, store, case):
    before = store.changes()
    assert desk.save(case, case.notice) == Saved(case)
    assert store.changes() == before


def test_the_trail_says_once_that_somebody_began_to_write(desk, desk_of, case):
    berta = desk_of("berta")
    for text in ("eins", "zwei"):
        case = desk.save(case, written(case, text)).case
    for text in ("drei", "vier"):
        case = berta.save(case, written(case, text)).case
    case = desk.save(case, written(case, "fünf")).case
    assert [(entry.act, entry.person) for entry in case.entries] == [
        (Act.CREATE, desk.me),
        (Act.EDIT, berta.me),
        (Act.EDIT, desk.me),
    ]
    assert case.authors == (desk.me, berta.me)


def test_two_desks_get_both_texts_and_their_merge(desk, desk_of, case):
    berta = desk_of("berta")
    theirs = berta.save(case, written(case, "Berta schreibt", 1)).case
    conflict = desk.save(case, written(case, "Anna schreibt", 0))
    assert isinstance(conflict, Conflict)
    assert conflict.theirs == theirs
    texts = [item.text for item in conflict.merge.notice.agenda.parts[0].items]
    assert texts[:2] == ["Anna schreibt", "Berta schreibt"]
    assert conflict.merge.conflicts == ()
    saved = desk.save(conflict.theirs, conflict.merge.notice)
    assert desk.case(case.id).notice == saved.case.notice == conflict.merge.notice


def test_my_words_are_kept_when_another_desk_only_assigned_the_case(desk, desk_of, case):
    desk_of("rita").assign(case, "rita")
    saved = desk.save(case, written(case, "Meine Worte"))
    assert isinstance(saved, Saved)
    assert (saved.case.assigned, saved.case.revision) == ("rita", 3)


def test_an_act_is_done_again_where_only_an_assignment_came_between(desk, desk_of, case):
    desk_of("rita").assign(case, "rita")
    assert desk.act(case, Act.SUBMIT).state is State.IN_REVIEW


def test_nobody_signs_what_was_changed_meanwhile(desk, desk_of, case):
    submitted = desk.act(case, Act.SUBMIT)
    desk_of("rita").save(submitted, written(case, "Rita bessert nach"))
    answer = desk_of("sigrid").act(submitted, Act.SIGN_OFF)
    assert isinstance(answer, Conflict)
    assert desk.case(case.id).state is State.IN_REVIEW


def test_nobody_signs_what_was_returned_meanwhile(desk, desk_of, case):
    submitted = desk.act(case, Act.SUBMIT)
    desk_of("rita").act(submitted, Act.RETURN, reason="Ort?")
    assert isinstance(desk_of("sigrid").act(submitted, Act.SIGN_OFF), Conflict)


def test_a_notice_goes_its_way_from_draft_to_gazette(desk, desk_of, case, clock):
    case = desk.act(case, Act.SUBMIT)
    case = desk_of("rita").act(case, Act.RETURN, reason="Uhrzeit prüfen")
    assert (case.state, case.remarks[-1].text) == (State.RETURNED, "Uhrzeit prüfen")
    case = desk.act(desk.save(case, written(case, "Neu")).case, Act.SUBMIT)
    case = desk_of("sigrid").act(case, Act.SIGN_OFF)
    case = desk.act(case, Act.RELEASE)
    clock.forward(days=7)
    case = desk_of("paul").act(case, Act.RECORD_PUBLICATION, day=dt.date(2023, 10, 6))
    assert (case.state, case.appeared) == (State.PUBLISHED, dt.date(2023, 10, 6))
    assert [entry.act.value for entry in case.entries] == [
        "create", "submit", "return", "edit", "submit", "sign-off", "release", "publish",
    ]  # fmt: skip
    assert desk.verify() is None


def test_what_is_signed_is_frozen_as_it_was(signed, profile):
    version = signed.version
    assert version.is_sound
    assert wording_of(version) == signed.notice
    assert document_of(version) == compose(signed.notice, profile.style)
    assert version.text.startswith("AMTLICHE BEKANNTMACHUNG\n")
    assert signed.entries[-1].sha256 == version.sha256
    assert (version.number, version.revision) == (1, signed.revision)


def test_a_later_style_does_not_touch_a_signed_version(signed, desk_of, profile):
    other = replace(profile, style=replace(profile.style, crest=None, colour="#123456"))
    assert desk_of(profile=other).case(signed.id).version == signed.version


def test_harmed_versions_are_not_read(signed):
    harmed = replace(signed.version, text="anders")
    for read in (wording_of, document_of):
        with pytest.raises(StoreError):
            read(harmed)


def test_whoever_wrote_may_not_sign_even_if_others_wrote_later(desk_of, profile):
    alone, berta = desk_of("alone"), desk_of("berta")
    case = alone.create(a_notice())
    case = berta.save(case, written(case, "Berta zuletzt")).case
    answer = alone.act(alone.act(case, Act.SUBMIT), Act.SIGN_OFF)
    assert answer == Refusal("four-eyes.author")


def test_a_profile_may_do_without_four_eyes(desk_of, profile):
    alone = desk_of("alone", profile=replace(profile, four_eyes=False))
    case = alone.act(alone.create(a_notice()), Act.SUBMIT)
    assert alone.act(case, Act.SIGN_OFF).state is State.SIGNED_OFF


@pytest.mark.parametrize("act", [Act.SIGN_OFF, Act.RELEASE])
def test_obstacles_stop_sign_off_and_release_and_warnings_do_not(desk_of, case, act, desk):
    case = desk.act(case, Act.SUBMIT)
    if act is Act.RELEASE:
        case = desk_of("sigrid").act(case, Act.SIGN_OFF)
    stopped = desk_of("sigrid", examine=lambda notice: (Obstacle(), Warning(), Obstacle()))
    assert stopped.act(case, act) == Refusal("obstacles.open", {"count": 2})
    assert stopped.may(case, act) == Refusal("obstacles.open", {"count": 2})
    passed = desk_of("sigrid", examine=lambda notice: (Warning(),))
    assert passed.may(case, act) is None
    assert passed.act(case, act).state is not case.state


def test_obstacles_stop_nobody_from_writing_and_submitting(desk_of):
    desk = desk_of(examine=lambda notice: (Obstacle(),))
    case = desk.create(a_notice())
    assert isinstance(desk.save(case, written(case, "weiter")), Saved)
    assert desk.act(desk.case(case.id), Act.SUBMIT).state is State.IN_REVIEW


def test_signed_words_change_only_in_a_new_version(desk, desk_of, signed):
    assert desk.save(signed, written(signed, "anders")) == Refusal("wording.signed")
    reopened = desk.act(signed, Act.REOPEN)
    changed = desk.save(reopened, written(reopened, "anders")).case
    again = desk_of("sigrid").act(desk.act(changed, Act.SUBMIT), Act.SIGN_OFF)
    assert [version.number for version in again.versions] == [1, 2]
    assert wording_of(again.versions[0]) == signed.notice
    assert again.versions[1].text != again.versions[0].text
    assert desk.verify() is None


def test_versions_and_drafts_are_compared_by_their_references(desk, signed):
    reopened = desk.act(signed, Act.REOPEN)
    desk.save(reopened, written(reopened, "Fragestunde"))
    (found,) = desk.difference(f"{signed.id}@1", f"{signed.id}")
    assert (found.field, found.change) == ("item:item-1", Change.CHANGED)
    assert (found.before, found.after) == ("Einwohnerfragestunde", "Fragestunde")


@pytest.mark.parametrize("reference", ["", "x", "1@", "1@x", "1@9", "@1", "-1"])
def test_a_reference_that_leads_nowhere_is_refused(desk, case, reference):
    with pytest.raises(StoreError) as error:
        desk.notice(reference)
    assert error.value.facts == {"reference": reference}


def test_undo_reaches_back_over_a_restart(desk, desk_of, case):
    first = desk.save(case, written(case, "eins"), Step("type eins")).case
    second = desk.save(first, written(first, "zwei"), Step("type zwei")).case
    back = desk.save(second, first.notice, Step("type zwei", StepKind.UNDO)).case
    history = desk_of("anna").history(case.id)
    assert [edit.name for edit in history.undo] == ["type eins"]
    assert [edit.name for edit in history.redo] == ["type zwei"]
    assert history.undo[-1].before == case.notice
    assert history.redo[-1].after == second.notice
    assert back.notice == first.notice


def test_a_finding_is_set_aside_only_with_a_reason(desk, case):
    assert desk.dismiss(case, "rule", "item:1", "text", " ") == Refusal("reason.missing", {"act": "dismiss"})
    kept = desk.dismiss(case, "rule", "item:1", "text", " so gewollt ")
    assert desk.case(case.id).dismissals == kept.dismissals
    assert kept.dismissals[0].reason == "so gewollt"
    assert kept.entries[-1].reason == "rule item:1: so gewollt"
    again = desk.dismiss(kept, "rule", "item:1", "other text", "immer noch")
    assert [dismissal.concerned for dismissal in again.dismissals] == ["other text"]


def test_possible_acts_follow_state_and_role(desk, desk_of, case):
    assert desk.possible_acts(case) == (Act.EDIT, Act.SUBMIT, Act.WITHDRAW)
    submitted = desk.act(case, Act.SUBMIT)
    assert desk.possible_acts(submitted) == (Act.RECALL, Act.WITHDRAW)
    assert desk_of("sigrid").possible_acts(submitted) == (Act.EDIT, Act.RETURN, Act.SIGN_OFF, Act.WITHDRAW)
    assert desk_of("paul").possible_acts(submitted) == ()


def test_account_and_name_are_known_apart_from_the_trail(desk, case):
    known = desk.staff.known(case.authors[0])
    assert (known.account, known.name) == ("anna", "Anna Amt")
    assert desk.staff.known("nobody").name == ""
    assert "anna" not in "".join(entry.person for entry in desk.audit()).casefold()


def test_an_erased_person_is_forgotten_at_once(desk, case):
    me = desk.me
    assert desk.staff.known(me).name == "Anna Amt"
    desk.erase(me, "ausgeschieden")
    assert desk.staff.known(me).name == ""
    assert [entry.act for entry in desk.audit()] == [Act.CREATE, Act.ERASE_PERSON]


def test_other_desks_are_seen_and_mine_is_not(desk, desk_of, case, clock):
    berta = desk_of("berta")
    berta.enter(case.id)
    desk.enter(case.id)
    (other,) = desk.others(case.id)
    assert desk.staff.known(other.person).name == "Berta Büro"
    clock.forward(seconds=60)
    berta.enter(case.id)
    clock.forward(seconds=60)
    (other,) = desk.others(case.id)
    assert clock.now - other.since == dt.timedelta(seconds=120)
    berta.leave()
    assert desk.others(case.id) == ()


def test_what_other_desks_did_is_told_once(desk, desk_of, case):
    desk.changed_elsewhere()
    berta = desk_of("berta")
    other = berta.create(a_notice())
    assert desk.changed_elsewhere() == (other.id,)
    assert desk.changed_elsewhere() == ()
    desk.save(case, written(case, "selbst"))
    assert desk.changed_elsewhere() == ()


def test_a_closed_desk_leaves_its_case(desk_of, case):
    berta = desk_of("berta")
    berta.enter(case.id)
    berta.close()
    assert desk_of("anna").others(case.id) == ()


def test_whoever_may_only_read_begins_gives_away_and_dismisses_nothing(desk, store, profile, clock):
    case = desk.create(a_notice())
    reader = Desk(store, profile, Person("otto", "otto", "otto", ()), clock)
    for answer in (
        reader.create(a_notice()),
        reader.draft(),
        reader.draft_from(case.id),
        reader.draft_about(case.id, NoticeKind.CORRECTION),
        reader.assign(case, desk.me),
        reader.dismiss(case, "rule", "field", "text", "because"),
    ):
        assert answer.code == "role.missing"
    assert [summary.id for summary in desk.cases()] == [case.id]
    assert desk.case(case.id) == case
