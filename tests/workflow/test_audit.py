"""The audit trail: what it says, and that every harm to it is found and named."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from msgspec.structs import fields, replace

from noticeeditor.notice.notice import EarlierNotice, Sitting
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import (
    GENESIS,
    Break,
    Claim,
    Deed,
    entry_hash,
    link,
    moment,
    verify_chain,
    verify_claims,
)
from noticeeditor.workflow.case import (
    CaseFile,
    Dismissal,
    begins_to_write,
    dismissed,
    edited,
    seal,
)
from tests.builders import a_notice
from tests.cases import NOW, a_case, a_version


def a_chain(*deeds):
    entries = []
    for number, deed in enumerate(deeds, 1):
        entries.append(link(deed, State.DRAFT, 1, number, entries[-1] if entries else None))
    return entries


@pytest.fixture
def chain():
    return a_chain(*(Deed(NOW + dt.timedelta(hours=n), "anna", Act.EDIT, f"Grund {n}") for n in range(4)))


def test_the_hash_of_an_entry_is_what_the_documented_form_gives():
    entry = link(Deed(NOW, "anna", Act.RETURN, "Grund „ä“", "ab"), State.RETURNED, 7, 3, None)
    form = (
        '[1,"2023-09-29T08:30:00.000000+00:00","anna","return","returned",7,3,"Grund „ä“","ab","'
        + "0" * 64
        + '"]'
    )
    assert entry.hash == hashlib.sha256(b"noticeeditor/audit/1\n" + form.encode()).hexdigest()
    assert entry.at == NOW.astimezone(dt.UTC)
    assert entry.at.tzinfo is dt.UTC


def test_a_deed_about_the_whole_store_has_no_case_and_no_state():
    entry = link(Deed(NOW, "anna", Act.RESTORE), None, 0, 0, None)
    assert (entry.case, entry.state, entry.sequence, entry.previous) == (0, None, 1, GENESIS)
    assert verify_chain([entry]) is None


def test_a_reason_is_kept_in_normal_form_c():
    composed, parted = (link(Deed(NOW, "a", Act.EDIT, text), None, 1, 1, None) for text in ("ü", "u\u0308"))
    assert composed == parted


def test_a_moment_is_utc_to_the_microsecond():
    assert moment(NOW) == "2023-09-29T08:30:00.000000+00:00"
    assert moment(NOW.replace(microsecond=7)).endswith(":00.000007+00:00")


def test_a_whole_chain_has_no_break(chain):
    assert verify_chain(chain) is None
    assert verify_chain([]) is None
    assert verify_chain(iter(chain), chain[2].hash) is None


@pytest.mark.parametrize("name", [field.name for field in fields(a_chain(Deed(NOW, "a", Act.EDIT))[0])])
def test_a_change_in_any_field_is_found_at_its_entry(chain, name):
    other = {
        "sequence": 9, "at": NOW, "person": "otto", "act": Act.SUBMIT, "state": State.WITHDRAWN, "case": 2,
        "revision": 9, "reason": "", "sha256": "x", "previous": "x", "hash": "x",
    }  # fmt: skip
    chain[1] = replace(chain[1], **{name: other[name]})
    assert verify_chain(chain).sequence == 2


def test_a_changed_entry_is_named_with_its_case(chain):
    chain[2] = replace(chain[2], reason="anders")
    assert verify_chain(chain) == Break("audit.changed", 3, 1)


def test_a_changed_entry_with_a_hash_of_its_own_breaks_at_the_next(chain):
    changed = replace(chain[1], reason="anders")
    chain[1] = replace(changed, hash=entry_hash(changed))
    assert verify_chain(chain) == Break("audit.order", 3, 1)


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_missing_entry_is_named(chain, gone):
    del chain[gone]
    assert verify_chain(chain) == Break("audit.gap", gone + 1)


def test_entries_in_another_order_are_found(chain):
    chain[1], chain[2] = chain[2], chain[1]
    assert verify_chain(chain) == Break("audit.gap", 2)


def test_entries_cut_off_at_the_end_are_found_by_the_anchor(chain):
    head = chain[-1].hash
    assert verify_chain(chain[:-1]) is None
    assert verify_chain(chain[:-1], head) == Break("audit.anchor")


def test_a_chain_written_anew_as_a_whole_is_found_by_the_anchor(chain):
    anew = a_chain(*(Deed(entry.at, "otto", entry.act, entry.reason) for entry in chain))
    assert verify_chain(anew) is None
    assert verify_chain(anew, chain[-1].hash) == Break("audit.anchor")


def test_the_head_of_the_empty_trail_anchors_every_trail(chain):
    assert verify_chain(chain, GENESIS) is None


def test_claims_that_the_trail_tells_are_founded(chain):
    signed = link(Deed(NOW, "sigrid", Act.SIGN_OFF, sha256="s1"), State.SIGNED_OFF, 1, 5, chain[-1])
    assert verify_claims([Claim(1, State.SIGNED_OFF, ("s1",))], [*chain, signed]) is None


def test_a_case_of_which_the_trail_tells_cannot_be_gone(chain):
    about_the_store = link(Deed(NOW, "sigrid", Act.RESTORE), None, 0, 0, chain[-1])
    assert verify_claims([], [*chain, about_the_store]) == Break("audit.case-gone", case=1)
    assert verify_claims([], [link(Deed(NOW, "sigrid", Act.RESTORE), None, 0, 0, None)]) is None


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (Claim(1, State.PUBLISHED, ("s1", "s2")), Break("audit.state", case=1)),
        (Claim(2, State.DRAFT, ()), Break("audit.state", case=2)),
        (Claim(1, State.SIGNED_OFF, ()), Break("audit.version", case=1, version=1)),
        (Claim(1, State.SIGNED_OFF, ("s1",)), Break("audit.version", case=1, version=2)),
        (Claim(1, State.SIGNED_OFF, ("s1", "sx")), Break("audit.version", case=1, version=2)),
        (Claim(1, State.SIGNED_OFF, ("sx", "s2")), Break("audit.version", case=1, version=1)),
        (Claim(1, State.SIGNED_OFF, ("s1", "s2", "s3")), Break("audit.version", case=1, version=3)),
    ],
)
def test_claims_that_the_trail_does_not_tell_are_named(claim, found):
    first = link(Deed(NOW, "sigrid", Act.SIGN_OFF, sha256="s1"), State.SIGNED_OFF, 1, 1, None)
    second = link(Deed(NOW, "sigrid", Act.SIGN_OFF, sha256="s2"), State.SIGNED_OFF, 1, 2, first)
    assert verify_claims([claim], [first, second]) == found


def test_the_seal_covers_notice_document_and_text_and_their_limits():
    form = b"noticeeditor/version/1\n1 2 3\na" + b"bb" + "ä1".encode()
    assert seal("a", "bb", "ä1") == hashlib.sha256(form).hexdigest()
    assert len({seal("ab", "c", "d"), seal("a", "bc", "d"), seal("a", "b", "cd"), seal("ab", "cd", "")}) == 4


@pytest.mark.parametrize("name", ["content", "document", "text", "sha256"])
def test_a_version_with_other_words_is_not_sound(name):
    version = a_version()
    assert version.is_sound
    assert not replace(version, **{name: "x"}).is_sound


def test_every_author_is_noted_once():
    case = edited(a_case(), a_notice(remarks=("neu",)), "berta", NOW)
    case = edited(case, case.notice, "anna", NOW)
    assert case.authors == ("anna", "berta")
    assert case.notice.remarks == ("neu",)
    assert case.changed == NOW


def test_the_trail_knows_who_is_at_the_wording():
    created = link(Deed(NOW, "anna", Act.CREATE), State.DRAFT, 1, 1, None)
    wrote = link(Deed(NOW, "anna", Act.EDIT), State.DRAFT, 1, 2, created)
    submitted = link(Deed(NOW, "anna", Act.SUBMIT), State.IN_REVIEW, 1, 3, wrote)
    assert begins_to_write(a_case(), "anna")
    for entries, person, begins in (
        ((created,), "anna", False),
        ((created, wrote), "anna", False),
        ((created, wrote), "berta", True),
        ((created, wrote, submitted), "anna", True),
    ):
        assert begins_to_write(a_case(entries=entries), person) is begins


def test_a_later_dismissal_of_a_finding_replaces_the_earlier_one():
    first = Dismissal("rule", "item:1", "text", "darum", "anna", NOW)
    other_field, other_rule = replace(first, field="item:2"), replace(first, rule="other")
    later = replace(first, reason="deshalb", at=NOW + dt.timedelta(days=1))
    case = a_case()
    for dismissal in (first, other_field, other_rule, later):
        case = dismissed(case, dismissal)
    assert case.dismissals == (other_field, other_rule, later)
    assert case.changed == later.at


@pytest.mark.parametrize(("written", "case"), [("7", 7), ("", 0), ("x7", 0)])
def test_the_earlier_case_is_the_number_in_the_notice(written, case):
    assert a_case(notice=a_notice(earlier=EarlierNotice(Sitting(), written))).earlier == case


def test_a_notice_about_nothing_earlier_has_no_earlier_case():
    assert CaseFile(a_notice()).earlier == 0
