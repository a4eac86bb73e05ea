"""What connects views, sessions and workers."""
