"""What a start of the window imports: nothing that the first page does not need."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from tests.architecture.modules import ROOT

# Everything until the page of werkgevers is there; in a process of its own, where nothing else was imported.
START = """
import json, sys
import desktop.commandline.words, desktop.compose, desktop.app
import desktop.views.vandaag.page, desktop.views.werkgevers.page
print(json.dumps(sorted(sys.modules)))
"""
LATER = (
    "alembic",
    "central",
    "desktop.imports",
    "desktop.models.bus",
    "desktop.models.commands",
    "desktop.models.handlers",
    "desktop.models.migrations",
    "desktop.models.row_codec",
    "desktop.models.tables.centre",
    "desktop.practice",
    "desktop.sync.engine",
    "desktop.sync.outbox",
    "desktop.sync.transport",
    "desktop.views.forms.panel",
    "httpx",
    "openpyxl",
    "pypdfium2",
    "rapidfuzz",
    "reportlab",
    "sqlalchemy.dialects.postgresql",
    "sqlite_utils",
    "stdnum",
    "zstandard",
)
"""Dear, and asked for by a command, a round or a form only: import it in the function that needs it."""
TABLES = {"actie", "afstemming", "base", "contact", "laptop", "lijst", "medewerker", "regie", "werkgever"}
"""Mapping a subject takes some milliseconds per class, and each laptop has more of them every year."""


def imported_at_start() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def test_a_start_imports_what_the_first_page_needs_and_nothing_more() -> None:
    modules = imported_at_start()
    dear = [name for name in modules if any(name == one or name.startswith(f"{one}.") for one in LATER)]
    assert dear == []
    mapped = {name.rpartition(".")[2] for name in modules if name.startswith("desktop.models.tables.")}
    assert mapped <= TABLES


def test_frozen_data_of_a_start_gets_its_methods_when_the_first_is_made() -> None:
    """A millisecond for each class otherwise. Python's own is for what is not frozen, or has no slots."""
    theirs = []
    for name in imported_at_start():
        path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        source = path.read_text(encoding="utf-8") if name.startswith("desktop.") and path.exists() else ""
        kinds = set(re.findall(r"^ *@dataclass(.*)$", source, re.MULTILINE))
        own = re.search(r"^from dataclasses import .*\bdataclass\b", source, re.MULTILINE)
        if own and kinds == {"(frozen=True, slots=True)"}:
            theirs.append(name)
    assert theirs == []


def test_the_line_to_the_centre_comes_without_a_command_line_of_its_own() -> None:
    """Where click and rich are installed, as here, httpx would read them: 8 MB after the first round."""
    say = "from desktop.sync.transport import _client; import sys; _client('http://127.0.0.1:9').close()"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{say}; print('httpx' in sys.modules, {{'click', 'rich'}} & {{*sys.modules}})",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "True set()", done.stderr
