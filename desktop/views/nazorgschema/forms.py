"""A line of the schedule: a new one, or what an existing one is from now on."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.commands.nazorg import StelNazorgregelVast
from desktop.models.queries.nazorg_rows import NazorgregelRij
from desktop.views.backend import Backend
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.field_form import Lines, Typed
from desktop.views.forms.inputs import CHECK, CHOICE, NUMBER, SEGMENTS, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.forms.sources import Listed
from desktop.views.nazorgschema import texts
from desktop.views.shell import Shell
from desktop.views.widgets.pick_popup import Pick

NEW, EDIT = "nazorgregel", "nazorgregel_wijzigen"
NOWHERE = "nieuw"
AFTER, BEFORE = "na", "voor"
_TRACKS = tuple((code, words.removeprefix("de ").capitalize()) for code, words in texts.TRACKS)


def _earlier(backend: Backend) -> Sequence[Pick]:
    return tuple(Pick(row.code, row.naam, icon="") for row in backend.nazorgregels())


_LINES: Lines = (
    (FieldSpec("naam", texts.NAME, limit=120, required=True, missing=texts.NAME_MISSING),),
    (FieldSpec("spoor", texts.TRACK, SEGMENTS, options=_TRACKS),),
    (FieldSpec("anker", texts.ANCHOR, CHOICE, options=texts.ANCHORS, required=True),),
    (
        FieldSpec(
            "na_regel",
            texts.AFTER,
            CHOICE,
            source=Listed(_earlier),
            placeholder=texts.CHOOSE_AFTER,
            required=True,
            missing=texts.AFTER_MISSING,
            only=("anker", frozenset({"na_regel"})),
        ),
    ),
    (
        FieldSpec("aantal", texts.NUMBER, NUMBER, required=True, missing=texts.NUMBER_MISSING),
        FieldSpec("eenheid", texts.UNIT, CHOICE, options=texts.UNITS, width=2, required=True),
    ),
    (FieldSpec("kant", texts.SIDE, SEGMENTS, options=texts.SIDES),),
    (FieldSpec("actief", texts.ACTIVE, CHECK),),
)


class LineForm(CommandForm):
    """A code is always settled whole: what this form does not ask goes along as it stands."""

    def __init__(self, shell: Shell, row: NazorgregelRij | None = None) -> None:
        self._code = row.code if row is not None else f"eigen_{shell.new_id()[-12:]}"
        title = texts.EDIT_LINE if row is not None else texts.WORDS.new_name
        draft, about = (EDIT, row.code) if row is not None else (NEW, NOWHERE)
        kind = FormKind(title, row.naam if row is not None else "", draft, about, texts.SETTLED)
        table = FormTable(StelNazorgregelVast, _LINES, fixed=_as_it_stands(row))
        super().__init__(shell, kind, table, _typed_of(row))

    def begin_anew(self) -> None:
        """A new one that was taken back is another one the next time."""
        super().begin_anew()
        if self.kind.draft == NEW:
            self._code = f"eigen_{self.shell.new_id()[-12:]}"

    def arguments(self) -> dict[str, object]:
        """The number and its side are one shift."""
        found = super().arguments()
        count, side = found.pop("aantal", 0), found.pop("kant", AFTER)
        shift = count if isinstance(count, int) else 0
        return found | {"code": self._code, "verschuiving": -shift if side == BEFORE else shift}

    def field_of(self, name: str) -> str:
        return "aantal" if name == "verschuiving" else name


def _as_it_stands(row: NazorgregelRij | None) -> dict[str, object]:
    if row is None:
        return {}
    only: dict[str, object] = {
        "soorten": list(row.soorten),
        "contract": list(row.contract),
        "instrumenten": list(row.instrumenten),
        "forfait": row.forfait,
        "duur_minimaal": row.duur_minimaal,
    }
    filled = {name: value for name, value in only.items() if value not in (None, [])}
    kept: dict[str, object] = {
        "herhaal_maanden": row.herhaal_maanden,
        "alleen_bij": filled or None,
        "volgorde": row.volgorde,
        "bron": row.bron,
    }
    return {name: value for name, value in kept.items() if value is not None}


def _typed_of(row: NazorgregelRij | None) -> Typed:
    if row is None:
        return {"anker": "start", "eenheid": "maand", "actief": True}
    return {
        "naam": row.naam,
        "spoor": row.spoor,
        "anker": row.anker,
        "na_regel": row.na_regel or "",
        "aantal": str(abs(row.verschuiving)),
        "eenheid": row.eenheid,
        "kant": BEFORE if row.verschuiving < 0 else AFTER,
        "actief": row.actief,
    }
