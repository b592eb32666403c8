"""Paper in the window: making it, looking at it, printing and keeping it."""
