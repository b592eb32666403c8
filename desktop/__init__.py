"""Werkregie: the desktop program and the core that it shares with the centre."""

__version__ = "0.1.0"
