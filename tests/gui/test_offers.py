from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.optimizer import FAMILIES
from engine.optimizers import OPTIMIZERS
from engine.schedules import SCHEDULES
from engine.session import default_session
from gui.offers import OPTIMIZER_OFFER, SCHEDULE_OFFER
from gui.widgets.choice import best

ROOT = Path(__file__).parents[2]


def test_every_optimizer_is_offered_once_family_by_family() -> None:
    choices = OPTIMIZER_OFFER.all()
    assert sorted(choice.name for choice in choices) == sorted(OPTIMIZERS)
    groups = list(dict.fromkeys(choice.group for choice in choices))
    assert groups == list(FAMILIES)
    assert [choice.group for choice in choices] == sorted((c.group for c in choices), key=FAMILIES.index)


def test_every_schedule_is_offered() -> None:
    assert [choice.name for choice in SCHEDULE_OFFER.all()] == list(SCHEDULES)


@pytest.mark.parametrize("offer", [OPTIMIZER_OFFER, SCHEDULE_OFFER])
def test_help_has_formula_and_summary(offer: object) -> None:
    for choice in offer.all():  # type: ignore[attr-defined]
        assert choice.help.count("<p") >= 2
        assert choice == offer.one(choice.name)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("adam", "adam"),
        ("sgd", "gradient-descent"),
        ("GD", "gradient-descent"),
        ("newton", "newton"),
        ("bfgs", "bfgs"),
        ("look", "lookahead"),
        ("nelder", "nelder-mead"),
        ("Keskar", "switch"),
        ("per-parameter", "per-parameter"),
        ("second order trust", "trust-region"),
        ("zzz", None),
    ],
)
def test_typing_finds_by_title_name_source_and_family(text: str, name: str | None) -> None:
    found = best(OPTIMIZER_OFFER.all(), text)
    assert (found.name if found else None) == name


def test_the_first_window_imports_no_optimizer_and_no_schedule_but_its_own(tmp_path: Path) -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from gui.main_window import MainWindow; window = MainWindow(); window.show(); app.processEvents();"
        "print(*sys.modules, flush=True); window.lab.stop(); import os; os._exit(0)"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=ROOT)
    modules = done.stdout.split()
    own = {OPTIMIZERS[run.optimizer.name].__module__ for run in default_session().runs}
    rows = {f"engine.optimizers.{Path(file).stem}" for file in (ROOT / "engine" / "optimizers").glob("*.py")}
    shared = {"__init__", "optional", "moments"}
    assert own <= set(modules)
    assert {name for name in rows & set(modules) if name.rpartition(".")[2] not in shared} == own
    assert "engine.schedules.waves" not in modules
    assert "gui.widgets.choice_popup" not in modules
