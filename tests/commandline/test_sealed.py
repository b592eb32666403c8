"""A laptop that stayed away too long, on the command line: every word says so, `sync` opens it."""

from __future__ import annotations

import json

from tests.commandline.desk import Desk

LATE = ("--nu", "2026-12-25T09:10:00+01:00")


def test_every_word_says_what_to_do_and_sync_does_it(desk: Desk) -> None:
    desk.do("werkgever.registreer", naam="Nog niet verzonden")
    for words in (("toon", "werkgever"), ("controle",), ("doe", "regie.neem", "{}")):
        desk.run(*words, *LATE).refused("te lang geen contact met het werkcentrum", 3)
    port = desk.world.stop_service()
    desk.run("sync", *LATE).refused("te lang geen contact met het werkcentrum", 3)
    desk.world.start_service(port)
    assert json.loads(desk.ok("sync", "--json", *LATE).out)["toegepast"] == 1
    assert len(desk.ok("toon", "werkgever", "--json", *LATE).rows()) == 1
