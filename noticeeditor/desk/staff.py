"""Who is who in a store: opaque names, and the people behind them."""

from __future__ import annotations

from noticeeditor.authority.people import Person
from noticeeditor.store.contract import CaseStore, KnownPerson
from noticeeditor.workflow.audit import Deed


class Staff:
    """Everyone who ever worked at a store, seen by one of them."""

    def __init__(self, store: CaseStore, person: Person) -> None:
        self._store = store
        self._person = person
        self._me = ""
        self._known: dict[str, KnownPerson] = {}

    @property
    def me(self) -> str:
        """Return my opaque name; account and profile entry are written down with it."""
        self._me = self._me or self._store.person(self._person.account, self._person.name)
        return self._me

    def known(self, person: str) -> KnownPerson:
        """Return who is behind an opaque name."""
        if person not in self._known:
            self._known = self._store.people()
        return self._known.get(person, KnownPerson(person, "", ""))

    def who(self, account: str) -> str:
        """Return the opaque name of whoever has this account or name, empty where nobody has."""
        people = self._store.people()
        return next((id for id, known in people.items() if account in {known.account, known.name}), "")

    def erase(self, person: str, deed: Deed) -> None:
        """Forget account and name of a person; the trail keeps the opaque name and says so."""
        self._store.erase_person(person, deed)
        self._known = {}
