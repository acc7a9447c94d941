"""What is wrong with a file or with the world: one sentence with its cure for every code."""

from __future__ import annotations

from noticeeditor.i18n.texts import N_

PROBLEMS = {
    "file.not-found": N_("There is no such file. Check its name and folder."),
    "file.is-folder": N_("This is a folder. Name the files in it."),
    "file.exists": N_("The file exists already. Choose another name, or replace it (--force)."),
    "file.no-place": N_("No file can be written there. Choose another folder or name."),
    "file.too-large": N_(
        "The file is larger than {limit} MB. A notice is far smaller; is it the right file?"
    ),
    "file.empty": N_("The file is empty. Fetch it once more, or write it anew."),
    "file.not-utf8": N_("The file is not UTF-8 text (byte {position}). Save it as UTF-8."),
    "json.broken": N_("This is not JSON (line {line}, column {column}). Correct the file there."),
    "json.duplicate-key": N_("The field “{name}” occurs twice in one object. Keep one of the two."),
    "json.constant": N_(
        "“{name}” is not a number that a notice can hold. Write a number or leave the field out."
    ),
    "json.number": N_("A number has too many digits. Shorten it."),
    "json.too-deep": N_("The file is nested too deeply to be a notice."),
    "json.no-object": N_("The file holds no object. A notice begins with “{{”."),
    "toml.broken": N_("This is not TOML: {detail}. Correct the file there."),
    "schema.unknown": N_("The field “schema” must be {known}, the version of the format."),
    "schema.too-new": N_(
        "The file has version {found} of the format, this program knows {known}. Update the program."
    ),
    "field.unknown": N_("The field “{name}” is not known. Known are: {known}."),
    "field.missing": N_("The field “{name}” is missing. Add it."),
    "field.type": N_("Expected: {expected}; found: {found}. Correct the value."),
    "field.choice": N_("“{found}” is not possible. Choose one of: {choices}."),
    "moment.impossible": N_("“{found}” does not exist. Correct day or time."),
    "moment.zone": N_("A notice is in local time. Leave the zone out."),
    "number.range": N_("{found} is not possible. Choose {least} to {most}."),
    "style.colour": N_("“{found}” is no colour. Write six hexadecimal digits such as #7a1f1f."),
    "crest.unreadable": N_("The crest cannot be read as a picture. Save it as a PNG file."),
    "issue-table.empty": N_("No issue is found in the table. A line holds a number and two days."),
    "number.too-large": N_("The number is too large."),
    "text.bad-character": N_(
        "The character {character} at position {position} is {kind}. Such characters can disguise a text: remove it."
    ),
    "id.empty": N_("A part or item has an empty id. Give each one of its own."),
    "id.duplicate": N_("The id “{id}” occurs twice. Give each part and item one of its own."),
    "agenda.too-deep": N_("The agenda has more than {limit} levels. Use fewer."),
    "agenda.too-long": N_("The agenda has more than {limit} items."),
    "numbering.no-level": N_("The numbering has no pattern. Add at least one, such as “{{n}}.”."),
    "numbering.first": N_("Numbers cannot begin with {found}. Choose 0 to 9999."),
    "pattern.unknown-field": N_("The pattern has no field “{name}”. Known are: {known}."),
    "key.duplicate": N_("The key “{key}” occurs twice. Give each entry one of its own."),
    "key.unknown": N_("Nothing has the key “{key}”. Correct it or add the entry."),
    "issue-table.line": N_("The line “{line}” is no issue: a number and two days are needed."),
    "gazette.unknown": N_("The profile has no gazette “{key}”. Known are: {known}."),
    "body.unknown": N_("The profile has no body “{key}”. Known are: {known}."),
    "profile.unknown": N_(
        "There is no profile “{key}”. Known are {known}; or name a file that ends in .toml (--profile)."
    ),
    "glyph.missing": N_("No font has the character {characters}. Replace it."),
    "field.gap": N_("This is still missing; the notice shows a gap there."),
}

ERRORS = {
    "input.bad": N_("{source} cannot be used."),
    "file.unreadable": N_("{path} cannot be read: {reason}. Check the drive and your rights."),
    "file.unwritable": N_("{path} cannot be written: {reason}. Check the folder and your rights."),
    "output.unwritable": N_(
        "The answer could not be written: {reason}. The files it was to name are there; check where the output goes."
    ),
    "disk.full": N_("{path} could not be written: the drive is full. Make room and try again."),
    "screen.missing": N_(
        "The window cannot open, no screen can be reached ({reason}). Start the program on a desktop; the command line needs none: noticeeditor --help."
    ),
    "resource.missing": N_("The file {name} of the program is missing. Install the program again."),
}

# facts that are words themselves, by the name of the fact
WORDS = {
    "expected": {
        "text": N_("text"),
        "list": N_("a list"),
        "object": N_("an object"),
        "number": N_("a number"),
        "whole number": N_("a whole number"),
        "true or false": N_("true or false"),
        "day": N_("a day such as 2023-10-09"),
        "time": N_("a time such as 18:00"),
        "moment": N_("day and time such as 2023-10-06T12:00"),
    },
    # what the system says, in the English that it says it in without a locale
    "reason": {
        "Permission denied": N_("no permission"),
        "Operation not permitted": N_("not allowed"),
        "Read-only file system": N_("the drive is write-protected"),
        "No space left on device": N_("no room is left"),
        "Input/output error": N_("the drive does not answer"),
        "Bad file descriptor": N_("it is closed"),
    },
    "kind": {
        "control": N_("a control character"),
        "direction": N_("a direction mark"),
        "invisible": N_("invisible"),
        "surrogate": N_("half a character"),
        "private": N_("a character of private use"),
        "noncharacter": N_("not a character"),
    },
}
