"""What the import of vacatures asks of this laptop: which werkgever is meant, what is here already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.imports.vacatures import Candidate
from desktop.laptop import Laptop
from desktop.models.handlers.vacature_import import differing
from desktop.models.queries.werkgever import possible_doubles
from desktop.models.rules import vum
from desktop.models.rules.werkgever import search_name
from desktop.models.tables import Vacature, VacatureDossier, Veldwijziging, Vestiging, Werkgever


class LaptopVacatures:
    """`desktop.imports.vacatures.KnownVacatures` over a laptop."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop

    def named(self, naam: str, postcode: str | None) -> Sequence[Candidate]:
        """Those with this name, at this postcode if that tells them apart; or else what it may be (R9)."""
        return self._laptop.read(lambda session: self._named(session, naam, postcode))

    def _named(self, session: Session, naam: str, postcode: str | None) -> list[Candidate]:
        ids = self._by_name.get(search_name(naam), [])
        if len(ids) > 1 and postcode:
            there = select(Vestiging.werkgever_id).where(
                Vestiging.werkgever_id.in_(ids),
                Vestiging.postcode == postcode,
                Vestiging.verwijderd_op.is_(None),
            )
            at_place = list(dict.fromkeys(session.scalars(there)))
            ids = at_place if len(at_place) == 1 else ids
        if ids:
            return [Candidate(row_id, naam, zeker=True) for row_id in ids]
        doubles = possible_doubles(session, naam, None, postcode, None)
        return [Candidate(one.werkgever_id, one.naam, zeker=False) for one in doubles]

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        """Every name under which a werkgever is known, as names are compared."""
        query = select(Werkgever.id, Werkgever.zoeknaam, Werkgever.handelsnamen).where(
            Werkgever.verwijderd_op.is_(None)
        )
        found: dict[str, list[str]] = {}
        for row in self._laptop.read(lambda session: session.execute(query).all()):
            for name in dict.fromkeys((row.zoeknaam, *map(search_name, row.handelsnamen or ()))):
                found.setdefault(name, []).append(row.id)
        return found

    def differs(self, reading: vum.Reading) -> bool | None:
        """Whether what is here says something else; what was taken back would return."""
        row = self._rows.get(reading.columns["bron_id"])
        if row is None:
            return None
        by_hand = self._by_hand.get(row.id, frozenset())
        changed = row.verwijderd_op is not None or row.vum != reading.rest
        return changed or bool(differing(row, reading.columns, by_hand)) or self._people_differ(row, reading)

    def _people_differ(self, row: Vacature, reading: vum.Reading) -> bool:
        """Of people that this laptop may not hold nothing is known: the file's are sent again."""
        return self._people.get(row.id) != reading.people

    @cached_property
    def _rows(self) -> Mapping[str, Vacature]:
        there = sorted(self._laptop.read(_of_source), key=lambda row: row.verwijderd_op is None)
        return {row.bron_id: row for row in there if row.bron_id}

    @cached_property
    def _people(self) -> Mapping[str, list[object] | None]:
        query = select(VacatureDossier.vacature_id, VacatureDossier.vum_contactpersonen).where(
            VacatureDossier.verwijderd_op.is_(None)
        )
        rows = self._laptop.read(lambda session: session.execute(query).all())
        return {row.vacature_id: row.vum_contactpersonen for row in rows}

    @cached_property
    def _by_hand(self) -> Mapping[str, frozenset[str]]:
        query = select(Veldwijziging.rij_id, Veldwijziging.veld).where(
            Veldwijziging.tabel == Vacature.__tablename__,
            Veldwijziging.import_batch.is_(None),
            Veldwijziging.verwijderd_op.is_(None),
        )
        found: dict[str, set[str]] = {}
        for row in self._laptop.read(lambda session: session.execute(query).all()):
            found.setdefault(row.rij_id, set()).add(row.veld)
        return {row_id: frozenset(names) for row_id, names in found.items()}


def _of_source(session: Session) -> Sequence[Vacature]:
    """Whole, and apart from the session: they are compared when it has ended."""
    rows = session.scalars(select(Vacature).where(Vacature.bronsysteem == vum.BRON)).all()
    for row in rows:
        session.expunge(row)
    return rows
