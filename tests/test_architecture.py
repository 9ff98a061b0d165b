"""The shape of the house: what each part may import, and what start-up must not load."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Loaded when first used, never at start-up: each costs a tenth of a second or more on a slow machine.
HEAVY = (
    "PIL", "babel", "docx", "holidays", "icalendar", "pillow_heif", "pypdf", "pypdfium2", "reportlab",
)  # fmt: skip
PARTS = ("dossier", "documents", "exhibits", "interview", "law", "reference", "storage")
NETWORK = ("PySide6.QtNetwork", "http.client", "urllib.request")


def modules_of(*packages: str) -> list[str]:
    """Every module in these packages of ours, without importing one."""
    return [
        name
        for package in packages
        for name in (
            package,
            *(module.name for module in pkgutil.walk_packages([str(ROOT / package)], prefix=f"{package}.")),
        )
    ]


def loaded_by(modules: list[str]) -> set[str]:
    """What a new Python has loaded once it has imported these modules, with warnings as errors."""
    code = f"import sys\nfor name in {modules!r}: __import__(name)\nprint(*sorted(sys.modules), sep='\\n')"
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(answer.stdout.split())


def among(loaded: set[str], names: tuple[str, ...]) -> set[str]:
    """Those of `names` that were loaded."""
    return loaded & set(names)


def test_core_loads_no_screen_nothing_heavy_and_no_network():
    modules = modules_of("core")
    loaded = loaded_by(modules)
    assert loaded >= set(modules)
    assert among(loaded, ("PySide6", "shiboken6", "gui")) == set()
    assert among(loaded, HEAVY) == set()
    assert among(loaded, NETWORK) == set()


def test_the_window_and_the_command_load_nothing_heavy_and_no_network():
    modules = [*modules_of("gui"), "main"]
    loaded = loaded_by(modules)
    assert loaded >= set(modules)
    assert among(loaded, HEAVY) == set()
    assert among(loaded, NETWORK) == set()


def test_a_heavy_module_would_be_seen():
    assert among(loaded_by(["core", "pypdf"]), HEAVY) >= {"pypdf"}


def run_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", code, "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_import_contracts_hold():
    answer = run_contracts(ROOT)
    assert answer.returncode == 0, answer.stdout + answer.stderr


# What the design forbids, as (importing package, imported module), and what it allows.
FORBIDDEN = (
    ("law", "PySide6.QtCore"),
    ("storage", "gui"),
    ("dossier", "core.law"),
    ("reference", "core.interview"),
    ("law", "core.interview"),
    ("law", "core.documents"),
    ("law", "core.storage"),
    ("law", "core.exhibits"),
    ("interview", "core.documents"),
    ("interview", "core.exhibits"),
    ("interview", "core.storage"),
    ("documents", "core.interview"),
    ("documents", "core.storage"),
    ("exhibits", "core.reference"),
    ("exhibits", "core.storage"),
    ("storage", "core.law"),
    ("storage", "core.cli"),
)
ALLOWED = (
    *((part, "core.i18n") for part in PARTS),
    *((part, "core.errors") for part in PARTS),
    *((part, "core.dossier") for part in ("law", "interview", "documents", "storage", "exhibits")),
    *((part, "core.reference") for part in ("law", "interview", "documents")),
    *((part, "core.law") for part in ("interview", "documents")),
    ("documents", "core.exhibits"),
)


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """The house with empty rooms, so that the contracts are tested and not today's imports."""
    for package in ("core", "gui", *(f"core/{part}" for part in PARTS)):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    for module in ("i18n", "errors", "languages", "catalogue", "typography", "cli"):
        (tmp_path / "core" / f"{module}.py").touch()
    return tmp_path


def add_imports(house: Path, imports: Iterable[tuple[str, str]]) -> list[str]:
    """Write one module for each import; returns their names."""
    names = []
    for number, (part, imported) in enumerate(imports):
        (house / "core" / part / f"room_{number}.py").write_text(f"import {imported}\n", encoding="utf-8")
        names.append(f"core.{part}.room_{number}")
    return names


def test_everything_that_the_design_forbids_is_found(miniature):
    names = add_imports(miniature, FORBIDDEN)
    answer = run_contracts(miniature)
    assert answer.returncode == 1
    assert [name for name in names if f"{name} ->" not in answer.stdout] == []


def test_what_the_design_allows_is_kept(miniature):
    add_imports(miniature, ALLOWED)
    answer = run_contracts(miniature)
    assert answer.returncode == 0, answer.stdout + answer.stderr
