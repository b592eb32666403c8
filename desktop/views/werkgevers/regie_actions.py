"""What the links about the regie do: a command at once, or a form first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.models.queries.day_rows import Dossier
from desktop.views import texts_sync
from desktop.views.forms.desk import Make
from desktop.views.operations import Batch, Request
from desktop.views.shell import Shell
from desktop.views.werkgevers import regie_choices as choices
from desktop.views.werkgevers import texts_header as words
from desktop.views.werkgevers.dossier_desk import DossierDesk
from desktop.views.werkgevers.forms import regie as forms

# Commands that need nothing more than a press, with what is said afterwards.
_AT_ONCE = {
    choices.ASK.key: texts_sync.REGIE_ASKED,
    choices.ACCEPT.key: words.ACCEPTED,
    choices.WITHDRAW.key: words.WITHDRAWN,
    choices.COMPLETE.key: words.COMPLETED,
    choices.END_STAND_IN.key: words.STAND_IN_ENDED,
}


class RegieActions(QObject):
    """One per page; `do` takes the key of a link."""

    def __init__(self, shell: Shell, desk: DossierDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._desk = shell, desk
        self._said = ""

    def do(self, key: str, dossier: Dossier) -> None:
        if key in _AT_ONCE:
            self._at_once(key, dossier)
        else:
            self._form(key, dossier)

    def _at_once(self, key: str, dossier: Dossier) -> None:
        self._said = _AT_ONCE[key]
        request = Request(key, _about(key, dossier))
        self._shell.operations.commands([request], self, self._done)

    def _done(self, batch: Batch) -> None:
        if batch.error is not None:
            self._shell.messages.failed(batch.error)
        else:
            self._shell.undo.did(self._said, batch.outcomes)

    def _form(self, key: str, dossier: Dossier) -> None:
        shell, new_id = self._shell, self._shell.new_id
        transfer = dossier.overdracht
        about = dossier.werkgever.id
        make: Make
        match key:
            case choices.TRANSFER.key:
                make = partial(forms.TransferForm, shell, dossier, new_id)
            case choices.ASSIGN.key:
                make = partial(forms.AssignForm, shell, dossier)
            case choices.STAND_IN.key:
                make = partial(forms.StandInForm, shell, dossier, new_id)
            case choices.DECLINE.key if transfer is not None:
                make, about = partial(forms.DeclineForm, shell, dossier, transfer), transfer.id
            case choices.INTRODUCE.key if transfer is not None:
                make, about = partial(forms.IntroduceForm, shell, dossier, transfer), transfer.id
            case _:
                return
        self._desk.open(key.replace(".", "_"), about, make)


def _about(key: str, dossier: Dossier) -> dict[str, object]:
    if key == choices.ASK.key:
        return {"werkgever_id": dossier.werkgever.id}
    if key == choices.END_STAND_IN.key:
        return {"waarneming_id": dossier.waarneming.id if dossier.waarneming else ""}
    return {"overdracht_id": dossier.overdracht.id if dossier.overdracht else ""}
