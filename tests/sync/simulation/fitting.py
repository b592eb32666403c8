"""What a command can be about now, on this laptop and for this person: so most of what is tried can succeed.

A question of a command gives one row per possibility; its columns are arguments (NULL: that argument is left
out). It knows the rows of this laptop only, as the person before it does: the centre may still refuse.
`:me`, `:rol` and `:today` are those of the laptop. A command without a question always fits.
"""

# ruff: noqa: S608 - every statement here is made of our own words

from __future__ import annotations

from collections.abc import Sequence

from tests.sync.simulation.fitting_candidates import ABOUT_CANDIDATES
from tests.sync.simulation.fitting_employers import ABOUT_EMPLOYERS

MOST = 40
"""As many possibilities as one may choose from."""
_WITH = """
WITH lead AS (SELECT 1 AS yes WHERE :rol = 'teamleider'),
colleague AS (SELECT id, rol FROM medewerker WHERE actief AND id <> :me),
employer AS (
    SELECT w.id, (SELECT r.accountmanager_id FROM regie r WHERE r.werkgever_id = w.id AND r.tot IS NULL
                  AND r.verwijderd_op IS NULL) AS holder
    FROM werkgever w WHERE w.verwijderd_op IS NULL AND w.samengevoegd_met IS NULL),
own AS (
    SELECT k.id AS kandidaat_id, k.status FROM kandidaat k JOIN kandidaatregie r ON r.kandidaat_id = k.id
    WHERE r.bemiddelaar_id = :me AND r.verwijderd_op IS NULL AND k.verwijderd_op IS NULL
    AND k.gewist_op IS NULL),
placement AS (
    SELECT p.*, pp.kandidaat_id FROM plaatsing p JOIN plaatsing_persoon pp ON pp.plaatsing_id = p.id
    JOIN own ON own.kandidaat_id = pp.kandidaat_id WHERE p.verwijderd_op IS NULL),
talk AS (
    SELECT n.* FROM nazorgactie n WHERE n.verwijderd_op IS NULL AND n.status = 'gepland' AND CASE n.spoor
    WHEN 'relatie' THEN (SELECT holder FROM employer e WHERE e.id = n.werkgever_id) = :me
        OR EXISTS (SELECT 1 FROM lead)
    ELSE n.plaatsing_id IN (SELECT id FROM placement) END)
"""
QUESTIONS = {**ABOUT_EMPLOYERS, **ABOUT_CANDIDATES}
"""Command → what it can be about. Only what no laptop may give has no place here."""


def question(naam: str) -> str | None:
    """The statement that finds out; None when it always fits."""
    asked = QUESTIONS.get(naam)
    return None if asked is None else f"{_WITH} SELECT * FROM ({asked}) LIMIT {MOST}"


def chosen(columns: Sequence[str], row: Sequence[object]) -> dict[str, object]:
    """One possibility as arguments."""
    return {name: _as_argument(name, value) for name, value in zip(columns, row, strict=True)}


def _as_argument(name: str, value: object) -> object:
    """A list has one thing in it, and SQLite knows no yes and no."""
    if name.endswith("_ids") and value:
        return [value]
    return True if name == "hoofdvestiging" and value else value
