"""R11: what one did is taken back, for every command that can be; no sender is believed."""

from __future__ import annotations

import pytest

from desktop.models.commands import NEWEST
from desktop.models.commands.actie import (
    BeeindigAfspraak,
    DoeContactverzoek,
    MaakActie,
    MaakAfspraak,
    RondActieAf,
    VerzetActie,
)
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast, WijzigContact, ZetContactVast
from desktop.models.commands.lijst import BewaarLijst, VerwijderLijst
from desktop.models.commands.ongedaan import CENTRE_DECIDES, MADE, UNDOABLE
from desktop.models.commands.partner import RegistreerPartner, WijzigPartner
from desktop.models.commands.regie import MeldBenadering, NeemRegie
from desktop.models.commands.vacature import (
    DraagVacatureOver,
    RegistreerVacature,
    TrekVacatureIn,
    WijzigVacature,
)
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    WijzigContactpersoon,
    WijzigVestiging,
    WijzigWerkgever,
)
from desktop.models.commands.werkgeversvraag import (
    BeantwoordWerkgeversvraag,
    RegistreerWerkgeversvraag,
    VerwijsWerkgeversvraagDoor,
    WijzigWerkgeversvraag,
)
from desktop.models.fields import to_plain
from desktop.models.handlers.ongedaan import TAKEN_BACK
from tests.models.undoing import (
    CONTACT,
    DEAL,
    LIST,
    PARTNER,
    PERSON,
    PLACE,
    QUESTION,
    TASK,
    WORK,
    W,
    do,
    refusal,
    seen,
    undo,
)
from tests.support.builders import ANOUK, FATIMA, KARIN, SEVDA, Region, a, new_id

UNDONE: tuple[Command, ...] = (
    a(LegContactVast, id=new_id(), werkgever_id=W, notitie="x", contactpersoon_ids=[PERSON]),
    a(WijzigContact, contactmoment_id=CONTACT, datum="2026-11-09", notitie="Daarna", vertrouwelijk=True),
    a(WijzigContact, contactmoment_id=CONTACT, wis=["tijd", "notitie"], contactpersoon_ids=[PERSON]),
    a(ZetContactVast, contactmoment_id=CONTACT),
    a(RegistreerWerkgever, id=new_id(), naam="Nieuw", kvk_nummer="68727720", woonplaats="Weesp"),
    a(
        WijzigWerkgever,
        werkgever_id=W,
        naam="Anders B.V.",
        kvk_nummer="74123456",
        niet_benaderen_tot="2027-01-01",
        handelsnamen=["Een", "Twee"],
        wis=["sector"],
    ),
    a(RegistreerVestiging, id=new_id(), werkgever_id=W, woonplaats="Weesp"),
    a(RegistreerVestiging, id=new_id(), werkgever_id=W, woonplaats="Weesp", hoofdvestiging=True),
    a(WijzigVestiging, vestiging_id=PLACE, hoofdvestiging=True, huisnummer=4),
    a(RegistreerContactpersoon, id=new_id(), werkgever_id=W, naam="Noor"),
    a(WijzigContactpersoon, contactpersoon_id=PERSON, functie="baas", tot="2026-12-31"),
    a(MaakActie, id=new_id(), werkgever_id=W, toegewezen_aan_id=SEVDA.medewerker_id),
    a(RondActieAf, actie_id=TASK, toelichting="Gedaan"),
    a(VerzetActie, actie_id=TASK, deadline="2026-12-01", reden="Ziek"),
    a(DoeContactverzoek, id=new_id(), werkgever_id=W, vraag="Mag ik?", aan_id=FATIMA.medewerker_id),
    a(MaakAfspraak, id=new_id(), werkgever_id=W),
    a(BeeindigAfspraak, afspraak_id=DEAL, reden="Klaar"),
    a(BewaarLijst, id=new_id(), naam="Nieuw", keuze={}),
    a(BewaarLijst, id=LIST, naam="Anders", keuze={"tekst": "x"}),
    a(VerwijderLijst, lijst_id=LIST),
    a(NeemRegie, werkgever_id=W),
    a(MeldBenadering, werkgever_id=W),
    a(RegistreerPartner, id=new_id(), naam="FNV", soort="vakbond"),
    a(WijzigPartner, partner_id=PARTNER, telefoon="0351234567", wis=["contactnaam"]),
    a(RegistreerWerkgeversvraag, id=new_id(), werkgever_id=W, vraag="En scholing?"),
    a(WijzigWerkgeversvraag, werkgeversvraag_id=QUESTION, behandelaar_id=SEVDA.medewerker_id),
    a(BeantwoordWerkgeversvraag, werkgeversvraag_id=QUESTION),
    a(VerwijsWerkgeversvraagDoor, werkgeversvraag_id=QUESTION, partner_id=PARTNER),
    a(RegistreerVacature, id=new_id(), werkgever_id=W, toelichting="Bel eerst"),
    a(WijzigVacature, vacature_id=WORK, rijbewijs=["B"], contactpersoon_ids=[], aantal_plaatsen=2),
    a(DraagVacatureOver, vacature_id=WORK, bemiddelaar_ids=[ANOUK.medewerker_id]),
    a(TrekVacatureIn, vacature_id=WORK),
)


