"""Instellingen: what a person sets for this laptop, the keys of the window, and what the program is."""
