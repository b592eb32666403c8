"""A vestiging: a new one, or what changed about one. Number and addition are typed in one field."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop import dutch
from desktop.models.commands.werkgever import RegistreerVestiging, WijzigVestiging
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import VestigingRij
from desktop.views import dates
from desktop.views.forms import reading
from desktop.views.forms import texts as form_words
from desktop.views.forms.field_form import FieldForm, Look, Typed
from desktop.views.forms.inputs import CHECK, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.operations import Request
from desktop.views.shell import Shell
from desktop.views.werkgevers.dossier_facts import place_name
from desktop.views.werkgevers.forms import texts as words
from desktop.views.werkgevers.forms.standing import LookAt

ADD, CHANGE = "vestiging.registreer", "vestiging.wijzig"
HOUSE, ADDITION = "huisnummer", "toevoeging"
LINES = (
    (FieldSpec("naam", words.PLACE_NAME, limit=500),),
    (
        FieldSpec("straat", words.STREET, limit=70, width=2),
        FieldSpec(HOUSE, words.HOUSE, placeholder=words.HOUSE_EXAMPLE),
    ),
    (FieldSpec("postcode", words.POSTCODE), FieldSpec("woonplaats", words.TOWN, limit=70, width=2)),
    (FieldSpec("vestigingsnummer", words.PLACE_NUMBER),),
    (FieldSpec("hoofdvestiging", words.MAIN_PLACE, CHECK),),
    (FieldSpec("adres_afgeschermd", words.HIDDEN, CHECK),),
)


class PlaceForm(FieldForm):
    """What a new vestiging and a changed one have in common."""

    command: type = RegistreerVestiging

    def __init__(self, shell: Shell, kind: FormKind, look: Look | None) -> None:
        super().__init__(shell, kind, LINES, look)

    @abstractmethod
    def ids(self) -> dict[str, object]:
        """Which vestiging of which werkgever, for the command."""

    def errors(self) -> dict[str, str]:
        arguments, wrong = self.plain()
        if reading.house(str(self.value(HOUSE))) is None:
            wrong[HOUSE] = words.HOUSE_WRONG
        if not any(str(self.value(key)).strip() for key in ("straat", "postcode", "woonplaats", "naam")):
            wrong["straat"] = form_words.REQUIRED["adres"]
        return reading.refused(self.command, with_house(arguments) | self.ids()) | wrong

    def field_of(self, name: str) -> str:
        return HOUSE if name == ADDITION else name


class NewPlace(PlaceForm):
    """A place that is not known yet."""

    def __init__(self, shell: Shell, dossier: Dossier, new_id: Callable[[], str]) -> None:
        card = dossier.werkgever
        self._id = new_id()
        kind = FormKind(words.NEW_PLACE, card.naam, "vestiging", card.id, words.ADDED_PLACE, card.id)
        super().__init__(shell, kind, None)

    def ids(self) -> dict[str, object]:
        return {"id": self._id, "werkgever_id": self.werkgever_id}

    def requests(self) -> Sequence[Request]:
        return [Request(ADD, with_house(self.plain()[0]) | self.ids())]


class EditPlace(PlaceForm):
    """What changed about a vestiging."""

    command = WijzigVestiging

    def __init__(self, shell: Shell, dossier: Dossier, place: VestigingRij) -> None:
        self._place_id = place.id
        kind = FormKind(
            words.EDIT_PLACE,
            f"{place_name(place)}, {dossier.werkgever.naam}",
            "vestiging_wijzigen",
            place.id,
            words.SAVED_PLACE,
            dossier.werkgever.id,
        )
        super().__init__(
            shell, kind, LookAt(shell.backend, dossier.werkgever.id, place.id, _TypedOf(place.id))
        )
        self.set_before(typed_of(place))

    def ids(self) -> dict[str, object]:
        return {"vestiging_id": self._place_id}

    def errors(self) -> dict[str, str]:
        found = super().errors()
        return found or ({} if self.changed_keys() else {"": form_words.NOTHING_CHANGED})

    def requests(self) -> Sequence[Request]:
        return [Request(CHANGE, _changed_house(self.change_arguments()) | self.ids())]


def with_house(arguments: dict[str, object]) -> dict[str, object]:
    """12 a becomes number 12 and addition a."""
    read = reading.house(str(arguments.get(HOUSE, "")))
    rest: dict[str, Any] = {key: value for key, value in arguments.items() if key != HOUSE}
    if read is None or read[0] is None:
        return rest
    return rest | {HOUSE: read[0]} | ({ADDITION: read[1]} if read[1] else {})


def _changed_house(arguments: dict[str, object]) -> dict[str, object]:
    """Number and addition change together: what is not typed any more is emptied."""
    emptied = arguments.get("wis")
    gone = list(emptied) if isinstance(emptied, list) else []
    if HOUSE in gone:
        gone.append(ADDITION)
    if HOUSE in arguments:
        arguments = with_house(arguments)
        gone += [] if ADDITION in arguments else [ADDITION]
    rest = {key: value for key, value in arguments.items() if key != "wis"}
    return rest | ({"wis": sorted(gone)} if gone else {})


def typed_of(place: VestigingRij) -> Typed:
    """The fields as a person would type them."""
    number = " ".join(str(part) for part in (place.huisnummer, place.toevoeging) if part)
    spaced = dutch.vestigingsnummer(place.vestigingsnummer) if place.vestigingsnummer else ""
    return {
        "naam": place.naam or "",
        "straat": place.straat or "",
        HOUSE: number,
        "postcode": dates.postcode(place.postcode).replace(dutch.NO_BREAK, " ") if place.postcode else "",
        "woonplaats": place.woonplaats or "",
        "vestigingsnummer": spaced.replace(dutch.NO_BREAK, " "),
        "hoofdvestiging": place.hoofdvestiging,
        "adres_afgeschermd": place.adres_afgeschermd,
    }


@dataclass(frozen=True, slots=True)
class _TypedOf:
    place_id: str

    def __call__(self, dossier: Dossier) -> Typed | None:
        found = (place for place in dossier.vestigingen if place.id == self.place_id)
        return next((typed_of(place) for place in found), None)
