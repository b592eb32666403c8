"""What somebody filled in with a command, as rows of a name and a value that read as the form did. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.views.werkgevers import texts_fields as words
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.texts_changes import LABELS, NO, YES

Rows = tuple[tuple[str, str], ...]
_EMPTY: tuple[object, ...] = (None, "", [], (), {}, False)


def rows(naam: str, argumenten: Mapping[str, object], known: FieldWords) -> Rows:
    """Ids and what the program itself filled in stay out; so does what is empty."""
    return tuple(_rows(naam, argumenten, known))


def label(naam: str, veld: str) -> str:
    """The name of a field in commands like this one."""
    own = words.OF_SUBJECT.get((naam.partition(".")[0], veld))
    return own or LABELS.get(veld) or veld.replace("_", " ").capitalize()


def list_of(naam: str, veld: str) -> str | None:
    """The code list that the value is from, where that depends on what the command is about."""
    own = words.LISTS_OF_SUBJECT
    return own.get((naam, veld)) or own.get((naam.partition(".")[0], veld))


def _rows(naam: str, argumenten: Mapping[str, object], known: FieldWords) -> Iterator[tuple[str, str]]:
    for veld, value in argumenten.items():
        if _is_technical(veld) or value in _EMPTY:
            continue
        if isinstance(value, Mapping):
            yield from _rows(naam, value, known)
            continue
        shown = _several(naam, veld, value, known) if _is_list(value) else _one(naam, veld, value, known)
        if shown:
            yield label(naam, veld), shown


def _is_technical(veld: str) -> bool:
    return veld == "id" or veld.endswith(("_id", "_ids")) or veld in words.TECHNICAL


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _several(naam: str, veld: str, values: object, known: FieldWords) -> str:
    """Values after each other; parts with fields of their own each on a line."""
    assert isinstance(values, Sequence)
    if all(isinstance(value, Mapping) for value in values):
        return "\n".join(_part(naam, value, known) for value in values)
    if veld == "wis":
        return ", ".join(label(naam, str(value)) for value in values)
    return ", ".join(_one(naam, veld, value, known) for value in values)


def _part(naam: str, part: Mapping[str, object], known: FieldWords) -> str:
    return ", ".join(value for _, value in _rows(naam, part, known))


def _one(naam: str, veld: str, value: object, known: FieldWords) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    lijst = list_of(naam, veld)
    if lijst is not None:
        return known.label(lijst, str(value))
    return known.value(veld, str(value)) or str(value)
