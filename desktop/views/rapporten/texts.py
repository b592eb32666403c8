"""Dutch texts of Rapporten. The same rules as in `desktop.views.texts` hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop import dutch
from desktop.models.queries.actie_rows import ActieRij
from desktop.views import dates

TITLE = "Rapporten"
LEAD = "Alles komt uit deze laptop. Op elk blad staat hoe oud de gegevens zijn."

OVERVIEW = "Werkgeversoverzicht"
OVERVIEW_TEXT = "Alles van een werkgever op papier: regie, beloftes, afspraken en de laatste contacten."
WHOSE = "Van wie"
ONE, MINE, COLLEAGUE, ALL = "Eén werkgever", "Mijn werkgevers", "Van een collega", "Alle werkgevers"
EMPLOYER = "Werkgever"
CHOOSE_EMPLOYER = "Werkgever kiezen"
WHICH_EMPLOYER = "Van welke werkgever wil je het overzicht?"
ACCOUNTMANAGER = "Accountmanager"
CHOOSE_COLLEAGUE = "Kies een collega"
FOR_WHOM = "Voor wie is het"
INTERN, FOR_EMPLOYER = "Intern", "Voor de werkgever"
INTERN_TEXT = "Met notities, beloftes en eerdere regie. Alleen voor collega’s."
FOR_EMPLOYER_TEXT = "Zonder notities, beloftes en eerdere regie. Dit mag je meegeven."
SHOW = "Voorbeeld openen"
EMPLOYER_NEEDED = "Kies eerst een werkgever."
COLLEAGUE_NEEDED = "Kies eerst een collega."

DAY_FOLDER = "Dagmap"
DAY_FOLDER_TEXT = "Voor elk bezoek één blad: wie de regie heeft, wat er speelt en ruimte voor je vragen."
WHICH_DAY = "Welke dag"
TODAY, TOMORROW, OTHER_DAY = "Vandaag", "Morgen", "Andere dag"
DAY = "Dag"
DAY_HINT = "Schrijf bijvoorbeeld vr of 20-11."
DAY_NEEDED = "Kies een dag, of schrijf er een, zoals vr of 20-11."
OPEN_CALENDAR = "Kalender openen"
NO_VISITS = "Op deze dag staat er geen bezoek in je agenda."

EXPORT = "Gegevens als bestand"
EXPORT_TEXT = "Voor een ander programma, zoals Excel. Je krijgt alles wat op deze laptop staat."
WHAT = "Wat"
KINDS = (
    ("werkgever", "Werkgevers"),
    ("contactpersoon", "Contactpersonen"),
    ("contactmoment", "Contactmomenten"),
    ("actie", "Acties"),
)
FILE_KIND = "Soort bestand"
FILES = (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))
FILE_FILTERS = {
    "xlsx": "Excel-bestanden (*.xlsx)",
    "csv": "CSV-bestanden (*.csv)",
    "json": "JSON-bestanden (*.json)",
}
PRIVACY = (
    "Dit bestand bevat persoonsgegevens en is niet versleuteld. Bewaar het op een veilige plek. "
    "Gooi het weg als je klaar bent. Werkregie legt vast dat je het maakte."
)
SAVE_FILE = "Bestand opslaan"
SAVING = "Het bestand wordt gemaakt"
ALREADY_SAVING = "Er wordt al een bestand gemaakt. Wacht tot het klaar is."
OPEN = "Openen"


# figures
LASTING = "Duurzaamheid"
LASTING_TEXT = "Van de plaatsingen die in deze periode begonnen: wie werkt er na 1, 3 en 6 maanden nog?"
LASTING_SOURCE = (
    "Gehaald telt pas mee als de werkgever, de kandidaat of het systeem het bevestigt. Niet bekend telt "
    "nooit als gehaald. Duurzaam is langer dan 6 maanden (Regionaal plan 2026). Kleine aantallen staan er "
    "als ‘minder dan 5’, zodat niemand te herkennen is."
)
LASTING_HEADS = ("Na", "Begonnen", "Gehaald", "Gestopt", "Niet bekend", "Nog niet zover")
PERIOD = "Periode"
PERIODS = (
    ("dit_jaar", "Dit jaar"),
    ("twaalf_maanden", "Laatste 12 maanden"),
    ("vorig_jaar", "Vorig jaar"),
)
FEW = "minder dan 5"
SUPPORT = "Hoe gesteund voelen werkgevers zich"
SUPPORT_TEXT = "Het cijfer van 1 tot 5 uit de relatiegesprekken van dezelfde periode, per kwartaal."
SUPPORT_SOURCE = (
    "Dit is de kwaliteit die het Besluit SUWI vraagt. Goed is een 4 of een 5. Bij minder dan 5 antwoorden "
    "staat er geen cijfer."
)
SUPPORT_HEADS = ("Kwartaal", "Antwoorden", "Gemiddeld", "Goed")
NO_SUPPORT = "In deze periode is nog geen relatiegesprek afgerond."
LATE = "Nazorg te laat"
LATE_TEXT = "Hoeveel gesprekken er nu te laat zijn, en bij wie. Waarover ze gaan, zie je hier niet."
LATE_HEADS = ("Bij wie", "Plaatsingen", "Relatie", "Oudste")
NOTHING_LATE = "Er is geen nazorg te laat."
WITHOUT_HOLDER = "Werkgevers zonder regie"
NO_FIGURE = "–"


def group(code: str, months: int) -> str:
    """1 maand, betaald werk"""
    work = "betaald werk" if code == "betaald" else "onbetaald werk"
    return f"{dutch.count(months, 'maand', 'maanden')}, {work}"


def quarter(code: str | None) -> str:
    """2026-4 is kwartaal 4 van 2026"""
    year, _, number = (code or "").partition("-")
    return f"Kwartaal {number} van {year}" if number else "Alles"


def mark(value: float | None) -> str:
    """4,2"""
    return NO_FIGURE if value is None else f"{value:.1f}".replace(".", ",")


def share(value: float | None) -> str:
    return NO_FIGURE if value is None else f"{round(value * 100)} %"


def late_since(day: date, today: date) -> str:
    return dates.late(day, today)


def file_name(soort: str, ending: str, day: date) -> str:
    return f"{dict(KINDS)[soort]} {day.isoformat()}.{ending}"


def saved(rows: int) -> str:
    return f"{dutch.count(rows, 'rij', 'rijen')} opgeslagen"


def visits(rows: Sequence[ActieRij], day: date) -> str:
    """2 bezoeken op woensdag 18 november: 13:30 Houtbouw Eemvallei en Restaurant De Oude Haven."""
    if not rows:
        return NO_VISITS
    names = [" ".join(part for part in (row.tijd, row.werkgever) if part) for row in rows]
    count = dutch.count(len(rows), "bezoek", "bezoeken")
    return f"{count} op {dutch.weekday_date(day, near=day)}: {dutch.in_row(names)}."


def weekday(day: date) -> str:
    """Maandag"""
    return dutch.weekday_date(day).split(" ")[0].capitalize()
