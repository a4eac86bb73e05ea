"""Korean particles behind what is put into a sentence: 은 or 는 depends on how the word before it ends."""

from __future__ import annotations

import re

_PAIRS = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라는": ("이라는", "라는"),
}
"""How a translation leaves a particle open, and what stands after a closed and after an open syllable."""
_OPEN = re.compile(rf"([가-힣0-9])((?:, …)?[”)\]]*)({'|'.join(map(re.escape, _PAIRS))})")
_FIRST, _FINALS, _RIEUL = ord("가"), 28, 8
_DIGITS = {"0": 1, "1": _RIEUL, "3": 1, "6": 1, "7": _RIEUL, "8": _RIEUL}
"""How digits end when they are read (영, 일, 삼, 육, 칠, 팔); the others are open."""


def with_particles(text: str) -> str:
    """Choose the particles that stand behind Korean words and numbers; behind Latin letters both are left."""
    return _OPEN.sub(_chosen, text)


def _chosen(match: re.Match[str]) -> str:
    last, quotes, pair = match.groups()
    final = _DIGITS.get(last, 0) if last.isdigit() else (ord(last) - _FIRST) % _FINALS
    closed, opened = _PAIRS[pair]
    is_open = final == 0 or (final == _RIEUL and pair == "(으)로")
    return f"{last}{quotes}{opened if is_open else closed}"
