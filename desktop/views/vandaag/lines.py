"""A line of the list of Vandaag. Pure: no Qt."""

from __future__ import annotations

from enum import Enum

from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.instrument_rows import InstrumentTaakRij, InzetRij
from desktop.models.queries.nazorg_rows import NazorgRij, TeLaatRij
from desktop.models.queries.plaatsing_rows import VoordrachtRij
from desktop.models.queries.vacature_rows import VacatureRegel
from desktop.views.vandaag import texts

CareRow = NazorgRij | InstrumentTaakRij | VoordrachtRij | VacatureRegel | InzetRij | TeLaatRij


class Kind(Enum):
    HEADING = "heading"
    ACTION = "actie"
    EMPLOYER = "werkgever"
    LINK = "link"
    TALK = "nazorg"
    TASK = "taak"
    FOLLOW = "volgt"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list. `right` with its `token`; `struck` when it was finished today, by
    the command `uuid` where that is known.

    `mark` is the icon before what is not to be ticked; `row` is what a line that is no actie is about.
    """

    key: str
    kind: Kind
    title: str
    where: str = ""
    right: str = ""
    token: str = "tekst_2"
    icon: str = ""
    section: str = ""
    werkgever_id: str = ""
    count: int = 0
    struck: bool = False
    moved: bool = False
    waits: bool = False
    last: bool = False
    actie: ActieRij | None = None
    mark: str = ""
    row: CareRow | None = None
    uuid: str = ""

    @property
    def heading(self) -> bool:
        return self.kind is Kind.HEADING

    @property
    def ticks(self) -> bool:
        """Done by one press; a talk after a placement is done by a form."""
        return self.kind in (Kind.ACTION, Kind.TASK)

    @property
    def finishes(self) -> bool:
        return self.ticks or self.kind is Kind.TALK

    @property
    def moves(self) -> bool:
        """Whether it can go to another day."""
        return self.kind in (Kind.ACTION, Kind.TALK) and not (self.struck or self.moved)

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        if self.heading:
            return texts.heading_sentence(self.title, self.count)
        waits = texts.SENT_WORD if self.waits else ""
        return texts.spoken_row((self.title, self.where, self.right, waits))
