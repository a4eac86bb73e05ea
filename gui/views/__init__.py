"""The parts of the window: they take values through setters and speak through signals."""
