"""What a person set in Instellingen. Kept in the profile's settings file: nothing secret or personal."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.frozen import dataclass

SYSTEEM, LICHT, DONKER, HOOGCONTRAST = "systeem", "licht", "donker", "hoogcontrast"
THEMAS = (SYSTEEM, LICHT, DONKER, HOOGCONTRAST)
SMALLEST, LARGEST = 1.0, 2.0
MINUTES_A_DAY, DAYS_A_YEAR = 1440, 365


@dataclass(frozen=True, slots=True)
class Preferences:
    """`thema`: systeem, licht, donker or hoogcontrast. `tekstfactor`: 1.0–2.0.

    `slot_minuten`: minutes without a key or mouse before the window locks; 0 is never.
    `stil_dagen`: after how many days without contact a werkgever of mine shows in Vandaag.
    `menubalk`: the menu bar stays in sight.
    """

    thema: str = SYSTEEM
    tekstfactor: float = SMALLEST
    minder_beweging: bool = False
    slot_minuten: int = 0
    stil_dagen: int = 60
    menubalk: bool = False


def read(stored: Mapping[str, object]) -> Preferences:
    """From a settings file that somebody may have edited: what makes no sense is as it is by default."""
    fresh = Preferences()
    thema, factor = stored.get("thema"), stored.get("tekstfactor")
    return Preferences(
        thema=str(thema) if thema in THEMAS else fresh.thema,
        tekstfactor=_between(factor, SMALLEST, LARGEST, fresh.tekstfactor),
        minder_beweging=stored.get("minder_beweging") is True,
        slot_minuten=int(_between(stored.get("slot_minuten"), 0, MINUTES_A_DAY, fresh.slot_minuten)),
        stil_dagen=int(_between(stored.get("stil_dagen"), 1, DAYS_A_YEAR, fresh.stil_dagen)),
        menubalk=stored.get("menubalk") is True,
    )


def _between(value: object, low: float, high: float, otherwise: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return otherwise
    return min(high, max(low, value)) if value == value else otherwise
