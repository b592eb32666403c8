"""The one table of the rail: a new subject is one line. Pages are imported and made at the first visit."""

from __future__ import annotations

from desktop.models import rights
from desktop.views import texts, texts_shell
from desktop.views.backend import Backend
from desktop.views.shell import EmployersWork, Page, PageKind, Shell

(
    TODAY,
    EMPLOYERS,
    CANDIDATES,
    VACANCIES,
    PLACEMENTS,
    RECONCILE,
    REPORTS,
    SETTINGS,
    LAPTOP,
    PROFILES,
    BY_NUMBER,
    INSTRUMENTS,
    SCHEDULE,
    PARTNERS,
    WERKFIT,
) = (
    "vandaag",
    "werkgevers",
    "kandidaten",
    "vacatures",
    "plaatsingen",
    "afstemming",
    "rapporten",
    "instellingen",
    "deze_laptop",
    "profielen",
    "kandidaatregies",
    "instrumenten",
    "nazorgschema",
    "partners",
    "werkfitlijst",
)
FIRST = TODAY
"""What is shown when nothing says which page was left."""


def _today(shell: Shell) -> Page:
    from desktop.views.vandaag.page import TodayPage

    return TodayPage(shell)


def _waiting_today(backend: Backend) -> int:
    from desktop.views.vandaag.reading import count

    return count(backend)


def _employers(shell: Shell) -> EmployersWork:
    from desktop.views.werkgevers.page import EmployersPage

    return EmployersPage(shell)


def _candidates(shell: Shell) -> Page:
    from desktop.views.kandidaten.page import CandidatesPage

    return CandidatesPage(shell)


def _vacancies(shell: Shell) -> Page:
    from desktop.views.vacatures.page import VacanciesPage

    return VacanciesPage(shell)


def _placements(shell: Shell) -> Page:
    from desktop.views.plaatsingen.page import PlacementsPage

    return PlacementsPage(shell)


def _reconcile(shell: Shell) -> Page:
    from desktop.views.afstemming.page import ReconcilePage

    return ReconcilePage(shell)


def _reports(shell: Shell) -> Page:
    from desktop.views.rapporten.page import ReportsPage

    return ReportsPage(shell)


def _settings(shell: Shell) -> Page:
    from desktop.views.instellingen.page import SettingsPage

    return SettingsPage(shell)


def _laptop(shell: Shell) -> Page:
    from desktop.views.deze_laptop.page import LaptopPage

    return LaptopPage(shell)


def _profiles(shell: Shell) -> Page:
    from desktop.views.profielen.page import ProfilesPage

    return ProfilesPage(shell)


def _by_number(shell: Shell) -> Page:
    from desktop.views.kandidaatregies.page import ByNumberPage

    return ByNumberPage(shell)


def _instruments(shell: Shell) -> Page:
    from desktop.views.instrumenten.page import InstrumentsPage

    return InstrumentsPage(shell)


def _schedule(shell: Shell) -> Page:
    from desktop.views.nazorgschema.page import SchedulePage

    return SchedulePage(shell)


def _partners(shell: Shell) -> Page:
    from desktop.views.partners.page import PartnersPage

    return PartnersPage(shell)


def _werkfit(shell: Shell) -> Page:
    from desktop.views.werkfitlijst.page import WerkfitPage

    return WerkfitPage(shell)


def _settles_werkfit(rol: str) -> bool:
    return rights.may_do(rol, "werkfit.wijzig_lijst")


def _settles_schedule(rol: str) -> bool:
    return rights.may_do(rol, "nazorgregel.stel_vast")


def _reads_figures(rol: str) -> bool:
    """Who finds candidates has their page in the place of the reports, which a command opens."""
    return not rights.has_candidates(rol)


def _waiting_choices(backend: Backend) -> int:
    """Conflicts that wait for a choice, and what was refused."""
    from desktop.views.afstemming.items import asks

    today = backend.today()
    return sum(1 for row in backend.afstemming(alleen_open=True) if asks(row, today))


ALL = (
    PageKind(TODAY, texts_shell.TODAY, "vandaag", _today, count=_waiting_today),
    PageKind(EMPLOYERS, texts.EMPLOYERS, "werkgever", _employers),
    PageKind(
        CANDIDATES,
        texts_shell.CANDIDATES,
        "persoon",
        _candidates,
        whose=rights.has_candidates,
        drafts="kandidaat",
    ),
    PageKind(
        VACANCIES,
        texts_shell.VACANCIES,
        "vacature",
        _vacancies,
        whose=rights.serves_employers,
        drafts="vacature",
    ),
    PageKind(
        PLACEMENTS,
        texts_shell.PLACEMENTS,
        "plaatsing",
        _placements,
        whose=rights.serves_employers,
        drafts="plaatsing",
    ),
    PageKind(RECONCILE, texts.RECONCILE, "afstemming", _reconcile, amber=True, count=_waiting_choices),
    PageKind(REPORTS, texts_shell.REPORTS, "rapport", _reports, whose=_reads_figures, also=True),
    PageKind(SETTINGS, texts_shell.SETTINGS, "instellingen", _settings),
)
BESIDE = (
    PageKind(LAPTOP, texts_shell.THIS_LAPTOP, "laptop", _laptop),
    PageKind(PROFILES, texts_shell.PROFILES, "personen", _profiles, drafts="profiel"),
    PageKind(BY_NUMBER, texts_shell.BY_NUMBER, "personen", _by_number, drafts="kandidaatregie"),
    PageKind(INSTRUMENTS, texts_shell.INSTRUMENTS, "info", _instruments),
    PageKind(PARTNERS, texts_shell.PARTNERS, "overdracht", _partners, drafts="partner"),
    PageKind(
        SCHEDULE, texts_shell.SCHEDULE, "nazorg", _schedule, whose=_settles_schedule, drafts="nazorgregel"
    ),
    PageKind(WERKFIT, texts_shell.WERKFIT, "vink", _werkfit, whose=_settles_werkfit, drafts="werkfitlijst"),
)
"""Pages that are in nobody's rail: something else leads to them. `whose` says who may open it."""


def for_role(rol: str) -> tuple[PageKind, ...]:
    """The rail of somebody with this role: at most seven, which have Ctrl+1 to Ctrl+7."""
    return tuple(kind for kind in ALL if kind.in_rail_of(rol))


def of_draft(soort: str) -> PageKind | None:
    """The page whose form a draft belongs to, as far as that is not a form at a werkgever."""
    fits = (kind for kind in (*ALL, *BESIDE) if kind.drafts and f"{soort}_".startswith(f"{kind.drafts}_"))
    return next(fits, None)


def beside(rol: str) -> tuple[PageKind, ...]:
    """What this person can open that is not in the rail."""
    return (
        *(kind for kind in ALL if kind.also and not kind.in_rail_of(rol)),
        *(kind for kind in BESIDE if kind.in_rail_of(rol)),
    )
