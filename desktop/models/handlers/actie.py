"""Tasks, promises and agreements."""

from __future__ import annotations

from desktop.models.commands.actie import BeeindigAfspraak, MaakActie, MaakAfspraak, RondActieAf, VerzetActie
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, contest, explain, revive
from desktop.models.handlers.identity import identify
from desktop.models.handlers.notice import tell
from desktop.models.outcome import Outcome
from desktop.models.tables import Actie, Afspraak, Contactmoment, Medewerker
from desktop.models.work import Work


def known_contact(work: Work, contact_id: str | None) -> str | None:
    """A contact that this end has; another is left out."""
    return contact_id if contact_id and work.own(Contactmoment, contact_id) is not None else None


def make(work: Work, command: MaakActie) -> Outcome:
    """`actie.maak`: for oneself, or for a colleague, who is told."""
    werkgever = work.named_werkgever(command.werkgever_id)
    actor = work.context.actor
    who = work.require(Medewerker, command.toegewezen_aan_id or actor.medewerker_id, "medewerker_onbekend")
    content = {"soort": command.soort, "gevraagde_handeling": command.gevraagde_handeling}
    identity = identify(work, Actie, command.id, "actie", content | {"werkgever_id": werkgever.id})
    if not identity.exists:
        work.add(
            Actie(
                id=identity.row_id,
                werkgever_id=werkgever.id,
                contactmoment_id=known_contact(work, command.contactmoment_id),
                soort=command.soort,
                gevraagde_handeling=command.gevraagde_handeling,
                toelichting=command.toelichting,
                toegewezen_aan_id=who.id,
                deadline=command.deadline,
                tijd=command.tijd,
                status="te_verwerken",
            )
        )
        tell(
            work, who.id, "actie_gekregen", werkgever.id,
            van=actor.naam, werkgever=werkgever.naam, wat=command.gevraagde_handeling,
        )  # fmt: skip
    return identity.outcome()


def finish(work: Work, command: RondActieAf) -> Outcome:
    """`actie.rond_af`: doing it twice is doing it once; a colleague's other word for it is a question."""
    row = work.require(Actie, command.actie_id, "actie_onbekend")
    said = {"status": command.status, "toelichting": command.toelichting}
    wanted = {name: value for name, value in said.items() if value}
    if row.status != "te_verwerken":
        return contest(work, row, wanted, row.werkgever_id, row.gevraagde_handeling)
    revive(work, row)
    done = wanted | {"afgerond_op": work.context.tijd}  # what stood in toelichting is kept in the history
    return change_fields(work, row, done, row.werkgever_id, row.gevraagde_handeling)


def agree(work: Work, command: MaakAfspraak) -> Outcome:
    """`afspraak.maak`: the person who made it looks after it."""
    werkgever = work.werkgever(command.werkgever_id)
    content = {"soort": command.soort, "inhoud": command.inhoud, "werkgever_id": werkgever.id}
    identity = identify(work, Afspraak, command.id, "afspraak", content)
    if not identity.exists:
        work.add(
            Afspraak(
                id=identity.row_id,
                werkgever_id=werkgever.id,
                contactmoment_id=known_contact(work, command.contactmoment_id),
                soort=command.soort,
                inhoud=command.inhoud,
                van=command.van or work.context.dag,
                tot=command.tot,
                eigenaar_id=work.context.actor.medewerker_id,
                status="loopt",
            )
        )
    return identity.outcome()


def end(work: Work, command: BeeindigAfspraak) -> Outcome:
    """`afspraak.beeindig`: why stands in the history, the words of the afspraak stay."""
    row = work.require(Afspraak, command.afspraak_id, "afspraak_onbekend")
    revive(work, row)
    ended = {"tot": command.tot, "status": "beeindigd"}
    outcome = change_fields(work, row, ended, row.werkgever_id, row.inhoud[:70])
    if command.reden:
        explain(work, row, row.werkgever_id, command.reden)
    return outcome


def postpone(work: Work, command: VerzetActie) -> Outcome:
    """`actie.verzet`: both days and the reason stay in the history; without a time only the day is known."""
    row = work.require(Actie, command.actie_id, "actie_onbekend")
    if row.status != "te_verwerken" or row.verwijderd_op is not None:
        raise Weigering("actie_al_afgerond", wat=row.gevraagde_handeling)
    before = row.versie
    wanted = {"deadline": command.deadline, "tijd": command.tijd}
    outcome = change_fields(work, row, wanted, row.werkgever_id, row.gevraagde_handeling)
    if row.versie != before:
        explain(work, row, row.werkgever_id, command.reden)
        _tell_moved(work, row, command)
    return outcome


def _tell_moved(work: Work, row: Actie, command: VerzetActie) -> None:
    werkgever = work.werkgever(row.werkgever_id)
    tell(
        work, row.toegewezen_aan_id, "actie_verzet", werkgever.id,
        wie=work.context.actor.naam, werkgever=werkgever.naam, wat=row.gevraagde_handeling,
        deadline=command.deadline.isoformat(), reden=command.reden,
    )  # fmt: skip
