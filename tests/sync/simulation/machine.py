"""The rules by which Hypothesis makes histories: every command, every fault, every act of administration.

Arguments of rules are plain values, so a shrunk history can be typed over into `test_found.py`.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from unittest import SkipTest

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from desktop.models.steps import Step
from tests.sync.simulation import commands, invariants
from tests.sync.simulation.history import ROLES, History
from tests.sync.simulation.machine_candidates import CandidateRules
from tests.sync.simulation.machine_work import WHO, WorkRules
from tests.sync.simulation.network import FAULTS
from tests.sync.simulation.stage import Stage
from tests.sync.simulation.turns import befalls, next_turn, works

LINE = st.lists(st.sampled_from(("", *FAULTS)), max_size=4)
STEPS = st.sampled_from([step for step in Step if step is not Step.MIGRATION_BEFORE_COMMIT])
LEAVES = st.sampled_from(("sevda", "herman", "anouk"))
MOST_NEW = 2
numbers = itertools.count(1)


class Machine(WorkRules, CandidateRules, RuleBasedStateMachine):
    """One history; `stage` and `counts` belong to the run."""

    stage: ClassVar[Stage]
    counts: ClassVar[Counter[str]] = Counter()
    until: ClassVar[float] = 0
    found: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.history = History(self.stage, next(numbers))
        self._open = self.history.open()
        self._open.__enter__()
        self._new = 0
        self._broken = False

    @rule(data=st.data())
    def turn(self, data: st.DataObject) -> None:
        """Whatever comes next."""
        next_turn(self, data)

    @works(who=WHO, faults=LINE)
    def sync(self, who: int, faults: list[str]) -> None:
        """A round over a bad line."""
        self._do(self.history.sync, who, faults)

    @works(who=WHO)
    def sync_well(self, who: int) -> None:
        """A round over a good line."""
        self._do(self.history.sync, who)

    @works(
        who=WHO, other=WHO, text=commands.TEXTS, field=st.sampled_from(("sector", "website", "rechtsvorm"))
    )
    def two_work(self, who: int, other: int, text: str, field: str) -> None:
        """Two people change the same employer, and both send."""
        for one, typed in ((who, text), (other, text[::-1])):
            self._do(self.history.command, one, "werkgever.wijzig", {"werkgever_id": 0, field: typed[:40]})
        self._do(self.history.sync, who)
        self._do(self.history.sync, other)

    @works(who=WHO, notitie=commands.TEXTS, vertrouwelijk=st.booleans(), faults=LINE)
    def visits(self, who: int, notitie: str, vertrouwelijk: bool, faults: list[str]) -> None:
        """A contact that is sent over a bad line."""
        given = {"werkgever_id": 0, "datum": "2026-11-20", "kanaal": "bezoek", "notitie": notitie}
        self._do(self.history.command, who, "contact.leg_vast", {**given, "vertrouwelijk": vertrouwelijk})
        self._do(self.history.sync, who, faults)

    @befalls(who=WHO, away=st.booleans())
    def partition(self, who: int, away: bool) -> None:
        """Out of reach, or back."""
        self._do(self.history.partition, who, away)

    @befalls(which=st.integers(0, 3))
    def late(self, which: int) -> None:
        """A question of long ago arrives."""
        if self.history.network.late:
            self._do(self.history.late, which)

    @befalls(who=WHO, step=STEPS, nth=st.integers(0, 1), torn=st.sampled_from((0, 0, 24, 4096)))
    def die(self, who: int, step: Step, nth: int, torn: int) -> None:
        """A round in which somebody dies."""
        self._do(self.history.die_in, who, step, nth, torn)

    @befalls(who=WHO, after=st.booleans(), notitie=commands.TEXTS)
    def die_at_a_command(self, who: int, after: bool, notitie: str) -> None:
        """The laptop dies around the commit of a command."""
        step = Step.LOCAL_AFTER_COMMIT if after else Step.LOCAL_BEFORE_COMMIT
        given = {"werkgever_id": 0, "datum": "2026-11-20", "kanaal": "bezoek", "notitie": notitie}
        self._do(self.history.die_in, who, step, naam="contact.leg_vast", **given)

    @befalls(who=WHO, torn=st.sampled_from((0, 24, 4096)))
    def power_cut(self, who: int, torn: int) -> None:
        """Off between two steps."""
        self._do(self.history.power_cut, who, torn)

    @befalls(who=WHO)
    def keep_image(self, who: int) -> None:
        """A copy of a whole laptop."""
        self._do(self.history.keep_image, who)

    @befalls(who=WHO)
    def put_image_back(self, who: int) -> None:
        """The laptop goes on from that copy."""
        self._do(self.history.put_image_back, who)

    @befalls(who=WHO, full=st.booleans())
    def disk(self, who: int, full: bool) -> None:
        """Full, or room again."""
        self._do(self.history.disk, who, full)

    @befalls(
        who=st.sampled_from((0, 1, 2, 3, 99)),
        seconds=st.sampled_from((3600, -3600, 157_680_000, -157_680_000, 1)),
    )
    def skew(self, who: int, seconds: int) -> None:
        """A clock jumps; the centre's a little only."""
        self._do(self.history.skew, who, seconds if who != 99 else max(-3600, min(3600, seconds)))

    @befalls(days=st.sampled_from((1, 7, 31, 200)))
    def day_passes(self, days: int) -> None:
        """Later."""
        self._do(self.history.day_passes, days)

    @befalls(person=st.sampled_from(("sevda", "herman", "fatima", "anouk")), rol=st.sampled_from(ROLES))
    def change_role(self, person: str, rol: str) -> None:
        """Other rights."""
        self._do(self.history.change_role, person, rol)

    @befalls(who=st.sampled_from((1, 2, 4, 5)))
    def revoke_laptop(self, who: int) -> None:
        """Stolen."""
        self._do(self.history.revoke_laptop, who)

    @befalls(person=LEAVES)
    def revoke_person(self, person: str) -> None:
        """Left."""
        self._do(self.history.revoke_person, person)

    @befalls(person=st.sampled_from(("anouk", "sevda", "herman")))
    def new_laptop(self, person: str) -> None:
        """One more, or back."""
        self._new += 1
        if self._new <= MOST_NEW:
            self._do(self.history.new_laptop, person)

    @befalls()
    def maintain(self) -> None:
        """The centre forgets what is old."""
        self._do(self.history.maintain)

    @befalls()
    def keep_backup(self) -> None:
        """A backup of the centre."""
        self._do(self.history.keep_backup)

    @befalls()
    def restore(self) -> None:
        """The centre goes on from it."""
        if self.history.backup is not None:
            self._do(self.history.restore)

    def _do(self, what: Any, *given: Any, **named: Any) -> None:
        if self.is_over():
            raise SkipTest("time is up")  # Hypothesis ends the whole run for it
        note(f"history.{_told(what, given, named)}")
        try:
            what(*given, **named)
            invariants.after_step(self.history)
        except BaseException:
            self._broken = True
            type(self).found = True
            raise

    @classmethod
    def is_over(cls) -> bool:
        """Whether time is up; what was found is played to its end all the same."""
        return time.monotonic() >= cls.until and not cls.found

    def teardown(self) -> None:
        """Everything is healed, and then the invariants hold."""
        try:
            if not self._broken and not self.is_over():
                invariants.at_the_end(self.history)
                self.counts["histories"] += 1
        except BaseException:
            type(self).found = True
            raise
        finally:
            self._open.__exit__(None, None, None)
            self.counts.update(self.history.counts)


def _told(what: Any, given: Sequence[Any], named: Mapping[str, Any]) -> str:
    """A step as it can be typed over into a test."""
    words = [*(_plain(one) for one in given), *(f"{name}={_plain(one)}" for name, one in named.items())]
    return f"{what.__name__}({', '.join(words)})"


def _plain(value: Any) -> str:
    return f"Step.{value.name}" if isinstance(value, Step) else repr(value)


def machine() -> type[Machine]:
    """The state machine; a new class for each seed."""
    return type("Simulation", (Machine,), {})
