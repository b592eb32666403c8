"""Op deze laptop: what is here and why, what waits, what arrived, and the log of rounds."""
