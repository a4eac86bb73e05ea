"""Why a step went where it went: its terms with formula and numbers, from taking it again out of the record.

Nothing is worked out a second way. The step is re-taken from the recorded state with an oracle that listens
(`listener`); elementwise rules run on numbers that remember their origin (`traced`, `rule`, `writing`), others
name their terms by `Oracle.note` (`notes`). `words` says in a sentence or two what the numbers mean.
"""

from __future__ import annotations

from engine.explain.explanation import Explanation, explain
from engine.explain.term import Term
from engine.explain.vectors import StepVectors, step_vectors
from engine.explain.words import SENTENCES, Sentence

__all__ = ["SENTENCES", "Explanation", "Sentence", "StepVectors", "Term", "explain", "step_vectors"]
