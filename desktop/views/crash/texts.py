"""Texts of the card about a fault of ours. Je-form, B1, no exclamation marks."""

from __future__ import annotations

TITLE = "Er ging iets mis in Werkregie"
TEXT = "Het ligt niet aan jou. Wat je typte, is bewaard. Je kunt gewoon doorwerken."
AGAIN = "Gebeurt het vaker? Start Werkregie dan opnieuw en stuur het verslag naar de beheerder."
NO_DATA = "In het verslag staat niets over werkgevers of mensen."
COPY = "Verslag kopiëren"
COPIED = "Gekopieerd"
LOGS = "Logmap openen"
GO_ON = "Doorgaan"

# the report, for whoever mends it
REPORT = "Verslag van een fout in Werkregie"
VERSION, PLATFORM, FAULT, PLACES, CAUSED_BY = "Versie", "Computer", "Fout", "Plaatsen", "Veroorzaakt door"
NOT_OURS = "buiten Werkregie"
