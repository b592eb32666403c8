"""The dry run: what an import would do, row by row, without doing it.

How rows are counted: every row of the file with something in it is one of four. *nieuw*: the first row of a
werkgever that does not exist yet (so there are as many as new werkgevers). *gewijzigd*: adds something to a
werkgever that exists, or that an earlier row of this file brought (a name, a field, a vestiging). *gelijk*:
adds nothing. *geweigerd*: cannot be taken, with a reason. Touches no database: `known` answers what exists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TypeVar

from desktop.imports.candidates import RefusedRow
from desktop.imports.columns import Recognition, recognise
from desktop.imports.comparing import Difference, difference, may_be_at
from desktop.imports.grouping import Group, Groups, Share
from desktop.imports.known import KnownWerkgever, KnownWerkgevers, NameKey, name_key
from desktop.imports.mapping import parse_mapping
from desktop.imports.remarks import Remark, remark
from desktop.imports.rows import RowReader
from desktop.imports.table import Table
from desktop.models.errors import Weigering

T = TypeVar("T")
BLOCK = 1000
LOOKUP = 500
NIEUW, GEWIJZIGD, GELIJK, GEWEIGERD = "nieuw", "gewijzigd", "gelijk", "geweigerd"


@dataclass(frozen=True, slots=True)
class Progress:
    """`fase` is lezen, vergelijken or versturen; `totaal` is None while it is not known."""

    fase: str
    gedaan: int
    totaal: int | None = None


OnProgress = Callable[[Progress], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What would become of one row: `oordeel` is one of the four words."""

    rij: int
    oordeel: str
    reden: Remark | None = None
    twijfel: tuple[Remark, ...] = ()


@dataclass(slots=True)
class Decision:
    """One werkgever of the file beside the one that exists (`known`). `refused`: nothing of it is sent."""

    group: Group
    known: KnownWerkgever | None = None
    change: Difference | None = None
    doubt: Remark | None = None
    refused: Remark | None = None

    @property
    def sends(self) -> bool:
        return self.refused is None and (self.known is None or bool(self.change))


@dataclass(slots=True)
class Plan:
    """The whole dry run. `mended` counts rows of which something was put right, by kind."""

    table: Table
    recognition: Recognition
    decisions: list[Decision] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    mended: Counter[str] = field(default_factory=Counter)
    _of: dict[int, Decision] = field(default_factory=dict)

    def add(self, decision: Decision) -> None:
        self.decisions.append(decision)
        self._of[id(decision.group)] = decision

    def verdicts(self) -> Iterator[Verdict]:
        """One per row of the file that has something in it; refused rows last."""
        for share in self.shares:
            decision = self._of[id(share.group)]
            doubts = share.doubts
            if share.first and decision.doubt:
                doubts = (*doubts, decision.doubt)
            yield Verdict(share.number, _judge(share, decision), decision.refused, doubts)
        for row in self.refused:
            yield Verdict(row.number, GEWEIGERD, row.reason)

    def counts(self) -> Counter[str]:
        """How many rows of each word."""
        return Counter(verdict.oordeel for verdict in self.verdicts())


def _judge(share: Share, decision: Decision) -> str:
    if decision.refused:
        return GEWEIGERD
    if decision.known is None:
        brings = share.names or share.fields or share.place is not None
        return NIEUW if share.first else GEWIJZIGD if brings else GELIJK
    change = decision.change
    if not change:
        return GELIJK
    names = share.names + ((share.group.naam,) if share.first else ())
    adds = (
        any(name in change.names for name in names)
        or any(name in change.fields for name in share.fields)
        or (share.place is not None and share.place in change.places)
        or (share.first and "kvk_nummer" in change.fields)
    )
    return GEWIJZIGD if adds else GELIJK


def plan(
    table: Table,
    mapping: str | None,
    known: KnownWerkgevers,
    day: date,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Plan:
    """Reads the whole table and compares it. Raises `Weigering` (`import_afgebroken` when stopped)."""
    recognition = recognise(table, parse_mapping(mapping))
    made = Plan(table, recognition)
    tell, halt = on_progress or (lambda _progress: None), stop or (lambda: False)
    groups = _read(made, RowReader(recognition, day), tell, halt)
    _compare(made, groups, known, tell, halt)
    return made


def blocks(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in order, `size` at a time."""
    source = iter(items)
    while block := list(islice(source, size)):
        yield block


def _go_on(stop: Stop) -> None:
    if stop():
        raise Weigering("import_afgebroken")


def _read(made: Plan, reader: RowReader, tell: OnProgress, stop: Stop) -> Groups:
    groups = Groups(by_owner=made.recognition.by_owner)
    done = 0
    for block in blocks(made.table.rows(), BLOCK):
        _go_on(stop)
        for row in block:
            read = reader.read(row)
            if isinstance(read, RefusedRow):
                made.refused.append(read)
            else:
                made.shares.append(groups.add(read))
                made.mended.update(read.mended)
        done += len(block)
        tell(Progress("lezen", done))
    return groups


def _compare(made: Plan, groups: Groups, known: KnownWerkgevers, tell: OnProgress, stop: Stop) -> None:
    done = 0
    for block in blocks(groups.all(), LOOKUP):
        _go_on(stop)
        for decision in _decide(block, known):
            made.add(decision)
        done += len(block)
        tell(Progress("vergelijken", done, len(groups)))
    _notice_twins(made.decisions)


def _decide(block: Sequence[Group], known: KnownWerkgevers) -> Iterator[Decision]:
    numbers = [group.kvk_nummer for group in block if group.kvk_nummer]
    by_kvk = known.by_kvk(numbers) if numbers else {}
    keys = {id(group): _keys(group) for group in block if group.kvk_nummer not in by_kvk}
    by_name: dict[NameKey, Sequence[KnownWerkgever]] = {}
    for part in blocks(dict.fromkeys(key for found in keys.values() for key in found), LOOKUP):
        by_name |= known.by_name(part)
    for group in block:
        there = by_kvk.get(group.kvk_nummer) if group.kvk_nummer else None
        if there:
            yield Decision(group, there, difference(group, there))
        else:
            alike = (other for key in keys[id(group)] for other in by_name.get(key, ()))
            found = {other.id: other for other in alike if may_be_at(group, other)}
            yield _by_name(group, list(found.values()))


def _keys(group: Group) -> list[NameKey]:
    return [name_key(group.naam, postcode) for postcode in group.postcodes()] or [name_key(group.naam, None)]


def _by_name(group: Group, found: list[KnownWerkgever]) -> Decision:
    """A row with a KvK number is never joined to another by its name; it is only said."""
    without = [other for other in found if not other.kvk_nummer]
    if group.kvk_nummer:
        return Decision(
            group, doubt=remark("import_zelfde_naam_zonder_kvk", naam=group.naam) if without else None
        )
    candidates = without or found
    if len(candidates) > 1:
        return Decision(group, refused=remark("import_meer_bekend", naam=group.naam, aantal=len(candidates)))
    if candidates:
        return Decision(group, candidates[0], difference(group, candidates[0]))
    return Decision(group)


def _notice_twins(decisions: list[Decision]) -> None:
    """A werkgever without a number that has the name of one with a number, in the same file."""
    numbered = {
        name_key(one.group.naam, None): one.group.kvk_nummer for one in decisions if one.group.kvk_nummer
    }
    if len(numbered) == 0:
        return
    for one in decisions:
        twin = None if one.group.kvk_nummer else numbered.get(name_key(one.group.naam, None))
        if twin and one.doubt is None:
            one.doubt = remark("import_zelfde_naam_met_kvk", naam=one.group.naam, kvk_nummer=twin)
