"""Dutch texts of the forms of a signaal. Je-form, B1, no exclamation marks."""

from __future__ import annotations

from datetime import date

from desktop import dutch

REPORT, ANSWER = "Signaal doorgeven", "Signaal beantwoorden"
SEND = "Doorgeven"
REPORTED, ANSWERED = "Signaal doorgegeven", "Antwoord gegeven"

# fields
KIND, CHOOSE_KIND, KIND_MISSING = "Waarover", "Kies waarover het gaat", "Kies waarover je signaal gaat."
WEIGHT = "Hoe dringend"
WEIGHTS = (("midden", "Gewoon"), ("hoog", "Dringend"), ("laag", "Kan wachten"))
TEXT, TEXT_MISSING = "Wat moet je collega weten", "Schrijf op wat je collega moet weten."
TEXT_HINT = "Gaat naar wie de regie heeft. Noem geen kandidaat bij naam en geen instrument."
YOUR_ANSWER = "Wat doe je ermee"
ANSWER_MISSING = "Schrijf op wat je met het signaal doet."
ANSWER_HINT = "Wie het signaal gaf, leest dit antwoord. Noem geen kandidaat bij naam."


def reported_by(who: str, day: date, today: date) -> str:
    """Youssef Amrani, 12 oktober."""
    return ", ".join(part for part in (who, dutch.long_date(day, near=today)) if part)
