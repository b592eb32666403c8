"""Forms about what is decided of a candidate: consent, doelgroep, werkfit, with whom it is, its end."""

from __future__ import annotations

from collections.abc import Mapping

from desktop import dutch
from desktop.models.changes import Changes
from desktop.models.commands.kandidaat import GeefToestemming, SluitKandidaatAf, StelDoelgroepVast
from desktop.models.commands.kandidaatregie import (
    DraagKandidaatOver,
    StelKandidaatwaarnemingIn,
    WeigerKandidaatoverdracht,
)
from desktop.models.commands.werkfit import BeoordeelWerkfit
from desktop.models.queries.kandidaat_rows import KandidaatKaart, WerkfitLijst
from desktop.models.rights import has_candidates
from desktop.models.rules.werkfit import BEMIDDELAAR_SIDE
from desktop.views.forms import sources
from desktop.views.forms.command_form import CommandForm, FormTable
from desktop.views.forms.days import Span
from desktop.views.forms.field_form import Lines, Typed
from desktop.views.forms.inputs import CHOICE, DAY, SEGMENTS, SEVERAL, FieldSpec
from desktop.views.forms.panel import FormKind
from desktop.views.kandidaten import form_texts as words
from desktop.views.kandidaten import texts
from desktop.views.kandidaten.sheet import CandidateShown, OfferShown
from desktop.views.kandidaten.werkfit import answers_of
from desktop.views.operations import concerns
from desktop.views.shell import Shell

CONSENT, DOELGROEP, WERKFIT, HAND_OVER, STAND_IN, CLOSE, DECLINE = (
    "kandidaat_toestemming",
    "kandidaat_doelgroep",
    "kandidaat_werkfit",
    "kandidaat_overdragen",
    "kandidaat_waarneming",
    "kandidaat_afsluiten",
    "kandidaat_weigeren",
)
_ANSWER = "vraag_"
ONE, ALL = "een", "alle"


class Consent(CommandForm):
    """The person said yes to sharing the anonymous profile."""

    def __init__(self, shell: Shell, shown: CandidateShown) -> None:
        card = shown.card
        kind = FormKind(texts.CONSENT, card.naam, CONSENT, card.id, words.CONSENTED)
        day = FieldSpec(
            "datum",
            words.CONSENT_DAY,
            DAY,
            hint=words.CONSENT_HINT,
            span=Span.PAST,
            required=True,
            missing=words.CONSENT_DAY_MISSING,
        )
        table = FormTable(GeefToestemming, ((day,),), fixed={"kandidaat_id": card.id})
        super().__init__(shell, kind, table, {"datum": dutch.weekday_date(shell.backend.today())})


class Doelgroep(CommandForm):
    """Sent whole: what is left out becomes empty."""

    def __init__(self, shell: Shell, shown: CandidateShown) -> None:
        card = shown.card
        kind = FormKind(texts.DOELGROEP, card.naam, DOELGROEP, card.id, words.GROUPS_SET)
        groups = FieldSpec(
            "doelgroepen",
            texts.GROUPS,
            SEVERAL,
            hint=words.GROUPS_HINT,
            lijst="doelgroep",
            placeholder=words.CHOOSE_GROUP,
        )
        benefit = FieldSpec(
            "uitkeringsgroep",
            texts.BENEFIT,
            CHOICE,
            lijst="uitkeringsgroep",
            placeholder=words.CHOOSE_BENEFIT,
        )
        register = FieldSpec("ldr_registratie", texts.LDR, CHOICE, source=sources.fixed(texts.YES_NO_OPTIONS))
        lines: Lines = ((groups,), (benefit,), (register,))
        table = FormTable(StelDoelgroepVast, lines, fixed={"kandidaat_id": card.id})
        super().__init__(shell, kind, table, _groups_of(card))

    def arguments(self) -> dict[str, object]:
        found = super().arguments()
        return found | {"ldr_registratie": int(str(found.get("ldr_registratie", "0")))}


def _groups_of(card: KandidaatKaart) -> Typed:
    row = card.doelgroep
    if row is None:
        return {}
    typed: Typed = {"doelgroepen": row.doelgroepen, "ldr_registratie": str(row.ldr_registratie)}
    return typed | {"uitkeringsgroep": row.uitkeringsgroep or ""}


class WerkfitForm(CommandForm):
    """The region's own questions as fields: which there are is data."""

    def __init__(
        self, shell: Shell, kind: FormKind, who: Mapping[str, object], werkfit: WerkfitLijst, stands: Typed
    ) -> None:
        scale = sources.fixed(werkfit.schaal)
        value = FieldSpec(
            "waarde",
            words.SCALE,
            CHOICE,
            hint=texts.PROVISIONAL_SCALE if werkfit.voorlopig else "",
            source=scale,
            required=True,
            missing=words.SCALE_MISSING,
        )
        asked = tuple(
            (FieldSpec(f"{_ANSWER}{code}", said, CHOICE, source=scale, placeholder=words.CHOOSE_ANSWER),)
            for code, said in werkfit.vragen
        )
        now = {code for code, _ in werkfit.schaal}
        self._werkfit = werkfit
        # What ended cannot be given again: that field begins empty.
        stands = {key: said if said in now else "" for key, said in stands.items()}
        super().__init__(shell, kind, FormTable(BeoordeelWerkfit, ((value,), *asked), fixed=who), stands)
        self.operations.changed.connect(self._lists_changed)

    def _lists_changed(self, changes: Changes, initiator: object) -> None:
        """The region may settle other words while somebody is judging."""
        if concerns(changes, "codewaarde"):
            self.operations.query(self.backend.werkfit, self, self._compare_lists, channel="lijst")

    def _compare_lists(self, now: WerkfitLijst) -> None:
        if (now.schaal, now.vragen) != (self._werkfit.schaal, self._werkfit.vragen):
            self.banner.say("letop", words.LISTS_CHANGED)

    def arguments(self) -> dict[str, object]:
        found = super().arguments()
        answers = [
            {"vraag": name.removeprefix(_ANSWER), "waarde": value}
            for name, value in found.items()
            if name.startswith(_ANSWER)
        ]
        plain = {name: value for name, value in found.items() if not name.startswith(_ANSWER)}
        return plain | {"antwoorden": answers}


