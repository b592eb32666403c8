"""The project's own modules and what they import, read from the source without running it."""

import sys
from functools import cache
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PACKAGES = ("desktop", "central")


def source_files(*folders: str) -> list[Path]:
    """Every Python file below `folders`, in order."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def imports() -> grimp.ImportGraph:
    """Who imports whom, packages from outside included."""
    return grimp.build_graph(*PACKAGES, include_external_packages=True, cache_dir=None)


def below(package: str) -> set[str]:
    """`package` and every module in it."""
    graph = imports()
    if package not in graph.modules:
        return set()
    return {package} | graph.find_descendants(package)


def imported_by(package: str) -> set[str]:
    """Modules that `package` imports directly and that lie outside it; the standard library left out."""
    graph, inside = imports(), below(package)
    found = {name for module in inside for name in graph.find_modules_directly_imported_by(module)}
    return {name for name in found - inside if name.split(".")[0] not in sys.stdlib_module_names}


def packages_used_by(package: str) -> set[str]:
    """Packages from outside that `package` imports directly."""
    # The typing stubs of the standard library are for the type checker only.
    return {name for name in imported_by(package) if name.split(".")[0] not in {*PACKAGES, "_typeshed"}}
