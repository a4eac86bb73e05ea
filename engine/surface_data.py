"""Surfaces as plain data (a table of a session file, a scenario or the library) and back, checked field by field."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

from engine.reading import Fields, ReadingError
from surfaces import BagSpec, Feature, FormulaError, HeightMap, SurfaceError, SurfaceSpec, build_surface

MOST_FEATURES = 100
LARGEST_MAP = 512
"""Points along one side of an imported grid."""


def surface_to_data(spec: SurfaceSpec) -> dict[str, Any]:
    """Return the surface as nested dicts and lists of plain values; what is as it always was is left out."""
    data: dict[str, Any] = {"name": spec.name} if spec.name else {"formula": spec.formula}
    if spec.heights is not None:
        data = {"heights": _heights_to_data(spec.heights)}
    if spec.parameters:
        data["parameters"] = dict(spec.parameters)
    if spec.bounds is not None:
        data["bounds"] = list(spec.bounds)
    if spec.dim != 2:
        data["dim"] = spec.dim
    if spec.features:
        data["features"] = [asdict(feature) for feature in spec.features]
    if spec.data is not None:
        from surfaces.data.plain import data_to_plain

        data["data"] = data_to_plain(spec.data)
    if spec.bag is not None:
        data["bag"] = asdict(spec.bag)
    return data


def surface_from_data(fields: Fields) -> SurfaceSpec:
    """Return the surface that `fields` describe.

    Raises
    ------
    ReadingError
        Naming the field that is missing, unknown or out of range.
    """
    parameters = fields.table("parameters")
    named = {name: parameters.number(name) for name in parameters.rest()}
    bounds = fields.numbers("bounds", 4) if "bounds" in fields else None
    spec = SurfaceSpec(
        name=fields.text("name", ""),
        formula=fields.text("formula", ""),
        heights=_heights_from_data(fields.table("heights")) if "heights" in fields else None,
        parameters=tuple(sorted(named.items())),
        bounds=None if bounds is None else (bounds[0], bounds[1], bounds[2], bounds[3]),
        dim=fields.whole("dim", 2, low=2, high=100),
        features=_features_from_data(fields),
        data=_data_from_data(fields),
        bag=_bag_from_data(fields.table("bag")) if "bag" in fields else None,
    )
    try:
        build_surface(spec)
    except (SurfaceError, FormulaError) as error:
        raise ReadingError(f"{fields.where('name')}: {error}") from error
    return spec


def _heights_to_data(heights: HeightMap) -> dict[str, Any]:
    text = base64.b64encode(heights.data).decode("ascii")
    data = {"title": heights.title, "columns": heights.columns, "rows": heights.rows, "data": text}
    return data if heights.extent is None else {**data, "extent": list(heights.extent)}


def _heights_from_data(fields: Fields) -> HeightMap:
    columns = fields.whole("columns", low=2, high=LARGEST_MAP)
    rows = fields.whole("rows", low=2, high=LARGEST_MAP)
    text = fields.text("data")
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:  # no ASCII, or no base64
        raise ReadingError(f"{fields.where('data')} should be numbers written in base64.") from error
    if len(data) != 8 * rows * columns:
        raise ReadingError(f"{fields.where('data')} should hold {rows} × {columns} numbers.")
    extent = fields.numbers("extent", 4) if "extent" in fields else None
    where = None if extent is None else (extent[0], extent[1], extent[2], extent[3])
    return HeightMap(fields.text("title", ""), columns, rows, data, where)


def _features_from_data(fields: Fields) -> tuple[Feature, ...]:
    tables = fields.tables("features")
    if len(tables) > MOST_FEATURES:
        raise ReadingError(
            f"{fields.where('features')} has {len(tables)} entries; at most {MOST_FEATURES} are allowed."
        )
    return tuple(_feature_from_data(table) for table in tables)


def _feature_from_data(table: Fields) -> Feature:
    return Feature(
        kind=table.text("kind"),
        x=table.number("x"),
        y=table.number("y"),
        height=table.number("height"),
        width=table.number("width"),
        length=table.number("length"),
        angle=table.number("angle", 0.0),
    )


def _bag_from_data(fields: Fields) -> BagSpec:
    plain = BagSpec()
    return BagSpec(
        samples=fields.whole("samples", plain.samples, low=2, high=100_000),
        tilt=fields.number("tilt", plain.tilt),
        seed=fields.whole("seed", plain.seed),
    )


def _data_from_data(fields: Fields) -> Any:
    if "data" not in fields:
        return None
    from surfaces.data.plain import data_from_plain

    try:
        return data_from_plain(fields.raw("data"))
    except (SurfaceError, ValueError) as error:
        raise ReadingError(f"{fields.where('data')}: {error}") from error
