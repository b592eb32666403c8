"""Several laptops and a centre in one thread, with a simulated network, clock and disk.

Everything else is real: the SQLCipher databases, `desktop.compose`, the sync engine and its HTTP client,
the ASGI application, PostgreSQL. One course of events follows from one seed: `machine.py` and its neighbours
say what may happen, `fitting.py` what a command can be about then. What must be true at its end stands in
`invariants.py`, what a sound centre would hold in `oracle.py`.
"""
