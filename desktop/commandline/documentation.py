"""Makes docs/opdrachten.md from the parser, the kinds of rows and the commands themselves.

`python -m desktop.commandline.documentation` writes it anew; a test compares it with the code.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop.commandline.listing import described
from desktop.commandline.words import SOORTEN, parser
from desktop.models.commands import NEWEST
from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.queries import (
    actie_rows,
    afstemming_rows,
    contact_rows,
    day_rows,
    instrument_rows,
    kandidaat_rows,
    medewerker_rows,
    nazorg_rows,
    plaatsing_rows,
    regie_rows,
    signaal_rows,
    vacature_rows,
    veldwijziging_rows,
    werkgever_rows,
)

TARGET = Path(__file__).resolve().parents[2] / "docs" / "opdrachten.md"
GLOBAL = ("--map", "--sleutelbestand", "--nu", "-h")
ROW_OF: Mapping[str, type[Any]] = {
    "werkgever": werkgever_rows.WerkgeverKaart,
    "vestiging": werkgever_rows.VestigingRij,
    "contactpersoon": werkgever_rows.ContactpersoonRij,
    "contactmoment": contact_rows.ContactmomentRij,
    "actie": actie_rows.ActieRij,
    "afspraak": actie_rows.AfspraakRij,
    "regie": regie_rows.RegieRij,
    "overdracht": regie_rows.OverdrachtRij,
    "waarneming": regie_rows.WaarnemingRij,
    "vacature": vacature_rows.VacatureRij,
    "vacature_overdracht": vacature_rows.VacatureOverdrachtRij,
    "werkgeversvraag": vacature_rows.WerkgeversvraagRij,
    "partner": vacature_rows.PartnerRij,
    "voordracht": plaatsing_rows.VoordrachtRij,
    "plaatsing": plaatsing_rows.PlaatsingRij,
    "mijlpaal": plaatsing_rows.MijlpaalRij,
    "onderbreking": plaatsing_rows.OnderbrekingRij,
    "kandidaat": kandidaat_rows.KandidaatKaart,
    "profiel": kandidaat_rows.ProfielRij,
    "kandidaatregie": kandidaat_rows.KandidaatregieRij,
    "kandidaat_overdracht": kandidaat_rows.KandidaatOverdrachtRij,
    "kandidaat_waarneming": kandidaat_rows.KandidaatWaarnemingRij,
    "instrument": instrument_rows.InstrumentRij,
    "instrument_inzet": instrument_rows.InzetRij,
    "instrument_taak": instrument_rows.InstrumentTaakRij,
    "nazorgactie": nazorg_rows.NazorgRij,
    "nazorgregel": nazorg_rows.NazorgregelRij,
    "nazorgvoorstel": nazorg_rows.VoorstelRegel,
    "signaal": signaal_rows.SignaalRij,
    "medewerker": medewerker_rows.MedewerkerRij,
    "code": medewerker_rows.CodeRij,
    "veldwijziging": veldwijziging_rows.VeldwijzigingRij,
    "afstemming": afstemming_rows.AfstemmingRij,
    "wachtrij": afstemming_rows.OpdrachtRij,
    "opdracht": afstemming_rows.OpdrachtRij,
    "lijst": day_rows.LijstRij,
    "ronde": day_rows.RondeRij,
}
# What `toon` adds to the row itself.
ADDED: Mapping[str, tuple[str, ...]] = {
    "afstemming": ("tekst",),
    "wachtrij": ("code", "uitkomst"),
    "opdracht": ("code", "uitkomst"),
    "ronde": ("tekst",),
}
INTRODUCTION = """# De opdrachtregel van Werkregie

Gemaakt uit de code met `python -m desktop.commandline.documentation`; een test vergelijkt de twee.

`werkregie [--map MAP] [--sleutelbestand BESTAND] [--nu ISO] [WOORD …]`. Zonder woord opent het venster.
De drie keuzes mogen voor en na het woord staan en hebben een omgevingsvariabele: `WERKREGIE_MAP`,
`WERKREGIE_SLEUTELBESTAND` en `WERKREGIE_NU`. Vanuit de broncode heet `werkregie` ook `python -m desktop`.

Met `--json` staat op stdout alleen JSON: bij `toon`, `opdrachten`, `centraal laptops` en `doe --bestand`
één object per regel, anders één object. Berichten gaan naar stderr. Alles is UTF-8.

