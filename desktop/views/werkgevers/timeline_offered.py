"""What an employer offers and asks, as entries of the timeline: vacatures, where they went, questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.models.queries.day_rows import TijdlijnRij
from desktop.models.queries.vacature_rows import VacatureOverdrachtRij, VacatureRij, WerkgeversvraagRij
from desktop.views.werkgevers import texts_offered as words
from desktop.views.werkgevers.timeline_entry import Setting

Parts = Mapping[str, Any]
"""What an entry is made of: title, who, icon, and topic, note or lines."""


def _offered(row: VacatureRij, at: Setting) -> Parts:
    lines = [("personen", words.places(row.aantal_plaatsen))]
    if row.sluitingsdatum:
        lines.append(("agenda", words.closes(row.sluitingsdatum)))
    return {
        "title": words.VACATURE,
        "who": at.who(row.eigenaar_id, row.eigenaar),
        "icon": "vacature",
        "topic": words.kind_of_work(at.words.label("vacature_soort", row.soort)),
        "note": row.naam,
        "lines": tuple(lines),
    }


def _ended(row: VacatureRij, _at: Setting) -> Parts:
    return {
        "title": words.ENDED.get(row.status, words.VACATURE),
        "who": "",
        "icon": "vink" if row.status == "vervuld" else "kruis",
        "note": row.naam,
        "lines": (("bericht", row.status_reden),) if row.status_reden else (),
    }


def _handed(row: VacatureOverdrachtRij, at: Setting) -> Parts:
    route = at.words.label("matchingroute", row.matchingroute)
    return {
        "title": words.GIVEN_BACK if row.teruggegeven_op else words.HANDED,
        "who": at.who(row.bemiddelaar_id, row.bemiddelaar),
        "icon": "overdracht",
        "note": row.vacature,
        "lines": (("", words.along(route)),) if route else (),
    }


def _asked(row: WerkgeversvraagRij, at: Setting) -> Parts:
    lines = [("bericht", row.antwoord)] if row.antwoord else []
    if row.partner:
        lines.append(("personen", words.referred(row.partner, row.partner_contact)))
    if row.reden:
        lines.append(("", row.reden))
    return {
        "title": words.ASKED.get(row.status, words.ASKED["open"]),
        "who": at.who(row.behandelaar_id, row.behandelaar),
        "icon": "info",
        "topic": words.about(at.words.label("vraag_soort", row.soort)),
        "note": row.vraag,
        "lines": tuple(lines),
    }


_PARTS: Mapping[str, Callable[[Any, Setting], Parts]] = {
    "vacature": _offered,
    "vacature_overdracht": _handed,
    "vacature_einde": _ended,
    "werkgeversvraag": _asked,
}
KINDS = frozenset(_PARTS)


def parts(row: TijdlijnRij, at: Setting) -> Parts:
    """The row in words."""
    return _PARTS[row.soort](row.rij, at)
