"""House rules about modules that no linter has."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.modules import ROOT, source_files

CODE = ("desktop", "central", "bench", "tests")
MAX_LINES = 500
NAMELESS = re.compile(r"(utils?|helpers?|misc|common|stuff)")
# A handler, a rule or a report gets its time and ids with the command; here nobody asks the machine for them.
ASKS_THE_MACHINE = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "os.urandom",
    "random.random",
    "secrets.token_bytes",
    "secrets.token_hex",
    "secrets.token_urlsafe",
    "time.monotonic",
    "time.time",
    "uuid.uuid1",
    "uuid.uuid4",
    "uuid4",
}


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def calls(path: Path) -> set[str]:
    """The dotted names of everything that is called in the file, at most two names long."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            found.add(".".join(ast.unparse(node.func).split(".")[-2:]))
    return found


def test_there_is_code_to_look_at() -> None:
    assert len(source_files(*CODE)) > 50


def test_no_module_is_longer_than_a_person_reads() -> None:
    lengths = {
        short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in source_files(*CODE)
    }

    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_every_module_is_called_after_what_it_does() -> None:
    names = [short(path) for path in source_files(*CODE)]

    assert [
        name for name in names if any(NAMELESS.fullmatch(part) for part in Path(name).with_suffix("").parts)
    ] == []


@pytest.mark.parametrize("folder", ["desktop/models", "desktop/reports"])
def test_time_and_ids_come_with_the_command(folder: str) -> None:
    asking = {short(path): calls(path) & ASKS_THE_MACHINE for path in source_files(folder)}

    assert {name: found for name, found in asking.items() if found} == {}


def test_the_clock_itself_would_be_noticed() -> None:
    assert calls(ROOT / "desktop/clock.py") & ASKS_THE_MACHINE
