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

CELL = 0.02
"""Critical points nearby are sought from the first row on gentle ground in each cell of a grid so many D wide, …"""
EVERY, EVERY_LATER, BEGINNING = 2, 16, 2000
"""… of every so many rows, of every sixteenth after the first 2000; …"""
MOST_TRIES, PER_ROWS = 500, 10_000
"""… so many of them for each so many rows, …"""
PART, RING, AROUND = 0.08, 0.08, 8
"""From the first row on the plot in each cell so many D wide they are sought so many D away all around; …"""
MOST_LOOKS = 64
"""… from so many rows for each so many, …"""
MOST_FOUND = 32
"""… until so many points are found."""
REACH = 0.24
"""Newton's method gets no further than so many D from the row, …"""
NEWTON_STEPS = 30
"""… so many of Newton's steps are taken at most, …"""
SETTLED, CRAWL = 1e-9, 1e-4
"""… until one is shorter than so many D; without curvature they crawl, and the last must be shorter than that …"""
SHRINKING = 0.95
"""… and, from the fourth on, each than so many times the one before."""
SAME_POINT = 1e-3
"""Points within so many D are one."""
FLAT = 1e-5
"""Curvatures below this share of the largest count as none …"""
PROBE = 0.01
"""… and are made up for by a look around in a distance of so many D …"""
ALONE = 0.25
"""… from where Newton's method leads back within this share of it …"""
MOST_UNCLEAR = 8
"""… at so many points at most."""

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
"""The longest period of a short limit cycle; it is looked for in blocks of as many rows, and lasts for two at least."""
PERIODS = (PERIOD, 2 * PERIOD, 4 * PERIOD, 8 * PERIOD)
"""The same for longer ones."""
RETURN = 1e-4
"""A cycle comes back to the same point within this share of its amplitude, …"""
SMALLEST_CYCLE = 1e-5
"""… which is so many D at least."""

BALLS = (400, 200, 100)
"""Iterations after which a noise ball is told from a drift …"""
BALL_STEP = 50
"""… looked at after every so many: …"""
NET = 0.06
"""… net movement, whole and between the halves' means, is below this share of the path; for half as many half of it."""

DELAYS = {
    "approaching saddle": 10,
    "at saddle": 10,
    "escaped saddle": 25,
    "crossed ridge": 50,
    "overshoot": 50,
    "oscillating": 30,
    "limit cycle": 3 * PERIODS[-1],
    "plateau": 3 * SLOW,
    "noise ball": BALLS[0] + BALL_STEP,
}
"""So many iterations after its first one an event of these kinds has been named, as a rule; others are at once."""
