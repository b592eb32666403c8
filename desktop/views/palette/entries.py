"""What the palette lists: entries under headings, made from what was found and typed. Pure but for `run`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from desktop.models.queries.day_rows import LijstRij, Treffer
from desktop.views.palette import matching, texts

# At most so many of each, so that the next group stays in sight.
MANY = {texts.EMPLOYERS: 6, texts.PEOPLE: 4, texts.DO: 5, texts.GO: 4, texts.LISTS: 4, texts.RECENT: 6}
EMPLOYER, PERSON, CANDIDATE, VACANCY, PLACEMENT, INSTRUMENT, TALK = (
    *("werkgever", "contactpersoon", "kandidaat", "vacature", "plaatsing", "instrument"),
    "nazorgactie",
)
AT_WORK = frozenset({EMPLOYER, PERSON})
"""What is done at a werkgever stands right below these."""
_KINDS = {
    EMPLOYER: (texts.EMPLOYERS, "werkgever"),
    PERSON: (texts.PEOPLE, "persoon"),
    CANDIDATE: (texts.CANDIDATES, "persoon"),
    VACANCY: (texts.VACANCIES, "vacature"),
    PLACEMENT: (texts.PLACEMENTS, "plaatsing"),
    INSTRUMENT: (texts.GUIDE, "info"),
    TALK: (texts.TO_CHOOSE, "nazorg"),
}
"""The group and the icon of each kind of hit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be chosen. `keys`: shown as key caps. `run` does it; what was found carries its `hit`,
    so that its werkgever can be visited or called from here.
    """

    key: str
    group: str
    title: str
    run: Callable[[], None] = field(compare=False)
    detail: str = ""
    icon: str = "sneller"
    keys: str = ""
    hit: Treffer | None = None

    @property
    def werkgever_id(self) -> str:
        return self.hit.werkgever_id if self.hit is not None else ""

    @property
    def contactpersoon_id(self) -> str:
        return self.hit.id if self.hit is not None and self.hit.soort == PERSON else ""

    @property
    def sentence(self) -> str:
        return texts.spoken(self.title, self.detail, self.group, self.keys)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: a heading (`entry` is None) or an entry."""

    key: str
    title: str
    entry: Entry | None = None

    @property
    def heading(self) -> bool:
        return self.entry is None

    @property
    def sentence(self) -> str:
        return self.entry.sentence if self.entry else self.title


def lines(entries: Sequence[Entry], typed: str) -> tuple[Line, ...]:
    """Under their headings. The group whose entry begins with what was typed comes first; otherwise groups
    stay in the order in which they were given.
    """
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.group, []).append(entry)
    order = sorted(groups, key=lambda group: _best(groups[group], typed))
    result: list[Line] = []
    for group in order:
        result.append(Line(f"kop:{group}", group))
        result += [Line(entry.key, entry.title, entry) for entry in groups[group]]
    return tuple(result)


def _best(group: Sequence[Entry], typed: str) -> int:
    """The last group is the one that makes something new, whatever was typed."""
    if group[0].group == texts.NOT_THERE:
        return 9
    ranks = [matching.rank(entry.title, typed) for entry in group]
    return 0 if matching.STARTS in ranks else 1


def fitting(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Commands, pages and lists that fit, the best first."""
    ranked = [(matching.rank(entry.title, typed), entry) for entry in entries]
    fits = sorted(((rank, entry) for rank, entry in ranked if rank is not None), key=lambda pair: pair[0])
    return capped([entry for _, entry in fits])


def capped(entries: Sequence[Entry]) -> list[Entry]:
    """No more of a group than `MANY`."""
    count: dict[str, int] = {}
    kept: list[Entry] = []
    for entry in entries:
        count[entry.group] = count.get(entry.group, 0) + 1
        if count[entry.group] <= MANY.get(entry.group, 8):
            kept.append(entry)
    return kept


def of_hit(hit: Treffer, open_it: Callable[[Treffer], None], group: str = "") -> Entry:
    """What was found, or what was opened lately."""
    usual, icon = _KINDS[hit.soort]
    return Entry(
        f"{hit.soort}:{hit.id}", group or usual, hit.titel, partial(open_it, hit), hit.bij, icon, hit=hit
    )


def of_list(row: LijstRij, open_it: Callable[[LijstRij], None]) -> Entry:
    run = partial(open_it, row)
    return Entry(f"lijst:{row.id}", texts.LISTS, row.naam, run, texts.KEPT_LIST, "bladwijzer")
