"""The words of a list with a detail. Pure: a module of texts makes them."""

from __future__ import annotations

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a subject. `one` and `many` count it; `new` is empty where nothing can be added."""

    title: str
    one: str
    many: str
    search: str
    hint: str
    list_name: str
    choose_title: str
    choose_text: str
    empty_title: str
    empty_text: str
    new: str = ""
    new_name: str = ""
