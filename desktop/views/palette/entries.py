"""What the palette lists: entries under headings, made from what was found and typed. Pure but for `run`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from desktop.models.queries.day_rows import LijstRij, Treffer
from desktop.models.queries.rows import WerkgeverRegel
from desktop.views.palette import matching, texts
from desktop.views.werkgevers.regie_words import row_words

# At most so many of each, so that the next group stays in sight.
MANY = {texts.EMPLOYERS: 6, texts.PEOPLE: 4, texts.DO: 5, texts.GO: 4, texts.LISTS: 4, texts.RECENT: 6}
EMPLOYER, PERSON = "werkgever", "contactpersoon"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be chosen. `keys`: shown as key caps. `run` does it; entries of a werkgever also carry
    its id, so that it can be visited or called from here.
    """

    key: str
    group: str
    title: str
    run: Callable[[], None] = field(compare=False)
    detail: str = ""
    icon: str = "sneller"
    keys: str = ""
    werkgever_id: str = ""
    contactpersoon_id: str = ""

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
    """A werkgever or contactpersoon that was found, or a werkgever that was opened lately."""
    person = hit.soort == PERSON
    return Entry(
        f"{hit.soort}:{hit.id}",
        group or (texts.PEOPLE if person else texts.EMPLOYERS),
        hit.titel,
        partial(open_it, hit),
        hit.bij,
        "persoon" if person else "werkgever",
        werkgever_id=hit.werkgever_id,
        contactpersoon_id=hit.id if person else "",
    )


def of_recent(row: WerkgeverRegel, me: str, open_it: Callable[[Treffer], None]) -> Entry:
    near = ", ".join(part for part in (row.plaats, row_words(row, me)) if part)
    hit = Treffer(EMPLOYER, row.id, row.id, row.naam, near, row.regiehouder_id)
    return of_hit(hit, open_it, texts.RECENT)


def of_list(row: LijstRij, open_it: Callable[[LijstRij], None]) -> Entry:
    run = partial(open_it, row)
    return Entry(f"lijst:{row.id}", texts.LISTS, row.naam, run, texts.KEPT_LIST, "bladwijzer")
