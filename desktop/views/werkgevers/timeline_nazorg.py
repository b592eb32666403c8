"""Talks after a placement and signalen as entries of the timeline; the rows say nothing of a person. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.queries.day_rows import TijdlijnRij
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.views.werkgevers import texts_nazorg as words
from desktop.views.werkgevers.timeline_entry import Setting

KINDS = frozenset({"nazorg", "signaal"})
RELATION = "relatie"


def parts(row: TijdlijnRij, at: Setting) -> Mapping[str, Any]:
    """The row in words."""
    if isinstance(row.rij, SignaalRij):
        return _signal(row.rij, at)
    assert isinstance(row.rij, NazorgRij)
    return _talk(row.rij, at)


def _talk(row: NazorgRij, at: Setting) -> Mapping[str, Any]:
    return {
        "title": words.RELATION if row.spoor == RELATION else words.DONE,
        "who": at.who(row.uitgevoerd_door_id or "", row.uitgevoerd_door or ""),
        "icon": "nazorg",
        "note": row.toelichting or "",
        "lines": (("", words.supported(row.steun)),) if row.steun else (),
    }


def _signal(row: SignaalRij, at: Setting) -> Mapping[str, Any]:
    lines = [("persoon", words.for_whom(row.voor))] if row.voor else []
    lines.append(("", words.answer(row.beantwoord_door, row.antwoord) if row.antwoord else words.OPEN))
    return {
        "title": f"{words.SIGNAL}: {at.words.label('signaal_categorie', row.categorie).lower()}",
        "who": at.who(row.melder_id, row.melder),
        "icon": "letop",
        "note": row.tekst,
        "lines": tuple(lines),
    }
