"""Questions that are asked of employers and of candidates alike: see `fitting`."""

# ruff: noqa: S608 - every statement here is made of our own words

from __future__ import annotations

_WEEK = ":today AS van, date(:today, '+7 days') AS tot"


def offer(whose: str, status: str = "= 'voorgesteld'", table: str = "overdracht") -> str:
    """Offers of a regie in these states."""
    return (
        f"SELECT id AS overdracht_id FROM {table} WHERE status {status} AND verwijderd_op IS NULL AND {whose}"
    )


def running(table: str) -> str:
    """Who stands in, as far as one may end it."""
    return (
        f"SELECT id AS waarneming_id FROM {table} WHERE NOT beeindigd AND verwijderd_op IS NULL "
        "AND (:me IN (voor_id, waarnemer_id) OR EXISTS (SELECT 1 FROM lead))"
    )


def stand_in(table: str, rol: str) -> str:
    """For oneself, or by who leads for anybody."""
    return (
        f"SELECT v.id AS voor_id, c.id AS waarnemer_id, {_WEEK}, NULL AS kandidaat_id, NULL AS werkgever_ids "
        f"FROM medewerker v JOIN medewerker c ON c.id <> v.id AND c.actief AND c.rol = '{rol}' "
        f"WHERE v.rol = '{rol}' AND (v.id = :me OR EXISTS (SELECT 1 FROM lead)) AND NOT EXISTS "
        f"(SELECT 1 FROM {table} r WHERE r.voor_id = v.id AND NOT r.beeindigd AND r.verwijderd_op IS NULL)"
    )
