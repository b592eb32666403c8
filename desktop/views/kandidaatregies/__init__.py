"""Kandidaten per bemiddelaar: numbers with whom they are, for the teamleider."""
