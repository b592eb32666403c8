"""A laptop in memory: the fast double for the window's tests and pictures. Behaves like the real one where
screens look.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.models import commands
from desktop.models.changes import Changes
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.fields import build
from desktop.models.outcome import AANGEVRAAGD, TOEGEPAST, Outcome
from desktop.models.queries.rows import (
    ActieRij,
    AfstemmingRij,
    CodeRij,
    Concept,
    ContactmomentRij,
    ContactpersoonRij,
    MedewerkerRij,
    MogelijkDubbel,
    OpdrachtRij,
    Regiestand,
    Stand,
    VeldwijzigingRij,
    WerkgeverFilter,
    WerkgeverKaart,
    WerkgeverRegel,
    Werkgeversblad,
)
from desktop.models.values import fold
from desktop.reports.whole_file import Stopped
from desktop.views.backend import Progress, Revoked, SyncRound
from tests.support import memory_inbox
from tests.support import memory_rows as data

SECONDS_TO_GO_ON = 10.0


class MemoryBackend:
    """`refuse` maps a command's name to what it raises; `offline` makes sync fail; `done` lists the
    commands that took.
    """

    def __init__(self, who: str = data.KARIN, *, empty: bool = False, practice: bool = False) -> None:
        self.medewerker_id = who
        self.rol = next(row.rol for row in data.medewerkers() if row.id == who)
        self.offline = False
        self.practice = practice
        self.moment = data.NOW
        self.updated: datetime | None = None if empty else data.NOW - timedelta(minutes=4)
        self.refuse: dict[str, Exception] = {}
        self.done: list[tuple[str, dict[str, object]]] = []
        self.drafts: dict[tuple[str, str], Concept] = {}
        self.rounds = 0
        # What a round tells of its progress; after each step it waits for `go_on`. The same for `sheets`.
        self.steps: list[tuple[int, int, int]] = []
        self.told = 0
        self.sheets = 0
        self.go_on = threading.Event()
        self.printed: list[tuple[str | None, str | None, str]] = []
        self.revoked = False
        # Hears the name of each method that reads a list, a dossier, a draft or the stand.
        self.on_call: Callable[[str], object] = str
        self._lock = threading.RLock()
        self.cards = [] if empty else data.employers()
        cards = self.cards
        self.branches = data.branches(cards) if cards else []
        self.people: list[ContactpersoonRij] = data.persons(cards) if cards else []
        self.contacts: list[ContactmomentRij] = data.contacts(cards) if cards else []
        self.actions: list[ActieRij] = data.actions(cards) if cards else []
        self.agreements = data.agreements(cards) if cards else []
        self.regies = data.regies(cards) if cards else []
        self.changes = data.changes(cards) if cards else []
        self.inbox: list[AfstemmingRij] = memory_inbox.inbox(cards) if cards else []
        self.queue: list[OpdrachtRij] = memory_inbox.queue(cards) if cards else []

    # -- reading -------------------------------------------------------------------------------------
    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return data.TODAY

    def werkgevers(self, keuze: WerkgeverFilter, limiet: int, vanaf: int = 0) -> tuple[WerkgeverRegel, ...]:
        self.on_call("werkgevers")
        return tuple(self._found(keuze)[vanaf : vanaf + limiet])

    def aantal_werkgevers(self, keuze: WerkgeverFilter) -> int:
        return len(self._found(keuze))

    def _found(self, keuze: WerkgeverFilter) -> list[WerkgeverRegel]:
        with self._lock:
            rows = [self._line(card.id) for card in self.cards]
        return [row for row in rows if self._fits(row, keuze)]

    def _fits(self, row: WerkgeverRegel, keuze: WerkgeverFilter) -> bool:
        words = fold(f"{row.naam} {row.plaats} {row.kvk_nummer}")
        since = keuze.geen_contact_sinds
        return (
            all(word in words for word in fold(keuze.tekst).split())
            and (not keuze.mijn_regie or row.regiehouder_id == self.medewerker_id)
            and (not keuze.zonder_regie or row.regiehouder_id is None)
            and (
                keuze.gemeente_code is None
                or fold(row.gemeente or "").replace(" ", "_") == keuze.gemeente_code
            )
            and (since is None or row.laatste_contact is None or row.laatste_contact <= since)
        )

    def _line(self, werkgever_id: str) -> WerkgeverRegel:
        card = self._card(werkgever_id)
        days = [contact.datum for contact in self.contacts if contact.werkgever_id == card.id]
        count = sum(
            1 for action in self.actions if action.werkgever_id == card.id and action.status == "te_verwerken"
        )
        waits = any(row.werkgever_id == card.id for row in self.queue)
        return WerkgeverRegel(
            card.id,
            card.naam,
            card.kvk_nummer,
            card.plaats,
            card.gemeente,
            card.segment,
            card.regiehouder_id,
            card.regiehouder,
            card.regie_gevraagd,
            max(days, default=None),
            count,
            waits,
        )

    def _card(self, werkgever_id: str) -> WerkgeverKaart:
        return next(card for card in self.cards if card.id == werkgever_id)

    def blad(self, werkgever_id: str) -> Werkgeversblad:
        self.on_call("blad")
        with self._lock:

            def own(rows: list[Any]) -> tuple[Any, ...]:
                return tuple(row for row in rows if row.werkgever_id == werkgever_id)

            return Werkgeversblad(
                self._card(werkgever_id),
                own(self.branches),
                own(self.people),
                own(self.contacts),
                own(self.actions),
                own(self.agreements),
                own(self.regies),
            )

    def veldwijzigingen(self, werkgever_id: str) -> tuple[VeldwijzigingRij, ...]:
        return tuple(row for row in self.changes if row.werkgever_id == werkgever_id)

    def regiestand(self, werkgever_id: str) -> Regiestand:
        blad = self.blad(werkgever_id)
        card = blad.werkgever
        last = max(blad.contacten, key=lambda row: row.datum, default=None)
        planned = tuple(row for row in blad.acties if row.status == "te_verwerken")
        return Regiestand(
            card.id,
            card.naam,
            card.plaats,
            card.regiehouder_id,
            card.regiehouder,
            card.regie_sinds,
            card.regie_gevraagd,
            card.concern,
            (),
            None,
            None,
            last,
            planned,
            card.niet_benaderen_tot,
            card.niet_benaderen_reden,
            self.updated,
        )

    def mogelijk_dubbel(
        self, naam: str, kvk_nummer: str | None, postcode: str | None, woonplaats: str | None
    ) -> tuple[MogelijkDubbel, ...]:
        hits = []
        for card in self.cards:
            certain = bool(kvk_nummer and card.kvk_nummer == kvk_nummer)
            alike = len(naam) > 3 and fold(naam)[:8] in fold(card.naam)
            if certain or alike:
                hits.append(
                    MogelijkDubbel(
                        card.id, card.naam, card.kvk_nummer, card.plaats, card.regiehouder, certain, 90
                    )
                )
        return tuple(hits)

    def medewerkers(self) -> tuple[MedewerkerRij, ...]:
        return data.medewerkers()

    def codes(self, lijst: str) -> tuple[CodeRij, ...]:
        return data.codes(lijst)

    def afstemming(self, alleen_open: bool = True) -> tuple[AfstemmingRij, ...]:
        self.on_call("afstemming")
        return tuple(row for row in self.inbox if row.status == "open" or not alleen_open)

    def wachtrij(self) -> tuple[OpdrachtRij, ...]:
        self.on_call("wachtrij")
        return tuple(self.queue)

    def stand(self) -> Stand:
        self.on_call("stand")
        opened = sum(1 for row in self.inbox if row.status == "open")
        name = data.NAMES[self.medewerker_id]
        return Stand(
            data.REGION, name, self.rol, self.updated, len(self.queue), opened, len(self.cards), self.practice
        )

    # -- writing -------------------------------------------------------------------------------------
    def doe(self, naam: str, argumenten: Mapping[str, object]) -> Outcome:
        with self._lock:
            command = build(commands.NEWEST[naam], argumenten)
            if naam in self.refuse:
                raise self.refuse[naam]
            self.done.append((naam, dict(argumenten)))
            effect: Callable[[Mapping[str, Any]], str] | None = getattr(
                self, "_" + naam.replace(".", "_"), None
            )
            table = effect(argumenten) if effect else "opdracht"
            card = next((c for c in self.cards if c.id == argumenten.get("werkgever_id")), None)
            row = OpdrachtRij(
                data.uid(5000 + len(self.done)),
                10 + len(self.done),
                naam,
                1,
                dict(argumenten),
                self.moment,
                "wacht",
                None,
                card.id if card else None,
                card.naam if card else None,
                None,
            )
            self.queue.append(row)
            changed = Changes(
                {table: frozenset({str(argumenten.get("id", row.uuid))}), "opdracht": frozenset({row.uuid})}
            )
            result = AANGEVRAAGD if type(command).CONFIRMED else TOEGEPAST
            return Outcome(result, str(argumenten.get("id") or row.uuid), changes=changed, uuid=row.uuid)

    def _contact_leg_vast(self, given: Mapping[str, Any]) -> str:
        people = given.get("contactpersoon_ids") or ()
        names = tuple(p.naam for p in self.people if isinstance(people, list) and p.id in people)
        card = self._card(str(given["werkgever_id"]))
        self.contacts.append(
            ContactmomentRij(
                str(given["id"]),
                card.id,
                card.naam,
                None,
                date.fromisoformat(str(given["datum"])),
                given.get("tijd"),
                self.medewerker_id,
                data.NAMES[self.medewerker_id],
                str(given["kanaal"]),
                "wij",
                None,
                None,
                card.regiehouder_id not in (None, self.medewerker_id),
                None,
                given.get("reden_buiten_regie"),
                given.get("notitie"),
                bool(given.get("vertrouwelijk")),
                names,
                1,
                True,
            )
        )
        return "contactmoment"

    def _actie_maak(self, given: Mapping[str, Any]) -> str:
        card = self._card(str(given["werkgever_id"]))
        who = str(given.get("toegewezen_aan_id") or self.medewerker_id)
        deadline = date.fromisoformat(str(given["deadline"])) if given.get("deadline") else None
        self.actions.append(
            ActieRij(
                str(given.get("id")),
                card.id,
                card.naam,
                given.get("contactmoment_id"),
                str(given["soort"]),
                str(given["gevraagde_handeling"]),
                None,
                who,
                data.NAMES[who],
                deadline,
                "te_verwerken",
                1,
                True,
            )
        )
        return "actie"

    def _actie_rond_af(self, given: Mapping[str, Any]) -> str:
        self.actions = [
            replace(a, status="verwerkt") if a.id == given["actie_id"] else a for a in self.actions
        ]
        return "actie"

    def _regie_neem(self, given: Mapping[str, Any]) -> str:
        self.cards = [
            replace(c, regie_gevraagd=True) if c.id == given["werkgever_id"] else c for c in self.cards
        ]
        return "regie"

    def _werkgever_registreer(self, given: Mapping[str, Any]) -> str:
        if any(card.kvk_nummer and card.kvk_nummer == given.get("kvk_nummer") for card in self.cards):
            raise Weigering("kvk_bestaat_al", naam="een ander")
        blank: dict[str, Any] = {
            "nummer": None,
            "regiehouder_id": None,
            "regiehouder": None,
            "regie_sinds": None,
            "niet_benaderen_tot": None,
        }
        card = replace(
            data.employers()[4],
            **blank,
            id=str(given["id"]),
            naam=str(given["naam"]),
            plaats=given.get("woonplaats"),
            kvk_nummer=given.get("kvk_nummer"),
        )
        self.cards.append(card)
        return "werkgever"

    def _contactpersoon_registreer(self, given: Mapping[str, Any]) -> str:
        card = self._card(str(given["werkgever_id"]))
        self.people.append(
            replace(
                data.persons(data.employers())[0],
                id=str(given["id"]),
                werkgever_id=card.id,
                naam=str(given["naam"]),
            )
        )
        return "contactpersoon"

    def _afstemming_kies(self, given: Mapping[str, Any]) -> str:
        if given["keuze"] != "later":
            self.inbox = [
                replace(r, status="gesloten") if r.id == given["afstemming_id"] else r for r in self.inbox
            ]
        return "afstemming"

    # -- drafts, sync and paper ----------------------------------------------------------------------
    def concept(self, soort: str, onderwerp_id: str) -> Concept | None:
        return self.drafts.get((soort, onderwerp_id))

    def bewaar_concept(self, soort: str, onderwerp_id: str, velden: Mapping[str, object]) -> datetime:
        self.on_call("bewaar_concept")
        self.drafts[soort, onderwerp_id] = Concept(soort, onderwerp_id, dict(velden), self.moment)
        return self.moment

    def verwijder_concept(self, soort: str, onderwerp_id: str) -> None:
        self.drafts.pop((soort, onderwerp_id), None)

    def sync(self, progress: Progress | None = None) -> SyncRound:
        self.rounds += 1
        for step in self.steps:
            self.told += 1
            if progress is not None:
                progress(*step)
            if not self.go_on.wait(SECONDS_TO_GO_ON):
                raise EnvironmentFailure("centrum_te_laat")
            self.go_on.clear()
        if self.revoked:
            raise Revoked("laptop_ingetrokken")
        if self.offline:
            raise EnvironmentFailure("centrum_onbereikbaar")
        sent = len(self.queue)
        self.queue = []
        self.updated = self.moment
        return SyncRound(verzonden=sent, toegepast=sent)

    def overzicht(
        self,
        pad: Path,
        werkgever_id: str | None,
        accountmanager_id: str | None,
        voor: str,
        stop: Callable[[], bool],
        progress: Callable[[int], None],
    ) -> Path:
        if "overzicht" in self.refuse:
            raise self.refuse["overzicht"]
        self.printed.append((werkgever_id, accountmanager_id, voor))
        for done in range(1, self.sheets + 1):
            progress(done)
            if not self.go_on.wait(SECONDS_TO_GO_ON):
                raise EnvironmentFailure("bestand_niet_te_schrijven", pad=str(pad))
            self.go_on.clear()
            if stop():
                raise Stopped
        pad.write_bytes(b"%PDF-1.4")
        return pad
