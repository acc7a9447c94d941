"""What every store promises, held to over each of them."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor.errors import ExitCode
from noticeeditor.notice.body import PublicBody
from noticeeditor.notice.notice import EarlierNotice, NoticeKind, Sitting
from noticeeditor.store import memory
from noticeeditor.store.contract import (
    Filter,
    KnownPerson,
    Order,
    Presence,
    Stale,
    StoreError,
)
from noticeeditor.store.sqlite import store as sqlite_store
from noticeeditor.store.sqlite import writing
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import GENESIS
from noticeeditor.workflow.case import CaseFile, Dismissal, Remark
from noticeeditor.workflow.journal import Step, StepKind
from tests.builders import a_notice, an_agenda
from tests.cases import ISSUE, NOW, a_case, a_deed, a_version, recorded, with_text

LATER = NOW + dt.timedelta(minutes=5)


def test_a_new_case_gets_an_id_and_its_first_revision(store):
    first, second = recorded(store), recorded(store)
    assert (first.id, first.revision) == (1, 1)
    assert (second.id, second.revision) == (2, 1)


def test_what_is_recorded_comes_back_as_it_was(store):
    case = a_case(
        notice=a_notice(issue=ISSUE, kind=NoticeKind.CORRECTION, earlier=EarlierNotice(Sitting(), "7")),
        state=State.SIGNED_OFF,
        authors=("anna", "rita"),
        assigned="sigrid",
        appeared=dt.date(2023, 10, 6),
        changed=NOW.astimezone(dt.UTC),
        versions=(a_version(),),
        remarks=(Remark(NOW.astimezone(dt.UTC), "rita", Act.RETURN, "Ort prüfen", 1),),
        dismissals=(
            Dismissal("wording.quotes", "item:3", "a", "so gewollt", "anna", NOW.astimezone(dt.UTC)),
        ),
    )
    kept = recorded(store, case)
    assert store.case(kept.id) == kept
    assert replace(kept, id=0, revision=0, entries=()) == case


def test_a_case_that_is_not_there_is_none(store):
    assert store.case(99) is None
    assert store.version(99, 1) is None
    assert store.journal(99) == ()


def test_a_save_goes_up_by_one_revision_and_is_the_newest_state(store):
    first = recorded(store)
    second = store.record(with_text(first, "Neue Worte"))
    assert second.revision == 2
    assert store.case(first.id) == second
    assert store.case(first.id).notice.agenda.parts[0].items[0].text == "Neue Worte"


def test_the_second_of_two_desks_is_told_that_its_copy_is_stale(store):
    base = recorded(store)
    mine = store.record(with_text(base, "Meine Worte"))
    answer = store.record(with_text(base, "Andere Worte"))
    assert answer == Stale(mine)
    assert store.case(base.id) == mine


def test_a_stale_save_leaves_no_trace(store):
    base = recorded(store)
    store.record(with_text(base, "Meine Worte"))
    before = (store.changes(), list(store.entries()), store.journal(base.id))
    store.record(with_text(base, "Andere Worte"), a_deed(Act.EDIT), Step("anders"))
    assert (store.changes(), list(store.entries()), store.journal(base.id)) == before


def test_text_is_kept_in_normal_form_c_whatever_was_typed(store):
    kept = recorded(store, a_case(notice=a_notice(agenda=an_agenda("Mu\u0308ll"))))
    assert store.search("Müll", Filter())[0].summary.id == kept.id
    assert kept.notice.agenda.parts[0].items[0].text == "Müll"
    assert store.case(kept.id) == kept


def test_every_deed_is_an_entry_chained_to_the_one_before(store):
    case = recorded(store)
    other = recorded(store, deed=a_deed(person="berta"))
    case = store.record(replace(case, state=State.IN_REVIEW), a_deed(Act.SUBMIT, at=LATER, reason="bitte"))
    entries = list(store.entries())
    assert [entry.sequence for entry in entries] == [1, 2, 3]
    assert [entry.previous for entry in entries] == [GENESIS, entries[0].hash, entries[1].hash]
    last = entries[-1]
    assert (last.case, last.revision, last.act, last.state) == (case.id, 2, Act.SUBMIT, State.IN_REVIEW)
    assert (last.person, last.reason, last.at) == ("anna", "bitte", LATER.astimezone(dt.UTC))
    assert list(store.entries(other.id)) == [entries[1]]
    assert case.entries == (entries[0], last) == store.case(case.id).entries


def test_a_save_without_a_deed_writes_nothing_into_the_trail(store):
    case = recorded(store)
    store.record(with_text(case, "Weiter"))
    assert len(list(store.entries())) == 1


def test_a_sound_store_verifies_with_its_head_as_anchor(store):
    case = recorded(store)
    version = a_version()
    store.record(
        replace(case, state=State.SIGNED_OFF, versions=(version,)),
        a_deed(Act.SIGN_OFF, sha256=version.sha256),
    )
    head = list(store.entries())[-1].hash
    assert store.head() == head
    assert store.verify() is None
    assert store.verify(head) is None
    assert store.verify("f" * 64).code == "audit.anchor"


def test_a_case_in_a_state_that_the_trail_does_not_know_is_found(store):
    case = recorded(store)
    store.record(replace(case, state=State.PUBLISHED))
    found = store.verify()
    assert (found.code, found.case) == ("audit.state", case.id)


def test_a_version_that_was_never_signed_is_found(store):
    case = recorded(store)
    store.record(replace(case, versions=(a_version(),)))
    found = store.verify()
    assert (found.code, found.case, found.version) == ("audit.version", case.id, 1)


def test_a_version_whose_bytes_do_not_give_its_seal_is_found(store):
    case, version = recorded(store), a_version(sha256="0" * 64)
    store.record(replace(case, versions=(version,)), a_deed(Act.SIGN_OFF, sha256=version.sha256))
    found = store.verify()
    assert (found.code, found.case, found.version) == ("audit.version-bytes", case.id, 1)


def test_a_kept_version_comes_back_byte_for_byte(store):
    version = a_version(text="Zeile 1\n\nZeile 3 – „Ende“\n")
    case = recorded(store, a_case(versions=(version,)))
    assert store.version(case.id, 1) == version
    assert store.version(case.id, 2) is None


def test_later_saves_keep_versions_and_remarks_and_add_to_them(store):
    case = recorded(
        store, a_case(versions=(a_version(),), remarks=(Remark(NOW, "rita", Act.RETURN, "1", 1),))
    )
    second = a_version(number=2, text="neu")
    case = store.record(
        replace(
            case,
            versions=(*case.versions, second),
            remarks=(*case.remarks, Remark(NOW, "rita", Act.RETURN, "2", 2)),
        )
    )
    kept = store.case(case.id)
    assert [version.text for version in kept.versions] == ["Wortlaut", "neu"]
    assert [remark.text for remark in kept.remarks] == ["1", "2"]


def test_a_dismissal_can_be_taken_back(store):
    case = recorded(store, a_case(dismissals=(Dismissal("a", "b", "c", "d", "anna", NOW),)))
    case = store.record(replace(case, dismissals=()))
    assert store.case(case.id).dismissals == ()


def test_the_journal_tells_every_wording_with_its_step(store):
    case = recorded(store)
    case = store.record(with_text(case, "eins"), step=Step("type", person="anna"))
    case = store.record(with_text(case, "zwei"), step=Step("take back", StepKind.UNDO, "berta"))
    journal = store.journal(case.id)
    assert [entry.step for entry in journal] == [
        Step(),
        Step("type", person="anna"),
        Step("take back", StepKind.UNDO, "berta"),
    ]
    assert [entry.revision for entry in journal] == [1, 2, 3]
    assert {entry.at for entry in journal} == {NOW}
    assert journal[-1].notice == case.notice
    assert journal[0].notice == a_notice()


def test_the_last_steps_can_be_read_without_the_others(store, monkeypatch):
    for module in (memory, sqlite_store):
        monkeypatch.setattr(module, "RECENT_STEPS", 2)
    case = recorded(store)
    for number in range(4):
        case = store.record(with_text(case, f"Wort {number}"), step=Step(f"type {number}"))
    assert [entry.step.name for entry in store.journal(case.id)] == ["type 2", "type 3"]
    assert len(store.journal(case.id, whole=True)) == 5


def test_an_act_that_leaves_the_wording_is_no_step(store):
    case = recorded(store)
    store.record(replace(case, assigned="rita"), a_deed(Act.ASSIGN))
    assert len(store.journal(case.id)) == 1


def test_the_journal_is_bounded_and_never_loses_the_wording(store, monkeypatch):
    for module in (memory, writing):
        monkeypatch.setattr(module, "JOURNAL_LENGTH", 5)
    case = recorded(store)
    for number in range(3):
        case = store.record(with_text(case, f"Wort {number}"))
    for _ in range(6):
        case = store.record(replace(case, assigned="rita" if case.assigned == "" else ""))
    assert [entry.revision for entry in store.journal(case.id)] == [4]
    assert store.case(case.id) == case
    case = store.record(with_text(case, "noch eins"))
    assert [entry.revision for entry in store.journal(case.id)][-1] == case.revision


def test_lists_show_the_newest_change_first(store):
    first, second, third = (recorded(store) for _ in range(3))
    store.record(with_text(second, "geändert"))
    assert [entry.id for entry in store.summaries(Filter())] == [second.id, third.id, first.id]
    assert [entry.id for entry in store.summaries(Filter(limit=1, offset=1))] == [third.id]


def test_a_summary_says_what_a_list_shows(store):
    kept = recorded(store, a_case(notice=a_notice(issue=ISSUE), assigned="rita"))
    (summary,) = store.summaries(Filter())
    assert (summary.id, summary.revision, summary.state, summary.kind) == (
        kept.id,
        1,
        State.DRAFT,
        NoticeKind.SITTING,
    )
    assert summary.heading == "AMTLICHE BEKANNTMACHUNG"
    assert summary.body == "Ausschuss Klimaschutz, Mobilität und Infrastruktur"
    assert summary.body_key == "klimaschutz"
    assert (summary.begins, summary.date) == (
        dt.datetime.fromisoformat("2023-10-09T18:00"),
        dt.date(2023, 10, 9),
    )
    assert (summary.issue, summary.assigned, summary.earlier) == (ISSUE, "rita", 0)
    assert (summary.changed, summary.changed_at) == (store.changes(), NOW.astimezone(dt.UTC))


def test_an_empty_notice_can_be_kept_listed_and_found(store):
    kept = recorded(store, a_case(notice=a_notice(heading=(), sitting=Sitting(), agenda=an_agenda())))
    (summary,) = store.summaries(Filter())
    assert (summary.heading, summary.body, summary.begins, summary.date, summary.issue) == (
        "",
        "",
        None,
        None,
        None,
    )
    assert store.case(kept.id) == kept


@pytest.fixture
def three(store):
    """A council in October in the issue, a committee in November at Rita's, a returned one without date."""
    council = PublicBody("Kreistag", key="kreistag")
    about = EarlierNotice(Sitting(), "1")
    recorded(store, a_case(notice=a_notice(sitting=Sitting(council, dt.date(2023, 10, 2)), issue=ISSUE)))
    recorded(
        store,
        a_case(
            notice=a_notice(sitting=replace(a_notice().sitting, date=dt.date(2023, 11, 6)), earlier=about),
            assigned="rita",
        ),
    )
    recorded(store, a_case(notice=a_notice(sitting=Sitting()), state=State.RETURNED, authors=("berta",)))
    return store


