"""What a row of the timeline is: its words, its marks, and what it takes to make them. Pure."""

from __future__ import annotations

from dataclasses import field
from datetime import date, timedelta

from desktop.frozen import dataclass
from desktop.models.queries.day_rows import Dossier, ImportRij, SamenvoegingRij
from desktop.views import dates, texts
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers.field_words import FieldWords

GROUP, ENTRY, CHANGE = "group", "entry", "change"
# How the ids of rows above the days begin.
PINNED, OPEN = "vast:", "open:"
OPEN_STATE = "te_verwerken"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the timeline: a group heading, an entry or a quiet line about changed fields.

    `topic` goes on after `who`. `row` is what it is about (None for a heading);
    `id` is unique, `row_id` is that of the row itself.
    """

    id: str
    kind: str
    title: str
    who: str = ""
    topic: str = ""
    when: str = ""
    icon: str = ""
    note: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    waits: bool = False
    outside: bool = False
    confidential: bool = False
    late: bool = False
    linked: bool = False
    fresh: bool = False
    row: object = field(default=None, compare=False)

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        head = ", ".join(
            part for part in (f"{self.title} {self.who}{self.topic}".strip(), self.when, *self.marks) if part
        )
        return ". ".join(part for part in (head, self.note, *(text for _, text in self.lines)) if part)

    @property
    def marks(self) -> tuple[str, ...]:
        """The words of its pills."""
        found = (
            (self.fresh, words.NEW_MARK),
            (self.waits, texts.NOT_SENT),
            (self.outside, texts.OUTSIDE_REGIE),
            (self.confidential, texts.CONFIDENTIAL_MARK),
        )
        return tuple(text for on, text in found if on)

    @property
    def row_id(self) -> str:
        return id_of(self.row)

    @property
    def is_repeated(self) -> bool:
        """A heading, or a row that stands above the days as well: pinned, or still open."""
        return self.kind == GROUP or self.id.startswith((PINNED, OPEN))


@dataclass(frozen=True, slots=True)
class Setting:
    """What an entry needs besides its own row. `fresh`: ids of rows that a colleague just brought."""

    dossier: Dossier
    me: str
    today: date
    words: FieldWords = field(default_factory=FieldWords)
    fresh: frozenset[str] = frozenset()

    def who(self, medewerker_id: str, name: str) -> str:
        return texts.ME if medewerker_id == self.me else name

    def to(self, medewerker_id: str, name: str) -> str:
        return "jou" if medewerker_id == self.me else name

    def when(self, day: date, clock: str | None) -> str:
        """Under headings that name the day only the time; elsewhere the day."""
        if self.today - timedelta(days=1) <= day <= self.today:
            return clock or ""
        return dates.short(day, self.today)


def id_of(row: object) -> str:
    """The id of what a timeline row is about; of an import its batch."""
    if isinstance(row, tuple):
        return str(row[0].id) if row else ""
    if isinstance(row, ImportRij):
        return row.batch
    if isinstance(row, SamenvoegingRij):
        return row.werkgever_id
    return str(getattr(row, "id", ""))
