"""What the window asks about vacatures, questions of employers and partners.

Each question is imported when it is asked: the first page of the window does not wait for other subjects.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.models.errors import Weigering
from desktop.reading_base import LaptopReader

if TYPE_CHECKING:
    from desktop.models.queries.ids import Ids
    from desktop.models.queries.medewerker_rows import CodeRij
    from desktop.models.queries.vacature_rows import (
        PartnerRij,
        VacatureFilter,
        VacatureKaart,
        Vacaturepagina,
        VacatureRegel,
        WerkgeversvraagRij,
    )


class VacatureReading(LaptopReader):
    """The part of a laptop's reading half about work at employers."""

    def vacatures(self, keuze: VacatureFilter, limiet: int | None = None, vanaf: int = 0) -> Vacaturepagina:
        """A page of the list or the whole board, with the counts per status."""
        from desktop.models.queries import vacature_list

        return self.read(
            lambda session: vacature_list.page(session, keuze, self.actor, self.today(), limiet, vanaf)
        )

    def vacature_ids(self, keuze: VacatureFilter) -> Ids:
        """All that the filter leaves, in the order of the list."""
        from desktop.models.queries import vacature_list
        from desktop.models.queries.ids import Ids

        return self.read(lambda session: Ids.of(vacature_list.ids(session, keuze, self.actor, self.today())))

    def vacatures_met(self, ids: Sequence[str]) -> tuple[VacatureRegel, ...]:
        """Those lines in that order; what is gone is left out."""
        from desktop.models.queries import vacature_list

        return self.read(lambda session: vacature_list.lines(session, ids, self.actor))

    def vacature(self, vacature_id: str) -> VacatureKaart:
        """One vacature with all that its page shows."""
        from desktop.models.queries import vacature

        found = self.read(lambda session: vacature.card(session, vacature_id, self.actor))
        if found is None:
            raise Weigering("vacature_onbekend", id=vacature_id)
        return found

    def werkgeversvragen(
        self, werkgever_id: str | None = None, alleen_open: bool = True, van_mij: bool = False
    ) -> tuple[WerkgeversvraagRij, ...]:
        """Questions of one werkgever, or of all; with `van_mij` those that this person sees to."""
        from desktop.models.queries import werkgeversvraag

        me = self.medewerker_id if van_mij else None
        return self.read(
            lambda session: werkgeversvraag.werkgeversvragen(session, werkgever_id, alleen_open, me)
        )

    def partners(self, alleen_actief: bool = True) -> tuple[PartnerRij, ...]:
        """To whom employers can be referred, by name."""
        from desktop.models.queries import partner

        return self.read(lambda session: partner.partners(session, alleen_actief))

    def beroepen(self, tekst: str, limiet: int = 12) -> tuple[CodeRij, ...]:
        """Names of beroepen for what is typed; nothing when the region loaded no list."""
        from desktop.models.queries import beroep

        return self.read(lambda session: beroep.beroepen(session, tekst, self.today(), limiet))

    def beroepscodes(self) -> frozenset[str]:
        """The codes of the list of beroepen that are offered now."""
        from desktop.models.queries import beroep

        return self.read(lambda session: beroep.current(session, self.today()))
