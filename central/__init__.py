"""The service at the centre: it decides again, keeps the ledger and feeds the laptops.

Imports the shared core, the wire protocol and leaf modules; nothing else of `desktop`.
"""
