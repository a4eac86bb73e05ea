"""How a minimum is sought: optimizers, schedules, runs, history, events, sessions."""
