"""From what runs at a werkgever to the sections of the tab Werk. Pure: rows in, words out."""

from __future__ import annotations

from datetime import date

from desktop.models.context import REGION_TIME
from desktop.models.queries.nazorg_rows import Nazorgstand
from desktop.models.queries.plaatsing_rows import PlaatsingRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.queries.vacature_rows import VacatureRegel, WerkgeversvraagRij
from desktop.models.rights import decides_for_others, may_do
from desktop.views import texts
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.vacatures import words as vacancy_words
from desktop.views.vacatures.words import Reader
from desktop.views.werkgevers import texts_work as words
from desktop.views.werkgevers.work_here import WorkFound

OPEN_VACANCY, ADD_VACANCY = "vacature_openen", "vacature"
ADD_QUESTION, EDIT_QUESTION, ANSWER, REFER = (
    "vraag",
    "vraag_wijzigen",
    "vraag_beantwoorden",
    "vraag_verwijzen",
)
REPORT_SIGNAL, ANSWER_SIGNAL = "signaal", "signaal_beantwoorden"
OPEN = "open"


def sections(found: WorkFound, reader: Reader) -> tuple[Section, ...]:
    """Vacatures first, then who works here, what was asked, how the care stands and what was reported."""
    return (
        _vacancies(found, reader),
        _placements(found, reader.today),
        *_questions(found, reader),
        _care(found.nazorg, reader.today),
        *_signals(found, reader),
    )


def _vacancies(found: WorkFound, reader: Reader) -> Section:
    facts = tuple(_vacancy(row, reader) for row in found.vacatures)
    add = FactLink(ADD_VACANCY, words.NEW_VACANCY, words.NEW_VACANCY)
    links = (add,) if may_do(reader.rol, "vacature.registreer") else ()
    return Section(words.VACANCIES, facts, links, empty=words.NO_VACANCIES, id=found.werkgever_id)


def _vacancy(row: VacatureRegel, reader: Reader) -> Fact:
    """Its state before its name, which opens it."""
    state = vacancy_words.state(row, reader)
    said = f"{row.naam}, {state}"
    return Fact(state[:1].upper() + state[1:], row.naam, said=said, opens=(OPEN_VACANCY, row.id))


def _placements(found: WorkFound, today: date) -> Section:
    """Without the person: who that is only the bemiddelaar knows."""
    facts = tuple(_placement(row, found, today) for row in found.plaatsingen)
    return Section(words.PLACEMENTS, facts, empty=words.NO_PLACEMENTS, id=found.werkgever_id)


def _placement(row: PlaatsingRij, found: WorkFound, today: date) -> Fact:
    kind = words.placed(found.label("vacature_soort", row.soort), row.uren)
    end = row.feitelijke_einddatum or row.verwachte_einddatum
    period = words.from_until(row.start, end, today)
    told = (one.split(": ", 1) for one in row.mijlpalen)
    lasted = [words.lasted(*one) for one in told if one[-1] != "onbekend"]
    said = ". ".join((f"{kind}, {period}", *lasted))
    return Fact(words.STATES.get(row.status, row.status).capitalize(), said, aside=row.bemiddelaar)


# -- questions ---------------------------------------------------------------------------------------
def _questions(found: WorkFound, reader: Reader) -> tuple[Section, ...]:
    """What is open comes first, each with what can be done about it."""
    add = FactLink(ADD_QUESTION, words.NEW_QUESTION, words.NEW_QUESTION)
    links = (add,) if may_do(reader.rol, "werkgeversvraag.registreer") else ()
    rows = sorted(found.vragen, key=lambda row: row.status != OPEN)
    head = Section(
        words.QUESTIONS, links=links, empty="" if rows else words.NO_QUESTIONS, id=found.werkgever_id
    )
    return (head, *(_question(row, found, reader) for row in rows))


