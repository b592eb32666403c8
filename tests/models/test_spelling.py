"""The beginning of a word asked as the words that there are finds what the beginning itself finds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from desktop.models import search, spelling

WORDS = st.text("abé0ÀßDz ", min_size=1, max_size=6)
TYPED = st.lists(st.text("ab0d", min_size=1, max_size=3), min_size=1, max_size=3)


def indexed(connection: Connection, notes: list[str]) -> None:
    rows = list(enumerate(notes, 1))
    connection.exec_driver_sql("INSERT INTO contactnotitie_fts (rowid, notitie) VALUES (?, ?)", rows)


def hits(connection: Connection, asked: str) -> list[int]:
    query = "SELECT rowid FROM contactnotitie_fts WHERE contactnotitie_fts MATCH ? ORDER BY rowid DESC"
    return [row.rowid for row in connection.exec_driver_sql(query, (asked,))]


def test_whole_words_find_what_their_beginning_finds(
    equipped: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With few words and with more than are asked; accents and capitals are folded in the index."""
    monkeypatch.setattr(spelling, "MOST_WORDS", 3)

    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.lists(WORDS, max_size=4).map(" ".join), min_size=1, max_size=12), TYPED)
    def equal(notes: list[str], words: list[str]) -> None:
        with equipped.connect() as connection:
            indexed(connection, notes)
            spelled = search.spelled_out(connection, "contactnotitie", words)
            assert hits(connection, spelled) == hits(connection, search.expression(words))
            connection.rollback()

    equal()


def test_every_word_that_begins_so_and_no_other(equipped: Engine) -> None:
    with equipped.connect() as connection:
        indexed(
            connection,
            ["Rondleiding in de rondte", "ronde tafel rond half tien", "Rondléiding; rosse ronduit"],
        )
        rond = spelling.spelled(connection, "contactnotitie", "rond")
        assert rond == ["rond", "ronde", "rondleiding", "rondte", "ronduit"]
        assert spelling.spelled(connection, "contactnotitie", "rondl") == ["rondleiding"]
        assert spelling.spelled(connection, "contactnotitie", "rondz") == []
        asked = search.spelled_out(connection, "contactnotitie", ["tafel", "rondt"])
        assert asked == '"tafel" AND "rondte"'
        assert search.spelled_out(connection, "contactnotitie", ["niets"]) == '"niets"*'
        connection.rollback()


def test_many_words_are_asked_by_their_beginning(equipped: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "MOST_WORDS", 4)
    with equipped.connect() as connection:
        indexed(connection, ["ronda rondb rondc rondd ronde"])
        assert spelling.spelled(connection, "contactnotitie", "rond") == ()
        assert search.spelled_out(connection, "contactnotitie", ["rond"]) == '"rond"*'
        connection.rollback()


def test_a_telephone_number_keeps_its_two_forms(equipped: Engine) -> None:
    with equipped.connect() as connection:
        connection.exec_driver_sql(
            "INSERT INTO contactpersoon_fts (rowid, telefoon) VALUES (1, '0351234567'), (2, '31351234567')"
        )
        asked = search.spelled_out(connection, "contactpersoon", search.terms("035 123"))
        assert asked == '("0351234567" OR "31351234567")'
        connection.rollback()


def test_what_is_read_stays_bounded(equipped: Engine) -> None:
    """From one word to the next without the notes in which the first stands: it was 15 ms, and is 0.2."""
    with equipped.connect() as connection:
        indexed(connection, ["rond rondte"] * 3000)
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_progress_handler(count, 1)
        try:
            assert spelling.spelled(connection, "contactnotitie", "rond") == ["rond", "rondte"]
        finally:
            raw.set_progress_handler(None, 1)
        assert steps < 500
        connection.rollback()
