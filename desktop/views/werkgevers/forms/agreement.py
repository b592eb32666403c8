"""An afspraak with the werkgever: made, or ended on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from desktop import dutch
from desktop.models.commands.actie import BeeindigAfspraak, MaakAfspraak
from desktop.models.queries.actie_rows import AfspraakRij
from desktop.models.queries.day_rows import Dossier
from desktop.views.forms import reading
from desktop.views.forms.field_form import FieldForm
from desktop.views.forms.inputs import CHOICE, DAY, NOTE, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers.forms import texts as words

ADD, END = "afspraak.maak", "afspraak.beeindig"
NEW_LINES = (
    (
        FieldSpec(
            "soort",
            words.AGREEMENT_KIND,
            CHOICE,
            lijst="afspraak_soort",
            placeholder=words.CHOOSE_AGREEMENT_KIND,
            required=True,
        ),
    ),
    (FieldSpec("inhoud", words.CONTENT, NOTE, required=True),),
    (FieldSpec("van", words.STARTS, DAY), FieldSpec("tot", words.ENDS, DAY)),
)
END_LINES = (
    (FieldSpec("tot", words.ENDED_ON, DAY, required=True),),
    (FieldSpec("reden", words.EXPLANATION, limit=200),),
)


class NewAgreement(FieldForm):
    """What is agreed, from when and until when."""

    def __init__(self, shell: Shell, dossier: Dossier, new_id: Callable[[], str]) -> None:
        card = dossier.werkgever
        self._id = new_id()
        kind = FormKind(words.NEW_AGREEMENT, card.naam, "afspraak", card.id, words.ADDED_AGREEMENT, card.id)
        super().__init__(shell, kind, NEW_LINES)
        self.set_before({"van": dutch.weekday_date(self.today)})

    def errors(self) -> dict[str, str]:
        arguments, wrong = self.plain()
        wrong = reading.missing(self.specs, self.typed()) | wrong
        start, end = str(arguments.get("van", self.today.isoformat())), arguments.get("tot")
        if isinstance(end, str) and end < start:
            wrong["tot"] = words.starts_before(date.fromisoformat(start))
        return reading.refused(MaakAfspraak, arguments | {"werkgever_id": self.werkgever_id}) | wrong

    def requests(self) -> Sequence[Request]:
        arguments, _ = self.plain()
        return [Request(ADD, arguments | {"id": self._id, "werkgever_id": self.werkgever_id})]


class EndAgreement(FieldForm):
    """The last day of an afspraak, and why."""

    def __init__(self, shell: Shell, dossier: Dossier, agreement: AfspraakRij) -> None:
        self._agreement = agreement
        kind = FormKind(
            words.END_AGREEMENT,
            agreement.inhoud,
            "afspraak_beeindigen",
            agreement.id,
            words.ENDED_AGREEMENT,
            dossier.werkgever.id,
        )
        super().__init__(shell, kind, END_LINES)
        self.set_before({"tot": dutch.weekday_date(self.today)})

    def errors(self) -> dict[str, str]:
        arguments, wrong = self.plain()
        wrong = reading.missing(self.specs, self.typed()) | wrong
        end = arguments.get("tot")
        if isinstance(end, str) and end < self._agreement.van.isoformat():
            wrong["tot"] = words.starts_before(self._agreement.van)
        return reading.refused(BeeindigAfspraak, arguments | {"afspraak_id": self._agreement.id}) | wrong

    def requests(self) -> Sequence[Request]:
        arguments, _ = self.plain()
        return [Request(END, arguments | {"afspraak_id": self._agreement.id})]
