"""The project as a whole: what is pinned, what the wheel carries, what the set-up promises, where the pages lead."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import noticeeditor

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))
PAGES = [
    page
    for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("packaging/*.md")])
    if page.is_file()
]


def pinned(name: str) -> dict[str, str]:
    """Return package → version of one requirements file."""
    lines = (ROOT / name).read_text("utf-8")
    return {
        canonicalize_name(found[1]): found[2] for found in re.finditer(r"(?m)^([\w.-]+)==([^\s;]+)", lines)
    }


def direct() -> list[Requirement]:
    groups = PROJECT["dependency-groups"]
    texts = PROJECT["project"]["dependencies"] + [
        entry for group in groups.values() for entry in group if isinstance(entry, str)
    ]
    return [Requirement(text) for text in texts]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command outside the checkout, without the settings of this one."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP", "COV"))
    }
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


# What is pinned


@pytest.mark.parametrize("text", PROJECT["project"]["dependencies"])
def test_what_the_program_needs_is_pinned_to_a_version_it_allows(text):
    requirement = Requirement(text)
    version = pinned("requirements.txt")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version)


@pytest.mark.parametrize("requirement", direct(), ids=lambda requirement: requirement.name)
def test_what_the_checks_need_is_pinned_to_a_version_they_allow(requirement):
    known = pinned("requirements-dev.txt") | pinned("requirements-source.txt")
    assert requirement.specifier.contains(known[canonicalize_name(requirement.name)])


def test_program_and_checks_are_pinned_to_the_same_versions():
    for_checks = pinned("requirements-dev.txt").items()
    assert pinned("requirements.txt").items() <= for_checks
    assert pinned("requirements-build.txt").items() <= for_checks


def imported(folder: str) -> set[str]:
    """Return the distributions that the modules of a folder import."""
    known = packages_distributions()
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / folder).rglob("*.py")]
    modules = {
        name.split(".")[0]
        for tree in trees
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    return {canonicalize_name(known[module][0]) for module in modules if module in known} - {"noticeeditor"}


@pytest.mark.parametrize(
    ("folder", "pins"), [("noticeeditor", "requirements.txt"), ("tests", "requirements-dev.txt")]
)
def test_what_is_imported_is_pinned(folder, pins):
    assert imported(folder) <= pinned(pins).keys()


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_pin_has_its_hashes_and_names_no_index(path):
    entries = re.split(r"(?m)^(?=\w)", path.read_text("utf-8"))[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|--(extra-)?index|--find-links", path.read_text("utf-8"))


@pytest.mark.parametrize("requirement", direct(), ids=lambda requirement: requirement.name)
def test_every_dependency_has_its_reason_on_paper(requirement):
    assert (
        f"| {requirement.name} |".casefold() in (ROOT / "docs/dependencies.md").read_text("utf-8").casefold()
    )


# The wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A virtual environment with the wheel; what it depends on is lent by the one the tests run in."""
    folder = tmp_path_factory.mktemp("house")
    assert run(sys.executable, "-m", "venv", "--without-pip", "env", cwd=folder).returncode == 0
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python"]
    done = run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    place = run(
        scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    )
    lent = "\n".join(path for path in sys.path if path.endswith("site-packages"))
    Path(place.stdout.strip(), "lent.pth").write_text(lent, "utf-8")
    return scripts


