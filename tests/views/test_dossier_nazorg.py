"""Nazorg and signalen on the timeline of a werkgever, in words."""

from __future__ import annotations

from datetime import date

from desktop.models.queries.day_rows import TijdlijnRij
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.views.werkgevers.field_words import FieldWords
from desktop.views.werkgevers.timeline_entries import entry
from desktop.views.werkgevers.timeline_entry import Entry, Setting
from tests.views import dossier_rows as rows
from tests.views.dossier_rows import FATIMA, KARIN, NOW, TODAY

LABELS = FieldWords({"signaal_categorie": {"klacht": "Klacht"}}, rows.NAMES, {})


def talk(**given: object) -> NazorgRij:
    values: dict[str, object] = dict.fromkeys(NazorgRij.__slots__)
    values |= {"id": "n1", "spoor": "werknemer", "status": "gedaan", "uitgevoerd_op": TODAY}
    values |= {"uitgevoerd_door_id": KARIN, "uitgevoerd_door": "Karin Smit", "pogingen": ()}
    return NazorgRij(**values | given)  # type: ignore[arg-type]


def signal(**given: object) -> SignaalRij:
    values: dict[str, object] = dict.fromkeys(SignaalRij.__slots__)
    values |= {"id": "s1", "categorie": "klacht", "tekst": "Te veel telefoontjes.", "melder_id": KARIN}
    values |= {"melder": "Karin Smit", "voor_id": FATIMA, "voor": "Fatima El Idrissi", "gemeld_op": NOW}
    return SignaalRij(**values | given)  # type: ignore[arg-type]


def made(soort: str, row: NazorgRij | SignaalRij, dag: date = TODAY) -> Entry:
    at = Setting(rows.dossier(), KARIN, TODAY, LABELS)
    return entry(TijdlijnRij(f"{dag}|1|{row.id}", soort, dag, None, row, wacht=False), at)


def test_nazorg_says_that_it_was_done() -> None:
    found = made("nazorg", talk())
    assert (found.title, found.who, found.note, found.lines) == ("Nazorg gedaan", "jij", "", ())


def test_of_the_relation_it_says_how_the_employer_feels() -> None:
    found = made("nazorg", talk(spoor="relatie", steun=4, toelichting="Snel geholpen"))
    assert (found.title, found.note) == ("Nazorg: relatie", "Snel geholpen")
    assert found.lines == (("", "Voelt zich gesteund: 4 van 5."),)


def test_a_signal_says_for_whom_and_what_became_of_it() -> None:
    found = made("signaal", signal())
    assert (found.title, found.who, found.note) == ("Signaal: klacht", "jij", "Te veel telefoontjes.")
    assert found.lines == (("persoon", "Voor Fatima El Idrissi."), ("", "Nog geen antwoord."))
    answered = made("signaal", signal(antwoord="Ik bel ze.", beantwoord_door="Fatima El Idrissi"))
    assert answered.lines[1] == ("", "Antwoord van Fatima El Idrissi: Ik bel ze.")
