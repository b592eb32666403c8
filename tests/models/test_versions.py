"""What a laptop sent once can always be read: every version of every command that ever was.

`golden_commands.jsonl` only grows. A line that cannot be read any more is a laptop whose work is refused.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.models import bus
from desktop.models.commands import NEWEST
from desktop.models.commands.versions import UPCASTERS, newest_arguments
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain

GOLDEN = [
    json.loads(line)
    for line in Path(__file__).with_name("golden_commands.jsonl").read_text("utf-8").splitlines()
]
every_one = pytest.mark.parametrize("sent", GOLDEN, ids=lambda sent: f"{sent['naam']}@{sent['versie']}")


@every_one
def test_a_command_of_then_is_read_now(sent: dict[str, Any]) -> None:
    command = bus.read_command(sent["naam"], sent["versie"], sent["argumenten"])
    plain = to_plain(command)
    expected = sent.get("nu", sent["argumenten"])
    given = {name: plain[name] for name in expected if name not in ("kvk_nummer", "telefoon", "postcode")}
    assert given.keys() | {"kvk_nummer", "telefoon", "postcode"} >= expected.keys()
    for name, value in given.items():
        assert _within(expected[name], value), name


def _within(sent: Any, kept: Any) -> bool:
    """What was sent is in what is kept; defaults may have been filled in beside it."""
    if isinstance(sent, dict):
        return all(_within(value, kept[name]) for name, value in sent.items())
    if isinstance(sent, list):
        return len(sent) == len(kept) and all(map(_within, sent, kept))
    return bool(sent == kept)


def test_every_version_has_an_example() -> None:
    there = {(sent["naam"], sent["versie"]) for sent in GOLDEN}
    wanted = {(name, version) for name, cls in NEWEST.items() for version in range(1, cls.VERSION + 1)}
    assert there == wanted


def test_there_is_a_step_from_every_older_version_and_no_other() -> None:
    wanted = {(name, version) for name, cls in NEWEST.items() for version in range(1, cls.VERSION)}
    assert set(UPCASTERS) == wanted


@every_one
@pytest.mark.parametrize("broken", [None, [], "tekst", {"onzin": 1}])
def test_a_broken_message_of_any_version_is_refused_and_nothing_worse(
    sent: dict[str, Any], broken: Any
) -> None:
    with pytest.raises(Weigering):
        bus.read_command(sent["naam"], sent["versie"], broken)


def test_a_step_leaves_what_it_reads_alone() -> None:
    sent = {"afspraak_id": "x", "toelichting": "Verhuisd"}
    assert newest_arguments("afspraak.beeindig", 1, sent) == {"afspraak_id": "x", "reden": "Verhuisd"}
    assert sent == {"afspraak_id": "x", "toelichting": "Verhuisd"}


@pytest.mark.parametrize("versie", [0, -1, 3, 10**30])
def test_a_version_that_is_none_is_refused(versie: int) -> None:
    with pytest.raises(Weigering) as refused:
        bus.read_command("afspraak.beeindig", versie, {})
    assert refused.value.code == "opdracht_onbekend"