| uitgangscode | betekenis |
|---|---|
| 0 | gedaan; ook `aangevraagd`, en een import of sync waarvan een deel is geweigerd |
| 1 | geweigerd door een regel, een recht of een intrekking, of de invoer klopt niet |
| 2 | verkeerd getypt |
| 3 | de omgeving: geen netwerk, geen sleutelbos, schijf vol, gegevens in gebruik of onleesbaar |
| 130 | gestopt met Ctrl+C |

`doe --bestand` voert elke regel uit en eindigt met 1 als er een of meer geweigerd zijn. `controle` en
`centraal onderhoud` eindigen met 3 als er iets niet klopt. Op een ander venster met dezelfde gegevens wacht
Werkregie 10 seconden.

`doe` antwoordt met `uuid`, `id`, `uitkomst` (toegepast, aangevraagd, aangepast of geweigerd) en `reden`, en
met `waarschuwingen` als die er zijn. Twee keer dezelfde `--uuid` is één keer.
"""


def document() -> str:
    """The whole page."""
    parts = [INTRODUCTION, "## Woorden\n", *_words(parser(), "werkregie")]
    parts += ["## Rijen van `toon` en `export`\n", "\n".join(_rows()), ""]
    parts += ["## Opdrachten van `doe`\n", *_commands()]
    return "\n".join(parts).rstrip() + "\n"


def _words(made: argparse.ArgumentParser, name: str) -> Iterator[str]:
    inner = next((a for a in made._actions if isinstance(a, argparse._SubParsersAction)), None)  # noqa: SLF001
    if inner is None:
        yield _word(made, name)
        return
    for word, below in inner.choices.items():
        yield from _words(below, f"{name} {word}")


def _word(made: argparse.ArgumentParser, name: str) -> str:
    lines = [f"### `{name}`\n", f"{made.description}\n"]
    shown = [action for action in made._actions if not set(action.option_strings) & set(GLOBAL)]  # noqa: SLF001
    if shown:
        lines += ["| keuze | verplicht | uitleg |", "|---|---|---|"]
        lines += [f"| `{_shape(action)}` | {_required(action)} | {_cell(action.help)} |" for action in shown]
    return "\n".join([*lines, ""])


def _shape(action: argparse.Action) -> str:
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    if not metavar and action.choices:
        metavar = "|".join(map(str, action.choices))
    if not action.option_strings:
        return metavar or action.dest
    return " ".join(filter(None, (action.option_strings[0], metavar if action.nargs != 0 else "")))


def _required(action: argparse.Action) -> str:
    if action.option_strings:
        return "ja" if action.required else ""
    return "" if action.nargs == "?" else "ja"


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


def _rows() -> Iterator[str]:
    yield "Wat niet op deze laptop staat, mag je niet zien en is er niet.\n"
    yield "| soort | velden |"
    yield "|---|---|"
    for soort in SOORTEN:
        names = [field.name for field in dataclasses.fields(ROW_OF[soort])]
        names += [name for name in ADDED.get(soort, ()) if name not in names]
        yield f"| `{soort}` | {', '.join(names)} |"


def _commands() -> Iterator[str]:
    for name in sorted(NEWEST):
        data = described(NEWEST[name])
        confirmed = " Geldt pas als het werkcentrum het bevestigt." if data["bevestigd"] else ""
        if name == MaakOngedaan.NAME:
            confirmed = " Wacht op het werkcentrum als dat ook bij het gewone werk zo was, en bij een import."
        yield f"### `{name}` (versie {data['versie']})\n"
        yield f"Voor: {', '.join(data['rollen'])}.{confirmed}\n"
        yield "| veld | verplicht | soort |"
        yield "|---|---|---|"
        required = data["schema"]["required"]
        for field, kind in data["schema"]["properties"].items():
            yield f"| `{field}` | {'ja' if field in required else ''} | {_cell(_kind(kind))} |"
        yield ""


def _kind(kind: Mapping[str, Any]) -> str:
    if "enum" in kind:
        return "een van " + ", ".join(map(str, kind["enum"]))
    match kind.get("type"):
        case "string" if kind.get("format") == "date":
            return "datum, JJJJ-MM-DD"
        case "string" if kind.get("format") == "uuid":
            return "kenmerk (UUID)"
        case "string" if "maxLength" in kind:
            return f"tekst, hooguit {kind['maxLength']} tekens"
        case "string" if "pattern" in kind:
            return f"tekst als `{kind['pattern']}`"
        case "integer":
            return f"getal van {kind['minimum']} tot en met {kind['maximum']}"
        case "boolean":
            return "true of false"
        case "array":
            return f"lijst van hooguit {kind['maxItems']}: {_kind(kind['items'])}"
        case "object":
            return f"object met {', '.join(kind['properties'])}"
        case _:
            return "tekst"


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8", newline="\n")
