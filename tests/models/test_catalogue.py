"""The catalogue of what people can do is whole: every command has a handler, a right and a test."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path

import pytest

from desktop.models import bus
from desktop.models.commands import BY_NAME
from desktop.models.commands.base import Command
from desktop.models.rights import CENTRE, MAY_DO
from desktop.models.tables.medewerker import ROLES

HERE = Path(__file__).parent
COMMANDS = {cls.NAME: cls for cls in BY_NAME.values()}


def subclasses(cls: type[Command]) -> set[type[Command]]:
    below = set(cls.__subclasses__())
    return below.union(*(subclasses(each) for each in below)) if below else below


def names_in(pattern: str) -> set[str]:
    """Names of classes that the test files use beyond importing them."""
    used: set[str] = set()
    for path in HERE.glob(pattern):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return used


def test_every_command_is_in_the_catalogue() -> None:
    # A slots dataclass leaves the class from which it was made behind: the name says which is meant.
    assert {cls.__name__ for cls in subclasses(Command)} == {cls.__name__ for cls in BY_NAME.values()}


def test_every_command_has_a_handler_and_nothing_else_has() -> None:
    assert set(bus.HANDLERS) == set(BY_NAME.values())


def test_every_command_has_a_right_and_nothing_else_has() -> None:
    assert set(MAY_DO) == set(COMMANDS)
    assert all(MAY_DO[name] for name in COMMANDS)
    assert set().union(*MAY_DO.values()) == {*ROLES, CENTRE}


@pytest.mark.parametrize("naam", sorted(COMMANDS))
def test_every_command_has_a_test_of_its_handler(naam: str) -> None:
    assert COMMANDS[naam].__name__ in names_in("test_handlers_*.py")


@pytest.mark.parametrize("naam", sorted(COMMANDS))
def test_a_command_is_frozen_named_and_explained(naam: str) -> None:
    cls = COMMANDS[naam]
    assert vars(cls)["__dataclass_params__"].frozen
    assert naam.count(".") == 1
    assert naam == naam.lower()
    assert cls.VERSION >= 1
    assert cls.__doc__
    assert not cls.__doc__.startswith(cls.__name__ + "(")


def test_what_must_be_certain_is_confirmed() -> None:
    confirmed = {name for name, cls in COMMANDS.items() if cls.CONFIRMED}
    assert confirmed == {
        "regie.neem",
        "regie.wijs_toe",
        "benadering.meld",
        "werkgever.voeg_samen",
        "regie.stel_overdracht_voor",
        "regie.aanvaard_overdracht",
        "regie.weiger_overdracht",
        "regie.trek_overdracht_in",
        "regie.stel_waarneming_in",
        "regie.beeindig_waarneming",
        "quarantaine.geef_vrij",
        "kandidaat.draag_over",
        "kandidaat.aanvaard_overdracht",
        "kandidaat.weiger_overdracht",
        "kandidaat.trek_overdracht_in",
        "kandidaat.wijs_toe",
        "kandidaat.stel_waarneming_in",
        "kandidaat.beeindig_waarneming",
    }


def test_a_row_that_can_be_made_offline_can_get_its_id_from_the_sender() -> None:
    makes = {"werkgever.registreer", "vestiging.registreer", "contactpersoon.registreer", "contact.leg_vast"}
    makes |= {
        "actie.maak",
        "afspraak.maak",
        "contactverzoek.doe",
        "lijst.bewaar",
        "regie.stel_overdracht_voor",
        "regie.stel_waarneming_in",
        "partner.registreer",
        "werkgeversvraag.registreer",
        "vacature.registreer",
        "voordracht.doe",
        "plaatsing.registreer",
        "plaatsing.meld_onderbreking",
        "kandidaat.registreer",
        "kandidaat.draag_over",
        "kandidaat.stel_waarneming_in",
        "instrument.leg_vast",
        "instrument.zet_in",
        "nazorg.voeg_toe",
        "signaal.meld",
    }
    with_id = {name for name, cls in COMMANDS.items() if "id" in {field.name for field in fields(cls)}}  # type: ignore[arg-type]
    assert with_id == makes
