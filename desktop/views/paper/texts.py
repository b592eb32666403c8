"""Dutch texts of paper in the window. The same rules as in `desktop.views.texts` hold."""

from __future__ import annotations

from datetime import date

from desktop import dutch

OVERVIEW = "Werkgeversoverzicht"
DAY_FOLDER = "Dagmap"
INTERN, FOR_EMPLOYER = "intern", "voor de werkgever"
ALL_EMPLOYERS = "alle werkgevers"
PREPARATION = "Voorbereiding"

PRINT, SAVE_AS, OPEN_ELSEWHERE, CLOSE, STOP = (
    "Afdrukken",
    "Opslaan als PDF",
    "Openen in ander programma",
    "Sluiten",
    "Stoppen",
)
OPEN_HINT = "De kopie voor het andere programma verdwijnt als je Werkregie sluit."
ZOOM = "Grootte"
FIT_WIDTH, FIT_PAGE, FULL_SIZE = "Breedte", "Hele blad", "100 %"
MAKING = "Wordt gemaakt"
READING = "Wordt gelezen"
PREVIEW = "Voorbeeld"
SAVED = "Opgeslagen"
OPEN, SAVE = "Openen", "Opslaan"
PRINTED = "Naar de printer gestuurd"
PDF_FILES = "PDF-bestanden (*.pdf)"
NOT_OPENED = "Geen programma op deze laptop opent PDF’s. Sla het op en stuur het door."


def making(done: int, of: int) -> str:
    """12 van 200"""
    return f"{MAKING}: {dutch.number(done)} van {dutch.number(of)}" if of > 1 else MAKING


def printing(done: int, of: int) -> str:
    return f"Blad {dutch.number(done)} van {dutch.number(of)} gaat naar de printer"


def saved_as(name: str) -> str:
    return f"Opgeslagen als {name}."


def page_of(page: int, of: int) -> str:
    return f"blad {dutch.number(page)} van {dutch.number(of)}"


def view_name(title: str, page: int, of: int) -> str:
    """What a screen reader says of what is in sight."""
    return f"{PREVIEW} van {title}, {page_of(page, of)}"


def overview_title(name: str, voor: str) -> str:
    return f"{OVERVIEW} {name}, {INTERN if voor == 'intern' else FOR_EMPLOYER}"


def day_title(day: date) -> str:
    return f"{DAY_FOLDER} van {dutch.weekday_date(day)}"


def preparation_title(name: str) -> str:
    return f"{PREPARATION} {name}"


def file_name(kind: str, about: str, day: date) -> str:
    """Letters and figures only: every system takes them in a name."""
    kept = "".join(char if char.isalnum() or char in " -" else "" for char in about).strip()
    return " ".join(part for part in (kind, kept, day.isoformat()) if part) + ".pdf"
