"""Sets the stage before Qt or the program is imported; what is checked in every test is in tests/support."""

import os

# No screen is needed, and the same picture comes out everywhere.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"

pytest_plugins = (
    "tests.support.sealed",
    "tests.support.logwatch",
    "tests.support.leftovers",
    "tests.support.accessibility",
    "tests.support.databases",
)
