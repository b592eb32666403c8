"""What can be read of candidates, profiles and with whom they are; one method per question of a screen.

A card is read through `Laptop.kandidaat`, which says so in the audit log. A question is imported when it is
asked: the first page of the window does not wait for other subjects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.errors import Weigering
from desktop.reading_base import LaptopReader

if TYPE_CHECKING:
    from desktop.models.queries.kandidaat_rows import (
        KandidaatFilter,
        KandidaatKaart,
        KandidaatOverdrachtRij,
        KandidaatRegel,
        KandidaatregieRij,
        KandidaatWaarnemingRij,
        ProfielFilter,
        ProfielRij,
        WerkfitLijst,
        WerkfitRegelRij,
    )
    from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij


class KandidaatReading(LaptopReader):
    """The part of a laptop's reading half about candidates."""

    def kandidaten(self, keuze: KandidaatFilter | None = None) -> tuple[KandidaatRegel, ...]:
        """My own and those for whom I stand in, by name."""
        from desktop.models.queries import kandidaat
        from desktop.models.queries.kandidaat_rows import KandidaatFilter

        return self.read(
            lambda session: kandidaat.kandidaten(session, keuze or KandidaatFilter(), self.medewerker_id)
        )

    def kandidaatkaart(self, kandidaat_id: str) -> KandidaatKaart:
        """One candidate, without an audit line: for what is on the screen already and is drawn again."""
        from desktop.models.queries import kandidaat

        found = self.read(
            lambda session: kandidaat.kaart(session, kandidaat_id, self.medewerker_id, self.today())
        )
        if found is None:
            raise Weigering("kandidaat_onbekend", id=kandidaat_id)
        return found

    def kandidaat_geschiedenis(self, kandidaat_id: str) -> tuple[VeldwijzigingRij, ...]:
        """What changed of this candidate, the newest first."""
        from desktop.models.queries import kandidaat

        return self.read(lambda session: kandidaat.geschiedenis(session, kandidaat_id))

    def profielen(self, keuze: ProfielFilter | None = None) -> tuple[ProfielRij, ...]:
        """The anonymous profiles of the region, by beroep."""
        from desktop.models.queries import profiel
        from desktop.models.queries.kandidaat_rows import ProfielFilter

        return self.read(lambda session: profiel.profielen(session, keuze or ProfielFilter()))

    def kandidaatregies(self, bemiddelaar_id: str | None = None) -> tuple[KandidaatregieRij, ...]:
        """Numbers with whom they are: of everybody for a teamleider, else what is on this laptop."""
        from desktop.models.queries import kandidaatregie

        return self.read(lambda session: kandidaatregie.regies(session, self.today(), bemiddelaar_id))

    def kandidaatoverdrachten(self) -> tuple[KandidaatOverdrachtRij, ...]:
        """Candidates that are offered to me and wait for my answer."""
        from desktop.models.queries import kandidaatregie

        return self.read(lambda session: kandidaatregie.offered_to(session, self.medewerker_id))

    def kandidaatwaarnemingen(self) -> tuple[KandidaatWaarnemingRij, ...]:
        """Who stands in for which bemiddelaar, as far as this laptop may know; the newest first."""
        from desktop.models.queries import kandidaatregie

        return self.read(kandidaatregie.waarnemingen)

    def werkfit(self) -> WerkfitLijst:
        """The region's scale and questions."""
        from desktop.models.queries import profiel

        return self.read(lambda session: profiel.werkfit_lijst(session, self.today()))

    def werkfit_regels(self) -> tuple[WerkfitRegelRij, ...]:
        """Every value of the scale and every question, also those that ended."""
        from desktop.models.queries import profiel

        return self.read(lambda session: profiel.werkfit_regels(session, self.today()))
