"""What the handlers of many commands are going to ask, fetched in a few queries before the first runs.

Only a matter of speed: what is not fetched here is looked up when it is asked for. Both ends use it, the
centre for a batch and a laptop for what waits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.models.context import Actor, derive_id
from desktop.models.rights import becomes_involved
from desktop.models.tables import Betrokkenheid, Contactmoment, Contactnotitie, Vestiging, Werkgever
from desktop.models.work import Work

Named = tuple[str, Mapping[str, Any]]
_NAME_ONLY = frozenset({"contact.leg_vast", "actie.maak"})
"""Commands that ask of a werkgever only which one it is and what it is called."""
_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def prefetch(work: Work, actor: Actor, commands: Sequence[Named]) -> None:
    """Loads what these commands (name and arguments) speak of, and remembers what does not exist yet."""
    werkgevers = _ids(commands, "werkgever_id")
    whole = _ids([command for command in commands if command[0] not in _NAME_ONLY], "werkgever_id")
    work.prefetch(Werkgever, whole)
    work.prefetch_names(werkgevers - whole)
    work.prefetch_regie(werkgevers)
    work.prefetch_reservations(werkgevers)
    work.prefetch(Vestiging, _ids(commands, "vestiging_id"))
    contacts = [command for command in commands if command[0] == "contact.leg_vast"]
    work.expect_new(Contactmoment, _ids(contacts, "id"))
    changed = _ids(commands, "contactmoment_id")
    work.prefetch(Contactmoment, changed)
    work.prefetch(Contactnotitie, {derive_id(row_id, "notitie") for row_id in changed})
    if becomes_involved(actor.rol):
        involved = (
            derive_id(row_id, "betrokken", actor.medewerker_id) for row_id in _ids(contacts, "werkgever_id")
        )
        work.expect_new(Betrokkenheid, set(involved))


def _ids(commands: Sequence[Named], argument: str) -> set[str]:
    """What stands under this argument, as ids are kept; what cannot be one is left to the command itself."""
    given = (arguments.get(argument) for _, arguments in commands)
    return {value.lower() for value in given if isinstance(value, str) and _may_be_id(value)}


def _may_be_id(value: str) -> bool:
    return _ID.fullmatch(value) is not None
