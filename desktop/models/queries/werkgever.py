"""The list of werkgevers, one werkgever's card, its places and people, and the duplicate check (R9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries.ids import Ids
from desktop.models.queries.medewerker import labels
from desktop.models.queries.pending import asked_regie, touched, waiting_werkgevers
from desktop.models.queries.rows import (
    ContactpersoonRij,
    MogelijkDubbel,
    VestigingRij,
    WerkgeverFilter,
    WerkgeverKaart,
    WerkgeverRegel,
)
from desktop.models.queries.vestiging import place_names
from desktop.models.queries.waarneming import substitutes
from desktop.models.rules.werkgever import is_likely_double, likeness, search_name
from desktop.models.search import matches, terms
from desktop.models.tables import (
    Actie,
    Contactmoment,
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
_ACTIVE = and_(Regie.werkgever_id == Werkgever.id, Regie.tot.is_(None), Regie.verwijderd_op.is_(None))


def _filtered(
    session: Session, keuze: WerkgeverFilter, me: str | None, query: Select[*tuple[Any, ...]]
) -> Select[*tuple[Any, ...]]:
    query = query.where(Werkgever.verwijderd_op.is_(None))
    condition = matches(session, keuze.tekst)
    if condition is not None:
        query = query.where(condition)
    holder = me if keuze.mijn_regie else keuze.regiehouder_id
    if holder:
        query = query.where(exists().where(_ACTIVE, Regie.accountmanager_id == holder))
    if keuze.zonder_regie:
        query = query.where(~exists().where(_ACTIVE))
    if keuze.gemeente_code:
        query = query.where(Werkgever.gemeente_code == keuze.gemeente_code)
    if keuze.geen_contact_sinds:
        recent = exists().where(
            Contactmoment.werkgever_id == Werkgever.id,
            Contactmoment.datum >= keuze.geen_contact_sinds,
            Contactmoment.verwijderd_op.is_(None),
        )
        query = query.where(~recent)
    return query


def werkgevers(
    session: Session,
    keuze: WerkgeverFilter,
    me: str | None,
    limiet: int | None,
    vanaf: int = 0,
    today: date | None = None,
) -> tuple[WerkgeverRegel, ...]:
    """A page of the list by name; when something was typed, names that begin with it come first."""
    page = _in_order(session, keuze, me).limit(limiet).offset(vanaf)
    return lines(session, [row.id for row in session.execute(page)], today)


def ids(session: Session, keuze: WerkgeverFilter, me: str | None) -> Ids:
    """All that the filter leaves, in the order of the list: one read, put together by the database."""
    found = _in_order(session, keuze, me).subquery()
    return Ids(session.scalar(select(func.group_concat(found.c.id, ""))) or "")


def _in_order(session: Session, keuze: WerkgeverFilter, me: str | None) -> Select[*tuple[Any, ...]]:
    query = _filtered(session, keuze, me, select(Werkgever.id, Werkgever.zoeknaam))
    words = terms(keuze.tekst)
    if words:
        first = " ".join(words)
        query = query.order_by(case((Werkgever.zoeknaam.startswith(first), 0), else_=1))
    return query.order_by(Werkgever.zoeknaam, Werkgever.id)


def count(session: Session, keuze: WerkgeverFilter, me: str | None) -> int:
    """How many werkgevers the filter leaves."""
    query = _filtered(session, keuze, me, select(func.count()).select_from(Werkgever))
    return session.scalar(query) or 0


def lines(session: Session, ids: Sequence[str], today: date | None = None) -> tuple[WerkgeverRegel, ...]:
    """These werkgevers in this order; with a day also who stands in for their regiehouder."""
    away = substitutes(session, today) if today else {}
    waiting, asked, gemeenten = waiting_werkgevers(session), asked_regie(session), labels(session, "gemeente")
    found: dict[str, WerkgeverRegel] = {}
    for start in range(0, len(ids), 500):
        for row in session.execute(_line_query(ids[start : start + 500])):
            found[row.id] = WerkgeverRegel(
                id=row.id,
                naam=row.naam,
                kvk_nummer=row.kvk_nummer,
                plaats=row.plaats,
                gemeente=gemeenten.get(row.gemeente_code or ""),
                segment=row.segment,
                regiehouder_id=row.accountmanager_id,
                regiehouder=row.regiehouder,
                regie_gevraagd=row.id in asked,
                laatste_contact=row.laatste_contact,
                open_acties=row.open_acties,
                wacht=row.id in waiting,
                waarnemer=away.get((row.accountmanager_id, row.id))
                or away.get((row.accountmanager_id, None)),
            )
    return tuple(found[row_id] for row_id in ids if row_id in found)


def _line_query(ids: Sequence[str]) -> Select[*tuple[Any, ...]]:
    latest = (
        select(func.max(Contactmoment.datum))
        .where(Contactmoment.werkgever_id == Werkgever.id, Contactmoment.verwijderd_op.is_(None))
        .scalar_subquery()
    )
    open_tasks = (
        select(func.count())
        .select_from(Actie)
        .where(
            Actie.werkgever_id == Werkgever.id, Actie.status == "te_verwerken", Actie.verwijderd_op.is_(None)
        )
        .scalar_subquery()
    )
    return (
        select(
            Werkgever.id,
            Werkgever.naam,
            Werkgever.kvk_nummer,
            Werkgever.plaats,
            Werkgever.gemeente_code,
            Werkgever.segment,
            Regie.accountmanager_id,
            Medewerker.naam.label("regiehouder"),
            latest.label("laatste_contact"),
            open_tasks.label("open_acties"),
        )
        .outerjoin(Regie, _ACTIVE)
        .outerjoin(Medewerker, Medewerker.id == Regie.accountmanager_id)
        .where(Werkgever.id.in_(ids))
    )


def cards(session: Session, ids: Iterable[str] | None = None) -> tuple[WerkgeverKaart, ...]:
    """Whole cards by name; of these ids, or of all werkgevers."""
    query = (
        select(Werkgever, Regie.accountmanager_id, Medewerker.naam, Regie.van)
        .outerjoin(Regie, _ACTIVE)
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
