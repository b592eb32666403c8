"""Who fits a vacature, each with the reasons in words, the worst first; never a score. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from desktop import dutch, wording
from desktop.models.queries.match_rows import KandidaatMatch, RedenRij
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.vacatures import texts

MOST = 25
"""So many are shown; the best come first."""
PUT_FORWARD, PROFILE = "draag_voor", "profiel"


def sections(matches: Sequence[KandidaatMatch], vacature_id: str) -> tuple[Section, ...]:
    """One section for each, under a heading per judgement."""
    if not matches:
        return (Section(texts.WHO_FITS, empty=texts.NOBODY_FITS, id=vacature_id),)
    found: list[Section] = []
    for judgement, group in groupby(matches[:MOST], key=attrgetter("oordeel")):
        for number, one in enumerate(group):
            found.append(_section(one, texts.JUDGED[judgement] if number == 0 else ""))
    return tuple(found)


def _section(one: KandidaatMatch, heading: str) -> Section:
    """An own candidate by name; of a colleague only the profile, with whom to call."""
    name = one.naam or texts.profile(dutch.in_row(one.beroepen))
    whose = () if one.naam is not None else (Fact(texts.BEMIDDELAAR, one.bemiddelaar),)
    row_id = one.kandidaat_id or one.profiel_id or ""
    facts = (*whose, *reasons(one.redenen))
    return Section(name, facts, _links(one, name), beside(one.loopt, one.km), heading, id=row_id)


def _links(one: KandidaatMatch, name: str) -> tuple[FactLink, ...]:
    """An own one is put forward, unless that runs already; the profile of a colleague is looked at."""
    if one.kandidaat_id is not None:
        said = texts.put_forward(name)
        return () if one.loopt else (FactLink(PUT_FORWARD, texts.PUT_FORWARD, said, one.kandidaat_id),)
    return (FactLink(PROFILE, texts.SEE_PROFILE, texts.see_profile(name), one.profiel_id or ""),)


def beside(loopt: bool, km: int | None) -> str:
    """What stands beside the name: that it runs already, or how far it is."""
    return texts.ALREADY if loopt else texts.away(km) if km is not None else ""


def reasons(rows: Sequence[RedenRij]) -> tuple[Fact, ...]:
    """The worst first, as they come; each judgement once."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.oordeel, []).append(wording.sentence(row.code, row.parameters))
    return tuple(Fact(texts.REASONS[judgement], " ".join(said)) for judgement, said in found.items())
