"""A small writer of SVG: pixel coordinates, plain attributes, nothing that renderers disagree about."""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans KR', 'Malgun Gothic', sans-serif"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ITALIC = re.compile("(<i>|</i>)")

Attribute = str | float
STILL, MOVING = LAYERS = ("still", "moving")
"""What is the same at every moment, and what lies over it."""


def clean(text: str) -> str:
    """Text in one line and without characters that XML cannot hold."""
    return " ".join(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text).split())


def number(value: float) -> str:
    """Write a coordinate to a hundredth of a pixel."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


class SvgWriter:
    """Collects elements; attributes are keywords with _ for -, __ for : and class_ for class; None leaves one out.

    Who draws asks `layers` what of a picture is wanted.
    """

    def __init__(self, size: tuple[int, int], canvas: tuple[float, float], layers: tuple[str, ...] = LAYERS) -> None:
        self._parts: list[str] = []
        self.layers = layers
        self._head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' width="{size[0]}" height="{size[1]}" viewBox="0 0 {number(canvas[0])} {number(canvas[1])}"'
            f' font-family={quoteattr(FONTS)} style="font-variant-numeric:tabular-nums">\n'
        )

    def __str__(self) -> str:
        return self._head + "\n".join(self._parts) + "\n</svg>\n"

    def element(self, tag: str, **attributes: Attribute | None) -> None:
        """Add an empty element."""
        self._parts.append(f"<{tag}{_written(attributes)}/>")

    @contextmanager
    def inside(self, tag: str, **attributes: Attribute | None) -> Iterator[None]:
        """Put everything added meanwhile inside this element."""
        self._parts.append(f"<{tag}{_written(attributes)}>")
        yield
        self._parts.append(f"</{tag}>")

    def title(self, text: str) -> None:
        """Name the element around: what screen readers say and browsers show under the pointer."""
        self._parts.append(f"<title>{escape(clean(text))}</title>")

    def text(self, x: float, y: float, text: str, size: float, **attributes: Attribute | None) -> None:
        """Add a line of text; y is its baseline."""
        place = _written({"x": x, "y": y, "font_size": size, **attributes})
        self._parts.append(f"<text{place}>{escape(clean(text))}</text>")

    def mathematics(self, x: float, y: float, text: str, size: float, **attributes: Attribute | None) -> None:
        """Add a line of text in which <i> and </i> stand around italic names."""
        place = _written({"x": x, "y": y, "font_size": size, **attributes})
        shown = "".join(
            {"<i>": '<tspan font-style="italic">', "</i>": "</tspan>"}.get(part) or escape(part)
            for part in _ITALIC.split(clean(text))
        )
        self._parts.append(f'<text{place} xml:space="preserve">{shown}</text>')

    def line(self, start: tuple[float, float], stop: tuple[float, float], color: str, width: float) -> None:
        """Add a straight line."""
        (x1, y1), (x2, y2) = start, stop
        self.element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=color, stroke_width=width)

    def image(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        """Add a PNG, stretched into a rectangle."""
        data = "data:image/png;base64," + b64encode(png).decode()
        self._parts.append(
            f"<image{_written({'x': x, 'y': y, 'width': width, 'height': height})}"
            f' preserveAspectRatio="none" xlink:href="{data}"/>'
        )


def _written(attributes: dict[str, Attribute | None]) -> str:
    return "".join(
        f" {_attribute_name(name)}={quoteattr(value if isinstance(value, str) else number(value))}"
        for name, value in attributes.items()
        if value is not None
    )


def _attribute_name(keyword: str) -> str:
    return keyword.rstrip("_").replace("__", ":").replace("_", "-")
