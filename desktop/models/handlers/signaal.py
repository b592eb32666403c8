"""A signaal goes to who holds the regie on the werkgever, and the answer comes back to who reported it."""

from __future__ import annotations

from desktop.models.commands.nazorg import MeeSignaal
from desktop.models.commands.signaal import BeantwoordSignaal, MeldSignaal
from desktop.models.errors import Weigering
from desktop.models.handlers import naming
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.notice import tell
from desktop.models.handlers.regie import addressee, holder_of, waarnemers
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rights import LEADS, decides_for_others
from desktop.models.tables import Medewerker, Plaatsing, Signaal, Werkgever
from desktop.models.work import Work

OPEN, ANSWERED = "open", "beantwoord"


def raise_signal(work: Work, command: MeldSignaal) -> Outcome:
    """`signaal.meld`."""
    werkgever = work.werkgever(command.werkgever_id)
    people = naming.of_own_at(work, werkgever.id)
    if command.plaatsing_id is not None:
        people += naming.of_placement(work, command.plaatsing_id)
    naming.require_nameless("tekst", command.tekst, people, command.geen_naam)
    content = {"werkgever_id": werkgever.id, "categorie": command.categorie, "tekst": command.tekst}
    identity = identify(work, Signaal, command.id, "signaal", content)
    if not identity.exists:
        said = MeeSignaal(categorie=command.categorie, ernst=command.ernst, tekst=command.tekst)
        _add(work, werkgever, identity.row_id, command.plaatsing_id, said)
    return identity.outcome()


def report(work: Work, werkgever_id: str, plaatsing_id: str, said: MeeSignaal) -> None:
    """A signaal that goes along with another command."""
    werkgever = work.werkgever(werkgever_id)
    row_id = work.context.derive_id("signaal")
    if work.get(Signaal, row_id) is None:
        _add(work, werkgever, row_id, plaatsing_id, said)


def _add(work: Work, werkgever: Werkgever, row_id: str, plaatsing_id: str | None, said: MeeSignaal) -> None:
    holder = addressee(work, werkgever.id)
    actor = work.context.actor
    known = plaatsing_id is not None and work.own(Plaatsing, plaatsing_id) is not None
    work.add(
        Signaal(
            id=row_id,
            werkgever_id=werkgever.id,
            plaatsing_id=plaatsing_id if known else None,
            categorie=said.categorie,
            ernst=said.ernst,
            tekst=said.tekst,
            melder_id=actor.medewerker_id,
            voor_id=holder,
            status=OPEN,
            antwoord=None,
            beantwoord_op=None,
        )
    )
    for person in [holder] if holder else _leads(work):
        tell(
            work, person, "signaal_gekregen" if holder else "signaal_zonder_regie", werkgever.id,
            wie=actor.naam, werkgever=werkgever.naam,
            wat=work.codes("signaal_categorie").get(said.categorie, said.categorie),
        )  # fmt: skip


def _leads(work: Work) -> list[str]:
    rows = work.find(Medewerker, Medewerker.rol.in_(sorted(LEADS)), Medewerker.actief.is_(True))
    return [row.id for row in rows]


def answer(work: Work, command: BeantwoordSignaal) -> Outcome:
    """`signaal.beantwoord`: the same answer twice is one; another one of a colleague is said to be late."""
    row = work.require(Signaal, command.signaal_id, "signaal_onbekend")
    if row.verwijderd_op is not None:
        raise Weigering("signaal_onbekend", id=row.id)
    _require_may_answer(work, row)
    if row.status == ANSWERED:
        if row.antwoord != command.antwoord:
            raise Weigering("signaal_al_beantwoord", wie=_name(work, row.gewijzigd_door))
        return Outcome(TOEGEPAST, row.id)
    done = {"status": ANSWERED, "antwoord": command.antwoord, "beantwoord_op": work.context.dag}
    outcome = change_fields(work, row, done, row.werkgever_id, "het signaal")
    werkgever = work.werkgever(row.werkgever_id)
    tell(
        work, row.melder_id, "signaal_antwoord", werkgever.id,
        wie=work.context.actor.naam, werkgever=werkgever.naam, antwoord=command.antwoord,
    )  # fmt: skip
    return outcome


def _require_may_answer(work: Work, row: Signaal) -> None:
    actor = work.context.actor
    holder = holder_of(work, row.werkgever_id)
    serving = {row.voor_id, holder.accountmanager_id if holder else None}
    serving |= waarnemers(work, row.werkgever_id, work.context.dag_ontvangen)
    if actor.medewerker_id in serving or decides_for_others(actor.rol):
        return
    raise Weigering("signaal_van_collega", wie=_name(work, addressee(work, row.werkgever_id) or row.voor_id))


def _name(work: Work, person_id: str | None) -> str:
    person = work.get(Medewerker, person_id) if person_id else None
    return person.naam if person else "een collega"
