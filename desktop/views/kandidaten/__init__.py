"""The screen Kandidaten: the list, one candidate with all that is known of it, and its forms."""
