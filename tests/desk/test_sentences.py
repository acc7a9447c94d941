"""Every refusal, every break of the trail and every failure of the store has a sentence, in both languages."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

import noticeeditor
from noticeeditor.authority.people import Role
from noticeeditor.i18n.refusals import (
    BREAKS,
    REFUSALS,
    ROLES,
    act_word,
    break_sentence,
    refusal_sentence,
    state_word,
)
from noticeeditor.i18n.storing import STORING
from noticeeditor.i18n.texts import language, use
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import Break
from noticeeditor.workflow.transitions import Refusal

ROOT = Path(noticeeditor.__file__).parent


@pytest.fixture(params=["de", "en"], autouse=True)
def spoken(request):
    before = language()
    use(request.param)
    yield request.param
    use(before)


def codes(pattern, *folders):
    sources = (path.read_text("utf-8") for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {code for source in sources for code in re.findall(pattern, source)}


def test_every_code_of_the_program_is_in_its_table():
    assert codes(r'"(wording\.[a-z-]+)"', "workflow") | codes(
        r'Refusal\(\s*"([a-z.-]+)"', "workflow", "desk"
    ) == set(REFUSALS)
    assert codes(r'Break\("([a-z.-]+)"', "workflow", "store") == set(BREAKS) - {"audit.version-bytes"} | {
        "audit.version-bytes"
    }
    raised = codes(r'"((?:store|backup)\.[a-z-]+)"', "store", "desk") | codes(
        r'StoreError\(\s*"([a-z.-]+)"', "wiring.py"
    )
    assert raised - {"store.interrupted"} <= set(STORING)


FACTS = {
    "act": "return", "state": "draft", "possible": ("edit", "submit"), "roles": ("clerk",), "named": "Julia Gieseking",
    "day": dt.date(2023, 9, 29), "signed": dt.date(2023, 9, 30), "count": 3, "deadline": dt.datetime.fromisoformat("2023-09-29T12:00"),
}  # fmt: skip


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_is_a_sentence_with_its_facts(code, spoken):
    sentence = refusal_sentence(Refusal(code, FACTS))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert sentence != REFUSALS[code] if spoken == "de" else sentence[:8] == REFUSALS[code][:8]


@pytest.mark.parametrize("code", BREAKS)
def test_a_break_is_a_sentence_that_names_its_place(code):
    sentence = break_sentence(Break(code, 7, 8, 9))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert (code == "audit.anchor") or re.search("[789]", sentence)


def test_facts_are_shown_as_people_read_them(spoken):
    shown = refusal_sentence(Refusal("act.not-now", FACTS))
    expected = {
        "de": "Im Stand „Entwurf“ geht das nicht (zurückgeben). Möglich ist jetzt: Wortlaut ändern, vorlegen.",
        "en": "A notice that is “draft” cannot be treated so (return). Possible now: change the wording, submit.",
    }
    assert shown == expected[spoken]
    assert "29.09.2023, 12:00" in refusal_sentence(Refusal("deadline.passed", FACTS))
    assert "29.09.2023" in refusal_sentence(Refusal("publication.in-future", FACTS))
    none = refusal_sentence(Refusal("act.not-now", FACTS | {"possible": ()}))
    assert none.endswith(": –.")


def test_every_state_act_and_role_has_a_word(spoken):
    words = [state_word(state) for state in State], [act_word(act) for act in Act]
    assert all(all(said) for said in words)
    assert len(set(words[0])) == len(State)
    assert set(ROLES) == {role.value for role in Role}
    assert (state_word(State.SIGNED_OFF) == "schlussgezeichnet") is (spoken == "de")
