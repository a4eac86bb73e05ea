"""`main.py list`: what there is to choose from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from engine.hyperparameters import hyperparameters
from engine.optimizers import OPTIMIZERS
from engine.scenario import load_scenarios
from engine.schedules import SCHEDULES
from surfaces import CATALOGUE
from surfaces.data.generators import GENERATORS
from surfaces.data.models import data_model
from surfaces.data.plain import data_to_plain
from surfaces.data.spec import SCALINGS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from engine.hyperparameters import Hyperparameter
    from surfaces import SurfaceRow
    from surfaces.data.generators import Generator


def list_command(options: argparse.Namespace) -> None:
    """Print the names with a line each, or everything about them as JSON."""
    rows = LISTS[options.what]()
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    width = max((len(row["name"]) for row in rows), default=0)
    group_width = max((len(row.get("group", "")) for row in rows), default=0)
    for row in rows:
        group = f"{row['group']:<{group_width}}  " if group_width else ""
        print(f"{row['name']:<{width}}  {group}{row['title']}: {row['formula']}{_parts(row)}")


def _parts(row: Mapping[str, Any]) -> str:
    """Return which of a row's hyperparameters are chosen from a list of their own."""
    parts = [name for name, entry in row.get("hyperparameters", {}).items() if "part_of" in entry]
    return f"  [parts: {', '.join(parts)}]" if parts else ""


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
            "more_starts": [list(start) for start in row.more_starts],
            "dimensions": row.most_dimensions,
            "minima": [{"params": list(point.params), "value": point.value} for point in row.minima],
            "saddles": [{"params": list(point.params), "value": point.value} for point in row.saddles],
            "maxima": [{"params": list(point.params), "value": point.value} for point in row.maxima],
            "minima_count": row.minima_count,
            "saddles_count": row.saddles_count,
            "data": _data_options(row),
            "teaches": row.teaches,
            "note": row.note,
            "source": row.source,
        }
        for row in CATALOGUE.values()
    ]


def _data_options(row: SurfaceRow) -> dict[str, Any] | None:
    """Return what may be chosen about the samples of a row made of data, and what it has by itself."""
    if row.data is None:
        return None
    model = data_model(row.name)
    return {
        "columns": list(model.columns),
        "inputs": list(model.inputs),
        "prediction": model.prediction,
        "losses": list(model.loss_names),
        "scalings": list(SCALINGS) if model.inputs else ["none"],
        "batch_norm": model.batch_norm,
        "generators": [_generator(GENERATORS[name]) for name in model.generators],
        "own": data_to_plain(row.data),
    }


def _generator(generator: Generator) -> dict[str, Any]:
    return {
        "name": generator.name,
        "summary": generator.summary,
        "n": generator.n,
        "noise": generator.noise,
        "data_seed": generator.seed,
        "options": {option.name: {"default": option.default, "help": option.help} for option in generator.options},
    }


def _declared(owner: Any) -> dict[str, Any]:
    """Return the hyperparameters that are a row's own; those of its parts stand with the rows they are chosen from."""
    return {
        parameter.name: {"default": parameter.default, **_choices(parameter), "help": parameter.help}
        for parameter in hyperparameters(owner)
        if "." not in parameter.name
    }


def _choices(parameter: Hyperparameter) -> dict[str, Any]:
    if parameter.is_part:
        return {"part_of": "optimizers" if parameter.choices == tuple(OPTIMIZERS) else "schedules"}
    return {"choices": list(parameter.choices)} if parameter.choices else {}


def _optimizers() -> list[dict[str, Any]]:
    return [
        {
            "name": cls.name,
            "title": cls.title,
            "group": cls.family,
            "formula": cls.formula,
            "summary": cls.summary,
            "source": cls.source,
            "hyperparameters": _declared(cls),
        }
        for cls in OPTIMIZERS.values()
    ]


def _schedules() -> list[dict[str, Any]]:
    return [
        {
            "name": cls.name,
            "title": cls.title,
            "formula": cls.formula,
            "summary": cls.summary,
            "hyperparameters": _declared(cls),
        }
        for cls in SCHEDULES.values()
    ]


def _scenarios() -> list[dict[str, Any]]:
    return [
        {
            "name": scenario.name,
            "title": scenario.text("en").title,
            "group": scenario.chapter,
            "formula": "; ".join(scenario.session.labels()),
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
