"""The tree in the README is the tree of the repository, and the commands in it exist."""

import re
import shutil
import subprocess

import pytest

from tests.architecture.modules import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
# Folders whose children the README names one by one.
OPENED = {"desktop"}


def tracked() -> list[str]:
    """Paths that git knows, in this checkout."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip(
            "which folders are the project's own is known to git only, and git or its checkout is absent"
        )
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for path in run.stdout.split("\0") if path]


def folders() -> set[str]:
    """Top-level folders, and those one level down in the opened ones."""
    found = set()
    for path in tracked():
        parts = path.split("/")[:-1]
        if parts:
            found.add(parts[0])
        if len(parts) > 1 and parts[0] in OPENED:
            found.add("/".join(parts[:2]))
    return found


def tree() -> list[str]:
    """The paths in the README's tree: the first word of every line in the block that is marked as one."""
    block = re.search(r"```tree\n(.*?)```", README, re.DOTALL)
    assert block is not None
    return [line.split()[0].rstrip("/") for line in block[1].splitlines() if line.strip()]


def test_every_folder_is_in_the_tree() -> None:
    assert sorted(folders() - set(tree())) == []


def test_everything_in_the_tree_is_there() -> None:
    assert [path for path in tree() if not (ROOT / path).exists()] == []


def test_the_commands_it_names_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))

    assert {"demo", "test"} <= named
    assert named - targets == set()


def test_it_names_the_system_libraries_that_make_asks_for() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    packages = " ".join(re.findall(r"^(?:QT|WINDOW)_PACKAGES\s*:= (.*)$", makefile, re.MULTILINE)).split()

    assert len(packages) > 5
    assert [name for name in packages if name not in README] == []
    assert [name for name in packages if name not in ci] == []
