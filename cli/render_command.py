"""`main.py render`: the picture of a session at a moment, and the animation of many, drawn by whoever can draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from cli.arguments import UsageError
from cli.crew_options import Ticker
from cli.outputs import STANDARD, write_out
from cli.run_command import prepared_session
from engine.export import run_session
from engine.pace import Pace
from engine.rendering import GIF, KINDS, MOST_FRAMES, PNG, Rendering

if TYPE_CHECKING:
    import argparse

    from engine.session import Session

Draw = Callable[[Rendering, Callable[[int, int], None]], Mapping[str, bytes]]
"""Returns the files of the pictures wanted, by kind, and tells how many frames of how many are done."""
MOST_PIXELS = {PNG: 100_000_000, GIF: 2_500_000}
MOST_ASKED = 1000
"""Frames of an animation, where somebody says how far apart they are."""
OF_ANIMATIONS = {"first": "--from", "final": "--to", "every": "--every", "fps": "--fps"}


def render_command(options: argparse.Namespace, draw: Draw) -> None:
    """Take the runs of a session, have them drawn, and hand the pictures out."""
    names = {kind: name for kind in KINDS if (name := getattr(options, kind)) is not None}
    _check_outputs(options, names)
    session = prepared_session(options)
    rendering = _rendering(options, session, tuple(names))
    ticker = Ticker("render")
    pictures = draw(rendering, lambda done, total: ticker.tell(done / total))
    ticker.end()
    for kind, name in names.items():
        write_out(name, pictures[kind])


def _check_outputs(options: argparse.Namespace, names: Mapping[str, str]) -> None:
    if not names:
        raise UsageError("Say what to write: --png FILE, --svg FILE or --gif FILE.")
    if list(names.values()).count(STANDARD) > 1:
        raise UsageError("Only one of --png -, --svg - and --gif - can go to standard output.")
    if GIF not in names:
        for name, option in OF_ANIMATIONS.items():
            if getattr(options, name) is not None:
                raise UsageError(f"{option} goes with --gif.")


def _rendering(options: argparse.Namespace, session: Session, kinds: tuple[str, ...]) -> Rendering:
    snapshots = run_session(session)
    pace = Pace.of(session, snapshots)
    tick = _tick(options.iteration, "--iteration", pace, pace.last)
    rendering = Rendering(
        session,
        snapshots,
        pace,
        kinds,
        tick,
        _ticks(options, pace, tick) if GIF in kinds else (),
        options.fps,
        options.size,
        options.scale,
        options.theme,
        options.language,
    )
    _check_pixels(rendering)
    return rendering


def _tick(moment: int | None, option: str, pace: Pace, otherwise: int) -> int:
    if moment is None:
        return otherwise
    if moment * pace.unit > pace.last:
        counted = {"iteration": "iteration", "evaluations": "evaluation", "epoch": "epoch"}[pace.clock]
        raise UsageError(f"{option} {moment} is too far: the runs end at {counted} {pace.last / pace.unit:g}.")
    return moment * pace.unit


def _ticks(options: argparse.Namespace, pace: Pace, tick: int) -> tuple[int, ...]:
    first, final = _tick(options.first, "--from", pace, 0), _tick(options.final, "--to", pace, tick)
    if first > final:
        raise UsageError(f"An animation goes forward: --from {first // pace.unit} is after its end.")
    every = options.every and options.every * pace.unit
    if every and (final - first) / every > MOST_ASKED:
        raise UsageError(f"That would be more than {MOST_ASKED} frames; take a larger --every.")
    return pace.ticks(first, final, MOST_FRAMES, every)


def _check_pixels(rendering: Rendering) -> None:
    for kind in set(rendering.kinds) & set(MOST_PIXELS):
        (width, height), scale = rendering.size_of(kind), rendering.scale_of(kind)
        if width * height * scale**2 > MOST_PIXELS[kind]:
            most = f"{MOST_PIXELS[kind] / 1e6:g} million pixels"
            raise UsageError(f"{width}x{height} at scale {scale:g} is too large: a {kind.upper()} has {most} at most.")
