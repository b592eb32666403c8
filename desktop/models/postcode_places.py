"""Where a postcode is on the map, for the region and 40 km around it, from resources/postcodes.

Reads that file only. What is farther away is not known here, and is said to be unknown.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache, lru_cache

from desktop.paths import resource

EARTH_KM = 6371.0
Place = tuple[float, float]


@cache
def places() -> Mapping[str, Place]:
    """Four digits → latitude and longitude of the middle."""
    with resource("postcodes", "middelpunten.csv").open(encoding="utf-8", newline="") as file:
        return {row["pc4"]: (float(row["breedte"]), float(row["lengte"])) for row in csv.DictReader(file)}


@lru_cache(20_000)
def kilometres(one: str | None, other: str | None) -> int | None:
    """As the crow flies between two postcodes (four digits or a whole one); None where one is not known."""
    here, there = (places().get(code[:4]) if code else None for code in (one, other))
    if here is None or there is None:
        return None
    return round(_distance(*sorted((here, there))))


def _distance(here: Place, there: Place) -> float:
    """The haversine, which is exact enough for a few kilometres."""
    (lat, lon), (other_lat, other_lon) = ([math.radians(part) for part in place] for place in (here, there))
    across = math.sin((other_lat - lat) / 2) ** 2
    along = math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(across + along))
