"""What is chosen above the list, in words: parts of a sentence of which each can be taken away. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, timedelta

from desktop.frozen import dataclass
from desktop.models.queries.medewerker_rows import CodeRij, MedewerkerRij
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.views.subject.choice import Part
from desktop.views.werkgevers import texts_list as words

NOTHING = WerkgeverFilter()
# Fields of the filter in the order of the sentence; the subject comes first.
PARTS = (
    "mijn_regie",
    "zonder_regie",
    "regiehouder_id",
    "waargenomen",
    "gemeente_code",
    "segment",
    "met_open_acties",
    "geen_contact_sinds",
)


@dataclass(frozen=True, slots=True)
class Known:
    """Names for what a filter holds as ids and codes."""

    gemeenten: tuple[CodeRij, ...] = ()
    segmenten: tuple[CodeRij, ...] = ()
    medewerkers: tuple[MedewerkerRij, ...] = ()
    _names: Mapping[tuple[str, str], str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        codes = (*self.gemeenten, *self.segmenten)
        names = {(row.lijst, row.code): row.label for row in codes}
        names |= {("medewerker", row.id): row.naam for row in self.medewerkers}
        object.__setattr__(self, "_names", names)

    def gemeente(self, code: str) -> str:
        return self._names.get(("gemeente", code), code)

    def segment(self, code: str) -> str:
        return self._names.get(("segment", code), code)

    def medewerker(self, row_id: str) -> str:
        return self._names.get(("medewerker", row_id), "een collega")


def parts(choice: WerkgeverFilter, known: Known, today: date) -> tuple[Part, ...]:
    """Jouw werkgevers | in Hilversum | zonder contact sinds 24 september"""
    said = {
        "mijn_regie": words.YOURS if choice.mijn_regie else "",
        "zonder_regie": words.NOBODYS if choice.zonder_regie else "",
        "regiehouder_id": words.held_by(known.medewerker(choice.regiehouder_id))
        if choice.regiehouder_id
        else "",
        "waargenomen": words.STANDING_IN if choice.waargenomen else "",
        "gemeente_code": words.in_place(known.gemeente(choice.gemeente_code)) if choice.gemeente_code else "",
        "segment": words.in_segment(known.segment(choice.segment)) if choice.segment else "",
        "met_open_acties": words.WITH_ACTIONS if choice.met_open_acties else "",
        "geen_contact_sinds": words.no_contact_since(choice.geen_contact_sinds, today)
        if choice.geen_contact_sinds
        else "",
    }
    found = tuple(Part(key, said[key]) for key in PARTS if said[key])
    return found if choice.mijn_regie else (Part("", words.EVERYBODYS), *found)


def sentence(choice: WerkgeverFilter, known: Known, today: date) -> str:
    """Jouw werkgevers in Hilversum zonder contact sinds 24 september, op laatste contact"""
    said = " ".join(part.words for part in parts(choice, known, today))
    if choice.tekst:
        said += f" {words.matching(choice.tekst)}"
    return f"{said}, {words.SORTS.get(choice.sortering, '')}"


def without(choice: WerkgeverFilter, key: str) -> WerkgeverFilter:
    """The same filter with that part taken away."""
    empty: dict[str, object] = {key: getattr(NOTHING, key)}
    return replace(choice, **empty)  # type: ignore[arg-type]


def emptied(choice: WerkgeverFilter) -> WerkgeverFilter:
    """Everything taken away but the order."""
    return WerkgeverFilter(sortering=choice.sortering)


def narrows(choice: WerkgeverFilter) -> bool:
    """Whether a filter is on; what is typed and the order are none."""
    return replace(choice, tekst="", sortering=NOTHING.sortering) != NOTHING


def days(choice: WerkgeverFilter, today: date) -> int:
    """For how many days there was no contact; 0 when that does not matter."""
    return (today - choice.geen_contact_sinds).days if choice.geen_contact_sinds else 0


def quiet_for(choice: WerkgeverFilter, count: int, today: date) -> WerkgeverFilter:
    """With so many days without contact; 0 takes it away."""
    return replace(choice, geen_contact_sinds=today - timedelta(days=count) if count else None)


def only_mine(choice: WerkgeverFilter, on: bool) -> WerkgeverFilter:
    """Whose regie it is can be said in one way only."""
    return replace(choice, mijn_regie=on, zonder_regie=False, regiehouder_id=None)


def only_nobodys(choice: WerkgeverFilter, on: bool) -> WerkgeverFilter:
    return replace(choice, zonder_regie=on, mijn_regie=False, regiehouder_id=None)


def only_of(choice: WerkgeverFilter, medewerker_id: str, me: str) -> WerkgeverFilter:
    if medewerker_id and medewerker_id == me:
        return only_mine(choice, on=True)
    return replace(choice, regiehouder_id=medewerker_id or None, mijn_regie=False, zonder_regie=False)


def to_keep(choice: WerkgeverFilter, today: date) -> dict[str, object]:
    """As `lijst.bewaar` wants it: days instead of a date, so that the list moves with time."""
    fields = {name: getattr(choice, name) for name in choice.__slots__ if name != "geen_contact_sinds"}
    kept = {name: value for name, value in fields.items() if value != getattr(NOTHING, name)}
    return kept | ({"dagen_zonder_contact": count} if (count := days(choice, today)) else {})
