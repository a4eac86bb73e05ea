"""Where results go: a file, whole or not at all, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from engine.files import write_bytes

STANDARD = "-"


def write_out(name: str, data: bytes) -> None:
    """Write to the file of this name, or to standard output; raises FileError."""
    if name == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        write_bytes(Path(name), data)
