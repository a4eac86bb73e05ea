"""The command line's door: it turns a user's mistake into one line and the contract's exit status."""

from __future__ import annotations

import io
import os
import sys
import traceback
from typing import TYPE_CHECKING

from cli.arguments import UsageError, build_parser, joined
from cli.basins_command import basins_command
from cli.list_command import list_command
from cli.render_command import render_command
from cli.run_command import run_command
from cli.sweep_command import sweep_command
from engine.data_import import DataImportError
from engine.files import FileError
from engine.hyperparameters import HyperparameterError
from engine.scenario import ScenarioError
from engine.session import SessionError
from engine.sweep import SweepError
from surfaces import FormulaError, SurfaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cli.render_command import Draw
    from engine.rendering import Rendering

MISTAKES = (
    UsageError,
    FileError,
    DataImportError,
    HyperparameterError,
    ScenarioError,
    SessionError,
    SweepError,
    SurfaceError,
    FormulaError,
)
COMMANDS = {"list": list_command, "run": run_command, "sweep": sweep_command, "basins": basins_command}
DONE, FAULT, MISTAKE, INTERRUPTED = 0, 1, 2, 130
TRACE = "SANDBOX_TRACE"
"""Set in the environment, it shows the trace of a fault of ours."""


def nobody_draws(rendering: Rendering, told: Callable[[int, int], None]) -> Mapping[str, bytes]:
    """Answer where no window's door was handed over."""
    raise UsageError("Pictures are drawn by main.py render.")


def main(arguments: Sequence[str], draw: Draw = nobody_draws) -> int:
    """Run one command; return 0 when done, 2 for a user's mistake, 1 for a fault of ours.

    `draw` makes the pictures of `render`: this door knows no fonts.
    """
    try:
        return _run(arguments, draw)
    except MISTAKES as error:
        return _complain(str(error), MISTAKE)
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        _discard_output()
        return DONE
    except KeyboardInterrupt:
        return _complain("Stopped.", INTERRUPTED)
    except OSError as error:
        _discard_output()
        return _complain(f"Could not write to standard output: {error.strerror or error}.", MISTAKE)
    except Exception as error:
        if os.environ.get(TRACE):
            traceback.print_exc()
        what = f"{type(error).__name__}: {error}".rstrip(": ")
        return _complain(f"This is a fault of the program ({what}). Set {TRACE}=1 to see where.", FAULT)


def _run(arguments: Sequence[str], draw: Draw) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):  # a pipe on Windows has no θ
        sys.stdout.reconfigure(encoding="utf-8")
    options = build_parser().parse_args(joined(arguments))
    if options.command == "render":
        render_command(options, draw)
    else:
        COMMANDS[options.command](options)
    sys.stdout.flush()
    return DONE


def _complain(sentence: str, status: int) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return status


def _discard_output() -> None:
    """Let what is still buffered go nowhere, or Python complains about it once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
