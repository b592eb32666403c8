"""What the import needs to know of the werkgevers that exist, and how it asks: in blocks, never one by one.

Whoever has a database implements `KnownWerkgevers`; the import has none. Touches values only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.imports.synonyms import folded, plain


@dataclass(frozen=True, slots=True)
class NameKey:
    """For rows without a KvK number: `naam` folded (the `zoeknaam`), `postcode` as 1217ZA or None."""

    naam: str
    postcode: str | None


@dataclass(frozen=True, slots=True)
class KnownVestiging:
    id: str
    vestigingsnummer: str | None = None
    naam: str | None = None
    straat: str | None = None
    huisnummer: int | None = None
    toevoeging: str | None = None
    postcode: str | None = None
    woonplaats: str | None = None
    gemeente_code: str | None = None


@dataclass(frozen=True, slots=True)
class KnownWerkgever:
    """`velden` are the other fields of an import row by name (website, rechtsvorm …); absent means empty."""

    id: str
    naam: str
    kvk_nummer: str | None = None
    handelsnamen: tuple[str, ...] = ()
    velden: Mapping[str, object] = field(default_factory=dict)
    vestigingen: tuple[KnownVestiging, ...] = ()


class KnownWerkgevers(Protocol):
    """Answers for at most `planning.LOOKUP` keys at a time; what is not known is left out of the answer."""

    def by_kvk(self, kvk_nummers: Sequence[str]) -> Mapping[str, KnownWerkgever]: ...

    def by_name(self, keys: Sequence[NameKey]) -> Mapping[NameKey, Sequence[KnownWerkgever]]:
        """Werkgevers with this name and a vestiging on this postcode, with or without a KvK number.

        With postcode None: those with this name and no vestiging that has a postcode.
        """
        ...


class NothingKnown:
    """An empty region."""

    def by_kvk(self, kvk_nummers: Sequence[str]) -> Mapping[str, KnownWerkgever]:  # noqa: ARG002
        return {}

    def by_name(self, keys: Sequence[NameKey]) -> Mapping[NameKey, Sequence[KnownWerkgever]]:  # noqa: ARG002
        return {}


def name_key(naam: str, postcode: str | None) -> NameKey:
    return NameKey(folded(naam), postcode)


def same_name(naam: str) -> str:
    """Names that differ in capitals, accents, points and spaces only (`B.V.`, `BV`) are the same name."""
    return plain(naam)
