"""Sentences about an import count well and end once."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import wording
from tests.imports.support import Region, bring_in, csv_file


@pytest.mark.parametrize(
    ("code", "aantal", "spoken"),
    [
        ("import_hersteld_kvk", 1, "Bij 1 rij is de verdwenen nul"),
        ("import_hersteld_kvk", 518, "Bij 518 rijen is de verdwenen nul"),
        ("import_hersteld_accenten", 1, "Bij 1 rij zijn verminkte letters"),
        ("import_samengevoegd", 1, "Er is 1 samengevoegde cel."),
        ("import_samengevoegd", 2, "Er zijn 2 samengevoegde cellen."),
        ("import_titel_overgeslagen", 1, "nog iets (1 rij)."),
        ("kvk_lengte", 1, "heeft 1 cijfer."),
    ],
)
def test_one_is_said_otherwise_than_more(code: str, aantal: int, spoken: str) -> None:
    assert spoken in wording.sentence(code, {"aantal": aantal})


def test_no_sentence_shows_how_it_was_made() -> None:
    for code in wording.sentences():
        for count in (1, 2):
            assert not {"[", "|", "]"} & set(wording.sentence(code, {"aantal": count})), code


def test_a_name_that_ends_in_a_full_stop_ends_the_sentence_too() -> None:
    said = wording.sentence("kvk_bestaat_al", {"naam": "Bakker B.V.", "regie": "Karin."})

    assert said == "Dit KvK-nummer is al van Bakker B.V. Regie: Karin."


def test_an_unknown_command_is_named_without_a_version() -> None:
    assert wording.sentence("opdracht_onbekend", {"naam": "foo.bar", "versie": 0}).startswith(
        "Werkregie kent de opdracht foo.bar niet."
    )


def test_refused_rows_are_for_their_owner_alone(tmp_path: Path) -> None:
    result = bring_in(csv_file(tmp_path, "naam;kvk", "Jansen;12345678", ";23456789"), Region())

    assert result.foutbestand is not None
    assert Path(result.foutbestand).stat().st_mode & 0o777 == 0o600
