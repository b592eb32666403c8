"""What a merge changed, kept in the history of the double, so that it can be taken back as a whole (R11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.models.tables import SYNCED, Regie, Synced, Veldwijziging, Vestiging, Werkgever
from desktop.models.work import Work

FIELD = "samengevoegd_met"
SHOWN = ("handelsnamen", "kvk_nummer", "plaats", "gemeente_code")
"""What a werkgever takes over of its double."""
_BY_NAME: dict[str, type[Any]] = {cls.__tablename__: cls for cls in SYNCED}  # type: ignore[attr-defined]


@dataclass(slots=True)
class MergePlan:
    """`velden`: field of the werkgever that stays → before and after. `rijen`: table and column → rows that
    went along; `hoofd`: places of the double that were its hoofdvestiging. `regie`: which period ran at
    the one that stays and at the double before, and which one after.
    """

    velden: dict[str, list[Any]]
    regie: dict[str, str | None]
    rijen: dict[str, list[str]] = field(default_factory=dict)
    hoofd: list[str] = field(default_factory=list)

    @classmethod
    def before(cls, work: Work, keeps: Werkgever, goes: Werkgever) -> MergePlan:
        """Nothing was changed yet."""
        ours, theirs = work.active_regie(keeps.id), work.active_regie(goes.id)
        return cls(
            {name: [getattr(keeps, name)] for name in SHOWN},
            {"hier": ours.id if ours else None, "daar": theirs.id if theirs else None},
        )

    def move(
        self, work: Work, row: Synced, keeps: Werkgever, column: str = "werkgever_id", **other: Any
    ) -> None:
        """This row goes along; `other` is what else becomes of it."""
        if isinstance(row, Vestiging) and row.hoofdvestiging:
            self.hoofd.append(row.id)
        self.rijen.setdefault(f"{row.__tablename__}.{column}", []).append(row.id)  # type: ignore[attr-defined]
        work.change(row, **{column: keeps.id}, **other)

    def keep(self, work: Work, keeps: Werkgever, goes: Werkgever) -> None:
        """Everything was changed: written down with the double, where only the undo looks for it."""
        now = work.active_regie(keeps.id)
        for name in SHOWN:
            self.velden[name].append(getattr(keeps, name))
        work.add(
            Veldwijziging(
                id=work.context.derive_id("samenvoeging"),
                tabel=Werkgever.__tablename__,
                rij_id=goes.id,
                werkgever_id=goes.id,
                veld=FIELD,
                nieuw={
                    "velden": self.velden,
                    "regie": self.regie | {"nu": now.id if now else None},
                    "rijen": self.rijen,
                    "hoofd": self.hoofd,
                },
                rij_versie=goes.versie,
                laptop_id=work.context.laptop_id,
            )
        )


def line_of(work: Work, goes: Werkgever) -> Veldwijziging | None:
    """Where the last merge of this werkgever is written down, also when that was taken back."""
    lines = work.find_all(Veldwijziging, Veldwijziging.rij_id == goes.id, Veldwijziging.veld == FIELD)
    return max(lines, key=lambda line: (line.rij_versie, line.id), default=None)


def read(line: Veldwijziging) -> MergePlan:
    """What was written down."""
    kept: dict[str, Any] = line.nieuw or {}
    return MergePlan(kept["velden"], kept["regie"], kept["rijen"], kept["hoofd"])


def rows(work: Work, plan: MergePlan, keeps: Werkgever) -> Iterator[tuple[Synced, str]]:
    """What went along and is still where it went, with the column that says so."""
    for name, ids in plan.rijen.items():
        table, _, column = name.partition(".")
        cls = _BY_NAME[table]
        work.prefetch(cls, ids)
        for row_id in ids:
            row = work.get(cls, row_id)
            if row is not None and getattr(row, column) == keeps.id:
                yield row, column


def regie(work: Work, plan: MergePlan, which: str) -> Regie | None:
    """The period of regie that the plan calls so."""
    row_id = plan.regie[which]
    return work.get(Regie, row_id) if row_id else None
