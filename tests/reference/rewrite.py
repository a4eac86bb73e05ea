"""Rewrites the golden CSV files from the engine as it is: `python tests/reference/rewrite.py`.

Look at the difference before keeping it: these files are the promise that equal settings give equal bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
if __name__ == "__main__":
    sys.path.insert(0, str(FOLDER.parent.parent))

from engine.export import run_session, write_csv  # noqa: E402
from engine.scenario import Scenario, find_scenario, load_scenarios  # noqa: E402

GOLDEN = ("batch-size-escape", "book-figure", "feature-scaling", "local-minimum", "saddle-escape")
"""Scenarios of which every number is kept; the others are held to what they expect."""


def golden_path(scenario: Scenario) -> Path:
    """Return where the golden file of a scenario lies."""
    return FOLDER / f"{scenario.name}.csv"


def main() -> None:
    """Write the CSV of the golden scenarios."""
    for name in GOLDEN:
        scenario = find_scenario(load_scenarios(), name)
        write_csv(golden_path(scenario), scenario.session, run_session(scenario.session))
        sys.stdout.write(f"{golden_path(scenario).name}\n")


if __name__ == "__main__":
    main()
