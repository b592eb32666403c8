"""Known faults of sync engines, to be switched on one by one: each must be caught (anchors/sync.md §3 g).

A fault takes something out of our own code. The course of events in which it shows stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.sync.simulation import faults_candidates as candidates
from tests.sync.simulation import faults_centre as centre
from tests.sync.simulation import faults_laptop as laptop
from tests.sync.simulation.history import History
from tests.sync.simulation.scenes import overtaken

Patch = pytest.MonkeyPatch
Course = Callable[[History], object]


@dataclass(frozen=True)
class Fault:
    """`caught` are the invariants of which one must say it."""

    name: str
    on: Callable[[Patch, History], object]
    course: Course
    caught: tuple[str, ...]


FAULTS = (
    Fault("a bare sequence: no lock at all", centre.no_lock, overtaken, ("I2",)),
    Fault(
        "the lock taken early and given back before the commit",
        centre.lock_given_back_early,
        overtaken,
        ("I2",),
    ),
    Fault(
        "numbers that follow the clock", centre.numbers_from_the_clock, centre.clock_goes_back, ("I2", "I7")
    ),
    Fault("the cursor stored before the rows", centre.cursor_before_rows, centre.dies_with_rows, ("I2",)),
    Fault(
        "the effect in a transaction before the outbox",
        centre.effect_before_outbox,
        centre.dies_with_a_command,
        ("I1",),
    ),
    Fault("a commit that is not on the disk", centre.not_on_the_disk, centre.power_goes, ("I1",)),
    Fault("poison that is not set apart", centre.poison_blocks, centre.poison, ("I7",)),
    Fault(
        "the answer of a number, whatever its uuid",
        centre.any_number_will_do,
        centre.laptop_put_back,
        ("I1", "I5"),
    ),
    Fault(
        "a first fill whose cursor is taken at its end",
        laptop.fill_ends_at_the_present,
        laptop.fills_while_others_work,
        ("I2",),
    ),
    Fault("the ledger outside the transaction", centre.ledger_afterwards, centre.answered_twice, ("I1",)),
    Fault("the centre's hash adopted", laptop.hash_adopted, laptop.row_falls_out, ("I2",)),
    Fault(
        "trying again only after a new event",
        laptop.retry_only_on_an_event,
        laptop.no_line_for_a_while,
        ("I7",),
    ),
    Fault("no before-image", laptop.no_before_images, laptop.refused_at_the_centre, ("I2",)),
    Fault("answers dropped", laptop.answers_dropped, laptop.nothing_to_do, ("I7",)),
    Fault("waiting commands not run again", laptop.not_run_again, laptop.typed_during_a_round, ("I5",)),
    Fault(
        "a claim that is true before it is confirmed",
        laptop.done_before_it_was_confirmed,
        laptop.claims,
        ("I3",),
    ),
    Fault("a refusal that nobody is told", laptop.refusal_is_not_told, laptop.refused_at_the_centre, ("I4",)),
    Fault("a conflict whose loser is forgotten", laptop.loser_forgotten, laptop.same_field, ("I4",)),
    Fault(
        "the journal not offered to an older centre",
        laptop.journal_is_not_offered,
        laptop.older_centre,
        ("I1", "I5"),
    ),
    Fault("a lost bucket keeps its rows", laptop.rows_stay, laptop.loses_the_dossiers, ("I2",)),
    Fault("a lost bucket keeps its words", laptop.words_stay, laptop.loses_the_dossiers, ("I6",)),
    Fault("a lost bucket keeps its drafts", laptop.drafts_stay, laptop.loses_the_dossiers, ("I6",)),
    Fault(
        "removals forgotten without a mark", laptop.removals_forgotten_silently, laptop.away_for_long, ("I2",)
    ),
    Fault("done on a full disk", laptop.done_on_a_full_disk, laptop.disk_full, ("I1",)),
    Fault("no guard against mass deletes", laptop.no_guard, laptop.many_rows_leave, ("guard",)),
    Fault("a profile without a lock", laptop.no_lock_on_the_profile, laptop.opened_twice, ("one program",)),
    Fault(
        "a candidate passes on and its rows stay",
        candidates.rows_stay_behind,
        candidates.candidate_passes_on,
        ("I2",),
    ),
    Fault(
        "the journal keeps words about a candidate that passed on",
        candidates.journal_keeps_its_words,
        candidates.candidate_passes_on,
        ("I6",),
    ),
    Fault(
        "nobody who holds the regie on a candidate",
        candidates.nobody_holds_it,
        candidates.candidate_passes_on,
        ("I3",),
    ),
    Fault(
        "what came too late for a candidate is not kept",
        candidates.typed_in_vain,
        candidates.candidate_passes_on,
        ("I4",),
    ),
    Fault("a profile without consent", candidates.profile_stays, candidates.consent_is_taken_back, ("I6",)),
    Fault("a question at every round", laptop.asks_every_time, laptop.nothing_to_do, ("I8",)),
)
COURSES: tuple[Course, ...] = tuple(dict.fromkeys(fault.course for fault in FAULTS))
