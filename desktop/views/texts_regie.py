"""Dutch texts of the question before contact (R3) and of Afstemming.

Apart from `texts` only to keep both readable; the same rules hold.
"""

from __future__ import annotations

from datetime import date, datetime

from desktop import dutch
from desktop.views import dates

# R3
WHY_CONTACT = "Waarom neem je contact op?"
WHAT_NOW = "Wat wil je doen?"
LAST_CONTACT, PLANNED, WATCH_OUT, STANDING, CONCERN, RESERVED = (
    "Laatste contact",
    "Gepland",
    "Let op",
    "Stand",
    "Concern",
    "Gemeld",
)
NOTHING_PLANNED = "Niets gepland"
NO_CONTACT_YET = "Nog geen contact vastgelegd"
OWN_CANDIDATE = "Het gaat over mijn eigen kandidaat of plaatsing"
OTHER_REASON = "Ik heb een andere reden"
OTHER_REASON_TEXT = "Je kunt verder. Het contact krijgt het merk ‘buiten de regie’."
REASON = "Reden"
REASON_NEEDED = "Schrijf kort waarom je toch contact opneemt."
SEND_QUESTION = "Vraag sturen"
ASK_REGIE_FIRST = "Regie vragen"
ASK_REGIE_TEXT = "Zodra het werkcentrum het bevestigt, is deze werkgever van jou."
REPORT_APPROACH_TEXT = "Collega’s zien dat jij vandaag contact zoekt."
NOBODY = "Niemand heeft de regie"


def has_regie_title(name: str) -> str:
    return f"{name} heeft de regie"


def ask_first(first_name: str) -> str:
    return f"Ik vraag het eerst aan {first_name}"


def own_candidate_text(first_name: str) -> str:
    return f"Dat mag direct. {first_name} krijgt daarna bericht van het resultaat."


def reads_this(first_name: str) -> str:
    return f"{first_name} leest dit"


def call_colleague(first_name: str, phone: str) -> str:
    return f"{first_name} bellen: {dutch.phone(phone)}"


def standing_now(at: datetime | None, today: date) -> str:
    return f"bijgewerkt {dates.at_moment(at, today)}" if at else "nog nooit bijgewerkt"


def standing_offline(at: datetime | None, today: date) -> str:
    """Text 13."""
    if at is None:
        return "Deze laptop haalde nog niets op. Misschien had een collega al contact."
    return f"Je leest de stand van {dates.moment_words(at, today)}. Misschien had een collega daarna contact."


def reserved_by(name: str, until: date | None) -> str:
    return f"{name} meldde een benadering" + (f", tot {dutch.long_date(until)}" if until else "")


def concern_holders(concern: str, holders: tuple[tuple[str, str], ...]) -> str:
    rows = ", ".join(f"{employer}: {holder}" for employer, holder in holders)
    return f"{concern} ({rows})" if rows else concern


# Afstemming
RECONCILE_CHOOSE = "Jij en een collega wijzigden hetzelfde. Kies rustig."
RECONCILE_READ = "Wat het werkcentrum je wil zeggen."
CHOOSE_RIGHT, REFUSED_GROUP, NOTICE_GROUP = "Kies wat klopt", "Niet aangenomen", "Ter kennisgeving"
RECONCILE_LIST = "Lijst van vragen en berichten"
NOTHING_TO_RECONCILE = "Niets om af te stemmen"
NOTHING_TO_RECONCILE_TEXT = "Als jij en een collega hetzelfde wijzigen, kies je hier wat klopt."
OF_YOU, KEPT_HERE, IN_DOSSIER = "Van jou", "bewaard op deze laptop", "staat nu in het dossier"
CHOOSE_MINE, KEEP_BOTH, CHOOSE_LATER = "Mijne kiezen", "Beide bewaren", "Later kiezen"
CHOICES = (CHOOSE_MINE, "Die van de ander kiezen", KEEP_BOTH, CHOOSE_LATER)
NOTHING_LOST, NOTHING_LOST_TEXT = "Er gaat niets verloren", "Wat je niet kiest, blijft in de geschiedenis."
MARK_READ = "Gelezen"
OPEN_DOSSIER = "Dossier openen"
WHAT_YOU_WROTE = "Dit had je ingevuld"
EMPTY_VALUE = "leeg"
REFUSED_TITLE, NOTICE_TITLE = "Niet aangenomen", "Bericht"


def of_colleague(name: str) -> str:
    return f"Van {name}"


def choose_theirs(first_name: str) -> str:
    return f"Die van {first_name} kiezen"


_NEUTER = ("telefoon", "telefoon_2", "email", "kvk_nummer", "segment", "huisnummer")


def which_is_right(field: str, label: str, owner: str) -> str:
    """Text 18."""
    name = dutch.midway(label)
    whose = f" van {owner}" if owner else ""
    return f"{'Welk' if field in _NEUTER else 'Welke'} {name}{whose} klopt?"


def both_changed(name: str, at: str) -> str:
    """Text 19. `at` is when the laptop heard of it."""
    first = name.split(" ")[0]
    return (
        f"Jij en {name} wijzigden dit allebei. Dat bleek {at}. "
        f"Nu staat wat {first} invulde in het dossier. Dat van jou is bewaard."
    )


def both_kept(first_name: str) -> str:
    """Text 20."""
    return f"Beide bewaren: de waarde van {first_name} blijft staan, die van jou komt erbij."


def also_changed_by(employer: str | None, first_name: str) -> str:
    return f"{employer}, ook door {first_name} gewijzigd" if employer else f"ook door {first_name} gewijzigd"
