"""What a clerk can do, for window and command line alike.

``Desk`` (``desk.desk``) is a place to work at: one store, one profile, one person, one
clock, all given by ``wiring``. Values go in, values come out::

    desk.cases(Filter(states=…))             summaries for lists, newest first unless asked otherwise
    desk.search("klima", Filter(…))          hits with marked snippets
    desk.case(17)                            the whole case file
    desk.draft(body="kreistag", date=…)      a new case with all that the profile knows
    desk.draft_from(17) / desk.draft_about(17, NoticeKind.CORRECTION)
    desk.save(case, notice, Step("move item"))   → Saved | Conflict | Refusal
    desk.act(case, Act.SUBMIT, reason=…)     → CaseFile | Refusal | Conflict
    desk.possible_acts(case)                 what state and roles allow
    desk.history(case)                       stacks of undo and redo, back over a restart
    desk.difference("17@1", "17")            word by word, between any two wordings
    desk.audit() / desk.verify(anchor)       the trail, and its first break
    desk.enter(17) / desk.others(17) / desk.leave()   who else has the case open
    desk.staff.known(entry.person)           who is behind an opaque name

A ``Conflict`` carries both wordings and their merge; nothing is overwritten in silence. To go
on with the merged wording: ``desk.save(conflict.theirs, conflict.merge.notice)``.

After every successful change ``desk.changed`` is called with the id of the case: that one
listener is the whole event system. ``desk.changed_elsewhere()`` tells what other desks did.
The world's failures arrive as ``StoreError`` with a code and facts.
"""
