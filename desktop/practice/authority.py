"""Commands executed for real on a laptop's own database: what a centre would do with them.

Refusals and adaptions go to their author's inbox, new werkgevers get their number. The caller owns the
transaction and has capturing off.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.bus import execute, read_command
from desktop.models.changes import Changes
from desktop.models.context import Actor, Context
from desktop.models.errors import Weigering
from desktop.models.handlers import refused
from desktop.models.handlers.asking import CONFLICT
from desktop.models.numbering import NUMBERED, waiting
from desktop.models.outcome import AANGEPAST, GEWEIGERD, Outcome
from desktop.models.work import Work

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """A command with its envelope; `basis` is what its sender had seen."""

    actor: Actor
    laptop_id: str
    uuid: str
    naam: str
    versie: int
    argumenten: Mapping[str, Any]
    tijd: datetime
    basis: Mapping[str, int] = field(default_factory=dict)

    def context(self, now: datetime) -> Context:
        """What a handler may know of it when it arrives now."""
        return Context(self.actor, self.laptop_id, self.uuid, self.tijd, now, dict(self.basis))

    def typed(self) -> refused.Typed:
        """What its author typed."""
        return refused.Typed(self.naam, self.versie, self.argumenten)


@dataclass(slots=True)
class Authority:
    """One transaction of an authority; `changes` is everything it touched."""

    session: Session
    changes: Changes = field(default_factory=Changes)

    def run(self, message: Message, now: datetime) -> Outcome:
        """What became of it; refused it leaves nothing but a line in the inbox of its author."""
        try:
            with self.session.begin_nested():
                return self._execute(message, now)
        except Weigering as reason:
            return self._refuse(message, now, reason)
        except Exception as fault:
            log.error("a command failed and was set apart", exc_info=fault, extra={"naam": message.naam})
            return self._refuse(message, now, Weigering("opdracht_fout", naam=message.naam))

    def _refuse(self, message: Message, now: datetime, reason: Weigering) -> Outcome:
        self.session.expire_all()
        work = self._begin(message, now)
        item_id = work.context.derive_id("afstemming")
        refused.refused(work, item_id, message.typed(), reason.code, reason.parameters)
        self._finish(work)
        return Outcome(GEWEIGERD, None, reason.code, reason.parameters)

    def _execute(self, message: Message, now: datetime) -> Outcome:
        work = self._begin(message, now)
        outcome = execute(work, read_command(message.naam, message.versie, message.argumenten), work.context)
        if outcome.result == AANGEPAST and outcome.code not in (None, CONFLICT):
            item_id = work.context.derive_id("afstemming")
            words = outcome.parameters
            refused.adapted(work, item_id, message.typed(), outcome.code or "", words, outcome.id)
        self._finish(work)
        return outcome

    def _begin(self, message: Message, now: datetime) -> Work:
        work = Work(self.session)
        work.begin(message.context(now))
        return work

    def _finish(self, work: Work) -> None:
        work.flush()
        _number(self.session, work)
        self.changes = self.changes.merged(work.changes())


def _number(session: Session, work: Work) -> None:
    """Human numbers, each given once."""
    for cls, fresh in waiting(work.touched.values()).items():
        numbering = NUMBERED[cls]
        highest = session.scalar(select(func.max(cls.nummer)))  # type: ignore[attr-defined]
        for number, row in enumerate(fresh, start=(numbering.value(highest) if highest else 0) + 1):
            row.nummer = numbering.text(number)  # type: ignore[attr-defined]
    session.flush()
