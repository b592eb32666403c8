"""The screen Plaatsingen: who works where, whether it lasts, and the care after it."""
