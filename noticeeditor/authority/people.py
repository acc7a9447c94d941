"""The people of an authority who work with notices, and their roles."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What somebody may do with notices; a person may have several roles."""

    CLERK = "clerk"
    REVIEWER = "reviewer"
    SIGNATORY = "signatory"
    PRINT_SHOP = "print-shop"
    ADMINISTRATOR = "administrator"


class Person(Struct, frozen=True):
    """Somebody who drafts, reviews or signs; known by the account of the operating system.

    ``signatory`` is the key of the profile's signatory that this person is; the staff
    of the administrator's office, who sign off for whoever is in office, have none.
    """

    key: str
    name: str
    account: str = ""
    roles: tuple[Role, ...] = ()
    signatory: str = ""


def person_of(people: Iterable[Person], account: str) -> Person:
    """Return the person behind an account.

    In a house that has entered nobody yet everyone may do everything; once one
    account is entered, an unknown one may read only.
    """
    known = [person for person in people if person.account]
    for person in known:
        if person.account.casefold() == account.casefold():
            return person
    return Person(account, account, account, () if known else tuple(Role))
