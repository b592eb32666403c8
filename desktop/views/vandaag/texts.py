"""Dutch texts of Vandaag. The same rules as in `desktop.views.texts` hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desktop import dutch
from desktop.views import dates

TITLE = "Vandaag"
LIST_NAME = "Wat je te doen hebt"
ASKS_NAME = "Wacht op jouw antwoord"
SIDE_NAME = "Agenda en nieuws"

# sections
ANSWERS = "Wacht op jouw antwoord"
LATE = "Te laat"
TODAY = "Voor vandaag"
THIS_WEEK = "Deze week"
UNDATED = "Zonder datum"
SILENT = "Jouw werkgevers zonder contact"
STEPS = "Wacht op een volgende stap"
VACANCIES_WAITING = "Vacatures zonder voordracht"
ENDING = "Instrumenten die aflopen"
COLLEAGUES_LATE = "Nazorg te laat bij collega’s"
UNFINISHED = "Niet afgemaakt"
AGENDA = "Agenda"
NEWS = "Nieuw sinds gisteren"

# what one can do
ROW_MENU = "Wat je hiermee kunt doen"
LOG_VISIT = "Bezoek vastleggen"
DAY_FOLDER = "Dagmap afdrukken"
AGREE, RATHER_NOT = "Akkoord", "Nee, liever niet"
LOOK, ACCEPT, REFUSE = "Bekijken", "Aanvaarden", "Weigeren"
GO_ON, THROW_AWAY, PUT_BACK = "Verder gaan", "Weggooien", "Terugzetten"
PREPARE = "Voorbereiding openen"
LOG = "Vastleggen"
OPEN_EMPLOYER = "Werkgever openen"
FINISH, POSTPONE, CALL = "Afronden", "Verzetten", "Bellen"
MAKE_ACTION = "Actie maken"
REOPEN = "Toch niet afgerond"
ANSWER = "Beantwoorden"
FINISH_TALK, OPEN_PLACEMENT, OPEN_CANDIDATE, OPEN_VACANCY = (
    "Nazorg afronden",
    "Plaatsing openen",
    "Kandidaat openen",
    "Vacature openen",
)
GUIDE = "Instrumentengids openen"
TASK_DONE = "Taak afgerond"
NOBODY_HOLDS = "Werkgevers zonder regie"

# states of what was done here, until one leaves the page
DONE = "afgerond"
SENT_WORD = "nog niet verzonden"
ASKED_TO_CONFIRM = "Je antwoord is onderweg, nog niet bevestigd."
YOU_AGREED = "Je antwoordde: akkoord."
YOU_RATHER_NOT = "Je antwoordde: nee, liever niet."
YOU_ACCEPTED = "Je aanvaardde de regie, nog niet bevestigd."
YOU_REFUSED = "Je weigerde de overdracht, nog niet bevestigd."
THROWN_AWAY = "Weggegooid."

# answering
A_WORD = "Wil je er iets bij zeggen?"
A_WORD_HINT = "Dit mag leeg blijven."
WHY_REFUSE = "Waarom neem je de regie niet over?"
WHY_NEEDED = "Schrijf een reden. Je collega leest die."
SEND_AGREE, SEND_RATHER_NOT, SEND_REFUSAL = "Akkoord sturen", "Nee sturen", "Weigering sturen"
CANCEL = "Annuleren"
ANSWER_SENT = "Antwoord gestuurd"
TRANSFER_ACCEPTED = "Overdracht aanvaard"
TRANSFER_REFUSED = "Overdracht geweigerd"
ACTION_DONE = "Actie afgerond"
CANNOT_REOPEN = "Deze actie staat al als afgerond. Maak zo nodig een nieuwe actie."

# empty
NOTHING_TODAY = "Niets voor vandaag."
NOTHING_WAITS = "Er wacht niets op jou."
EMPTY_TEXT = "Vandaag vult zich vanzelf met wat je afspreekt. Zo kun je beginnen."
TEACH_VISIT = "Een bezoek vastleggen"
TEACH_VISIT_TEXT = (
    "Noteer meteen wat je beloofde. Die belofte staat dan hier op de dag dat zij klaar moet zijn."
)
TEACH_ACTION = "Een actie maken"
TEACH_ACTION_TEXT = "Met een dag erbij komt zij vanzelf in deze lijst."
TEACH_LIST = "Een werkgever kiezen"
TEACH_LIST_TEXT = "Bekijk met wie lang geen contact was, en plan een bezoek."
CHOOSE_EMPLOYER = "Werkgevers openen"
NO_AGENDA = "Geen bezoek gepland."
NO_NEWS = "Nog geen nieuws van collega’s."
NO_VISITS_PLANNED = "Er staat geen bezoek in je agenda. Plan eerst een bezoek bij een werkgever."

_FEW = (
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def keys(postpone: str, call: str) -> str:
    """How the list is worked from the keyboard; keys that were taken away are not named."""
    parts = ["Spatie rondt af."]
    parts += [f"{postpone} verzet."] if postpone else []
    parts += [f"{call} belt."] if call else []
    return " ".join([*parts, "Enter opent wat erbij hoort."])


def amount(count: int) -> str:
    """twee, twaalf, 13"""
    return _FEW[count] if count < len(_FEW) else dutch.number(count)


def _first(word: str) -> str:
    """At the beginning of a sentence: Eén has one accent less."""
    return f"Eén{word[3:]}" if word.startswith("één") else word.capitalize()


def day_heading(day: date) -> str:
    """Dinsdag 17 november"""
    return dutch.weekday_date(day, near=day).capitalize()


def what_waits(answers: int, late: int, today: int, steps: int = 0) -> str:
    """Twee collega’s wachten op jouw antwoord. Twee acties zijn te laat, vier zijn voor vandaag."""
    parts = []
    if answers == 1:
        parts.append("Eén collega wacht op jouw antwoord.")
    elif answers:
        parts.append(f"{_first(amount(answers))} collega’s wachten op jouw antwoord.")
    if late and today:
        parts.append(f"{_acties(late, 'te laat')}, {amount(today)} {_are(today)} voor vandaag.")
    elif late or today:
        parts.append(f"{_acties(late or today, 'te laat' if late else 'voor vandaag')}.")
    if steps:
        what = "voordracht wacht" if steps == 1 else "voordrachten wachten"
        parts.append(f"{_first(amount(steps))} {what} op een volgende stap.")
    return " ".join(parts) or NOTHING_WAITS


def _are(count: int) -> str:
    return "is" if count == 1 else "zijn"


def _acties(count: int, what: str) -> str:
    return f"{_first(amount(count))} {'actie' if count == 1 else 'acties'} {_are(count)} {what}"


def all_silent(count: int) -> str:
    return f"Alle {dutch.number(count)} bekijken" if count > 1 else "In de lijst bekijken"


def silent_filter(days: int) -> str:
    return f"{dutch.number(days)} dagen geen contact"


def days_silent(last: date | None, today: date) -> str:
    return f"{(today - last).days} dagen" if last else "nog geen contact"


def before_time(clock: str) -> str:
    return f"vóór {clock}"


def week_day(day: date, clock: str | None, today: date) -> str:
    """do 19 nov, do 19 nov 13:30"""
    words = dates.short(day, today)
    return f"{words} {clock}" if clock else words


def moved_to(day: date, today: date) -> str:
    return f"verzet naar {spoken_ahead(day, today)}"


def spoken_ahead(day: date, today: date) -> str:
    """vandaag, morgen, vr 20 november"""
    days = (day - today).days
    return {0: "vandaag", 1: "morgen"}.get(days) or dates.before(day, today)


# -- nazorg, voordrachten, instruments
def talk(spoor: str, naam: str | None) -> str:
    """Nazorg: drie maanden aan het werk; who may not read what it is about sees with whom it is."""
    about = naam or {"werknemer": "met de werknemer", "werkgever": "met de werkgever"}.get(spoor, "relatie")
    return f"Nazorg: {dutch.midway(about)}"


def meeting(kandidaat: str | None) -> str:
    return f"Gesprek van {kandidaat}" if kandidaat else "Gesprek met een werkgever"


def step(status: str, kandidaat: str | None, talk_was: bool) -> str:
    """Tarik A.: leg vast hoe het gesprek ging"""
    todo = "vraag de werkgever om een antwoord"
    if status == "geplaatst":
        todo = "leg de plaatsing vast"
    elif talk_was:
        todo = "leg vast hoe het gesprek ging"
    return f"{kandidaat}: {todo}" if kandidaat else todo.capitalize()


def since(day: date, today: date) -> str:
    days = (today - day).days
    return "vandaag" if days <= 0 else f"al {dutch.count(days, 'dag', 'dagen')}"


def closes(day: date, today: date) -> str:
    return "sluit vandaag" if day == today else f"sluit {dates.short(day, today)}"


def ends(day: date, today: date) -> str:
    return f"loopt af {spoken_ahead(day, today)}"


def overdue(placement: int, relation: int) -> str:
    """2 gesprekken over plaatsingen, 1 gesprek over de relatie"""
    parts = []
    if placement:
        parts.append(f"{dutch.count(placement, 'gesprek', 'gesprekken')} over plaatsingen")
    if relation:
        parts.append(f"{dutch.count(relation, 'gesprek', 'gesprekken')} over de relatie")
    return ", ".join(parts)


def oldest(day: date, today: date) -> str:
    return f"oudste {dates.late(day, today)}"


# -- asks
def signals(employer: str) -> str:
    """After the name of who reported it."""
    return f" geeft je een signaal over {employer}{'' if employer.endswith('.') else '.'}"


def signalled_at(moment: datetime, today: date) -> str:
    return f"Doorgegeven {_at(moment, today)}."


def offers_candidate(number: str | None) -> str:
    who = f"kandidaat {number}" if number else "een kandidaat"
    return f" wil {who} aan jou overdragen."


def candidate_at(moment: datetime, today: date) -> str:
    return f"Voorgesteld {_at(moment, today)}."


def asks(question: str, employer: str) -> str:
    """After the name of who asks."""
    whole = question.rstrip()
    whole = whole if whole.endswith(("?", ".", "!")) else f"{whole}?"
    return f" vraagt: {whole}" if employer in question else f" vraagt over {employer}: {whole}"


def asked_at(moment: datetime, today: date) -> str:
    return f"Gevraagd {_at(moment, today)}."


def wants_to_transfer(employer: str) -> str:
    return f" wil de regie op {employer} aan jou overdragen."


def handed_over(employer: str) -> str:
    return f" droeg de regie op {employer} aan jou over. Maak nog kennis met de werkgever."


def proposed_at(moment: datetime, today: date, actions: int, agreements: int) -> str:
    """Voorgesteld gisteren om 16:20. Er lopen 3 acties en 1 afspraak."""
    running = [
        dutch.count(number, one, many)
        for number, one, many in ((actions, "actie", "acties"), (agreements, "afspraak", "afspraken"))
        if number
    ]
    verb = "loopt" if actions + agreements == 1 else "lopen"
    runs = f"Er {verb} {dutch.in_row(running)}." if running else "Er loopt nog niets."
    return f"Voorgesteld {_at(moment, today)}. {runs}"


def _at(moment: datetime, today: date) -> str:
    words = dates.at_moment(moment, today)
    return f"vandaag {words}" if words.startswith("om ") else words


def said(words: str | None) -> str:
    return f" ‘{words.strip()}’" if words and words.strip() else ""


def questions(count: int) -> tuple[str, str]:
    """The bold part and the rest."""
    return dutch.count(count, "vraag", "vragen"), f" {'wacht' if count == 1 else 'wachten'} in Afstemming."


QUESTIONS_BELOW = "Kies welke gegevens kloppen, of lees waarom iets niet lukte."


def answer_title(agree: bool, who: str) -> str:
    return f"{AGREE if agree else RATHER_NOT}: antwoord aan {who}"


def refuse_title(employer: str) -> str:
    return f"De regie op {employer} weigeren"


# -- drafts
DRAFTS = {
    "bezoek": "Contact bij {naam}",
    "actie": "Actie voor {naam}",
    "werkgever": "Nieuwe werkgever",
    "contactpersoon": "Contactpersoon van {naam}",
}


def draft_title(soort: str, employer: str, title: str = "") -> str:
    """What was being written, as the form is called; a draft of before it kept its title has a name too."""
    if title:
        return f"{title}: {employer}" if employer else title
    template = DRAFTS.get(soort, f"{soort.replace('_', ' ').capitalize()} bij {{naam}}")
    return template.format(naam=employer or "een werkgever")


def kept_at(moment: datetime, today: date) -> str:
    return f"Bewaard {_at(moment, today)}."


# -- side
def planned(what: str) -> str:
    return f"Bezoek: {dutch.midway(what)}" if what and what.casefold() != "bezoek" else "Bezoek gepland"


def logged(kind: str) -> str:
    return f"{kind}, vastgelegd"


_DONE_BY_CONTACT = {
    "bezoek": "kwam langs bij",
    "telefoon": "belde met",
    "email": "mailde met",
    "video": "sprak via video met",
    "evenement": "sprak op een evenement met",
    "brief": "schreef naar",
}
_DONE = {
    "actie": "maakte een actie bij",
    "afspraak": "maakte een afspraak met",
    "regie": "heeft nu de regie op",
    "overdracht": "werkt aan de overdracht van",
    "wijziging": "wijzigde gegevens van",
    "import": "vulde met een import gegevens aan van",
    "samenvoeging": "voegde een dubbele samen met",
}


def news(who: str, soort: str, kanaal: str | None, employer: str) -> str:
    """Youssef Amrani belde met Kwekerij Coöperatie Rozenlaan."""
    if soort == "contact":
        did = _DONE_BY_CONTACT.get(kanaal or "", "had contact met")
    else:
        did = _DONE.get(soort, "werkte aan")
    return f"{who} {did} {employer}{'' if employer.endswith('.') else '.'}"


def and_more(count: int) -> str:
    return f"En nog {dutch.number(count)}."


def heading_sentence(title: str, count: int) -> str:
    return f"{title}, {dutch.number(count)}" if count else title


def spoken_row(parts: Sequence[str]) -> str:
    return ", ".join(part for part in parts if part)
