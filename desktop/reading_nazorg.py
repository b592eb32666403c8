"""What can be read of instruments, the care after a placement and signalen; one method per question.

Each is imported when it is asked: the first page of the window does not wait for other subjects.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.models.errors import Weigering
from desktop.reading_base import LaptopReader

if TYPE_CHECKING:
    from desktop.models.queries.instrument_rows import (
        InstrumentRegel,
        InstrumentRij,
        InstrumentTaakRij,
        InzetRij,
    )
    from desktop.models.queries.nazorg_rows import (
        KwaliteitRij,
        NazorgregelRij,
        NazorgRij,
        Nazorgstand,
        Nazorgvoorstel,
        TeLaatRij,
    )
    from desktop.models.queries.signaal_rows import SignaalRij


class NazorgReading(LaptopReader):
    """The part of a laptop's reading half about what comes after a placement."""

    def instrumentengids(
        self, tekst: str = "", ook_oud: bool = True, limiet: int | None = None
    ) -> tuple[InstrumentRegel, ...]:
        """The guide as it is today, for what is typed; what ended stands last."""
        from desktop.models.queries import instrument

        return self.read(lambda session: instrument.gids(session, tekst, self.today(), ook_oud, limiet))

    def instrument(self, wat: str) -> InstrumentRij:
        """A page of the guide, by its id or by its code as it is today."""
        from desktop.models.queries import instrument

        found = self.read(lambda session: instrument.pagina(session, wat, self.today()))
        if found is None:
            raise Weigering("instrument_onbekend", id=wat)
        return found

    def inzetten(
        self, kandidaat_id: str | None = None, plaatsing_id: str | None = None
    ) -> tuple[InzetRij, ...]:
        """Instruments used for a candidate or at a placement, the newest first."""
        from desktop.models.queries import inzet

        return self.read(lambda session: inzet.inzetten(session, kandidaat_id, plaatsing_id))

    def instrumenten_aflopend(self, dagen: int | None = None) -> tuple[InzetRij, ...]:
        """What runs for my candidates and ends within so many days; without a number, soon."""
        from desktop.models.queries import inzet

        return self.read(
            lambda session: inzet.aflopend(
                session, self.medewerker_id, self.today(), inzet.SOON if dagen is None else dagen
            )
        )

    def instrumenttaken(
        self, kandidaat_id: str | None = None, plaatsing_id: str | None = None, alleen_open: bool = True
    ) -> tuple[InstrumentTaakRij, ...]:
        """Administration of a candidate or of a placement, by deadline."""
        from desktop.models.queries import inzet

        return self.read(lambda session: inzet.taken(session, kandidaat_id, plaatsing_id, alleen_open))

    def instrumenttaken_te_doen(self, dagen: int = 7) -> tuple[InstrumentTaakRij, ...]:
        """Administration that I have to do within so many days, overdue first."""
        from desktop.models.queries import inzet

        return self.read(
            lambda session: inzet.taken_te_doen(session, self.medewerker_id, self.today(), dagen)
        )

    def nazorg_te_doen(self, dagen: int = 7) -> tuple[NazorgRij, ...]:
        """Talks that I have to have within so many days, overdue first."""
        from desktop.models.queries import nazorg

        return self.read(lambda session: nazorg.te_doen(session, self.medewerker_id, self.today(), dagen))

    def nazorg_van_plaatsing(self, plaatsing_id: str) -> tuple[NazorgRij, ...]:
        """The talks of a placement by day."""
        from desktop.models.queries import nazorg

        return self.read(lambda session: nazorg.van_plaatsing(session, plaatsing_id))

    def nazorgstand(self, werkgever_id: str) -> Nazorgstand:
        """How it stands at a werkgever, without content."""
        from desktop.models.queries import nazorg

        return self.read(lambda session: nazorg.stand(session, werkgever_id, self.today()))

    def nazorgvoorstel(self, plaatsing_id: str) -> Nazorgvoorstel:
        """What the schedule proposes for a placement."""
        from desktop.models.queries import nazorg_schedule

        found = self.read(lambda session: nazorg_schedule.voorstel(session, plaatsing_id, self.today()))
        if found is None:
            raise Weigering("plaatsing_onbekend", id=plaatsing_id)
        return found

    def nazorg_te_laat(self) -> tuple[TeLaatRij, ...]:
        """How many talks are overdue with whom."""
        from desktop.models.queries import nazorg

        return self.read(lambda session: nazorg.te_laat_per_persoon(session, self.today()))

    def nazorgregels(self) -> tuple[NazorgregelRij, ...]:
        """The region's schedule."""
        from desktop.models.queries import nazorg_schedule

        return self.read(nazorg_schedule.regels)

    def kwaliteit(
        self, van: date, tot: date, per: str | None = None, werkgever_id: str | None = None
    ) -> tuple[KwaliteitRij, ...]:
        """Whether employers feel supported; `per`: None, kwartaal or werkgever."""
        from desktop.models.queries import nazorg_schedule

        return self.read(lambda session: nazorg_schedule.kwaliteit(session, van, tot, per, werkgever_id))

    def signalen(self, werkgever_id: str | None = None) -> tuple[SignaalRij, ...]:
        """Signalen of a werkgever, or all that are here, the newest first."""
        from desktop.models.queries import signaal

        return self.read(lambda session: signaal.signalen(session, werkgever_id))

    def signalen_voor_mij(self) -> tuple[SignaalRij, ...]:
        """Signalen that wait for my answer."""
        from desktop.models.queries import signaal

        return self.read(
            lambda session: signaal.open_voor(session, self.medewerker_id, self.rol, self.today())
        )

    def signalen_van_mij(self) -> tuple[SignaalRij, ...]:
        """Signalen that I reported, with the answer where there is one."""
        from desktop.models.queries import signaal

        return self.read(lambda session: signaal.gemeld_door(session, self.medewerker_id))
