"""The rings: what each package may import, and what the pure ones may call."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "noticeeditor"

# package → the packages of ours that it may import besides itself
RINGS: dict[str, set[str]] = {
    "errors": set(),
    "notice": set(),
    "layout": {"notice"},
    "authority": {"notice", "layout"},
    "intake": {"notice"},
    "checks": {"notice", "authority"},
    "workflow": {"notice", "authority"},
    "codec": {"errors", "notice", "layout", "authority", "workflow", "checks"},
    "assets": {"errors"},
    "export": {"errors", "notice", "layout", "workflow", "assets"},
    "store": {"errors", "notice", "authority", "workflow", "codec", "layout"},
    "i18n": {"errors", "assets", "notice", "authority", "checks", "workflow"},
    "desk": {"errors", "notice", "layout", "authority", "checks", "workflow", "codec", "export", "store", "assets"},
    "cli": {"errors", "notice", "layout", "authority", "checks", "workflow", "codec", "desk", "i18n", "wiring"},
    "gui": {"errors", "notice", "intake", "layout", "authority", "checks", "workflow", "codec", "desk", "i18n", "assets", "wiring"},
    "wiring": {"*"},
    "__main__": {"*"},
    "__init__": set(),
}  # fmt: skip
# what stands for a ring: values and protocols without anything concrete behind them
CONTRACTS = ("noticeeditor.store.contract", "noticeeditor.export.formats")
PURE = {"notice", "layout", "authority", "checks", "workflow", "codec", "intake"}
# module of others → the packages of ours that may import it; what is not named is for the standard library only
LIBRARIES: dict[str, set[str]] = {
    "reportlab": {"export"},
    "fontTools": {"export"},
    "uharfbuzz": {"export"},
    "PIL": {"export"},
    "pyphen": {"export"},
    "pypdfium2": {"export", "gui"},
    "sqlite_utils": {"store"},
    "pysqlite3": {"store"},
    "gettext": {"i18n"},
    "hunspell": {"desk"},
    "platformdirs": {"wiring"},
    "click": {"cli", "__main__"},
    "tomli_w": {"codec"},
    "PySide6": {"gui"},
    "shiboken6": {"gui"},
    "icalendar": {"export"},
    "msgspec": {"*"},  # values are its structs
}
# never in a pure package: the clock, the disk, the environment
WORLD_CALLS = {"open", "input", "print"}
WORLD_ATTRIBUTES = {
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"),
    ("time", "time"), ("os", "environ"), ("os", "getenv"),
}  # fmt: skip
WORLD_MODULES = {
    "os",
    "pathlib",
    "io",
    "subprocess",
    "socket",
    "threading",
    "random",
    "time",
    "shutil",
    "tempfile",
    "sqlite3",
}


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        relative = path.relative_to(ROOT)
        package = relative.parts[0] if len(relative.parts) > 1 else relative.stem
        yield package, path, ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            if module == "noticeeditor":
                yield from ((node.lineno, f"noticeeditor.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, module


def leaning(package: str, path: Path, tree: ast.Module) -> Iterator[str]:
    allowed = RINGS[package] | {package, "__init__"}
    for line, name in imports(tree):
        top, *rest = name.split(".")
        where = f"{path.relative_to(ROOT)}:{line}: {package} imports {name}"
        if top == "noticeeditor":
            inner = rest[0] if rest else "__init__"
            inner = "__init__" if inner == "__version__" else inner
            is_contract = package in {"cli", "gui"} and name.startswith(CONTRACTS)
            if "*" not in allowed and inner not in allowed and not is_contract:
                yield where
        elif top in LIBRARIES:
            if not LIBRARIES[top] & {package, "*"}:
                yield where
        elif top not in sys.stdlib_module_names:
            yield f"{where}, which no rule knows"
        elif package in PURE and top in WORLD_MODULES:
            yield where


def world(path: Path, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WORLD_CALLS:
            yield f"{path.relative_to(ROOT)}:{node.lineno}: calls {node.func.id}"
        if isinstance(node, ast.Attribute):
            owner = node.value
            names = {getattr(owner, "id", ""), getattr(owner, "attr", "")}
            if any((name, node.attr) in WORLD_ATTRIBUTES for name in names):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: asks {node.attr}"


def test_every_import_leans_inwards():
    assert [line for module in modules() for line in leaning(*module)] == []


def test_the_pure_packages_open_no_file_and_ask_no_clock():
    assert [line for package, path, tree in modules() if package in PURE for line in world(path, tree)] == []


def test_concrete_stores_and_the_pdf_are_named_by_wiring_alone():
    concrete = ("noticeeditor.store.sqlite", "noticeeditor.store.memory", "noticeeditor.export.pdf")
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for package, path, tree in modules()
        if package not in {"wiring", "store", "export"}
        for line, name in imports(tree)
        if name.startswith(concrete)
    ]
    assert wrong == []


def test_the_scan_sees_the_packages():
    assert {package for package, _, _ in modules()} >= {"notice", "layout"}


@pytest.mark.parametrize(
    ("package", "source"),
    [
        ("notice", "from noticeeditor.layout import blocks"),
        ("layout", "import reportlab"),
        ("checks", "from noticeeditor.store import contract"),
        ("cli", "from noticeeditor.store.rows import to_rows"),
        ("gui", "import sqlite_utils"),
        ("workflow", "import os"),
        ("desk", "import PySide6.QtCore"),
        ("notice", "import unheard_of"),
    ],
)
def test_an_import_the_wrong_way_is_found(package, source):
    assert list(leaning(package, ROOT / "example.py", ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["date.today()", "dt.datetime.now(UTC)", "os.environ['HOME']", "open('x')"]
)
def test_a_look_at_the_world_is_found(source):
    assert list(world(ROOT / "example.py", ast.parse(source)))
