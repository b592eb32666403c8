"""Filters as a sentence, the words of a row, and what differs between two orders: without a window."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.clock import Clock
from desktop.models.commands.lijst import BewaarLijst
from desktop.models.fields import build
from desktop.models.queries.ids import Ids
from desktop.models.queries.medewerker_rows import CodeRij, MedewerkerRij
from desktop.models.queries.werkgever_rows import WerkgeverFilter, WerkgeverRegel
from desktop.views.tables.later import compare
from desktop.views.werkgevers import list_choice, list_memory, list_words
from desktop.views.werkgevers import texts_list as words
from desktop.views.werkgevers.list_choice import Known
from desktop.views.werkgevers.list_words import Reader

TODAY = date(2026, 11, 23)
ME, FATIMA, JOOST = (Clock().new_id() for _ in range(3))
KARIN = Reader(ME, "Karin Smit", lambda: TODAY)
KNOWN = Known(
    (CodeRij("gemeente", "0402", "Hilversum"),),
    (CodeRij("segment", "smaakmaker", "Smaakmaker"),),
    (MedewerkerRij(FATIMA, "Fatima El Idrissi", "accountmanager", None, None, None, None, True),),
)
ROW = WerkgeverRegel(
    Clock().new_id(),
    "Zorggroep Heidezicht",
    None,
    "Huizen",
    "Huizen",
    None,
    None,
    None,
    False,
    None,
    0,
    False,
)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (WerkgeverFilter(), "Werkgevers, op naam"),
        (
            WerkgeverFilter(
                mijn_regie=True,
                gemeente_code="0402",
                geen_contact_sinds=date(2026, 9, 24),
                sortering="laatste_contact",
            ),
            "Jouw werkgevers in Hilversum zonder contact sinds 24\u00a0september, op laatste contact",
        ),
        (
            WerkgeverFilter(zonder_regie=True, segment="smaakmaker", met_open_acties=True),
            "Werkgevers zonder regie met segment smaakmaker met open acties, op naam",
        ),
        (
            WerkgeverFilter(regiehouder_id=FATIMA, tekst="zorg", sortering="langst_geleden"),
            "Werkgevers van Fatima El Idrissi die passen bij ‘zorg’, langst geleden eerst",
        ),
    ],
)
def test_filters_read_as_a_sentence(choice: WerkgeverFilter, said: str) -> None:
    assert list_choice.sentence(choice, KNOWN, TODAY) == said


def test_each_part_can_be_taken_away() -> None:
    choice = WerkgeverFilter(
        mijn_regie=True,
        gemeente_code="0402",
        segment="smaakmaker",
        met_open_acties=True,
        geen_contact_sinds=date(2026, 9, 24),
        sortering="plaats",
    )
    for part in list_choice.parts(choice, KNOWN, TODAY):
        choice = list_choice.without(choice, part.key)
    assert choice == WerkgeverFilter(sortering="plaats")
    assert not list_choice.narrows(choice)


def test_whose_regie_it_is_is_said_in_one_way() -> None:
    fatimas = list_choice.only_of(WerkgeverFilter(zonder_regie=True), FATIMA, ME)
    assert fatimas == WerkgeverFilter(regiehouder_id=FATIMA)
    assert list_choice.only_of(fatimas, ME, ME) == WerkgeverFilter(mijn_regie=True)
    assert list_choice.only_nobodys(fatimas, on=True) == WerkgeverFilter(zonder_regie=True)
    assert list_choice.only_of(fatimas, "", ME) == WerkgeverFilter()


def test_what_is_kept_moves_with_time_and_is_what_the_command_takes() -> None:
    choice = list_choice.quiet_for(WerkgeverFilter(mijn_regie=True, sortering="plaats"), 60, TODAY)
    kept = list_choice.to_keep(choice, TODAY)
    assert kept == {"mijn_regie": True, "sortering": "plaats", "dagen_zonder_contact": 60}
    assert build(BewaarLijst, {"naam": "Stil", "keuze": kept}).keuze.dagen_zonder_contact == 60


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW, "nog geen regie"),
        (replace(ROW, regie_gevraagd=True), "regie gevraagd"),
        (replace(ROW, regiehouder_id=ME, regiehouder="Karin Smit"), "jouw regie"),
        (replace(ROW, regiehouder_id=JOOST, regiehouder="Joost van Doorn"), "regie Joost van Doorn"),
        (
            replace(ROW, regiehouder_id=JOOST, regiehouder="Joost van Doorn", waarnemer="Fatima El Idrissi"),
            "Fatima El Idrissi voor Joost",
        ),
        (
            replace(ROW, regiehouder_id=JOOST, regiehouder="Joost van Doorn", waarnemer="Karin Smit"),
            "jij neemt waar voor Joost",
        ),
        (
            replace(ROW, regiehouder_id=ME, regiehouder="Karin Smit", waarnemer="Fatima El Idrissi"),
            "jouw regie, Fatima El Idrissi neemt waar",
        ),
    ],
)
def test_regie_in_words(row: WerkgeverRegel, said: str) -> None:
    assert list_words.regie(row, KARIN) == said


def test_after_sixty_days_the_time_must_be_looked_at() -> None:
    sixty = replace(ROW, laatste_contact=TODAY - timedelta(days=60))
    longer = replace(ROW, laatste_contact=TODAY - timedelta(days=61))
    assert [list_words.is_long_ago(row, KARIN) for row in (ROW, sixty, longer)] == [False, False, True]


def test_what_is_new_gone_or_moved() -> None:
    a, b, c, d = (Clock().new_id() for _ in range(4))
    shown = Ids.of([a, b, c])
    assert not compare(shown, Ids.of([a, b, c])).differs
    added = compare(shown, Ids.of([a, d, b, c]))
    assert (added.new, added.gone, added.moved, added.only_adds) == (1, 0, False, True)
    gone = compare(shown, Ids.of([a, c]))
    assert (gone.new, gone.gone, gone.moved, gone.only_adds) == (0, 1, False, False)
    moved = compare(shown, Ids.of([b, a, c]))
    assert (moved.new, moved.gone, moved.moved) == (0, 0, True)


@pytest.mark.parametrize(
    ("new", "gone", "said"),
    [
        (3, 0, "3 nieuwe, lijst verversen"),
        (0, 2, "2 vervallen, lijst verversen"),
        (1, 1, "1 nieuwe en 1 vervallen, lijst verversen"),
        (0, 0, "Andere volgorde, lijst verversen"),
    ],
)
def test_a_newer_list_is_offered_in_words(new: int, gone: int, said: str) -> None:
    assert words.offer(new, gone) == said


def test_how_it_was_left_is_read_back_and_nonsense_is_left_out() -> None:
    memory = list_memory.Memory("plaats", list_memory.COLUMNS, ("plaats", "segment"), {"naam": 300})
    assert list_memory.read(memory.stored()) == memory
    broken: dict[str, object] = {
        "volgorde": "kleur",
        "weergave": 3,
        "kolommen": ["schoenmaat"],
        "breedten": {"naam": 9000, "plaats": "breed"},
    }
    assert list_memory.read(broken) == list_memory.Memory(widths={"naam": 640})
