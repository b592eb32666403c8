"""What the window asks about voordrachten, placements and whether they last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.models.errors import Weigering
from desktop.reading_base import LaptopReader

if TYPE_CHECKING:
    from desktop.models.queries.ids import Ids
    from desktop.models.queries.match_rows import KandidaatMatch, VacatureMatch
    from desktop.models.queries.plaatsing_rows import (
        DuurzaamheidRij,
        PlaatsingFilter,
        PlaatsingKaart,
        Plaatsingpagina,
        PlaatsingRij,
        VoordrachtFilter,
        VoordrachtRij,
    )


class PlaatsingReading(LaptopReader):
    """The part of a laptop's reading half about who was put forward and who works."""

    def kandidaten_voor(self, vacature_id: str) -> tuple[KandidaatMatch, ...]:
        """Own candidates and profiles that fit, each with its reasons; the best first."""
        from desktop.models.queries import match

        return self.read(lambda session: match.matches_for_vacature(session, vacature_id))

    def vacatures_voor(self, kandidaat_id: str) -> tuple[VacatureMatch, ...]:
        """Work that fits, each with its reasons; the best first."""
        from desktop.models.queries import match

        return self.read(lambda session: match.matches_for_kandidaat(session, kandidaat_id))

    def voordrachten(self, keuze: VoordrachtFilter) -> tuple[VoordrachtRij, ...]:
        """The newest first; with who it is where this laptop holds the candidate."""
        from desktop.models.queries import voordracht

        return self.read(lambda session: voordracht.chosen(session, keuze, self.actor))

    def wachtende_voordrachten(self) -> tuple[VoordrachtRij, ...]:
        """Those of my candidates that ask for a next step."""
        from desktop.models.queries import voordracht

        return self.read(lambda session: voordracht.waiting(session, self.actor, self.today()))

    def plaatsingen(
        self, keuze: PlaatsingFilter, limiet: int | None = None, vanaf: int = 0
    ) -> Plaatsingpagina:
        """A page of the list with the counts per status."""
        from desktop.models.queries import plaatsing_list

        return self.read(
            lambda session: plaatsing_list.page(session, keuze, self.actor, self.today(), limiet, vanaf)
        )

    def plaatsing_ids(self, keuze: PlaatsingFilter) -> Ids:
        """All that the filter leaves, in the order of the list."""
        from desktop.models.queries import plaatsing_list
        from desktop.models.queries.ids import Ids

        return self.read(lambda session: Ids.of(plaatsing_list.ids(session, keuze, self.actor, self.today())))

    def plaatsingen_met(self, ids: Sequence[str]) -> tuple[PlaatsingRij, ...]:
        """Those lines in that order; what is gone is left out."""
        from desktop.models.queries import plaatsing_list

        return self.read(lambda session: plaatsing_list.lines(session, ids))

    def plaatsing(self, plaatsing_id: str) -> PlaatsingKaart:
        """One placement with its milestones, interruptions and history."""
        from desktop.models.queries import plaatsing

        found = self.read(lambda session: plaatsing.card(session, plaatsing_id))
        if found is None:
            raise Weigering("plaatsing_onbekend", id=plaatsing_id)
        return found

    def duurzaamheid(self, van: date, tot: date) -> tuple[DuurzaamheidRij, ...]:
        """Which placements that began in this period lasted; under five is left out."""
        from desktop.models.queries import duurzaamheid

        return self.read(lambda session: duurzaamheid.duurzaamheid(session, van, tot, self.today()))
