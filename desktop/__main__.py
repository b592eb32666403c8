"""`werkregie` and `python -m desktop`: the command line, and without a word the window.

Imports as little as possible; everything else waits for the word that was typed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code."""
    from desktop.commandline.program import run, typed

    return run(typed(sys.argv[1:]) if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
