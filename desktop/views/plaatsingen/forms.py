"""The forms of a placement itself: a new one, what changed, that it ended, that it lay still, a milestone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop import dutch
from desktop.models.commands.plaatsing import (
    BeeindigOnderbreking,
    BeeindigPlaatsing,
    BevestigMijlpaal,
    LaatPlaatsingVervallen,
    MeldOnderbreking,
    RegistreerPlaatsing,
    WijzigPlaatsing,
)
from desktop.models.queries.plaatsing_rows import MijlpaalRij, PlaatsingKaart
from desktop.models.queries.vacature_rows import VacatureFilter
from desktop.models.rules.vacature import EMPLOYED_BY_ANOTHER
from desktop.views.backend import Backend
from desktop.views.forms import sources
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.field_form import Lines, Standing, Typed
from desktop.views.forms.inputs import CHECK, CHOICE, DAY, NOTE, NUMBER, SEARCH, FieldSpec, Options
from desktop.views.forms.panel import FormKind
from desktop.views.forms.sources import Listed
from desktop.views.plaatsingen import candidates, texts, words
from desktop.views.shell import Shell
from desktop.views.widgets.pick_popup import Pick

NEW, EDIT, END, NEVER_BEGAN, STILL, STILL_OVER, CONFIRM = (
    "plaatsing",
    "plaatsing_wijzigen",
    "plaatsing_beeindigen",
    "plaatsing_vervalt",
    "plaatsing_onderbreking",
    "plaatsing_weer_begonnen",
    "plaatsing_mijlpaal",
)
_SEEN = "plaatsing_soort_bevestigd"
NOWHERE = "nieuw"
"""What the draft of a new one is about."""
_AGREEMENTS = tuple(texts.AGREEMENTS.items())
_REASON = FieldSpec(
    "reden", texts.REASON, CHOICE, lijst="plaatsing_einde", required=True, missing=texts.REASON_MISSING
)
_NOTE = FieldSpec("toelichting", texts.NOTE, NOTE, hint=texts.NOTE_HINT, limit=1000)
_KIND = FieldSpec(
    "soort",
    texts.KIND,
    CHOICE,
    lijst="vacature_soort",
    placeholder=texts.CHOOSE,
    required=True,
    missing=texts.KIND_MISSING,
)
_FORMAL = FieldSpec(
    "formele_werkgever_id",
    texts.FORMAL,
    SEARCH,
    hint=texts.FORMAL_HINT,
    source=sources.employers(),
    only=("soort", EMPLOYED_BY_ANOTHER),
)
_DAYS: Lines = (
    (
        FieldSpec("start", texts.STARTS, DAY, required=True, missing=texts.START_MISSING),
        FieldSpec("verwachte_einddatum", texts.EXPECTED, DAY),
    ),
)
_CONTRACT: Lines = (
    (
        FieldSpec("uren", texts.HOURS, NUMBER),
        FieldSpec("contract", texts.CONTRACT, CHOICE, lijst="contract", placeholder=texts.CHOOSE),
    ),
)
_MORE: Lines = (
    (
        FieldSpec(
            "type_overeenkomst", texts.AGREEMENT, CHOICE, options=_AGREEMENTS, placeholder=texts.FOLLOWS
        ),
    ),
    (FieldSpec("project", texts.PROJECT, limit=70),),
    (FieldSpec("duurzaam_verwacht", texts.LASTS_LONG, CHECK),),
    (FieldSpec("sroi", texts.SROI, CHECK),),
)


class NewPlacement(CommandForm):
    """Of an own candidate: at the vacature for which it was put forward, or at a werkgever."""

    def __init__(
        self, shell: Shell, kandidaat_id: str = "", voordracht_id: str = "", vacature_id: str = ""
    ) -> None:
        fixed = {"voordracht_id": voordracht_id} if voordracht_id else {}
        fixed |= {"vacature_id": vacature_id} if vacature_id else {}
        who = FieldSpec(
            "kandidaat_id",
            texts.CANDIDATE,
            SEARCH,
            source=candidates.own(),
            required=True,
            missing=texts.CANDIDATE_MISSING,
        )
        where = FieldSpec(
            "werkgever_id",
            texts.EMPLOYER,
            SEARCH,
            source=sources.employers(),
            required=True,
            missing=texts.EMPLOYER_MISSING,
        )
        asked: Lines = ((who,), *(() if voordracht_id else ((where,),)))
        lines: Lines = (*asked, (_KIND,), (_FORMAL,), *_DAYS, *_CONTRACT)
        about = voordracht_id or kandidaat_id or NOWHERE
        kind = FormKind(texts.WORDS.new_name, "", NEW, about, texts.ADDED)
        table = FormTable(RegistreerPlaatsing, lines, _MORE, fixed, new=True)
        super().__init__(shell, kind, table, {"kandidaat_id": kandidaat_id})

    def also_wrong(self) -> dict[str, str]:
        return _ends_before(self)


class EditPlacement(CommandForm):
    """Only what differs is sent. Another first day moves what is planned; which talks is said afterwards.

    With a voordracht the vacature is that of the voordracht.
    """

    def __init__(self, shell: Shell, card: PlaatsingKaart) -> None:
        row = card.plaatsing
        kind = _kind(card, texts.EDIT_PLACEMENT, EDIT, texts.CHANGED)
        lines: Lines = ((_KIND,), (_FORMAL,), *_DAYS, *_CONTRACT)
        more = _MORE if row.voordracht_id else ((_vacancy(row.werkgever_id),), *_MORE)
        table = FormTable(
            WijzigPlaatsing, lines, more, {"plaatsing_id": row.id}, changes=True, at={_SEEN: _KIND.key}
        )
        super().__init__(shell, kind, table, typed_of(card), _LookAt(shell.backend, row.id))

    def also_wrong(self) -> dict[str, str]:
        return _ends_before(self)


class EndPlacement(CommandForm):
    """The last day of work. Why is kept with the person."""

    def __init__(self, shell: Shell, card: PlaatsingKaart) -> None:
        last = FieldSpec("einddatum", texts.ENDED_ON, DAY, required=True, missing=texts.END_MISSING)
        kind = _kind(card, texts.END_PLACEMENT, END, texts.ENDED, texts.END)
        table = FormTable(
            BeeindigPlaatsing, ((last,), (_REASON,), (_NOTE,)), fixed={"plaatsing_id": card.plaatsing.id}
        )
        super().__init__(shell, kind, table)


class NeverBegan(CommandForm):
    """Nobody ever came to work."""

    def __init__(self, shell: Shell, card: PlaatsingKaart) -> None:
        kind = _kind(card, texts.NEVER_BEGAN_TITLE, NEVER_BEGAN, texts.DROPPED_DONE)
        table = FormTable(
            LaatPlaatsingVervallen, ((_REASON,), (_NOTE,)), fixed={"plaatsing_id": card.plaatsing.id}
        )
        super().__init__(shell, kind, table)


class ReportStill(CommandForm):
    """Days on which the work lay still. Why is not asked."""

    def __init__(self, shell: Shell, card: PlaatsingKaart) -> None:
        lines: Lines = (
            (
                FieldSpec("van", texts.FIRST_STILL, DAY, required=True, missing=texts.START_MISSING),
                FieldSpec("tot", texts.LAST_STILL, DAY),
            ),
        )
        kind = _kind(card, texts.STILL, STILL, texts.STILL_DONE)
        table = FormTable(MeldOnderbreking, lines, fixed={"plaatsing_id": card.plaatsing.id}, new=True)
        super().__init__(shell, kind, table)


class EndStill(CommandForm):
    """The last day on which it lay still."""

    def __init__(self, shell: Shell, card: PlaatsingKaart, onderbreking_id: str) -> None:
        last = FieldSpec("tot", texts.LAST_STILL, DAY, required=True, missing=texts.END_MISSING)
        kind = _kind(card, texts.STILL_OVER, STILL_OVER, texts.STILL_OVER_DONE, about=onderbreking_id)
        table = FormTable(BeeindigOnderbreking, ((last,),), fixed={"onderbreking_id": onderbreking_id})
        super().__init__(shell, kind, table)


class ConfirmMilestone(CommandForm):
    """Whether the work still went on, and who said so."""

    def __init__(self, shell: Shell, card: PlaatsingKaart, row: MijlpaalRij) -> None:
        outcomes = tuple(
            (code, texts.OUTCOMES[code].capitalize()) for code in ("gerealiseerd", "uitval", "onbekend")
        )
        people = (("werkgever", texts.SAYS_EMPLOYER), ("kandidaat", texts.SAYS_CANDIDATE))
        lines: Lines = (
            (_asked("uitkomst", texts.STILL_WORKS, outcomes, texts.OUTCOME_MISSING, texts.UNKNOWN_HINT),),
            (_asked("bevestigd_door", texts.WHO_SAYS, people, texts.WHO_MISSING),),
        )
        title = texts.confirm(row.maanden)
        kind = _kind(card, title, CONFIRM, texts.CONFIRMED, texts.CONFIRM, about=row.id)
        fixed = {"plaatsing_id": row.plaatsing_id, "maanden": row.maanden}
        super().__init__(shell, kind, FormTable(BevestigMijlpaal, lines, fixed=fixed))


def _vacancy(werkgever_id: str) -> FieldSpec:
    """For which work of this employer it counts; also work that nobody is looked for any more."""
    return FieldSpec(
        "vacature_id",
        texts.VACANCY,
        CHOICE,
        source=Listed(partial(_vacancies, werkgever_id)),
        placeholder=texts.NO_VACANCY,
    )


def _vacancies(werkgever_id: str, backend: Backend) -> Sequence[Pick]:
    rows = backend.vacatures(VacatureFilter(werkgever_id=werkgever_id)).regels
    return tuple(Pick(row.id, row.naam, row.nummer or "", "vacature") for row in rows)


def _asked(key: str, label: str, options: Options, missing: str, hint: str = "") -> FieldSpec:
    """Nothing is chosen beforehand: what nobody said is not known."""
    return FieldSpec(
        key,
        label,
        CHOICE,
        hint=hint,
        options=tuple(options),
        placeholder=texts.CHOOSE,
        required=True,
        missing=missing,
    )


def _kind(
    card: PlaatsingKaart, title: str, draft: str, done: str, save: str = "", about: str = ""
) -> FormKind:
    """`about` is the row of which the form speaks; the placement stands before it, for a draft."""
    row = card.plaatsing
    subtitle = f"{words.who(row)}, {row.werkgever}"
    named = f"{row.id} {about}" if about else row.id
    kind = FormKind(title, subtitle, draft, named, done, row.werkgever_id)
    return FormKind(title, subtitle, draft, named, done, row.werkgever_id, save) if save else kind


def _ends_before(form: CommandForm) -> dict[str, str]:
    """An end before the beginning."""
    found, _ = form.plain()
    start, end = found.get("start"), found.get("verwachte_einddatum")
    both = isinstance(start, str) and isinstance(end, str)
    if both and date.fromisoformat(str(end)) < date.fromisoformat(str(start)):
        return {"verwachte_einddatum": texts.ENDS_BEFORE}
    return {}


# -- what stands -------------------------------------------------------------------------------------
def typed_of(card: PlaatsingKaart) -> Typed:
    """The fields as a person would type them."""
    row = card.plaatsing
    return {
        "soort": row.soort,
        "formele_werkgever_id": row.formele_werkgever_id or "",
        "vacature_id": row.vacature_id or "",
        "start": dutch.weekday_date(row.start),
        "verwachte_einddatum": dutch.weekday_date(row.verwachte_einddatum) if row.verwachte_einddatum else "",
        "uren": "" if row.uren is None else str(row.uren),
        "contract": row.contract or "",
        "type_overeenkomst": row.type_overeenkomst or "",
        "project": row.project or "",
        "duurzaam_verwacht": bool(row.duurzaam_verwacht),
        "sroi": row.sroi,
    }


@dataclass(frozen=True, slots=True)
class _LookAt:
    """What stands now, and who changed a field last."""

    backend: Backend
    plaatsing_id: str

    def __call__(self) -> Standing:
        card = self.backend.plaatsing(self.plaatsing_id)
        who: dict[str, str] = {}
        for change in card.geschiedenis:
            who.setdefault(change.veld, change.door)
        return Standing(typed_of(card), {veld: name for veld, name in who.items() if name})
