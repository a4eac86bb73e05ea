from __future__ import annotations

import io
import json
import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from cli.basin_picture import GREYS, basin_picture
from cli.main import main
from cli.png import png_bytes
from engine.basins import basin_map
from engine.crew import Crew
from engine.lane_ends import Outcome
from engine.optimizers import make_optimizer
from engine.run import RunConfig
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

SMALL = ["basins", "--surface", "himmelblau", "--optimizer", "adam:lr=0.1", "--size", "12", "--processes", "1"]


def pixels_of(data: bytes) -> npt.NDArray[np.uint8]:
    """Read an RGB picture without filters, checking every chunk."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    place, compressed, size = 8, b"", (0, 0)
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        kind, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert struct.unpack_from(">I", data, place + 8 + length) == (zlib.crc32(kind + content),)
        if kind == b"IHDR":
            *size, depth, colour, _, _, _ = struct.unpack(">IIBBBBB", content)  # type: ignore[assignment]
            assert (depth, colour) == (8, 2)
        compressed += content if kind == b"IDAT" else b""
        place += 12 + length
    rows = np.frombuffer(zlib.decompress(compressed), dtype=np.uint8).reshape(size[1], -1)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(size[1], size[0], 3)


def test_the_files_hold_the_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    npz, png = tmp_path / "a.npz", tmp_path / "a.png"
    assert main([*SMALL, "--steps", "300", "--npz", str(npz), "--png", str(png), "--json"]) == 0
    config = RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), make_optimizer("adam", {"lr": 0.1}), Constant())
    basins = basin_map(config, 12, 300, Crew())
    with np.load(npz) as kept:
        assert {name: kept[name].tobytes() for name in kept} == {
            name: array.tobytes() for name, array in basins.arrays().items()
        }
    np.testing.assert_array_equal(pixels_of(png.read_bytes()), basin_picture(basins))
    result = json.loads(capsys.readouterr().out)
    assert result["starts"] == 144
    assert sum(result["outcomes"].values()) == 144
    assert sum(place["starts"] for place in result["places"]) == 144 - result["outcomes"]["on_the_way"]


def test_the_bytes_are_the_same_whoever_works(tmp_path: Path) -> None:
    files = []
    for processes in ("1", "2"):
        path = tmp_path / processes
        assert main([*SMALL[:-1], processes, "--steps", "100", "--npz", str(path)]) == 0
        files.append(path.read_bytes())
    assert files[0] == files[1]


def test_standard_output_may_be_a_file(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([*SMALL, "--steps", "20", "--png", "-"]) == 0
    assert pixels_of(capfdbinary.readouterr().out).shape == (12, 12, 3)
    assert main([*SMALL, "--steps", "20", "--npz", "-"]) == 0
    with np.load(io.BytesIO(capfdbinary.readouterr().out)) as kept:
        assert kept["outcome"].shape == (12, 12)


def test_a_person_reads_where_the_starts_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SMALL, "--steps", "400"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("minimum (3, 2)  loss 0  ")
    assert lines[-1] == "144 starts: 144 minimum"


def test_a_curve_of_minima_is_told_shortly(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["basins", "--surface", "linear-network", "--optimizer", "gd:lr=0.1", "--size", "24", "--processes", "1"]
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 22
    assert lines[-2].endswith("places more")


def test_the_picture_tells_outcomes_apart() -> None:
    config = RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), make_optimizer("gd", {"lr": 0.02}), Constant())
    basins = basin_map(config, 40, 300, Crew())
    picture = basin_picture(basins)[::-1]
    assert {Outcome.DIVERGED, Outcome.CYCLE, Outcome.MINIMUM} <= set(np.unique(basins.outcome))
    for outcome in (Outcome.DIVERGED, Outcome.CYCLE):
        assert (picture[basins.outcome == outcome] == GREYS[outcome]).all()
    greys = {tuple(grey) for grey in GREYS.values()}
    colours = [
        {tuple(pixel) for pixel in picture[(basins.outcome == Outcome.MINIMUM) & (basins.place == index)].tolist()}
        for index, _ in enumerate(basins.points)
    ]
    assert not greys & set().union(*colours)
    assert sum(map(len, colours)) == len(set().union(*colours))


@pytest.mark.parametrize("shape", [(1, 1), (3, 5)])
def test_png_of_any_shape(shape: tuple[int, int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    np.testing.assert_array_equal(pixels_of(png_bytes(pixels)), pixels)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--surface", "himmelblau"], "Name at least one --optimizer"),
        (["--scenario", "book-figure"], "A map is of one optimizer, and here are 4"),
        (["--surface", "himmelblau", "--optimizer", "adam", "--size", "1"], "the size is a whole number from 2"),
        (["--surface", "himmelblau", "--optimizer", "adam", "--npz", "-", "--json"], "Only one of"),
        (["--surface", "himmelblau", "--optimizer", "adam", "--size", "4", "--png", "/no/where/a.png"], "Could not"),
        (["--surface", "himmelblau", "--optimizer", "adam", "--scheduler", "x", "--processes", "2"], "--processes"),
        (["--surface", "himmelblau", "--optimizer", "adam", "--processes", "0"], "the number of processes"),
    ],
)
def test_a_mistake_is_2_and_one_line(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["basins", *words]) == 2
    printed: Any = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
    assert len(printed.err.splitlines()) == 1
