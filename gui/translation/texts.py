"""Every text from below the window that the window shows: what the registries hold, and sentences made on the way."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.events import KINDS
from engine.hyperparameters import hyperparameters
from engine.optimizer import FAMILIES
from engine.optimizers import OPTIMIZERS
from engine.scenario import CHAPTERS, OWN
from engine.schedules import SCHEDULES
from surfaces import CATALOGUE
from surfaces.catalogue import GROUPS
from surfaces.data.generators import GENERATORS
from surfaces.data.models import MODELS
from surfaces.data.spec import SCALINGS
from surfaces.features import FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.hyperparameters import Hyperparameter
    from engine.optimizer import Optimizer
    from engine.schedules import Schedule

ROOT = Path(__file__).resolve().parents[2]
_SENTENCE = re.compile(r"[A-Z“{].* .*[.]( .*)?", re.DOTALL)
"""How a sentence is told from names and formulas in the source."""
_WORDS = re.compile(r"(?=.*[a-z]{3}).* .*", re.DOTALL)
PUT_TOGETHER = (
    *("engine/data_import.py", "engine/height_grid.py", "engine/run.py", "engine/session_file.py"),
    *("engine/surface_file.py", "surfaces/build.py", "surfaces/data/columns.py", "surfaces/data/plain.py"),
    *("surfaces/formula/characters.py", "surfaces/formula/kinks.py", "surfaces/formula/mistakes.py"),
)
"""Where sentences are put together of parts: every text with words in it is one."""
MADE = (
    *("“{0}” takes one argument, as in {1}, not {2}.", "“{0}” takes {1} arguments, as in {2}, not {3}."),
    *("“{0}” takes at least {1} arguments, as in {2}, not {3}.", "The Hessian may be singular there."),
    *("Decimals are written with a point, as in 0.5.",),
    *("“{0}” {1}.", "did you mean {0} or {1}?", "x and y"),
    *("a plot ends in {0}", "a picture ends in {0}", "an animation ends in {0}"),
    *("value evaluations", "hessian evaluations"),
    *("{0} values", "{0} rows", "{0} columns", "1 value", "1 row", "1 column"),
)
"""What is made of parts too small to be texts."""
SYSTEM = ("no such file or directory", "permission denied", "is a directory", "no space left on device")
"""What the system says of a file, in lower case."""


def data_texts() -> tuple[str, ...]:
    """Return every text that `data_text` is asked for, templates included."""
    return tuple(sorted({*filter(None, _of_registries()), *asked_for(), *sentences(), *MADE, *SYSTEM}))


def _of_registries() -> Iterator[str]:
    yield from (*FAMILIES, *GROUPS, *KINDS, *CHAPTERS, OWN)
    for row in CATALOGUE.values():
        yield from (row.title, row.teaches, row.note, *(parameter.help for parameter in row.parameters))
    for optimizer in OPTIMIZERS.values():
        yield from (optimizer.title, optimizer.summary, *_of_hyperparameters(optimizer()), *_of_state(optimizer()))
    for schedule in SCHEDULES.values():
        yield from (schedule.title, schedule.summary, *_of_hyperparameters(schedule()))
    for feature in FEATURES.values():
        yield from (feature.title, feature.help)
    yield from (*SCALINGS, *(name for model in MODELS.values() for name in model.loss_names))
    for generator in GENERATORS.values():
        yield from (generator.title, generator.noise_help)
        for option in generator.options:
            yield from (option.name, option.help)


def _of_hyperparameters(declared: Optimizer | Schedule) -> Iterator[str]:
    for parameter in hyperparameters(declared):
        yield from (parameter.help, *_named(parameter), *(part.replace("_", " ") for part in parameter.name.split(".")))


def _named(parameter: Hyperparameter) -> tuple[str, ...]:
    """What can be chosen; parts have titles."""
    return () if parameter.is_part else parameter.choices


def _of_state(optimizer: Optimizer) -> Iterator[str]:
    """The words of what an optimizer remembers, parts of parts included."""
    states = [optimizer.init(np.zeros(2))]
    while states:
        state = states.pop()
        for field in getattr(state, "_fields", ()):
            yield from (part.replace("_", " ") for part in field.split("."))
            states.append(getattr(state, field, None))


def asked_for() -> Iterator[str]:
    """Every literal that is handed to `data_text`, or to `say` below the window."""
    for path in _files("gui", "engine"):
        for node in ast.walk(_read(path)):
            if isinstance(node, ast.Call) and _name(node.func) in ("data_text", "say") and node.args:
                text = node.args[0]
                if isinstance(text, ast.Constant):
                    yield str(text.value)


def _name(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def templates() -> tuple[str, ...]:
    """Return the sentences that have blanks, and the parts of sentences that go into them."""
    return tuple(text for text in data_texts() if "{0}" in text)


def sentences() -> Iterator[str]:
    """Every sentence written in engine/ and surfaces/, with `{0}`, `{1}`, … for what is put into it."""
    for path in _files("engine", "surfaces"):
        wanted = _WORDS if path.relative_to(ROOT).as_posix() in PUT_TOGETHER else _SENTENCE
        written = (text for text in _written(_read(path)) if "}{" not in text)  # nobody could tell those blanks apart
        yield from filter(wanted.fullmatch, written)


def _files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def _read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _written(tree: ast.Module) -> Iterator[str]:
    passed_over = {id(inner) for node in ast.walk(tree) for inner in _no_texts_of_their_own(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield _template(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node.value


def _no_texts_of_their_own(node: ast.AST) -> Iterator[ast.AST]:
    """What is written in a node but is no text: docstrings, sources, and the pieces of a sentence with blanks."""
    if isinstance(node, ast.Expr) or (isinstance(node, ast.keyword) and node.arg == "source"):
        yield node.value
    elif isinstance(node, ast.Assign | ast.AnnAssign) and "source" in ast.unparse(node).split(" = ")[0] and node.value:
        yield from ast.walk(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield from node.values


def _template(node: ast.JoinedStr) -> str:
    blanks = iter(range(len(node.values)))
    return "".join(str(part.value) if isinstance(part, ast.Constant) else f"{{{next(blanks)}}}" for part in node.values)
