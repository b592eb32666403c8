"""A contactpersoon: a new one, or what changed about one, also that they left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop import dutch
from desktop.models.commands.werkgever import RegistreerContactpersoon, WijzigContactpersoon
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import ContactpersoonRij
from desktop.views import texts
from desktop.views.forms import reading
from desktop.views.forms import texts as form_words
from desktop.views.forms.field_form import FieldForm, Typed
from desktop.views.forms.inputs import CHECK, CHOICE, DAY, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers.dossier_facts import place_name
from desktop.views.werkgevers.forms import texts as words
from desktop.views.werkgevers.forms.employer import day_words
from desktop.views.werkgevers.forms.standing import LookAt
from desktop.views.widgets.buttons import Button, Look

ADD, CHANGE = "contactpersoon.registreer", "contactpersoon.wijzig"
KINDS = tuple(texts.KINDS.items())
_NAME = (FieldSpec("naam", words.NAME, required=True, limit=70),)
_JOB = (
    FieldSpec("functie", words.FUNCTION, limit=70),
    FieldSpec("rol", words.ROLE, CHOICE, lijst="rol_contactpersoon"),
)
_REACH = (
    FieldSpec("telefoon", words.PHONE),
    FieldSpec("voorkeurskanaal", words.PREFERS, CHOICE, options=KINDS),
)
_MAIL = (FieldSpec("email", words.EMAIL),)
_SECOND = (FieldSpec("telefoon_2", words.SECOND_PHONE),)
_FROM = FieldSpec("van", words.FROM_DAY, DAY)
_UNTIL = (FieldSpec("tot", words.UNTIL_DAY, DAY),)
_NOT = (FieldSpec("niet_benaderen", words.DO_NOT_APPROACH, CHECK),)


class NewPerson(FieldForm):
    """Someone who works here and is not known yet."""

    def __init__(self, shell: Shell, dossier: Dossier, new_id: Callable[[], str]) -> None:
        card = dossier.werkgever
        self._id = new_id()
        places = tuple((place.id, place_name(place)) for place in dossier.vestigingen)
        place = FieldSpec("vestiging_id", words.PLACE, CHOICE, options=places)
        last = ((place, _FROM),) if len(places) > 1 else ((_FROM,),)
        kind = FormKind(words.NEW_PERSON, card.naam, "contactpersoon", card.id, words.ADDED_PERSON, card.id)
        super().__init__(shell, kind, (_NAME, _JOB, _REACH, _MAIL, *last))

    def errors(self) -> dict[str, str]:
        arguments, wrong = self.plain()
        wrong = reading.missing(self.specs, self.typed()) | wrong
        return reading.refused(RegistreerContactpersoon, self._with_ids(arguments)) | wrong

    def requests(self) -> Sequence[Request]:
        return [Request(ADD, self._with_ids(self.plain()[0]))]

    def _with_ids(self, arguments: dict[str, object]) -> dict[str, object]:
        return arguments | {"id": self._id, "werkgever_id": self.werkgever_id}


class EditPerson(FieldForm):
    """What changed about a contactpersoon. A second number has a field only when there is one."""

    def __init__(self, shell: Shell, dossier: Dossier, person: ContactpersoonRij) -> None:
        self._person_id = person.id
        kind = FormKind(
            words.EDIT_PERSON,
            f"{person.naam}, {dossier.werkgever.naam}",
            "contactpersoon_wijzigen",
            person.id,
            words.SAVED_PERSON,
            dossier.werkgever.id,
        )
        second = (_SECOND,) if person.telefoon_2 else ()
        look = LookAt(shell.backend, dossier.werkgever.id, person.id, _TypedOf(person.id))
        super().__init__(shell, kind, (_NAME, _JOB, _REACH, *second, _MAIL, _UNTIL, _NOT), look)
        self.set_before(typed_of(person))

    def add_below(self) -> None:
        gone = Button(words.GONE, Look.LINK)
        gone.clicked.connect(self._left_today)
        self.fields.addWidget(gone, 0, Qt.AlignmentFlag.AlignLeft)

    def _left_today(self) -> None:
        self.inputs["tot"].set_value(dutch.weekday_date(self.today))
        self.rows["tot"].focus_field()

    def errors(self) -> dict[str, str]:
        arguments, wrong = self.plain()
        wrong = reading.missing(self.specs, self.typed()) | wrong
        changed = self.changed_keys()
        if not wrong and not changed:
            return {"": form_words.NOTHING_CHANGED}
        sent = {key: value for key, value in arguments.items() if key in changed}
        return reading.refused(WijzigContactpersoon, sent | {"contactpersoon_id": self._person_id}) | wrong

    def requests(self) -> Sequence[Request]:
        return [Request(CHANGE, self.change_arguments() | {"contactpersoon_id": self._person_id})]


def typed_of(person: ContactpersoonRij) -> Typed:
    """The fields as a person would type them."""
    return {
        "naam": person.naam,
        "functie": person.functie or "",
        "rol": person.rol or "",
        "telefoon": _phone(person.telefoon),
        "telefoon_2": _phone(person.telefoon_2),
        "voorkeurskanaal": person.voorkeurskanaal or "",
        "email": person.email or "",
        "tot": day_words(person.tot),
        "niet_benaderen": person.niet_benaderen,
    }


def _phone(kept: str | None) -> str:
    return dutch.phone(kept).replace(dutch.NO_BREAK, " ") if kept else ""


@dataclass(frozen=True, slots=True)
class _TypedOf:
    person_id: str

    def __call__(self, dossier: Dossier) -> Typed | None:
        found = (person for person in dossier.contactpersonen if person.id == self.person_id)
        return next((typed_of(person) for person in found), None)
