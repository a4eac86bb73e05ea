"""Where made-up samples come from: one table of generators, each a pure function of its numbers and a seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from surfaces.data.spec import DataSpec
    from surfaces.surface import Array

    Maker = Callable[[np.random.Generator, int, float, Mapping[str, float]], tuple[Array, ...]]

OUTLIER_DISTANCE = 6.0
"""How many standard deviations of its column an outlier is thrown off."""


@dataclass(frozen=True)
class DataOption:
    """A number a generator lets the user choose; ``low`` and ``high`` are the slider's ends."""

    name: str
    default: float
    low: float
    high: float
    help: str


@dataclass(frozen=True)
class Generator:
    """One way to make samples.

    Parameters
    ----------
    make
        Columns of shape ``(n,)`` from a random generator, n, the noise and the options; inputs first, then the
        target.
    n, noise, seed
        Defaults.
    noise_help
        What the noise does.
    most_noise
        The slider's upper end.
    labels
        Whether the target is 0 or 1: an outlier is then a wrong label.
    """

    name: str
    title: str
    summary: str
    make: Maker
    n: int
    noise: float
    seed: int = 0
    noise_help: str = "standard deviation of the noise in the target"
    most_noise: float = 2.0
    labels: bool = False
    options: tuple[DataOption, ...] = ()


def generate(data: DataSpec) -> tuple[Array, ...]:
    """The columns of a generated data set, each of shape ``(n,)``.

    The samples are drawn from ``default_rng(seed)``, the outliers from a generator of their own, so that their
    share changes nothing about the others.
    """
    generator = GENERATORS[data.generator]
    options = {option.name: option.default for option in generator.options} | dict(data.options)
    columns = generator.make(np.random.default_rng(data.seed), data.n, data.noise, options)
    return _with_outliers(columns, data, generator.labels)


def _with_outliers(columns: tuple[Array, ...], data: DataSpec, labels: bool) -> tuple[Array, ...]:
    count = round(data.outliers * data.n)
    if not count:
        return columns
    rng = np.random.default_rng((data.seed, 1))
    chosen = rng.permutation(data.n)[:count]
    target = columns[-1].copy()
    if labels:
        target[chosen] = 1.0 - target[chosen]
    else:
        target[chosen] += OUTLIER_DISTANCE * float(target.std()) * rng.choice([-1.0, 1.0], count)
    return (*columns[:-1], target)