FILTERS = {
    "nothing": (Filter(), [3, 2, 1]),
    "state": (Filter(states=frozenset({State.RETURNED})), [3]),
    "states": (Filter(states=frozenset({State.RETURNED, State.DRAFT})), [3, 2, 1]),
    "states, second page": (Filter(states=frozenset({State.RETURNED, State.DRAFT}), limit=1, offset=1), [2]),
    "body": (Filter(body="kreistag"), [1]),
    "since": (Filter(since=dt.date(2023, 11, 6)), [2]),
    "until": (Filter(until=dt.date(2023, 10, 2)), [1]),
    "period": (Filter(since=dt.date(2023, 10, 3), until=dt.date(2023, 11, 5)), []),
    "issue": (Filter(issue=(40, 2023)), [1]),
    "another issue": (Filter(issue=(41, 2023)), []),
    "assigned": (Filter(person="rita"), [2]),
    "author": (Filter(person="berta"), [3]),
    "earlier": (Filter(earlier=1), [2]),
    "state and body": (Filter(states=frozenset({State.DRAFT}), body="kreistag"), [1]),
}


@pytest.mark.parametrize(("wanted", "ids"), FILTERS.values(), ids=FILTERS)
def test_a_filter_lists_what_is_wanted(three, wanted, ids):
    assert [entry.id for entry in three.summaries(wanted)] == ids


