"""Rows of contacts. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import date

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ContactmomentRij:
    """A contact, with its note where this person may read it.

    Without the note `notitie` and `vertrouwelijk` are empty: unknown is not the same as no.
    """

    id: str
    werkgever_id: str
    werkgever: str
    vestiging_id: str | None
    datum: date
    tijd: str | None
    medewerker_id: str
    medewerker: str
    kanaal: str
    richting: str
    onderwerp: str | None
    contact_gelukt: bool | None
    buiten_regie: bool
    aanleiding: str | None
    reden_buiten_regie: str | None
    notitie: str | None
    vertrouwelijk: bool | None
    contactpersonen: tuple[str, ...]
    versie: int
    wacht: bool
    vestiging: str | None = None
    soort: str | None = None
    resultaat: str | None = None
    contactpersoon_ids: tuple[str, ...] = ()
    vum_code_onderwerp: int | None = None
    vum_code_soort: int | None = None
    vum_code_afspraken: int | None = None
    vastgezet: bool = False
