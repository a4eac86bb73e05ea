"""The front door: a command goes to the command line, everything else opens the window."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.rendering import Rendering

COMMANDS = ("list", "run", "sweep", "basins", "render", "-h", "--help", "--version")


def main(arguments: list[str]) -> int:
    """Open the door that the first argument names."""
    if arguments and arguments[0] in COMMANDS:
        from cli.main import main as command_line

        return command_line(arguments, draw)
    gc.disable()  # half a tenth of the start went into collections that found nothing; the window enables it again
    from gui.app import main as window

    return window(arguments)


def draw(rendering: Rendering, told: Callable[[int, int], None]) -> Mapping[str, bytes]:
    """Draw pictures for the command line, which knows no fonts: they are behind the window's door."""
    from gui.render_door import draw as draw_offscreen

    return draw_offscreen(rendering, told)


if __name__ == "__main__":
    if getattr(sys, "frozen", False) and len(sys.argv) > 1:  # a bundle starts itself to get processes beside it
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main(sys.argv[1:]))
