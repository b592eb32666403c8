"""Dutch texts of the screen Plaatsingen. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.views import dates
from desktop.views.subject.wording import Words

WORDS = Words(
    title="Plaatsingen",
    one="plaatsing",
    many="plaatsingen",
    search="Plaatsingen zoeken",
    hint="Zoek op werkgever, vacature of kandidaat",
    list_name="Lijst van plaatsingen",
    choose_title="Kies een plaatsing",
    choose_text="Hier zie je of het werk blijft, en welke nazorg er is en komt.",
    empty_title="Nog geen plaatsingen",
    empty_text="Gaat iemand ergens werken? Leg de plaatsing vast, dan plan je ook de nazorg.",
    new="Nieuw",
    new_name="Nieuwe plaatsing",
)

# filters
MINE, YOURS = "Van mij", "Jouw plaatsingen"
RUNNING, SAID_RUNNING = "Loopt nog", "die lopen"
ENDING, SAID_ENDING = "Eindigt binnenkort", "die binnen 30 dagen eindigen"
OPEN_MILESTONE, SAID_OPEN = "Mijlpaal nog open", "met een mijlpaal die nog niet bevestigd is"
STATE, ANY_STATE, SAID_STATE = "Stand", "Elke stand", "met stand {}"
KIND, ANY_KIND, SAID_KIND = "Soort werk", "Alle soorten", "van soort {}"
ORDERS = (
    ("start", "laatst begonnen eerst"),
    ("einde", "eerst eindigend bovenaan"),
    ("werkgever", "op werkgever"),
)
STATES = {"loopt": "Loopt", "beeindigd": "Gestopt", "vervallen": "Niet begonnen"}

# tabs and sections
TAB_COURSE, TAB_CARE, TAB_USED, TAB_FACTS, TAB_HISTORY = (
    "Verloop",
    "Nazorg",
    "Instrumenten",
    "Gegevens",
    "Historie",
)
MILESTONES, TALKS, WHO, THE_WORK, DURATION, HISTORY, TASKS = (
    "Blijft het werk?",
    "Gesprekken",
    "Wie",
    "Het werk",
    "Hoe lang",
    "Wat er wijzigde",
    "Wat er nog moet",
)
NO_MILESTONES = "Een proefplaatsing heeft geen mijlpalen. De plaatsing daarna heeft ze wel."
NO_TALKS = "Er is nog geen nazorg gepland."
NO_TALKS_HERE = "De nazorg staat bij wie het dossier van deze werkgever heeft."
NO_USED = "Er is geen instrument ingezet."
NO_TASKS = "Er is niets meer te regelen."
NO_HISTORY = "Er is nog niets gewijzigd."

# actions
EDIT, END, NEVER_BEGAN, STILL, STILL_OVER, CONFIRM, FINISH, MOVE, ATTEMPT, DROP, PLAN, ADD_TALK = (
    "Wijzigen",
    "Beëindigen",
    "Gaat niet door",
    "Onderbreking melden",
    "Weer begonnen",
    "Bevestigen",
    "Afronden",
    "Verzetten",
    "Niet bereikt",
    "Niet nodig",
    "Nazorg plannen",
    "Gesprek toevoegen",
)
USE, CHANGE_USE, TASK_DONE, SIGNAL, OPEN_EMPLOYER = (
    "Instrument inzetten",
    "Bijwerken",
    "Gedaan",
    "Signaal melden",
    "Werkgever openen",
)

# names of facts and fields
EMPLOYER, PLACE, FORMAL, VACANCY, BEMIDDELAAR, CANDIDATE, NUMBER = (
    "Werkgever",
    "Vestiging",
    "Formele werkgever",
    "Vacature",
    "Bemiddelaar",
    "Kandidaat",
    "Nummer",
)
CONTRACT, HOURS, STARTS, EXPECTED, ENDED_ON, PROJECT, SROI, LASTS_EXPECTED, REASON_END, NOTE = (
    "Contract",
    "Uren per week",
    "Begint op",
    "Verwacht einde",
    "Laatste werkdag",
    "Project",
    "Telt voor SROI",
    "Verwacht duurzaam",
    "Waarom het stopte",
    "Toelichting",
)
AGREEMENT = "Type overeenkomst"
FORMAL_HINT, NO_VACANCY = "Wie het loon betaalt", "geen vacature"
AGREEMENTS = {"01": "Regulier", "02": "Leerbaan", "03": "Vrijwilligerswerk", "04": "Werkervaringsplaats"}
PROVISIONAL = "nummer volgt"
SOMEBODY = "Een kandidaat"
OUTCOMES = {
    "gerealiseerd": "nog aan het werk",
    "uitval": "niet meer aan het werk",
    "onbekend": "nog niet bevestigd",
    "nog_niet": "komt nog",
}
CONFIRMED_BY = {"werkgever": "de werkgever", "kandidaat": "de kandidaat", "systeem": "het systeem"}
TRACKS = {
    "werknemer": "met de werknemer",
    "werkgever": "met de werkgever",
    "relatie": "relatie met de werkgever",
}
SHORT_TRACKS = {"werknemer": "Met de werknemer", "werkgever": "Met de werkgever", "relatie": "Relatie"}
RESULTS = {"stabiel": "stabiel", "aandacht": "vraagt aandacht", "risico": "risico"}
DROPPED = "niet nodig"

# the strip
LASTING, NOT_LASTING, LASTING_UNKNOWN = (
    "Duurzaam: na zes maanden nog aan het werk.",
    "Niet duurzaam: het werk stopte binnen zes maanden.",
    "Of het na zes maanden nog liep, is niet bevestigd.",
)
TRIAL = "Dit is een proefplaatsing."


def known_on(day: date, today: date) -> str:
    return f"Of het duurzaam is, blijkt {dates.on_day(day, today)}."


def since(day: date, today: date) -> str:
    """Loopt sinds 12 maart. / Begint op 12 maart."""
    spoken = dates.spoken(day, today)
    if day > today:
        return f"Begint op {spoken}."
    return f"Loopt sinds {spoken}."


def over(day: date | None, today: date) -> str:
    return f"Gestopt. De laatste werkdag was {dates.spoken(day, today)}." if day else "Gestopt."


def never_began() -> str:
    return "Deze plaatsing is nooit begonnen."


def of_whom(bemiddelaar: str) -> str:
    """For who may not know the person."""
    return f"{SOMEBODY} van {bemiddelaar}"


def since_row(day: date, today: date) -> str:
    return f"sinds {dates.short(day, today)}" if day <= today else f"vanaf {dates.short(day, today)}"


def until(day: date, today: date) -> str:
    return f"tot {dates.short(day, today)}"


def milestone(months: int) -> str:
    return f"Na {dutch.count(months, 'maand', 'maanden')}"


def milestone_line(months: int, outcome: str) -> str:
    return f"{milestone(months)}: {outcome}"


def confirmed(outcome: str, who: str | None) -> str:
    """nog aan het werk, zegt de werkgever"""
    return f"{outcome}, zegt {who}" if who else outcome


def hours(count: int) -> str:
    return f"{dutch.number(count)} uur"


def due(day: date, today: date) -> str:
    """21 september; 18 september, 3 dagen te laat"""
    said = dates.spoken(day, today)
    return f"{said}, {dates.late(day, today)}" if day < today else said


def attempts(count: int) -> str:
    return f"{dutch.count(count, 'keer', 'keer')} niet bereikt"


def period(start: date | None, end: date | None, today: date) -> str:
    if start and end:
        return f"{dates.short(start, today)} tot {dates.short(end, today)}"
    return f"vanaf {dates.short(start, today)}" if start else ""


def steun(value: int) -> str:
    return f"steun {value} van 5"


# -- the course and the tabs
PLANNED, PLANNED_LATE, DONE, WAS_DONE = "gepland", "te laat", "gedaan", "Wat er was"
PLANNED_ON, TRACK, BY, ATTEMPTS, NOBODY = "Gepland", "Gesprek", "Door", "Niet bereikt", "nog niemand"
STATUS, PERIOD, PROVIDER, ASKED_ON, GRANTED_ON, WAGE_VALUE, FORFAIT = (
    "Stand",
    "Periode",
    "Verstrekker",
    "Aangevraagd",
    "Toegekend",
    "Loonwaarde",
    "Forfait",
)
YES, NO, EMPTY, NONE, NO_DAY = "ja", "nee", "leeg", "geen", "zonder datum"
NEXT_TALK, WITH = "Eerste gesprek", "Gesprek"
FINISH_CARE = "Nazorg afronden"


def begins(kind: str) -> str:
    return f"Eerste werkdag ({kind.lower()})"


def care(track: str) -> str:
    return f"Nazorg {track}"


def still(until_day: date | None, today: date) -> str:
    if until_day is None:
        return "Het werk ligt stil"
    return f"Het werk lag stil tot en met {dates.short(until_day, today)}"


def used(instrument: str, status: str) -> str:
    return f"{instrument} ({status})"


BETTER = "Verbeteren"
USED_FOR, DEADLINE, IS_DONE = "Instrument", "Uiterlijk", "Gedaan"


def confirm(months: int) -> str:
    return f"{milestone(months)} bevestigen"


def late_talks(count: int) -> str:
    return "Eén gesprek is te laat." if count == 1 else f"{dutch.number(count)} gesprekken zijn te laat."


def percent(value: int) -> str:
    return f"{value} procent"


def task_done(what: str) -> str:
    return f"Gedaan: {what}"


# -- the forms
EDIT_PLACEMENT, END_PLACEMENT, NEVER_BEGAN_TITLE = (
    "Plaatsing wijzigen",
    "Plaatsing beëindigen",
    "Plaatsing gaat niet door",
)
REASON, LASTS_LONG, CHOOSE, FOLLOWS = (
    "Reden",
    "Wij verwachten dat het langer dan zes maanden duurt",
    "Kies",
    "Volgt uit de soort werk",
)
NOTE_HINT = "Dit leest alleen wie de kandidaat begeleidt."
FIRST_STILL, LAST_STILL = "Eerste dag zonder werk", "Laatste dag zonder werk"
STILL_WORKS, WHO_SAYS = "Werkt de kandidaat er nog?", "Wie zegt dat?"
SAYS_EMPLOYER, SAYS_CANDIDATE = "De werkgever", "De kandidaat"
UNKNOWN_HINT = "Weet niemand het zeker? Kies dan: nog niet bevestigd."
DONE_ON, RESULT, HEARD, NEXT_ON, TRIED_ON, NEW_DAY, ABOUT = (
    "Gesprek op",
    "Hoe gaat het?",
    "Wat je hoorde",
    "Volgend gesprek",
    "Geprobeerd op",
    "Nieuwe dag",
    "Waarover",
)
HEARD_HINT = "Dit leest alleen wie de kandidaat begeleidt. Schrijf niets over ziekte of schulden."
NEXT_HINT = "Leeg: het schema gaat gewoon door."
SUPPORT, IN_A_SENTENCE = "Voelt de werkgever zich gesteund?", "In één zin"
SUPPORT_HINT = "1 is helemaal niet, 5 is heel goed."
SUPPORTS = tuple((str(mark), f"{mark} van 5") for mark in range(1, 6))
SPOKE, SPOKE_HINT, NOT_SPOKE = (
    "Met de werkgever gesproken",
    "De regiehouder ziet dan dat er contact was.",
    "Niet vastleggen als contact",
)
SIGNAL_KIND, SIGNAL_TEXT, NONE_YET = (
    "Signaal voor de accountmanager",
    "Wat moet de accountmanager weten?",
    "Geen",
)
SIGNAL_HINT = "Noem geen naam. Alleen wie het dossier heeft, leest dit."
SIGNAL_MISSING = "Schrijf wat de accountmanager moet weten."
WITH_EMPLOYEE, WITH_EMPLOYER = "Met de werknemer", "Met de werkgever"
INSTRUMENT, ENDS, WAGE_VALUE_PERCENT, FORFAIT_NOW = (
    "Instrument",
    "Eindigt op",
    "Loonwaarde in procent",
    "Forfait",
)

# what is wrong
REASON_MISSING = "Kies of schrijf waarom."
START_MISSING, END_MISSING, DAY_MISSING = "Vul de eerste dag in.", "Vul de laatste dag in.", "Vul een dag in."
CANDIDATE_MISSING, EMPLOYER_MISSING, KIND_MISSING = (
    "Kies een kandidaat.",
    "Kies bij welke werkgever.",
    "Kies wat voor werk het is.",
)
ENDS_BEFORE = "Dit is voor de eerste werkdag. Kies een latere dag."
ABOUT_MISSING, INSTRUMENT_MISSING = "Schrijf kort waarover het gaat.", "Kies een instrument."
OUTCOME_MISSING, WHO_MISSING = "Kies of de kandidaat er nog werkt.", "Kies wie dit zegt."
RESULT_MISSING, SUPPORT_MISSING = "Kies hoe het gaat.", "Kies een cijfer."
LEAVE_OUT = "Maak een dag leeg om dat gesprek weg te laten."
NOTHING_PLANNED = "Kies minstens één gesprek."

# after saving
ADDED, CHANGED, ENDED, DROPPED_DONE, STILL_DONE, STILL_OVER_DONE, CONFIRMED = (
    "Plaatsing vastgelegd",
    "Plaatsing gewijzigd",
    "Plaatsing beëindigd",
    "Plaatsing gaat niet door",
    "Onderbreking vastgelegd",
    "Einde van de onderbreking vastgelegd",
    "Mijlpaal bevestigd",
)
CARE_DONE, CARE_CHANGED, PLANNED_DONE, USED_DONE, CHANGED_USE, TASK_GONE = (
    "Nazorg vastgelegd",
    "Nazorg bijgewerkt",
    "Nazorg gepland",
    "Instrument ingezet",
    "Instrument bijgewerkt",
    "Taak afgerond",
)
