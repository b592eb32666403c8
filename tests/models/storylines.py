"""Random days at a Werkcentrum: commands that mostly make sense, over a few werkgevers, by everyone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from desktop.models.commands.actie import BeeindigAfspraak, MaakActie, MaakAfspraak, RondActieAf
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.regie import MeldBenadering, NeemRegie, WijsRegieToe
from desktop.models.commands.werkgever import (
    ImporteerWerkgevers,
    MaakOngedaan,
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    VoegWerkgeversSamen,
    WijzigContactpersoon,
    WijzigWerkgever,
)
from desktop.models.context import Actor
from tests.support.builders import NOW, PEOPLE, a, known_id


@dataclass(frozen=True)
class Step:
    """One command with its envelope."""

    command: Command
    who: Actor
    tijd: datetime
    uuid: str
    basis: Mapping[str, int] = field(default_factory=dict)


IDS = {
    name: [known_id(f"{name} {n}") for n in range(3)]
    for name in ("werkgever", "vestiging", "persoon", "contact", "actie", "afspraak", "batch")
}
ALL_IDS = [row_id for ids in IDS.values() for row_id in ids]
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
    command(
        LegContactVast,
        {"id": an("contact")} | _W,
        _CONTACT | {"richting": st.sampled_from(["wij", "werkgever"]), "vestiging_id": an("vestiging")},
    ),
    command(WijzigContact, {"contactmoment_id": an("contact")}, _CONTACT),
    command(MaakActie, {"id": an("actie")} | _W, {"toegewezen_aan_id": _COLLEAGUE, "toelichting": TEXTS}),
    command(RondActieAf, {"actie_id": an("actie")}, {"toelichting": TEXTS}),
    command(MaakAfspraak, {"id": an("afspraak")} | _W, {"contactmoment_id": an("contact")}),
    command(BeeindigAfspraak, {"afspraak_id": an("afspraak")}, {"toelichting": TEXTS}),
)


@st.composite
def storylines(draw: st.DrawFn) -> list[Step]:
    """Up to fifteen commands after three registrations."""
    commands = [a(RegistreerWerkgever, id=row_id, naam=draw(NAMES)) for row_id in IDS["werkgever"][:2]]
    commands += draw(st.lists(COMMANDS, min_size=1, max_size=15))
    return [
        Step(
            command=each,
            who=draw(st.sampled_from(PEOPLE)),
            tijd=NOW + timedelta(hours=n),
            uuid=known_id(f"opdracht {n}"),
            basis=draw(st.dictionaries(st.sampled_from(ALL_IDS), st.integers(1, 2), max_size=2)),
        )
        for n, each in enumerate(commands)
    ]
