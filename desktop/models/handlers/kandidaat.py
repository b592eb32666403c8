"""Candidates: only who holds the regie, or stands in, does anything with one; nobody else learns of it.

`own` is the door for every handler that touches what is personal of a candidate.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.models.commands.kandidaat import (
    GeefToestemming,
    HeropenKandidaat,
    RegistreerKandidaat,
    SluitKandidaatAf,
    StelDoelgroepVast,
    TrekToestemmingIn,
    WijzigKandidaat,
)
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, wanted_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.kandidaat_running import plaatsingen, voordrachten
from desktop.models.handlers.profiel import follow
from desktop.models.handlers.readers import may_read
from desktop.models.outcome import AANGEPAST, Outcome
from desktop.models.rules.kandidaat import ACTIVE, CLOSED, check_hours
from desktop.models.tables import (
    Kandidaat,
    KandidaatDoelgroep,
    Kandidaatregie,
    Medewerker,
)
from desktop.models.work import Work

LABEL = "de kandidaat"
"""What a question calls the row: never the name, a question may be read when the candidate has passed on."""
_NOT_KEPT = frozenset({"id", "kandidaat_id", "wis"})


def own(work: Work, kandidaat_id: str) -> Kandidaat:
    """The candidate, for who holds the regie or stands in. For anybody else it is not there.

    The refusal names no id: who gave that of a placement would learn whose it is, and so which profile.
    """
    row = work.get(Kandidaat, kandidaat_id)
    gone = row is None or row.regio_id != work.context.actor.regio_id or row.verwijderd_op is not None
    if row is None or gone or not may_read(work, row):
        raise Weigering("kandidaat_onbekend")
    if row.gewist_op is not None:
        raise Weigering("persoon_gewist")
    return row


def regie_of(work: Work, kandidaat_id: str) -> Kandidaatregie | None:
    """Who holds the regie on it; None for who does not know this candidate."""
    return next(iter(work.find(Kandidaatregie, Kandidaatregie.kandidaat_id == kandidaat_id)), None)


def follow_regie(work: Work, row: Kandidaat) -> None:
    """Whether this number is still somebody's work."""
    regie = regie_of(work, row.id)
    if regie is not None:
        work.change(regie, actief=row.status != CLOSED)


def register(work: Work, command: RegistreerKandidaat) -> Outcome:
    """`kandidaat.registreer`: new with its regie, or recognised by its key in the system it came from."""
    known = _known(work, command)
    if known is not None:
        outcome = _recognised(work, command, known)
        drop_number(work, command.id)
        return outcome
    check_hours(command.uren_min, command.uren_max)
    said = wanted_fields(command, Kandidaat, _NOT_KEPT)
    content = {name: said.get(name) for name in ("roepnaam", "initiaal", "bronsysteem", "bron_id")}
    identity = identify(work, Kandidaat, command.id, "kandidaat", content)
    if identity.exists:
        return identity.outcome()
    waiting = regie_of(work, identity.row_id)
    if waiting is not None and waiting.bemiddelaar_id != work.context.actor.medewerker_id:
        raise _of_colleague(work, waiting)
    work.add(Kandidaat(id=identity.row_id, status=ACTIVE, **said))
    if waiting is not None:  # the number came with the last work of somebody who left
        return identity.outcome()
    work.add(
        Kandidaatregie(
            id=derive_id(identity.row_id, "kandidaatregie"),
            kandidaat_id=identity.row_id,
            bemiddelaar_id=work.context.actor.medewerker_id,
            van=work.context.dag,
            actief=True,
        )
    )
    return identity.outcome()


def drop_number(work: Work, kandidaat_id: str | None) -> None:
    """A number under which nobody came: the candidate was here already, or was left out."""
    regie = regie_of(work, kandidaat_id) if kandidaat_id else None
    if regie is not None and work.get(Kandidaat, regie.kandidaat_id) is None:
        work.change(regie, verwijderd_op=work.context.tijd, actief=False)


def _known(work: Work, command: RegistreerKandidaat) -> Kandidaat | None:
    """Another candidate with this key."""
    if command.bron_id is None:
        return None
    found = work.find(
        Kandidaat,
        Kandidaat.bron_id == command.bron_id,
        Kandidaat.bronsysteem == command.bronsysteem
        if command.bronsysteem
        else Kandidaat.bronsysteem.is_(None),
        Kandidaat.gewist_op.is_(None),
    )
    own_id = command.id or work.context.derive_id("kandidaat")
    return None if any(row.id == own_id for row in found) else next(iter(found), None)


