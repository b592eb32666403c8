"""The screen Vandaag: what waits for this person, as lists."""
