"""What can be read on one laptop: one method per question of a screen, paper or export, frozen rows back.

Every method blocks and reads through a connection of its own. Writes nothing and never uses the network.
Questions that need the tables of every subject are imported when they are asked: the first page of the window
does not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop import __version__
from desktop.models.changes import Changes
from desktop.models.errors import Weigering
from desktop.models.queries import (
    afstemming,
    lijst,
    medewerker,
    pending,
    rondes,
    werkgever_lines,
    werkgever_list,
)
from desktop.models.queries.afstemming_rows import AfstemmingRij, OpdrachtRij
from desktop.models.queries.day_rows import (
    Dossier,
    GedaanRij,
    LijstRij,
    OpDezeLaptop,
    RondeKeuze,
    RondeRij,
    Tijdlijn,
    Treffer,
    Vandaag,
    WachtRegel,
)
from desktop.models.queries.ids import Ids
from desktop.models.queries.laptop_rows import Stand
from desktop.models.queries.medewerker_rows import CodeRij, MedewerkerRij
from desktop.models.queries.regie_rows import Regiestand
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.queries.werkgever_rows import (
    EerstePagina,
    MogelijkDubbel,
    WerkgeverFilter,
    WerkgeverRegel,
    Werkgeversblad,
)
from desktop.models.store import SCHEMA_HEAD
from desktop.models.tables import Werkgever
from desktop.reading_kandidaten import KandidaatReading
from desktop.reading_nazorg import NazorgReading
from desktop.reading_plaatsingen import PlaatsingReading
from desktop.reading_vacatures import VacatureReading
from desktop.sync import facts


class Reading(VacatureReading, KandidaatReading, PlaatsingReading, NazorgReading):
    """The reading half of a laptop."""

    laptop_id: str = ""
    centre_url: str | None = None
    access: str | None = None
    """A fingerprint of the token, as the list of laptops at the centre has it too."""

    def werkgevers(
        self, keuze: WerkgeverFilter, limiet: int | None, vanaf: int = 0
    ) -> tuple[WerkgeverRegel, ...]:
        """A page of the list; for a typed text the best hits first."""
        return self.read(
            lambda session: werkgever_list.werkgevers(
                session, keuze, self.medewerker_id, limiet, vanaf, self.today()
            )
        )

    def eerste_werkgevers(self, keuze: WerkgeverFilter, limiet: int) -> EerstePagina:
        """The beginning of the list at a keystroke: bounded work, and whether there may be more."""
        return self.read(
            lambda session: werkgever_list.first(session, keuze, self.medewerker_id, limiet, self.today())
        )

    def aantal_werkgevers(self, keuze: WerkgeverFilter) -> int:
        """How many there are; for a typed text at most one above `MOST_FOUND`, which stands for more."""
        return self.read(
            lambda session: werkgever_list.count(session, keuze, self.medewerker_id, self.today())
        )

    def werkgever_ids(self, keuze: WerkgeverFilter) -> Ids:
        """All that the filter leaves, in the order of the list; for a typed text no more than are counted."""
        return self.read(lambda session: werkgever_list.ids(session, keuze, self.medewerker_id, self.today()))

    def werkgevers_met(self, ids: Sequence[str]) -> tuple[WerkgeverRegel, ...]:
        """Those lines in that order; who is gone is left out."""
        return self.read(lambda session: werkgever_lines.lines(session, ids, self.today()))

    def blad(self, werkgever_id: str) -> Werkgeversblad:
        from desktop.models.queries import regie

        found = self.read(lambda session: regie.sheet(session, werkgever_id))
        if found is None:
            raise Weigering("werkgever_onbekend", id=werkgever_id)
        return found

    def veldwijzigingen(self, werkgever_id: str) -> tuple[VeldwijzigingRij, ...]:
        from desktop.models.queries import veldwijziging

        return self.read(lambda session: veldwijziging.veldwijzigingen(session, werkgever_id))

    def regiestand(self, werkgever_id: str) -> Regiestand:
        from desktop.models.queries import regie

        synced = self.bijgewerkt_op()
        found = self.read(lambda session: regie.standing(session, werkgever_id, self.today(), synced))
        if found is None:
            raise Weigering("werkgever_onbekend", id=werkgever_id)
        return found

    def mogelijk_dubbel(
        self, naam: str, kvk_nummer: str | None, postcode: str | None, woonplaats: str | None
    ) -> tuple[MogelijkDubbel, ...]:
        from desktop.models.queries import werkgever

        return self.read(
            lambda session: werkgever.possible_doubles(session, naam, kvk_nummer, postcode, woonplaats)
        )

    def medewerkers(self) -> tuple[MedewerkerRij, ...]:
        return self.read(medewerker.medewerkers)

    def codes(self, lijst: str, ook_oud: bool = False) -> tuple[CodeRij, ...]:
        """The values that hold today, or with `ook_oud` all that there ever were."""
        day = None if ook_oud else self.today()
        return self.read(lambda session: medewerker.codes(session, lijst, day))

    def afstemming(self, alleen_open: bool = True) -> tuple[AfstemmingRij, ...]:
        return self.read(lambda session: afstemming.inbox(session, self.medewerker_id, alleen_open))

    def wachtrij(self) -> tuple[OpdrachtRij, ...]:
        return self.read(pending.commands)

    def bijgewerkt_op(self) -> datetime | None:
        """The end of the last whole round."""
        return self.read(lambda session: facts.last_sync(session.connection()))

    def klok_verschil(self) -> timedelta:
        """How far this clock was ahead of the centre at the last round; no order ever depends on it."""

        def query(session: Session) -> timedelta:
            ours, theirs = (facts.get(session.connection(), name) for name in ("klok_laptop", "klok_centrum"))
            return (
                datetime.fromisoformat(ours) - datetime.fromisoformat(theirs)
                if ours and theirs
                else timedelta()
            )

        return self.read(query)

    def stand(self) -> Stand:
        return self.read(self._stand)

    def _stand(self, session: Session) -> Stand:
        count = select(func.count()).select_from(Werkgever).where(Werkgever.verwijderd_op.is_(None))
        return Stand(
            regio=self._identity.regio,
            medewerker=self.actor.naam,
            rol=self.actor.rol,
            bijgewerkt_op=facts.last_sync(session.connection()),
            wachtend=pending.count_waiting(session),
            afstemming_open=afstemming.count_open(session, self.medewerker_id),
            werkgevers=session.scalar(count) or 0,
            oefen=self._identity.oefen,
        )

    # ------------------------------------------------------------- the window

    def vandaag(self, stil_dagen: int = 60) -> Vandaag:
        """The working day of the signed-in person."""
        from desktop.models.queries import day

        return self.read(lambda session: day.vandaag(session, self.medewerker_id, self.today(), stil_dagen))

    def gedaan(self) -> tuple[GedaanRij, ...]:
        """What was finished here today, until the day ends."""
        from desktop.models.queries import gedaan

        return self.read(lambda session: gedaan.vandaag(session, self.today()))

    def dossier(self, werkgever_id: str) -> Dossier:
        """One werkgever without its timeline."""
        from desktop.models.queries import dossier

        found = self.read(lambda session: dossier.dossier(session, werkgever_id, self.today()))
        if found is None:
            raise Weigering("werkgever_onbekend", id=werkgever_id)
        return found

    def tijdlijn(
        self,
        werkgever_id: str,
        soorten: frozenset[str] = frozenset(),
        vanaf: str | None = None,
        limiet: int = 50,
    ) -> Tijdlijn:
        """A page of all that happened; no `soorten` is all, `vanaf` is `volgende` of the page before."""
        from desktop.models.queries import timeline

        return self.read(lambda session: timeline.page(session, werkgever_id, soorten, vanaf, limiet))

    def zoek(self, tekst: str, limiet: int = 8) -> tuple[Treffer, ...]:
        """Werkgevers and contactpersonen for the palette, the best first."""
        from desktop.models.queries import palette

        return self.read(
            lambda session: palette.zoek(session, tekst, self.medewerker_id, self.today(), limiet)
        )

    def zoek_onderwerpen(self, tekst: str, elk: int = 4) -> tuple[Treffer, ...]:
        """Vacatures, own candidates, placements and the guide for the palette: at most `elk` of each."""
        from desktop.models.queries import palette_subjects

        return self.read(lambda session: palette_subjects.zoek(session, tekst, self.actor, self.today(), elk))

    def lijsten(self) -> tuple[LijstRij, ...]:
        """Kept lists, in their own order."""
        return self.read(lambda session: lijst.lijsten(session, self.medewerker_id, self.today()))

    def geraakte_werkgevers(self, changes: Changes) -> frozenset[str]:
        """The werkgevers that these changed rows belong to."""
        from desktop.models.queries import here

        return self.read(lambda session: here.touched_werkgevers(session, changes))

    def rondes(self, limiet: int = 200, keuze: RondeKeuze = rondes.ALL) -> tuple[RondeRij, ...]:
        """The log of sync, the newest first."""
        return self.read(lambda session: rondes.rondes(session, limiet, keuze))

    def verzonden(self, limiet: int = 100, voor: int | None = None) -> tuple[WachtRegel, ...]:
        """What was sent and answered, the newest first; the page before number `voor`."""
        from desktop.models.queries import sent

        return self.read(lambda session: sent.sent(session, limiet, voor))

    def op_deze_laptop(self) -> OpDezeLaptop:
        """What is here and why."""
        stand = self.stand()
        return self.read(lambda session: self._here(session, stand))

    def _here(self, session: Session, stand: Stand) -> OpDezeLaptop:
        from desktop.models.queries import here

        waiting = pending.commands(session)
        return OpDezeLaptop(
            aantallen=here.here(session),
            grootte=here.size(session),
            bijgewerkt_op=facts.last_sync(session.connection()),
            laptop_id=self.laptop_id,
            centrum=self.centre_url,
            versie=__version__,
            wachtend=len(waiting),
            oudste_wachtend=min((row.tijd for row in waiting), default=None),
            medewerker=self.actor.naam,
            rol=self.actor.rol,
            schema=SCHEMA_HEAD,
            toegang=self.access,
            lease_tot=stand.lease_tot,
            lease_dagen=stand.lease_dagen,
        )
