"""The one place that knows concrete things: which profile, which clock, which exporter."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeeditor import assets
from noticeeditor.desk.files import read_bytes
from noticeeditor.errors import BadInput, Problem

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.checks.finding import Finding
    from noticeeditor.desk.desk import Desk
    from noticeeditor.layout.style import HouseStyle
    from noticeeditor.notice.notice import Notice
    from noticeeditor.store.known import KnownStores

DEFAULT_PROFILE = "vulkaneifel"
PROGRAM = "noticeeditor"
PNG = b"\x89PNG\r\n\x1a\n"


def shipped_profiles() -> tuple[str, ...]:
    """Return the keys of the profiles that come with the program."""
    return tuple(Path(name).stem for name in assets.names("profiles/*.toml"))


def profile_path(name: str = "") -> Path:
    """Return the file of a profile, named by its key (``vulkaneifel``) or by its path."""
    key = name or DEFAULT_PROFILE
    if key in shipped_profiles():
        return assets.path(f"profiles/{key}.toml")
    if name.endswith(".toml"):
        return Path(name)
    raise BadInput(name, (_unknown(name),))


def profile_named_by(notice: Notice) -> str:
    """Return the key of the profile that a notice file names, never a path: the file may come from anywhere."""
    if notice.authority and notice.authority not in shipped_profiles():
        raise BadInput(notice.authority, (_unknown(notice.authority, "authority"),))
    return notice.authority


def _unknown(key: str, place: str = "") -> Problem:
    return Problem("profile.unknown", place, {"key": key, "known": ", ".join(shipped_profiles())})


@lru_cache(maxsize=8)
def profile(name: str = "") -> AuthorityProfile:
    """Return the profile of a key or of a file, its crest loaded."""
    return load_profile(profile_path(name))


def load_profile(path: Path) -> AuthorityProfile:
    """Return the profile of a file with its crest, or raise ``BadInput`` with all that is wrong."""
    from noticeeditor.codec import profilefile

    found = profilefile.read(read_bytes(path))
    if isinstance(found, tuple):
        raise BadInput(str(path), found)
    return replace(found, style=_with_crest(found.style, path.parent))


@lru_cache(maxsize=8)
def house_style(name: str = "") -> HouseStyle:
    """Return the house style of a profile alone, which setting a page needs."""
    from noticeeditor.codec import stylefile

    path = profile_path(name)
    found = stylefile.read(read_bytes(path))
    if isinstance(found, tuple):
        raise BadInput(str(path), found)
    return _with_crest(found, path.parent)


def _with_crest(style: HouseStyle, folder: Path) -> HouseStyle:
    crest = style.crest
    if crest is None or crest.image:
        return style
    image = read_bytes(folder / crest.file)
    if not image.startswith(PNG):
        raise BadInput(str(folder / crest.file), (Problem("crest.unreadable"),))
    return replace(style, crest=replace(crest, image=image))


def own_profile() -> Path:
    """Return where the profile is kept that this office edits in the window."""
    import platformdirs

    return Path(platformdirs.user_config_path(PROGRAM, appauthor=False)) / "profile.toml"


def notice_schema() -> bytes:
    """Return the JSON Schema of the notice file."""
    return assets.read("schema/notice-1.schema.json")


def uncovered(text: str) -> str:
    """Return the characters of a text that no shipped font has."""
    from noticeeditor.export.pdf.fonts import face
    from noticeeditor.export.pdf.shaping import uncovered as without_glyph

    regular, line = face("regular"), text.replace("\n", " ")
    return without_glyph(regular.fallbacks, line) if regular.codes(line) is None else ""


def default_store() -> Path:
    """Return where notices are kept unless somebody says otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_path(PROGRAM, appauthor=False)) / "notices.db"


def backup_folder(store: Path) -> Path:
    """Return where the backups of a store are."""
    return store.parent / "backups"


@contextmanager
def offering_backup(store: Path | None = None) -> Iterator[None]:
    """Name the newest good backup in an error that it can cure."""
    from noticeeditor.store.sqlite.upkeep import with_backup

    with with_backup(backup_folder(store or default_store()), clock()):
        yield


def back_up_if_due(desk: Desk) -> Path | None:
    """Write today's backup where there is none yet; the window calls it beside its work, a command at its end."""
    if desk.upkeep is None or desk.upkeep.read_only:
        return None
    return desk.upkeep.back_up_if_due(backup_folder(desk.upkeep.path), clock())


def account() -> str:
    """Return the account of the operating system, which no environment variable can change."""
    if sys.platform == "win32":
        return os.getlogin()
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # an account that is only a number, as in containers
        return getpass.getuser()


