"""Rows of this laptop as a file for other programs, with the audit line: one way for window and command line.

What a person may export is what their laptop holds, as with everything else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from desktop.models.errors import Weigering
from desktop.models.queries import (
    actie,
    contact,
    nazorg,
    nazorg_schedule,
    overdracht,
    partner,
    plaatsing,
    regie,
    signaal,
    vacature,
    vacature_vum,
    voordracht,
    waarneming,
    werkgever,
    werkgeversvraag,
)

if TYPE_CHECKING:
    from desktop.laptop import Laptop

Rows = Iterable[Any]
PIECE = 500
# Kinds of rows that hang on a werkgever; without one they give those of all.
OF_WERKGEVER: Mapping[str, Callable[[Session, str | None], Rows]] = {
    "vestiging": werkgever.vestigingen,
    "contactpersoon": werkgever.contactpersonen,
    "contactmoment": contact.contactmomenten,
    "actie": actie.acties,
    "afspraak": actie.afspraken,
    "regie": regie.regies,
    "overdracht": overdracht.overdrachten,
    "waarneming": waarneming.waarnemingen,
    "vacature": vacature.vacatures,
    "vacature_overdracht": vacature.overdrachten,
    "werkgeversvraag": werkgeversvraag.werkgeversvragen,
    "voordracht": voordracht.voordrachten,
    "plaatsing": plaatsing.plaatsingen,
    "mijlpaal": plaatsing.mijlpalen,
    "onderbreking": plaatsing.onderbrekingen,
    "nazorgactie": nazorg.nazorgacties,
    "signaal": signaal.signalen,
}
OF_REGION: Mapping[str, Callable[[Session], Rows]] = {
    "partner": partner.partners,
    "nazorgregel": nazorg_schedule.regels,
}
"""Kinds that hang on no werkgever."""


def all_rows(laptop: Laptop, soort: str) -> Rows:
    """Every row of a kind that is on this laptop."""
    if soort == "werkgever":
        return laptop.read(lambda session: list(werkgever.cards(session)))
    if soort in OF_REGION:
        return laptop.read(lambda session: list(OF_REGION[soort](session)))
    if soort not in OF_WERKGEVER:
        known = ("werkgever", *OF_WERKGEVER, *OF_REGION)
        raise Weigering("soort_onbekend", soort=soort, soorten=", ".join(known))
    return laptop.read(lambda session: list(OF_WERKGEVER[soort](session, None)))


def employers(laptop: Laptop, ids: Sequence[str]) -> Iterator[Any]:
    """These werkgevers in this order, read in pieces; who is gone is left out."""
    for start in range(0, len(ids), PIECE):
        piece = ids[start : start + PIECE]
        found = {row.id: row for row in laptop.read(partial(werkgever.cards, ids=piece))}
        yield from (found[one] for one in piece if one in found)


def write(laptop: Laptop, soort: str, pad: Path, rows: Rows, stop: Callable[[], bool] = lambda: False) -> int:
    """Writes these rows and returns how many; `Stopped` and no file when `stop` turns true."""
    from desktop.reports.exports import write_rows

    if soort == "kandidaat":
        rows = _candidates(laptop, rows)
    count = write_rows(pad, rows, stop=stop)
    laptop.log(f"export.{soort}", f"{soort}:{count}")
    return count


def _candidates(laptop: Laptop, rows: Rows) -> Rows:
    """Of candidates the lines of the list: a doelgroep, a need for support or a note is in no file."""
    ids = {row.id for row in rows}
    return [line for line in laptop.kandidaten() if line.id in ids]


def write_vum(laptop: Laptop, pad: Path, ids: Sequence[str]) -> int:
    """Writes these vacatures in the exchange format of VUM; people only of dossiers that are here."""
    from desktop.reports.whole_file import whole_file

    if pad.suffix.lower() != ".json":
        raise Weigering("vum_alleen_json")
    found = laptop.read(lambda session: list(vacature_vum.documents(session, ids)))
    with whole_file(pad) as stream:
        stream.write(json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
    laptop.log("export.vacature", f"vacature:{len(found)}")
    return len(found)
