"""Kandidaten, Profielen and Kandidaten per bemiddelaar: lists, details, and forms."""

from __future__ import annotations

from desktop.views import pages
from desktop.views.kandidaatregies import subject as by_number
from desktop.views.kandidaten import sheet, subject, work
from desktop.views.kandidaten.page import CandidatesPage
from desktop.views.profielen import sheet as profile_sheet
from desktop.views.session import Session
from desktop.views.subject.choice import ON
from desktop.views.subject.page import SubjectPage
from tests.support.practice_laptop import KARIN, MARLEEN, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle

SAMIRA, TARIK, ILSE, BART, LINA = "Samira B.", "Tarik A.", "Ilse K.", "Bart J.", "Lina S."
OFFERED = "11111111-0000-7000-8000-0000000000c1"


def page_of(session: Session) -> CandidatesPage:
    page = session.window.stack.page(pages.CANDIDATES)
    assert isinstance(page, CandidatesPage)
    return page


def opened(name: str, tab: str = "", press: str = "") -> Play:
    """The candidate of that name chosen in the list, on that tab, with that pressed."""

    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.show_page(pages.CANDIDATES)
        settle(session)
        page = page_of(session)
        rows = page.list.view.lines.rows()
        page.open_row(next(line.key for line in rows if line.title == name))
        settle(session)
        if tab:
            page.detail.show_tab(tab)
        if press:
            page.detail.pressed.emit(press, page.detail.row_id)

    return play


def filtered(session: Session, laptop: StagedLaptop) -> None:
    opened(LINA)(session, laptop)
    page = page_of(session)
    page.list.show_choice(page.list.choice.where(subject.WITHOUT, ON).where(subject.LOOKING, ON))


def put_forward(session: Session, laptop: StagedLaptop) -> None:
    """For the first vacature that fits."""
    opened(BART, sheet.FITS)(session, laptop)
    page = page_of(session)
    shown = page.detail.found
    page.detail.pressed.emit(work.PUT_FORWARD_FOR, shown.matches[0].vacature_id)


def updating(session: Session, laptop: StagedLaptop) -> None:
    """The talk was, and the employer said no: a reason is asked."""
    opened(ILSE)(session, laptop)
    page = page_of(session)
    shown = page.detail.found
    page.detail.pressed.emit(work.UPDATE, shown.voordrachten[0].id)
    settle(session)
    form = page.desk.form
    assert form is not None
    form.fill_with({"status": "afgewezen_werkgever", "terugkoppeling": "Er is meer ervaring nodig."})


def new_one(session: Session, _laptop: StagedLaptop) -> None:
    """With a number in it that may not be there."""
    session.window.new_candidate()
    settle(session)
    form = page_of(session).desk.form
    assert form is not None
    form.fill_with({"roepnaam": "Meryem", "beroepen": "Verzorgende", "notitie": "Bekend als 111222333."})
    form.save()


def offered(laptop: StagedLaptop) -> None:
    """A colleague offers one of hers."""
    candidate = {"id": OFFERED, "roepnaam": "Noor", "beroepen": ["Receptionist"]}
    laptop.colleague("Daphne", "kandidaat.registreer", candidate)
    offer = {"kandidaat_id": OFFERED, "naar_id": laptop.medewerker("Youssef")}
    laptop.colleague("Daphne", "kandidaat.draag_over", offer)
    laptop.arrive()


def offer_shown(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page(pages.CANDIDATES)
    settle(session)
    page = page_of(session)
    lines = page.list.view.lines
    page.open_row(lines.key_at(lines.choosable()[0]) or "")


def declining(session: Session, laptop: StagedLaptop) -> None:
    offer_shown(session, laptop)
    settle(session)
    page = page_of(session)
    page.detail.pressed.emit(sheet.DECLINE, page.detail.row_id)


def beside(key: str, press: str = "", tab: str = "") -> Play:
    """A page of which the first row is chosen, with that pressed."""

    def play(session: Session, _laptop: StagedLaptop) -> None:
        session.window.show_page(key)
        settle(session)
        page = session.window.stack.page(key)
        assert isinstance(page, SubjectPage)
        if tab:
            page.detail.show_tab(tab)
        if press:
            page.detail.pressed.emit(press, page.detail.row_id)

    return play


SCENES = (
    Scene("kandidaten", opened(ILSE), at="", who=YOUSSEF),
    Scene("kandidaten-gefilterd", filtered, at="", who=YOUSSEF),
    Scene("kandidaten-aangeboden", offer_shown, at="", who=YOUSSEF, prepare=offered),
    Scene("kandidaat-plaatsing", opened(TARIK), at="", who=YOUSSEF),
    Scene("kandidaat-wat-past", opened(BART, sheet.FITS), at="", who=YOUSSEF),
    Scene("kandidaat-gegevens", opened(BART, sheet.FACTS), at="", who=YOUSSEF),
    Scene("kandidaat-doelgroep", opened(TARIK, sheet.GROUPS), at="", who=YOUSSEF),
    Scene("kandidaat-werkfit", opened(BART, sheet.JUDGED), at="", who=YOUSSEF),
    Scene("kandidaat-nieuw", new_one, at="", who=YOUSSEF),
    Scene("kandidaat-wijzigen", opened(BART, press=sheet.EDIT), at="", who=YOUSSEF),
    Scene("kandidaat-voordragen", put_forward, at="", who=YOUSSEF),
    Scene("kandidaat-voordragen-vrij", opened(LINA, press=sheet.PUT_FORWARD), at="", who=YOUSSEF),
    Scene("voordracht-bijwerken", updating, at="", who=YOUSSEF),
    Scene("kandidaat-werkfit-beoordelen", opened(BART, press=sheet.WERKFIT), at="", who=YOUSSEF),
    Scene("kandidaat-toestemming", opened(LINA, press=sheet.CONSENT), at="", who=YOUSSEF),
    Scene("kandidaat-doelgroep-vastleggen", opened(TARIK, press=sheet.DOELGROEP), at="", who=YOUSSEF),
    Scene("kandidaat-overdragen", opened(BART, press=sheet.HAND_OVER), at="", who=YOUSSEF),
    Scene("kandidaat-afsluiten", opened(LINA, press=sheet.CLOSE), at="", who=YOUSSEF),
    Scene("kandidaat-weigeren", declining, at="", who=YOUSSEF, prepare=offered),
    Scene("kandidaat-waarneming", opened(BART, press=sheet.STAND_IN), at="", who=YOUSSEF),
    Scene("profielen", beside(pages.PROFILES), at="", who=KARIN),
    Scene("profiel-werkfit-beoordelen", beside(pages.PROFILES, profile_sheet.JUDGE), at="", who=KARIN),
    Scene("kandidaten-per-bemiddelaar", beside(pages.BY_NUMBER, by_number.ASSIGN), at="", who=MARLEEN),
)
