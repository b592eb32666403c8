"""Werkfit in words: the own judgement, what both sides found, and that the scale is provisional. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.queries.kandidaat_rows import KandidaatKaart, ProfielRij, WerkfitLijst, WerkfitoordeelRij
from desktop.models.rules.werkfit import TOGETHER
from desktop.views.kandidaten import texts
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.vacatures.words import Reader

JUDGE = "werkfit"


def of_candidate(card: KandidaatKaart, werkfit: WerkfitLijst, reader: Reader) -> tuple[Section, ...]:
    """One's own judgement first; the other one is there as long as the profile is."""
    said = werkfit.woorden.get(card.werkfit or "", card.werkfit)
    link = FactLink(JUDGE, texts.WERKFIT, texts.WERKFIT, card.id)
    title = texts.OWN_JUDGEMENT if card.bemiddelaar_id == reader.id else texts.JUDGEMENT_OF
    own = Section(
        title,
        (Fact(texts.TAB_WERKFIT, said),) if said else (),
        (link,),
        empty=texts.NOT_JUDGED,
        id=card.id,
    )
    if card.profiel is None:
        both = Section(texts.BOTH_JUDGEMENTS, empty=texts.NEEDS_CONSENT, id=card.id)
        return (own, both, *scale(werkfit, card.id))
    return (own, *of_profile(card.profiel, werkfit, reader))


def of_profile(row: ProfielRij, werkfit: WerkfitLijst, reader: Reader) -> tuple[Section, ...]:
    """What both sides found, each with its answers."""
    agreed = (Fact(texts.AGREED, row.werkfit_naam),) if row.werkfit_stand == TOGETHER else ()
    stand = Fact(texts.STATUS_NAME, texts.STANDS[row.werkfit_stand])
    both = Section(texts.BOTH_JUDGEMENTS, (stand, *agreed), id=row.id)
    return (both, *(_side(one, werkfit, reader) for one in row.oordelen), *scale(werkfit, row.id))


def _side(one: WerkfitoordeelRij, werkfit: WerkfitLijst, reader: Reader) -> Section:
    questions, values = werkfit.vraagwoorden, werkfit.woorden
    given = one.antwoorden
    answers = tuple(Fact(questions.get(code, code), values.get(value, value)) for code, value in given)
    judged = Fact(texts.JUDGED_BY, texts.judged(one.medewerker, one.beoordeeld_op, reader.today))
    facts = (Fact(texts.TAB_WERKFIT, one.waarde_naam), judged, *answers)
    return Section(texts.SIDES.get(one.kant, one.kant), facts, id=f"{one.kant} {one.medewerker_id}")


def scale(werkfit: WerkfitLijst, row_id: str) -> tuple[Section, ...]:
    """As long as the shipped example is in use."""
    return (Section(texts.SCALE, empty=texts.PROVISIONAL_SCALE, id=row_id),) if werkfit.voorlopig else ()


def answers_of(row: ProfielRij | None, kant: str) -> Mapping[str, str]:
    """What that side answered the last time."""
    found = (dict(one.antwoorden) for one in (row.oordelen if row else ()) if one.kant == kant)
    return next(found, {})
