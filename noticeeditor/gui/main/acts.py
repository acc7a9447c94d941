"""The acts of the workflow in the window: which are possible, what they ask, what comes of them. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from noticeeditor.desk.values import Conflict, Desk
from noticeeditor.errors import NoticeEditorError
from noticeeditor.i18n.texts import N_, _
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.transitions import Refusal

if TYPE_CHECKING:
    from noticeeditor.checks.finding import Finding
    from noticeeditor.gui.editor.presenter import EditorPresenter


class Question(Struct, frozen=True):
    """What an act asks before it is done: its title, what to know, and the verb that does it."""

    title: str
    words: str
    verb: str


ACTS = {
    "submit": Act.SUBMIT,
    "return": Act.RETURN,
    "recall": Act.RECALL,
    "sign-off": Act.SIGN_OFF,
    "release": Act.RELEASE,
    "publish": Act.RECORD_PUBLICATION,
    "withdraw": Act.WITHDRAW,
    "reopen": Act.REOPEN,
}
NEXT = {
    State.DRAFT: "submit",
    State.RETURNED: "submit",
    State.IN_REVIEW: "sign-off",
    State.SIGNED_OFF: "release",
    State.RELEASED: "publish",
}
REASONS = {
    "return": Question(
        N_("Return with a remark"),
        N_("Say what is to be changed; the clerk reads it above the form."),
        N_("Return"),
    ),
    "withdraw": Question(
        N_("Withdraw the notice"),
        N_("Say why; the reason stays with the case."),
        N_("Withdraw"),
    ),
}
CONFIRMATIONS = {
    "sign-off": Question(
        N_("Sign off this page"),
        N_("You sign exactly the page on the right. Its words are then fixed; changes need a new sign-off."),
        N_("Sign off"),
    ),
    "publish": Question(
        N_("Record the publication"),
        N_("The day on which the issue with this notice appeared:"),
        N_("Record"),
    ),
}
SET_ASIDE = Question(N_("Ignore because …"), "", N_("Ignore"))
DONE = {
    Act.SUBMIT: N_("The notice is submitted for review."),
    Act.RETURN: N_("The notice is returned to the clerk."),
    Act.RECALL: N_("The notice is taken back."),
    Act.SIGN_OFF: N_("The notice is signed off."),
    Act.RELEASE: N_("The notice is released; export it for the print shop."),
    Act.RECORD_PUBLICATION: N_("The publication is recorded."),
    Act.WITHDRAW: N_("The notice is withdrawn."),
    Act.REOPEN: N_("The notice is open again."),
}


class ActsView(Protocol):
    """What the presenter needs of the window."""

    def show_acts(self, possible: frozenset[str], next_act: str) -> None:
        """Offer the acts that are possible, one of them on the big button."""

    def ask_reason(self, question: Question, answer: Callable[[str], None]) -> None:
        """Ask for a reason in the window."""

    def ask_page(self, question: Question, answer: Callable[[], None]) -> None:
        """Show the page, and ask whether it is to be signed."""

    def ask_day(self, question: Question, day: dt.date | None, answer: Callable[[dt.date], None]) -> None:
        """Ask for a day."""

    def close_question(self) -> None:
        """Take the question away."""

    def say(self, tone: str, sentence: str) -> None:
        """Say what came of it, quietly."""

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why something is not possible."""


class ActsPresenter:
    """Asks what an act needs, does it at the desk, and says what came of it."""

    def __init__(
        self, view: ActsView, desk: Desk, editor: EditorPresenter, released: Callable[[], None]
    ) -> None:
        self._view, self._desk, self._editor, self._released = view, desk, editor, released

    def show(self, case: CaseFile | None) -> None:
        """Offer what the state of the case and my roles allow."""
        possible = frozenset(self._desk.possible_acts(case)) if case else frozenset()
        keys = frozenset(key for key, act in ACTS.items() if act in possible)
        following = NEXT.get(case.state, "") if case else ""
        self._view.show_acts(keys, following if following in keys else "")

    def begin(self, key: str) -> None:
        """Ask what the act needs, or do it at once where it needs nothing."""
        case = self._kept()
        if case is None:
            return
        act = ACTS[key]
        if key in REASONS:
            self._view.ask_reason(REASONS[key], lambda reason: self._do(act, reason=reason))
        elif refusal := self._refused_already(case, act):
            self._view.show_refusal(refusal)
        elif key == "sign-off":
            self._view.ask_page(CONFIRMATIONS[key], lambda: self._do(act))
        elif key == "publish":
            issue = case.notice.issue
            self._view.ask_day(
                CONFIRMATIONS[key], issue.appears if issue else None, lambda day: self._do(act, day=day)
            )
        else:
            self._do(act)

    def set_aside(self, finding: Finding) -> None:
        """Ask why a finding is to be ignored, and note it with the case."""
        from noticeeditor.i18n.findings import finding_sentence

        self._editor.settle()
        sentence = finding_sentence(finding)
        self._view.ask_reason(
            Question(SET_ASIDE.title, sentence, SET_ASIDE.verb), lambda reason: self._dismiss(finding, reason)
        )

    def _dismiss(self, finding: Finding, reason: str) -> None:
        self._answered(
            lambda case: self._desk.dismiss(case, finding.rule, finding.field, finding.concerned, reason)
        )

    def _refused_already(self, case: CaseFile, act: Act) -> Refusal | None:
        """Return why an act would be refused, before anything is asked for it."""
        return self._desk.may(case, act, day=dt.date.min)

    def _do(self, act: Act, *, reason: str = "", day: dt.date | None = None) -> None:
        done = self._answered(lambda case: self._desk.act(case, act, reason=reason, day=day))
        if done is None:
            return
        self.show(done)
        self._view.say("success", _(DONE[act]))
        if act is Act.RELEASE:
            self._released()

    def _kept(self) -> CaseFile | None:
        """Keep what was typed, so that an act is about the words on the screen; return their case."""
        self._editor.settle()
        return None if self._editor.has_unkept else self._editor.case

    def _answered(self, ask: Callable[[CaseFile], CaseFile | Refusal | Conflict]) -> CaseFile | None:
        """Return what became of the case; a refusal, a conflict or a failure is shown instead."""
        case = self._kept()
        if case is None:
            return None
        try:
            answer = ask(case)
        except NoticeEditorError as error:
            self._editor.fail(error)
            return None
        match answer:
            case Refusal():
                self._view.show_refusal(answer)
            case Conflict():
                self._editor.meet(answer)
            case CaseFile():
                self._view.close_question()
                self._editor.take(answer)
                return answer
        return None
