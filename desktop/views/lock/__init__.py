"""The lock: a page over the window after some minutes of rest, and the code that takes it away."""
