"""Rules in which people work: a few commands in a row of one subject, or of one person, and perhaps a round.

Most are about something that they can be about and are given by who may (`fitting`); one in seven is not
chosen at all. What was not done yet in this history comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from desktop.models.commands import NEWEST
from desktop.models.rights import may_do
from tests.support.region import ROLES
from tests.sync.simulation import commands
from tests.sync.simulation.history import History
from tests.sync.simulation.stage import NEW, PEOPLE
from tests.sync.simulation.turns import works

WHO = st.integers(0, NEW + 1)
KARIN = PEOPLE.index("karin")
CHOSEN = 6
"""Of seven commands so many are chosen."""
_HOW_MANY = st.integers(2, 6)
_WHICH = st.integers(0, 39)


class WorkRules:
    """What people do; `_do` is a step with its invariants."""

    history: History

    def _do(self, what: Any, *given: Any, **named: Any) -> None:
        raise NotImplementedError

    def _works(self, data: st.DataObject, who: int, kinds: Sequence[str]) -> None:
        for _ in range(data.draw(_HOW_MANY)):
            if data.draw(st.integers(0, CHOSEN)) == CHOSEN:
                self._anything(data, kinds)
            elif (naam := self._next(data, who, kinds)) is not None:
                self._do(self.history.fitting, who, naam, data.draw(commands.sound(naam)), data.draw(_WHICH))
        if data.draw(st.booleans()):
            self._do(self.history.sync, who)

    def _anything(self, data: st.DataObject, kinds: Sequence[str]) -> None:
        naam = data.draw(st.sampled_from(kinds))
        self._do(self.history.command, data.draw(WHO), naam, data.draw(commands.of(naam)))

    def _next(self, data: st.DataObject, who: int, kinds: Sequence[str]) -> str | None:
        seat = self.history.seat(who)
        may = [naam for naam in kinds if seat is not None and may_do(seat.laptop.actor.rol, naam)]
        if not may:
            return None
        first = data.draw(st.integers(0, len(may) - 1))
        ordered = sorted((*may[first:], *may[:first]), key=lambda naam: self.history.counts[f"done: {naam}"])
        return next((naam for naam in ordered if self.history.possible(who, naam)), None)

    @works(who=st.sampled_from((1, 2, 5)), data=st.data())
    def leaves_with_work(self, who: int, data: st.DataObject) -> None:
        """What somebody did last comes after that person left; the teamleider decides about it."""
        self._works(data, who, sorted(NEWEST))
        self._do(self.history.revoke_person, PEOPLE[who])
        self._do(self.history.sync, who)
        self._do(self.history.sync, KARIN)
        given = data.draw(commands.sound("quarantaine.geef_vrij"))
        self._do(self.history.fitting, KARIN, "quarantaine.geef_vrij", given)
        self._do(self.history.sync, KARIN)

    @works(who=st.sampled_from((0, 1, KARIN)), data=st.data(), days=st.sampled_from((2, 7)))
    def closes_by_itself(self, who: int, data: st.DataObject, days: int) -> None:
        """Nobody can apply any more from tomorrow on; the centre says so when a day later somebody calls."""
        given = {**data.draw(commands.sound("vacature.registreer")), "sluitingsdatum": "dag+1"}
        self._do(self.history.fitting, who, "vacature.registreer", given)
        self._do(self.history.sync, who)
        self._do(self.history.day_passes, days)
        self._do(self.history.sync, who)

    @works(who=st.sampled_from((2, 5)), data=st.data())
    def lies_still(self, who: int, data: st.DataObject) -> None:
        """A placement is interrupted, changed meanwhile, and goes on."""
        for what in ("meld_onderbreking", "wijzig", "beeindig_onderbreking"):
            naam = f"plaatsing.{what}"
            self._do(self.history.fitting, who, naam, data.draw(commands.sound(naam)), data.draw(_WHICH))
        self._do(self.history.sync, who)

    @works(giver=st.sampled_from((0, 1)), data=st.data())
    def regie_passes_on_warmly(self, giver: int, data: st.DataObject) -> None:
        """What was offered before is accepted, the new face is met, and it is done."""
        receiver = 1 - giver
        self._do(self.history.sync, receiver)
        for naam in ("regie.aanvaard_overdracht", "regie.meld_kennismaking", "regie.rond_overdracht_af"):
            self._do(self.history.fitting, receiver, naam, data.draw(commands.sound(naam)))
            self._do(self.history.sync, receiver)
        naam = "regie.stel_overdracht_voor"
        self._do(self.history.fitting, receiver, naam, data.draw(commands.sound(naam)))
        self._do(self.history.sync, receiver)


def _about(kinds: Sequence[str]) -> Any:
    def does(self: WorkRules, who: int, data: st.DataObject) -> None:
        self._works(data, who, kinds)

    return does


def _day_of(number: int) -> Any:
    def does(self: WorkRules, data: st.DataObject) -> None:
        self._works(data, number, sorted(NEWEST))

    return does


def _who(kinds: Sequence[str]) -> st.SearchStrategy[int]:
    """Mostly somebody who may do one of these."""
    may = [n for n, person in enumerate(PEOPLE) if any(may_do(ROLES[person], naam) for naam in kinds)]
    return st.sampled_from(may) | WHO if may else WHO


def _add(name: str, method: Any, **given: st.SearchStrategy[Any]) -> None:
    method.__name__ = method.__qualname__ = name
    setattr(WorkRules, name, works(**given)(method))


for _subject in sorted({naam.partition(".")[0] for naam in NEWEST}):
    _kinds = sorted(naam for naam in NEWEST if naam.partition(".")[0] == _subject)
    _add(f"about_{_subject}", _about(_kinds), who=_who(_kinds), data=st.data())
for _number, _person in enumerate(PEOPLE):
    _add(f"{_person}_{_number}", _day_of(_number), data=st.data())