def _question(row: WerkgeversvraagRij, found: WorkFound, reader: Reader) -> Section:
    title = found.label("vraag_soort", row.soort)
    facts = (
        Fact(words.ASKED, row.vraag),
        Fact(words.SINCE, words.asked_on(row.ontvangen_op, reader.today)),
        Fact(words.WHO, texts.ME if row.behandelaar_id == reader.id else row.behandelaar),
        Fact(words.SERVICE, found.label("dienst", row.dienst)),
        Fact(words.ANSWERED, row.antwoord),
        Fact(words.TO, ", ".join(part for part in (row.partner, row.partner_contact, row.reden) if part)),
    )
    mark = texts.NOT_SENT if row.wacht else "" if row.status == OPEN else row.status
    shown = tuple(fact for fact in facts if fact.value)
    return Section(title, shown, _links(row, title, reader), mark, id=row.id)


def _links(row: WerkgeversvraagRij, title: str, reader: Reader) -> tuple[FactLink, ...]:
    if row.status != OPEN:
        return ()
    found = (
        (ANSWER, words.ANSWER, "werkgeversvraag.beantwoord"),
        (REFER, words.REFER, "werkgeversvraag.verwijs_door"),
        (EDIT_QUESTION, words.EDIT, "werkgeversvraag.wijzig"),
    )
    return tuple(
        FactLink(key, said, words.named(said, title), row.id)
        for key, said, right in found
        if may_do(reader.rol, right)
    )


# -- care --------------------------------------------------------------------------------------------
def _care(stand: Nazorgstand | None, today: date) -> Section:
    """When and by whom; never about what and how it went, but for whether the employer feels supported."""
    if stand is None or not (stand.gedaan or stand.gepland or stand.te_laat):
        return Section(words.CARE, empty=words.NO_CARE)
    facts = [Fact(words.STATE, words.care_count(stand.gedaan, stand.gepland, stand.te_laat))]
    if stand.laatste_op is not None:
        facts.append(Fact(words.CARE_LAST, words.on_day_by(stand.laatste_op, stand.laatste_door, today)))
    if stand.volgende_op is not None:
        facts.append(Fact(words.CARE_NEXT, words.on_day_by(stand.volgende_op, stand.volgende_door, today)))
    if stand.laatste_steun is not None:
        facts.append(Fact(words.SUPPORT, words.out_of_five(stand.laatste_steun)))
    return Section(words.CARE, tuple(facts))


# -- signalen ----------------------------------------------------------------------------------------
def _signals(found: WorkFound, reader: Reader) -> tuple[Section, ...]:
    """What is open comes first; who it is for answers it here."""
    report = FactLink(REPORT_SIGNAL, words.REPORT_SIGNAL, words.REPORT_SIGNAL)
    links = (report,) if may_do(reader.rol, "signaal.meld") else ()
    rows = sorted(found.signalen, key=lambda row: row.status != OPEN)
    empty = "" if rows else words.NO_SIGNALS
    head = Section(words.SIGNALS, links=links, empty=empty, id=found.werkgever_id)
    return (head, *(_signal(row, found, reader) for row in rows))


def _signal(row: SignaalRij, found: WorkFound, reader: Reader) -> Section:
    title = found.label("signaal_categorie", row.categorie)
    said_by = texts.ME if row.melder_id == reader.id else row.melder
    given_on = row.gemeld_op.astimezone(REGION_TIME).date()
    facts = (
        Fact(words.SAID, row.tekst),
        Fact(words.FROM, words.on_day_by(given_on, said_by, reader.today)),
        Fact(words.FOR, texts.ME if row.voor_id == reader.id else row.voor or words.NOBODY_HOLDS),
        Fact(words.ANSWERED, words.answered_by(row.antwoord, row.beantwoord_door)),
    )
    is_open = row.status == OPEN
    urgent = words.URGENT if row.ernst == "hoog" else ""
    mark = texts.NOT_SENT if row.wacht else urgent if is_open else row.status
    link = FactLink(ANSWER_SIGNAL, words.ANSWER, words.named(words.ANSWER, title), row.id)
    may = row.id in found.van_mij or decides_for_others(reader.rol)
    shown = tuple(fact for fact in facts if fact.value)
    return Section(title, shown, (link,) if is_open and may else (), mark, id=row.id)
