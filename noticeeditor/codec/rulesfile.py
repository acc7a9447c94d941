"""The file of legal rules, ``resources/rules/*.toml``: read, never guessed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from noticeeditor.authority.rules import NEEDED_PARAMETERS, LegalRules
from noticeeditor.codec.structure import decode
from noticeeditor.errors import Problem


def read(content: bytes) -> LegalRules | tuple[Problem, ...]:
    """Return the rules of a file, or every problem that was found in it."""
    try:
        raw = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return (Problem("file.not-utf8", facts={"position": error.start}),)
    except tomllib.TOMLDecodeError as error:
        return (Problem("toml.broken", facts={"detail": str(error)}),)
    rules = decode(LegalRules, raw)
    if isinstance(rules, tuple):
        return rules
    return tuple(_problems(rules)) or rules


def _problems(rules: LegalRules) -> Iterator[Problem]:
    ids = [rule.id for rule in rules.rules]
    yield from (
        Problem("key.duplicate", "rules", {"key": id}) for id in sorted(set(ids)) if ids.count(id) > 1
    )
    for id, names in NEEDED_PARAMETERS.items():
        rule = rules.rule(id)
        if rule is None:
            yield Problem("key.unknown", "rules", {"key": id})
            continue
        known = {parameter.name for parameter in rule.parameters}
        missing = (name for name in names if name not in known)
        yield from (Problem("field.missing", f"rules.{id}.parameters", {"name": name}) for name in missing)
