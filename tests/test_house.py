"""The floors of the house: who may import whom, and how large things may grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("surfaces", "engine", "cli", "gui")
MODULES = [ROOT / "main.py", ROOT / "start.py", *(p for name in PACKAGES for p in sorted((ROOT / name).rglob("*.py")))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, WIDEST_LINE = 400, 40, 120
HEAVY = ("PySide6", "pyqtgraph", "sympy", "PIL", "distributed", "gui")


def ids(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


every_module = pytest.mark.parametrize("path", MODULES, ids=ids(MODULES))
every_file = pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=ids([*MODULES, *TESTS]))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """Return the dotted names a module imports anywhere, inside functions too."""
    nodes = list(ast.walk(tree(path)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {
        f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    }


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "surfaces"],
        ["list", "scenarios"],
        ["run", "--scenario", "book-figure"],
        ["run", "--surface", "x"],
        ["basins", "--surface", "bowl", "--optimizer", "gd", "--size", "4", "--processes", "1"],
        ["sweep", "--surface", "bowl", "--optimizer", "gd", "--grid", "lr=0.1,0.2", "--processes", "1"],
    ],
)
def test_a_command_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        f"import sys, main; main.main({arguments!r});"
        f"print('|'.join(n for n in {HEAVY!r} if n in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == ""


@pytest.mark.parametrize("package", ["surfaces", "engine"])
def test_below_the_doors_there_is_only_numpy(package: str) -> None:
    known = {*sys.stdlib_module_names, "numpy", "contourpy", "surfaces", package}
    modules = [path for path in MODULES if path.is_relative_to(ROOT / package)]
    foreign = {name for path in modules for name in imported(path) if name.split(".")[0] not in known}
    assert foreign == set()


def test_workers_know_no_widget() -> None:
    workers = [path for path in MODULES if path.is_relative_to(ROOT / "gui" / "workers")]
    assert not [name for path in workers for name in imported(path) if name.startswith("PySide6.QtWidgets")]


@every_module
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@every_file
def test_no_file_is_too_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_FILE


@every_file
def test_no_function_is_too_long(path: Path) -> None:
    functions = [n for n in ast.walk(tree(path)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    lengths = {n.name: (n.end_lineno or n.lineno) - n.lineno + 1 for n in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@every_module
def test_nothing_is_left_to_do(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not [word for word in ("TODO", "FIXME", "XXX", "breakpoint(") if word in text]
