"""The oefenomgeving: a fictional region in a profile of its own, without a centre and without a network.

history.py reads what happened there, region.py makes it happen in an encrypted database, centre.py plays
the centre on it, laptop.py is the laptop that the window works on. The demo tells the same history through
real processes.
"""

from __future__ import annotations
