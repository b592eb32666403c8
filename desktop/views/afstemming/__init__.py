"""The screen Afstemming: conflicts, refusals and notices."""
