"""Small controls: they take values through setters and speak through signals."""
