"""The catalogue: tables of formulas with their facts, one a group. A new row is tested by existing.

Critical points are declared to a few digits at the default parameters; building a surface polishes them.
"""

from __future__ import annotations

from surfaces.catalogue import bowls, cliffs, saddles, waves, wells
from surfaces.catalogue.row import SurfaceParameter, SurfaceRow
from surfaces.data import rows as data_driven
from surfaces.surface import SurfaceError

__all__ = ["CATALOGUE", "GROUPS", "SurfaceParameter", "SurfaceRow", "surface_row"]

GROUPS = (bowls.GROUP, saddles.GROUP, wells.GROUP, cliffs.GROUP, data_driven.GROUP)
"""In the order in which they are shown."""

_TABLES = (bowls.ROWS, saddles.ROWS, wells.ROWS, waves.ROWS, cliffs.ROWS, data_driven.ROWS)

CATALOGUE: dict[str, SurfaceRow] = {row.name: row for table in _TABLES for row in table}
"""Rows by name, in the order in which they are shown."""


def surface_row(name: str) -> SurfaceRow:
    """The row of a name.

    Raises
    ------
    SurfaceError
        For an unknown name, with the names that come near.
    """
    row = CATALOGUE.get(name)
    if row is not None:
        return row
    from difflib import get_close_matches  # needed for a mistake only

    near = get_close_matches(name, CATALOGUE, n=3, cutoff=0.5)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    everything = f"The {len(CATALOGUE)} names are in the catalogue and in “main.py list surfaces”."
    raise SurfaceError(f"There is no surface “{name}”.{hint} {everything}")
