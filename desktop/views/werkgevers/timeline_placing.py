"""Voordrachten, placements and milestones as entries of the timeline; the rows have no person. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.models.queries.day_rows import TijdlijnRij
from desktop.models.queries.plaatsing_rows import MijlpaalRij, PlaatsingRij, VoordrachtRij
from desktop.views.werkgevers import texts_placing as words
from desktop.views.werkgevers.timeline_entry import Setting

Parts = Mapping[str, Any]
"""What an entry is made of: title, who, icon, and note or lines."""
KINDS = frozenset({"voordracht", "plaatsing", "mijlpaal"})


def _voordracht(row: VoordrachtRij, at: Setting) -> Parts:
    lines = [("vacature", words.for_vacature(row.vacature) if row.vacature else words.JOBHUNTING)]
    if row.gesprek_op:
        lines.append(("agenda", words.talk(row.gesprek_op, row.gesprek_tijd)))
    return {
        "title": words.VOORDRACHT.get(row.status, words.VOORDRACHT["voorgesteld"]),
        "who": at.who(row.bemiddelaar_id, row.bemiddelaar),
        "icon": "persoon",
        "note": row.terugkoppeling or "",
        "lines": tuple(lines),
    }


def _placement(row: PlaatsingRij, at: Setting) -> Parts:
    lines = [("vacature", words.for_vacature(row.vacature))] if row.vacature else []
    if row.uren:
        lines.append(("klok", words.hours(row.uren)))
    if row.feitelijke_einddatum:
        lines.append(("agenda", words.last_day(row.feitelijke_einddatum)))
    return {
        "title": words.PLAATSING.get(row.status, words.PLAATSING["loopt"]),
        "who": at.who(row.bemiddelaar_id, row.bemiddelaar),
        "icon": "plaatsing",
        "lines": tuple(lines),
    }


def _milestone(row: MijlpaalRij, _at: Setting) -> Parts:
    said = words.SAID_BY.get(row.bevestigd_door or "")
    return {
        "title": words.MIJLPAAL.get(row.uitkomst, row.uitkomst),
        "who": words.after(row.maanden),
        "icon": "vink" if row.uitkomst == "gerealiseerd" else "kruis",
        "lines": (("", said),) if said else (),
    }


_PARTS: Mapping[type[Any], Callable[[Any, Setting], Parts]] = {
    VoordrachtRij: _voordracht,
    PlaatsingRij: _placement,
    MijlpaalRij: _milestone,
}


def parts(row: TijdlijnRij, at: Setting) -> Parts:
    """The row in words."""
    return _PARTS[type(row.rij)](row.rij, at)
