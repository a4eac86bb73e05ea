"""`main.py list`: what there is to choose from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from engine.hyperparameters import hyperparameters
from engine.optimizers import OPTIMIZERS
from engine.scenario import load_scenarios
from engine.schedules import SCHEDULES
from surfaces import CATALOGUE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def list_command(options: argparse.Namespace) -> None:
    """Print the names with a line each, or everything about them as JSON."""
    rows = LISTS[options.what]()
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    width = max((len(row["name"]) for row in rows), default=0)
    for row in rows:
        print(f"{row['name']:<{width}}  {row['title']}: {row['formula']}")


def _surfaces() -> list[dict[str, Any]]:
    return [
        {
            "name": row.name,
            "title": row.title,
            "group": row.group,
            "formula": row.formula,
            "parameters": {parameter.name: parameter.default for parameter in row.parameters},
            "bounds": list(row.bounds),
            "start": list(row.start),
            "minima": [{"params": list(point.params), "value": point.value} for point in row.minima],
            "saddles": [{"params": list(point.params), "value": point.value} for point in row.saddles],
            "teaches": row.teaches,
            "source": row.source,
        }
        for row in CATALOGUE.values()
    ]


def _declared(owner: Any) -> dict[str, Any]:
    return {
        parameter.name: {
            "default": parameter.default,
            **({"choices": list(parameter.choices)} if parameter.choices else {}),
            "help": parameter.help,
        }
        for parameter in hyperparameters(owner)
    }


def _optimizers() -> list[dict[str, Any]]:
    return [
        {
            "name": cls.name,
            "title": cls.title,
            "formula": cls.formula,
            "summary": cls.summary,
            "source": cls.source,
            "hyperparameters": _declared(cls),
        }
        for cls in OPTIMIZERS.values()
    ]


def _schedules() -> list[dict[str, Any]]:
    return [
        {"name": cls.name, "title": cls.title, "formula": cls.formula, "hyperparameters": _declared(cls)}
        for cls in SCHEDULES.values()
    ]


def _scenarios() -> list[dict[str, Any]]:
    return [
        {
            "name": scenario.name,
            "title": scenario.text("en").title,
            "formula": ", ".join(scenario.session.labels()),
            "surface": scenario.session.surface.name or scenario.session.surface.formula,
            "question": scenario.text("en").question,
        }
        for scenario in load_scenarios()
    ]


LISTS: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "surfaces": _surfaces,
    "optimizers": _optimizers,
    "schedules": _schedules,
    "scenarios": _scenarios,
}
