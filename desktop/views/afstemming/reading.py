"""What Afstemming asks of the laptop, on a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.models.queries.afstemming_rows import AfstemmingRij
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.views.afstemming.items import is_open
from desktop.views.backend import Backend
from desktop.views.werkgevers.field_words import LISTS, FieldWords

MOST_DONE, MOST_CHANGES = 300, 6


@dataclass(frozen=True, slots=True)
class Inbox:
    """What is open and what was settled, with the words for codes and names."""

    open: tuple[AfstemmingRij, ...] = ()
    done: tuple[AfstemmingRij, ...] = ()
    known: FieldWords = field(default_factory=FieldWords)


@dataclass(frozen=True, slots=True)
class ReadInbox:
    backend: Backend

    def __call__(self) -> Inbox:
        labels: dict[str, Mapping[str, str]] = {
            name: {row.code: row.label for row in self.backend.codes(name)} for name in LISTS
        }
        known = FieldWords(labels, {row.id: row.naam for row in self.backend.medewerkers()})
        items = self.backend.afstemming(alleen_open=False)
        done = tuple(item for item in items if not is_open(item))
        return Inbox(tuple(item for item in items if is_open(item)), done[:MOST_DONE], known)


@dataclass(frozen=True, slots=True)
class History:
    """`id` of the item; the changes of its field, the newest first."""

    id: str
    changes: tuple[VeldwijzigingRij, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadHistory:
    backend: Backend
    item: AfstemmingRij

    def __call__(self) -> History:
        item = self.item
        rows = self.backend.veldwijzigingen(item.werkgever_id) if item.werkgever_id else ()
        own = [row for row in rows if row.rij_id == item.rij_id and row.veld == item.veld]
        own.sort(key=_moment, reverse=True)
        return History(item.id, tuple(own[:MOST_CHANGES]))


def _moment(row: VeldwijzigingRij) -> tuple[str, str]:
    return row.op.isoformat(), row.id
