"""Profielen as a list with a detail: which filters there are, and how rows are read and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from desktop.models.errors import Weigering
from desktop.models.queries.kandidaat_rows import ProfielFilter, ProfielRij
from desktop.models.rights import has_candidates
from desktop.views.profielen import sheet, texts
from desktop.views.profielen.sheet import ProfileShown
from desktop.views.subject.choice import Choice, Filter
from desktop.views.subject.description import Subject
from desktop.views.subject.sheet import Sheet
from desktop.views.tables.item_line import ItemLine
from desktop.views.vacatures.words import Reader

CLASS, LEVEL, HOURS, WERKFIT, HOLDER = ("beroepsklasse", "niveau", "uren", "werkfit", "bij_wie")
_LISTS = ("beroepsklasse", "niveau", "werkfit_schaal")
_UNSAID = frozenset({"0", "7"})
"""Levels that say that there is none, or that it is not known: nobody asks for at least that."""


class Profiles(Subject[ProfielRij, ProfileShown]):
    """Everyone reads these; none of them says who it is."""

    key = "profielen"
    tables = ("profiel", "werkfitoordeel", "medewerker", "codewaarde")
    words = texts.WORDS
    orders = texts.ORDERS
    lists = _LISTS
    _people: tuple[tuple[str, str], ...] = ()

    def read_names(self) -> Mapping[str, object]:
        people = self.backend.medewerkers()
        here = tuple((row.id, row.naam) for row in people if row.actief and has_candidates(row.rol))
        return {**super().read_names(), "bemiddelaars": here}

    def learn(self, names: Mapping[str, object]) -> None:
        super().learn(names)
        self._people = cast("tuple[tuple[str, str], ...]", names["bemiddelaars"])

    @property
    def reader(self) -> Reader:
        backend = self.backend
        return Reader(backend.medewerker_id, "", backend.rol, backend.today(), self.labels)

    @property
    def filters(self) -> tuple[Filter, ...]:
        levels = tuple(pair for pair in self._options("niveau") if pair[0] not in _UNSAID)
        return (
            Filter(CLASS, texts.CLASS, texts.SAID_CLASS, self._options("beroepsklasse"), texts.ANY_CLASS),
            Filter(LEVEL, texts.LEVEL, texts.SAID_LEVEL, levels, texts.ANY_LEVEL),
            Filter(HOURS, texts.HOURS, texts.SAID_HOURS, texts.HOURS_OPTIONS, texts.ANY_HOURS),
            Filter(
                WERKFIT, texts.WERKFIT, texts.SAID_WERKFIT, self._options("werkfit_schaal"), texts.ANY_WERKFIT
            ),
            Filter(HOLDER, texts.HOLDER, texts.SAID_HOLDER, self._people, texts.ANY_HOLDER),
        )

    def _options(self, lijst: str) -> tuple[tuple[str, str], ...]:
        return self.labels.options(lijst)

    # -- on a reader ----------------------------------------------------------------------------------
    def read(self, choice: Choice) -> Sequence[ProfielRij]:
        return self.backend.profielen(wanted(choice))

    def line(self, row: ProfielRij) -> ItemLine[ProfielRij]:
        return sheet.line(row, self.reader)

    def read_one(self, row_id: str) -> ProfileShown:
        row = next((one for one in self.backend.profielen() if one.id == row_id), None)
        if row is None:
            raise Weigering("profiel_onbekend", id=row_id)
        people = {one.id: one for one in self.backend.medewerkers()}
        return ProfileShown(row, self.backend.werkfit(), people.get(row.bemiddelaar_id))

    def sheet(self, found: ProfileShown) -> Sheet:
        return sheet.sheet(found, self.reader)


def wanted(choice: Choice) -> ProfielFilter:
    """The filter of the query for what is chosen above the list."""
    level, hours = choice.value(LEVEL), choice.value(HOURS)
    return ProfielFilter(
        tekst=choice.text,
        beroepsklasse=choice.value(CLASS) or None,
        niveau_minimaal=int(level) if level else None,
        uren=int(hours) if hours else None,
        werkfit=choice.value(WERKFIT) or None,
        bemiddelaar_id=choice.value(HOLDER) or None,
    )
