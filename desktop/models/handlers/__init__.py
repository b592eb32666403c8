"""One function per command: load, ask the rules, write. Never commits, never knows on which end it runs.

A handler gets the unit of work and the command, and returns an `Outcome`; it raises `Weigering` before
it writes anything, so that a refused command leaves the transaction as it was.
"""
