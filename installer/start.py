"""Where the built program begins, the windowed one and `werkregie-cli` alike."""

from __future__ import annotations

import multiprocessing
import sys

if __name__ == "__main__":
    # A service with more than one process starts itself again; without this each would run the command line.
    multiprocessing.freeze_support()
    from desktop.__main__ import main

    sys.exit(main())
