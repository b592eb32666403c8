"""The words of the command line: a contract with scripts and checks (docs/opdrachten.md).

Every word has a module of its own that is imported only when that word is used, so that `--versie` and
`--help` answer at once. Nothing here decides anything about the domain.
"""
