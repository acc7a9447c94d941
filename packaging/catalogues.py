"""Keep the catalogues of texts: extract what the code marks, compile what was translated.

python packaging/catalogues.py update    after texts changed: new ones stand empty in the .po files
python packaging/catalogues.py compile   after translating: the .mo files that the program reads
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "noticeeditor"
KEYWORDS: dict[str, tuple[object, ...] | None] = {
    "_": None,
    "N_": None,
    "plural": (1, 2),
}


# what click says to people; a pair is the forms for one and for many
CLICK: tuple[str | tuple[str, str], ...] = (
    "Usage:",
    "Options",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Show this message and exit.",
    "Show the version and exit.",
    "default: {default}",
    "required",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Option {name!r} does not take a value.",
    "Choose from:\n\t{choices}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
    "file",
    "directory",
    "path",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
)


def extracted() -> Catalog:
    """Return every text that the code marks, and what click says."""
    catalogue = Catalog(project="noticeeditor", copyright_holder="noticeeditor contributors")
    found = extract_from_dir(ROOT / "noticeeditor", method_map=[("**.py", "python")], keywords=KEYWORDS)
    for name, _line, message, _comments, context in found:
        catalogue.add(message, locations=[(f"noticeeditor/{name}", 0)], context=context)
    for words in CLICK:
        catalogue.add(words, locations=[("click", 0)])
    return catalogue


def source(language: str) -> Path:
    """Return the path of a catalogue for translators."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def load(language: str) -> Catalog:
    """Return a catalogue as translated so far."""
    with source(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def update(language: str) -> None:
    """Bring a catalogue up to the texts of the code; what is no longer used goes."""
    catalogue = load(language)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with source(language).open("wb") as file:
        write_po(file, catalogue, sort_output=True, include_lineno=False, omit_header=False, width=110)


def compile_catalogue(language: str) -> None:
    """Write the catalogue that the program reads."""
    with source(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, load(language))


def languages() -> list[str]:
    """Return the languages that there are catalogues for."""
    return sorted(path.name for path in LOCALE.iterdir() if path.is_dir())


def main(verb: str) -> int:
    """Do what was asked for every language; return how many texts lack a translation."""
    missing = 0
    for language in languages():
        if verb == "update":
            update(language)
        compile_catalogue(language)
        missing += sum(1 for message in load(language) if message.id and not message.string)
    print(f"{missing} texts without a translation")
    return missing


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1] if len(sys.argv) > 1 else "compile") else 0)
