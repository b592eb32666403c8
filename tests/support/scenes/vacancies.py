"""Vacatures: the list, the board, one of them, and its forms."""

from __future__ import annotations

from datetime import timedelta

from desktop.views import pages
from desktop.views.session import Session
from desktop.views.subject.choice import ON
from desktop.views.vacatures import sheet, subject
from desktop.views.vacatures.page import VacanciesPage
from desktop.views.werkgevers import work_facts
from tests.support.practice_laptop import BAKERY, CARE, KARIN, TIMBER, TODAY, YOUSSEF, StagedLaptop
from tests.support.scenes.playing import Play, Scene, settle

INPAK, VERZORGING, TIMMERMAN = "Medewerker inpak", "Helpende zorg", "Timmerman in opleiding"
_HERE = "11111111-0000-7000-8000-00000000000"


def vacancies(laptop: StagedLaptop) -> None:
    """Five of them, in the states that there are without a voordracht."""
    youssef = laptop.medewerker("Youssef")
    rows = (
        (1, "Karin", BAKERY, INPAK, "baan", {"aantal_plaatsen": 2, "uren_min": 24, "uren_max": 32}, 12),
        (2, "Fatima", CARE, VERZORGING, "leerbaan", {"uren_min": 28, "niveau": 4}, 5),
        (3, "Karin", TIMBER, TIMMERMAN, "leerbaan", {"uren_max": 36, "niveau": 3}, None),
        (4, "Karin", BAKERY, "Chauffeur bezorging", "baan", {"rijbewijs": ["B"], "vervoer": ["1"]}, 40),
        (5, "Fatima", CARE, "Gastvrouw", "werkervaringsplaats", {"uren_max": 16}, None),
    )
    for number, who, where, name, kind, more, days in rows:
        closes = {"sluitingsdatum": (TODAY + timedelta(days=days)).isoformat()} if days else {}
        fields = {"id": f"{_HERE}{number}", "werkgever_id": laptop.id(where), "naam": name, "soort": kind}
        laptop.colleague(who, "vacature.registreer", fields | more | closes | _of(number))
    for number, route in ((2, "rechtstreeks"), (4, "matchtafel")):
        handed = {"vacature_id": f"{_HERE}{number}", "bemiddelaar_ids": [youssef], "matchingroute": route}
        laptop.colleague("Fatima" if number == 2 else "Karin", "vacature.draag_over", handed)
    ended = {"vacature_id": f"{_HERE}5", "reden": "De functie is intern vervuld."}
    laptop.colleague("Fatima", "vacature.trek_in", ended)
    laptop.arrive()


def _of(number: int) -> dict[str, object]:
    if number != 1:
        return {"plaats": "Hilversum"}
    return {
        "plaats": "Hilversum",
        "postcode": "1211AB",
        "beroep": "Productiemedewerker inpak",
        "omschrijving": (
            "Inpakken en labelen van brood en banket in de vroege dienst. Je werkt in een klein team met een "
            "vaste werkbegeleider. Ervaring is niet nodig."
        ),
        "niveau": 2,
        "taal_mondeling": 2,
        "kantoortijden": 2,
        "contract": "B",
        "salaris": "14,80 per uur",
        "rijbewijs": [],
        "vervoer": ["3", "5"],
    }


def page_of(session: Session) -> VacanciesPage:
    page = session.window.stack.page(pages.VACANCIES)
    assert isinstance(page, VacanciesPage)
    return page


def opened(name: str, then: Play | None = None) -> Play:
    """The vacature of that name chosen in the list."""

    def play(session: Session, laptop: StagedLaptop) -> None:
        session.window.show_page(pages.VACANCIES)
        settle(session)
        page = page_of(session)
        rows = page.list.view.lines.rows()
        page.open_row(next(line.key for line in rows if line.title == name))
        settle(session)
        if then is not None:
            then(session, laptop)

    return play


def filtered(session: Session, laptop: StagedLaptop) -> None:
    opened(INPAK)(session, laptop)
    page = page_of(session)
    choice = page.list.choice.where(subject.MINE, ON).where(subject.KIND, "baan")
    page.list.show_choice(choice)


def board(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page(pages.VACANCIES)
    settle(session)
    page_of(session).list.head.switch.click()
    settle(session)


def handed(session: Session, _laptop: StagedLaptop) -> None:
    page_of(session).detail.show_tab(sheet.HANDED)


def fitting(session: Session, _laptop: StagedLaptop) -> None:
    page_of(session).detail.show_tab(sheet.FITS)


def editing(session: Session, _laptop: StagedLaptop) -> None:
    page_of(session).detail.pressed.emit(sheet.EDIT, page_of(session).detail.row_id)


def handing_over(session: Session, laptop: StagedLaptop) -> None:
    page = page_of(session)
    page.detail.pressed.emit(sheet.HAND_OVER, page.detail.row_id)
    settle(session)
    form = page.desk.form
    assert form is not None
    form.fill_with({"bemiddelaar_ids": [laptop.medewerker("Youssef")], "matchingroute": "rechtstreeks"})


def new_one(session: Session, laptop: StagedLaptop) -> None:
    session.window.new_vacancy(laptop.id(BAKERY))
    settle(session)
    form = session.window.employers.work.desk.form
    assert form is not None
    form.fill_with(
        {"naam": "Inpakker avonddienst", "soort": "uitzendcontract", "uren_min": "36", "uren_max": "24"}
    )


def nothing(session: Session, _laptop: StagedLaptop) -> None:
    session.window.show_page(pages.VACANCIES)


def asked(laptop: StagedLaptop) -> None:
    """Vacatures, and a question of the bakery that waits for an answer."""
    vacancies(laptop)
    partner = {"id": laptop.staged.new_id(), "naam": "Leerwerkloket Gooi", "soort": "leerwerkloket"}
    laptop.colleague("Marleen", "partner.registreer", partner)
    question = {
        "werkgever_id": laptop.id(BAKERY),
        "soort": "scholing",
        "vraag": "Kan een medewerker van de inpak een mbo-diploma halen naast het werk?",
        "dienst": "werk_organiseren",
    }
    laptop.colleague("Karin", "werkgeversvraag.registreer", question)
    laptop.arrive()


def work(session: Session, _laptop: StagedLaptop) -> None:
    session.window.employers.detail.show_tab("werk")


def referring(session: Session, laptop: StagedLaptop) -> None:
    work(session, laptop)
    settle(session)
    detail = session.window.employers.detail
    rows = detail.work.found.vragen
    detail.asked.emit(work_facts.REFER, next(row.id for row in rows if row.soort == "scholing"))


SCENES = (
    Scene("werkgever-werk", work, prepare=asked),
    Scene("werkgeversvraag-doorverwijzen", referring, prepare=asked),
    Scene("vacatures", opened(INPAK), at="", who=KARIN, prepare=vacancies),
    Scene("vacatures-gefilterd", filtered, at="", prepare=vacancies),
    Scene("vacatures-bord", board, at="", prepare=vacancies),
    Scene("vacature-overgedragen", opened(VERZORGING, handed), at="", who=YOUSSEF, prepare=vacancies),
    Scene("vacature-wie-past", opened("Leerling keuken", fitting), at="", who=YOUSSEF),
    Scene("vacature-wijzigen", opened(INPAK, editing), at="", prepare=vacancies),
    Scene("vacature-overdragen", opened(INPAK, handing_over), at="", prepare=vacancies),
    Scene("vacature-nieuw", new_one, prepare=vacancies),
    Scene("vacatures-leeg", nothing, at="", empty=True),
)
