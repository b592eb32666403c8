"""The words of the command line: thin, Dutch towards people, and imports only what a word needs."""
