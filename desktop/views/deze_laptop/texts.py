"""Dutch texts of the screen Op deze laptop."""

from __future__ import annotations

from datetime import date, datetime

from desktop import dutch
from desktop.views import dates

TITLE = "Op deze laptop"
PARTS_NAME = "Delen van Op deze laptop"
HERE, WAITING, SENT, LOG = "Wat hier staat", "Wachtlijst", "Verzonden", "Logboek"

# -- what is here
SHORT_TITLE = "In het kort"
WHO, UPDATED, TO_SEND, ROWS, SIZE = "Van", "Bijgewerkt", "Nog te verzenden", "Gegevens", "Grootte"
NEVER = "nog nooit"
WHY_TITLE = "Wat hier staat, en waarom"
KEPT_TITLE = "Zo wordt het bewaard"
FACTS_TITLE = "Kenmerken"
CENTRE, NO_CENTRE = "Werkcentrum", "geen, alleen deze laptop"
LAPTOP_ID, ACCESS, VERSION, SCHEMA = "Deze laptop", "Toegang", "Programma", "Database"
NO_ACCESS = "niet nodig"
FACTS_HINT = "De beheerder herkent aan deze kenmerken welke laptop dit is."
COPY_FACTS, FACTS_COPIED = "Kenmerken kopiëren", "Kenmerken gekopieerd"
CHECK, CHECKING = "Controleer nu", "Bezig met tellen"
CHECK_HINT = "Werkregie telt alles na. Wat niet klopt, haalt het opnieuw op."
REASONS = {
    "regio": "Iedereen in de regio heeft dit.",
    "profielen": "Iedereen in de regio heeft dit, zonder namen.",
    "dossiers": "Als {rol} heb je alle dossiers.",
    "dossier": "Je hoort hierbij: je had er contact of regie, of je neemt waar.",
    "kandidaten": "Je begeleidt deze kandidaten of je neemt waar.",
    "vertrouwelijk": "Je schreef het zelf, of je hebt de regie of neemt die waar.",
    "persoonlijk": "Dit is alleen van jou.",
    "overig": "Waarom dit hier staat, is niet bekend. Controleer nu zoekt dat uit.",
    "wacht": "Je maakte dit hier. Het is nog niet verzonden.",
}
GROUPS = {
    "regio": "Van de hele regio",
    "profielen": "Profielen",
    "dossiers": "Van alle dossiers",
    "dossier": "Van jouw dossiers",
    "kandidaten": "Van jouw kandidaten",
    "vertrouwelijk": "Vertrouwelijk",
    "persoonlijk": "Van jou",
    "overig": "Om een andere reden",
    "wacht": "Nog niet verzonden",
}

# -- what waits
WAITING_LIST = "Wat wacht en wat nog niet af is"
SENDING, DRAFTS = "Wacht op verzenden", "Concepten"
NOTHING_WAITS = "Alles is verzonden"
NOTHING_WAITS_TEXT = "Wat je vastlegt, staat hier tot het werkcentrum het heeft."
CHANGES, FIELD, WAS, BECOMES, EMPTY = "Wat er verandert", "Veld", "Was", "Wordt", "leeg"
TYPED = "Wat je vastlegde"
NOTE = "Notitie"
WHY_WAITS = "Waarom het wacht"
REASON_ASKED = (
    "Dit is aangevraagd, nog niet bevestigd. Het werkcentrum beslist. Tot die tijd verandert er niets."
)
REASON_OFFLINE = "Er is geen verbinding met het werkcentrum. Het gaat vanzelf mee zodra die er is."
REASON_NEXT = "Het gaat mee met de volgende ronde."
REASON_ARRIVED = "Het werkcentrum heeft het al. Het antwoord wordt met de volgende ronde verwerkt."
NOT_SENDING = "Toch niet?"
NOT_SENDING_TEXT = (
    "Verzenden tegenhouden kan niet: wat je vastlegde, gaat niet verloren. "
    "Je kunt het wel ongedaan maken. Dan gaat er een opdracht mee die het terugdraait."
)
TAKE_BACK = "Ongedaan maken"
OPEN = "Dossier openen"
TRY_NOW = "Nu proberen"

# -- drafts
DRAFT_STATE = "Dit is een concept. Het blijft op deze laptop tot je het vastlegt."
DRAFT_TEXT = "Wat je typte"
GO_ON, THROW_AWAY = "Verder gaan", "Weggooien"
THROWN_AWAY = "Concept weggegooid"

