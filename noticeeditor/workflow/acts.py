"""The states of a case and the acts that are done to it."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a notice is on its way from the desk to the gazette."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    RETURNED = "returned"
    SIGNED_OFF = "signed-off"
    RELEASED = "released"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Act(StrEnum):
    """What somebody does to a case; every act is a line of the audit trail.

    ``EDIT`` is noted when somebody begins to write, not at every save: the trail
    says who wrote a wording, it does not watch anybody write.
    """

    CREATE = "create"
    EDIT = "edit"
    SUBMIT = "submit"
    RETURN = "return"
    RECALL = "recall"
    SIGN_OFF = "sign-off"
    RELEASE = "release"
    RECORD_PUBLICATION = "publish"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    ASSIGN = "assign"
    DISMISS = "dismiss"
    RESTORE = "restore"
    ERASE_PERSON = "erase-person"
