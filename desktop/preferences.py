"""What a person set in Instellingen. Kept in the profile's settings file: nothing secret or personal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preferences:
    """`thema`: systeem, licht, donker or hoogcontrast. `tekstfactor`: 1.0–2.0.

    `slot_minuten`: minutes without a key or mouse before the window locks; 0 is never.
    `stil_dagen`: after how many days without contact a werkgever of mine shows in Vandaag.
    """

    thema: str = "systeem"
    tekstfactor: float = 1.0
    minder_beweging: bool = False
    slot_minuten: int = 0
    stil_dagen: int = 60
