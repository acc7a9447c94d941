from __future__ import annotations

import datetime as dt

import pytest

from noticeeditor import wiring
from noticeeditor.authority.people import Person, Role
from noticeeditor.desk.desk import Desk
from noticeeditor.store.memory import MemoryStore
from tests.cases import NOW


class Clock:
    """A clock that stands until it is set."""

    def __init__(self):
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **time):
        self.now += dt.timedelta(**time)


PEOPLE = {
    "anna": Person("anna", "Anna Amt", "anna", (Role.CLERK,)),
    "berta": Person("berta", "Berta Büro", "berta", (Role.CLERK,)),
    "rita": Person("rita", "Rita Rat", "rita", (Role.REVIEWER,)),
    "sigrid": Person("sigrid", "Sigrid Sign", "sigrid", (Role.SIGNATORY,)),
    "paul": Person("paul", "Paul Presse", "paul", (Role.PRINT_SHOP,)),
    "alone": Person("alone", "Alle Allein", "alone", tuple(Role)),
}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture(scope="session")
def profile():
    return wiring.profile()


@pytest.fixture
def desk_of(store, profile, clock):
    """A desk at the one store for each person."""

    def make(name="anna", **changes) -> Desk:
        return Desk(
            changes.pop("store", store), changes.pop("profile", profile), PEOPLE[name], clock, **changes
        )

    return make


@pytest.fixture
def desk(desk_of):
    return desk_of()
