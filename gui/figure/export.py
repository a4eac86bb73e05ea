"""The picture and the animation as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.files import FileError, write_bytes
from engine.pace import Pace
from engine.rendering import GIF, MOST_FRAMES, PNG, SCALES, SIZES
from gui.figure.figure import Figure, build_figure
from gui.figure.film import Film
from gui.figure.raster import svg_to_png
from gui.shown import UNSEEN, Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from engine.history import Snapshot
    from engine.session import Session
    from gui.theme import Theme

    Told = Callable[[int, int], None]

SUFFIXES = (".png", ".svg")
ANIMATED = ".gif"
SAMPLES = 5
"""So many pictures of an animation are looked at for its colours."""


def export_figure(
    path: Path,
    session: Session,
    snapshots: Sequence[Snapshot],
    theme: Theme,
    *,
    iteration: int | None = None,
    rows: Mapping[int, int] | None = None,
    seen: Seen = UNSEEN,
    size: tuple[int, int] = SIZES[PNG],
    scale: float = SCALES[PNG],
) -> None:
    """Write the picture as the path's suffix says: .svg, or .png at `scale` times the size; raises FileError."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError(f"Could not write {path}: a picture ends in {' or '.join(SUFFIXES)}.")
    svg = build_figure(session, snapshots, theme, iteration=iteration, rows=rows, seen=seen, size=size)
    write_bytes(path, svg.encode() if suffix == ".svg" else svg_to_png(svg, scale))


def export_animation(
    path: Path,
    session: Session,
    snapshots: Sequence[Snapshot],
    theme: Theme,
    *,
    waiting: Mapping[int, int] | None = None,
    seen: Seen = UNSEEN,
    told: Told | None = None,
) -> None:
    """Write the picture at all moments as .gif, with runs that wait at some rows; raises FileError.

    `told(done, total)` hears how many pictures are drawn, and may raise to cancel.
    """
    if path.suffix.lower() != ANIMATED:
        raise FileError(f"Could not write {path}: an animation ends in {ANIMATED}.")
    pace = Pace.of(session, snapshots, waiting)
    film = Film(Figure(session, snapshots, theme, seen=seen, size=SIZES[GIF]), pace, SCALES[GIF])
    write_bytes(path, animation(film, theme, pace.ticks(0, pace.last, MOST_FRAMES), told=told))


def animation(
    film: Film, theme: Theme, ticks: Sequence[int], rate: float | None = None, told: Told | None = None
) -> bytes:
    """Return a film as GIF, with `rate` pictures in a second."""
    from gui.figure.gif import delays, gif_bytes  # Pillow is for animations only

    def pictures() -> Iterator[QImage]:
        for done, tick in enumerate(ticks):
            if told is not None:
                told(done, len(ticks))
            yield film.image(tick)

    looked_at = sorted({ticks[round(part * (len(ticks) - 1) / (SAMPLES - 1))] for part in range(SAMPLES)})
    exact = (theme.background, theme.surface, theme.text, theme.muted, theme.border, theme.outline, *theme.run_colors)
    return gif_bytes(pictures(), map(film.image, looked_at), exact, delays(len(ticks), rate))
