"""A place to work at: everything a clerk does goes through it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeeditor.authority.drafting import about, draft
from noticeeditor.authority.people import Person
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.desk.answers import Conflict, Examine, Saved, conflict, obstacles
from noticeeditor.desk.attendance import Attendance
from noticeeditor.desk.drafting import copied
from noticeeditor.desk.references import case_of, notice_of
from noticeeditor.desk.staff import Staff
from noticeeditor.notice.notice import Notice, NoticeKind
from noticeeditor.store.contract import (
    CaseStore,
    Filter,
    Hit,
    Order,
    Presence,
    Stale,
    Summary,
    Upkeep,
)
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import AuditEntry, Break, Deed
from noticeeditor.workflow.case import CaseFile, Dismissal, begins_to_write, dismissed, edited
from noticeeditor.workflow.journal import Stacks, Step, stacks
from noticeeditor.workflow.transitions import (
    Actor,
    Circumstances,
    Refusal,
    Transition,
    advance,
    decide,
    possible_acts,
    refused_beside,
)

if TYPE_CHECKING:  # what is rarely asked for is loaded then: a window is to be there at once
    from noticeeditor.workflow.case import Version
    from noticeeditor.workflow.difference import FieldDifference

Clock = Callable[[], dt.datetime]
EVERYTHING = Filter()
UNNAMED = Step()
_STANDING = frozenset(State) - {State.WITHDRAWN}


class Desk:
    """One person at one store; ``changed`` hears the id of every case that this desk changes.

    ``clock`` answers with the time of the authority and its zone; ``examine`` with the findings
    of a notice, of which obstacles stop sign-off and release. ``upkeep`` is there where the store
    is a file: checks, backups, and why nothing can be saved.
    """

    def __init__(
        self,
        store: CaseStore,
        profile: AuthorityProfile,
        person: Person,
        clock: Clock,
        examine: Examine = lambda notice: (),
        upkeep: Upkeep | None = None,
    ) -> None:
        self.profile = profile
        self.person = person
        self.staff = Staff(store, person)
        self.upkeep = upkeep
        self.changed: Callable[[int], None] = lambda case: None
        self._store = store
        self._clock = clock
        self._examine = examine
        self._attendance = Attendance(store)
        self._seen = store.changes()

    @property
    def me(self) -> str:
        """Return my opaque name."""
        return self.staff.me

    @property
    def today(self) -> dt.date:
        """Return the day of the authority."""
        return self._clock().date()

    def adopt(self, profile: AuthorityProfile, examine: Examine) -> None:
        """Work with another profile of the house from now on, and judge by it."""
        self.profile, self._examine = profile, examine

    def cases(self, wanted: Filter = EVERYTHING) -> tuple[Summary, ...]:
        """Return the cases that are wanted, in order."""
        return self._store.summaries(wanted)

    def search(self, query: str, wanted: Filter = EVERYTHING) -> tuple[Hit, ...]:
        """Return the cases that answer a query, with marked snippets."""
        return self._store.search(query, wanted)

    def case(self, id: int) -> CaseFile:
        """Return a case, or raise ``StoreError`` where there is none."""
        return case_of(self._store, id)

    def draft(self, body: str = "", date: dt.date | None = None) -> CaseFile | Refusal:
        """Return a new case with all that the profile knows about a body."""
        last = self.last_sitting(body, date) if body else None
        return self.create(draft(self.profile, self.today, body, date=date, last_sitting=last))

    def draft_from(self, id: int, body: str = "", date: dt.date | None = None) -> CaseFile | Refusal:
        """Return a new case with the agenda of another, for another day or another body."""
        return self.create(copied(self.case(id).notice, self.profile, self.today, body, date))

    def draft_about(self, id: int, kind: NoticeKind) -> CaseFile | Refusal:
        """Return a new case about an earlier one: supplement, correction, cancellation and so on."""
        return self.create(about(self.case(id).notice, kind, self.profile, self.today, str(id)))

    def create(self, notice: Notice, assigned: str = "") -> CaseFile | Refusal:
        """Return a new case with this notice."""
        if refusal := refused_beside(Act.CREATE, self._actor()):
            return refusal
        case = edited(CaseFile(notice, assigned=assigned), notice, self.me, self._now())
        return self._kept(self._store.record(case, self._deed(Act.CREATE), Step(person=self.me)))

    def last_sitting(self, body: str, before: dt.date | None = None) -> dt.date | None:
        """Return the day of the last sitting of a body that is known here, for the item on its minutes."""
        until = (before or self.today) - dt.timedelta(days=1)
        wanted = Filter(_STANDING, body, until=until, order=Order.LATEST_SITTING, limit=1)
        return next((summary.date for summary in self.cases(wanted)), None)

    def save(self, case: CaseFile, notice: Notice, step: Step = UNNAMED) -> Saved | Conflict | Refusal:
        """Keep another wording of a case, if nobody changed it meanwhile."""
        if notice == case.notice:
            return Saved(case)
        decision = self._decide(case, Act.EDIT)
        if isinstance(decision, Refusal):
            return decision
        written = edited(case, notice, self.me, self._now())
        deed = self._deed(Act.EDIT) if begins_to_write(case, self.me) else None
        answer = self._store.record(written, deed, replace(step, person=self.me))
        if isinstance(answer, CaseFile):
            return Saved(self._kept(answer))
        current = answer.current
        if current.notice == case.notice:  # only state, remarks or assignment changed: my words still fit
            return self.save(current, notice, step)
        return conflict(case, notice, current)

    def act(
        self, case: CaseFile, act: Act, *, reason: str = "", day: dt.date | None = None
    ) -> CaseFile | Refusal | Conflict:
        """Do an act of the workflow; ``day`` is the day of appearance of a publication."""
        circumstances = self._circumstances(case, act, reason, day)
        decision = decide(case, act, self._actor(), circumstances)
        if isinstance(decision, Refusal):
            return decision
        version = self._frozen(case) if act is Act.SIGN_OFF else None
        advanced, deed = advance(case, decision, self._actor(), circumstances, version)
        answer = self._store.record(advanced, deed)
        return self._acted(case, answer, lambda current: self.act(current, act, reason=reason, day=day))

    def assign(self, case: CaseFile, person: str) -> CaseFile | Refusal | Conflict:
        """Give a case to somebody, by opaque name."""
        if refusal := refused_beside(Act.ASSIGN, self._actor()):
            return refusal
        assigned = replace(case, assigned=person, changed=self._now())
        answer = self._store.record(assigned, self._deed(Act.ASSIGN))
        return self._acted(case, answer, lambda current: self.assign(current, person))

    def dismiss(
        self, case: CaseFile, rule: str, field: str, concerned: str, reason: str
    ) -> CaseFile | Refusal | Conflict:
        """Set a finding aside "because …"; it comes back when the text it concerned changes."""
        if refusal := refused_beside(Act.DISMISS, self._actor(), reason):
            return refusal
        dismissal = Dismissal(rule, field, concerned, reason.strip(), self.me, self._now())
        deed = self._deed(Act.DISMISS, f"{rule} {field}: {reason.strip()}")
        answer = self._store.record(dismissed(case, dismissal), deed)
        return self._acted(
            case, answer, lambda current: self.dismiss(current, rule, field, concerned, reason)
        )

    def possible_acts(self, case: CaseFile) -> tuple[Act, ...]:
        """Return the acts that the state of a case and my roles allow."""
        return possible_acts(case, self._actor())

    def may(
        self, case: CaseFile, act: Act, *, reason: str = "", day: dt.date | None = None
    ) -> Refusal | None:
        """Return why an act would be refused now, ``None`` where it would be done."""
        decision = decide(case, act, self._actor(), self._circumstances(case, act, reason, day))
        return decision if isinstance(decision, Refusal) else None

    def obstacles(self, notice: Notice) -> int:
        """Return how many findings stop sign-off and release of a notice."""
        return obstacles(self._examine(notice))

    def history(self, case: int, *, whole: bool = False) -> Stacks:
        """Return what can be undone and done again, back over a restart: lately, or ever."""
        return stacks(self._store.journal(case, whole=whole))

    def notice(self, reference: str) -> Notice:
        """Return the wording of a case, ``17`` being its newest and ``17@2`` its second version."""
        return notice_of(self._store, reference)

    def difference(self, before: str, after: str) -> tuple[FieldDifference, ...]:
        """Return what differs between two wordings, named as for ``notice``."""
        from noticeeditor.workflow.difference import difference

        return difference(self.notice(before), self.notice(after))

    def audit(self, case: int | None = None) -> Iterator[AuditEntry]:
        """Yield the audit trail, of one case or of all."""
        return self._store.entries(case)

    def head(self) -> str:
        """Return the head of the trail, to be noted outside as an anchor."""
        return self._store.head()

    def verify(self, anchor: str = "") -> Break | None:
        """Return the first place where trail, cases and kept versions do not hold together."""
        return self._store.verify(anchor)

    def erase(self, person: str, reason: str) -> None:
        """Forget account and name of a person; the trail keeps the opaque name and says so."""
        self.staff.erase(person, self._deed(Act.ERASE_PERSON, reason))

    def changed_elsewhere(self) -> tuple[int, ...]:
        """Return the cases that other desks changed since this was asked last."""
        seen, self._seen = self._seen, self._store.changes()
        return self._store.changed_since(seen) if self._seen != seen else ()

    def enter(self, case: int) -> None:
        """Say that I have a case open; to be said again every half minute."""
        self._attendance.enter(case, self.me, self._now())

    def leave(self) -> None:
        """Say that I have no case open any more."""
        self._attendance.leave()

    def others(self, case: int) -> tuple[Presence, ...]:
        """Return who else has a case open, at which desk, since when."""
        return self._attendance.others(case, self._now())

    def close(self) -> None:
        """Leave the desk."""
        try:
            self.leave()
        finally:
            self._store.close()

    def _frozen(self, case: CaseFile) -> Version:
        from noticeeditor.desk.freezing import frozen

        return frozen(case, self.profile.style, self.me, self._now())

    def _now(self) -> dt.datetime:
        return self._clock().astimezone(dt.UTC)

    def _deed(self, act: Act, reason: str = "") -> Deed:
        return Deed(self._now(), self.me, act, reason)

    def _actor(self) -> Actor:
        return Actor(self.me, frozenset(self.person.roles), self.person.signatory)

    def _decide(self, case: CaseFile, act: Act) -> Transition | Refusal:
        return decide(case, act, self._actor(), self._circumstances(case, act, "", None))

    def _circumstances(self, case: CaseFile, act: Act, reason: str, day: dt.date | None) -> Circumstances:
        now = self._clock()
        signing = self.profile.signatory_on(now.date())
        return Circumstances(
            now,
            reason,
            obstacles(self._examine(case.notice)) if act in {Act.SIGN_OFF, Act.RELEASE} else 0,
            self.profile.four_eyes,
            signing.key if signing else "",
            day,
        )

    def _acted(
        self,
        case: CaseFile,
        answer: CaseFile | Stale,
        again: Callable[[CaseFile], CaseFile | Refusal | Conflict],
    ) -> CaseFile | Refusal | Conflict:
        """Return what became of an act; it is done again where what it was about is still the same."""
        if isinstance(answer, CaseFile):
            return self._kept(answer)
        current = answer.current
        if (current.notice, current.state) == (case.notice, case.state):
            return again(current)
        return conflict(case, case.notice, current)

    def _kept(self, answer: CaseFile | Stale) -> CaseFile:
        assert isinstance(answer, CaseFile)  # only a case that others know can be stale
        if self._store.changes() == self._seen + 1:
            self._seen += 1
        self.changed(answer.id)
        return answer
