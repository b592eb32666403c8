"""Filters of a subject as data: what excludes what, the sentence, and what is remembered."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.subject import choice as choices
from desktop.views.subject.choice import ON, Choice, Filter, Part

MINE = Filter("mijn", "Van mij", "Jouw vacatures", leads=True)
OPEN = Filter("open", "Loopt nog", "die lopen", excludes=frozenset({"stand"}))
STATE = Filter("stand", "Stand", "met stand {}", (("nieuw", "Nieuw"),), "Elke", excludes=frozenset({"open"}))
FILTERS = (MINE, OPEN, STATE)
ORDERS = (("nieuwste", "nieuwste eerst"), ("naam", "op naam"))
START = Choice(order="nieuwste")
ONE = st.sampled_from([("mijn", ON), ("open", ON), ("stand", "nieuw"), ("mijn", ""), ("stand", "")])


def chosen(steps: list[tuple[str, str]]) -> Choice:
    found = START
    by_key = {one.key: one for one in FILTERS}
    for key, value in steps:
        found = found.where(key, value, by_key[key].excludes)
    return found


def test_it_reads_as_a_sentence() -> None:
    found = chosen([("mijn", ON), ("stand", "nieuw")])
    assert choices.parts(found, FILTERS, "Vacatures") == (
        Part("mijn", "Jouw vacatures"),
        Part("stand", "met stand nieuw"),
    )
    typed = Choice("bakker", found.on, "naam")
    said = choices.sentence(typed, FILTERS, "Vacatures", ORDERS)
    assert said == "Jouw vacatures met stand nieuw die passen bij ‘bakker’, op naam"
    assert choices.parts(START, FILTERS, "Vacatures") == (Part("", "Vacatures"),)


@given(st.lists(ONE, max_size=6))
def test_what_excludes_is_never_on_together_and_is_remembered_as_it_was(steps: list[tuple[str, str]]) -> None:
    found = chosen(steps)
    assert not (found.has("open") and found.has("stand"))
    assert choices.restored(choices.stored(found), START, FILTERS, ORDERS) == found
    assert found.emptied() == START


def test_what_an_older_program_kept_and_nobody_knows_is_left_out() -> None:
    kept = {"filters": {"stand": "weg", "ooit": "ja", "mijn": "ja"}, "volgorde": "prijs"}
    assert choices.restored(kept, START, FILTERS, ORDERS) == START.where("mijn", ON)
    assert choices.restored("stuk", START, FILTERS, ORDERS) == START
