"""Builders with defaults for what the core works on: people, contexts, commands, and a region to run them in.

A test names only what it is about. Ids and times are made here without a clock, so that a failing test fails
again in the same way.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, TypeVar
from uuid import NAMESPACE_DNS, UUID, uuid5

from sqlalchemy import Connection, Engine, insert, select, text

from desktop.models import bus, fields, row_codec, store
from desktop.models.commands import (
    actie,
    afstemming,
    beroepenlijst,
    contact,
    kandidaat,
    kandidaatregie,
    partner,
    plaatsing,
    vacature,
    voordracht,
    werkfit,
    werkgever,
    werkgeversvraag,
)
from desktop.models.commands.base import Command
from desktop.models.context import Actor, Context
from desktop.models.outcome import Outcome
from desktop.models.tables import Codewaarde, Medewerker, Synced
from desktop.models.work import Work

Row = TypeVar("Row", bound=Synced)
C = TypeVar("C", bound=Command)

NOW = datetime(2026, 11, 20, 9, 10, tzinfo=UTC)
LAPTOP = str(uuid5(NAMESPACE_DNS, "laptop.werkregie.test"))
_numbers = itertools.count(1)


def known_id(name: str) -> str:
    """The same id for the same name, for rows that a test wants to name twice."""
    return str(uuid5(NAMESPACE_DNS, f"{name}.werkregie.test"))


def new_id() -> str:
    """An id that was not given out before in this test run; later ones sort later."""
    return str(UUID(int=(0x0197 << 112) | (7 << 76) | (2 << 62) | next(_numbers)))


REGION_ID = known_id("regio")


def actor(naam: str, rol: str) -> Actor:
    """Someone of the region."""
    return Actor(medewerker_id=known_id(naam), naam=naam, rol=rol, regio_id=REGION_ID)


FATIMA = actor("Fatima El Idrissi", "accountmanager")
HERMAN = actor("Herman Bakker", "accountmanager")
SEVDA = actor("Sevda Yilmaz", "bemiddelaar")
ANOUK = actor("Anouk de Vries", "bemiddelaar")
KARIN = actor("Karin Smit", "teamleider")
JOOST = actor("Joost van Doorn", "beheerder")
PEOPLE = (FATIMA, HERMAN, SEVDA, ANOUK, KARIN, JOOST)

CODES: Mapping[str, Mapping[str, str]] = {
    "kanaal": {"bezoek": "bezoek", "telefoon": "telefoon", "e-mail": "e-mail", "video": "video"},
    "onderwerp": {"kennismaking": "kennismaking", "vacature": "vacature"},
    "segment": {"prospect": "prospect", "actief": "actief"},
    "rol_contactpersoon": {"hr": "HR", "directie": "directie"},
    "afspraak_soort": {"samenwerking": "samenwerking", "werkervaringsplekken": "werkervaringsplekken"},
    "gemeente": {"0402": "Hilversum", "0406": "Huizen", "0457": "Weesp"},
    "vraag_soort": {"personeel": "Personeel", "regelingen": "Regelingen en subsidies"},
    "partner_soort": {"sbb": "SBB", "vakbond": "Vakbond"},
    "matchingroute": {"matchtafel": "Matchtafel"},
    "beroepsklasse": {"technisch": "Technische beroepen", "zorg": "Zorg en welzijn beroepen"},
    "doelgroep": {"wajong": "Wajong", "statushouder": "Statushouder"},
    "uitkeringsgroep": {"ww": "WW", "geen": "Geen uitkering"},
    "werkfit_schaal": {"klaar": "Klaar om te beginnen", "nog_niet": "Nog niet klaar"},
    "werkfit_vraag": {"op_tijd": "Komt de kandidaat op tijd?"},
    "pc4": {"1217": "0402", "1272": "0406", "1382": "0457"},
}

_DEFAULTS: Mapping[type[Command], Mapping[str, Any]] = {
    werkgever.RegistreerWerkgever: {"naam": "Houtbouw Eemvallei"},
    werkgever.RegistreerContactpersoon: {"naam": "Wim Verkerk"},
    werkgever.ImporteerWerkgevers: {"bestand": "werkgevers.csv"},
    contact.LegContactVast: {"datum": "2026-11-20", "kanaal": "bezoek"},
    actie.MaakActie: {"gevraagde_handeling": "Bel terug over de vacature"},
    actie.MaakAfspraak: {"soort": "samenwerking", "inhoud": "Twee plekken per kwartaal"},
    actie.BeeindigAfspraak: {"tot": "2026-12-31"},
    afstemming.KiesAfstemming: {"keuze": "gelezen"},
    partner.RegistreerPartner: {"naam": "SBB Midden", "soort": "sbb", "contactnaam": "Els Vink"},
    werkgeversvraag.RegistreerWerkgeversvraag: {"soort": "personeel", "vraag": "Hoe vind ik twee monteurs?"},
    werkgeversvraag.BeantwoordWerkgeversvraag: {"antwoord": "Wij zoeken mee"},
    werkgeversvraag.VerwijsWerkgeversvraagDoor: {"reden": "Gaat over een leerbaan"},
    vacature.RegistreerVacature: {"naam": "Monteur", "soort": "baan"},
    vacature.TrekVacatureIn: {"reden": "Zelf iemand gevonden"},
    vacature.ImporteerVacatures: {"bestand": "vacatures.json", "bronsysteem": "VUM"},
    beroepenlijst.ImporteerBeroepen: {"bron": "BO&C"},
    voordracht.DoeVoordracht: {"datum": "2026-11-20", "toestemming": "2026-11-19"},
    plaatsing.RegistreerPlaatsing: {"soort": "baan", "start": "2026-12-01"},
    plaatsing.BeeindigPlaatsing: {"einddatum": "2026-12-31", "reden": "ander_werk"},
    plaatsing.LaatPlaatsingVervallen: {"reden": "niet_begonnen"},
    plaatsing.MeldOnderbreking: {"van": "2026-12-10"},
    plaatsing.BevestigMijlpaal: {"maanden": 1, "uitkomst": "gerealiseerd", "bevestigd_door": "werkgever"},
    kandidaat.RegistreerKandidaat: {"roepnaam": "Mila"},
    kandidaat.SluitKandidaatAf: {"reden": "aan_het_werk"},
    kandidaat.GeefToestemming: {"datum": "2026-11-20"},
    kandidaatregie.WeigerKandidaatoverdracht: {"reden": "geen_ruimte"},
    werkfit.BeoordeelWerkfit: {"waarde": "klaar"},
    werkfit.WijzigWerkfitlijst: {"schaal": [{"label": "Ja"}, {"label": "Nee"}]},
}


def a(cls: type[C], **given: Any) -> C:
    """A command with what is given and for the rest what every such command needs."""
    return fields.build(cls, {**_DEFAULTS.get(cls, {}), **given})


def context(
    who: Actor = FATIMA,
    *,
    uuid: str | None = None,
    tijd: datetime = NOW,
    ontvangen: datetime | None = None,
    basis: Mapping[str, int] | None = None,
    laptop_id: str = LAPTOP,
) -> Context:
    """The envelope of one command: typed and handled now unless said otherwise."""
    return Context(
        actor=who,
        laptop_id=laptop_id,
        uuid=uuid or new_id(),
        tijd=tijd,
        ontvangen=ontvangen or tijd,
        basis=basis or {},
    )


def medewerker_row(who: Actor, **given: Any) -> Medewerker:
    """The row of someone of the region."""
    return Medewerker(id=who.medewerker_id, naam=who.naam, rol=who.rol, **_row() | {"actief": True} | given)


def code_row(lijst: str, code: str, label: str, **given: Any) -> Codewaarde:
    """One value of a code list."""
    return Codewaarde(
        id=known_id(f"{lijst}/{code}"), lijst=lijst, code=code, label=label, volgorde=0, **_row() | given
    )


def _row() -> dict[str, Any]:
    return {
        "regio_id": REGION_ID,
        "versie": 1,
        "aangemaakt_op": NOW - timedelta(days=365),
        "aangemaakt_door": JOOST.medewerker_id,
        "gewijzigd_op": NOW - timedelta(days=365),
        "gewijzigd_door": JOOST.medewerker_id,
    }


@cache
def _first_rows() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    people = [medewerker_row(who) for who in PEOPLE]
    codes = [code_row(lijst, *pair) for lijst, pairs in CODES.items() for pair in pairs.items()]
    return [_values(row) for row in people], [_values(row) for row in codes]


def _values(row: Synced) -> dict[str, Any]:
    return {name: value for name, value in vars(row).items() if name != "_sa_instance_state"}


def fill_region(connection: Connection) -> None:
    """The colleagues and the code lists that every region starts with."""
    people, codes = _first_rows()
    connection.execute(insert(row_codec.TABLES["medewerker"]), people)
    connection.execute(insert(row_codec.TABLES["codewaarde"]), codes)


_FILLED = " UNION ALL ".join(
    f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})"  # noqa: S608 - names of our own metadata
    for name in row_codec.TABLES
)


def filled_tables(connection: Connection) -> list[str]:
    """The synced tables in which there is a row: most are empty in a test, and need not be read."""
    return list(connection.exec_driver_sql(_FILLED).scalars())


class Region:
    """A region in an open transaction, and the people who do things in it.

    Each command gets a unit of work of its own, as on a laptop; between `together()` and its end they
    share one, as a batch at the centre does.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.session = store.new_session(connection)
        self._batch: Work | None = None
        fill_region(connection)

    def do(self, command: Command, who: Actor | None = None, **envelope: Any) -> Outcome:
        """Runs the command; `envelope` is what `context` takes, or `context` itself."""
        around = envelope.get("context") or context(who or FATIMA, **envelope)
        if self._batch is not None:
            return bus.execute(self._batch, command, around)
        work = Work(self.session)
        outcome = bus.execute(work, command, around)
        work.flush()
        return outcome

    @contextmanager
    def together(self) -> Iterator[Work]:
        """Commands inside share one unit of work that is written at the end."""
        self._batch = Work(self.session)
        try:
            yield self._batch
            self._batch.flush()
        finally:
            self._batch = None

    def one(self, cls: type[Row], row_id: str | None) -> Row:
        """The row with this id as the database has it."""
        assert row_id is not None
        self.session.expire_all()
        row = self.session.get(cls, row_id)
        assert row is not None, f"{cls.__name__} {row_id} is not there"
        return row

    def all(self, cls: type[Row], **equal: Any) -> list[Row]:
        """Every row of a table, deleted ones included, in the order of their ids."""
        self.session.expire_all()
        return list(self.session.scalars(select(cls).filter_by(**equal).order_by(cls.id)))

    def wire(self) -> dict[str, dict[str, row_codec.Wire]]:
        """Table → id → row as it travels, for comparing whole databases."""
        self.session.flush()
        found: dict[str, dict[str, row_codec.Wire]] = {name: {} for name in row_codec.TABLES}
        for name in filled_tables(self.connection):
            table = row_codec.TABLES[name]
            rows = self.connection.execute(select(table)).mappings()
            found[table.name] = {row["id"]: row_codec.to_wire(table.name, dict(row)) for row in rows}
        return found

    def check_constraints(self) -> None:
        """What a commit would check: foreign keys that are deferred."""
        if self.connection.dialect.name == "postgresql":
            self.connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
            self.connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        else:
            assert self.connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


@contextmanager
def region_in(engine: Engine) -> Iterator[Region]:
    """A filled region that is gone afterwards; its constraints are checked first."""
    with engine.connect() as connection, connection.begin() as transaction:
        region = Region(connection)
        try:
            yield region
            region.session.flush()
            region.check_constraints()
        finally:
            region.session.close()
            transaction.rollback()
