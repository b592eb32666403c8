"""Every command and every field that somebody can type reads in Dutch: what was asked, what was filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

from desktop import dutch
from desktop.models.commands import NEWEST
from desktop.models.entry import CODE_FIELDS
from desktop.models.fields import Many, Nested
from desktop.views.afstemming import typed
from desktop.views.texts_commands import PLAIN
from desktop.views.werkgevers import field_words, texts_fields
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.texts_changes import LABELS
from tests.support.strategies import kind_of

KNOWN = FieldWords(
    {
        "plaatsing_einde": {"ander_werk": "Ander werk gevonden"},
        "vervoer": {"1": "Auto", "5": "Openbaar vervoer"},
        "nazorg_spoor": {"werknemer": "Werknemer", "werkgever": "Werkgever"},
        "kanaal": {"bezoek": "Bezoek"},
        "signaal_categorie": {"klacht": "Klacht"},
    }
)


def _typed_fields(cls: Any) -> Iterator[str]:
    hints = get_type_hints(cls, include_extras=True)
    for field in fields(cls):
        kind = kind_of(hints[field.name])
        inner = kind.kind if isinstance(kind, Many) else kind
        if isinstance(inner, Nested) and field.name not in texts_fields.TECHNICAL:
            yield from _typed_fields(inner.cls)
        yield field.name


def test_no_command_and_no_field_is_without_words() -> None:
    assert set(NEWEST) <= set(PLAIN)
    named = {name for cls in NEWEST.values() for name in _typed_fields(cls)}
    shown = {name for name in named if name != "id" and not name.endswith(("_id", "_ids"))}
    assert shown - set(LABELS) - texts_fields.TECHNICAL == set()


def test_the_code_of_every_list_is_named() -> None:
    for (cls, veld), lijst in CODE_FIELDS.items():
        assert (typed.list_of(cls.NAME, veld) or field_words._LISTS.get(veld)) == lijst, (cls.NAME, veld)
        assert lijst in field_words.LISTS


def test_what_was_filled_in_reads_as_the_form_did() -> None:
    stopped = {"plaatsing_id": "p", "einddatum": "2026-12-31", "reden": "ander_werk", "kanaal": "bezoek"}
    assert typed.rows("plaatsing.beeindig", stopped, KNOWN) == (
        ("Laatste werkdag", dutch.long_date(date(2026, 12, 31))),
        ("Reden", "Ander werk gevonden"),
        ("Contact met de werkgever", "Bezoek"),
    )
    changed = {"kandidaat_id": "k", "vervoer": ["1", "5"], "begeleiding": 2, "wis": ["notitie", "niveau"]}
    assert typed.rows("kandidaat.wijzig", changed, KNOWN) == (
        ("Vervoer", "Auto, Openbaar vervoer"),
        ("Begeleiding", "nee"),
        ("Leeggemaakt", "Notitie, Niveau"),
    )
    items = [
        {"id": "a", "spoor": "werknemer", "naam": "Week 2", "gepland_op": "2026-12-03", "regel": "week_2"},
        {"id": "b", "spoor": "werkgever", "naam": "Maand 1", "gepland_op": "2026-12-21"},
    ]
    [(label, value)] = typed.rows("nazorg.plan", {"plaatsing_id": "p", "items": items}, KNOWN)
    assert (label, value.replace(dutch.NO_BREAK, " ")) == (
        "Gesprekken",
        "Werknemer, Week 2, 3 december 2026\nWerkgever, Maand 1, 21 december 2026",
    )
    done = {
        "nazorgactie_id": "n",
        "resultaat": "stabiel",
        "signaal": {"categorie": "klacht", "tekst": "Boos"},
    }
    assert typed.rows("nazorg.rond_af", done, KNOWN) == (
        ("Uitkomst", "Stabiel"),
        ("Onderwerp", "Klacht"),
        ("Tekst", "Boos"),
    )


def test_a_conflict_about_a_candidate_says_its_values() -> None:
    assert KNOWN.value("vervoer", "1, 5") == "Auto, Openbaar vervoer"
    assert KNOWN.value("onregelmatig", "0") == "onbekend"
    assert KNOWN.value("soorten_werk", "leerbaan") == "leerbaan"
    assert KNOWN.value("status", "afgewezen_werkgever") == "afgewezen werkgever"
