"""Reads for screens, paper, export and the command line. They return frozen rows and never change anything.

What a laptop does not hold it cannot show: rights need no second check here (architecture §5).
"""
