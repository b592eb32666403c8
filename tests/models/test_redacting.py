"""The words of a person are taken out wherever they stand, and nothing that tells of nobody is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.redacting import GONE, Redactor, only_ids, telling


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Gebeld met Wim Verkerk.", f"Gebeld met {GONE}."),
        ("WIM  VERKERK, wim verkerk", f"{GONE}, {GONE}"),
        ("Wim\nVerkerk", GONE),
        ("Wim belde; Verkerken ook", "Wim belde; Verkerken ook"),
        ("Wim Verkerken en Tim Verkerk", "Wim Verkerken en Tim Verkerk"),
        ("mail wim@x.nl of +31612345678", f"mail {GONE} of {GONE}"),
    ],
)
def test_what_tells_who_it_is_goes(text: str, left: str) -> None:
    redactor = Redactor(telling(["Wim Verkerk", "wim@x.nl", "+31612345678"]))
    assert redactor.clean(text) == left
    assert redactor.finds(text) == (text != left)
    assert redactor.clean({"a": [text, 5, None], "b": {"c": True}}) == {
        "a": [left, 5, None],
        "b": {"c": True},
    }


@pytest.mark.parametrize("word", ["Wim", "", "  ", "de", "112", None, "Verkerk"])
def test_a_word_that_others_may_bear_is_left(word: str | None) -> None:
    assert telling([word]) == ()


def test_without_words_nothing_is_found() -> None:
    assert not Redactor(()).finds("Wim Verkerk")
    assert Redactor(()).clean("Wim Verkerk") == "Wim Verkerk"


@given(st.text(min_size=1), st.text(), st.text())
def test_whatever_the_name_it_is_gone_afterwards(name: str, before: str, after: str) -> None:
    redactor = Redactor(telling([name]))
    cleaned = redactor.clean(f"{before} {name} {after}")
    assert not redactor.finds(cleaned.replace(GONE, "")) or not redactor.words or GONE in cleaned


def test_of_a_command_only_ids_are_left() -> None:
    arguments = {
        "id": "1",
        "contactpersoon_id": "2",
        "contactpersoon_ids": ["3"],
        "naam": "Wim",
        "wis": ["email"],
    }
    assert only_ids(arguments) == {"id": "1", "contactpersoon_id": "2", "contactpersoon_ids": ["3"]}
