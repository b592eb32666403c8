"""The core, sync, reports, imports and the centre work where Qt is not installed, as at the centre."""

import json
import subprocess
import sys

import pytest

from tests.architecture.modules import ROOT, below, source_files

# Runs in a process of its own: whoever asks for Qt there gets the error of a machine without it.
IMPORT_ALL = """
import importlib, json, sys
from importlib.abc import MetaPathFinder

class NoQt(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
try:
    importlib.import_module("PySide6.QtCore")
except ModuleNotFoundError:
    pass
else:
    sys.exit("Qt is not blocked, so this proves nothing")
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
"""

WITHOUT_QT = ("desktop.models", "desktop.sync", "desktop.reports", "desktop.imports", "central")
LEAVES = ["desktop.clock", "desktop.paths", "desktop.wording"]


def modules(package: str) -> list[str]:
    """Importable modules: a migration runs only inside Alembic, and __main__ is a program."""
    return sorted(
        name for name in below(package) if not name.endswith(".__main__") and ".migrations." not in name
    )


def run_without_qt(names: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, json.dumps(names)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("package", WITHOUT_QT)
def test_it_imports_without_qt(package: str) -> None:
    names = modules(package)
    assert len(names) > 1

    run = run_without_qt([*LEAVES, *names])

    assert run.returncode == 0, run.stderr


def test_the_window_does_not() -> None:
    theme = [path for path in source_files("desktop/views") if path.name == "theme.py"]
    assert theme

    run = run_without_qt(["desktop.views.theme"])

    assert run.returncode != 0
    assert "PySide6" in run.stderr
