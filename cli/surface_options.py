"""The surface a command line describes: a row with its parameters or its data, a formula, a bag of samples over it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.arguments import UsageError, read_choice, read_numbers, read_pair
from engine.data_import import read_table, samples_from
from surfaces import BagSpec, SurfaceRow, SurfaceSpec, surface_row
from surfaces.data.generators import GENERATORS
from surfaces.data.models import data_model
from surfaces.data.plain import data_from_plain, data_to_plain
from surfaces.data.show import generated, given

if TYPE_CHECKING:
    import argparse

    from surfaces.data.spec import DataSpec

DATA_NAMES = {
    "n": "n",
    "noise": "noise",
    "outliers": "outliers",
    "data_seed": "seed",
    "scaling": "scaling",
    "loss": "loss",
    "l1": "l1",
    "l2": "l2",
    "batch_norm": "batch_norm",
}
"""What may stand after the colon of a row made of data, and the field it sets."""


def surface_from_options(options: argparse.Namespace) -> SurfaceSpec:
    """Return the surface of --surface or --formula and what goes with them; raises a user's mistake."""
    bounds = read_numbers(options.bounds, 4, "--bounds") if options.bounds is not None else None
    name, values = read_choice(options.surface) if options.surface else ("", {})
    for text in options.param:
        key, value = read_pair(text)
        values[key] = value
    row = surface_row(name) if name else None
    data = _data(options, row, values)
    dim = values.pop("dim", 2) if name else 2
    if not isinstance(dim, int) or isinstance(dim, bool):
        raise UsageError(f"The number of dimensions, dim, should be a whole number, not {dim!r}.")
    return SurfaceSpec(
        name=name,
        formula=options.formula or "",
        parameters=() if row and row.data else _parameters(values),
        bounds=None if bounds is None else (bounds[0], bounds[1], bounds[2], bounds[3]),
        dim=dim,
        data=data,
        bag=None if options.bag is None else _bag(options.bag),
    )


def _parameters(values: dict[str, object]) -> tuple[tuple[str, float], ...]:
    for key, value in values.items():
        if isinstance(value, (str, bool)):
            raise UsageError(f"The parameter {key} should be a number, not {value!r}.")
    return tuple(sorted((key, float(str(value))) for key, value in values.items()))


def _data(options: argparse.Namespace, row: SurfaceRow | None, values: dict[str, object]) -> DataSpec | None:
    """Return the data of a row made of data, or None when they are the row's own."""
    if row is None or row.data is None:
        if options.data is not None or options.columns is not None:
            raise UsageError("--data and --columns go with a --surface made of data (main.py list surfaces).")
        return None
    data = row.data
    if "generator" in values:
        data = generated(data_model(row.name), str(values.pop("generator")), data)
    data = _with_values(row, data, values)
    if options.data is not None:
        data = _from_file(options, row, data)
    elif options.columns is not None:
        raise UsageError("--columns chooses among the columns of --data FILE.csv.")
    return None if data == row.data else data


def _with_values(row: SurfaceRow, data: DataSpec, values: dict[str, object]) -> DataSpec:
    plain: dict[str, Any] = data_to_plain(data)
    extra: dict[str, object] = {}
    for name, value in values.items():
        if name in DATA_NAMES:
            plain[DATA_NAMES[name]] = value
        else:
            extra[name] = value
    extra.pop("dim", None)
    _check_names(row, data, extra)
    if extra:
        plain["options"] = {**plain.get("options", {}), **extra}
    return data_from_plain(plain)


def _check_names(row: SurfaceRow, data: DataSpec, extra: dict[str, object]) -> None:
    own = [option.name for option in GENERATORS[data.generator].options] if data.generator else []
    for name in extra:
        if name not in own:
            known = ", ".join([*DATA_NAMES, "generator", *own])
            raise UsageError(f"The data of {row.name} have no “{name}”; there are {known}.")


def _from_file(options: argparse.Namespace, row: SurfaceRow, data: DataSpec) -> DataSpec:
    table, wanted = read_table(Path(options.data)), data_model(row.name).columns
    chosen = options.columns.split(",") if options.columns is not None else list(table.names[: len(wanted)])
    if len(chosen) != len(wanted):
        raise UsageError(f"The data of {row.name} take {len(wanted)} columns ({', '.join(wanted)}), not {len(chosen)}.")
    return given(data, samples_from(table, [name.strip() for name in chosen]), Path(options.data).name)


def _bag(text: str) -> BagSpec:
    values: dict[str, Any] = {}
    known = [field.name for field in fields(BagSpec)]
    for part in filter(None, text.split(",")):
        name, value = read_pair(part)
        if name not in known:
            raise UsageError(f"A bag has no “{name}”; it has {', '.join(known)}.")
        if isinstance(value, (str, bool)) or (name != "tilt" and not isinstance(value, int)):
            kind = "a number" if name == "tilt" else "a whole number"
            raise UsageError(f"{name} of the bag should be {kind}, not {part.partition('=')[2]}.")
        values[name] = value
    return BagSpec(**values)
