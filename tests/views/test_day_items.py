"""The day in words: which lines there are, in which order, and what stands at their right. No window."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.day_rows import Vandaag
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.regie_rows import OverdrachtRij
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views.acties.postpone import day_choices
from desktop.views.vandaag import asks, texts
from desktop.views.vandaag.day_items import Kept, lines, waiting
from desktop.views.vandaag.lines import Kind, Line

TODAY = date(2026, 11, 17)  # a Tuesday
NOW = datetime(2026, 11, 17, 9, 42, tzinfo=UTC)


def actie(what: str, days: int | None = 0, **changes: Any) -> ActieRij:
    values: dict[str, Any] = dict.fromkeys(ActieRij.__dataclass_fields__) | {
        "id": what,
        "werkgever_id": "w1",
        "werkgever": "Bakkerij De Lindehof B.V.",
        "soort": "actie",
        "gevraagde_handeling": what,
        "toegewezen_aan_id": "m1",
        "toegewezen_aan": "Karin Smit",
        "deadline": None if days is None else TODAY + timedelta(days=days),
        "status": "te_verwerken",
        "versie": 1,
        "wacht": False,
    }
    return ActieRij(**values | changes)


def day(**changes: Any) -> Vandaag:
    values: dict[str, Any] = dict.fromkeys(Vandaag.__dataclass_fields__, ()) | {
        "dag": TODAY,
        "aantal_stil": 0,
        "stil_dagen": 60,
    }
    return Vandaag(**values | changes)


def silent(naam: str, days: int | None) -> WerkgeverRegel:
    last = None if days is None else TODAY - timedelta(days=days)
    return WerkgeverRegel(naam, naam, None, "Laren", None, None, "m1", "Karin Smit", False, last, 2, False)


def transfer(**changes: Any) -> OverdrachtRij:
    values: dict[str, Any] = dict.fromkeys(OverdrachtRij.__dataclass_fields__) | {
        "id": "o1",
        "werkgever_id": "w1",
        "werkgever": "Transportbedrijf Van Ginneken",
        "van": "Joost van Doorn",
        "status": "voorgesteld",
        "voorgesteld_op": NOW - timedelta(days=1),
        "open_acties": 3,
        "lopende_afspraken": 1,
        "wacht": False,
    }
    return OverdrachtRij(**values | changes)


def words(shown: tuple[Line, ...]) -> list[str]:
    return [line.sentence for line in shown]


def test_sections_in_the_order_of_hurry_with_what_is_needed_at_the_right() -> None:
    shown = lines(
        day(
            te_laat=(actie("Uitleg mailen", -4),),
            vandaag=(actie("Vacature overdragen", tijd="12:00"), actie("Tekst nalezen", wacht=True)),
            deze_week=(actie("Profielen sturen", 2, tijd="09:30"),),
            zonder_datum=(actie("Ooit bellen", None),),
            stil=(silent("Groencentrum", 88), silent("Nieuw Bedrijf", None)),
            aantal_stil=7,
        ),
        {},
    )
    bakery = "Bakkerij De Lindehof B.V."
    assert words(shown) == [
        "Te laat, 1",
        f"Uitleg mailen, {bakery}, 4 dagen te laat",
        "Voor vandaag, 2",
        f"Vacature overdragen, {bakery}, vóór 12:00",
        f"Tekst nalezen, {bakery}, nog niet verzonden",
        "Deze week, 1",
        f"Profielen sturen, {bakery}, do 19\u00a0nov 09:30",
        "Zonder datum, 1",
        f"Ooit bellen, {bakery}",
        "Jouw werkgevers zonder contact, 7",
        "Groencentrum, Laren, 2\u00a0open acties, 88 dagen",
        "Nieuw Bedrijf, Laren, 2\u00a0open acties, nog geen contact",
        "Alle 7 bekijken",
    ]
    assert shown[0].token == "fout"


def test_an_empty_day_has_no_lines() -> None:
    assert lines(day(), {}) == ()


def test_at_most_five_silent_werkgevers_are_listed() -> None:
    rows = tuple(silent(f"Bedrijf {number}", 70 + number) for number in range(20))
    shown = lines(day(stil=rows, aantal_stil=31), {})
    assert sum(line.kind is Kind.EMPLOYER for line in shown) == 5
    assert shown[-1].title == "Alle 31 bekijken"


def test_what_was_finished_here_stays_in_its_place_until_one_leaves() -> None:
    rows = tuple(actie(name) for name in ("a", "b", "c"))
    before = lines(day(vandaag=rows), {})
    kept = {"b": Kept(rows[1], "vandaag", texts.DONE, done=True, answered=True)}
    shown = lines(day(vandaag=(rows[0], rows[2])), kept, before)
    assert [line.key for line in shown] == ["kop:vandaag", "a", "b", "c"]
    assert [line.struck for line in shown] == [False, False, True, False]
    assert shown[0].count == 2


def test_the_last_of_a_section_keeps_its_heading_when_it_is_finished() -> None:
    row = actie("a", -1)
    before = lines(day(te_laat=(row,)), {})
    shown = lines(day(), {"a": Kept(row, "te_laat", texts.DONE, done=True)}, before)
    assert [line.key for line in shown] == ["kop:te_laat", "a"]
    assert (shown[0].count, shown[0].token) == (0, "tekst_2")


def test_what_was_postponed_is_not_shown_twice() -> None:
    row = actie("a")
    before = lines(day(vandaag=(row,)), {})
    moved = replace(row, deadline=TODAY + timedelta(days=1))
    kept = {"a": Kept(row, "vandaag", "verzet naar morgen", done=False)}
    shown = lines(day(deze_week=(moved,)), kept, before)
    assert [line.key for line in shown] == ["kop:vandaag", "a"]
    assert shown[1].right == "verzet naar morgen"


def test_the_rail_counts_answers_and_what_is_late_or_for_today() -> None:
    counted = day(
        verzoeken=(actie("Mag ik bellen?", None, soort="contactverzoek"),),
        overdrachten=(transfer(), transfer(id="o2", wacht=True), transfer(id="o3", status="aanvaard")),
        te_laat=(actie("a", -1),),
        vandaag=(actie("b"), actie("c")),
        deze_week=(actie("d", 1),),
    )
    assert waiting(counted) == 5


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), "Er wacht niets op jou."),
        ((1, 0, 0), "Eén collega wacht op jouw antwoord."),
        (
            (2, 2, 4),
            "Twee collega’s wachten op jouw antwoord. Twee acties zijn te laat, vier zijn voor vandaag.",
        ),
        ((0, 1, 1), "Eén actie is te laat, één is voor vandaag."),
        ((0, 0, 1), "Eén actie is voor vandaag."),
        ((0, 13, 0), "13 acties zijn te laat."),
    ],
)
def test_one_sentence_of_what_waits(counts: tuple[int, int, int], said: str) -> None:
    assert texts.what_waits(*counts) == said


def test_a_request_names_the_werkgever_once() -> None:
    named = actie("Mag ik Bakkerij De Lindehof B.V. bellen?", None, door="Youssef Amrani", gemaakt_op=NOW)
    other = replace(named, id="x", gevraagde_handeling="Mag ik bellen", toelichting="Over twee kandidaten.")
    first, second = asks.asks(day(verzoeken=(named, other)), 0, {})
    assert first.sentence == "Youssef Amrani vraagt: Mag ik Bakkerij De Lindehof B.V. bellen?"
    assert second.sentence == "Youssef Amrani vraagt over Bakkerij De Lindehof B.V.: Mag ik bellen?"
    assert second.below == "Gevraagd vandaag om 10:42. ‘Over twee kandidaten.’"


def test_a_transfer_says_what_runs_and_asks_nothing_while_it_is_under_way() -> None:
    offered, under_way = asks.asks(day(overdrachten=(transfer(), transfer(id="o2", wacht=True))), 0, {})
    assert offered.sentence == (
        "Joost van Doorn wil de regie op Transportbedrijf Van Ginneken aan jou overdragen."
    )
    assert offered.below == "Voorgesteld gisteren om 10:42. Er lopen 3\u00a0acties en 1\u00a0afspraak."
    assert [code for code, _ in offered.buttons] == [asks.LOOK, asks.REFUSE, asks.ACCEPT]
    assert [code for code, _ in under_way.buttons] == [asks.LOOK]
    assert under_way.note == texts.ASKED_TO_CONFIRM


def test_an_answered_row_stays_between_its_neighbours() -> None:
    rows = [actie(name, None, soort="contactverzoek", gevraagde_handeling=f"{name}?") for name in "abc"]
    answered = {"b": replace(asks.asks(day(verzoeken=(rows[1],)), 0, {})[0], note=texts.YOU_AGREED)}
    shown = asks.asks(day(verzoeken=(rows[0], rows[2])), 1, answered, ["a", "b", "c"])
    assert [one.key for one in shown] == ["a", "b", "c", "afstemming"]


def test_a_draft_that_was_thrown_away_can_be_put_back() -> None:
    kept = Concept("bezoek", "w1", {}, NOW)
    (shown,) = asks.unfinished((), {"w1": "Houtbouw Eemvallei"}, {"bezoek:w1": kept}, TODAY)
    assert shown.sentence == "Contact bij Houtbouw Eemvallei"
    assert [code for code, _ in shown.buttons] == [asks.PUT_BACK]


@pytest.mark.parametrize(
    ("velden", "names", "said"),
    [
        (
            {"titel": "Contactpersoon wijzigen"},
            {"x": "Houtbouw Eemvallei"},
            "Contactpersoon wijzigen: Houtbouw Eemvallei",
        ),
        ({"titel": "Nieuwe werkgever", "naam": "Slagerij Jansen"}, {}, "Nieuwe werkgever: Slagerij Jansen"),
        ({"titel": "Actie voor 12 werkgevers"}, {}, "Actie voor 12 werkgevers"),
        ({}, {}, "Contact bij een werkgever"),
    ],
)
def test_a_draft_is_called_as_its_form(velden: dict[str, object], names: dict[str, str], said: str) -> None:
    (shown,) = asks.unfinished((Concept("bezoek", "x", velden, NOW),), names, {}, TODAY)
    assert shown.sentence == said


@pytest.mark.parametrize(
    ("today", "choices"),
    [
        (date(2026, 11, 17), [("Morgen", 18), ("Maandag", 23), ("Volgende week", 24)]),
        (date(2026, 11, 20), [("Maandag", 23), ("Volgende week", 27)]),
        (date(2026, 11, 22), [("Morgen", 23), ("Volgende week", 30)]),
        (date(2026, 11, 16), [("Morgen", 17), ("Maandag", 23)]),
    ],
)
def test_postponing_offers_working_days_once(today: date, choices: list[tuple[str, int]]) -> None:
    assert [(said, chosen.day) for said, chosen in day_choices(today)] == choices
