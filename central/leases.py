"""The centre's half of each laptop's database key: given while the laptop may open, gone when it is stolen.

PostgreSQL only.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy.orm import Session

from central import accounts
from desktop.clock import Clock
from desktop.models.errors import Weigering
from desktop.models.tables.base import instant_text
from desktop.models.tables.centre import Laptop, Regio
from desktop.sync.protocol import LeaseResponse


def give(session: Session, clock: Clock, token: str) -> LeaseResponse:
    """The half of this laptop and until when it may be kept; raises `Weigering` for a stolen laptop.

    Who left may open once more, so that the last work comes in: the end of that lease is now. A laptop of
    before there were leases gets its half with the first question.
    """
    account = accounts.authenticate(session, token)
    laptop = session.get_one(Laptop, account.laptop_id, with_for_update=True)
    if laptop.ingetrokken_op is not None:
        raise Weigering("laptop_ingetrokken")
    if laptop.sleutelhelft is None:
        laptop.sleutelhelft = secrets.token_hex(32)
    days = session.get_one(Regio, laptop.regio_id).lease_dagen
    now = clock.now()
    end = now if account.revoked else now + timedelta(days=days)
    return LeaseResponse(laptop.sleutelhelft, instant_text(end), instant_text(now))
