"""Any sequence of acts, saves, stale saves and restarts: the file tells what the model in memory tells."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from noticeeditor.authority.people import Role
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.store.contract import Filter, Order, Stale
from noticeeditor.store.memory import MemoryStore
from noticeeditor.store.sqlite.opening import open_store
from noticeeditor.store.sqlite.store import SqliteStore
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import Deed
from noticeeditor.workflow.case import CaseFile, Dismissal, begins_to_write, dismissed, edited
from noticeeditor.workflow.journal import Step, StepKind, stacks
from noticeeditor.workflow.transitions import Actor, Circumstances, Transition, advance, decide
from tests.builders import a_notice, an_agenda
from tests.cases import ISSUE, NOW, a_version

PEOPLE = [Actor(name, frozenset(Role)) for name in ("anna", "berta", "sigrid")]
TEXTS = st.sampled_from(
    ["Müllgebühren", "Kreisklimaschutz", "Straße", "12. Änderung", "Mu\u0308ll", "", "„Zitat“ – x"]
)
QUERIES = ("muell", "klima", "strasse", "12", "zitat einwohner", "verschiedenes", "x")


class Stores(RuleBasedStateMachine):
    """The two stores side by side; every answer must be the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.now = NOW.astimezone(dt.UTC)
        self.copies: list[CaseFile] = []

    @initialize()
    def open(self) -> None:
        self.memory = MemoryStore()
        self.file = SqliteStore(open_store(self.folder / "notices.db"))

    def teardown(self) -> None:
        self.file.close()
        shutil.rmtree(self.folder)

    def record(self, case: CaseFile, deed: Deed | None, step: Step | None = None) -> CaseFile | Stale:
        ours, theirs = self.memory.record(case, deed, step), self.file.record(case, deed, step)
        assert ours == theirs
        self.copies = [*self.copies[-5:], ours.current if isinstance(ours, Stale) else ours]
        return ours

    @rule(text=TEXTS, who=st.sampled_from(PEOPLE), with_issue=st.booleans())
    def create(self, text: str, who: Actor, with_issue: bool) -> None:
        issue = ISSUE if with_issue else GazetteIssue("K", 41, 2023, ISSUE.copy_deadline, ISSUE.appears)
        notice = a_notice(agenda=an_agenda(text, "Verschiedenes"), issue=issue)
        case = edited(CaseFile(notice), notice, who.person, self.now)
        assert isinstance(self.record(case, Deed(self.now, who.person, Act.CREATE)), CaseFile)

    @precondition(lambda self: self.copies)
    @rule(data=st.data(), text=TEXTS, who=st.sampled_from(PEOPLE), kind=st.sampled_from(StepKind))
    def save(self, data: st.DataObject, text: str, who: Actor, kind: StepKind) -> None:
        """Save into any copy that somebody still has, stale or not."""
        case = data.draw(st.sampled_from(self.copies))
        if isinstance(decide(case, Act.EDIT, who, Circumstances(self.now)), Transition):
            notice = replace(case.notice, agenda=an_agenda(text, "Einwohnerfragestunde"))
            deed = Deed(self.now, who.person, Act.EDIT) if begins_to_write(case, who.person) else None
            self.record(edited(case, notice, who.person, self.now), deed, Step("type", kind, who.person))

    @precondition(lambda self: self.copies)
    @rule(
        data=st.data(),
        act=st.sampled_from(Act),
        who=st.sampled_from(PEOPLE),
        reason=st.sampled_from(["", "weil"]),
    )
    def act(self, data: st.DataObject, act: Act, who: Actor, reason: str) -> None:
        case = data.draw(st.sampled_from(self.copies))
        circumstances = Circumstances(self.now, reason, day=self.now.date(), four_eyes=False)
        decision = decide(case, act, who, circumstances)
        if isinstance(decision, Transition) and act is not Act.EDIT:
            version = a_version(number=len(case.versions) + 1, revision=case.revision + 1, person=who.person)
            self.record(
                *advance(case, decision, who, circumstances, version if act is Act.SIGN_OFF else None)
            )

    @precondition(lambda self: self.copies)
    @rule(data=st.data(), who=st.sampled_from(PEOPLE), field=st.sampled_from(["item:1", "item:2"]))
    def set_aside(self, data: st.DataObject, who: Actor, field: str) -> None:
        case = data.draw(st.sampled_from(self.copies))
        dismissal = Dismissal("rule", field, "text", "darum", who.person, self.now)
        self.record(dismissed(case, dismissal), Deed(self.now, who.person, Act.DISMISS, "darum"))

    @rule(hours=st.integers(-48, 48))
    def let_the_clock_jump(self, hours: int) -> None:
        self.now += dt.timedelta(hours=hours)

    @rule()
    def restart(self) -> None:
        self.file.close()
        self.file = SqliteStore(open_store(self.folder / "notices.db", identity=self.file.identity))

    @rule(
        query=st.sampled_from(QUERIES), order=st.sampled_from(Order), states=st.sets(st.sampled_from(State))
    )
    def find(self, query: str, order: Order, states: set[State]) -> None:
        wanted = Filter(states=frozenset(states), order=order, limit=10)
        assert self.memory.search(query, wanted) == self.file.search(query, wanted)
        assert self.memory.summaries(wanted) == self.file.summaries(wanted)

    @invariant()
    def both_tell_the_same(self) -> None:
        if not self.copies:
            return
        newest = self.copies[-1].id
        assert self.memory.case(newest) == self.file.case(newest)
        assert stacks(self.memory.journal(newest)) == stacks(self.file.journal(newest))
        assert self.memory.changes() == self.file.changes()
        assert self.memory.head() == self.file.head()
        assert self.memory.verify() is None
        assert self.file.verify() is None


QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}
TestAFewSteps = Stores.TestCase
TestAFewSteps.settings = settings(max_examples=12, stateful_step_count=25, **QUIET)


class TestManySteps(Stores.TestCase):
    settings = settings(max_examples=150, stateful_step_count=40, **QUIET)
    pytestmark = pytest.mark.long
