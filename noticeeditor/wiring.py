"""The one place that knows concrete things: which profile, which clock, which exporter."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from noticeeditor import assets
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.codec import profilefile
from noticeeditor.desk.files import read_bytes
from noticeeditor.errors import BadInput, Problem

DEFAULT_PROFILE = "vulkaneifel"


def shipped_profiles() -> tuple[str, ...]:
    """Return the keys of the profiles that come with the program."""
    return tuple(Path(name).stem for name in assets.names("profiles/*.toml"))


@lru_cache(maxsize=8)
def profile(name: str = "") -> AuthorityProfile:
    """Return the profile of a key (``vulkaneifel``) or of a file, its crest loaded."""
    key = name or DEFAULT_PROFILE
    if key in shipped_profiles():
        return load_profile(assets.path(f"profiles/{key}.toml"))
    if name.endswith(".toml"):
        return load_profile(Path(name))
    raise BadInput(name, (Problem("profile.unknown", facts={"known": ", ".join(shipped_profiles())}),))


def load_profile(path: Path) -> AuthorityProfile:
    """Return the profile of a file with its crest, or raise ``BadInput`` with all that is wrong."""
    found = profilefile.read(read_bytes(path))
    if isinstance(found, tuple):
        raise BadInput(str(path), found)
    crest = found.style.crest
    if crest is None or crest.image:
        return found
    loaded = replace(crest, image=read_bytes(path.parent / crest.file))
    return replace(found, style=replace(found.style, crest=loaded))


def notice_schema() -> bytes:
    """Return the JSON Schema of the notice file."""
    return assets.read("schema/notice-1.schema.json")
