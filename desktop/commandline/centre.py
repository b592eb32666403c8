"""`werkregie centraal …`: what whoever looks after the centre does. Needs the extra `central`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from central import accounts, daily, openapi, retention, setup
from central.laptops import Choice, LaptopRij, laptops
from central.maintenance import maintain
from desktop.clock import Clock, clock_at
from desktop.commandline import centre_erasing
from desktop.commandline.console import Console
from desktop.commandline.options import present
from desktop.dutch import count, local, long_date, long_moment
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.store import CENTRE, central_engine, database_errors, migrate, new_session
from desktop.wording import sentence

if TYPE_CHECKING:
    from central.metrics_page import MetricsPage


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    try:
        make_url(url)
    except (ArgumentError, ValueError) as error:
        raise Weigering("database_adres") from error
    try:
        engine = central_engine(url)
    except EnvironmentFailure as error:
        raise Weigering("database_adres") from error
    try:
        with database_errors():
            yield engine
    finally:
        engine.dispose()


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    with new_session(engine) as session, session.begin():
        yield session


def _ready(engine: Engine) -> None:
    """The schema of this program: an older one is brought up to date, a newer one is refused."""
    migrate(engine, CENTRE)


def _clock(engine: Engine, moment: datetime | None) -> Clock:
    """Another present is for an oefenomgeving only."""
    if moment is not None:
        with _session(engine) as session:
            if not accounts.the_region(session).oefen:
                raise Weigering("nu_alleen_oefen")
    return clock_at(moment)


def _init(arguments: argparse.Namespace, console: Console) -> int:
    moment = present(arguments)
    if moment is not None and not arguments.oefen:
        raise Weigering("nu_alleen_oefen")
    for name in (arguments.regio, arguments.beheerder):
        if not name.strip() or len(name) > 70:
            raise Weigering("naam_lengte", max=70)
    with _engine(arguments.database) as engine:
        code, medewerker_id = setup.initialise(
            engine, clock_at(moment), arguments.regio, arguments.beheerder, arguments.oefen
        )
    _invitation(console, code, medewerker_id, arguments.beheerder)
    return 0


def _invitation(console: Console, code: str, medewerker_id: str, naam: str) -> None:
    console.answer(
        {"code": code, "medewerker_id": medewerker_id},
        f"De code voor {naam} is {code}. Hij werkt één keer, twee weken lang. Kenmerk: {medewerker_id}",
    )


def _serve(arguments: argparse.Namespace, console: Console) -> int:
    from central.serving import serve

    moment = present(arguments)
    with _engine(arguments.database) as engine:
        _ready(engine)
        with _session(engine) as session:
            accounts.the_region(session)
        _clock(engine, moment)

    def listening(host: str, port: int) -> None:
        shown = f"[{host}]" if ":" in host else host
        print(f"Werkregie centraal luistert op http://{shown}:{port}", flush=True)

    figures = _figures(arguments, console, moment)
    serve(
        arguments.database, arguments.host, arguments.poort, arguments.processen, moment, listening, figures
    )
    return 0


def _figures(arguments: argparse.Namespace, console: Console, moment: datetime | None) -> MetricsPage | None:
    """The page for Prometheus, when its address was given; it says where."""
    if arguments.metingen is None:
        return None
    from central.metrics_page import MetricsPage

    asked_host, asked_port = arguments.metingen
    made = MetricsPage(asked_host, asked_port, central_engine(arguments.database, 1), clock_at(moment))
    host, port = made.address
    shown = f"[{host}]" if ":" in host else host
    console.say(f"Cijfers voor Prometheus op http://{shown}:{port}/metrics")
    return made


def _invite(arguments: argparse.Namespace, console: Console) -> int:
    with _engine(arguments.database) as engine:
        _ready(engine)
        clock = _clock(engine, present(arguments))
        with _session(engine) as session:
            code, medewerker_id = accounts.invite(
                session,
                clock,
                arguments.naam,
                arguments.rol,
                arguments.organisatie,
                arguments.functie,
                arguments.email,
            )
    _invitation(console, code, medewerker_id, arguments.naam)
    return 0


def _revoke(arguments: argparse.Namespace, console: Console) -> int:
    with _engine(arguments.database) as engine:
        _ready(engine)
        clock = _clock(engine, present(arguments))
        with _session(engine) as session:
            if arguments.laptop:
                accounts.revoke_laptop(session, clock, arguments.laptop)
            else:
                accounts.revoke_medewerker(session, clock, arguments.medewerker)
    centre_erasing.remember_revoked(arguments.wislijst, arguments.laptop, arguments.medewerker, clock)
    data = {"laptop_id": arguments.laptop, "medewerker_id": arguments.medewerker, "ingetrokken": True}
    what = "de laptop" if arguments.laptop else "de medewerker"
    console.answer(data, f"De toegang van {what} is ingetrokken. Bij het volgende contact wordt gewist.")
    return 0


def _list(arguments: argparse.Namespace, console: Console) -> int:
    choice = Choice(arguments.toestand, arguments.medewerker, arguments.stil, arguments.wachtend)
    with _engine(arguments.database) as engine:
        _ready(engine)
        clock = _clock(engine, present(arguments))
        with _session(engine) as session:
            found = laptops(session, clock.now(), choice)
    for row in found:
        if console.json:
            console.line(asdict(row))
        else:
            print(_laptop_line(row))
    return 0


def _laptop_line(row: LaptopRij) -> str:
    """Who, in which state, how many wait, last seen, until when it opens, and which version."""
    seen = f"gezien {long_moment(row.laatst_gezien)}" if row.laatst_gezien else "nog nooit gezien"
    parts = [f"{row.medewerker} ({row.rol})", row.toestand, f"{row.openstaand} wachten", seen]
    parts += [f"open tot {long_date(local(row.lease_tot).date())}"] if row.lease_tot else []
    return "  ".join([row.id, *parts, f"versie {row.versie or 'onbekend'}"])


def _maintain(arguments: argparse.Namespace, console: Console) -> int:
    with _engine(arguments.database) as engine:
        _ready(engine)
        clock = _clock(engine, present(arguments))
        with _session(engine) as session:
            added = setup.bring_up_to_date(session, clock)
        with _session(engine) as session:
            ended = daily.issue(session, clock)
        with _session(engine) as session:
            gone = retention.forget(session, accounts.the_region(session).id, clock.now())
        with _session(engine) as session:
            found = maintain(session, clock.now())
    if found.afwijkend:
        console.say(sentence("onderhoud_afwijkend", {"buckets": ", ".join(found.afwijkend)}))
    if found.logboek is not None:
        console.say(sentence("controle_logboek", {"nummer": found.logboek}))
    words = (
        f"{count(found.buckets, 'telling', 'tellingen')} en {count(found.rijen, 'rij', 'rijen')} nagelopen."
    )
    if added:
        words += f" {count(added, 'regel', 'regels')} van lijsten, instrumenten en nazorg erbij."
    if ended:
        words += f" {count(len(ended), 'waarneming', 'waarnemingen')} beëindigd."
    if gone.antwoorden or gone.verwijderingen:
        words += f" {count(gone.antwoorden, 'antwoord', 'antwoorden')} en "
        words += (
            f"{count(gone.verwijderingen, 'verwijdering', 'verwijderingen')} waren oud en zijn opgeruimd."
        )
    data = asdict(found) | {
        "bijgewerkt": added,
        "waarnemingen_beeindigd": len(ended),
        "antwoorden_opgeruimd": gone.antwoorden,
        "verwijderingen_opgeruimd": gone.verwijderingen,
        "klopt": found.sound,
    }
    console.answer(data, words)
    return 0 if found.sound else 3


def _put_back(arguments: argparse.Namespace, console: Console) -> int:
    with _engine(arguments.database) as engine:
        _ready(engine)
        with _session(engine) as session:
            epoch = setup.put_back(session, clock_at(None))
            again = centre_erasing.do_again(session, clock_at(None), arguments.wislijst)
    words = "De laptops bieden opnieuw aan wat na de reservekopie was gebeurd."
    if again:
        words += f" Van de wislijst {'is' if again == 1 else 'zijn'} er {again} opnieuw gedaan."
    console.answer({"epoch": epoch, "wislijst": again}, words)
    return 0


def _erase(arguments: argparse.Namespace, console: Console) -> int:
    kind, person_id = centre_erasing.named(arguments)
    with _engine(arguments.database) as engine:
        _ready(engine)
        clock = _clock(engine, present(arguments))
        with _session(engine) as session:
            data = centre_erasing.erase(session, clock, kind, person_id, arguments.wislijst)
    lines = count(data["rijen"], "rij", "rijen")
    console.answer(
        data, f"De gegevens van deze persoon zijn gewist, in {lines}. Laptops volgen bij hun contact."
    )
    return 0


def _describe(_arguments: argparse.Namespace, _console: Console) -> int:
    print(json.dumps(openapi.document(), ensure_ascii=False, indent=1))
    return 0


RUN: Mapping[str, Callable[[argparse.Namespace, Console], int]] = {
    "init": _init,
    "serve": _serve,
    "nodig-uit": _invite,
    "trek-in": _revoke,
    "laptops": _list,
    "onderhoud": _maintain,
    "hersteld": _put_back,
    "wis": _erase,
    "openapi": _describe,
}
