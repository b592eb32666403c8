"""The werkgeversoverzicht as it comes out of the printer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.models.errors import EnvironmentFailure
from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.reports.werkgeversoverzicht import write_overview
from desktop.reports.whole_file import Stopped
from tests.reports import samples
from tests.reports.reading import all_text, bookmarks, link_targets, page_texts


def printed(tmp_path: Path, *sheets: Werkgeversblad, stand: object = None, **order: object) -> Path:
    path = tmp_path / "overzicht.pdf"
    write_overview(path, sheets, stand or samples.stand(), samples.order(**order))  # type: ignore[arg-type]
    return path


def test_one_werkgever_is_one_sheet_with_all_that_colleagues_need(tmp_path: Path) -> None:
    (text,) = page_texts(printed(tmp_path, samples.full_sheet()))
    for part in (
        "Werkcentrum Gooi en Vechtstreek",
        "Werkgeversoverzicht, intern",
        "Bakkerij, Hilversum en Huizen. 46 medewerkers. KvK 6959 9084. Smaakmaker.",
        "Karin Smit heeft de regie, sinds 12 maart 2026.",
        "Laatste contact: Karin Smit kwam langs op 17 november bij Anouk de Vries.",
        "Gepland: bezoek van Karin Smit op 3 december.",
        "Sevda Yıldız 035 - 000 01 27",
        "Karin Smit, uiterlijk vrijdag 13 november. Te laat.",
        "Karin Smit, uiterlijk vrijdag 20 november. Nog niet verzonden.",
        "Staan open voor proefplaatsing. Nog niet verzonden.",
        "Vertrouwelijk, niet afgedrukt. Buiten de regie.",
        "Stand van 17 november 2026, 10:44. 1 wijziging nog niet verzonden.",
        "Afgedrukt door Karin Smit. Alleen voor intern gebruik. Dit overzicht noemt geen kandidaten.",
        "blad 1 van 1",
    ):
        assert part in text


@pytest.mark.parametrize("voor", ["intern", "werkgever"])
def test_what_runs_stands_there_and_questions_for_colleagues_only(tmp_path: Path, voor: str) -> None:
    runs = {"vacatures": (samples.vacature(),), "vragen": (samples.werkgeversvraag(),)}
    (text,) = page_texts(printed(tmp_path, samples.sheet(**runs), voor=voor))
    heading = "Lopende vacatures" if voor == "intern" else "Uw lopende vacatures"
    for words in (heading, "Bakker in opleiding", "leerbaan", "Youssef Amrani"):
        assert words in text
    assert ("Hoe vind ik een bakker" in text) == (voor == "intern")


@pytest.mark.parametrize("voor", ["intern", "werkgever"])
def test_a_confidential_note_is_on_no_paper(tmp_path: Path, voor: str) -> None:
    secret = samples.contactmoment(
        vertrouwelijk=True,
        notitie="GEHEIM1",
        onderwerp="GEHEIM2",
        buiten_regie=True,
        reden_buiten_regie="GEHEIM3",
    )
    assert "GEHEIM" not in all_text(printed(tmp_path, samples.sheet(contacten=(secret,)), voor=voor))


def test_the_werkgever_reads_u_and_nothing_of_our_own(tmp_path: Path) -> None:
    text = all_text(printed(tmp_path, samples.full_sheet(), voor="werkgever"))
    assert "Karin Smit is uw vaste contactpersoon bij het Werkcentrum." in text
    assert "Uw contactpersonen" in text
    assert "Werkgeversoverzicht, voor werkgever" in text
    for own in (
        "productiehal", "Nazorg na drie maanden", "Te laat", "Uitleg no-riskpolis", "Gepland",
        "Joost van Doorn", "Eerdere regie", "sinds 12 maart", "Buiten de regie",
        "Smaakmaker", "Niet benaderen", "intern", "GEHEIM",
    ):  # fmt: skip
        assert own not in text


@pytest.mark.parametrize("voor", ["intern", "werkgever"])
def test_placements_are_printed_without_the_person(tmp_path: Path, voor: str) -> None:
    person = {"kandidaat_id": "k1", "kandidaat": "Noor V."}
    ended = {"status": "beeindigd", "feitelijke_einddatum": date(2026, 6, 30)}
    rows = (
        samples.plaatsing(vacature="Bakker", uren=24, verwachte_einddatum=date(2027, 3, 31), **person),
        samples.plaatsing(soort="leerbaan", **ended),
        samples.plaatsing(soort="detachering", **ended | {"feitelijke_einddatum": date(2024, 1, 31)}),
        samples.plaatsing(soort="vrijwilligerswerk", status="vervallen"),
    )
    text = all_text(printed(tmp_path, samples.sheet(plaatsingen=rows), voor=voor))
    assert "baan, Bakker, 24 uur per week" in text
    assert "gestopt 30 jun 2026" in " ".join(text.split())
    assert not [word for word in ("Noor", "detachering", "vrijwilligerswerk") if word in text]


def test_the_werkgever_does_not_read_why_it_is_left_alone(tmp_path: Path) -> None:
    card = samples.werkgever(
        niet_benaderen_tot=date(2027, 1, 1), niet_benaderen_reden="ruzie met een collega"
    )
    text = all_text(printed(tmp_path, samples.sheet(werkgever=card), voor="werkgever"))
    assert "U wilt tot 1 januari 2027 geen contact." in text
    assert "ruzie" not in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"regiehouder": None}, "Niemand heeft de regie."),
        ({"regiehouder": None, "regie_gevraagd": True}, "De regie is aangevraagd, nog niet bevestigd."),
        ({"niet_benaderen_tot": date(2027, 1, 1), "niet_benaderen_reden": "reorganisatie"},
         "Niet benaderen tot 1 januari 2027. Reden: reorganisatie."),
        ({"ind_non_mailing": True}, "Wil geen reclame per post of aan de deur."),
        ({"opheffing_datum": date(2026, 1, 1)}, "Opgeheven op 1 januari 2026."),
        ({"wacht": True}, "Smaakmaker. Nog niet verzonden."),
    ],
)  # fmt: skip
def test_the_state_of_a_werkgever_is_in_words(
    tmp_path: Path, changes: dict[str, object], sentence: str
) -> None:
    assert sentence in all_text(printed(tmp_path, samples.sheet(werkgever=samples.werkgever(**changes))))


def test_a_wish_to_be_left_alone_that_is_over_is_not_printed(tmp_path: Path) -> None:
    card = samples.werkgever(niet_benaderen_tot=date(2026, 11, 16), niet_benaderen_reden="reorganisatie")
    assert "enaderen" not in all_text(printed(tmp_path, samples.sheet(werkgever=card)))


def test_a_shielded_address_is_not_printed(tmp_path: Path) -> None:
    row = samples.vestiging(
        adres_afgeschermd=True, straat="Geheimelaan", postcode="9999ZZ", woonplaats="Schuilstad"
    )
    text = all_text(printed(tmp_path, samples.sheet(vestigingen=(row,))))
    assert "adres afgeschermd" in text
    assert not any(part in text for part in ("Geheimelaan", "9999", "Schuilstad"))


def test_an_empty_werkgever_says_so(tmp_path: Path) -> None:
    text = all_text(printed(tmp_path, samples.sheet()))
    assert "Nog geen contactpersoon." in text
    assert "Niets open." in text
    assert "Nog geen contact vastgelegd." in text
    assert "Laatste contacten" not in text


@pytest.mark.parametrize(
    ("changes", "foot"),
    [
        ({"wachtend": 0}, "Stand van 17 november 2026, 10:44. Alles is verzonden."),
        ({"wachtend": 1284}, "1.284 wijzigingen nog niet verzonden."),
        ({"bijgewerkt_op": None}, "Deze laptop is nog niet bijgewerkt. 1 wijziging nog niet verzonden."),
        ({"oefen": True}, "Oefenomgeving"),
    ],
)
def test_every_sheet_says_how_old_it_is(tmp_path: Path, changes: dict[str, object], foot: str) -> None:
    many = samples.sheet(vestigingen=tuple(samples.vestiging(naam=f"Locatie {n}") for n in range(87)))
    texts = page_texts(printed(tmp_path, many, stand=samples.stand(**changes)))
    assert len(texts) > 1
    assert all(foot in text for text in texts)


def test_a_portfolio_has_a_contents_page_that_leads_to_the_right_sheets(tmp_path: Path) -> None:
    long = samples.contactmoment(notitie="woord " * 150)
    sheets = [
        replace(samples.full_sheet(f"Werkgever{n}"), contacten=(long,) * (n % 3 * 2 + 1)) for n in range(45)
    ]
    path = printed(tmp_path, *sheets, accountmanager="Karin Smit")
    reader, texts = PdfReader(path), page_texts(path)
    contents = sum("Inhoud" in text for text in texts)
    assert contents > 1
    assert all("Inhoud" in text for text in texts[:contents])
    assert "45 werkgevers. 135 acties nog open, waarvan 45 te laat." in texts[0]
    targets = [target for page in range(1, contents + 1) for target in link_targets(reader, page)]
    assert len(targets) == 45
    for number, target in enumerate(targets):
        assert f"internWerkgever{number}Bakkerij" in texts[target - 1].replace(" ", "")
        assert any(f"Werkgever{number} Hilversum" in text for text in texts[:contents])
    assert bookmarks(reader)[1:] == [(f"Werkgever{number}", target) for number, target in enumerate(targets)]
    assert bookmarks(reader)[0] == ("Inhoud", 1)
    for number, text in enumerate(texts, start=1):
        assert f"blad {number} van {len(texts)}" in text


def test_the_contents_page_prints_the_number_of_the_sheet(tmp_path: Path) -> None:
    path = printed(tmp_path, *(samples.sheet(naam=f"Naam{n}") for n in range(3)), all=True)
    text = page_texts(path)[0]
    assert "Alle werkgevers" in text
    for number in range(3):
        assert f"{number + 2}" in text


def test_a_portfolio_without_werkgevers_says_so(tmp_path: Path) -> None:
    (text,) = page_texts(printed(tmp_path, accountmanager="Karin Smit"))
    assert "Er zijn geen werkgevers om af te drukken." in text
    assert "blad 1 van 1" in text


def test_no_row_is_split_and_no_heading_stands_alone(tmp_path: Path) -> None:
    def note(number: int) -> str:
        return f"begin{number} {'woord ' * (number * 37 % 150)} eind{number}"

    rows = tuple(samples.contactmoment(notitie=note(n), datum=date(2026, 9, 28 - n)) for n in range(12))
    acties = tuple(samples.actie(gevraagde_handeling=f"A{n}", toelichting=note(100 + n)) for n in range(12))
    for shift in range(0, 60, 6):  # so that every place on the sheet is the bottom once
        persons = tuple(samples.contactpersoon(naam=f"Persoon {n}") for n in range(shift))
        texts = page_texts(
            printed(tmp_path, samples.sheet(contacten=rows, acties=acties, contactpersonen=persons))
        )
        for number in (*range(12), *range(100, 112)):
            pages = [[f"{word}{number} " in f"{text} " for word in ("begin", "eind")] for text in texts]
            assert [page for page in pages if any(page)] == [[True, True]]
        for text in texts:
            body = text.split("Stand van")[0].rstrip()
            assert not body.endswith(
                ("Laatste contacten", "notitie", "Beloofd", "vervolg", "Contactpersonen")
            )


def test_column_headings_are_repeated(tmp_path: Path) -> None:
    many = samples.sheet(vestigingen=tuple(samples.vestiging(naam=f"Locatie {n}") for n in range(87)))
    texts = page_texts(printed(tmp_path, many))
    assert len(texts) >= 3
    assert all("naam adres plaats" in text for text in texts)
    assert all("Vestigingen, vervolg" in text and f"{samples.NAME}, vervolg" in text for text in texts[1:])
    assert sum(text.count("Locatie") for text in texts) == 87


def test_older_contacts_are_counted(tmp_path: Path) -> None:
    rows = tuple(samples.contactmoment(datum=date(2026, 9, 20 - n)) for n in range(15))
    assert "Nog 3 contacten van voor 9 september 2026." in all_text(
        printed(tmp_path, samples.sheet(contacten=rows))
    )


def test_letters_are_embedded_and_the_document_says_what_it_is(tmp_path: Path) -> None:
    reader = PdfReader(printed(tmp_path, samples.full_sheet()))
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    plex = [font.get_object() for font in fonts.values() if "Plex" in font.get_object()["/BaseFont"]]
    assert len(plex) == 4
    assert all("/FontFile2" in font["/FontDescriptor"] for font in plex)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (samples.NAME, "Karin Smit")
    assert str(reader.root_object["/Lang"]) == "nl-NL"
    assert reader.pages[0].mediabox.height == pytest.approx(841.89, abs=0.01)


odd = st.text(min_size=0, max_size=1200)
line = st.text(min_size=0, max_size=500)


@given(name=line, note=odd, person=line, task=line, explanation=odd, place=line, count=st.integers(0, 5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_people_typed_gives_a_readable_file(
    tmp_path: Path, name: str, note: str, person: str, task: str, explanation: str, place: str, count: int
) -> None:
    sheet = samples.sheet(
        werkgever=samples.werkgever(naam=name, regiehouder=person, sector=place, handelsnamen=(name, note)),
        vestigingen=(samples.vestiging(naam=name, straat=place, woonplaats=place),) * count,
        contactpersonen=(samples.contactpersoon(naam=person, functie=place, telefoon=place),) * count,
        contacten=(samples.contactmoment(notitie=note, contactpersonen=(person, name), onderwerp=place),)
        * count,
        acties=(samples.actie(gevraagde_handeling=task, toelichting=explanation),) * count,
        afspraken=(samples.afspraak(inhoud=note, soort=place),) * count,
        regies=(samples.regie(accountmanager=person, reden=place),) * count,
    )
    for order in ({}, {"voor": "werkgever", "accountmanager": person or "x"}):
        path = printed(tmp_path, sheet, stand=samples.stand(regio=place), printed_by=name, **order)
        assert len(PdfReader(path).pages) >= 1


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    seen: list[int] = []
    sheets = [samples.sheet(naam=f"W{n}") for n in range(9)]
    with pytest.raises(Stopped):
        write_overview(
            tmp_path / "o.pdf",
            sheets,
            samples.stand(),
            samples.order(all=True),
            seen.append,
            lambda: len(seen) == 4,
        )
    assert seen == [1, 2, 3, 4]
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_before_the_work_is_done(tmp_path: Path) -> None:
    seen: list[int] = []
    with pytest.raises(EnvironmentFailure, match="bestand_niet_te_schrijven"):
        write_overview(
            tmp_path / "weg" / "o.pdf",
            [samples.sheet()],
            samples.stand(),
            samples.order(),
            on_progress=seen.append,
        )
    assert seen == []
