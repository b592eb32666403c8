from __future__ import annotations

import pytest

from desktop.imports.places import calm_place


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HILVERSUM", "Hilversum"),
        ("SON EN BREUGEL", "Son en Breugel"),
        ("'S-GRAVELAND", "'s-Graveland"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("DEN HAAG", "Den Haag"),
        ("Ede Gld", "Ede Gld"),
        ("hilversum", "hilversum"),
        ("ZÜRICH", "Zürich"),
        ("UT", "UT"),
    ],
)
def test_places_that_are_shouted_are_calmed(typed: str, kept: str) -> None:
    assert calm_place(typed) == kept
