"""Dutch texts of the screen Kandidaten. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.views import dates
from desktop.views.subject.wording import Words

WORDS = Words(
    title="Kandidaten",
    one="kandidaat",
    many="kandidaten",
    search="Kandidaten zoeken",
    hint="Zoek op naam, nummer of beroep",
    list_name="Lijst van kandidaten",
    choose_title="Kies een kandidaat",
    choose_text="Hier zie je wat er loopt en welk werk past.",
    empty_title="Nog geen kandidaten",
    empty_text="Zoekt iemand via jou werk? Leg de kandidaat vast. Alleen jij ziet wie het is.",
    new="Nieuw",
    new_name="Nieuwe kandidaat",
)
EDIT_CANDIDATE = "Kandidaat wijzigen"
OFFERED_TO_YOU, THE_LIST = "Aangeboden aan jou", "Kandidaten"

# filters
LOOKING, WITHOUT, CLASS, WHOSE, STATE = (
    "Zoekt werk",
    "Zonder toestemming",
    "Beroepsklasse",
    "Van wie",
    "Stand",
)
SAID_LOOKING, SAID_WITHOUT, SAID_CLASS, SAID_STATE = (
    "die werk zoeken",
    "zonder toestemming om te delen",
    "in {}",
    "met stand {}",
)
WHOSE_OPTIONS = (("eigen", "Van mij"), ("waarneming", "Waarneming"))
SAID_WHOSE, ANY_WHOSE, ANY_CLASS, ANY_STATE = "({})", "Iedereen", "Alle beroepsklassen", "Elke stand"
ORDERS = (("naam", "op naam"),)
STATES = {"actief": "zoekt werk", "geplaatst": "aan het werk", "afgesloten": "afgesloten"}
STATE_OPTIONS = tuple((code, words.capitalize()) for code, words in STATES.items())

# rows
NO_BEROEP, NOT_SHARED = "nog geen beroep", "zonder toestemming"
PROVISIONAL = "nummer volgt"

# actions and tabs
EDIT, PUT_FORWARD, UPDATE, OPEN, PLACE = (
    "Wijzigen",
    "Voordragen",
    "Bijwerken",
    "Openen",
    "Plaatsing vastleggen",
)
CONSENT, NO_CONSENT = "Toestemming vastleggen", "Toestemming intrekken"
DOELGROEP, WERKFIT, HAND_OVER = "Doelgroep vastleggen", "Werkfit beoordelen", "Overdragen"
STAND_IN, END_STAND_IN, WITHDRAW_OFFER = (
    "Waarneming instellen",
    "Waarneming beëindigen",
    "Aanbod intrekken",
)
CLOSE, REOPEN, ACCEPT, DECLINE = "Afsluiten", "Heropenen", "Aanvaarden", "Weigeren"
TAB_WORK, TAB_FITS, TAB_FACTS, TAB_DOELGROEP, TAB_WERKFIT, TAB_HISTORY = (
    "Werk",
    "Wat past?",
    "Gegevens",
    "Doelgroep",
    "Werkfit",
    "Historie",
)
TITLE_SHORT = "In het kort"

# what runs
VOORDRACHTEN, PLACEMENTS = "Voordrachten", "Plaatsingen"
NO_VOORDRACHTEN = "Er is nog geen voordracht. Kijk bij ‘Wat past?’ welk werk er is."
NO_VACANCY = "Zonder vacature"
STATUS = {
    "voorgesteld": "voorgesteld",
    "gesprek": "gesprek",
    "proefplaatsing": "proefplaatsing",
    "geplaatst": "geplaatst",
    "afgewezen_werkgever": "werkgever zei nee",
    "afgewezen_kandidaat": "kandidaat zei nee",
    "ingetrokken": "ingetrokken",
}
EMPLOYER, PROPOSED, TALK, REASON, FEEDBACK, NOTE, CONSENTED = (
    "Werkgever",
    "Voorgedragen",
    "Gesprek",
    "Reden",
    "Terugkoppeling",
    "Notitie",
    "Toestemming",
)
PERIOD, KIND, HOURS_OF, MILESTONES, VACANCY = "Periode", "Soort werk", "Uren", "Mijlpalen", "Vacature"
PLACED_STATES = {"loopt": "loopt", "beeindigd": "beëindigd", "vervallen": "niet begonnen"}
OUTCOMES = {"gerealiseerd": "ja", "uitval": "nee", "onbekend": "niet bekend", "nog_niet": "nog niet"}
NO_WORK_FITS = "Er is op deze laptop geen vacature die zou kunnen passen."
NOT_GIVEN = "Niet opgegeven."

# facts
WHO, WANTS, BRINGS, SUPPORT, ORIGIN = (
    "Wie het is",
    "Wat de kandidaat zoekt",
    "Wat de kandidaat kan",
    "Wat er nodig is",
    "Waar het dossier staat",
)
CALLED, INITIAL, ORGANISATION, TOWN, PC4, TRAVEL, AVAILABLE, HOURS, IRREGULAR = (
    "Roepnaam",
    "Eerste letter achternaam",
    "Organisatie",
    "Gemeente",
    "Postcode (4 cijfers)",
    "Reist tot",
    "Beschikbaar vanaf",
    "Uren per week",
    "Onregelmatige tijden",
)
BEROEPEN, CLASS_NAME, LEVEL, KINDS, TRANSPORT, LICENCE, SPOKEN, WRITTEN = (
    "Beroepen",
    "Beroepsklasse",
    "Niveau",
    "Soorten werk",
    "Vervoer",
    "Rijbewijs",
    "Nederlands spreken",
    "Nederlands schrijven",
)
ADAPTED, GUIDANCE, VARIATION = "Aangepaste werkplek", "Begeleiding", "Afwisseling in het werk"
SYSTEM, SYSTEM_ID, NUMBER, HOLDER, SINCE, STATUS_NAME = (
    "Systeem",
    "Kenmerk daar",
    "Nummer",
    "Regie",
    "Sinds",
    "Stand",
)
YES_NO = {0: "niet bekend", 1: "ja", 2: "nee"}
YES_NO_OPTIONS = (("1", "Ja"), ("2", "Nee"), ("0", "Niet bekend"))

# doelgroep
GROUPS, BENEFIT, LDR = "Doelgroepen", "Uitkering", "In het doelgroepregister"
NO_GROUPS = "De doelgroep is nog niet vastgelegd."
ONLY_YOU = "Dit staat alleen op jouw laptop. Wie waarneemt ziet het niet."
WHO_SEES = "Wie ziet dit"

# werkfit
OWN_JUDGEMENT, BOTH_JUDGEMENTS, NOT_JUDGED, JUDGED_BY = (
    "Jouw oordeel",
    "Samen beoordeeld",
    "Nog niet beoordeeld.",
    "Beoordeeld",
)
JUDGEMENT_OF = "Oordeel van de bemiddelaar"
SIDES = {"kandidaat": "Bemiddelaar", "werkgever": "Accountmanager"}
STANDS = {
    "samen": "Jullie zijn het eens.",
    "verschilt": "De oordelen verschillen. Bespreek ze samen.",
    "een": "De ander moet nog oordelen.",
    "geen": "Nog niemand heeft beoordeeld.",
}
AGREED = "Samen"
PROVISIONAL_SCALE = (
    "De schaal en de vragen zijn voorlopig, tot het Handboek Werkfit er is. Je regio kan ze aanpassen."
)
NEEDS_CONSENT = "Een accountmanager kan pas meekijken als er toestemming is om het profiel te delen."
SCALE = "Schaal"

# history
HISTORY, NO_HISTORY = "Wat er wijzigde", "Er is nog niets gewijzigd."

# an offer
OFFER_TEXT = "Wie het is, zie je als je aanvaardt. Alles van deze kandidaat komt dan naar jouw laptop."
ABOUT_OFFER, OFFERED_BY, OFFERED_ON = "Het aanbod", "Van", "Aangeboden"
OFFER_OVER = "Dit aanbod is er niet meer. Je gaf antwoord, of het is ingetrokken."
ANSWER_WAITS = "Je antwoord wacht op verzenden."

# closing reasons
CLOSED_BECAUSE = {
    "aan_het_werk": "Aan het werk",
    "verhuisd": "Verhuisd",
    "wil_niet_meer": "Wil niet meer",
    "geen_contact": "Er is geen contact meer",
    "anders": "Anders",
}
DECLINED_BECAUSE = {
    "geen_ruimte": "Ik heb geen ruimte",
    "past_niet_bij_mij": "Het past niet bij mijn werk",
    "ben_afwezig": "Ik ben afwezig",
    "anders": "Anders",
}

# toasts of what needs no form
CONSENT_GONE, REOPENED, ACCEPTED, OFFER_GONE, STAND_IN_ENDED = (
    "Toestemming ingetrokken",
    "Kandidaat heropend",
    "Kandidaat overgenomen",
    "Aanbod ingetrokken",
    "Waarneming beëindigd",
)


def candidate(nummer: str | None) -> str:
    return f"Kandidaat {nummer}" if nummer else f"Kandidaat, {PROVISIONAL}"


def travels(km: int) -> str:
    return f"{km}{dutch.NO_BREAK}km"


def for_whom(name: str) -> str:
    return f"voor {name}"


def offered_by(name: str) -> str:
    return f"van {name}"


def offered(name: str, day: date, today: date) -> str:
    """Aangeboden aan Daphne Kuiper op 12 november. Er is nog geen antwoord."""
    return f"Aangeboden aan {name} {dates.on_day(day, today)}. Er is nog geen antwoord."


def offers_you(name: str, day: date, today: date) -> str:
    return f"{name} bood jou deze kandidaat {dates.on_day(day, today)} aan."


def you_hold(day: date, today: date) -> str:
    return f"Jij hebt de regie sinds {dates.spoken(day, today)}."


def holds(name: str, day: date, today: date) -> str:
    return f"{name} heeft de regie sinds {dates.spoken(day, today)}."


def you_stand_in(name: str, day: date, today: date) -> str:
    return f"Jij neemt waar voor {name} tot en met {dutch.long_date(day, near=today)}."


def stands_in(name: str, day: date, today: date) -> str:
    return f"{name} neemt waar tot en met {dutch.long_date(day, near=today)}."


def shared_since(day: date, today: date) -> str:
    return f"Toestemming {dates.on_day(day, today)}: collega’s vinden het profiel, zonder naam."


def may_be_shared(day: date, today: date) -> str:
    """With consent, while nobody looks for work for it."""
    return f"Toestemming {dates.on_day(day, today)}. Het profiel is nu niet te vinden."


NOT_FOUND = "Er is geen toestemming om te delen. Collega’s vinden het profiel niet."


def closed(reason: str | None) -> str:
    because = CLOSED_BECAUSE.get(reason or "", "")
    return f"Afgesloten. Reden: {dutch.midway(because)}." if because else "Afgesloten."


def judged(name: str, day: date, today: date) -> str:
    return f"{name}, {dates.spoken(day, today)}"


def put_forward_for(name: str) -> str:
    return f"Voordragen voor {name}"


def update_named(name: str) -> str:
    return f"Voordracht voor {name} bijwerken"


def talk(day: date | None, clock: str | None, today: date) -> str:
    if day is None:
        return ""
    said = dutch.weekday_date(day, near=today)
    return f"{said} om {clock}" if clock else said


def place_named(name: str) -> str:
    return f"Plaatsing vastleggen voor {name}"


def open_placement(employer: str) -> str:
    return f"Plaatsing bij {employer} openen"
