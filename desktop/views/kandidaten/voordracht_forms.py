"""The forms of a voordracht: a candidate for a vacature or an employer, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop import dutch
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.queries.plaatsing_rows import VoordrachtRij
from desktop.models.queries.vacature_rows import VacatureFilter
from desktop.models.rules.vacature import OPEN
from desktop.models.rules.voordracht import RUNNING, TALK, WITH_REASON
from desktop.views.backend import Backend
from desktop.views.forms import sources
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import Lines, Typed
from desktop.views.forms.inputs import CHOICE, DAY, NOTE, SEARCH, SEGMENTS, SEVERAL, FieldSpec
from desktop.views.forms.panel import Fields, FormKind
from desktop.views.forms.sources import MOST_HITS, Searched
from desktop.views.kandidaten import form_texts as words
from desktop.views.shell import Shell
from desktop.views.widgets.pick_popup import Pick

MAKE, UPDATE = "kandidaat_voordragen", "kandidaat_voordracht"
_FOR = "waarvoor"
VACANCY, EMPLOYER = "vacature", "werkgever"


@dataclass(frozen=True, slots=True)
class Forward:
    """Who is put forward, and for which vacature if that is known; `naam` is what it is called."""

    kandidaat_id: str
    kandidaat: str
    vacature_id: str = ""
    naam: str = ""
    werkgever_id: str = ""

    @property
    def about(self) -> str:
        """What its draft is about."""
        return f"{self.kandidaat_id} {self.vacature_id}".strip()


def vacancies() -> Searched:
    """Work that is still offered."""
    return Searched(_find, _named)


def _find(backend: Backend, typed: str) -> Sequence[Pick]:
    wanted = VacatureFilter(tekst=typed, statussen=OPEN)
    rows = backend.vacatures(wanted, MOST_HITS).regels
    return tuple(Pick(row.id, row.naam, row.werkgever, "vacature") for row in rows)


def _named(backend: Backend, ids: Sequence[str]) -> Sequence[Pick]:
    return tuple(Pick(row.id, row.naam, row.werkgever, "vacature") for row in backend.vacatures_met(ids))


_WHERE: Lines = (
    (
        FieldSpec(
            _FOR,
            words.FOR_WHAT,
            SEGMENTS,
            options=((VACANCY, words.FOR_VACANCY), (EMPLOYER, words.FOR_EMPLOYER)),
        ),
    ),
    (
        FieldSpec(
            "vacature_id",
            words.WHICH_VACANCY,
            SEARCH,
            placeholder=words.VACANCY_HINT,
            source=vacancies(),
            required=True,
            missing=words.VACANCY_MISSING,
            only=(_FOR, frozenset({VACANCY})),
        ),
    ),
    (
        FieldSpec(
            "werkgever_id",
            words.WHICH_EMPLOYER,
            SEARCH,
            placeholder=words.EMPLOYER_HINT,
            source=sources.employers(),
            required=True,
            missing=words.EMPLOYER_MISSING,
            only=(_FOR, frozenset({EMPLOYER})),
        ),
    ),
)
_DAYS: Lines = (
    (
        FieldSpec(
            "toestemming",
            words.SAID_YES,
            DAY,
            span=Span.PAST,
            required=True,
            missing=words.SAID_YES_MISSING,
        ),
    ),
    (FieldSpec("datum", words.PROPOSED_ON, DAY, span=Span.PAST, required=True, missing=words.DAY_MISSING),),
)
_OWN_NOTE = (FieldSpec("notitie", words.OWN_NOTE, NOTE, hint=words.OWN_NOTE_HINT, limit=1000),)


def _told(label: str, nothing: str) -> FieldSpec:
    return FieldSpec("kanaal", label, CHOICE, hint=words.TOLD_HINT, lijst="kanaal", placeholder=nothing)


def _people(werkgever_id: str) -> Lines:
    spec = FieldSpec(
        "contactpersoon_ids",
        words.PEOPLE,
        SEVERAL,
        source=sources.contactpersonen(werkgever_id),
        placeholder=words.CHOOSE_PERSON,
    )
    return ((spec,),) if werkgever_id else ()


class PutForward(CommandForm):
    """For a vacature that is known, or for one or an employer that is asked."""

    def __init__(self, shell: Shell, who: Forward) -> None:
        self._who = who
        said = f"{who.kandidaat} voor {who.naam}" if who.naam else who.kandidaat
        kind = FormKind(words.MAKE, said, MAKE, who.about, words.PUT_FORWARD, who.werkgever_id)
        fixed: Fields = {"kandidaat_id": who.kandidaat_id}
        if who.vacature_id:
            fixed["vacature_id"] = who.vacature_id
        where = () if who.vacature_id else _WHERE
        lines = (*where, *_DAYS, (_told(words.TOLD, words.NOT_TOLD),))
        more = (*_people(who.werkgever_id), _OWN_NOTE)
        today = dutch.weekday_date(shell.backend.today())
        typed: Typed = {"datum": today} if where == () else {_FOR: VACANCY, "datum": today}
        super().__init__(shell, kind, FormTable(DoeVoordracht, lines, more, fixed, new=True), typed)

    def arguments(self) -> dict[str, object]:
        found = super().arguments()
        found.pop(_FOR, None)
        return found

    def as_plain(self) -> Fields:
        """With whom it is about, so that the draft leaves with the candidate."""
        return super().as_plain() | {"kandidaat_id": self._who.kandidaat_id}


class UpdatePutForward(CommandForm):
    """A talk, a trial, an end with its reason; what the accountmanager reads is without the name."""

    def __init__(self, shell: Shell, row: VoordrachtRij) -> None:
        self._kandidaat_id = row.kandidaat_id or ""
        said = row.vacature or row.werkgever
        kind = FormKind(
            words.UPDATE,
            f"{row.kandidaat or ''}, {said}".removeprefix(", "),
            UPDATE,
            row.id,
            words.UPDATED,
            row.werkgever_id,
        )
        more = (*_people(row.werkgever_id), _OWN_NOTE)
        table = FormTable(WerkVoordrachtBij, _steps(row), more, {"voordracht_id": row.id})
        super().__init__(shell, kind, table, {"datum": dutch.weekday_date(shell.backend.today())})

    def also_wrong(self) -> dict[str, str]:
        """A day alone says nothing new."""
        said = self.plain()[0].keys() - {"datum"}
        return {} if said else {"": words.NOTHING_NEW}

    def as_plain(self) -> Fields:
        return super().as_plain() | {"kandidaat_id": self._kandidaat_id}


def _steps(row: VoordrachtRij) -> Lines:
    """Forward only: what was before the present state is not among the choices."""
    now = RUNNING.index(row.status) if row.status in RUNNING else len(RUNNING)
    gone = frozenset(RUNNING[: now + 1])
    options = tuple((code, said) for code, said in words.SAID_STATES if code not in gone)
    talks = ("status", frozenset({TALK, ""}) if row.status == TALK else frozenset({TALK}))
    return (
        (FieldSpec("status", words.NEW_STATUS, CHOICE, options=options, placeholder=words.SAME_STATUS),),
        (
            FieldSpec("gesprek_op", words.TALK_DAY, DAY, width=2, only=talks),
            FieldSpec("gesprek_tijd", words.TALK_TIME, placeholder=words.TALK_TIME_HINT, only=talks),
        ),
        (
            FieldSpec(
                "reden",
                words.REASON,
                CHOICE,
                lijst="voordracht_reden",
                placeholder=words.CHOOSE_WHY,
                required=True,
                missing=words.REASON_MISSING,
                only=("status", frozenset(WITH_REASON)),
            ),
        ),
        (FieldSpec("datum", words.SINCE, DAY, span=Span.PAST),),
        (FieldSpec("terugkoppeling", words.FEEDBACK, NOTE, hint=words.FEEDBACK_HINT, limit=1000),),
        (_told(words.SPOKE, words.NOT_SPOKEN),),
    )
