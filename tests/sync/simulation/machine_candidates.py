"""Rules in which a candidate passes from one bemiddelaar to another while both of them work.

Each is a few commands that seldom come together by themselves; the laptops are left where they are.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests.sync.simulation.commands import TEXTS
from tests.sync.simulation.history import History
from tests.sync.simulation.network import FAULTS
from tests.sync.simulation.references import Arguments
from tests.sync.simulation.turns import works

SEVDA, KARIN, ANOUK = 2, 3, 5
BOTH = st.sampled_from(((SEVDA, ANOUK), (ANOUK, SEVDA)))
WEEK = timedelta(days=7)
WHICH = st.integers(0, 2)
LAST = -1
LINE = st.lists(st.sampled_from(("", *FAULTS)), max_size=2)
ANSWERS = st.sampled_from(("aanvaard", "aanvaard", "weiger"))


class CandidateRules:
    """What belongs to candidates in the machine; `_do` is a step with its invariants."""

    history: History

    def _do(self, what: Any, *given: Any, **named: Any) -> None:
        raise NotImplementedError

    @works(pair=BOTH, which=WHICH, answer=ANSWERS, faults=LINE)
    def candidate_passes_on(self, pair: tuple[int, int], which: int, answer: str, faults: list[str]) -> None:
        """Offered and answered; who had it does not know yet."""
        giver, receiver = pair
        self._do(
            self.history.command, giver, "kandidaat.draag_over", {"kandidaat_id": which, "naar_id": receiver}
        )
        self._do(self.history.sync, giver)
        self._do(self.history.sync, receiver)
        given: Arguments = {"overdracht_id": LAST}
        if answer == "weiger":
            given["reden"] = "geen_ruimte"
        self._do(self.history.command, receiver, f"kandidaat.{answer}_overdracht", given)
        self._do(self.history.sync, receiver, faults)

    @works(who=st.sampled_from((SEVDA, ANOUK)), which=WHICH, text=TEXTS, sends=st.booleans())
    def works_with_candidate(self, who: int, which: int, text: str, sends: bool) -> None:
        """Typed about a candidate, perhaps after it passed on."""
        given = {"kandidaat_id": which, "notitie": text}
        self._do(self.history.command, who, "kandidaat.wijzig", given)
        if sends:
            self._do(self.history.sync, who)

    @works(which=WHICH, to=st.integers(0, 1))
    def candidate_is_assigned(self, which: int, to: int) -> None:
        """By the teamleider, who knows the number only."""
        self._do(self.history.sync, KARIN)
        given = {"kandidaat_id": which, "naar_id": to}
        self._do(self.history.command, KARIN, "kandidaat.wijs_toe", given)
        self._do(self.history.sync, KARIN)

    @works(
        pair=BOTH,
        to=st.integers(0, 1),
        one=st.booleans(),
        ends=st.sampled_from(("", "by hand", "by the day")),
    )
    def stands_in(self, pair: tuple[int, int], to: int, one: bool, ends: str) -> None:
        """For a week, for one candidate or for all of them; ended early, or by the centre when it is over."""
        away, colleague = pair
        today = self.history.time.now.date()
        period = {"van": today.isoformat(), "tot": (today + WEEK).isoformat(), "waarnemer_id": to}
        given = period | ({"kandidaat_id": 0} if one else {})
        self._do(self.history.command, away, "kandidaat.stel_waarneming_in", given)
        self._do(self.history.sync, away)
        self._do(self.history.sync, colleague)
        if ends == "by hand":
            self._do(self.history.command, away, "kandidaat.beeindig_waarneming", {"waarneming_id": LAST})
            self._do(self.history.sync, away)
        elif ends:
            self._do(self.history.day_passes, 8)
            self._do(self.history.sync, away)

    @works(who=st.sampled_from((SEVDA, ANOUK)), which=WHICH, yes=st.booleans())
    def consent(self, who: int, which: int, yes: bool) -> None:
        """Given or taken back."""
        given: Arguments = {"kandidaat_id": which}
        if yes:
            given["datum"] = "2026-11-20"
        naam = "kandidaat.geef_toestemming" if yes else "kandidaat.trek_toestemming_in"
        self._do(self.history.command, who, naam, given)
        self._do(self.history.sync, who)

    @works(who=st.sampled_from((0, 1)), first=st.integers(0, 1))
    def employers_are_one(self, who: int, first: int) -> None:
        """Two werkgevers are merged, with the placements of candidates at them."""
        given = {"werkgever_id": first, "dubbel_id": 1 - first}
        self._do(self.history.command, who, "werkgever.voeg_samen", given)
        self._do(self.history.sync, who)
