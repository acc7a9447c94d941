"""The steps that were made to a notice, to be taken back and done again; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeeditor.workflow.journal import Edit, Stacks, Step, StepKind

if TYPE_CHECKING:
    from noticeeditor.notice.notice import Notice


class History:
    """What a notice says now, and the steps that led there.

    Changes of one field are one step until it is settled: a word is taken back at
    once, not letter by letter. Steps from before the window was opened are given as
    ``stacks``.
    """

    def __init__(self, notice: Notice, stacks: Stacks = Stacks()) -> None:  # noqa: B008 - frozen
        self.notice = notice
        self._undo = list(stacks.undo)
        self._redo = list(stacks.redo)
        self._open = ""

    @property
    def is_settled(self) -> bool:
        """Whether the last step is closed: the next change makes a new one."""
        return not self._open

    @property
    def undo_name(self) -> str:
        """Return the name of the step that can be taken back, ``""`` where there is none."""
        return self._undo[-1].name if self._undo else ""

    @property
    def redo_name(self) -> str:
        """Return the name of the step that can be done again, ``""`` where there is none."""
        return self._redo[-1].name if self._redo else ""

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the names of all steps that can be taken back, oldest first."""
        return tuple(edit.name for edit in self._undo)

    def record(self, name: str, after: Notice, field: str = "") -> bool:
        """Make a step; return whether anything changed. Steps of one field join until they are settled."""
        if after == self.notice:
            return False
        if self.continues(field) and self._undo:
            self._undo[-1] = replace(self._undo[-1], name=name, after=after)
        else:
            self._undo.append(Edit(name, self.notice, after))
        self._redo.clear()
        self._open, self.notice = field or name, after
        return True

    def continues(self, field: str) -> bool:
        """Whether a change of this field would join the step that is being made."""
        return bool(field) and self._open == field

    def settle(self) -> Step | None:
        """Close the step that is being made; return it where one was open."""
        if not self._open:
            return None
        self._open = ""
        if self._undo and self._undo[-1].before == self._undo[-1].after:
            self._undo.pop()  # typed and deleted again
            return None
        return Step(self.undo_name)

    def undo(self) -> Step | None:
        """Take the last settled step back."""
        if not self._undo:
            return None
        edit = self._undo.pop()
        self._redo.append(edit)
        self._open, self.notice = "", edit.before
        return Step(edit.name, StepKind.UNDO)

    def redo(self) -> Step | None:
        """Do the step again that was taken back last."""
        if not self._redo:
            return None
        edit = self._redo.pop()
        self._undo.append(edit)
        self._open, self.notice = "", edit.after
        return Step(edit.name, StepKind.REDO)