# -- what was sent
SENT_LIST = "Wat het werkcentrum ontving"
NOTHING_SENT = "Nog niets verzonden"
NOTHING_SENT_TEXT = "Hier staat van elke wijziging het bewijs dat het werkcentrum haar heeft."
PROOF = "Bewijs van ontvangst"
NUMBER, RECEIVED, OUTCOME, MARK = "Volgnummer", "Ontvangen", "Uitkomst", "Kenmerk"
COPY_PROOF, PROOF_COPIED = "Bewijs kopiëren", "Bewijs gekopieerd"
TO_RECONCILE = "Naar Afstemming"
MORE = "Meer tonen"
OUTCOMES = {
    "toegepast": "verwerkt",
    "aangepast": "aangepast verwerkt",
    "geweigerd": "niet aangenomen",
    "quarantaine": "bewaard voor de teamleider",
}
REFUSED_KEPT = "Je tekst is bewaard in Afstemming."

# -- log
LOG_LIST = "Rondes, de laatste bovenaan"
KIND, PERIOD = "Soort", "Periode"
KINDS = (("alles", "Alle rondes"), ("wijzigingen", "Met wijzigingen"), ("fouten", "Met fouten"))
PERIODS = (("0", "Vandaag"), ("7", "Laatste 7 dagen"), ("30", "Laatste 30 dagen"), ("", "Alles"))
NOTHING_LOGGED = "Geen rondes in deze keuze."
LOG_KEPT = "Het logboek blijft op deze laptop, ook na opnieuw starten."

# -- would remove much
REMOVE_WHY = "Misschien klopt dat, misschien ging er iets mis. Tot je kiest, blijft alles staan."
REMOVE, KEEP = "Weghalen", "Laten staan"
ASK_FIRST = "Weet je het niet? Laat het staan en vraag het je beheerder."
REMOVE_CHOSEN = "Bij de volgende ronde wordt het weggehaald"
KEEP_CHOSEN = "Alles blijft staan"
KEPT_SINCE = "Je liet het staan. Tot je anders kiest, wordt er niets opgehaald."

# -- lease
LEASE = "Open tot"
LEASE_HINT = "Elke verbinding met het werkcentrum schuift deze dag op."


def person(name: str, role: str) -> str:
    return f"{name}, {role}" if role else name


def why(reason: str, role: str) -> str:
    return REASONS.get(reason, REASONS["overig"]).format(rol=role.lower())


def checked(rows: int) -> str:
    return f"Alles klopt. {dutch.count(rows, 'gegeven', 'gegevens')} nageteld."


def damaged(buckets: int) -> str:
    what = "Eén deel klopte niet" if buckets == 1 else f"{dutch.number(buckets)} delen klopten niet"
    return f"{what}. Werkregie haalt dat nu opnieuw op. Je werk dat wacht, blijft bewaard."


def typed_at(moment: datetime, today: date) -> str:
    return f"Vastgelegd {dates.at_moment(moment, today)}"


def kept_at(moment: datetime, today: date) -> str:
    return f"Bewaard {dates.at_moment(moment, today)}"


def builds_on(title: str) -> str:
    return f"Het wacht op een ander item: {title}. Dat gaat eerst."


def change_spoken(name: str, old: str, new: str) -> str:
    return f"{name}: was {old}, wordt {new}"


def number_of(n: int) -> str:
    return f"{dutch.number(n)} van deze laptop"


def received(moment: datetime) -> str:
    return dutch.long_moment(moment)


def proof(title: str, n: int, laptop: str, moment: datetime, outcome: str, mark: str) -> str:
    return (
        f"{title}. Ontvangen door het werkcentrum op {dutch.long_moment(moment)}. "
        f"Volgnummer {n} van laptop {laptop}. Uitkomst: {outcome}. Kenmerk: {mark}."
    )


def lease_until(moment: datetime, days: int | None, today: date) -> str:
    day = dates.spoken(dates.local_day(moment), today)
    return day if days is None else f"{day}, nog {dutch.count(days, 'dag', 'dagen')}"


def would_remove(count: int) -> str:
    return f"Dit zou {dutch.count(count, 'gegeven', 'gegevens')} van je laptop halen. Klopt dat?"


def of_all(count: int, total: int) -> str:
    return f"Dat is {round(100 * count / max(1, total))} % van wat hier staat."
