"""The dagmap as it comes out of the printer: one A4 per visit, whatever stands in the dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.regie_rows import Regiestand, WaarnemingRij
from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.reports.dagmap import Order, Visit, pressure, write_day
from desktop.reports.whole_file import Stopped
from tests.reports import samples
from tests.reports.reading import all_text, bookmarks, page_texts

DAY = date(2026, 11, 18)
LONG = "Een lange belofte over profielen en proefplaatsingen die over meer regels loopt"


def stand(**changes: Any) -> Regiestand:
    values: dict[str, Any] = dict.fromkeys(Regiestand.__dataclass_fields__) | {
        "werkgever_id": "w1",
        "werkgever": samples.NAME,
        "regie_gevraagd": False,
        "concern_regiehouders": (),
        "gepland": (),
    }
    return Regiestand(**values | changes)


def bezoek(**changes: Any) -> ActieRij:
    defaults = {"soort": "bezoek", "gevraagde_handeling": "Proefplaatsing bespreken", "deadline": DAY}
    return samples.actie(**defaults | {"tijd": "13:30"} | changes)


def visit(blad: Werkgeversblad | None = None, planned: ActieRij | None = None, **changes: Any) -> Visit:
    return Visit(blad or samples.full_sheet(), stand(**changes), planned or bezoek())


def crowded() -> Werkgeversblad:
    """More of everything than a sheet can hold."""
    blad = samples.full_sheet("Stichting voor Openbaar Primair en Voortgezet Onderwijs in Gooi en Eemland")
    return replace(
        blad,
        acties=tuple(samples.actie(id=f"a{n}", gevraagde_handeling=f"{LONG} {n}") for n in range(40)),
        contacten=tuple(replace(row, notitie="Veel woorden. " * 80) for row in blad.contacten),
        contactpersonen=blad.contactpersonen * 9,
        afspraken=tuple(samples.afspraak(inhoud="Lang verhaal. " * 60) for _ in range(9)),
    )


def printed(tmp_path: Path, *visits: Visit) -> Path:
    path = tmp_path / "dagmap.pdf"
    order = Order("Karin Smit", samples.NOW, DAY)
    write_day(path, visits, samples.stand(), order)
    return path


def test_a_sheet_says_what_one_must_know_before_going_in(tmp_path: Path) -> None:
    away = WaarnemingRij(
        "x", "m1", "Karin Smit", "m3", "Fatima El Idrissi", None, None, DAY, date(2026, 11, 30), False
    )
    (text,) = page_texts(printed(tmp_path, visit(waarneming=away)))
    for part in (
        "Voorbereiding, intern",
        "Bezoek op woensdag 18 november 2026 om 13:30.",
        "Proefplaatsing bespreken",
        "Larenseweg 12, 1221 CN Hilversum",
        "Karin Smit heeft de regie, sinds 12 maart 2026.",
        "Fatima El Idrissi neemt waar voor Karin Smit, tot en met 30 november 2026.",
        "In 90 dagen: 2 contacten, door Karin Smit (1) en Youssef Amrani (1).",
        "Anouk de Vries 035 - 000 01 23",
        "Uitleg no-riskpolis mailen",
        "Nazorg na drie maanden: het gaat goed.",
        "Twee plekken per halfjaar op de expeditie",
        "Jouw vragen",
        "Dit overzicht noemt geen kandidaten.",
    ):
        assert part in text


def test_only_the_last_three_contacts(tmp_path: Path) -> None:
    text = all_text(printed(tmp_path, visit()))
    assert "3 jun 2026" in text
    assert "4 mei 2026" not in text


def test_the_visit_itself_is_no_open_promise(tmp_path: Path) -> None:
    planned = bezoek(gevraagde_handeling="Kennismaken met de nieuwe directeur")
    blad = replace(samples.full_sheet(), acties=(planned,))
    text = all_text(printed(tmp_path, visit(blad, planned)))
    assert text.count("Kennismaken met de nieuwe directeur") == 1
    assert "Niets open." in text


def test_each_visit_is_one_sheet_however_much_there_is(tmp_path: Path) -> None:
    path = printed(tmp_path, visit(), visit(crowded()), visit(samples.sheet()))
    pages = page_texts(path)
    assert len(pages) == 3
    assert all("Jouw vragen" in page for page in pages)
    assert "Die staan in Werkregie." in pages[1]
    assert "Stichting voor Openbaar Primair" in pages[1]
    assert [sheet for _, sheet in bookmarks(PdfReader(path))] == [1, 2, 3]


def test_a_werkgever_without_a_planned_visit(tmp_path: Path) -> None:
    (text,) = page_texts(printed(tmp_path, Visit(samples.sheet(), stand(), None)))
    assert "Er is nog geen bezoek gepland." in text
    assert "In 90 dagen was er geen contact." in text


def test_what_is_confidential_stays_off_paper(tmp_path: Path) -> None:
    secret = samples.contactmoment(vertrouwelijk=True, notitie="GEHEIM", onderwerp="GEHEIM")
    assert "GEHEIM" not in all_text(printed(tmp_path, visit(samples.sheet(contacten=(secret,)))))


@pytest.mark.parametrize(("days", "counted"), [(0, True), (90, True), (91, False)])
def test_pressure_counts_ninety_days(days: int, counted: bool) -> None:
    day = date.fromordinal(DAY.toordinal() - days)
    words = pressure([samples.contactmoment(datum=day)], DAY)
    assert ("Youssef\u00a0Amrani\u00a0(1)" in words) is counted


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "dagmap.pdf"
    with pytest.raises(Stopped):
        write_day(path, [visit()], samples.stand(), Order("Karin Smit", samples.NOW, DAY), stop=lambda: True)
    assert list(tmp_path.iterdir()) == []
