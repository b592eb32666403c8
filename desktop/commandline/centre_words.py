"""The words for whoever looks after the centre: `werkregie centraal …`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from desktop.commandline.console import Console
from desktop.commandline.options import add_global, address, port, uuid, whole
from desktop.models.rights import ROLES

STATES = ("actief", "ingetrokken", "gewist")
DATABASE, METRICS = "WERKREGIE_CENTRAAL_DATABASE", "WERKREGIE_CENTRAAL_METINGEN"
ERASURE_LIST = "WERKREGIE_CENTRAAL_WISLIJST"


def add(words: Any) -> None:
    """All words below `centraal`."""
    made = words.add_parser(
        "centraal", help="beheer van het werkcentrum", description="Beheer van het werkcentrum."
    )
    inner = made.add_subparsers(title="woorden", metavar="WOORD", required=True)
    for add_word in (_init, _serve, _nodig_uit, _trek_in, _laptops, _onderhoud, _hersteld, _wis, _openapi):
        add_word(inner)


def _word(words: Any, name: str, text: str, *, database: bool = True) -> argparse.ArgumentParser:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import centre

        return centre.RUN[name](arguments, console)

    made: argparse.ArgumentParser = words.add_parser(
        name, help=text, description=f"{text[:1].upper()}{text[1:]}."
    )
    add_global(made, nested=True)
    made.set_defaults(run=run, profiel=False)
    if database:
        known = os.environ.get(DATABASE)
        text = f"postgresql://… (of {DATABASE})"
        made.add_argument("--database", metavar="URL", required=not known, default=known, help=text)
    return made


def _json(made: argparse.ArgumentParser, text: str = "antwoord met één JSON-object") -> None:
    made.add_argument("--json", action="store_true", help=text)


def _init(words: Any) -> None:
    made = _word(words, "init", "richt een werkcentrum in, met een eerste beheerder")
    made.add_argument("--regio", metavar="NAAM", required=True, help="de naam van de regio")
    made.add_argument("--beheerder", metavar="NAAM", required=True, help="de naam van de eerste beheerder")
    made.add_argument("--oefen", action="store_true", help="een oefenomgeving, waarin --nu mag")
    _json(made)


def _serve(words: Any) -> None:
    made = _word(words, "serve", "start het werkcentrum")
    made.add_argument("--host", default="127.0.0.1", help="op welk adres (anders 127.0.0.1)")
    made.add_argument(
        "--poort", type=port, default=8765, metavar="POORT", help="welke poort (anders 8765; 0 is een vrije)"
    )
    made.add_argument("--processen", type=whole, default=1, metavar="N", help="hoeveel processen (anders 1)")
    made.add_argument(
        "--metingen",
        type=address,
        metavar="HOST:POORT",
        default=os.environ.get(METRICS),
        help=f"cijfers voor Prometheus op http://HOST:POORT/metrics (of {METRICS}; anders niet)",
    )


def _nodig_uit(words: Any) -> None:
    made = _word(words, "nodig-uit", "maak een eenmalige code voor een medewerker")
    made.add_argument("--naam", required=True, metavar="NAAM", help="de naam van de medewerker")
    made.add_argument(
        "--rol", required=True, choices=ROLES, metavar="ROL", help=f"een van: {', '.join(ROLES)}"
    )
    made.add_argument("--organisatie", metavar="O", help="de organisatie")
    made.add_argument("--functie", metavar="F", help="de functie")
    made.add_argument("--email", metavar="E", help="het e-mailadres")
    _json(made)


def _trek_in(words: Any) -> None:
    made = _word(words, "trek-in", "trek de toegang in van een laptop of een medewerker")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--laptop", metavar="ID", help="een gestolen laptop")
    which.add_argument("--medewerker", metavar="ID", help="iemand die vertrok")
    _erasure_list(made)
    _json(made)


def _wis(words: Any) -> None:
    made = _word(words, "wis", "wis een persoon: alleen het kenmerk blijft, ook na een reservekopie")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--contactpersoon", metavar="ID", help="een contactpersoon van een werkgever")
    which.add_argument("--medewerker", metavar="ID", help="een medewerker die vertrok")
    which.add_argument("--kandidaat", metavar="ID", help="een kandidaat van een bemiddelaar")
    _erasure_list(made, required=True)
    _json(made)


def _erasure_list(made: argparse.ArgumentParser, *, required: bool = False) -> None:
    known = os.environ.get(ERASURE_LIST)
    made.add_argument(
        "--wislijst",
        type=Path,
        metavar="BESTAND",
        required=required and not known,
        default=Path(known) if known else None,
        help=f"wat nooit terugkomt; bewaar hem naast de reservekopieën (of {ERASURE_LIST})",
    )


def _laptops(words: Any) -> None:
    made = _word(words, "laptops", "toon de laptops")
    states = ", ".join(STATES)
    made.add_argument("--toestand", choices=STATES, metavar="TOESTAND", help=f"alleen deze: {states}")
    made.add_argument("--medewerker", type=uuid, metavar="ID", help="alleen van deze medewerker")
    made.add_argument("--stil", type=whole, metavar="DAGEN", help="alleen wie zo lang geen contact had")
    made.add_argument("--wachtend", action="store_true", help="alleen waar nog iets te verzenden is")
    _json(made, "één JSON-object per regel")


def _onderhoud(words: Any) -> None:
    text = "doe wat nodig is: beëindigen wat voorbij is, tellingen nalopen, oude uitnodigingen weg"
    made = _word(words, "onderhoud", text)
    _json(made)


def _hersteld(words: Any) -> None:
    made = _word(words, "hersteld", "meld dat de database uit een reservekopie terugkwam")
    _erasure_list(made)
    _json(made)


def _openapi(words: Any) -> None:
    text = "beschrijf het gesprek met de laptops als OpenAPI-document (JSON)"
    made = _word(words, "openapi", text, database=False)
    _json(made)
