"""Every threshold of an event, in the units of `surfaces.scales` (D, F, G) or of the run itself (H, R)."""

NEAR = 0.08
"""Within so many D of a critical point a run is at it …"""
GENTLE = 0.3
"""… if the gradient is also below so many G; …"""
LINGERING = 5
"""… for so many iterations it lingers; as long a new basin must be kept."""
APPROACH = 0.16
"""Within so many D of a saddle a run may be approaching it, …"""
AHEAD = 0.9
"""… if each step brings it nearer by at least this share of its length."""
BELOW_SADDLE = 0.02
"""A run has escaped a saddle when its loss is so many F, or H if that is less, below the saddle's."""
ABOVE_BEST = 0.01
"""A run is trapped when it converged so many F, or H if that is less, above the lowest known minimum."""
SAME_PLACE = 0.01
"""A run that converged within so many D of a known minimum converged to that one."""

SLOW = 20
"""On a plateau the loss falls in so many steps …"""
SLIGHT = 0.005
"""… by less than so many H, …"""
LEVEL = 0.2
"""… the gradient is below so many H/R …"""
HIGH = 0.2
"""… and the loss more than so many H above the goal's; for `SLOW` iterations in a row."""

CLIMBS, CLIMBS_BY_CHANCE = 1, 3
"""A run that overshoots goes on uphill for at least so many steps (the second number where chance could do that) …"""
RISE, RISE_BY_CHANCE = 0.01, 0.05
"""… and regains this share of the loss it had lost, …"""
ROUNDING = 1e-9
"""… which is more than so many F."""

BLOCK = 10
"""Oscillations are looked for in blocks of so many steps."""
FLIPS = 0.8
"""At least this share of them reverses along one direction, …"""
FLIPS_BY_CHANCE = 0.9
"""… (this, with the slope, in two blocks, where chance could do that) …"""
ACROSS = 0.3
"""… the part across the ravine makes this share of a step, …"""
VISIBLE = 1e-4
"""… and is longer than so many D. So is the radius of a noise ball."""

PERIOD = 15
"""The longest period of a limit cycle; it is looked for in blocks of as many rows, and lasts for two at least."""
RETURN = 1e-4
"""A cycle comes back to the same point within this share of its amplitude, …"""
SMALLEST_CYCLE = 1e-5
"""… which is so many D at least."""

BALL = 400
"""Iterations after which a noise ball is told from a drift …"""
BALL_STEP = 50
"""… looked at after every so many: …"""
NET = 0.06
"""… net movement, whole and between the halves' means, is below this share of the path."""
