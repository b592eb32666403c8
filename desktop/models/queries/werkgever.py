"""One werkgever's card, its places and people, and the duplicate check (R9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.medewerker import labels
from desktop.models.queries.pending import asked_regie, touched, waiting_werkgevers
from desktop.models.queries.vestiging import place_names
from desktop.models.queries.werkgever_filter import ACTIVE
from desktop.models.queries.werkgever_lines import lines
from desktop.models.queries.werkgever_rows import (
    ContactpersoonRij,
    MogelijkDubbel,
    VestigingRij,
    WerkgeverKaart,
)
from desktop.models.rules.werkgever import is_likely_double, likeness, search_name
from desktop.models.tables import (
    Contactpersoon,
    Medewerker,
    Regie,
    Vestiging,
    Werkgever,
)

CARD_COLUMNS = tuple(
    name
    for name in WerkgeverKaart.__slots__
    if name not in ("gemeente", "regiehouder_id", "regiehouder", "regie_sinds", "regie_gevraagd", "wacht")
)


def cards(session: Session, ids: Iterable[str] | None = None) -> tuple[WerkgeverKaart, ...]:
    """Whole cards by name; of these ids, or of all werkgevers."""
    query = (
        select(Werkgever, Regie.accountmanager_id, Medewerker.naam, Regie.van)
        .outerjoin(Regie, ACTIVE)
        .outerjoin(Medewerker, Medewerker.id == Regie.accountmanager_id)
        .order_by(Werkgever.zoeknaam, Werkgever.id)
    )
    query = (
        query.where(Werkgever.verwijderd_op.is_(None))
        if ids is None
        else query.where(Werkgever.id.in_(list(ids)))
    )
    waiting, asked, gemeenten = waiting_werkgevers(session), asked_regie(session), labels(session, "gemeente")
    return tuple(
        _card(row, holder_id, holder, since, gemeenten, row.id in asked, row.id in waiting)
        for row, holder_id, holder, since in session.execute(query)
    )


def _card(
    row: Werkgever,
    holder_id: str | None,
    holder: str | None,
    since: Any,
    gemeenten: dict[str, str],
    asked: bool,
    waits: bool,
) -> WerkgeverKaart:
    values = {name: getattr(row, name) for name in CARD_COLUMNS}
    values["handelsnamen"], values["kenmerken"] = tuple(row.handelsnamen or ()), tuple(row.kenmerken or ())
    return WerkgeverKaart(
        **values,
        gemeente=gemeenten.get(row.gemeente_code or ""),
        regiehouder_id=holder_id,
        regiehouder=holder,
        regie_sinds=since,
        regie_gevraagd=asked,
        wacht=waits,
    )


def current_id(session: Session, werkgever_id: str) -> str:
    """The werkgever that stands for this id now (double registrations and merges followed)."""
    for _ in range(10):
        target = session.scalar(select(Werkgever.samengevoegd_met).where(Werkgever.id == werkgever_id))
        if target is None:
            break
        werkgever_id = target
    return werkgever_id


def id_of_kvk(session: Session, kvk_nummer: str) -> str | None:
    """The werkgever with this KvK number."""
    return session.scalar(
        select(Werkgever.id).where(Werkgever.kvk_nummer == kvk_nummer, Werkgever.verwijderd_op.is_(None))
    )


def vestigingen(session: Session, werkgever_id: str | None = None) -> tuple[VestigingRij, ...]:
    """Places by werkgever, the hoofdvestiging first."""
    query = (
        select(Vestiging, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Vestiging.werkgever_id)
        .where(Vestiging.verwijderd_op.is_(None), Werkgever.verwijderd_op.is_(None))
        .order_by(
            Vestiging.werkgever_id,
            Vestiging.hoofdvestiging.desc(),
            Vestiging.naam,
            Vestiging.postcode,
            Vestiging.id,
        )
    )
    if werkgever_id:
        query = query.where(Vestiging.werkgever_id == werkgever_id)
    rows = session.execute(query).all()
    waiting = touched(session, "vestiging", [row.id for row, _ in rows])
    gemeenten = labels(session, "gemeente")
    return tuple(
        VestigingRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            werkgever=naam,
            vestigingsnummer=row.vestigingsnummer,
            naam=row.naam,
            hoofdvestiging=row.hoofdvestiging,
            straat=row.straat,
            huisnummer=row.huisnummer,
            toevoeging=row.toevoeging,
            postcode=row.postcode,
            woonplaats=row.woonplaats,
            gemeente_code=row.gemeente_code,
            gemeente=gemeenten.get(row.gemeente_code or ""),
            adres_afgeschermd=row.adres_afgeschermd,
            wacht=row.id in waiting,
        )
        for row, naam in rows
    )


def contactpersonen(session: Session, werkgever_id: str | None = None) -> tuple[ContactpersoonRij, ...]:
    """People by werkgever and name; those who left last."""
    query = (
        select(Contactpersoon, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Contactpersoon.werkgever_id)
        .where(Contactpersoon.verwijderd_op.is_(None), Werkgever.verwijderd_op.is_(None))
        .order_by(
            Contactpersoon.werkgever_id,
            Contactpersoon.tot.is_not(None),
            Contactpersoon.naam,
            Contactpersoon.id,
        )
    )
    if werkgever_id:
        query = query.where(Contactpersoon.werkgever_id == werkgever_id)
    rows = session.execute(query).all()
    waiting = touched(session, "contactpersoon", [row.id for row, _ in rows])
    places = place_names(session, {row.vestiging_id for row, _ in rows if row.vestiging_id})
    return tuple(
        ContactpersoonRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            werkgever=naam,
            vestiging_id=row.vestiging_id,
            naam=row.naam,
            functie=row.functie,
            rol=row.rol,
            email=row.email,
            telefoon=row.telefoon,
            telefoon_2=row.telefoon_2,
            voorkeurskanaal=row.voorkeurskanaal,
            van=row.van,
            tot=row.tot,
            niet_benaderen=row.niet_benaderen,
            laatste_controle=row.laatste_controle,
            versie=row.versie,
            wacht=row.id in waiting,
            vestiging=places.get(row.vestiging_id or ""),
        )
        for row, naam in rows
    )


def possible_doubles(
    session: Session, naam: str, kvk_nummer: str | None, postcode: str | None, woonplaats: str | None
) -> tuple[MogelijkDubbel, ...]:
    """R9 over all werkgevers of the region: the same number is certain, a likely name a suggestion."""
    found: dict[str, MogelijkDubbel] = {}
    same = id_of_kvk(session, kvk_nummer) if kvk_nummer else None
    wanted = search_name(naam) if naam.strip() else ""
    ids = ([same] if same else []) + (
        _resembling(session, wanted, postcode, woonplaats) if len(wanted) > 2 else []
    )
    for line in lines(session, list(dict.fromkeys(ids))):
        certain = line.id == same
        score = 100 if certain else likeness(wanted, search_name(line.naam))
        found[line.id] = MogelijkDubbel(
            line.id, line.naam, line.kvk_nummer, line.plaats, line.regiehouder, certain, score
        )
    return tuple(sorted(found.values(), key=lambda item: (not item.zeker, -item.gelijkenis, item.naam))[:8])


def _resembling(session: Session, wanted: str, postcode: str | None, woonplaats: str | None) -> list[str]:
    """Candidates share the first letters of a word, or the postcode; rapidfuzz judges them."""
    near = set()
    if postcode:
        near = set(
            session.scalars(select(Vestiging.werkgever_id).where(Vestiging.postcode == postcode).limit(200))
        )
    starts = [Werkgever.zoeknaam.startswith(word[:4]) for word in (wanted, wanted.split()[0])]
    query = select(Werkgever.id, Werkgever.zoeknaam, Werkgever.plaats).where(
        Werkgever.verwijderd_op.is_(None), or_(*starts, Werkgever.id.in_(near))
    )
    place = (woonplaats or "").casefold()
    return [
        row.id
        for row in session.execute(query.limit(5000))
        if is_likely_double(
            wanted, row.zoeknaam, row.id in near or (place != "" and (row.plaats or "").casefold() == place)
        )
    ]
