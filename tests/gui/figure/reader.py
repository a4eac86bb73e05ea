"""What a picture holds, read back from its SVG: groups by class, and points of the plane from pixels."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.export import run_session
from gui.figure import build_figure
from gui.theme import LIGHT

if TYPE_CHECKING:
    import numpy.typing as npt

    from engine.session import Session
    from surfaces.surface import Bounds

    Array = npt.NDArray[np.float64]

SVG = "{http://www.w3.org/2000/svg}"
BOUNDS = (-10.0, 10.0, -5.0, 5.0)
"""What the book's valley shows."""
_NUMBER = re.compile(r"-?[\d.]+(?:e[+-]?\d+)?")


def picture(session: Session, **how: Any) -> ET.Element:
    """Draw a session whose runs are taken now."""
    return ET.fromstring(build_figure(session, run_session(session), how.pop("theme", LIGHT), **how).encode())


def grouped(root: ET.Element, name: str) -> list[ET.Element]:
    """Everything of a class."""
    return [element for element in root.iter() if name in element.get("class", "").split(" ")]


def texts(root: ET.Element) -> list[str]:
    """Every line of text."""
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def panels(root: ET.Element) -> list[ET.Element]:
    """The maps."""
    return grouped(root, "panel")


def frame(panel: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, width and height of a map: its frame is a rectangle without a fill."""
    found = next(rect for rect in panel.iter(f"{SVG}rect") if rect.get("fill") == "none")
    left, top, width, height = (float(found.get(name, "")) for name in ("x", "y", "width", "height"))
    return left, top, width, height


def numbers(text: str) -> Array:
    """Pairs of numbers of path data or of a polygon's points."""
    return np.array(_NUMBER.findall(text), dtype=float).reshape(-1, 2)


def pixels(group: ET.Element) -> Array:
    """Corners (n, 2) of every path and polygon in or at a group that is not moved elsewhere."""
    found = [numbers(e.get("d") or e.get("points") or "") for e in group.iter() if e.get("transform") is None]
    return np.concatenate([np.empty((0, 2)), *found])


def in_plane(panel: ET.Element, places: Array, bounds: Bounds = BOUNDS) -> Array:
    """Points of the plane at pixels (n, 2) of a map."""
    left, top, width, height = frame(panel)
    x0, x1, y0, y1 = bounds
    return np.asarray((places - (left, top)) / (width, height) * (x1 - x0, y0 - y1) + (x0, y1))


def moved_to(element: ET.Element) -> Array:
    """Where a marker is moved to, shape (2,)."""
    return np.asarray(numbers(element.get("transform", ""))[0])
