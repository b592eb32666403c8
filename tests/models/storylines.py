"""Random days at a Werkcentrum: commands that mostly make sense, over a few werkgevers, by everyone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from desktop.models.commands.actie import (
    BeantwoordContactverzoek,
    BeeindigAfspraak,
    DoeContactverzoek,
    MaakActie,
    MaakAfspraak,
    RondActieAf,
    VerzetActie,
)
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast, WijzigContact, ZetContactVast
from desktop.models.commands.lijst import BewaarLijst, VerwijderLijst
from desktop.models.commands.ongedaan import UNDOABLE, MaakOngedaan, row_of
from desktop.models.commands.regie import (
    AanvaardOverdracht,
    BeeindigWaarneming,
    MeldBenadering,
    MeldKennismaking,
    NeemRegie,
    RondOverdrachtAf,
    StelOverdrachtVoor,
    StelWaarnemingIn,
    TrekOverdrachtIn,
    WeigerOverdracht,
    WijsRegieToe,
)
from desktop.models.commands.werkgever import (
    ImporteerWerkgevers,
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    VoegWerkgeversSamen,
    WijzigContactpersoon,
    WijzigVestiging,
    WijzigWerkgever,
)
from desktop.models.context import Actor
from desktop.models.fields import to_plain
from desktop.models.rights import MAY_DO
from tests.support.builders import HERMAN, NOW, PEOPLE, REGION_ID, a, known_id


@dataclass(frozen=True)
class Step:
    """One command with its envelope."""

    command: Command
    who: Actor
    tijd: datetime
    uuid: str
    basis: Mapping[str, int] = field(default_factory=dict)


IDS = {
    name: [known_id(f"{name} {n}") for n in range(3 if name == "werkgever" else 2)]
    for name in (
        "werkgever",
        "vestiging",
        "persoon",
        "contact",
        "actie",
        "afspraak",
        "lijst",
        "batch",
        "overdracht",
        "waarneming",
    )
}
KVK = st.sampled_from([None, "69599084", "68727720", "74123456"])
NAMES = st.sampled_from(
    ["Houtbouw Eemvallei", "Houtbouw B.V.", "Café Noord", "Ĳsclub 't Gooi", "Zorg, wonen & welzijn"]
)
TEXTS = st.sampled_from(
    ["bouw", "zorg", "handel", "Één regel\nen nog een", "50% 'korting' \\ \"nu\"", "5", "true", "null"]
)
ADDRESS = st.fixed_dictionaries(
    {},
    optional={
        "straat": TEXTS,
        "huisnummer": st.integers(1, 99),
        "postcode": st.sampled_from(["1217ZA", "1272AB", "3755AA"]),
        "woonplaats": st.sampled_from(["Hilversum", "Huizen"]),
    },
)


def an(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from(IDS[kind])


def command(cls: type[Command], required: dict[str, Any], optional: dict[str, Any] | None = None) -> Any:
    """Commands of one kind."""
    fields = st.fixed_dictionaries(required, optional=optional or {})
    return fields.map(lambda given: a(cls, **given))


def _import_row() -> st.SearchStrategy[dict[str, Any]]:
    place = st.builds(lambda row_id, address: {"id": row_id, **address}, an("vestiging"), ADDRESS)
    return st.fixed_dictionaries(
        {"id": an("werkgever"), "naam": NAMES, "kvk_nummer": KVK},
        optional={
            "sector": TEXTS,
            "werkzame_personen": st.integers(0, 50),
            "handelsnamen": st.lists(NAMES, max_size=2),
            "ind_non_mailing": st.booleans(),
            "vestigingen": st.lists(place, max_size=1),
        },
    )


_CHANGES = {
    "naam": NAMES,
    "sector": TEXTS,
    "kvk_nummer": KVK,
    "werkzame_personen": st.integers(0, 50),
    "handelsnamen": st.lists(NAMES, max_size=2),
    "ind_non_mailing": st.booleans(),
    "niet_benaderen_tot": st.sampled_from(["2027-01-01", "2027-02-01"]),
    "wis": st.lists(st.sampled_from(["sector", "handelsnamen", "kvk_nummer", "actief"]), max_size=2),
}
_CONTACT = {
    "notitie": TEXTS,
    "vertrouwelijk": st.booleans(),
    "contactpersoon_ids": st.lists(an("persoon"), max_size=2),
    "contact_gelukt": st.booleans(),
}
_COLLEAGUE = st.sampled_from([who.medewerker_id for who in PEOPLE])
_W = {"werkgever_id": an("werkgever")}
_O = {"overdracht_id": st.just(IDS["overdracht"][0]) | an("overdracht")}
_DAYS = st.sampled_from(["2026-11-19", "2026-11-20", "2026-11-21", "2026-12-01"])
_CLOCK = st.sampled_from(["09:10", "13:30"])
_LIST = st.fixed_dictionaries(
    {}, optional={"tekst": TEXTS, "mijn_regie": st.booleans(), "dagen_zonder_contact": st.integers(1, 90)}
)
COMMANDS = st.one_of(
    command(
        RegistreerWerkgever, {"id": an("werkgever"), "naam": NAMES, "kvk_nummer": KVK}, {"sector": TEXTS}
    ),
    st.builds(
        lambda row_id, naam, kvk, address: a(
            RegistreerWerkgever, id=row_id, naam=naam, kvk_nummer=kvk, **address
        ),
        an("werkgever"),
        NAMES,
        KVK,
        ADDRESS,
    ),
    command(WijzigWerkgever, _W, _CHANGES),
    command(WijzigWerkgever, {"werkgever_id": st.just(IDS["werkgever"][0]), "sector": TEXTS}),
    command(
        WijzigWerkgever, {"werkgever_id": st.just(IDS["werkgever"][0]), "naam": NAMES, "kvk_nummer": KVK}
    ),
    command(WijzigContactpersoon, {"contactpersoon_id": st.just(IDS["persoon"][0]), "functie": TEXTS}),
    command(VoegWerkgeversSamen, _W | {"dubbel_id": an("werkgever"), "regie_bij_id": st.none() | _COLLEAGUE}),
    st.builds(
        lambda row_id, werkgever, address: a(
            RegistreerVestiging, id=row_id, werkgever_id=werkgever, **address
        ),
        an("vestiging"),
        an("werkgever"),
        ADDRESS,
    ),
    command(RegistreerContactpersoon, {"id": an("persoon")} | _W, {"telefoon": st.just("0351234567")}),
    command(
        WijzigContactpersoon,
        {"contactpersoon_id": an("persoon")},
        {"functie": TEXTS, "tot": st.just("2026-12-31"), "niet_benaderen": st.booleans()},
    ),
    command(
        ImporteerWerkgevers, {"batch": an("batch"), "regels": st.lists(_import_row(), min_size=1, max_size=3)}
    ),
    command(MaakOngedaan, {"batch": an("batch")}),
    command(NeemRegie, _W),
    command(WijsRegieToe, _W | {"accountmanager_id": _COLLEAGUE}),
    command(MeldBenadering, _W),
    command(StelOverdrachtVoor, {"id": an("overdracht"), "naar_id": _COLLEAGUE} | _W, {"toelichting": TEXTS}),
    command(AanvaardOverdracht, _O),
    command(WeigerOverdracht, _O | {"reden": TEXTS}),
    command(TrekOverdrachtIn, _O, {"reden": TEXTS}),
    command(MeldKennismaking, _O | {"datum": _DAYS}),
    command(RondOverdrachtAf, _O),
    command(
        StelWaarnemingIn,
        {"id": an("waarneming"), "waarnemer_id": _COLLEAGUE, "van": _DAYS, "tot": _DAYS},
        {"voor_id": _COLLEAGUE, "werkgever_ids": st.lists(an("werkgever"), max_size=2), "reden": TEXTS},
    ),
    command(BeeindigWaarneming, {"waarneming_id": an("waarneming")}),
    command(
        LegContactVast,
        {"id": an("contact")} | _W,
        _CONTACT | {"richting": st.sampled_from(["wij", "werkgever"]), "vestiging_id": an("vestiging")},
    ),
    command(
        WijzigContact,
        {"contactmoment_id": an("contact")},
        _CONTACT
        | {"wis": st.lists(st.sampled_from(["notitie", "onderwerp", "contactpersoon_ids"]), max_size=2)},
    ),
    command(ZetContactVast, {"contactmoment_id": an("contact")}, {"vast": st.booleans()}),
    st.builds(
        lambda row_id, main, address: a(
            WijzigVestiging, vestiging_id=row_id, hoofdvestiging=main or None, **address
        ),
        an("vestiging"),
        st.booleans(),
        ADDRESS,
    ),
    command(VerzetActie, {"actie_id": an("actie"), "deadline": _DAYS, "reden": TEXTS}, {"tijd": _CLOCK}),
    command(
        DoeContactverzoek,
        {"id": an("actie"), "vraag": TEXTS} | _W,
        {"aan_id": _COLLEAGUE, "toelichting": TEXTS},
    ),
    command(
        BeantwoordContactverzoek,
        {"contactverzoek_id": an("actie"), "akkoord": st.booleans()},
        {"toelichting": TEXTS},
    ),
    command(BewaarLijst, {"naam": NAMES, "keuze": _LIST}, {"id": an("lijst")}),
    command(VerwijderLijst, {"lijst_id": an("lijst")}),
    command(MaakActie, {"id": an("actie")} | _W, {"toegewezen_aan_id": _COLLEAGUE, "toelichting": TEXTS}),
    command(RondActieAf, {"actie_id": an("actie")}, {"toelichting": TEXTS}),
    command(MaakAfspraak, {"id": an("afspraak")} | _W, {"contactmoment_id": an("contact")}),
    command(BeeindigAfspraak, {"afspraak_id": an("afspraak")}, {"reden": TEXTS}),
)


def _people(naam: str) -> st.SearchStrategy[Actor]:
    """Mostly someone who may do it."""
    may = [who for who in PEOPLE if who.rol in MAY_DO[naam]]
    return st.sampled_from([*may, *may, *PEOPLE])


def _prologue() -> list[Command]:
    """Something of everything, so that what comes later has something to be about."""
    first, second, third = IDS["werkgever"]
    return [
        a(RegistreerWerkgever, id=first, naam="Houtbouw Eemvallei", kvk_nummer="69599084", sector="bouw"),
        a(RegistreerWerkgever, id=second, naam="Café Noord", woonplaats="Huizen"),
        a(
            ImporteerWerkgevers,
            batch=IDS["batch"][0],
            regels=[{"id": third, "naam": "Zorg, wonen & welzijn"}],
        ),
        a(RegistreerContactpersoon, id=IDS["persoon"][0], werkgever_id=first),
        a(LegContactVast, id=IDS["contact"][0], werkgever_id=first, notitie="Kennisgemaakt"),
        a(MaakActie, id=IDS["actie"][0], werkgever_id=second, toelichting="Graag deze week"),
        a(MaakAfspraak, id=IDS["afspraak"][0], werkgever_id=first),
        a(NeemRegie, werkgever_id=second),
        a(
            StelOverdrachtVoor,
            id=IDS["overdracht"][0],
            werkgever_id=second,
            naar_id=HERMAN.medewerker_id,
        ),
    ]


_SEEN = st.fixed_dictionaries(
    {row_id: st.integers(1, 3) for row_id in (*IDS["werkgever"], IDS["persoon"][0], IDS["actie"][0])}
)


def _undo(done: Command, uuid: str) -> Command:
    """As the laptop of its author would send it."""
    about = row_of(done.NAME, to_plain(done), REGION_ID) or uuid
    return a(MaakOngedaan, opdracht_uuid=uuid, naam=done.NAME, rij_id=about)


@st.composite
def storylines(draw: st.DrawFn) -> list[Step]:
    """A short past in which everything exists, and then up to twenty commands of anybody.

    Some of it is taken back: mostly by who did it, perhaps long after and perhaps twice.
    """
    prologue = [(each, PEOPLE[0]) for each in _prologue()]
    drawn = [(each, draw(_people(each.NAME))) for each in draw(st.lists(COMMANDS, min_size=3, max_size=20))]
    course = [(each, who, known_id(f"opdracht {n}")) for n, (each, who) in enumerate(prologue + drawn)]
    for n, back in enumerate(draw(st.lists(st.integers(0, len(course) - 1), max_size=6))):
        done, author, uuid = course[back]
        if done.NAME in UNDOABLE:
            who = draw(st.sampled_from([author, author, author, *PEOPLE]))
            place = draw(st.integers(back + 1, len(course)))
            course.insert(place, (_undo(done, uuid), who, known_id(f"terug {n}")))
    return [
        Step(
            command=each,
            who=who,
            tijd=NOW + timedelta(hours=n),
            uuid=uuid,
            basis=draw(st.just({}) | _SEEN),
        )
        for n, (each, who, uuid) in enumerate(course)
    ]
