"""The unit of work that handlers use: load, find, add and change rows, and remember what was touched.

It is the only door between handlers and the session. Rows that were added are found before they are
written, so that a batch of commands needs few flushes; whoever opened the transaction commits it. The
session hears of a new row when it is written, all of a table in one statement (`new_rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.models import new_rows
from desktop.models.changes import Changes
from desktop.models.context import Context
from desktop.models.errors import Weigering
from desktop.models.tables import Codewaarde, Regie, Reservering, Synced, Vestiging, Waarneming, Werkgever
from desktop.models.tables.among import among, which_exist

Row = TypeVar("Row", bound=Synced)


_LOOKED_UP: frozenset[type[Synced]] = frozenset({Regie, Reservering, Waarneming, Werkgever})
"""Of these the unit of work remembers what it found."""


class NamedWerkgever(NamedTuple):
    """Which werkgever it is and what it is called: all that most commands ask of one."""

    id: str
    naam: str
    regio_id: str
    versie: int


def _nothing_under_way() -> None:
    return


class Work:
    """One transaction's rows. `begin` sets whose command runs now; `basis` is what that command has read.

    `texts` has the canonical text of rows that were written as new and not changed since. `times` is how
    often a row was added or changed, also the same one. `settle` waits for rows that were sent ahead.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.touched: dict[tuple[type[Synced], str], Synced] = {}
        self.basis: dict[str, int] = {}
        self.texts: dict[tuple[type[Synced], str], bytes] = {}
        self.times = 0
        self.settle: Callable[[], None] = _nothing_under_way
        self._new: list[Synced] = []
        self._sent: dict[tuple[type[Synced], str], Synced] = {}
        self._context: Context | None = None
        self._added: dict[tuple[type[Synced], str], Synced] = {}
        self._held: dict[tuple[type[Synced], str], Synced] = {}
        self._named: dict[str, NamedWerkgever] = {}
        self._absent: set[tuple[type[Synced], str]] = set()
        self._made_now: set[str] = set()
        self._removed: dict[str, Werkgever] = {}
        self._unflushed: set[type[Synced]] = set()
        self._number_freed = False
        self._regie: dict[str, Regie | None] = {}
        self._reserved: dict[str, list[Reservering]] = {}
        self._stand_ins: dict[str, Sequence[Waarneming]] = {}
        self._kvk: dict[tuple[str, str], Werkgever | None] = {}
        self._codes: dict[str, Sequence[Codewaarde]] = {}
        self._of_new: dict[str, Any] = {}

    def begin(self, context: Context) -> None:
        """From here on rows are made and changed by this context's actor."""
        self._context = context
        actor_id = context.actor.medewerker_id
        self._of_new = {
            "regio_id": context.actor.regio_id,
            "versie": 1,
            "aangemaakt_op": context.tijd,
            "aangemaakt_door": actor_id,
            "gewijzigd_op": context.tijd,
            "gewijzigd_door": actor_id,
        }
        self.basis = {}
        self._made_now = set()
        self._removed = {}

    @property
    def context(self) -> Context:
        """The command that runs now."""
        if self._context is None:
            raise RuntimeError("no command has begun")
        return self._context

    def get(self, cls: type[Row], row_id: str) -> Row | None:
        """The row with this id, deleted ones included."""
        if (cls, row_id) in self._absent:
            return None
        added = self._added.get((cls, row_id))
        row = added or self._held.get((cls, row_id)) or self.session.get(cls, row_id)
        if row is None:
            return None
        if added is None and (cls, row_id) not in self.touched:
            self.basis[row_id] = row.versie
        return row  # type: ignore[return-value]

    def own(self, cls: type[Row], row_id: str) -> Row | None:
        """The row with this id if it is of the region: what another one has is as good as not there."""
        row = self.get(cls, row_id)
        return row if row is not None and row.regio_id == self.context.actor.regio_id else None

    def require(self, cls: type[Row], row_id: str, code: str) -> Row:
        """The row with this id, or a refusal with `code`."""
        row = self.get(cls, row_id)
        if row is None or row.regio_id != self.context.actor.regio_id:
            raise Weigering(code, id=row_id)
        return row

    def werkgever(self, werkgever_id: str) -> Werkgever:
        """The werkgever that stands for this id now: a double registration or a merge is followed."""
        row = self.require(Werkgever, werkgever_id, "werkgever_onbekend")
        for _ in range(10):
            if row.samengevoegd_met is None:
                return row if row.verwijderd_op is None else self._stand_in(row)
            row = self.require(Werkgever, row.samengevoegd_met, "werkgever_onbekend")
        raise Weigering("werkgever_onbekend", id=werkgever_id)

    def named_werkgever(self, werkgever_id: str) -> NamedWerkgever:
        """The same without the row itself, which takes five times as long to make."""
        found = self._named.get(werkgever_id)
        ours = found is not None and found.regio_id == self.context.actor.regio_id
        if found is None or not ours or (Werkgever, werkgever_id) in self.touched:
            row = self.werkgever(werkgever_id)
            return NamedWerkgever(row.id, row.naam, row.regio_id, row.versie)
        self.basis[werkgever_id] = found.versie
        return found

    def _stand_in(self, row: Werkgever) -> Werkgever:
        """For a werkgever whose import was taken back: who has its KvK number now, or the row itself.

        It comes back with the first thing that is written about it (R11), never for a refused command.
        """
        other = self.by_kvk(row.kvk_nummer) if row.kvk_nummer else None
        if other is None:
            self._removed[row.id] = row
        return other or row

    def bring_back(self, werkgever_id: str | None) -> None:
        """Somebody builds on a werkgever whose import was taken back: it returns with its places."""
        row = self._removed.pop(werkgever_id or "", None)
        if row is None:
            return
        if Vestiging in self._unflushed:  # taken back in this same batch: the day of it is not written yet
            self.flush()
        places = select(Vestiging).where(
            Vestiging.werkgever_id == row.id, Vestiging.verwijderd_op == row.verwijderd_op
        )
        for place in self.session.scalars(places).all():
            self.change(place, verwijderd_op=None)
        self.change(row, verwijderd_op=None)

    def find(self, cls: type[Row], *criteria: ColumnElement[bool]) -> Sequence[Row]:
        """Rows of the region that are not deleted; rows of this transaction are written first when needed."""
        return self.find_all(cls, cls.verwijderd_op.is_(None), *criteria)

    def find_all(self, cls: type[Row], *criteria: ColumnElement[bool]) -> Sequence[Row]:
        """The same with deleted ones."""
        if cls in self._unflushed:
            self.flush()
        query = select(cls).where(cls.regio_id == self.context.actor.regio_id, *criteria)
        return self.session.scalars(query.order_by(cls.id)).all()

    def active_regie(self, werkgever_id: str) -> Regie | None:
        """Who holds the regie now; looked up once per werkgever and kept up to date by `add` and `change`."""
        if werkgever_id not in self._regie:
            found = self.find(Regie, Regie.werkgever_id == werkgever_id, Regie.tot.is_(None))
            self._regie[werkgever_id] = found[0] if found else None
        current = self._regie[werkgever_id]
        return current if current is not None and current.tot is None else None

    def by_kvk(self, kvk_nummer: str) -> Werkgever | None:
        """The werkgever of the region with this KvK number."""
        key = (self.context.actor.regio_id, kvk_nummer)
        if key not in self._kvk:
            self.prefetch_kvk([kvk_nummer])
        row = self._kvk[key]
        has_it_still = row is not None and row.verwijderd_op is None and row.kvk_nummer == kvk_nummer
        return row if has_it_still else None

    def prefetch_kvk(self, numbers: Iterable[str]) -> None:
        """Look up many KvK numbers in one query."""
        regio_id = self.context.actor.regio_id
        missing = [number for number in set(numbers) if (regio_id, number) not in self._kvk]
        for start in range(0, len(missing), 500):
            chunk = missing[start : start + 500]
            for row in self.find(Werkgever, among(self.session, Werkgever.kvk_nummer, chunk)):
                self._kvk[(regio_id, row.kvk_nummer or "")] = row
            for number in chunk:
                self._kvk.setdefault((regio_id, number), None)

    def prefetch(self, cls: type[Synced], ids: Iterable[str]) -> None:
        """Load many rows in one query, so that the `get` of each is free; also of those that do not exist."""
        missing = [row_id for row_id in set(ids) if (cls, row_id) not in self._added]
        for start in range(0, len(missing), 500):
            part = missing[start : start + 500]
            rows = self.session.scalars(select(cls).where(among(self.session, cls.id, part))).all()
            self._held |= {(cls, row.id): row for row in rows}
            self._absent |= {(cls, row_id) for row_id in part} - {(cls, row.id) for row in rows}

    def prefetch_names(self, werkgever_ids: Collection[str]) -> None:
        """The same of werkgevers that stand for themselves, for `named_werkgever`."""
        query = select(Werkgever.id, Werkgever.naam, Werkgever.regio_id, Werkgever.versie).where(
            among(self.session, Werkgever.id, werkgever_ids),
            Werkgever.samengevoegd_met.is_(None),
            Werkgever.verwijderd_op.is_(None),
        )
        rows = self.session.connection().execute(query).all() if werkgever_ids else []
        self._named |= {row.id: NamedWerkgever(*row) for row in rows}

    def expect_new(self, cls: type[Synced], ids: Collection[str]) -> None:
        """The same for rows that are hardly ever there already."""
        here = which_exist(self.session, cls.__tablename__, ids) if ids else set()  # type: ignore[attr-defined]
        self._absent |= {(cls, row_id) for row_id in ids if row_id not in here} - self._added.keys()
        self.prefetch(cls, here)

    def prefetch_regie(self, werkgever_ids: Iterable[str]) -> None:
        """Look up who holds the regie for many werkgevers in one query."""
        missing = [row_id for row_id in set(werkgever_ids) if row_id not in self._regie]
        for start in range(0, len(missing), 500):
            chunk = missing[start : start + 500]
            self._regie |= dict.fromkeys(chunk)
            for row in self.session.scalars(
                select(Regie).where(
                    among(self.session, Regie.werkgever_id, chunk),
                    Regie.tot.is_(None),
                    Regie.verwijderd_op.is_(None),
                )
            ):
                self._regie[row.werkgever_id] = row

    def reservations(self, werkgever_id: str) -> Sequence[Reservering]:
        """Announced approaches, the oldest first; looked up once per werkgever."""
        if werkgever_id not in self._reserved:
            self.prefetch_reservations([werkgever_id])
        return [row for row in self._reserved[werkgever_id] if row.verwijderd_op is None]

    def prefetch_reservations(self, werkgever_ids: Iterable[str]) -> None:
        """Look up the announced approaches of many werkgevers in one query."""
        missing = [row_id for row_id in set(werkgever_ids) if row_id not in self._reserved]
        if missing and Reservering in self._unflushed:
            self.flush()
        for start in range(0, len(missing), 500):
            chunk = missing[start : start + 500]
            self._reserved |= {row_id: [] for row_id in chunk}
            query = select(Reservering).where(among(self.session, Reservering.werkgever_id, chunk))
            for row in self.session.scalars(query.order_by(Reservering.id)):
                self._reserved[row.werkgever_id].append(row)

    def stand_ins(self, voor_id: str) -> Sequence[Waarneming]:
        """Every waarneming for this person, also those that are over; looked up once."""
        if voor_id not in self._stand_ins:
            self._stand_ins[voor_id] = self.find(Waarneming, Waarneming.voor_id == voor_id)
        return self._stand_ins[voor_id]

    def codes(self, lijst: str) -> dict[str, str]:
        """Code → label of a code list, ended values included."""
        return {row.code: row.label for row in self.code_rows(lijst)}

    def current_codes(self, lijst: str) -> dict[str, str]:
        """Code → label of the values that held on the day of the command."""
        day = self.context.dag
        return {
            row.code: row.label
            for row in self.code_rows(lijst)
            if (row.geldig_van is None or row.geldig_van <= day)
            and (row.geldig_tot is None or day < row.geldig_tot)
        }

    def code_rows(self, lijst: str) -> Sequence[Codewaarde]:
        """The values of a code list in its order, ended values included."""
        if lijst not in self._codes:
            rows = self.find(Codewaarde, Codewaarde.lijst == lijst)
            self._codes[lijst] = sorted(rows, key=lambda row: (row.volgorde, row.code))
        return self._codes[lijst]

    def forget_codes(self, lijst: str) -> None:
        """A list that was changed is read anew."""
        self._codes.pop(lijst, None)

    def add(self, row: Row) -> Row:
        """A new row of the region, made by the actor at the command's time."""
        if self._removed:
            self.bring_back(getattr(row, "werkgever_id", None))
        if not self._of_new:
            raise RuntimeError("no command has begun")
        cls: type[Synced] = type(row)
        values = vars(row)
        values.update(self._of_new)
        row_id: str = values["id"]
        key = (cls, row_id)
        if cls is Werkgever and values.get("kvk_nummer"):
            self._write_freed_numbers()
        self._new.append(row)
        self._added[key] = row
        self._made_now.add(row_id)
        self._absent.discard(key)
        self.touched[key] = row
        self.times += 1
        self._unflushed.add(cls)
        if cls in _LOOKED_UP:
            self._follow(row)
        return row

    def _follow(self, row: Synced) -> None:
        """What was looked up once knows of a row that came since."""
        if isinstance(row, Regie) and row.tot is None:
            self._regie[row.werkgever_id] = row
        if isinstance(row, Reservering):
            self._reserved.pop(row.werkgever_id, None)
        if isinstance(row, Waarneming):
            self._stand_ins.clear()
        if isinstance(row, Werkgever) and row.kvk_nummer and row.verwijderd_op is None:
            self._kvk[(row.regio_id, row.kvk_nummer)] = row

    def change(self, row: Synced, **new: Any) -> bool:
        """Sets what differs; False when nothing did. One command makes at most one new version of a row."""
        different = {name: value for name, value in new.items() if getattr(row, name) != value}
        if different:
            self.bring_back(row.id)
            self.bring_back(different.get("werkgever_id"))
        if different.get("kvk_nummer"):
            self._write_freed_numbers()
        if getattr(row, "kvk_nummer", None) and {"kvk_nummer", "verwijderd_op"} & different.keys():
            self._number_freed = True
        if different and self._sent:
            self._meet(row)
        for name, value in different.items():
            setattr(row, name, value)
        if isinstance(row, Reservering):
            self._reserved.clear()
        if isinstance(row, Waarneming):
            self._stand_ins.clear()
        if not different:
            return False
        row.versie = row.versie + 1
        row.gewijzigd_op = self.context.tijd
        row.gewijzigd_door = self.context.actor.medewerker_id
        self.touched[(type(row), row.id)] = row
        self.times += 1
        self._unflushed.add(type(row))
        if isinstance(row, Werkgever) and row.kvk_nummer and row.verwijderd_op is None:
            self._kvk[(row.regio_id, row.kvk_nummer)] = row
        return True

    def _write_freed_numbers(self) -> None:
        """A KvK number that was given up is written before another row takes it: its index cannot wait."""
        if self._number_freed:
            self.flush()

    @property
    def added(self) -> Collection[tuple[type[Synced], str]]:
        """Which rows are new in this transaction."""
        return self._added.keys()

    def made_now(self, row: Synced) -> bool:
        """Whether the command that runs now made this row: what it still sets is part of version 1."""
        return row.id in self._made_now

    def flush(self) -> None:
        """Write what waits, without committing."""
        fresh = [*self._sent.values(), *self._new]
        self.write()
        self._sent.clear()
        new_rows.adopt(self.session, fresh)

    def send_ahead(self, put: new_rows.Put) -> None:
        """Hands over what is new so far. Nothing reads those tables before `settle`, which `write` calls."""
        self.texts |= new_rows.hand_over(self._new, put)
        self._sent |= {(type(row), row.id): row for row in self._new}
        self._new = []

    def _meet(self, row: Synced) -> None:
        """A row that was sent ahead is changed after all: from here on the session watches it."""
        sent = self._sent.pop((type(row), row.id), None)
        if sent is not None:
            new_rows.adopt(self.session, [sent])

    def write(self) -> None:
        """The same as the last thing: the session does not come to know what was new."""
        self.settle()
        for row in self.session.dirty:
            self.texts.pop((type(row), getattr(row, "id", "")), None)
        self.session.flush()
        if self._new:
            self.texts |= new_rows.write(self.session, self._new)
            self._new = []
        self._unflushed.clear()
        self._number_freed = False

    def changes(self) -> Changes:
        """Everything touched since this unit of work was made."""
        return Changes.of((cls.__tablename__, row_id) for cls, row_id in self.touched)  # type: ignore[attr-defined]