def _line(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    x = rng.normal(size=n)
    return x, options["slope"] * x + options["intercept"] + noise * rng.normal(size=n)


def _house_prices(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    area = rng.uniform(options["smallest"], options["largest"], n)
    return area, 0.05 * area + 1.0 + noise * rng.normal(size=n)


def _alike_features(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    first = rng.normal(size=n)
    second = options["overlap"] * first + options["own"] * rng.normal(size=n)
    return first, second, 2.0 * first + noise * rng.normal(size=n)


def _unlike_features(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    first, second = rng.normal(size=n), options["spread"] * rng.normal(size=n)
    return first, second, 2.0 * first + 0.05 * second + noise * rng.normal(size=n)


def _two_clouds(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    label = np.asarray(np.arange(n) % 2, dtype=np.float64)
    side = (label - 0.5) * options["distance"]
    first, second = side + rng.normal(size=n), 0.5 * side + rng.normal(size=n)
    return first, second, _flipped(label, noise, rng)


def _threshold(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    x = options["mean"] + options["spread"] * rng.normal(size=n)
    chance = 1.0 / (1.0 + np.exp(-0.9 * (x - options["mean"] - 0.5)))
    label = np.asarray(rng.random(n) < chance, dtype=np.float64)
    return x, _flipped(label, noise, rng)


def _sine_wave(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    x = rng.uniform(-2.0, 2.0, n)
    return x, np.sin(options["frequency"] * x + options["phase"]) + noise * rng.normal(size=n)


def _tanh_teacher(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    x = options["spread"] * rng.normal(size=n)
    return x, options["second"] * np.tanh(options["first"] * x) + noise * rng.normal(size=n)


def _ramp(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    x = rng.uniform(0.0, 2.0, n)
    return x, options["slope"] * x + options["intercept"] + noise * rng.normal(size=n)


def _two_groups(rng: np.random.Generator, n: int, noise: float, options: Mapping[str, float]) -> tuple[Array, ...]:
    large = round((1.0 - options["share"]) * n)
    side = np.where(np.arange(n) < large, -0.5, 0.5) * options["distance"]
    return side + noise * rng.normal(size=n), 0.3 * side + noise * rng.normal(size=n)


def _flipped(label: Array, share: float, rng: np.random.Generator) -> Array:
    return np.where(rng.random(label.size) < share, 1.0 - label, label)


_WRONG = "share of wrong labels"
_ROWS = (
    Generator("line", "A line", "y = slope·x + intercept + noise, x from a standard normal.", _line, 64, 0.5, options=(
        DataOption("slope", 1.5, -5.0, 5.0, "slope of the true line"),
        DataOption("intercept", -0.7, -5.0, 5.0, "height of the true line at 0"),
    )),
    Generator("house-prices", "House prices", "Price = 0.05·area + 1 + noise, areas evenly between two sizes.",
              _house_prices, 100, 0.4, options=(
        DataOption("smallest", 20.0, 0.0, 100.0, "smallest area in m²"),
        DataOption("largest", 120.0, 101.0, 1000.0, "largest area in m²"),
    )),
    Generator("alike-features", "Two features alike", "The second feature all but repeats the first; y = 2·x1 + noise.",
              _alike_features, 60, 0.5, options=(
        DataOption("overlap", 0.95, -1.0, 1.0, "how much of the first feature is in the second"),
        DataOption("own", 0.31, 0.0, 2.0, "spread of what is the second feature's own"),
    )),
    Generator("unlike-features", "Two features of unlike size", "y = 2·x1 + 0.05·x2 + noise, of unequal spread.",
              _unlike_features, 100, 0.1, options=(
        DataOption("spread", 30.0, 0.1, 100.0, "standard deviation of the second feature"),
    )),
    Generator("two-clouds", "Two clouds", "Labels 0 and 1 around two opposite centres.", _two_clouds, 60, 0.0,
              noise_help=_WRONG, most_noise=0.5, labels=True, options=(
        DataOption("distance", 3.0, 0.0, 10.0, "distance of the clouds along x1"),
    )),
    Generator("threshold", "A soft threshold", "Label 1 with chance σ(0.9 (x − mean − 0.5)), x around its mean.",
              _threshold, 256, 0.0, noise_help=_WRONG, most_noise=0.5, labels=True, options=(
        DataOption("mean", 8.0, -20.0, 20.0, "mean of the input"),
        DataOption("spread", 2.0, 0.1, 10.0, "standard deviation of the input"),
    )),
    Generator("sine-wave", "A sine wave", "y = sin(frequency·x + phase) + noise, x evenly in ±2.", _sine_wave, 256, 0.1,
              most_noise=1.0, options=(
        DataOption("frequency", 2.0, 0.1, 8.0, "true frequency"),
        DataOption("phase", 0.5, -3.0, 3.0, "true phase"),
    )),
    Generator("tanh-teacher", "A small network", "y = second·tanh(first·x) + noise, x normal.", _tanh_teacher, 64, 0.0,
              1, options=(
        DataOption("first", 1.2, -4.0, 4.0, "the true inner weight"),
        DataOption("second", 1.5, -4.0, 4.0, "the true outer weight"),
        DataOption("spread", 1.0, 0.1, 5.0, "standard deviation of the input"),
    )),
    Generator("ramp", "A ramp", "y = slope·x + intercept + noise, x evenly from 0 to 2.", _ramp, 64, 0.0, options=(
        DataOption("slope", 1.0, -4.0, 4.0, "slope of the true line"),
        DataOption("intercept", 0.5, -4.0, 4.0, "height of the true line at 0"),
    )),
    Generator("two-groups", "Two groups of points", "A large group of points and a small one beside it.", _two_groups,
              64, 0.4, noise_help="standard deviation within a group", options=(
        DataOption("distance", 6.0, 0.0, 10.0, "distance of the groups along x"),
        DataOption("share", 0.3, 0.0, 1.0, "share of the points in the right group"),
    )),
)  # fmt: skip

GENERATORS: dict[str, Generator] = {row.name: row for row in _ROWS}
"""Generators by name."""