@pytest.mark.parametrize(("wanted", "ids"), FILTERS.values(), ids=FILTERS)
def test_a_filter_narrows_a_search_as_it_narrows_a_list(three, wanted, ids):
    assert [hit.summary.id for hit in three.search("einwohner", wanted)] == ids


def test_lists_are_in_the_order_of_sittings_or_deadlines_with_the_unknown_last(three):
    assert [entry.id for entry in three.summaries(Filter(order=Order.SITTING))] == [1, 2, 3]
    assert [entry.id for entry in three.summaries(Filter(order=Order.DEADLINE))] == [1, 3, 2]
    assert [entry.id for entry in three.summaries(Filter(order=Order.LATEST_SITTING))] == [3, 2, 1]


def test_sittings_of_one_day_are_in_the_order_of_their_hours(store):
    day = dt.date(2023, 10, 2)
    for hour in (dt.time(18), dt.time(9), None):
        recorded(store, a_case(notice=a_notice(sitting=Sitting(None, day, hour))))
    assert [entry.id for entry in store.summaries(Filter(order=Order.SITTING))] == [2, 1, 3]
    assert [entry.id for entry in store.summaries(Filter(order=Order.LATEST_SITTING))] == [3, 1, 2]


def test_several_states_are_listed_in_any_order(three):
    both = Filter(states=frozenset({State.RETURNED, State.DRAFT}), order=Order.SITTING)
    assert [entry.id for entry in three.summaries(both)] == [1, 2, 3]


