"""Texts that colleagues read are looked at where a person types: they name no candidate of the author.

Only the bemiddelaar's own candidates at that werkgever are compared (`handlers/naming`), and only what is
surely a name is refused: these commands cannot say that it is another word. A contact took place and is never
refused (R4): there it is a warning of its handler. Texts that the centre must judge too, those of a signaal,
a terugkoppeling and a nazorg, are judged by their handlers.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.commands.actie import (
    BeeindigAfspraak,
    DoeContactverzoek,
    MaakActie,
    MaakAfspraak,
    RondActieAf,
    VerzetActie,
)
from desktop.models.commands.base import Command
from desktop.models.commands.plaatsing import RegistreerPlaatsing, WijzigPlaatsing
from desktop.models.commands.vacature import RegistreerVacature, TrekVacatureIn, WijzigVacature
from desktop.models.commands.werkgeversvraag import (
    BeantwoordWerkgeversvraag,
    RegistreerWerkgeversvraag,
    VerwijsWerkgeversvraagDoor,
    WijzigWerkgeversvraag,
)
from desktop.models.errors import Weigering
from desktop.models.handlers import naming
from desktop.models.rules.naming import SURELY, named
from desktop.models.tables import Actie, Afspraak, Plaatsing, Vacature, Werkgeversvraag
from desktop.models.work import Work

READ_BY_COLLEAGUES: Mapping[type[Command], tuple[str, ...]] = {
    MaakActie: ("gevraagde_handeling", "toelichting"),
    VerzetActie: ("reden",),
    RondActieAf: ("toelichting",),
    DoeContactverzoek: ("vraag", "toelichting"),
    MaakAfspraak: ("inhoud",),
    BeeindigAfspraak: ("reden",),
    RegistreerWerkgeversvraag: ("vraag",),
    WijzigWerkgeversvraag: ("vraag",),
    BeantwoordWerkgeversvraag: ("antwoord",),
    VerwijsWerkgeversvraagDoor: ("reden",),
    RegistreerVacature: ("naam", "omschrijving", "toelichting"),
    WijzigVacature: ("naam", "omschrijving", "toelichting"),
    TrekVacatureIn: ("reden",),
    RegistreerPlaatsing: ("project",),
    WijzigPlaatsing: ("project",),
}
_ROWS = (
    ("actie_id", Actie),
    ("afspraak_id", Afspraak),
    ("werkgeversvraag_id", Werkgeversvraag),
    ("vacature_id", Vacature),
    ("plaatsing_id", Plaatsing),
)


def refused_at(work: Work, command: Command) -> dict[str, Weigering]:
    """Field → why it is refused; nothing for who has no candidates."""
    texts = {veld: getattr(command, veld) for veld in READ_BY_COLLEAGUES.get(type(command), ())}
    if not any(texts.values()):
        return {}
    werkgever_id = _werkgever_of(work, command)
    people = naming.of_own_at(work, werkgever_id) if werkgever_id else []
    if isinstance(command, RegistreerPlaatsing):
        people += naming.of_own(work, command.kandidaat_id)
    return {
        veld: Weigering("tekst_noemt_kandidaat")
        for veld, text in texts.items()
        if text and any(named(text, one) == SURELY for one in people)
    }


def _werkgever_of(work: Work, command: Command) -> str | None:
    """Where it is about: the command says it, or the row that it is about."""
    named_there: str | None = getattr(command, "werkgever_id", None)
    if named_there is not None:
        return named_there
    for veld, cls in _ROWS:
        row_id = getattr(command, veld, None)
        row = work.get(cls, row_id) if row_id else None
        if row is not None:
            found: str | None = getattr(row, "werkgever_id", None)
            return found
    return None
