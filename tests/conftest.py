"""Sets the stage before Qt or the program is imported; what is checked in every test is in tests/support."""

import gc
import os
from collections.abc import Generator

import pytest

from tests.support import memory

memory.prefer()

# No screen is needed, and the same picture comes out everywhere.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"

pytest_plugins = (
    "tests.support.sealed",
    "tests.support.logwatch",
    "tests.support.leftovers",
    "tests.support.accessibility",
    "tests.support.databases",
    "tests.support.statements",
)

# What starts whole programs takes longest: begun first, nothing else waits for it at the end.
BEGUN_FIRST = (
    "tests/end_to_end/",
    "tests/sync/processes/",
    "tests/sync/simulation/",
    "tests/wire/",
    "tests/sync/test_losing_kandidaat.py",
    "tests/views/test_dossier_forms.py",
    "tests/views/test_every_scene.py",
    "tests/views/test_theme_live.py",
)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests are made, and nothing of them is garbage: nobody looks for it meanwhile."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files go to the workers in this order."""
    items.sort(key=lambda item: not item.nodeid.startswith(BEGUN_FIRST))