def _recognised(work: Work, command: RegistreerKandidaat, row: Kandidaat) -> Outcome:
    """One's own is filled up; of a colleague's nobody reads more than the number and whom to go to."""
    regie = regie_of(work, row.id)
    if regie is None or not may_read(work, row):
        raise _of_colleague(work, regie)
    said = wanted_fields(command, Kandidaat, _NOT_KEPT)
    known = {name for name in _DEFAULTS if not said[name] or not getattr(row, name)}
    change_fields(work, row, {name: said[name] for name in known if said[name]}, None, LABEL)
    rest = {name: value for name, value in said.items() if name not in known}
    change_fields(work, row, rest, None, LABEL, fill_only=True)
    follow(work, row)
    asked = command.id or work.context.derive_id("kandidaat")
    return Outcome(AANGEPAST, row.id, "kandidaat_al_geregistreerd", {}, {asked: row.id})


def _of_colleague(work: Work, regie: Kandidaatregie | None) -> Weigering:
    holder = work.get(Medewerker, regie.bemiddelaar_id) if regie else None
    return Weigering(
        "kandidaat_al_bekend",
        nummer=regie.nummer if regie else None,
        wie=holder.naam if holder else "een collega",
    )


_DEFAULTS = frozenset(
    {
        *("beroepen", "soorten_werk", "vervoer", "rijbewijs"),
        *("aanpassing_werkomgeving", "begeleiding", "werkvariatie"),
    }
)
"""Fields that a command has though nobody filled them in: empty, or unknown."""


def change(work: Work, command: WijzigKandidaat) -> Outcome:
    """`kandidaat.wijzig`: only the fields named; the profile follows."""
    row = own(work, command.kandidaat_id)
    wanted = wanted_fields(command, Kandidaat, _NOT_KEPT)
    check_hours(wanted.get("uren_min", row.uren_min), wanted.get("uren_max", row.uren_max))
    outcome = change_fields(work, row, wanted, None, LABEL)
    follow(work, row)
    return outcome


def close(work: Work, command: SluitKandidaatAf) -> Outcome:
    """`kandidaat.sluit_af`: not while a voordracht runs, because an employer waits for an answer.

    A placement that runs stays, with its nazorg; whoever closes reads so.
    """
    row = own(work, command.kandidaat_id)
    if row.status != CLOSED and voordrachten(work, [row.id]):
        raise Weigering("kandidaat_voordracht_loopt")
    outcome = _set(work, row, {"status": CLOSED, "afsluitreden": command.reden})
    placed = len(plaatsingen(work, [row.id]))
    return replace(outcome, warnings=(("kandidaat_werkt_nog", {"aantal": placed}),)) if placed else outcome


def reopen(work: Work, command: HeropenKandidaat) -> Outcome:
    """`kandidaat.heropen`: with the consent that was given, the profile is found again."""
    row = own(work, command.kandidaat_id)
    return _set(work, row, {"status": ACTIVE, "afsluitreden": None} if row.status == CLOSED else {})


def consent(work: Work, command: GeefToestemming) -> Outcome:
    """`kandidaat.geef_toestemming`."""
    return _set(work, own(work, command.kandidaat_id), {"toestemming_delen": command.datum})


def withdraw_consent(work: Work, command: TrekToestemmingIn) -> Outcome:
    """`kandidaat.trek_toestemming_in`: counts at once, whatever a colleague changed meanwhile."""
    return _set(work, own(work, command.kandidaat_id), {"toestemming_delen": None})


def _set(work: Work, row: Kandidaat, wanted: dict[str, Any]) -> Outcome:
    """What the person or the employer decided is a fact: it is never a question, and the history has it."""
    outcome = change_fields(work, row, wanted, None, LABEL, seen=row.versie)
    follow(work, row)
    follow_regie(work, row)
    return outcome


def set_doelgroep(work: Work, command: StelDoelgroepVast) -> Outcome:
    """`kandidaat.stel_doelgroep_vast`: by the bemiddelaar alone; who stands in does without."""
    kandidaat = own(work, command.kandidaat_id)
    row_id = derive_id(kandidaat.id, "doelgroep")
    row = work.get(KandidaatDoelgroep, row_id)
    regie = regie_of(work, kandidaat.id)
    if regie is None or regie.bemiddelaar_id != work.context.actor.medewerker_id:
        raise Weigering("doelgroep_alleen_bemiddelaar")
    if row is None:
        row = work.add(
            KandidaatDoelgroep(id=row_id, kandidaat_id=kandidaat.id, doelgroepen=[], ldr_registratie=0)
        )
    wanted = {
        "doelgroepen": list(command.doelgroepen),
        "uitkeringsgroep": command.uitkeringsgroep,
        "ldr_registratie": command.ldr_registratie,
    }
    return replace(change_fields(work, row, wanted, None, "de doelgroep"), id=kandidaat.id)