PASSED_ON = {
    "regie.wijs_toe",
    "regie.stel_overdracht_voor",
    "regie.aanvaard_overdracht",
    "regie.stel_waarneming_in",
}


"""Undone by another step, never by forgetting the first: test_handlers_undo_transfer.py."""
PLACING = {name for name in NEWEST if name.startswith(("voordracht.", "plaatsing.", "mijlpaal."))}
"""In test_handlers_voordracht.py and test_handlers_plaatsing.py."""
CANDIDATES = {name for name in UNDOABLE if name.startswith("kandidaat.")}
"""In test_handlers_undo_kandidaat.py."""
_AFTERCARE = ("nazorg.", "nazorgregel.", "signaal.", "instrument.")
AFTERCARE = {name for name in UNDOABLE if name.startswith(_AFTERCARE)}
"""In test_handlers_undo_nazorg.py."""


each = pytest.mark.parametrize("command", UNDONE, ids=lambda command: command.NAME)


def test_the_list_of_what_can_be_undone_is_whole() -> None:
    here = {command.NAME for command in UNDONE}
    elsewhere = {"afstemming.kies", "vacature.neem_terug"}  # test_undo_choice.py, test_handlers_vacature.py
    elsewhere |= {"werkgever.voeg_samen"}  # test_handlers_undo_merge.py
    assert set(UNDOABLE) == set(TAKEN_BACK) == here | PASSED_ON | PLACING | CANDIDATES | AFTERCARE | elsewhere
    assert set(UNDOABLE) <= set(NEWEST)
    assert {name for name in UNDOABLE if NEWEST[name].CONFIRMED} == CENTRE_DECIDES
    assert all("id" in to_plain(command) for command in UNDONE if command.NAME in MADE)


@each
def test_everything_is_as_it_was(past: Region, command: Command) -> None:
    before = seen(past)
    uuid = do(past, command)
    assert seen(past) != before
    outcome = undo(past, command, uuid)
    assert outcome.result == "toegepast"
    after = seen(past)
    if "contactnotitie" in after:  # what was never pinned and what was let go are the same to a reader
        for row in (*after["contactnotitie"].values(), *before["contactnotitie"].values()):
            row.pop("vastgezet", None)
    assert after == before
    past.check_constraints()


@each
def test_a_second_undo_does_nothing(past: Region, command: Command) -> None:
    uuid = do(past, command)
    undo(past, command, uuid)
    before = past.wire()
    undo(past, command, uuid)
    assert past.wire() == before


@each
def test_what_never_was_is_undone_without_a_word(past: Region, command: Command) -> None:
    """At the centre the command may have been refused before its undo came."""
    before = past.wire()
    undo(past, command, new_id())
    assert past.wire() == before


@each
def test_nobody_takes_back_what_a_colleague_did(past: Region, command: Command) -> None:
    uuid = do(past, command)
    code, _ = refusal(past, command, uuid, KARIN)
    assert code == "ongedaan_van_ander"


@each
def test_both_in_one_batch_end_as_apart(past: Region, command: Command) -> None:
    """A laptop that was offline sends the command and its undo together."""
    before = seen(past)
    with past.together():
        uuid = do(past, command)
        undo(past, command, uuid)
    after = seen(past)
    for row in (*after["contactnotitie"].values(), *before["contactnotitie"].values()):
        row.pop("vastgezet", None)
    assert after == before