def judge_candidate(shell: Shell, shown: CandidateShown) -> WerkfitForm:
    """An own candidate, filled with what was found the last time."""
    card = shown.card
    kind = FormKind(texts.WERKFIT, card.naam, WERKFIT, card.id, words.JUDGED)
    stands = stands_of(card.werkfit, answers_of(card.profiel, BEMIDDELAAR_SIDE))
    return WerkfitForm(shell, kind, {"kandidaat_id": card.id}, shown.werkfit, stands)


def stands_of(value: str | None, answers: Mapping[str, str]) -> Typed:
    """What one side found, as the fields of the form."""
    found: Typed = {f"{_ANSWER}{code}": said for code, said in answers.items()}
    return found | {"waarde": value or ""}


def colleague(key: str, label: str, hint: str) -> FieldSpec:
    """Another bemiddelaar."""
    return FieldSpec(
        key,
        label,
        CHOICE,
        hint=hint,
        source=sources.colleagues(has_candidates, but_me=True),
        placeholder=words.CHOOSE_BEMIDDELAAR,
        required=True,
        missing=words.WHO_MISSING,
    )


class HandOver(CommandForm):
    """Offered to another bemiddelaar, who must accept it."""

    def __init__(self, shell: Shell, shown: CandidateShown) -> None:
        card = shown.card
        title = f"{texts.WORDS.one.capitalize()} {texts.HAND_OVER.lower()}"
        kind = FormKind(title, card.naam, HAND_OVER, card.id, words.OFFERED, "", texts.HAND_OVER)
        whom = colleague("naar_id", words.TO_WHOM, words.TO_WHOM_HINT)
        table = FormTable(DraagKandidaatOver, ((whom,),), fixed={"kandidaat_id": card.id}, new=True)
        super().__init__(shell, kind, table)


class StandIn(CommandForm):
    """A colleague stands in for one candidate, or for all of them."""

    def __init__(
        self, shell: Shell, kind: FormKind, kandidaat_id: str, every: str, fixed: Mapping[str, object]
    ) -> None:
        self._kandidaat_id = kandidaat_id
        options = ((ONE, words.ONLY_THIS), (ALL, every))
        lines: Lines = (
            (FieldSpec("waarvoor", words.STAND_IN_FOR, SEGMENTS, options=options),),
            (colleague("waarnemer_id", words.TO_WHOM, words.STAND_IN_HINT),),
            (
                FieldSpec("van", words.FROM, DAY, required=True),
                FieldSpec("tot", words.UNTIL, DAY, span=Span.AHEAD, required=True),
            ),
        )
        table = FormTable(StelKandidaatwaarnemingIn, lines, fixed=fixed, new=True)
        typed: Typed = {"waarvoor": ONE, "van": dutch.weekday_date(shell.backend.today())}
        super().__init__(shell, kind, table, typed)

    def arguments(self) -> dict[str, object]:
        found = super().arguments()
        return found | ({"kandidaat_id": self._kandidaat_id} if found.pop("waarvoor", ONE) == ONE else {})


def stand_in(shell: Shell, shown: CandidateShown) -> StandIn:
    """For one's own: this one, or all."""
    card = shown.card
    kind = FormKind(texts.STAND_IN, card.naam, STAND_IN, card.id, words.STAND_IN_SET)
    return StandIn(shell, kind, card.id, words.EVERYONE, {})


class ReasonForm(CommandForm):
    """One reason out of a fixed list: about a person nothing more is written down."""

    def __init__(
        self,
        shell: Shell,
        kind: FormKind,
        table: FormTable,
        reasons: Mapping[str, str],
        hint: str = "",
    ) -> None:
        reason = FieldSpec(
            "reden",
            words.REASON,
            CHOICE,
            hint=hint,
            options=tuple(reasons.items()),
            placeholder=words.CHOOSE_REASON,
            required=True,
            missing=words.REASON_MISSING,
        )
        asked = FormTable(table.command, ((reason,),), fixed=table.fixed)
        super().__init__(shell, kind, asked)


def close(shell: Shell, shown: CandidateShown) -> ReasonForm:
    """Nobody looks for work for this person any more."""
    card = shown.card
    title = f"{texts.WORDS.one.capitalize()} {texts.CLOSE.lower()}"
    kind = FormKind(title, card.naam, CLOSE, card.id, words.CLOSED, "", texts.CLOSE)
    table = FormTable(SluitKandidaatAf, (), fixed={"kandidaat_id": card.id})
    return ReasonForm(shell, kind, table, texts.CLOSED_BECAUSE, words.CLOSE_HINT)


def decline(shell: Shell, shown: OfferShown) -> ReasonForm:
    """What is offered to me I do not take."""
    assert shown.row is not None
    title = f"Aanbod {texts.DECLINE.lower()}"
    said = texts.candidate(shown.row.nummer)
    kind = FormKind(title, said, DECLINE, shown.key, words.DECLINED, "", texts.DECLINE)
    table = FormTable(WeigerKandidaatoverdracht, (), fixed={"overdracht_id": shown.row.id})
    return ReasonForm(shell, kind, table, texts.DECLINED_BECAUSE)
