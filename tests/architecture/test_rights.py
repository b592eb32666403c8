"""Nothing but the table of rights decides who may do or see what: no other module asks what a role is called.

A list, a count, a search, a report, an export and a screen follow from the rows that are there and from the
questions that `desktop.models.rights` answers.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models import rights
from tests.architecture.modules import PACKAGES, ROOT, source_files

TABLE = "desktop/models/rights/"
NAMES_ROLES = {
    "desktop/models/tables/medewerker.py": "the constraint of the column",
    "desktop/views/texts.py": "what a role is called on the screen",
}
GIVES_ROLES = {
    "central/setup.py": "makes the first beheerder",
    "desktop/practice/region.py": "makes the people of the oefenomgeving",
    "desktop/commandline/centre_words.py": "whom one can invite",
}
SHOWS_RIGHTS = {"desktop/commandline/listing.py": "lists who may give a command"}
CONSTANTS = {"ACCOUNTMANAGER", "BEMIDDELAAR", "TEAMLEIDER", "BEHEERDER", "CENTRE", "ROLES"}
HISTORY = "desktop/models/migrations"


def modules() -> list[str]:
    names = [path.relative_to(ROOT).as_posix() for path in source_files(*PACKAGES)]
    return [name for name in names if not name.startswith((TABLE, HISTORY))]


def words_in(tree: ast.AST) -> Iterator[str]:
    """Names of roles, but for the keys under which a file keeps people."""
    keys = {id(node.slice) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in rights.ROLES and id(node) not in keys:
            yield str(node.value)


def taken_from_rights(tree: ast.AST) -> Iterator[str]:
    """What a module takes from the table, by import or as an attribute of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "desktop.models.rights":
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "rights":
            yield node.attr


def faults(name: str, source: str) -> list[str]:
    """What in this module decides a right by itself."""
    tree = ast.parse(source)
    taken = set(taken_from_rights(tree))
    found = [] if name in NAMES_ROLES else sorted(set(words_in(tree)))
    found += [] if name in GIVES_ROLES else sorted(taken & CONSTANTS - ({"CENTRE"} if _acts(name) else set()))
    found += [] if name in SHOWS_RIGHTS else sorted(taken & {"MAY_DO"})
    return found


def _acts(name: str) -> bool:
    """The centre itself acts under its own role."""
    return name == "central/accounts.py"


def test_no_other_module_decides_a_right() -> None:
    found = {name: faults(name, (ROOT / name).read_text(encoding="utf-8")) for name in modules()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "source",
    [
        "if rol == 'teamleider': pass",
        "may = rol in ('accountmanager', 'bemiddelaar')",
        "query.where(Medewerker.rol != 'beheerder')",
        "from desktop.models.rights import TEAMLEIDER",
        "from desktop.models import rights\nrights.BEMIDDELAAR == rol",
        "from desktop.models.rights import MAY_DO",
    ],
)
def test_the_check_above_bites(source: str) -> None:
    assert faults("desktop/views/anything.py", source)


def test_every_exception_is_still_one() -> None:
    for name in (*NAMES_ROLES, *GIVES_ROLES, *SHOWS_RIGHTS):
        source = (ROOT / Path(name)).read_text(encoding="utf-8")
        taken = set(taken_from_rights(ast.parse(source)))
        assert set(words_in(ast.parse(source))) or taken & (CONSTANTS | {"MAY_DO"}), name
