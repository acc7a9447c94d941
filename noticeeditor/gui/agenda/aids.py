"""What the outliner offers and marks beside the findings: text blocks of the body, unknown words. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from noticeeditor.gui.jobs import Done, Err, Outcome, Work

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.checks.finding import Finding
    from noticeeditor.desk.values import Desk
    from noticeeditor.gui.agenda.blocks import TextBlock
    from noticeeditor.notice.notice import Notice

JOB = "spelling"
Words = Mapping[str, tuple[tuple[int, str], ...]]


class AidsView(Protocol):
    """What the presenter needs of the outliner."""

    def set_text_blocks(self, blocks: tuple[TextBlock, ...]) -> None:
        """Offer these text blocks behind the slash."""

    def show_spelling(self, unknown: Words) -> None:
        """Mark unknown words, by source with their positions."""


class AidsPresenter:
    """Looks words up beside the window; reads text blocks anew when the body changes."""

    def __init__(self, view: AidsView, desk: Desk, run: Callable[[str, Work, Done], None]) -> None:
        self._view, self._desk, self._run = view, desk, run
        self._offered: tuple[AuthorityProfile, str, object] | None = None

    def show_notice(self, notice: Notice) -> None:
        """Follow a wording."""
        from noticeeditor.desk.spelling import misspelt

        profile = self._desk.profile
        self._offer(notice, profile)
        self._run(JOB, lambda: misspelt(notice, profile), self._receive)

    def _offer(self, notice: Notice, profile: AuthorityProfile) -> None:
        from noticeeditor.gui.agenda.blocks import text_blocks

        body, day = notice.sitting.body, notice.sitting.date
        key = body.key if body else ""
        if (profile, key, day) == self._offered:
            return
        self._offered = (profile, key, day)
        last = self._desk.last_sitting(key, day) if key else None
        self._view.set_text_blocks(text_blocks(profile, key, last))

    def _receive(self, outcome: Outcome) -> None:
        if isinstance(outcome, Err):
            raise outcome.error
        self._view.show_spelling(unknown_words(outcome.value))


def unknown_words(findings: tuple[Finding, ...]) -> Words:
    """Return the unknown words of findings by the source in which they stand."""
    words: dict[str, tuple[tuple[int, str], ...]] = {}
    for finding in findings:
        position, word = finding.facts["position"], finding.facts["word"]
        if isinstance(position, int) and isinstance(word, str):
            words[finding.field] = (*words.get(finding.field, ()), (position, word))
    return words
