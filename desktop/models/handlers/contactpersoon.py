"""People at a werkgever."""

from __future__ import annotations

from desktop.models.commands.werkgever import RegistreerContactpersoon, WijzigContactpersoon
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, revive, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.outcome import Outcome
from desktop.models.tables import Contactpersoon, Vestiging
from desktop.models.work import Work


def register(work: Work, command: RegistreerContactpersoon) -> Outcome:
    """`contactpersoon.registreer`. Without a first day the period starts when it was typed."""
    werkgever = work.werkgever(command.werkgever_id)
    if command.vestiging_id:
        work.require(Vestiging, command.vestiging_id, "vestiging_onbekend")
    content = {"naam": command.naam, "werkgever_id": werkgever.id}
    identity = identify(work, Contactpersoon, command.id, "contactpersoon", content)
    if not identity.exists:
        work.add(
            Contactpersoon(
                id=identity.row_id,
                werkgever_id=werkgever.id,
                vestiging_id=command.vestiging_id,
                naam=command.naam,
                functie=command.functie,
                rol=command.rol,
                email=command.email,
                telefoon=command.telefoon,
                voorkeurskanaal=command.voorkeurskanaal,
                van=command.van or work.context.dag,
                niet_benaderen=False,
                laatste_controle=work.context.dag,
            )
        )
    return identity.outcome()


def change(work: Work, command: WijzigContactpersoon) -> Outcome:
    """`contactpersoon.wijzig`: only the fields named."""
    row = work.require(Contactpersoon, command.contactpersoon_id, "contactpersoon_onbekend")
    if row.gewist_op is not None:
        raise Weigering("persoon_gewist")
    revive(work, row)
    wanted = wanted_fields(command, Contactpersoon, frozenset({"contactpersoon_id", "wis"}))
    return change_fields(work, row, wanted, row.werkgever_id, row.naam)
