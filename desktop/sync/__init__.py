"""The conversation between laptop and centre, without Qt.

In short: every local command is a row in the outbox, written with its effect in one transaction. One
call sends what waits and brings one answer per command plus the rows that changed in the buckets this
person may hold. In one transaction the laptop then puts back the rows it had touched, applies the
centre's rows, and runs again what still waits. See docs/sync.md.
"""
