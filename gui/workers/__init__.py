"""The only threads of the window. They know the engine and QtCore, no widget."""