def test_a_case_is_found_by_its_newest_words_only(store):
    case = recorded(store, a_case(notice=a_notice(agenda=an_agenda("Windkraft"))))
    store.record(with_text(case, "Solarpark"))
    assert store.search("windkraft", Filter()) == ()
    (hit,) = store.search("solarpark", Filter())
    assert (hit.summary.id, hit.summary.revision) == (case.id, 2)


def test_remarks_are_found(store):
    case = recorded(store, a_case(remarks=(Remark(NOW, "rita", Act.RETURN, "Sitzungssaal verwechselt", 1),)))
    assert store.search("verwechselt", Filter())[0].summary.id == case.id


def test_all_terms_of_a_query_are_wanted(store):
    recorded(store, a_case(notice=a_notice(agenda=an_agenda("Radweg Daun"))))
    both = recorded(store, a_case(notice=a_notice(agenda=an_agenda("Radweg Gerolstein"))))
    assert [hit.summary.id for hit in store.search("radweg gerolst", Filter())] == [both.id]


def test_relevance_puts_the_body_before_the_text(store):
    in_text = a_case(notice=a_notice(sitting=Sitting(), agenda=an_agenda("Klima")))
    first, second, third = recorded(store), recorded(store, in_text), recorded(store, in_text)
    found = store.search("klima", Filter(order=Order.RELEVANCE))
    assert [hit.summary.id for hit in found] == [first.id, third.id, second.id]


def test_relevance_puts_whole_words_before_beginnings_and_beginnings_before_middles(store):
    texts = ("Das Klima", "Der Klimabericht", "Der Kreisklimabericht")
    cases = [
        recorded(store, a_case(notice=a_notice(sitting=Sitting(), agenda=an_agenda(text)))) for text in texts
    ]
    found = store.search("klima", Filter(order=Order.RELEVANCE))
    assert [hit.summary.id for hit in found] == [case.id for case in cases]
    assert [
        hit.summary.id for hit in store.search("klima", Filter(order=Order.RELEVANCE, limit=1, offset=1))
    ] == [2]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        "'",
        "(",
        "a AND",
        "NEAR(",
        "-x",
        "*",
        "a*",
        "\0",
        "x:y",
        "^",
        "{a} : b",
        "ä" * 5000,
        "\ud800",
    ],
)
def test_no_query_raises(store, query):
    recorded(store)
    store.search(query, Filter())
    store.search(query, Filter(order=Order.RELEVANCE))


