"""A frame of playback: 8 runs of 10,000 points side by side in the real window, against matplotlib (Agg)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from gui.shown import GRID, LEVEL_COUNT
from surfaces import build_surface
from surfaces.contours import contours
from tests.benchmarks.measuring import Figure, at_most, figure, percentile, ratio, seconds, show
from tests.benchmarks.real_window import WANDERERS, PaintCounter, open_window, session_of, settle, show_session

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing
    from PySide6.QtWidgets import QApplication

    from gui.main_window import MainWindow

POINTS = 10_000
ADVANCE = 30
ROUNDS, FRAMES, THEIR_FRAMES = 8, 40, 2
LIMIT_MS, AIM = 16.7, 20.0


def measure() -> list[Figure]:
    """Return the figures."""
    with open_window() as (app, window):
        fill(app, window)
        theirs = Matplotlib(window)
        samples: dict[str, list[float]] = {"ours": [], "drag": [], "theirs": [], "blit": []}
        rounds: dict[str, list[float]] = {name: [] for name in samples}
        for number in range(ROUNDS):
            first = number * FRAMES * ADVANCE
            new = {
                "ours": play(app, window, first),
                "theirs": [theirs.draw(first + ADVANCE * k) for k in range(THEIR_FRAMES)],
                "blit": [theirs.blit(first + ADVANCE * k) for k in range(THEIR_FRAMES)],
                "drag": scrub(app, window, first),
            }
            for name, values in new.items():
                samples[name] += values
                rounds[name].append(percentile(values, 50))
    full, blit = ratio(rounds, "theirs", "ours"), ratio(rounds, "blit", "ours")
    drawn = figure("playing: matplotlib, the same picture (ratio to the window)", samples["theirs"], "ms")
    return [
        at_most(figure("playing: a frame, 8 × 10,000 points side by side", samples["ours"], "ms"), LIMIT_MS),
        Figure(drawn.what, drawn.median, drawn.high, "ms", full, f"ratio ≥ {AIM:g}", full >= AIM),
        figure("playing: matplotlib with blitting (ratio to the window)", samples["blit"], "ms", ratio=blit),
        figure("scrubbing: a frame with the table following", samples["drag"], "ms"),
    ]


def fill(app: QApplication, window: MainWindow) -> None:
    """Compute eight long runs and show them side by side."""
    session = session_of(WANDERERS, POINTS, (-1.5, 2.0))
    show_session(window, replace(session, view=replace(session.view, layout="side-by-side")))
    settle(app, window)
    lengths = [snapshot.last for snapshot in window.lab.runs.snapshots.values()]
    assert lengths == [POINTS] * len(WANDERERS), lengths
    assert len(window.desk.stage.panels) == len(WANDERERS)


def play(app: QApplication, window: MainWindow, first: int) -> list[float]:
    """Return the milliseconds of each frame while time runs; its own ticks move nothing at this speed."""
    playback = window.lab.playback
    playback.set_speed(1e-6)
    playback.play()
    playback.go_to(first)
    app.processEvents()
    times = watched_frames(app, window, first)
    playback.pause()
    return times


def scrub(app: QApplication, window: MainWindow, first: int) -> list[float]:
    """Return the milliseconds of each frame while somebody drags the playhead."""
    window.lab.playback.go_to(first)
    app.processEvents()
    return watched_frames(app, window, first)


def watched_frames(app: QApplication, window: MainWindow, first: int) -> list[float]:
    """Time frames, and make sure that every plot was painted in each."""
    desk = window.desk
    plots = [view.viewport() for view in (*desk.stage.panels, desk.loss_plot, desk.gradient_plot)]
    counter = PaintCounter(plots)

    def frame(iteration: int) -> None:
        window.lab.playback.go_to(iteration)
        app.processEvents()
        app.processEvents()

    times = [1000 * seconds(partial(frame, first + ADVANCE * k)) for k in range(1, FRAMES + 1)]
    for plot in plots:
        plot.removeEventFilter(counter)
    assert min(counter.counts.values()) >= 0.9 * FRAMES, list(counter.counts.values())
    return times


class Matplotlib:
    """The same picture: 8 filled and lined contour maps with path and marker, and the losses below."""

    def __init__(self, window: MainWindow) -> None:
        import matplotlib as mpl

        mpl.use("agg")
        import matplotlib.pyplot as plt

        self.snapshots = list(window.lab.runs.snapshots.values())
        self.figure: Drawing = plt.figure(figsize=(12.8, 8.0), dpi=100)
        grid = self.figure.add_gridspec(3, 4)
        surface = build_surface(window.lab.sessions.session.surface)
        drawn = contours(surface, surface.bounds, GRID, LEVEL_COUNT, "log")
        x0, x1, y0, y1 = drawn.bounds
        x, y = np.linspace(x0, x1, GRID[0]), np.linspace(y0, y1, GRID[1])
        self.moving = []
        for index, _ in enumerate(self.snapshots):
            axes = self.figure.add_subplot(grid[index // 4, index % 4])
            axes.contourf(x, y, drawn.values, levels=drawn.levels, extend="both")
            axes.contour(x, y, drawn.values, levels=drawn.levels, colors="gray", linewidths=0.5)
            axes.set(xlim=(x0, x1), ylim=(y0, y1))
            self.moving.append((axes, *axes.plot([], [], "r-"), *axes.plot([], [], "ro")))
        below = self.figure.add_subplot(grid[2, :])
        below.set(xlim=(0, POINTS), ylim=(1e-12, 1e4), yscale="log")
        self.losses = [(below, *below.plot([], [])) for _ in self.snapshots]
        self.ground = None

    def place(self, count: int) -> None:
        """Set every path to its first points."""
        for snapshot, (_, path, marker), (_, loss) in zip(self.snapshots, self.moving, self.losses, strict=True):
            path.set_data(*snapshot.params[: count + 1].T)
            marker.set_data(*snapshot.params[count : count + 1].T)
            loss.set_data(np.arange(count + 1), snapshot.loss[: count + 1])

    def draw(self, count: int) -> float:
        """Return the milliseconds of a drawn figure."""

        def work() -> None:
            self.place(count)
            self.figure.canvas.draw()

        return 1000 * seconds(work)

    def blit(self, count: int) -> float:
        """Return the milliseconds when the ground is copied and only what moves is drawn."""
        canvas = self.figure.canvas
        artists = [(axes, artist) for axes, *own in (*self.moving, *self.losses) for artist in own]
        if self.ground is None:
            for _, artist in artists:
                artist.set_visible(False)
            canvas.draw()
            self.ground = canvas.copy_from_bbox(self.figure.bbox)
            for _, artist in artists:
                artist.set_visible(True)

        def work() -> None:
            self.place(count)
            canvas.restore_region(self.ground)
            for axes, artist in artists:
                axes.draw_artist(artist)
            canvas.blit(self.figure.bbox)

        return 1000 * seconds(work)


if __name__ == "__main__":
    show(measure)
