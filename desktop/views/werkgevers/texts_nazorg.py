"""Dutch texts of nazorg and signalen on a timeline. Never what was said of a kandidaat."""

from __future__ import annotations

CHIP = "Nazorg"
DONE = "Nazorg gedaan"
RELATION = "Nazorg: relatie"
SIGNAL = "Signaal"
OPEN = "Nog geen antwoord."


def supported(steun: int) -> str:
    """Voelt zich gesteund: 4 van 5."""
    return f"Voelt zich gesteund: {steun} van 5."


def for_whom(name: str) -> str:
    return f"Voor {name}."


def answer(name: str | None, text: str) -> str:
    return f"Antwoord van {name}: {text}" if name else f"Antwoord: {text}"
