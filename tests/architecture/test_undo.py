"""Every command can be taken back, or is in a list here with the reason why not (R11)."""

from __future__ import annotations

from desktop.models.commands import NEWEST
from desktop.models.commands.ongedaan import UNDOABLE

_ANSWERED = "whoever was answered read it and may have acted on it; it can be offered or asked again"
_OVER = "it can be arranged again; what came back to somebody meanwhile is that person's"
_CENTRE = "only the centre gives it, when a day has come"
CANNOT = {
    "ongedaan.maak": "an undo is not undone: do again what was taken back",
    "werkgever.importeer": "one part of a file: the import is taken back whole, by its batch",
    "vacature.importeer": "one part of a file: the import is taken back whole, by its batch",
    "beroepenlijst.importeer": "loading the list of before brings it back",
    "quarantaine.geef_vrij": "what came of it is taken back as any other command; what was left out is gone",
    "afstemming.meld_wachtend": _CENTRE,
    "vacature.verloop": _CENTRE,
    "contactverzoek.beantwoord": _ANSWERED,
    "regie.weiger_overdracht": _ANSWERED,
    "regie.trek_overdracht_in": _ANSWERED,
    "regie.meld_kennismaking": "that two people met is a fact",
    "regie.rond_overdracht_af": "what was open went along and is worked on",
    "regie.beeindig_waarneming": _OVER,
    "kandidaat.weiger_overdracht": _ANSWERED,
    "kandidaat.trek_overdracht_in": _ANSWERED,
    "kandidaat.beeindig_waarneming": _OVER,
    "werkfit.wijzig_lijst": "settling the words of before brings the same values back",
    "werkfit.beoordeel": "what was thought of a person before is not kept: judge again",
}


def test_every_command_can_be_taken_back_or_says_why_not() -> None:
    assert set(NEWEST) - set(UNDOABLE) == set(CANNOT)
    assert all(len(reason) > 20 for reason in CANNOT.values())
