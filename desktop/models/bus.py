"""From command to handler: one explicit table, one right, one outcome. The caller owns the transaction.

Both ends go through `execute`; what is particular to one end (outbox, ledger) wraps it and never sits in
a handler. `entry_check` is asked only where a person types: later the same facts are never a reason to
refuse (R4).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.models import fields
from desktop.models.commands import (
    NEWEST,
    actie,
    afstemming,
    beroepenlijst,
    contact,
    instrument,
    kandidaat,
    kandidaatregie,
    lijst,
    nazorg,
    ongedaan,
    partner,
    plaatsing,
    quarantaine,
    regie,
    signaal,
    vacature,
    voordracht,
    werkfit,
    werkgever,
    werkgeversvraag,
)
from desktop.models.commands.base import Command
from desktop.models.commands.versions import newest_arguments
from desktop.models.context import Context
from desktop.models.errors import Weigering
from desktop.models.handlers import actie as actie_handlers
from desktop.models.handlers import afstemming as afstemming_handlers
from desktop.models.handlers import beroepenlijst as beroepenlijst_handlers
from desktop.models.handlers import contact as contact_handlers
from desktop.models.handlers import contactpersoon as contactpersoon_handlers
from desktop.models.handlers import (
    contactverzoek,
    importing,
    inzet,
    kandidaat_waarneming,
    nazorg_talk,
    nazorgregel,
    overdracht,
    vacature_import,
    waarneming,
    waiting_questions,
)
from desktop.models.handlers import instrument as instrument_handlers
from desktop.models.handlers import kandidaat as kandidaat_handlers
from desktop.models.handlers import kandidaatregie as kandidaatregie_handlers
from desktop.models.handlers import lijst as lijst_handlers
from desktop.models.handlers import mijlpaal as mijlpaal_handlers
from desktop.models.handlers import nazorg as nazorg_handlers
from desktop.models.handlers import onderbreking as onderbreking_handlers
from desktop.models.handlers import ongedaan as ongedaan_handlers
from desktop.models.handlers import partner as partner_handlers
from desktop.models.handlers import plaatsing as plaatsing_handlers
from desktop.models.handlers import quarantaine as quarantaine_handlers
from desktop.models.handlers import regie as regie_handlers
from desktop.models.handlers import signaal as signaal_handlers
from desktop.models.handlers import vacature as vacature_handlers
from desktop.models.handlers import vestiging as vestiging_handlers
from desktop.models.handlers import voordracht as voordracht_handlers
from desktop.models.handlers import werkfit as werkfit_handlers
from desktop.models.handlers import werkgever as werkgever_handlers
from desktop.models.handlers import werkgeversvraag as vraag_handlers
from desktop.models.outcome import Outcome
from desktop.models.rights import require_may_do
from desktop.models.work import Work

HANDLERS: Mapping[type[Command], Callable[[Work, Any], Outcome]] = {
    werkgever.RegistreerWerkgever: werkgever_handlers.register,
    werkgever.WijzigWerkgever: werkgever_handlers.change,
    werkgever.VoegWerkgeversSamen: werkgever_handlers.merge,
    werkgever.RegistreerVestiging: vestiging_handlers.register,
    werkgever.WijzigVestiging: vestiging_handlers.change,
    werkgever.RegistreerContactpersoon: contactpersoon_handlers.register,
    werkgever.WijzigContactpersoon: contactpersoon_handlers.change,
    werkgever.ImporteerWerkgevers: importing.bring_in,
    ongedaan.MaakOngedaan: ongedaan_handlers.undo,
    regie.NeemRegie: regie_handlers.take,
    regie.WijsRegieToe: regie_handlers.assign,
    regie.MeldBenadering: regie_handlers.announce,
    regie.StelOverdrachtVoor: overdracht.offer,
    regie.AanvaardOverdracht: overdracht.accept,
    regie.WeigerOverdracht: overdracht.decline,
    regie.TrekOverdrachtIn: overdracht.withdraw,
    regie.MeldKennismaking: overdracht.introduce,
    regie.RondOverdrachtAf: overdracht.complete,
    regie.StelWaarnemingIn: waarneming.start,
    regie.BeeindigWaarneming: waarneming.end,
    contact.LegContactVast: contact_handlers.log,
    contact.WijzigContact: contact_handlers.change,
    contact.ZetContactVast: contact_handlers.pin,
    actie.MaakActie: actie_handlers.make,
    actie.RondActieAf: actie_handlers.finish,
    actie.VerzetActie: actie_handlers.postpone,
    actie.DoeContactverzoek: contactverzoek.ask,
    actie.BeantwoordContactverzoek: contactverzoek.answer,
    actie.MaakAfspraak: actie_handlers.agree,
    actie.BeeindigAfspraak: actie_handlers.end,
    afstemming.KiesAfstemming: afstemming_handlers.choose,
    afstemming.MeldWachtend: waiting_questions.report,
    quarantaine.GeefVrij: lambda work, command: quarantaine_handlers.release(work, command, _run_as_own),
    lijst.BewaarLijst: lijst_handlers.keep,
    lijst.VerwijderLijst: lijst_handlers.remove,
    partner.RegistreerPartner: partner_handlers.register,
    partner.WijzigPartner: partner_handlers.change,
    werkgeversvraag.RegistreerWerkgeversvraag: vraag_handlers.register,
    werkgeversvraag.WijzigWerkgeversvraag: vraag_handlers.change,
    werkgeversvraag.BeantwoordWerkgeversvraag: vraag_handlers.answer,
    werkgeversvraag.VerwijsWerkgeversvraagDoor: vraag_handlers.refer,
    vacature.RegistreerVacature: vacature_handlers.register,
    vacature.WijzigVacature: vacature_handlers.change,
    vacature.DraagVacatureOver: vacature_handlers.hand_over,
    vacature.NeemVacatureTerug: vacature_handlers.take_back,
    vacature.TrekVacatureIn: vacature_handlers.withdraw,
    vacature.VerloopVacature: vacature_handlers.expire,
    vacature.ImporteerVacatures: vacature_import.bring_in,
    beroepenlijst.ImporteerBeroepen: beroepenlijst_handlers.bring_in,
    voordracht.DoeVoordracht: voordracht_handlers.make,
    voordracht.WerkVoordrachtBij: voordracht_handlers.update,
    plaatsing.RegistreerPlaatsing: plaatsing_handlers.register,
    plaatsing.WijzigPlaatsing: plaatsing_handlers.change,
    plaatsing.BeeindigPlaatsing: plaatsing_handlers.end,
    plaatsing.LaatPlaatsingVervallen: plaatsing_handlers.void,
    plaatsing.MeldOnderbreking: onderbreking_handlers.report,
    plaatsing.BeeindigOnderbreking: onderbreking_handlers.end,
    plaatsing.BevestigMijlpaal: mijlpaal_handlers.confirm,
    kandidaat.RegistreerKandidaat: kandidaat_handlers.register,
    kandidaat.WijzigKandidaat: kandidaat_handlers.change,
    kandidaat.SluitKandidaatAf: kandidaat_handlers.close,
    kandidaat.HeropenKandidaat: kandidaat_handlers.reopen,
    kandidaat.StelDoelgroepVast: kandidaat_handlers.set_doelgroep,
    kandidaat.GeefToestemming: kandidaat_handlers.consent,
    kandidaat.TrekToestemmingIn: kandidaat_handlers.withdraw_consent,
    kandidaatregie.DraagKandidaatOver: kandidaatregie_handlers.offer,
    kandidaatregie.AanvaardKandidaatoverdracht: kandidaatregie_handlers.accept,
    kandidaatregie.WeigerKandidaatoverdracht: kandidaatregie_handlers.decline,
    kandidaatregie.TrekKandidaatoverdrachtIn: kandidaatregie_handlers.withdraw,
    kandidaatregie.WijsKandidaatToe: kandidaatregie_handlers.assign,
    kandidaatregie.StelKandidaatwaarnemingIn: kandidaat_waarneming.start,
    kandidaatregie.BeeindigKandidaatwaarneming: kandidaat_waarneming.end,
    werkfit.BeoordeelWerkfit: werkfit_handlers.judge,
    werkfit.WijzigWerkfitlijst: werkfit_handlers.change_lists,
    instrument.LegInstrumentVast: instrument_handlers.record,
    instrument.ZetInstrumentIn: inzet.use,
    instrument.WerkInzetBij: inzet.update,
    instrument.RondTaakAf: inzet.finish_task,
    nazorg.StelNazorgregelVast: nazorgregel.settle,
    nazorg.PlanNazorg: nazorg_handlers.plan,
    nazorg.VoegNazorgToe: nazorg_handlers.add,
    nazorg.VerzetNazorg: nazorg_handlers.postpone,
    nazorg.MeldPoging: nazorg_talk.attempt,
    nazorg.RondNazorgAf: nazorg_talk.finish,
    nazorg.LaatNazorgVervallen: nazorg_handlers.drop,
    signaal.MeldSignaal: signaal_handlers.raise_signal,
    signaal.BeantwoordSignaal: signaal_handlers.answer,
}


def read_command(naam: str, versie: int, argumenten: Mapping[str, Any]) -> Command:
    """A checked command from a name and plain arguments, also those of an older version."""
    cls = NEWEST.get(naam)
    if cls is None or not 1 <= versie <= cls.VERSION:
        raise Weigering("opdracht_onbekend", naam=naam, versie=versie)
    return fields.build(cls, newest_arguments(naam, versie, argumenten))


def execute(work: Work, command: Command, context: Context) -> Outcome:
    """Runs one command inside the caller's transaction; raises `Weigering` when right or rule says no."""
    work.begin(context)
    require_may_do(context.actor, command.NAME)
    return HANDLERS[type(command)](work, command)


def _run_as_own(work: Work, naam: str, versie: int, argumenten: Mapping[str, Any]) -> Outcome:
    """What a colleague left behind, as a command of the actor and with the rights of the actor."""
    command = read_command(naam, versie, argumenten)
    require_may_do(work.context.actor, command.NAME)
    return HANDLERS[type(command)](work, command)
