"""The screen Profielen: what is pressed in it."""

from __future__ import annotations

from functools import partial

from desktop.models.queries.laptop_rows import Concept
from desktop.models.rules.werkfit import ACCOUNTMANAGER_SIDE
from desktop.views.forms.panel import FormKind
from desktop.views.kandidaten.regie_forms import WerkfitForm, stands_of
from desktop.views.kandidaten.werkfit import answers_of
from desktop.views.profielen import sheet, texts
from desktop.views.profielen.sheet import ProfileShown
from desktop.views.profielen.subject import Profiles
from desktop.views.shell import Shell
from desktop.views.subject.page import SubjectPage

WERKFIT = "profiel_werkfit"


class ProfilesPage(SubjectPage):
    """Everyone searches here; an accountmanager judges."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, Profiles(shell.backend))
        self.detail.lost.connect(self.show_nothing)

    def press(self, key: str, about: str) -> None:
        shown = self.detail.found
        if key == sheet.JUDGE and isinstance(shown, ProfileShown):
            self.desk.open(WERKFIT, shown.row.id, partial(judge, self.shell, shown))

    def resume(self, draft: Concept) -> None:
        """The judgement that was half done."""
        self.open_row(draft.onderwerp_id)
        read = partial(self.subject.read_one, draft.onderwerp_id)
        self._operations.query(read, self, partial(self._resume_at, draft))

    def _resume_at(self, draft: Concept, shown: ProfileShown) -> None:
        self.desk.resume(draft, partial(judge, self.shell, shown))


def judge(shell: Shell, shown: ProfileShown) -> WerkfitForm:
    """With what this side found the last time."""
    row = shown.row
    kind = FormKind(texts.JUDGE, sheet.name_of(row), WERKFIT, row.id, texts.JUDGED)
    mine = next((one.waarde for one in row.oordelen if one.kant == ACCOUNTMANAGER_SIDE), None)
    stands = stands_of(mine, answers_of(row, ACCOUNTMANAGER_SIDE))
    return WerkfitForm(shell, kind, {"profiel_id": row.id}, shown.werkfit, stands)
