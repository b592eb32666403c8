"""Which column holds which field: by what a person said, by the titles, and by what the cells look like.

A column that only looks like KvK numbers is noticed here: most registers number their members with eight
digits too, but only real KvK numbers between 50 and 99 million pass the elfproef. Reads the table once;
writes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from desktop.imports.mapping import NONE, find_columns
from desktop.imports.remarks import Remark, remark
from desktop.imports.synonyms import PERHAPS_KVK, field_of, plain
from desktop.imports.table import Table
from desktop.models.errors import Weigering
from desktop.models.values import kvk_may_be_mistyped

SAMPLE_ROWS = 20_000
ENOUGH_NUMBERS = 20
_SHAPES = {
    "kvk": re.compile(r"\d{7,8}"),
    "vestigingsnummer": re.compile(r"0000\d{8}|\d{12}"),
    "postcode": re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}"),
    "website": re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE),
    "adres": re.compile(r"[^\d@]{3,}\s\d{1,5}(?:\s?-?\s?[A-Za-z0-9]{1,4})?"),
}


@dataclass(slots=True)
class _Profile:
    """What the cells of one column look like, counted over the sample."""

    filled: int = 0
    shapes: Counter[str] = field(default_factory=Counter)
    words: int = 0
    testable: set[str] = field(default_factory=set)
    lengths: Counter[int] = field(default_factory=Counter)
    different: set[int] = field(default_factory=set)

    def share(self, shape: str) -> float:
        return self.shapes[shape] / self.filled if self.filled else 0.0

    @property
    def passing(self) -> float | None:
        """Share of the different numbers of 50–99 million that pass the elfproef; None: too few to tell."""
        if len(self.testable) < ENOUGH_NUMBERS:
            return None
        return sum(1 for number in self.testable if not kvk_may_be_mistyped(number)) / len(self.testable)


@dataclass(frozen=True, slots=True)
class Recognition:
    """Field → column from 0. `chosen` are the fields that a person mapped; `width` counts named columns."""

    columns: Mapping[str, int]
    chosen: frozenset[str]
    width: int | None
    remarks: tuple[Remark, ...]
    name_title: str = ""

    @property
    def by_owner(self) -> bool:
        """True when a row is a vestiging of the werkgever that it names, not the werkgever itself."""
        return "vestiging" in self.columns


def recognise(table: Table, wanted: Mapping[str, str]) -> Recognition:
    """Raises `Weigering` when no column can be the name, or the mapping names what is not there."""
    profiles = _profiles(table)
    titles = table.titles
    chosen = find_columns(wanted, titles, max(len(titles), len(profiles)))
    columns = {name: column for name, column in chosen.items() if column != NONE}
    remarks: list[Remark] = []
    _by_title(columns, chosen, titles)
    _by_content(columns, chosen, profiles, titles)
    _check_kvk(columns, chosen, profiles, titles, remarks)
    if "naam" not in columns:
        raise Weigering("import_geen_naamkolom", kolommen=_listed(table, profiles))
    if "vestigingsnummer" in columns and "kvk_nummer" not in columns:
        remarks.append(
            remark("import_geen_kvk_bij_vestigingen", kolom=_title(titles, columns["vestigingsnummer"]))
        )
    _notice_owner(columns, titles, remarks)
    _notice_cut_names(columns, profiles, remarks)
    width = len(titles) if table.header else None
    return Recognition(columns, frozenset(chosen), width, tuple(remarks), _title(titles, columns["naam"]))


def _profiles(table: Table) -> list[_Profile]:
    profiles: list[_Profile] = []
    for row in islice(table.rows(), SAMPLE_ROWS):
        while len(profiles) < len(row.cells):
            profiles.append(_Profile())
        for profile, cell in zip(profiles, row.cells, strict=False):
            if text := cell.strip():
                _count(profile, text)
    return profiles


def _count(profile: _Profile, text: str) -> None:
    profile.filled += 1
    for name, shape in _SHAPES.items():
        if shape.fullmatch(text):
            profile.shapes[name] += 1
            break
    if text.isdecimal():
        if len(text) == 8 and "50000000" <= text <= "99999999":
            profile.testable.add(text)
    elif any(letter.isalpha() for letter in text) and (code := hash(text)) not in profile.different:
        profile.words += 1
        profile.different.add(code)
        profile.lengths[len(text)] += 1


def _by_title(columns: dict[str, int], chosen: Mapping[str, int], titles: tuple[str, ...]) -> None:
    taken = set(columns.values())
    for column, title in enumerate(titles):
        name = field_of(title)
        if name and name not in columns and name not in chosen and column not in taken:
            columns[name] = column
            taken.add(column)


def _by_content(
    columns: dict[str, int], chosen: Mapping[str, int], profiles: list[_Profile], titles: tuple[str, ...]
) -> None:
    """What no title told: numbers, postcodes and addresses by their shape, then the name by what remains."""
    needed = {"vestigingsnummer": 0.8, "postcode": 0.6, "website": 0.6} | ({} if titles else {"adres": 0.6})
    for name, share in needed.items():
        free = set(range(len(profiles))) - set(columns.values())
        best = _best(profiles, free, name)
        if (
            name not in chosen
            and name not in columns
            and best is not None
            and profiles[best].share(name) >= share
        ):
            columns[name] = best
    if not ({"kvk_nummer"} & (columns.keys() | chosen.keys())):
        _kvk_by_content(columns, profiles, titles)
    if not titles and columns and not ({"naam"} & (columns.keys() | chosen.keys())):
        _name_by_content(columns, profiles)


def _best(profiles: list[_Profile], free: set[int], shape: str) -> int | None:
    """The first of the columns that show the shape most; of addresses the last, names stand before them."""
    side = 1 if shape == "adres" else -1
    return max(free, key=lambda i: (profiles[i].share(shape), side * i), default=None)


def _name_by_content(columns: dict[str, int], profiles: list[_Profile]) -> None:
    """The fullest column of words beside one that was recognised; words alone may be a letter, not a list."""
    free = [i for i, profile in enumerate(profiles) if i not in columns.values() and profile.words]
    if free:
        columns["naam"] = max(free, key=lambda i: (profiles[i].filled, -i))


def _kvk_by_content(columns: dict[str, int], profiles: list[_Profile], titles: tuple[str, ...]) -> None:
    taken = set(columns.values())
    for column, profile in enumerate(profiles):
        title = plain(titles[column]) if column < len(titles) else ""
        suspect = any(word in title for word in PERHAPS_KVK)
        if column not in taken and (suspect or profile.share("kvk") >= 0.7):
            columns["kvk_nummer"] = column
            return


def _check_kvk(
    columns: dict[str, int],
    chosen: Mapping[str, int],
    profiles: list[_Profile],
    titles: tuple[str, ...],
    remarks: list[Remark],
) -> None:
    column = columns.get("kvk_nummer")
    if column is None or column >= len(profiles):
        return
    profile, title = profiles[column], _title(titles, column)
    passing = profile.passing
    if passing is not None and passing < 0.5:
        used = "kvk_nummer" in chosen
        code = "import_kolom_geen_kvk_toch" if used else "import_kolom_geen_kvk"
        remarks.append(remark(code, kolom=title, procent=round(passing * 100)))
        if not used:
            del columns["kvk_nummer"]
    elif "kvk_nummer" not in chosen and field_of(title) != "kvk_nummer":
        if profile.share("kvk") >= 0.7:
            remarks.append(remark("import_kolom_gelezen_als_kvk", kolom=title))
        else:
            del columns["kvk_nummer"]


def _title(titles: tuple[str, ...], column: int) -> str:
    return titles[column] if column < len(titles) and titles[column] else str(column + 1)


def _listed(table: Table, profiles: list[_Profile]) -> str:
    return ", ".join(filter(None, table.titles))[:300] or f"1 t/m {max(1, len(profiles))}"


def _notice_owner(columns: dict[str, int], titles: tuple[str, ...], remarks: list[Remark]) -> None:
    owner = columns.pop("houder", None)
    if owner is not None and columns["naam"] != owner and "vestiging" not in columns:
        name = _title(titles, columns["naam"])
        remarks.append(remark("import_houder_gezien", houder=_title(titles, owner), naam=name))


def _notice_cut_names(columns: dict[str, int], profiles: list[_Profile], remarks: list[Remark]) -> None:
    """Old systems cut names at a fixed width: many names of exactly the greatest length tell."""
    lengths = profiles[columns["naam"]].lengths if columns["naam"] < len(profiles) else Counter[int]()
    longest = max(lengths, default=0)
    if longest >= 20 and lengths[longest] >= 5 and lengths[longest] >= 3 * max(1, lengths[longest - 1]):
        remarks.append(remark("import_namen_afgekapt", lengte=longest, aantal=lengths[longest]))
