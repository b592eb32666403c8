"""Texts of the popovers above the status bar: waiting list, log of rounds, what is on this laptop."""

from __future__ import annotations

from datetime import date, datetime

from desktop import dutch
from desktop.models.queries.day_rows import RondeRij
from desktop.views import dates

# waiting list
LOG = "Logboek"
TO_RECONCILE = "Naar Afstemming"
REFUSED_KEPT = "Je tekst is bewaard."

# log of rounds
LOG_TITLE = "Logboek van verzenden en ophalen"
LOG_LIST = "Rondes"
ONLY_FAILURES = "Alleen fouten"
NO_ROUNDS = "Er is nog niet verzonden of opgehaald."
NO_FAILURES = "Er ging niets mis."
FAILED = "Niet gelukt"
NOTHING_NEW = "Niets nieuws"
ROUND = "Verzonden en opgehaald"

# on this laptop
LAPTOP_TITLE = "Op deze laptop"
LAPTOP_NAME = "Wat er op deze laptop staat"
CLOSE = "Sluiten"
LAPTOP_SHORT = "Alles staat versleuteld op deze laptop."
SEE_ALL = "Alles bekijken"
ENCRYPTED = (
    "Alles staat versleuteld op de schijf (AES, 256 bits). De sleutel staat ergens anders dan de gegevens. "
    "Zonder de sleutel is het bestand niet te lezen."
)
WITHDRAWN = "Trekt de beheerder je toegang in? Dan wordt alles hier gewist bij de volgende verbinding."
KINDS = {
    "werkgever": ("werkgever", "werkgevers"),
    "vestiging": ("vestiging", "vestigingen"),
    "contactpersoon": ("contactpersoon", "contactpersonen"),
    "contactmoment": ("contact", "contacten"),
    "contactnotitie": ("notitie", "notities"),
    "actie": ("actie", "acties"),
    "afspraak": ("afspraak", "afspraken"),
    "regie": ("regie", "regies"),
    "overdracht": ("overdracht", "overdrachten"),
    "waarneming": ("waarneming", "waarnemingen"),
    "reservering": ("gemelde benadering", "gemelde benaderingen"),
    "betrokkenheid": ("betrokkenheid", "betrokkenheden"),
    "veldwijziging": ("wijziging", "wijzigingen"),
    "afstemming": ("bericht in Afstemming", "berichten in Afstemming"),
    "bewaarde_lijst": ("bewaarde lijst", "bewaarde lijsten"),
    "kandidaat": ("kandidaat", "kandidaten"),
    "kandidaat_doelgroep": ("doelgroep", "doelgroepen"),
    "kandidaatregie": ("regie op een kandidaat", "regies op kandidaten"),
    "kandidaat_overdracht": ("overdracht van een kandidaat", "overdrachten van kandidaten"),
    "kandidaat_waarneming": ("waarneming voor kandidaten", "waarnemingen voor kandidaten"),
    "profiel": ("profiel", "profielen"),
    "werkfitoordeel": ("oordeel over werkfit", "oordelen over werkfit"),
    "medewerker": ("collega", "collega’s"),
    "codewaarde": ("keuze in een lijst", "keuzes in lijsten"),
    "voordracht": ("voordracht", "voordrachten"),
    "voordracht_persoon": ("kandidaat van een voordracht", "kandidaten van voordrachten"),
    "plaatsing": ("plaatsing", "plaatsingen"),
    "plaatsing_persoon": ("kandidaat van een plaatsing", "kandidaten van plaatsingen"),
    "mijlpaal": ("mijlpaal", "mijlpalen"),
    "instrument": ("instrument in de gids", "instrumenten in de gids"),
    "instrument_inzet": ("ingezet instrument", "ingezette instrumenten"),
    "instrument_taak": ("taak bij een instrument", "taken bij instrumenten"),
    "nazorgregel": ("regel voor nazorg", "regels voor nazorg"),
    "nazorgactie": ("nazorg", "nazorg"),
    "nazorg_persoon": ("nazorg van een kandidaat", "nazorg van kandidaten"),
    "signaal": ("signaal", "signalen"),
    "onderbreking": ("onderbreking", "onderbrekingen"),
    "concept": ("concept", "concepten"),
    "partner": ("partner", "partners"),
    "werkgeversvraag": ("vraag van een werkgever", "vragen van werkgevers"),
    "vacature": ("vacature", "vacatures"),
    "vacature_dossier": ("dossier van een vacature", "dossiers van vacatures"),
    "vacature_overdracht": ("overdracht van een vacature", "overdrachten van vacatures"),
}


def kind(soort: str, count: int) -> str:
    one, many = KINDS.get(soort, (soort, soort))
    words = one if count == 1 else many
    return words[:1].upper() + words[1:]


def size(count: int) -> str:
    """12 MB; of less than one the kilobytes."""
    return f"{dutch.number(round(count / 1_000_000))} MB" if count >= 1_000_000 else f"{count // 1000} kB"


def since_oldest(count: int, oldest: datetime | None, today: date) -> str:
    words = dutch.number(count)
    return f"{words}, de oudste van {dates.moment_words(oldest, today)}" if count and oldest else words


def round_title(row: RondeRij) -> str:
    done = ROUND if row.verzonden or row.ontvangen else NOTHING_NEW
    title = FAILED if row.fout is not None else done
    return f"{title}, {dutch.number(row.keren)} keer" if row.keren > 1 else title


def round_when(row: RondeRij, today: date) -> str:
    """10:42; of rounds that are one line from the first to the last: 08:52 tot 10:42"""
    ended = dates.moment_words(row.geeindigd_op, today)
    if row.keren == 1:
        return ended
    same_day = dates.local_day(row.begonnen_op) == dates.local_day(row.geeindigd_op)
    begun = dates.moment_words(row.begonnen_op, today)
    return f"{begun} tot {dutch.clock_time(row.geeindigd_op) if same_day else ended}"


def round_detail(row: RondeRij) -> str:
    """3 verzonden, 1 niet aangenomen, 12 rijen opgehaald"""
    parts = [f"{dutch.number(row.verzonden)} verzonden"] if row.verzonden else []
    parts += [f"{dutch.number(row.aangepast)} aangepast"] if row.aangepast else []
    parts += [f"{dutch.number(row.geweigerd)} niet aangenomen"] if row.geweigerd else []
    parts += [f"{dutch.count(row.ontvangen, 'rij', 'rijen')} opgehaald"] if row.ontvangen else []
    return ", ".join(parts)
