"""Rules of law as rows that a legal office can read, date and change."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from noticeeditor.authority.gazette import Certainty


class Parameter(Struct, frozen=True):
    """A number that a rule works with, such as the full days of an invitation period."""

    name: str
    value: int


class LegalRule(Struct, frozen=True):
    """A rule in German and English, where it was read, as of which day, and how sure that is.

    ``remedy`` marks what is left to do when a date is missed rather than a duty.
    """

    id: str
    german: str
    english: str
    source: str
    as_of: dt.date
    certainty: Certainty
    parameters: tuple[Parameter, ...] = ()
    remedy: bool = False

    def parameter(self, name: str) -> int:
        """Return the value of a parameter."""
        return next(entry.value for entry in self.parameters if entry.name == name)


class LegalRules(Struct, frozen=True):
    """All rules that hold for an authority."""

    rules: tuple[LegalRule, ...] = ()

    def rule(self, id: str) -> LegalRule | None:
        """Return the rule of that id."""
        return next((rule for rule in self.rules if rule.id == id), None)

    def value(self, id: str, parameter: str, default: int) -> int:
        """Return the parameter of a rule, or the default where there is no such rule."""
        rule = self.rule(id)
        return rule.parameter(parameter) if rule else default

    @property
    def remedies(self) -> tuple[LegalRule, ...]:
        """Return what remains when a date is missed."""
        return tuple(rule for rule in self.rules if rule.remedy)


# rule → the parameters that the program computes with; a rules file must have them
NEEDED_PARAMETERS: dict[str, tuple[str, ...]] = {
    "publication-complete": ("days",),
    "invitation-period": ("full_days",),
    "sign-off-lead": ("working_days",),
    "sitting-duration": ("minutes",),
    "warning-lead": ("working_days",),
}
