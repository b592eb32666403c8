"""A command in the words of the form, as one line. Pure: a name and arguments in, words out."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.views import texts, texts_commands, texts_sync


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def in_words(
    naam: str, argumenten: Mapping[str, object], werkgever: str | None, onderwerp: str | None = None
) -> str:
    """Bezoek bij Bakkerij De Lindehof B.V.; what is not known reads as dots."""
    known = _Known({name: str(value) for name, value in argumenten.items()})
    known["werkgever"] = werkgever or texts.AN_EMPLOYER
    known["onderwerp"] = onderwerp or ""
    kind = texts.KINDS.get(str(argumenten.get("kanaal")))
    if naam == "contact.leg_vast" and kind:
        return texts_sync.kind_at(kind, known["werkgever"])
    if naam == "ongedaan.maak" and argumenten.get("batch"):
        return texts_commands.IMPORT_BACK
    about = texts_commands.ABOUT.get(naam) if onderwerp else None
    return (about or texts_commands.PLAIN.get(naam, naam)).format_map(known)
