"""Dutch texts of Rapporten. The same rules as in `desktop.views.texts` hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop import dutch
from desktop.models.queries.rows import ActieRij

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
