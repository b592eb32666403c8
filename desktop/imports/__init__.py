"""From a file that somebody was given to commands: reading, recognising, comparing, and saying why not.

No Qt, no network and no database of its own: what is known comes through `known.KnownWerkgevers`, what is
done goes through the function that the caller hands over.
"""
