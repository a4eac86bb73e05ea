"""What may be typed, and how words like `adam:lr=0.1,beta2=0.99` are read."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING, NoReturn

from engine.session import MOST_STEPS
from engine.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence


LARGEST_SIZE = 4096
"""Starts along one side of a basin map."""
SIGNED = ("--start", "--bounds", "--formula")
"""Options whose value may begin with a minus, which argparse alone would take for an option."""


class UsageError(ValueError):
    """A command line that does not make sense, in one sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message} (see {self.prog} --help)")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="main.py",
        description="Optimizer Sandbox. Without a command it opens the window "
        "(main.py [FILE.sandbox.json] [--scenario NAME] [--language ko|en]).",
    )
    parser.add_argument("--version", action="version", version=f"Optimizer Sandbox {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    _add_list(commands.add_parser("list", help="what there is to choose from"))
    _add_run(commands.add_parser("run", help="make runs and write their trajectories"))
    _add_sweep(commands.add_parser("sweep", help="make runs over a grid of hyperparameters"))
    _add_basins(commands.add_parser("basins", help="run an optimizer from every start of a grid"))
    _add_render(commands.add_parser("render", help="draw the picture of a session, or its animation"))
    return parser


def joined(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `--start -7,2` written as `--start=-7,2`, and so for every signed option."""
    done: list[str] = []
    for argument in arguments:
        if done and done[-1] in SIGNED and argument.startswith("-") and not argument.startswith("--"):
            done[-1] += f"={argument}"
        else:
            done.append(argument)
    return done


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("surfaces", "optimizers", "schedules", "scenarios"))
    parser.add_argument("--json", action="store_true", help="as one JSON array")


def _add_run(parser: argparse.ArgumentParser) -> None:
    _add_source(parser)
    parser.add_argument("--csv", metavar="FILE", help="write the trajectories (- for standard output)")
    parser.add_argument("--save", metavar="FILE.sandbox.json", help="write the session (- for standard output)")
    parser.add_argument("--json", action="store_true", help="print the results as one JSON object")


def _add_sweep(parser: argparse.ArgumentParser) -> None:
    _add_source(parser)
    parser.add_argument(
        "--grid",
        metavar="NAME=…",
        action="append",
        required=True,
        help="a hyperparameter, schedule.NAME, batch_size or seed, and its values: 0.5,0.9,0.99 or 1e-4:1:log:25 "
        "or 0:1:linear:11; may be repeated",
    )
    parser.add_argument("--seeds", type=_seeds, metavar="N", default=1, help="runs of each combination, from --seed up")
    parser.add_argument("--csv", metavar="FILE", help="write a row for each combination (- for standard output)")
    _add_crew(parser)


def _add_basins(parser: argparse.ArgumentParser) -> None:
    _add_source(parser)
    parser.add_argument("--size", type=_size, metavar="N", default=256, help="starts along each side (256)")
    parser.add_argument("--npz", metavar="FILE", help="write the map as NumPy arrays (- for standard output)")
    parser.add_argument("--png", metavar="FILE", help="write a picture of the map (- for standard output)")
    parser.add_argument("--json", action="store_true", help="print how many starts end where, as one JSON object")
    _add_crew(parser)


def _add_render(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    _add_prepared(source)
    parser.add_argument("--png", metavar="FILE", help="write the picture as PNG (- for standard output)")
    parser.add_argument("--svg", metavar="FILE", help="write the picture as SVG (- for standard output)")
    parser.add_argument("--gif", metavar="FILE", help="write an animation up to there (- for standard output)")
    parser.add_argument(
        "--iteration", type=_moment, metavar="K", help="where time stands, by the session's clock (at the end)"
    )
    parser.add_argument("--from", dest="first", type=_moment, metavar="K", help="where an animation begins (0)")
    parser.add_argument("--to", dest="final", type=_moment, metavar="K", help="where it ends (at --iteration)")
    parser.add_argument("--every", type=_every, metavar="N", help="from one frame to the next (at most 121 in all)")
    parser.add_argument("--fps", type=_fps, metavar="F", help="frames in a second (12, less where there are few)")
    parser.add_argument("--size", type=_picture_size, metavar="WxH", help="before it is scaled (1200x800, GIF 960x640)")
    parser.add_argument("--scale", type=_scale, metavar="S", help="pixels to a unit of that size (PNG 2, GIF 1)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("ko", "en"), default="en")


def _add_crew(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--processes", type=_processes, metavar="N", help="how many work at once (one for each core)")
    parser.add_argument("--scheduler", metavar="tcp://…", help="let a Dask cluster work instead")


def _add_source(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--surface", metavar="NAME[:k=v,…]", help="a surface of the catalogue")
    source.add_argument("--formula", metavar="TEXT", help="a formula in x and y")
    source.add_argument(
        "--scenario", metavar="NAME", help="a scenario, as set up; or the path of one of yours, NAME.toml"
    )
    source.add_argument("--session", metavar="FILE", help="a session file, as saved")
    parser.add_argument("--param", metavar="a=1", action="append", default=[], help="a parameter of the formula")
    parser.add_argument("--bounds", metavar="x0,x1,y0,y1", help="the region of the surface")
    parser.add_argument("--start", metavar="X,Y", help="a number for each parameter of the surface")
    parser.add_argument("--optimizer", metavar="NAME[:k=v,…]", action="append", default=[], help="may be repeated")
    parser.add_argument("--schedule", metavar="NAME[:k=v,…]", help="for every run")
    parser.add_argument("--steps", type=_steps, metavar="N")
    _add_data(parser)
    parser.add_argument("--seed", type=_seed, metavar="S", help="what the batches are drawn from")


def _add_prepared(source: argparse._MutuallyExclusiveGroup) -> None:
    source.add_argument("--scenario", metavar="NAME", help="a scenario, as set up")
    source.add_argument("--session", metavar="FILE", help="a session file, as saved (- for standard input)")


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="FILE.csv", help="samples for a surface made of data")
    parser.add_argument("--columns", metavar="x,y", help="the file's columns, by name or number: inputs, then target")
    parser.add_argument("--bag", metavar="samples=256,…", help="tilted samples over a formula (samples, tilt, seed)")
    parser.add_argument("--batch-size", type=_batch_size, metavar="B", help="samples a step (N and above: all)")
    parser.add_argument("--replacement", action="store_true", help="put every drawn sample back at once")


def _whole(text: str, low: int, high: int, name: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = low - 1
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"{name} is a whole number from {low} to {high}, not {text!r}")
    return value


def _steps(text: str) -> int:
    return _whole(text, 1, MOST_STEPS, "steps")


def _seed(text: str) -> int:
    return _whole(text, 0, 2**63 - 1, "the seed")


def _seeds(text: str) -> int:
    return _whole(text, 1, 1_000_000, "the number of seeds")


def _size(text: str) -> int:
    return _whole(text, 2, LARGEST_SIZE, "the size")


def _processes(text: str) -> int:
    return _whole(text, 1, 1024, "the number of processes")


def _moment(text: str) -> int:
    return _whole(text, 0, 2**53, "a moment")


def _every(text: str) -> int:
    return _whole(text, 1, 2**53, "the distance of frames")


def _fps(text: str) -> float:
    return _number(text, 0.1, 50.0, "frames in a second")


def _scale(text: str) -> float:
    return _number(text, 0.1, 16.0, "the scale")


def _picture_size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not cross:
        raise argparse.ArgumentTypeError(f"the size is a width and a height like 1200x800, not {text!r}")
    return _whole(width, 100, 10_000, "the width"), _whole(height, 100, 10_000, "the height")


def _number(text: str, low: float, high: float, name: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"{name} is a number from {low:g} to {high:g}, not {text!r}")
    return value


def _batch_size(text: str) -> int:
    return _whole(text, 1, 2**63 - 1, "the batch size")


def read_numbers(text: str, count: int, option: str) -> tuple[float, ...]:
    """Return the numbers of `1,2,…`; raises UsageError."""
    try:
        values = tuple(float(part) for part in text.split(","))
    except ValueError:
        values = ()
    if len(values) != count or not all(abs(value) < float("inf") for value in values):
        raise UsageError(f"{option} takes {count} finite numbers separated by commas, not {text!r}.")
    return values


def read_choice(text: str) -> tuple[str, dict[str, object]]:
    """Return the name and the values of `NAME[:k=v,…]`; raises UsageError."""
    name, _, rest = text.partition(":")
    pairs = [part for part in rest.split(",") if part]
    return name, dict(read_pair(pair) for pair in pairs)


def read_pair(text: str) -> tuple[str, object]:
    """Return the name and the value of `k=v`: a number, true or false, or a word; raises UsageError."""
    name, equals, value = text.partition("=")
    if not equals or not name or not value:
        raise UsageError(f"Write {text!r} as name=value.")
    if value in ("true", "false"):
        return name, value == "true"
    try:
        number = float(value)
    except ValueError:
        return name, value
    whole = math.isfinite(number) and value.lstrip("+-").isdigit()
    return name, int(number) if whole else number
