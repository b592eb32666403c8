"""Paper and files from rows that somebody else read: no Qt, no database, no clock, no network."""
