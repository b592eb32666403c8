"""Who fits a vacature, each with the reasons in words, the worst first; never a score. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from desktop import dutch, wording
from desktop.models.queries.match_rows import KandidaatMatch, RedenRij
from desktop.views.subject.section import Fact, Section
from desktop.views.vacatures import texts

MOST = 25
"""So many are shown; the best come first."""


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
    mark = texts.ALREADY if one.loopt else texts.away(one.km) if one.km is not None else ""
    facts = [_reasons(judgement, rows) for judgement, rows in _by_judgement(one.redenen)]
    if one.naam is None:
        facts.insert(0, Fact(texts.BEMIDDELAAR, one.bemiddelaar))
    row_id = one.kandidaat_id or one.profiel_id or ""
    return Section(
        one.naam or texts.profile(dutch.in_row(one.beroepen)), tuple(facts), (), mark, heading, id=row_id
    )


def _by_judgement(rows: Sequence[RedenRij]) -> list[tuple[str, list[RedenRij]]]:
    """The worst first, as they come; each judgement once."""
    found: dict[str, list[RedenRij]] = {}
    for row in rows:
        found.setdefault(row.oordeel, []).append(row)
    return list(found.items())


def _reasons(judgement: str, rows: Sequence[RedenRij]) -> Fact:
    said = " ".join(wording.sentence(row.code, row.parameters) for row in rows)
    return Fact(texts.REASONS[judgement], said)
