"""Qt's metaclass does not refuse a class that leaves something out; this does."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import desktop.views
from desktop.views.forms.panel import FormPanel
from desktop.views.widgets.layer import Card


def classes_under(base: type[object]) -> Iterator[type[object]]:
    for one in base.__subclasses__():
        yield one
        yield from classes_under(one)


@pytest.mark.parametrize("base", [FormPanel, Card])
def test_what_is_made_has_all_that_its_base_asks(base: type[object]) -> None:
    for module in pkgutil.walk_packages(desktop.views.__path__, "desktop.views."):
        importlib.import_module(module.name)
    leaves = [one for one in classes_under(base) if not one.__subclasses__() and "desktop" in one.__module__]
    missing = [
        f"{one.__name__}.{name}"
        for one in leaves
        for name in dir(one)
        if getattr(getattr(one, name), "__isabstractmethod__", False)
    ]
    assert len(leaves) > 5
    assert missing == []
