"""`werkregie aanmelden URL CODE`."""

from __future__ import annotations

import argparse
from urllib.parse import urlsplit

from desktop import compose
from desktop.commandline.console import Console
from desktop.commandline.options import place
from desktop.models.errors import Weigering
from desktop.sync.facts import Identity


def run(arguments: argparse.Namespace, console: Console) -> int:
    """A one-time code against a place in the region; fetches nothing yet."""
    identity = compose.enrol(place(arguments), _address(arguments.url), arguments.code)
    console.answer(_data(identity), _words(identity))
    return 0


def _address(typed: str) -> str:
    """Without the spaces around it; raises `Weigering` for what is no address at all."""
    text = typed.strip()
    try:
        parts = urlsplit(text)
        sound = bool(parts.hostname) and parts.port != 0 and not any(sign.isspace() for sign in text)
    except ValueError:  # a port of letters, half an IPv6 address
        sound = False
    if not sound:
        raise Weigering("centrum_adres")
    return text


def _data(identity: Identity) -> dict[str, object]:
    return {
        "medewerker_id": identity.actor.medewerker_id,
        "medewerker": identity.actor.naam,
        "rol": identity.actor.rol,
        "regio": identity.regio,
        "oefen": identity.oefen,
    }


def _words(identity: Identity) -> str:
    return (
        f"{identity.actor.naam} ({identity.actor.rol}) is aangemeld bij {identity.regio}. "
        "Typ werkregie sync om je gegevens op te halen."
    )
