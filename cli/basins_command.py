"""`main.py basins`: run an optimizer from every start of a grid, tell where it ends, write the map."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np

from cli.arguments import UsageError
from cli.basin_picture import basin_picture
from cli.crew_options import Ticker, crew_from_options
from cli.outputs import STANDARD, write_out
from cli.png import png_bytes
from cli.run_command import session_from_options
from engine.basins import BasinSurvey
from engine.lane_ends import Outcome

if TYPE_CHECKING:
    import argparse

    from engine.basins import BasinMap
    from engine.run import RunConfig

STEPS = 500
MOST_PRINTED = 20
"""Places that are told one by one; --json tells all."""


def basins_command(options: argparse.Namespace) -> None:
    """Make the map and hand it out."""
    config = _config(options)
    _check_outputs(options)
    survey, ticker = BasinSurvey(config, options.size, options.steps or STEPS), Ticker("basins")
    with crew_from_options(options) as crew:
        for _ in survey.run(crew, coarse_first=False):
            ticker.tell(survey.done)
    ticker.end()
    basins = survey.picture()
    if options.npz is not None:
        write_out(options.npz, npz_bytes(basins.arrays()))
    if options.png is not None:
        write_out(options.png, png_bytes(basin_picture(basins)))
    if options.json:
        print(json.dumps(_result(basins), indent=2))
    elif STANDARD not in (options.npz, options.png):
        _print_result(basins)


def _config(options: argparse.Namespace) -> RunConfig:
    session = session_from_options(options)
    if len(session.runs) != 1:
        names = ", ".join(session.labels())
        raise UsageError(
            f"A map is of one optimizer, and here are {len(session.runs)} ({names}): name one --optimizer."
        )
    config = session.config(session.runs[0])
    if config.origin is not None:
        raise UsageError(f"{session.runs[0].label} branches off another run; a map is of whole ones.")
    return config


def _check_outputs(options: argparse.Namespace) -> None:
    standard = [name for name in ("npz", "png") if getattr(options, name) == STANDARD]
    if len(standard) + bool(options.json) > 1:
        raise UsageError("Only one of --npz -, --png - and --json can go to standard output.")


def npz_bytes(arrays: dict[str, np.ndarray]) -> bytes:
    """Return arrays as the file that `numpy.load` reads; equal arrays give equal bytes, whenever they are written."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.asanyarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), member.getvalue(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _result(basins: BasinMap) -> dict[str, Any]:
    starts = basins.outcome.size
    outcomes = {each.name.lower(): int((basins.outcome == each).sum()) for each in Outcome}
    return {"starts": starts, "outcomes": outcomes, "places": [_place(basins, i) for i in range(len(basins.points))]}


def _place(basins: BasinMap, index: int) -> dict[str, Any]:
    point, own = basins.points[index], basins.place == index
    away = own & np.isin(basins.outcome, (Outcome.ON_THE_WAY, Outcome.CYCLE))
    there = own & ~away
    return {
        "kind": point.kind,
        "params": list(point.params),
        "loss": point.value,
        "starts": int(there.sum()),
        "in_its_basin": int(away.sum()),
        "iterations": float(np.median(basins.iterations[there])) if there.any() else None,
        "evaluations": float(np.median(basins.evaluations[there])) if there.any() else None,
    }


def _print_result(basins: BasinMap) -> None:
    result = _result(basins)
    places = [place for place in result["places"] if place["starts"] or place["in_its_basin"]]
    for place in places[:MOST_PRINTED]:
        params = ", ".join(f"{value:.6g}" for value in place["params"])
        share = place["starts"] / result["starts"]
        line = f"{place['kind']} ({params})  loss {place['loss']:.6g}  {share:.1%} of the starts"
        if place["starts"]:
            line += f", half of them within {place['iterations']:g} iterations"
        if place["in_its_basin"]:
            line += f"; {place['in_its_basin'] / result['starts']:.1%} are in its basin"
        print(line)
    if len(places) > MOST_PRINTED:
        print(f"and {len(places) - MOST_PRINTED} places more")
    counts = (f"{count} {name.replace('_', ' ')}" for name, count in result["outcomes"].items() if count)
    print(f"{result['starts']} starts: {', '.join(counts)}")
