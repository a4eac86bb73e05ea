"""The loss as a landscape: heights, camera, picture and what lies on it, in NumPy alone."""
