"""What a day asks beside acties: nazorg, voordrachten, instruments, signalen. Read per role; no widget here.

What this laptop does not hold is not found: of who works with candidates everything, of the others the
relation with the employer and the signalen, of who leads the counts of what is overdue.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.frozen import dataclass
from desktop.models.queries.instrument_rows import InstrumentTaakRij, InzetRij
from desktop.models.queries.kandidaat_rows import KandidaatOverdrachtRij
from desktop.models.queries.nazorg_rows import NazorgRij, TeLaatRij
from desktop.models.queries.plaatsing_rows import VoordrachtFilter, VoordrachtRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.queries.vacature_rows import VacatureFilter, VacatureRegel
from desktop.models.rights import decides_for_others, has_candidates, serves_employers
from desktop.views.backend import Backend

HANDED = frozenset({"overgedragen"})
"""The state of a vacature for which nobody was put forward yet."""
VACANCIES_SHOWN = 10
_ANSWERS = ("kandidaat.aanvaard_overdracht", "kandidaat.weiger_overdracht")


@dataclass(frozen=True, slots=True)
class Care:
    """The rows, each as its own query gives them; `gesprekken` are talks of voordrachten this week."""

    nazorg: tuple[NazorgRij, ...] = ()
    taken: tuple[InstrumentTaakRij, ...] = ()
    gesprekken: tuple[VoordrachtRij, ...] = ()
    voordrachten: tuple[VoordrachtRij, ...] = ()
    aflopend: tuple[InzetRij, ...] = ()
    vacatures: tuple[VacatureRegel, ...] = ()
    signalen: tuple[SignaalRij, ...] = ()
    overdrachten: tuple[KandidaatOverdrachtRij, ...] = ()
    bij_collegas: tuple[TeLaatRij, ...] = ()


def end_of_week(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())


def read_care(backend: Backend) -> Care:
    """All of it, for who is at this laptop."""
    rol, today = backend.rol, backend.today()
    if not serves_employers(rol):
        return Care()
    days = (end_of_week(today) - today).days
    late = backend.nazorg_te_laat() if decides_for_others(rol) else ()
    nazorg, signalen = backend.nazorg_te_doen(days), backend.signalen_voor_mij()
    if not has_candidates(rol):
        return Care(nazorg=nazorg, signalen=signalen, bij_collegas=late)
    return Care(
        nazorg,
        backend.instrumenttaken_te_doen(days),
        _talks(backend, today),
        backend.wachtende_voordrachten(),
        backend.instrumenten_aflopend(),
        _handed_to_me(backend),
        signalen,
        _offered(backend),
        late,
    )


def _talks(backend: Backend, today: date) -> tuple[VoordrachtRij, ...]:
    """Talks with employers that are planned from today to sunday, the first one first."""
    until = end_of_week(today)
    rows = backend.voordrachten(VoordrachtFilter(mijn=True, alleen_lopend=True))
    here = [row for row in rows if row.gesprek_op is not None and today <= row.gesprek_op <= until]
    return tuple(sorted(here, key=lambda row: (row.gesprek_op or today, row.gesprek_tijd or "99", row.id)))


def _offered(backend: Backend) -> tuple[KandidaatOverdrachtRij, ...]:
    """Candidates that are offered to me; one whose answer waits for the centre to confirm it waits too."""
    rows = backend.kandidaatoverdrachten()
    if not rows:
        return ()
    answered = {one.argumenten.get("overdracht_id") for one in backend.wachtrij() if one.naam in _ANSWERS}
    return tuple(replace(row, wacht=row.wacht or row.id in answered) for row in rows)


def _handed_to_me(backend: Backend) -> tuple[VacatureRegel, ...]:
    """Vacatures for which I look for people and nobody was put forward yet; what closes first comes first."""
    keuze = VacatureFilter(mijn=True, statussen=HANDED, sortering="sluitingsdatum")
    rows = backend.vacatures(keuze, VACANCIES_SHOWN).regels
    if not rows:
        return ()
    me = next((one.naam for one in backend.medewerkers() if one.id == backend.medewerker_id), "")
    return tuple(row for row in rows if me in row.bemiddelaars)
