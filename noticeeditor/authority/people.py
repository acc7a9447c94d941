"""The people of an authority who work with notices, and their roles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who drafts, reviews or signs; known by the account of the operating system."""

    key: str
    name: str
    account: str = ""
    roles: tuple[str, ...] = ()
