"""The rows of the list of werkgevers, those where one looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.models.queries.rows import WerkgeverRegel
from desktop.views import texts
from desktop.views.tables.paged import PagedListModel
from desktop.views.werkgevers import regie_words

PAGE = 60


class EmployerListModel(PagedListModel[WerkgeverRegel]):
    """`me` and `today` only for the words; `merge` refreshes without moving a row that stays."""

    def __init__(self, me: str, today: date) -> None:
        super().__init__(_key, _name, self._sentence_of, texts.ROW_COMING)
        self._me, self._today = me, today

    def _sentence_of(self, row: WerkgeverRegel) -> str:
        return regie_words.row_sentence(row, self._me, self._today)

    def merge(self, fresh: Sequence[WerkgeverRegel], total: int, start: int = 0) -> set[str]:
        """Rows that were here stay in their order; new ones come after their neighbour. Ids that changed.

        What was here and is not in `fresh` is forgotten, and read again when somebody looks at it.
        """
        old = {row.id: row for row in self.rows()}
        new = {row.id: row for row in fresh}
        changed = {key for key, row in new.items() if key in old and old[key] != row}
        ordered = [new[key] for key in old if key in new]
        places = {row.id for row in ordered}
        before: str | None = None
        for row in fresh:
            if row.id not in places:
                keys = [item.id for item in ordered]
                ordered.insert(keys.index(before) + 1 if before in keys else 0, row)
            before = row.id
        self.replace(ordered, total, start)
        return changed


def _key(row: WerkgeverRegel) -> str:
    return row.id


def _name(row: WerkgeverRegel) -> str:
    return row.naam
