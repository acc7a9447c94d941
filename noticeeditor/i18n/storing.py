"""Why the store refuses, with the cure, for every code of ``StoreError``."""

from __future__ import annotations

from noticeeditor.i18n.texts import N_

STORING = {
    "store.full": N_(
        "Nothing could be saved: the drive with {path} is full. Make room; your text stays in the window and everything saved before is safe."
    ),
    "store.read-only": N_(
        "{path} can be read but not written. Ask for the right to write there, or work on another store."
    ),
    "store.damaged": N_(
        "The store of notices is damaged. Nothing is written to it any more. Restore the newest good backup: noticeeditor restore."
    ),
    "store.not-ours": N_("{path} is not a store of notices. Name another file; this one was not touched."),
    "store.busy": N_(
        "Another desk has been writing to {path} for too long. Try again; nothing was lost and nothing was saved."
    ),
    "store.in-use": N_("{path} is open in another window or command. Close them all and try again."),
    "store.unreachable": N_("{path} cannot be reached ({detail}). Check the drive and your rights."),
    "store.vanished": N_(
        "{path} was removed or replaced while it was open. Nothing was saved. Start the program again."
    ),
    "store.missing": N_("{path} is gone. Check the drive, or restore a backup: noticeeditor restore."),
    "store.emptied": N_(
        "{path} is empty, but there was a store of notices before. Restore a backup: noticeeditor restore."
    ),
    "store.another": N_(
        "{path} is another store than the one that was here before. Restore the right one, or name another file."
    ),
    "store.too-new": N_(
        "{path} was written by a newer program (schema {found}, known here: {known}). Update this program; the file was not touched."
    ),
    "store.held": N_(
        "{path} lies on a network drive and is open at {host}. On a network drive one desk at a time can work, for two would destroy the file."
    ),
    "store.no-such-case": N_("There is no case {case}."),
    "store.no-such-reference": N_(
        "“{reference}” names no wording. Write 17 for the newest wording of case 17, 17@2 for its second version."
    ),
    "store.not-empty": N_("There are cases in {path} already. The demo fills only an empty store."),
    "backup.failed": N_("The backup {path} could not be written: {detail}. Check the drive and your rights."),
    "backup.missing": N_("There is no backup {path}."),
}

# said behind an error that a backup can cure
BACKUP = N_("The newest good backup is {backup}.")
NO_BACKUP = N_("There is no good backup.")
