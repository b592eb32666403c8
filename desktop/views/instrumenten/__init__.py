"""The instrumentengids: a page per instrument, found by any of its words, offline like everything."""
