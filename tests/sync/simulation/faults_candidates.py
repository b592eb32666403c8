"""Faults that show when a candidate passes on or says no, with the courses in which they do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from central import moving
from desktop.models.handlers import kandidaatregie, profiel, refused
from desktop.models.tables import Kandidaatregie, Medewerker
from desktop.models.work import Work
from desktop.sync import losing
from tests.sync.simulation.history import History

Patch = pytest.MonkeyPatch
SEVDA, ANOUK = 2, 5


def candidate_passes_on(history: History) -> None:
    """Anouk takes Sevda's candidate over; what Sevda typed meanwhile comes too late."""
    assert history.command(SEVDA, "kandidaat.wijzig", {"kandidaat_id": 0, "notitie": "rijdt zelf"})
    assert history.sync(SEVDA)
    assert history.command(SEVDA, "kandidaat.wijzig", {"kandidaat_id": 0, "notitie": "bel eerst"})
    assert history.command(ANOUK, "kandidaat.aanvaard_overdracht", {"overdracht_id": 0})
    assert history.sync(ANOUK)
    assert history.sync(SEVDA)


def consent_is_taken_back(history: History) -> None:
    """Noor does not want to be found any more."""
    assert history.command(SEVDA, "kandidaat.trek_toestemming_in", {"kandidaat_id": 0})
    assert history.sync(SEVDA)


def rows_stay_behind(patch: Patch, _: History) -> None:
    patch.setattr(moving, "_passed_on", lambda *_: set())


def journal_keeps_its_words(patch: Patch, _: History) -> None:
    patch.setattr(losing, "empty_journal", lambda *_: 0)


def nobody_holds_it(patch: Patch, _: History) -> None:
    """Who had it lets go, and nobody takes it; that two hold it the database itself refuses."""

    def pass_on(work: Work, regie: Kandidaatregie, _receiver: Medewerker) -> None:
        work.change(regie, verwijderd_op=work.context.tijd)

    patch.setattr(kandidaatregie, "pass_on", pass_on)


def typed_in_vain(patch: Patch, _: History) -> None:
    """Who is refused reads why, and what was typed is gone."""
    real = refused.refused

    def without(work: Work, item_id: str, typed: refused.Typed, *rest: Any) -> Any:
        return real(work, item_id, replace(typed, argumenten={}), *rest)

    patch.setattr(refused, "refused", without)


def profile_stays(patch: Patch, _: History) -> None:
    patch.setattr(profiel, "withdraw", lambda *_: None)