def test_every_change_is_counted_and_names_its_case(store):
    assert store.changes() == 0
    first, second = recorded(store), recorded(store)
    seen = store.changes()
    assert store.changed_since(seen) == ()
    store.record(with_text(first, "neu"))
    assert store.changes() > seen
    assert store.changed_since(seen) == (first.id,)
    assert store.changed_since(0) == (first.id, second.id)


def test_a_person_has_one_opaque_name_that_tells_nothing(store):
    anna = store.person("anna", "Anna Amt")
    assert store.person("anna", "Anna Amt") == anna
    assert store.person("anna", "Anna Neu") != anna
    assert "anna" not in anna
    assert store.people()[anna] == KnownPerson(anna, "anna", "Anna Amt")


def test_an_erased_person_is_a_name_without_a_face_and_the_trail_stays_whole(store):
    anna = store.person("anna", "Anna Amt")
    recorded(store, deed=a_deed(person=anna))
    store.erase_person(anna, a_deed(Act.ERASE_PERSON, person="admin", reason=anna))
    assert store.people()[anna] == KnownPerson(anna, "", "")
    assert store.person("anna", "Anna Amt") != anna
    assert [entry.act for entry in store.entries()] == [Act.CREATE, Act.ERASE_PERSON]
    last = list(store.entries())[-1]
    assert (last.state, last.case, last.revision, last.reason) == (None, 0, 0, anna)
    assert store.verify() is None


def presence(desk="desk-1", case=1, seen=NOW):
    return Presence(case, desk, "anna", NOW.astimezone(dt.UTC), seen.astimezone(dt.UTC))


def test_who_has_a_case_open_is_seen_until_the_desk_leaves(store):
    store.announce(presence())
    assert store.presences(NOW) == (presence(),)
    store.leave("desk-1")
    store.leave("desk-1")
    assert store.presences(NOW) == ()


def test_a_presence_lasts_ninety_seconds(store):
    store.announce(presence())
    assert store.presences(NOW + dt.timedelta(seconds=90)) == (presence(),)
    assert store.presences(NOW + dt.timedelta(seconds=91)) == ()


def test_a_desk_has_one_case_open(store):
    store.announce(presence(case=1))
    store.announce(presence(case=2))
    assert store.presences(NOW) == (presence(case=2),)


@pytest.mark.parametrize("jump", [dt.timedelta(minutes=2), dt.timedelta(days=-1)])
def test_a_presence_does_not_stay_behind_a_crash_or_a_clock_that_jumps(store, jump):
    store.announce(presence())
    assert store.presences(NOW + jump) == ()


def test_a_clock_that_jumps_back_changes_no_order_and_breaks_no_chain(store):
    case = recorded(store)
    back = NOW - dt.timedelta(days=400)
    case = store.record(replace(with_text(case, "danach"), changed=back), a_deed(Act.EDIT, at=back))
    other = recorded(store)
    case = store.record(replace(with_text(case, "zuletzt"), changed=back))
    assert [entry.id for entry in store.summaries(Filter())] == [case.id, other.id]
    assert store.verify() is None


def test_the_trail_of_an_empty_store_is_whole_and_has_the_first_head(store):
    assert store.head() == GENESIS
    assert store.verify() is None
    assert store.verify(GENESIS) is None


def test_a_store_has_a_name_of_its_own(store):
    assert len(store.identity) == 32


def test_a_wrong_question_is_told_from_a_failing_world():
    assert StoreError("store.no-such-case").exit_code is ExitCode.BAD_INPUT
    assert StoreError("store.full").exit_code is ExitCode.WORLD_FAILED


def test_a_case_without_a_time_is_a_mistake_of_ours(store):
    with pytest.raises(ValueError, match="time of its change"):
        store.record(CaseFile(a_notice()))
    assert store.changes() == 0
