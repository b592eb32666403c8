"""Reads for screens, paper, export and the command line. They return frozen rows and never change anything.

What a laptop does not hold it cannot show: rights need no second check here (architecture §5). The rows of a
subject are in `<subject>_rows`, never ORM objects: field names are those of the data dictionary, a reference
is `<x>_id` with the readable name beside it, and `wacht` says that a change on the row is not yet sent.
"""
