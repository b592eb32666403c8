"""What the service logs: ids and codes; never a name, a note, a token or a number of a person."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from central import logs
from desktop import compose
from desktop.models import bus
from desktop.models.commands.contact import LegContactVast
from desktop.models.errors import Weigering
from desktop.models.outcome import Outcome
from desktop.models.work import Work
from tests.support.region import ROLES, World

pytestmark = pytest.mark.postgres
SECRETS = (
    "Wim Verkerk",
    "wim@verkerk.nl",
    "0612345678",
    "zeer vertrouwelijk",
    "69599084",
    "Houtbouw Eemvallei",
)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What a service would write, its own loggers and those of what it stands on."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.expects_log
def test_nothing_personal_is_logged(
    world: World, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = world.invite("fatima")
    seat = world.laptop("fatima")
    werkgever = seat.doe("werkgever.registreer", naam="Houtbouw Eemvallei", kvk_nummer="69599084").id
    seat.doe(
        "contactpersoon.registreer", werkgever_id=werkgever, naam="Wim Verkerk", email="wim@verkerk.nl",
        telefoon="0612345678",
    )  # fmt: skip
    seat.sync()
    monkeypatch.setitem(bus.HANDLERS, LegContactVast, _raises_at_centre())
    seat.doe(
        "contact.leg_vast",
        werkgever_id=werkgever,
        datum="2026-11-20",
        kanaal="bezoek",
        notitie="zeer vertrouwelijk",
    )
    assert seat.sync().geweigerd == 1
    httpx.post(
        world.url + "/v1/sync", headers={"authorization": "Bearer geheim-token"}, content=b"Wim Verkerk"
    )
    with pytest.raises(Weigering):
        compose.enrol(world.place("ander"), world.url, code[:-1] + ("B" if code.endswith("A") else "A"))
    text = written.getvalue()
    token = json.loads(seat.place.key_file.read_text())["token"]  # type: ignore[union-attr]
    assert "/v1/sync" in text
    assert '"fout": "ValueError"' in text
    for secret in (*SECRETS, *ROLES, code, token, "geheim-token"):
        assert secret not in text, secret


def _raises_at_centre() -> Any:
    real = bus.HANDLERS[LegContactVast]

    def handler(work: Work, command: LegContactVast) -> Outcome:
        if work.session.get_bind().dialect.name == "postgresql":
            raise ValueError(f"cannot handle {command.notitie}")
        return real(work, command)

    return handler


def test_an_exception_is_a_type_and_a_place() -> None:
    try:
        raise ValueError("Wim Verkerk")
    except ValueError as error:
        record = logging.LogRecord(
            "central", logging.ERROR, "", 1, "it failed", (), (type(error), error, error.__traceback__)
        )
    line = json.loads(logs.JsonLines().format(record))
    assert line["fout"] == "ValueError"
    assert "test_logs.py" in line["plaats"]
    assert "Wim" not in json.dumps(line)
