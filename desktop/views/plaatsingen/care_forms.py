"""The forms of nazorg: the plan, a talk that took place, one that did not, and what an instrument needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop import dutch
from desktop.models.commands.instrument import WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.nazorg import (
    LaatNazorgVervallen,
    MeldPoging,
    PlanNazorg,
    RondNazorgAf,
    VerzetNazorg,
    VoegNazorgToe,
)
from desktop.models.queries.instrument_rows import InzetRij
from desktop.models.queries.nazorg_rows import NazorgRij, Nazorgvoorstel, VoorstelRegel
from desktop.models.queries.plaatsing_rows import PlaatsingKaart
from desktop.views.backend import Backend
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import Lines, Typed
from desktop.views.forms.inputs import CHECK, CHOICE, DAY, NOTE, NUMBER, SEARCH, SEGMENTS, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.forms.sources import Listed
from desktop.views.plaatsingen import course, texts, words
from desktop.views.shell import Shell
from desktop.views.widgets.pick_popup import Pick

PLAN, FINISH, ATTEMPT, MOVE, DROP, ADD, USE, CHANGE_USE = (
    "plaatsing_plan",
    "plaatsing_nazorg",
    "plaatsing_poging",
    "plaatsing_verzetten",
    "plaatsing_niet_nodig",
    "plaatsing_gesprek",
    "plaatsing_instrument",
    "plaatsing_inzet",
)
_RESULTS = tuple((code, words_.capitalize()) for code, words_ in texts.RESULTS.items())
_NEXT = FieldSpec("volgende_op", texts.NEXT_ON, DAY, hint=texts.NEXT_HINT, span=Span.AHEAD)
_DONE_ON = FieldSpec(
    "uitgevoerd_op", texts.DONE_ON, DAY, span=Span.PAST, required=True, missing=texts.DAY_MISSING
)
_SIGNAL: Lines = (
    (
        FieldSpec(
            "signaal_categorie",
            texts.SIGNAL_KIND,
            CHOICE,
            lijst="signaal_categorie",
            placeholder=texts.NONE_YET,
        ),
    ),
    (FieldSpec("signaal_tekst", texts.SIGNAL_TEXT, NOTE, hint=texts.SIGNAL_HINT, limit=1000),),
)
_CONTACT: Lines = (
    (
        FieldSpec(
            "contact_kanaal",
            texts.SPOKE,
            CHOICE,
            lijst="kanaal",
            hint=texts.SPOKE_HINT,
            placeholder=texts.NOT_SPOKE,
        ),
    ),
)


def _kind(card: PlaatsingKaart, title: str, draft: str, about: str, done: str) -> FormKind:
    row = card.plaatsing
    named = row.id if about == row.id else f"{row.id} {about}"
    return FormKind(title, f"{words.who(row)}, {row.werkgever}", draft, named, done, row.werkgever_id)


_RELATION: Lines = (
    (
        FieldSpec(
            "steun",
            texts.SUPPORT,
            CHOICE,
            hint=texts.SUPPORT_HINT,
            options=texts.SUPPORTS,
            placeholder=texts.CHOOSE,
            required=True,
            missing=texts.SUPPORT_MISSING,
        ),
    ),
    (FieldSpec("toelichting", texts.IN_A_SENTENCE, NOTE, limit=1000),),
)
_PLACEMENT: Lines = (
    (
        FieldSpec(
            "resultaat",
            texts.RESULT,
            CHOICE,
            options=_RESULTS,
            placeholder=texts.CHOOSE,
            required=True,
            missing=texts.RESULT_MISSING,
        ),
    ),
    (FieldSpec("notitie", texts.HEARD, NOTE, hint=texts.HEARD_HINT, limit=1000),),
)


class FinishTalk(CommandForm):
    """What one heard. The relation with the employer has a mark from 1 to 5, the placement a result."""

    def __init__(self, shell: Shell, card: PlaatsingKaart, talk: NazorgRij) -> None:
        self._talk = talk
        relation = talk.spoor == "relatie"
        heard: Lines = (
            (
                (
                    FieldSpec(
                        "steun", texts.SUPPORT, SEGMENTS, options=texts.SUPPORTS, hint=texts.SUPPORT_HINT
                    ),
                ),
                (FieldSpec("toelichting", texts.IN_A_SENTENCE, NOTE, limit=1000),),
            )
            if relation
            else (
                (
                    FieldSpec(
                        "resultaat",
                        texts.RESULT,
                        CHOICE,
                        options=_RESULTS,
                        placeholder=texts.CHOOSE,
                        required=True,
                        missing=texts.RESULT_MISSING,
                    ),
                ),
                (FieldSpec("notitie", texts.HEARD, NOTE, hint=texts.HEARD_HINT, limit=1000),),
            )
        )
        talked = () if talk.spoor == "werknemer" else _CONTACT
        lines = ((_DONE_ON,), *heard, *talked, (_NEXT,))
        more = () if relation else _SIGNAL
        kind = _kind(card, course.talk_title(talk), FINISH, talk.id, texts.CARE_DONE)
        table = FormTable(RondNazorgAf, lines, more, {"nazorgactie_id": talk.id})
        super().__init__(shell, kind, table, {"uitgevoerd_op": dutch.weekday_date(shell.backend.today())})

    def arguments(self) -> dict[str, object]:
        """What belongs together goes in one part: the signaal, and that one spoke with the employer."""
        found = super().arguments()
        categorie, tekst = found.pop("signaal_categorie", None), found.pop("signaal_tekst", None)
        if categorie or tekst:
            found["signaal"] = {"categorie": categorie or "anders", "tekst": tekst or ""}
        kanaal = found.pop("contact_kanaal", None)
        if kanaal:
            found["contact"] = {"kanaal": kanaal}
        if "steun" in found:
            found["steun"] = int(str(found["steun"]))
        return found

    def also_wrong(self) -> dict[str, str]:
        typed = self.typed()
        if typed.get("signaal_categorie") and not str(typed.get("signaal_tekst", "")).strip():
            return {"signaal_tekst": texts.SIGNAL_MISSING}
        return {}

    def field_of(self, name: str) -> str:
        return {"signaal": "signaal_tekst", "contact": "contact_kanaal"}.get(name, name)


class TalkForm(CommandForm):
    """What a planned talk of a placement needs and has in common."""

    def __init__(
        self, shell: Shell, card: PlaatsingKaart, talk: NazorgRij, draft: str, title: str, table: FormTable
    ) -> None:
        kind = _kind(card, f"{title}: {course.talk_title(talk)}", draft, talk.id, texts.CARE_CHANGED)
        super().__init__(shell, kind, table)


def attempt(shell: Shell, card: PlaatsingKaart, talk: NazorgRij) -> TalkForm:
    """Nobody could be reached."""
    lines: Lines = (
        (FieldSpec("datum", texts.TRIED_ON, DAY, span=Span.PAST, required=True, missing=texts.DAY_MISSING),),
        (
            FieldSpec(
                "reden",
                texts.REASON,
                CHOICE,
                lijst="nazorg_poging",
                required=True,
                missing=texts.REASON_MISSING,
            ),
        ),
        (_NEXT,),
    )
    table = FormTable(MeldPoging, lines, fixed={"nazorgactie_id": talk.id})
    return TalkForm(shell, card, talk, ATTEMPT, texts.ATTEMPT, table)


def move(shell: Shell, card: PlaatsingKaart, talk: NazorgRij) -> TalkForm:
    """To another day, with the reason."""
    lines: Lines = (
        (
            FieldSpec(
                "gepland_op", texts.NEW_DAY, DAY, span=Span.AHEAD, required=True, missing=texts.DAY_MISSING
            ),
        ),
        (FieldSpec("reden", texts.REASON, limit=200, required=True, missing=texts.REASON_MISSING),),
    )
    return TalkForm(
        shell, card, talk, MOVE, texts.MOVE, FormTable(VerzetNazorg, lines, fixed={"nazorgactie_id": talk.id})
    )


def drop(shell: Shell, card: PlaatsingKaart, talk: NazorgRij) -> TalkForm:
    """Not needed any more: closed with the reason."""
    reason = FieldSpec(
        "reden", texts.REASON, CHOICE, lijst="nazorg_vervallen", required=True, missing=texts.REASON_MISSING
    )
    table = FormTable(LaatNazorgVervallen, ((reason,),), fixed={"nazorgactie_id": talk.id})
    return TalkForm(shell, card, talk, DROP, texts.DROP, table)


class AddTalk(CommandForm):
    """One more than the schedule has."""

    def __init__(self, shell: Shell, card: PlaatsingKaart) -> None:
        tracks = (("werknemer", texts.WITH_EMPLOYEE), ("werkgever", texts.WITH_EMPLOYER))
        lines: Lines = (
            (FieldSpec("spoor", texts.TRACK, SEGMENTS, options=tracks),),
            (FieldSpec("naam", texts.ABOUT, limit=120, required=True, missing=texts.ABOUT_MISSING),),
            (
                FieldSpec(
                    "gepland_op",
                    texts.PLANNED_ON,
                    DAY,
                    span=Span.AHEAD,
                    required=True,
                    missing=texts.DAY_MISSING,
                ),
            ),
        )
        kind = _kind(card, texts.ADD_TALK, ADD, card.plaatsing.id, texts.CARE_CHANGED)
        table = FormTable(VoegNazorgToe, lines, fixed={"plaatsing_id": card.plaatsing.id}, new=True)
        super().__init__(shell, kind, table)


class PlanCare(CommandForm):
    """What the schedule proposes: a talk can be moved, or left out by emptying its day, before it is kept."""

    def __init__(self, shell: Shell, card: PlaatsingKaart, proposal: Nazorgvoorstel) -> None:
        self._proposed = tuple(row for row in proposal.regels if not row.voorbij)
        lines: Lines = tuple((_line(row),) for row in self._proposed)
        kind = _kind(card, texts.PLAN, PLAN, card.plaatsing.id, texts.PLANNED_DONE)
        table = FormTable(PlanNazorg, lines, fixed={"plaatsing_id": card.plaatsing.id})
        typed: Typed = {f"dag_{row.regel}": dutch.weekday_date(row.gepland_op) for row in self._proposed}
        super().__init__(shell, replace(kind, subtitle=f"{kind.subtitle}. {texts.LEAVE_OUT}"), table, typed)

    def arguments(self) -> dict[str, object]:
        found, _ = self.plain()
        items = [
            {
                "spoor": row.spoor,
                "regel": row.regel,
                "naam": row.naam,
                "gepland_op": found[f"dag_{row.regel}"],
                "berekend_op": row.gepland_op.isoformat(),
            }
            for row in self._proposed
            if f"dag_{row.regel}" in found
        ]
        return {"items": items} | dict(self.table.fixed)

    def also_wrong(self) -> dict[str, str]:
        found, wrong = self.plain()
        first = f"dag_{self._proposed[0].regel}" if self._proposed else ""
        return {} if found or wrong else {first: texts.NOTHING_PLANNED}

    def first_empty(self) -> QWidget:
        """Everything is filled in: the first day."""
        return self._target(self.specs[0].key) if self.specs else self


def _line(row: VoorstelRegel) -> FieldSpec:
    """On which day, and why it is there."""
    why = " · ".join(part for part in (texts.SHORT_TRACKS[row.spoor], row.bron) if part)
    return FieldSpec(f"dag_{row.regel}", row.naam, DAY, hint=why, span=Span.AHEAD)


# -- instruments -------------------------------------------------------------------------------------
def _selectable(backend: Backend) -> Sequence[Pick]:
    rows = backend.instrumentengids(ook_oud=False)
    return tuple(Pick(row.code, row.naam, row.verstrekker or "", "") for row in rows if row.te_kiezen)


_PERIOD: Lines = (
    (FieldSpec("aangevraagd_op", texts.ASKED_ON, DAY),),
    (FieldSpec("start", texts.STARTS, DAY), FieldSpec("einde", texts.ENDS, DAY)),
    (FieldSpec("verstrekker", texts.PROVIDER, limit=70),),
    (
        FieldSpec("loonwaarde_pct", texts.WAGE_VALUE_PERCENT, NUMBER),
        FieldSpec("forfait", texts.FORFAIT_NOW, CHECK),
    ),
    (FieldSpec("toelichting", texts.NOTE, NOTE, hint=texts.NOTE_HINT, limit=1000),),
)


class UseInstrument(CommandForm):
    """For the person of this placement; a limit that is passed is said afterwards, with its source."""

    def __init__(self, shell: Shell, card: PlaatsingKaart) -> None:
        row = card.plaatsing
        which = FieldSpec(
            "code",
            texts.INSTRUMENT,
            SEARCH,
            source=Listed(_selectable),
            required=True,
            missing=texts.INSTRUMENT_MISSING,
        )
        kind = _kind(card, texts.USE, USE, row.id, texts.USED_DONE)
        fixed = {"plaatsing_id": row.id, "kandidaat_id": row.kandidaat_id}
        super().__init__(shell, kind, FormTable(ZetInstrumentIn, ((which,), *_PERIOD), fixed=fixed, new=True))


class ChangeUse(CommandForm):
    """What became of it, and other days."""

    def __init__(self, shell: Shell, card: PlaatsingKaart, row: InzetRij) -> None:
        status = FieldSpec("status", texts.STATUS, CHOICE, lijst="inzet_status")
        granted = FieldSpec("toegekend_op", texts.GRANTED_ON, DAY)
        kind = _kind(
            card, f"{row.instrument} {texts.CHANGE_USE.lower()}", CHANGE_USE, row.id, texts.CHANGED_USE
        )
        table = FormTable(
            WerkInzetBij, ((status,), (granted,), *_PERIOD), fixed={"inzet_id": row.id}, changes=True
        )
        super().__init__(shell, kind, table, _typed_of(row))


def _typed_of(row: InzetRij) -> Typed:
    days: Mapping[str, object] = {
        name: getattr(row, name) for name in ("aangevraagd_op", "toegekend_op", "start", "einde")
    }
    typed: Typed = {name: dutch.weekday_date(day) if day else "" for name, day in days.items()}  # type: ignore[arg-type]
    return typed | {
        "status": row.status,
        "verstrekker": row.verstrekker or "",
        "loonwaarde_pct": "" if row.loonwaarde_pct is None else str(row.loonwaarde_pct),
        "forfait": row.forfait,
        "toelichting": row.toelichting or "",
    }


TALKS = {ATTEMPT: attempt, MOVE: move, DROP: drop}
"""The forms of a planned talk by the name of their draft."""
