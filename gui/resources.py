"""Where the files that ship with the application lie, for the window's parts."""

from engine.resources import resource_path

__all__ = ["resource_path"]
