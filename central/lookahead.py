"""What the handlers of a batch are going to ask, fetched in a few queries before the first of them runs.

Only a matter of speed: what is not fetched here is looked up when it is asked for. PostgreSQL only by its
place.
"""

from __future__ import annotations

from collections.abc import Sequence

from central.envelope import is_id
from desktop.models.context import Actor, derive_id
from desktop.models.rights import becomes_involved
from desktop.models.tables import Betrokkenheid, Contactmoment, Contactnotitie, Vestiging, Werkgever
from desktop.models.work import Work
from desktop.sync.protocol import CommandMessage


def prefetch(work: Work, actor: Actor, messages: Sequence[CommandMessage]) -> None:
    """Loads what these commands name, and remembers what does not exist yet."""
    werkgevers = _named(messages, "werkgever_id")
    work.prefetch(Werkgever, werkgevers)
    work.prefetch_regie(werkgevers)
    work.prefetch_reservations(werkgevers)
    work.prefetch(Vestiging, _named(messages, "vestiging_id"))
    contacts = [message for message in messages if message.naam == "contact.leg_vast"]
    work.prefetch(Contactmoment, _named(contacts, "id"))
    changed = _named(messages, "contactmoment_id")
    work.prefetch(Contactmoment, changed)
    work.prefetch(Contactnotitie, {derive_id(row_id, "notitie") for row_id in changed})
    if becomes_involved(actor):
        ids = {
            derive_id(row_id, "betrokken", actor.medewerker_id) for row_id in _named(contacts, "werkgever_id")
        }
        work.prefetch(Betrokkenheid, ids)


def _named(messages: Sequence[CommandMessage], argument: str) -> set[str]:
    """The ids under this argument, as they are kept."""
    given = (message.argumenten.get(argument) for message in messages)
    return {value.lower() for value in given if isinstance(value, str) and is_id(value)}
