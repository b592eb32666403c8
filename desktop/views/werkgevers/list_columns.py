"""The columns in which the list can be shown: what stands in them, how wide, and how they sort. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.frozen import dataclass
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views.werkgevers import list_words
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_words import Reader

NARROWEST, WIDEST = 56, 640


@dataclass(frozen=True, slots=True)
class Column:
    """`width` before the text factor; `sorts` are the orders of the list that a press goes through."""

    key: str
    width: int
    right: bool = False
    sorts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return words.COLUMNS[self.key]


ALL = (
    Column("naam", 280, sorts=("naam",)),
    Column("plaats", 130, sorts=("plaats",)),
    Column("gemeente", 130),
    Column("regie", 210),
    Column("laatste_contact", 132, right=True, sorts=("laatste_contact", "langst_geleden")),
    Column("open_acties", 100, right=True),
    Column("segment", 130),
    Column("kvk_nummer", 116, right=True),
)
BY_KEY: Mapping[str, Column] = {column.key: column for column in ALL}
USUAL = ("naam", "plaats", "regie", "laatste_contact", "open_acties", "segment", "kvk_nummer")


def chosen(keys: Sequence[str]) -> tuple[Column, ...]:
    """The columns with these keys in their own order; the name is always there."""
    wanted = {"naam", *keys}
    return tuple(column for column in ALL if column.key in wanted)


def value(row: WerkgeverRegel, key: str, reader: Reader, segments: Mapping[str, str]) -> str:
    """What stands in a column."""
    if key == "regie":
        return list_words.regie(row, reader)
    if key == "laatste_contact":
        return list_words.since(row, reader)
    if key == "open_acties":
        return str(row.open_acties) if row.open_acties else ""
    if key == "segment":
        return segments.get(row.segment or "", row.segment or "")
    if key == "kvk_nummer":
        return list_words.kvk(row)
    return str(getattr(row, key) or "")