def clock() -> dt.datetime:
    """Return the time here with its zone."""
    return dt.datetime.now().astimezone()


def open_desk(
    store: Path | None = None,
    *,
    profile_name: str = "",
    waiting: Callable[[int], None] = lambda seconds: None,
) -> Desk:
    """Return a desk at a store, created where there is none and none was before.

    ``waiting`` hears the seconds that another desk keeps this one waiting. A store that
    is damaged or gone is refused with the newest good backup among the facts.
    """
    from noticeeditor.authority.people import person_of
    from noticeeditor.desk.desk import Desk
    from noticeeditor.store.sqlite.opening import open_store
    from noticeeditor.store.sqlite.store import SqliteStore
    from noticeeditor.store.sqlite.upkeep import SqliteUpkeep

    path, known, house = store or default_store(), known_stores(), profile(profile_name)
    with offering_backup(path):
        opened = open_store(path, identity=known.identity(path), waiting=waiting)
    known.remember(path, opened.identity)
    kept = SqliteStore(opened)
    person, upkeep = person_of(house.people, account()), SqliteUpkeep(kept, opened.connection)
    return Desk(kept, house, person, clock, examination(house), upkeep)


def examination(house: AuthorityProfile) -> Callable[[Notice], tuple[Finding, ...]]:
    """Return what a desk asks before sign-off and release; the checks are loaded when it first asks."""

    def examine(notice: Notice) -> tuple[Finding, ...]:
        from noticeeditor.desk.examining import examiner

        return examiner(house, clock, uncovered)(notice)

    return examine


def keep_profile(house: AuthorityProfile) -> None:
    """Keep a profile as this office's own, for the next start."""
    from noticeeditor.desk.files import write_profile

    write_profile(house, own_profile())
    profile.cache_clear()


def adopt(desk: Desk, house: AuthorityProfile) -> None:
    """Let a desk work with another profile from now on, and judge by it."""
    desk.adopt(house, examination(house))


def open_demo(profile_name: str = "") -> Desk:
    """Return a desk with sample cases that are kept nowhere."""
    from noticeeditor.authority.people import person_of
    from noticeeditor.desk import demo as samples
    from noticeeditor.desk.desk import Desk
    from noticeeditor.store.memory import MemoryStore

    kept, house = MemoryStore(), profile(profile_name)
    samples.fill(kept, house, clock())
    person = person_of(house.people, account())
    return Desk(kept, house, person, clock, examination(house))


def newest_backup(store: Path | None = None) -> Path:
    """Return the newest good backup of a store, or raise ``StoreError`` where there is none."""
    from noticeeditor.store.contract import StoreError
    from noticeeditor.store.sqlite.upkeep import newest_good

    folder = backup_folder(store or default_store())
    found = newest_good(folder, clock())
    if found is None:
        raise StoreError("backup.missing", path=str(folder))
    return found


def demo(store: Path | None = None) -> int:
    """Fill an empty store with sample cases; return how many."""
    from noticeeditor.desk import demo as samples
    from noticeeditor.store.sqlite.opening import open_store
    from noticeeditor.store.sqlite.store import SqliteStore

    path, known = store or default_store(), known_stores()
    opened = open_store(path, identity=known.identity(path))
    known.remember(path, opened.identity)
    kept = SqliteStore(opened)
    try:
        return samples.fill(kept, profile(), clock())
    finally:
        kept.close()


def was_store(path: Path) -> bool:
    """Whether there is a store, or was one that is missing now and whose backups can help."""
    return path.exists() or bool(known_stores().identity(path))


def known_stores() -> KnownStores:
    """Return what this machine knows of stores."""
    import platformdirs

    from noticeeditor.store.known import KnownStores

    return KnownStores(Path(platformdirs.user_config_path(PROGRAM, appauthor=False)) / "stores.json")


def restore(backup: Path, store: Path | None = None) -> Path | None:
    """Put a backup in the place of a store and note it; return where the old file was put aside."""
    from noticeeditor.authority.people import person_of
    from noticeeditor.store.sqlite.opening import open_store
    from noticeeditor.store.sqlite.store import SqliteStore
    from noticeeditor.store.sqlite.upkeep import restore as put_back
    from noticeeditor.workflow.acts import Act
    from noticeeditor.workflow.audit import Deed

    path = store or default_store()
    aside = put_back(backup, path, clock())
    opened = open_store(path)
    known_stores().remember(path, opened.identity)
    kept, person = SqliteStore(opened), person_of(profile().people, account())
    kept.note(Deed(clock(), kept.person(person.account, person.name), Act.RESTORE, backup.name))
    kept.close()
    return aside
