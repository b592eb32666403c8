"""What the import asks of this laptop's database: which werkgevers it knows, by number and by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.imports.known import KnownVestiging, KnownWerkgever, NameKey, name_key
from desktop.laptop import Laptop
from desktop.models.handlers.importing import FILLED
from desktop.models.rules.werkgever import search_name
from desktop.models.tables import Vestiging, Werkgever

CHUNK = 500


@dataclass(frozen=True, slots=True)
class LaptopWerkgevers:
    """`desktop.imports.known.KnownWerkgevers` over a laptop."""

    laptop: Laptop

    def by_kvk(self, kvk_nummers: Sequence[str]) -> Mapping[str, KnownWerkgever]:
        """KvK number → the werkgever that has it."""
        found: dict[str, KnownWerkgever] = {}
        for start in range(0, len(kvk_nummers), CHUNK):
            part = list(kvk_nummers[start : start + CHUNK])
            rows = self.laptop.read(lambda session, part=part: _load(session, Werkgever.kvk_nummer.in_(part)))  # type: ignore[misc]
            found |= {row.kvk_nummer: row for row in rows if row.kvk_nummer}
        return found

    def by_name(self, keys: Sequence[NameKey]) -> Mapping[NameKey, Sequence[KnownWerkgever]]:
        """Name and postcode → werkgevers with that name and a vestiging on that postcode."""
        wanted = set(keys)
        names = sorted({search_name(key.naam) for key in keys})
        found: dict[NameKey, list[KnownWerkgever]] = {}
        for start in range(0, len(names), CHUNK):
            part = names[start : start + CHUNK]
            rows = self.laptop.read(lambda session, part=part: _load(session, Werkgever.zoeknaam.in_(part)))  # type: ignore[misc]
            for row in rows:
                for key in _keys(row) & wanted:
                    found.setdefault(key, []).append(row)
        return found


def _keys(row: KnownWerkgever) -> set[NameKey]:
    known = {place.postcode for place in row.vestigingen if place.postcode}
    postcodes: set[str | None] = {*known} or {None}
    return {name_key(naam, postcode) for naam in (row.naam, *row.handelsnamen) for postcode in postcodes}


def _load(session: Session, condition: ColumnElement[bool]) -> list[KnownWerkgever]:
    rows = session.scalars(select(Werkgever).where(condition, Werkgever.verwijderd_op.is_(None))).all()
    places: dict[str, list[KnownVestiging]] = {}
    ids = [row.id for row in rows]
    for start in range(0, len(ids), CHUNK):
        query = select(Vestiging).where(
            Vestiging.werkgever_id.in_(ids[start : start + CHUNK]), Vestiging.verwijderd_op.is_(None)
        )
        for place in session.scalars(query):
            places.setdefault(place.werkgever_id, []).append(_place(place))
    return [_known(row, tuple(places.get(row.id, ()))) for row in rows]


def _place(row: Vestiging) -> KnownVestiging:
    return KnownVestiging(**{name: getattr(row, name) for name in KnownVestiging.__slots__})


def _known(row: Werkgever, places: tuple[KnownVestiging, ...]) -> KnownWerkgever:
    return KnownWerkgever(
        id=row.id,
        naam=row.naam,
        kvk_nummer=row.kvk_nummer,
        handelsnamen=tuple(row.handelsnamen or ()),
        velden={name: value for name in FILLED if (value := getattr(row, name)) not in (None, "")},
        vestigingen=places,
    )
