from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from engine.clock import moments
from engine.files import FileError
from engine.plot_table import Drawn, column_names, write_plot
from engine.plots import Plot
from engine.quantities import Ground, goal, reader
from engine.run import run_to
from engine.session import default_session
from surfaces import build_surface

if TYPE_CHECKING:
    from pathlib import Path


def drawn(quantity: str) -> list[Drawn]:
    session = default_session()
    surface = build_surface(session.surface)
    ground, found = Ground.of(surface, surface.minima), []
    for run in session.runs:
        snapshot = run_to(session.config(run), 20)
        read = reader(quantity, ground, snapshot, goal(ground, snapshot))
        if read is not None:
            found.append(Drawn(run.label, snapshot, read))
    return found


def table(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def test_numbers_come_back_to_the_last_bit(tmp_path: Path) -> None:
    runs, path = drawn("loss"), tmp_path / "loss.csv"
    write_plot(path, Plot("loss"), "iteration", runs)
    header, *rows = table(path)
    assert header == ["run", "iteration", "loss"]
    expected = [(run.label, k, loss) for run in runs for k, loss in enumerate(run.snapshot.loss.tolist())]
    assert [(label, int(k), float(loss)) for label, k, loss in rows] == expected
    assert path.read_bytes().endswith(b"\r\n")


def test_another_clock_has_a_column_and_a_step_has_no_last_row(tmp_path: Path) -> None:
    runs, path = drawn("update"), tmp_path / "update.csv"
    write_plot(path, Plot("update", "evaluations"), "evaluations", runs)
    header, *rows = table(path)
    assert header == ["run", "iteration", "evaluations", "update"]
    assert len(rows) == sum(len(run.snapshot) - 1 for run in runs)
    assert [float(row[2]) for row in rows[:20]] == runs[0].snapshot.evaluations[:20].tolist()


def test_wall_time_is_in_seconds_and_the_column_says_so(tmp_path: Path) -> None:
    runs, path = drawn("loss"), tmp_path / "wall.csv"
    write_plot(path, Plot("loss", "wall"), "wall", runs)
    header, *rows = table(path)
    assert header == ["run", "iteration", "wall_seconds", "loss"]
    assert [float(row[2]) for row in rows[:21]] == moments(runs[0].snapshot, "wall").tolist()


def test_a_way_has_both_coordinates(tmp_path: Path) -> None:
    path = tmp_path / "way.csv"
    write_plot(path, Plot("eigen-plane"), "evaluations", drawn("eigen-plane"))
    header, first, *_ = table(path)
    assert header == ["run", "iteration", "error_flat", "error_steep"]
    assert first == ["SGD", "0", "-7.0", "2.0"]


@pytest.mark.parametrize(
    ("plot", "names"),
    [
        (Plot("learning-rate"), ("learning_rate",)),
        (Plot("learning-rate.y"), ("learning_rate.y",)),
        (Plot("loss", best=True, mean=10), ("loss_mean_10_best",)),
        (Plot("phase-steep", mean=10), ("error_steep", "velocity_steep")),
        (Plot("state.velocity.x"), ("state.velocity.x",)),
    ],
)
def test_columns_say_how_they_were_made(plot: Plot, names: tuple[str, ...]) -> None:
    assert column_names(plot) == names


def test_a_file_that_cannot_be_written_is_an_error_and_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        write_plot(tmp_path / "nowhere" / "a.csv", Plot("loss"), "iteration", drawn("loss"))
