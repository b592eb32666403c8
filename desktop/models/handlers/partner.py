"""The register of partners: everybody keeps it up to date."""

from __future__ import annotations

from desktop.models.commands.partner import RegistreerPartner, WijzigPartner
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.outcome import Outcome
from desktop.models.tables import Partner
from desktop.models.work import Work

CONTENT = ("naam", "soort", "contactnaam", "email", "telefoon", "website", "toelichting")


def register(work: Work, command: RegistreerPartner) -> Outcome:
    """`partner.registreer`. Two laptops may register one twice: both stay, and one can be put aside."""
    values = {name: getattr(command, name) for name in CONTENT}
    identity = identify(work, Partner, command.id, "partner", values)
    if not identity.exists:
        work.add(Partner(id=identity.row_id, actief=True, **values))
    return identity.outcome()


def change(work: Work, command: WijzigPartner) -> Outcome:
    """`partner.wijzig`."""
    row = require_partner(work, command.partner_id)
    wanted = wanted_fields(command, Partner, frozenset({"partner_id", "wis"}))
    return change_fields(work, row, wanted, None, row.naam)


def require_partner(work: Work, partner_id: str) -> Partner:
    """A partner that is still in the register."""
    row = work.require(Partner, partner_id, "partner_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("partner_onbekend", id=row.id)
    return row
