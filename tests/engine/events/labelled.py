"""All labelled trajectories. No label was made by the detector: theory or numbers are told with each."""

from tests.engine.events.labelled_forms import CLOSED_FORMS
from tests.engine.events.labelled_repeating import REPEATING
from tests.engine.events.labelled_runs import RUNS
from tests.engine.events.labelled_saddles import AT_SADDLE
from tests.engine.events.labelled_survey import SURVEY
from tests.engine.events.labelled_typed import TYPED
from tests.engine.events.labelled_ways import OVER_RIDGES, WAYS

LABELLED = CLOSED_FORMS + AT_SADDLE + OVER_RIDGES + WAYS + REPEATING + RUNS + SURVEY + TYPED
