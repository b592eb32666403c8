"""Every word with its options. Light: a word's own module is imported when that word runs.

docs/opdrachten.md is made from this parser, so help texts are written for readers.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from desktop import __version__
from desktop.commandline import centre_words
from desktop.commandline.console import Console
from desktop.commandline.dutch_argparse import Parser
from desktop.commandline.options import add_global, moment, path, uuid, whole

Run = Callable[[argparse.Namespace, Console], int]
SOORTEN = (
    "werkgever",
    "vestiging",
    "contactpersoon",
    "contactmoment",
    "actie",
    "afspraak",
    "regie",
    "overdracht",
    "waarneming",
    "vacature",
    "vacature_overdracht",
    "werkgeversvraag",
    "partner",
    "voordracht",
    "plaatsing",
    "mijlpaal",
    "onderbreking",
    "kandidaat",
    "profiel",
    "kandidaatregie",
    "kandidaat_overdracht",
    "kandidaat_waarneming",
    "instrument",
    "instrument_inzet",
    "instrument_taak",
    "nazorgactie",
    "nazorgregel",
    "nazorgvoorstel",
    "signaal",
    "medewerker",
    "code",
    "veldwijziging",
    "afstemming",
    "lijst",
    "wachtrij",
    "opdracht",
    "ronde",
)
EPILOG = (
    "Zonder woord opent het venster. Uitgangscodes: 0 gedaan, 1 geweigerd, 2 verkeerd getypt, 3 de omgeving."
)


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="werkregie", description="Werkregie: één werkgever, één regie.", epilog=EPILOG, add_help=True
    )
    top.add_argument("--versie", action="version", version=f"Werkregie {__version__}", help="toon de versie")
    add_global(top)
    top.set_defaults(run=_window, profiel=True)
    words = top.add_subparsers(title="woorden", metavar="WOORD")
    for add in (_demo, _aanmelden, _sync, _doe, _toon, _import, _overzicht, _export, _controle, _opdrachten):
        add(words)
    centre_words.add(words)
    return top


def _word(words: Any, name: str, text: str, run: Run, *, profile: bool = True) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = words.add_parser(name, help=text, description=_described(text))
    add_global(made, nested=True)
    made.set_defaults(run=run, profiel=profile)
    return made


def _described(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _json(made: argparse.ArgumentParser, text: str = "antwoord met één JSON-object") -> None:
    made.add_argument("--json", action="store_true", help=text)


def _window(arguments: argparse.Namespace, console: Console) -> int:
    from desktop.commandline import window

    return window.run(arguments, console)


def _demo(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline.demo import running

        return running.run(arguments, console)

    made = _word(
        words, "demo", "een oefenregio met een eigen database, werkcentrum en laptops", run, profile=False
    )
    made.add_argument(
        "--headless", action="store_true", help="speel het verhaal zonder scherm en controleer elke stap"
    )
    made.add_argument("--opnieuw", action="store_true", help="begin met een nieuwe oefenregio")


def _aanmelden(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import enrolling

        return enrolling.run(arguments, console)

    made = _word(words, "aanmelden", "meld deze laptop aan bij het werkcentrum", run)
    made.add_argument("url", metavar="URL", help="het adres van het werkcentrum")
    made.add_argument("code", metavar="CODE", help="de code van je uitnodiging")
    _json(made)


def _sync(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import syncing

        return syncing.run(arguments, console)

    made = _word(words, "sync", "verzend wat wacht en haal op wat nieuw is", run)
    made.add_argument(
        "--verwijderen",
        choices=("ja", "nee"),
        help="antwoord als het werkcentrum veel gegevens tegelijk van deze laptop wil halen",
    )
    _json(made)


def _doe(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import doing

        return doing.run(arguments, console)

    made = _word(words, "doe", "voer een opdracht uit als de aangemelde medewerker", run)
    made.add_argument("naam", metavar="NAAM", nargs="?", help="de opdracht, zoals contact.leg_vast")
    made.add_argument(
        "argumenten", metavar="JSON", nargs="?", help="de gegevens als JSON-object, of - voor stdin"
    )
    made.add_argument("--bestand", metavar="F.jsonl", help="veel opdrachten, één per regel, of - voor stdin")
    made.add_argument("--tijd", type=moment, metavar="ISO", help="wanneer het gebeurde")
    made.add_argument(
        "--uuid", type=uuid, metavar="UUID", help="het kenmerk van de opdracht: twee keer is één keer"
    )
    _json(made, "antwoord met JSON: één object, of bij --bestand één object per regel")


def _toon(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import showing

        return showing.run(arguments, console)

    made = _word(words, "toon", "toon de rijen die je mag zien", run)
    made.add_argument("soort", metavar="SOORT", choices=SOORTEN, help=f"een van: {', '.join(SOORTEN)}")
    _choice_of_rows(made)
    made.add_argument("--limiet", type=whole, metavar="N", help="hooguit zoveel rijen")
    _json(made, "één JSON-object per regel")


def _choice_of_rows(made: argparse.ArgumentParser) -> None:
    made.add_argument("--id", metavar="ID", help="alleen de rij met dit kenmerk")
    made.add_argument(
        "--werkgever", metavar="ID", help="alleen wat bij deze werkgever hoort (kenmerk of KvK-nummer)"
    )
    made.add_argument("--zoek", metavar="TEKST", help="alleen rijen waarin deze woorden voorkomen")
    made.add_argument("--lijst", metavar="LIJST", help="bij code: welke lijst")


def _import(words: Any) -> None:
    made = words.add_parser(
        "import", help="lees een bestand in, of draai dat terug", description="Lees een bestand in."
    )
    inner = made.add_subparsers(title="woorden", metavar="WOORD", required=True)
    _import_werkgevers(inner)
    _import_vacatures(inner)
    _import_beroepen(inner)
    _import_ongedaan(inner)


def _import_werkgevers(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import importing

        return importing.run(arguments, console)

    made = _word(words, "werkgevers", "lees werkgevers in uit een csv- of Excel-bestand", run)
    made.add_argument("bestand", metavar="BESTAND", type=path, help="een .csv of .xlsx")
    made.add_argument(
        "--kolommen", metavar="naam=…,kvk=…", help="welke kolom wat is: een titel of een nummer vanaf 1"
    )
    made.add_argument("--blad", metavar="BLAD", help="welk blad van een Excel-bestand")
    made.add_argument("--proef", action="store_true", help="kijk wat er zou gebeuren, en doe het niet")
    made.add_argument(
        "--foutmap", metavar="MAP", type=path, help="waar geweigerde rijen komen (anders in de profielmap)"
    )
    _json(made)


def _import_vacatures(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import importing_vacatures

        return importing_vacatures.run(arguments, console)

    made = _word(words, "vacatures", "lees vacatures in uit een JSON-bestand van VUM", run)
    made.add_argument("bestand", metavar="BESTAND", type=path, help="een .json met vacatures")
    made.add_argument(
        "--werkgever", metavar="ID", help="alle vacatures zijn van deze werkgever (kenmerk of KvK-nummer)"
    )
    made.add_argument("--proef", action="store_true", help="kijk wat er zou gebeuren, en doe het niet")
    _json(made)


def _import_beroepen(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import importing_vacatures

        return importing_vacatures.run_beroepen(arguments, console)

    made = _word(words, "beroepen", "lees de lijst van beroepen in, bij vacatures om uit te kiezen", run)
    made.add_argument("bestand", metavar="BESTAND", type=path, help="een .csv of .xlsx met code en naam")
    made.add_argument("--proef", action="store_true", help="kijk wat er zou gebeuren, en doe het niet")
    made.add_argument(
        "--ook-veel-weg",
        action="store_true",
        help="laat ook vervallen als veel beroepen niet in het bestand staan",
    )
    _json(made)


def _import_ongedaan(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import importing

        return importing.run_undo(arguments, console)

    made = _word(words, "ongedaan", "draai een hele import terug", run)
    made.add_argument("batch", metavar="BATCH", help="het nummer dat de import teruggaf")
    _json(made)


def _overzicht(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import printing

        return printing.run(arguments, console)

    made = _word(words, "overzicht", "druk het werkgeversoverzicht af als PDF", run)
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--werkgever", metavar="KVK", help="één werkgever, met KvK-nummer of kenmerk")
    which.add_argument("--accountmanager", metavar="ID", help="alle werkgevers van één accountmanager")
    which.add_argument("--alle", action="store_true", help="alle werkgevers")
    made.add_argument("--voor", choices=("intern", "werkgever"), default="intern", help="voor wie het is")
    made.add_argument("--uit", metavar="F.pdf", type=path, required=True, help="waar het komt")
    _json(made)


def _export(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import exporting

        return exporting.run(arguments, console)

    made = _word(words, "export", "schrijf rijen naar csv, Excel of JSON", run)
    made.add_argument("soort", metavar="SOORT", choices=SOORTEN, help=f"een van: {', '.join(SOORTEN)}")
    _choice_of_rows(made)
    made.add_argument("--uit", metavar="F.(csv|xlsx|json)", type=path, required=True, help="waar het komt")
    made.add_argument(
        "--vum", action="store_true", help="bij vacature: als JSON in het uitwisselformaat van VUM"
    )
    _json(made)


def _controle(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import checking

        return checking.run(arguments, console)

    made = _word(words, "controle", "kijk na of de gegevens op deze laptop kloppen", run)
    made.add_argument("--centrum", action="store_true", help="vergelijk ook met het werkcentrum")
    _json(made)


def _opdrachten(words: Any) -> None:
    def run(arguments: argparse.Namespace, console: Console) -> int:
        from desktop.commandline import listing

        return listing.run(arguments, console)

    made = _word(words, "opdrachten", "toon elke opdracht met haar gegevens", run, profile=False)
    _json(made, "één JSON-object per regel, met het JSON-schema")