def test_the_wheel_carries_every_resource_and_every_module(wheel):
    wanted = {
        f"noticeeditor/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    } | {path.relative_to(ROOT).as_posix() for path in (ROOT / "noticeeditor").rglob("*.py")}
    with zipfile.ZipFile(wheel) as archive:
        assert wanted <= set(archive.namelist())


def test_the_wheel_carries_every_licence(wheel):
    texts = [ROOT / "LICENSE", *(ROOT / "LICENSES").iterdir()]
    with zipfile.ZipFile(wheel) as archive:
        carried = [archive.read(name) for name in archive.namelist() if ".dist-info/licenses/" in name]
    assert sorted(carried) == sorted(text.read_bytes() for text in texts)


def test_the_installed_program_is_not_the_checkout(installed, tmp_path):
    where = run(installed / "python", "-c", "import noticeeditor; print(noticeeditor.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)


@pytest.mark.parametrize("command", [("python", "-m", "noticeeditor"), ("noticeeditor",)], ids=" ".join)
def test_the_installed_program_tells_its_version(installed, tmp_path, command):
    told = run(installed / command[0], *command[1:], "--version", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert noticeeditor.__version__ in told.stdout


@pytest.mark.parametrize(("form", "begin"), [("pdf", b"%PDF-"), ("txt", b"AMTLICHE BEKANNTMACHUNG")])
def test_the_installed_program_exports_a_sample_outside_the_checkout(installed, tmp_path, form, begin):
    sample = ROOT / "resources/samples/klimaschutz-2023.notice.json"
    target = tmp_path / f"notice.{form}"
    done = run(installed / "noticeeditor", "export", sample, "--to", form, "-o", target, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().startswith(begin)


# The set-up script

NEEDS_A_SHELL = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Linux")
# stands for Python: makes a .venv whose Python only notes down what it is asked
PYTHON_STUB = """#!/bin/sh
case "$*" in
  -V) echo Python 3.11.2 ;;
  *venv\\ .venv) mkdir -p .venv/bin; printf '#!/bin/sh\\necho "$@" >>asked\\n' >.venv/bin/python; chmod +x .venv/bin/python ;;
esac
"""


@pytest.fixture
def bare(tmp_path) -> Path:
    """A checkout of nothing but the set-up script, on a machine that has every library."""
    for name in ("packaging/setup.sh", "pyproject.toml", "requirements.txt"):
        copy = tmp_path / name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((ROOT / name).read_bytes())
    libraries = re.findall(r"(lib[\w.+-]+\.so\.\d+):", (ROOT / "packaging/setup.sh").read_text("utf-8"))
    stub(tmp_path, "ldconfig", "#!/bin/sh\n" + "".join(f"echo '{name} (libc6)'\n" for name in libraries))
    stub(tmp_path, "python3", PYTHON_STUB)
    stub(tmp_path, "id", "#!/bin/sh\necho 1000\n")
    return tmp_path


def stub(folder: Path, name: str, script: str) -> None:
    path = folder / "stubs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(script, "utf-8")
    path.chmod(0o755)


def set_up(folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{folder / 'stubs'}{os.pathsep}{os.environ['PATH']}"
    return run(
        "sh", folder / "packaging/setup.sh", "run", cwd=folder, PATH=path, DISPLAY="", WAYLAND_DISPLAY=""
    )


@NEEDS_A_SHELL
def test_an_ordinary_user_is_told_in_one_sentence_which_packages_are_missing(bare):
    stub(bare, "ldconfig", "#!/bin/sh\necho 'libGL.so.1 (libc6,x86-64)'\n")
    told = set_up(bare)
    assert told.returncode == 1
    assert told.stderr == (
        "setup: these Debian packages are missing, please have them installed: "
        "libglib2.0-0 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1\n"
    )
    assert not (bare / ".venv").exists()


@NEEDS_A_SHELL
def test_every_requirement_is_checked_against_its_hash(bare):
    assert set_up(bare).returncode == 0
    requirements, itself = (bare / "asked").read_text("utf-8").splitlines()
    assert "--require-hashes" in requirements
    assert "--only-binary :all:" in requirements
    assert itself.endswith("--no-build-isolation --no-deps --editable .")


@NEEDS_A_SHELL
def test_the_second_set_up_installs_nothing(bare):
    set_up(bare)
    (bare / "asked").unlink()
    again = set_up(bare)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert not (bare / "asked").exists()


@NEEDS_A_SHELL
def test_a_changed_requirement_is_installed(bare):
    set_up(bare)
    (bare / "asked").unlink()
    (bare / "requirements.txt").write_text("", "utf-8")
    assert set_up(bare).returncode == 0
    assert "--require-hashes" in (bare / "asked").read_text("utf-8")


# The pages


def links(page: Path) -> list[str]:
    text = re.sub(r"(?ms)^```.*?^```", "", page.read_text("utf-8"))
    return [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page):
    assert [target for target in links(page) if not (page.parent / target).exists()] == []


def test_the_licence_is_the_same_text_in_both_places():
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES/EUPL-1.2.txt").read_bytes()


def test_the_wheel_names_the_licences_whose_texts_it_carries():
    named = set(re.findall(r"[\w.-]+", PROJECT["project"]["license"])) - {"AND", "OR"}
    assert named == {text.stem for text in (ROOT / "LICENSES").iterdir()}


def test_version_and_licence_are_the_same_everywhere():
    public = (ROOT / "publiccode.yml").read_text("utf-8")
    assert f'softwareVersion: "{noticeeditor.__version__}"' in public
    assert f"license: {PROJECT['project']['license'].split()[0]}\n" in public
    assert f"## [{noticeeditor.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_package_has_its_row_in_the_architecture():
    packages = [path for path in (ROOT / "noticeeditor").iterdir() if (path / "__init__.py").is_file()]
    rows = (ROOT / "docs/architecture.md").read_text("utf-8")
    assert [path.name for path in packages if f"| `{path.name}/` |" not in rows] == []


def test_every_folder_of_resources_has_its_row():
    rows = (ROOT / "resources/README.md").read_text("utf-8")
    folders = [path.name for path in (ROOT / "resources").iterdir() if path.is_dir()]
    assert [name for name in folders if f"`{name}/" not in rows] == []
