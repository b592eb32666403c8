"""Item models over frozen rows, shared by all lists."""
