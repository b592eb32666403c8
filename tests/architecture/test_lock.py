"""requirements.lock pins everything by hash and says nothing about where a machine gets its packages."""

import re
import tomllib

import pytest

from tests.architecture.modules import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = re.findall(
    r"^(\S+?)==([^ ;\\]+)([^\n]*(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)*)", LOCK, re.MULTILINE
)


def plain(requirement: str) -> str:
    """The bare name of a requirement: `psycopg[binary]>=3.2` is `psycopg`."""
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")


def test_every_line_that_pins_has_a_hash() -> None:
    assert len(PINS) > 50
    assert [name for name, _, rest in PINS if "--hash=sha256:" not in rest] == []


def test_there_are_only_pins_hashes_and_comments() -> None:
    lines = [line for line in LOCK.splitlines() if line.strip() and not line.lstrip().startswith("#")]

    assert [line for line in lines if not re.match(r"(\S+==\S+|    --hash=sha256:[0-9a-f]{64})", line)] == []


@pytest.mark.parametrize(
    "address", ["://", "file:", "--index-url", "--extra-index-url", "--find-links", " @ ", "/opt"]
)
def test_no_address_is_in_it(address: str) -> None:
    assert address not in LOCK


def test_everything_the_project_asks_for_is_pinned() -> None:
    extras = PROJECT["optional-dependencies"].values()
    asked = {plain(line) for group in [PROJECT["dependencies"], *extras] for line in group}

    assert asked - {plain(name) for name, _, _ in PINS} == set()
