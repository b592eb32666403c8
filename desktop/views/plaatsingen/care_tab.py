"""The care of a placement and its instruments as sections: first what is planned, then the rest. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.queries.instrument_rows import InstrumentTaakRij, InzetRij
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.rights import may_do
from desktop.views import dates
from desktop.views.plaatsingen import course, texts
from desktop.views.plaatsingen.reading import Placement
from desktop.views.plaatsingen.words import Reader
from desktop.views.subject.section import Fact, FactLink, Section

ATTEMPT, MOVE, DROP, CHANGE_USE, TASK_DONE = (
    "nazorg_poging",
    "nazorg_verzetten",
    "nazorg_vervalt",
    "inzet_bijwerken",
    "taak_gedaan",
)


def talks(found: Placement, reader: Reader) -> tuple[Section, ...]:
    """One section for each that is planned, one for all that is over."""
    planned = [_planned(talk, found, reader) for talk in found.talks if talk.status == "gepland"]
    over = tuple(
        Fact(dates.short(talk.uitgevoerd_op or talk.gepland_op, reader.today), _over(talk, reader))
        for talk in found.talks
        if talk.status != "gepland"
    )
    done = (Section(texts.WAS_DONE, over, id=found.card.plaatsing.id),) if over else ()
    if not planned and not done:
        return (Section(texts.TALKS, empty=texts.NO_TALKS, id=found.card.plaatsing.id),)
    return (*planned, *done)


def next_mine(found: Placement, reader: Reader) -> NazorgRij | None:
    """What I have to do first, when its day has come."""
    due = (
        talk
        for talk in found.talks
        if talk.status == "gepland" and talk.gepland_op <= reader.today and course.mine(talk, found, reader)
    )
    return next(due, None)


def _planned(talk: NazorgRij, found: Placement, reader: Reader) -> Section:
    facts = [
        Fact(texts.PLANNED_ON, texts.due(talk.gepland_op, reader.today)),
        Fact(texts.ABOUT, talk.naam),
        Fact(texts.BY, talk.uitvoerder or texts.NOBODY),
    ]
    if talk.pogingen:
        facts.append(Fact(texts.ATTEMPTS, texts.attempts(len(talk.pogingen))))
    links: tuple[FactLink, ...] = ()
    if course.mine(talk, found, reader):
        pairs = [(course.FINISH, texts.FINISH), (MOVE, texts.MOVE), (DROP, texts.DROP)]
        if talk.spoor != "relatie":
            pairs.insert(1, (ATTEMPT, texts.ATTEMPT))
        links = tuple(
            FactLink(key, words, f"{words}: {course.talk_title(talk)}", talk.id) for key, words in pairs
        )
    filled = tuple(fact for fact in facts if fact.value)
    return Section(texts.SHORT_TRACKS[talk.spoor], filled, links, id=talk.id)


def _over(talk: NazorgRij, reader: Reader) -> str:
    said = [course.care(talk, reader)]
    said += [text for text in (talk.naam, talk.notitie, talk.toelichting) if text]
    if talk.vervallen_reden:
        said.append(reader.label("nazorg_vervallen", talk.vervallen_reden))
    return " ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in said)


# -- instruments -------------------------------------------------------------------------------------
def used(found: Placement, reader: Reader) -> tuple[Section, ...]:
    """Each instrument, then what is still to be arranged."""
    own = found.card.plaatsing.id
    if not found.used:
        return (Section(texts.TAB_USED, empty=texts.NO_USED, id=own),)
    return (*(_used(row, reader) for row in found.used), *_tasks(found.tasks, reader, own))


def _used(row: InzetRij, reader: Reader) -> Section:
    today = reader.today
    facts = (
        Fact(texts.STATUS, reader.label("inzet_status", row.status)),
        Fact(texts.PERIOD, texts.period(row.start, row.einde, today)),
        Fact(texts.PROVIDER, row.verstrekker),
        Fact(texts.ASKED_ON, dates.spoken(row.aangevraagd_op, today) if row.aangevraagd_op else ""),
        Fact(texts.GRANTED_ON, dates.spoken(row.toegekend_op, today) if row.toegekend_op else ""),
        Fact(texts.WAGE_VALUE, texts.percent(row.loonwaarde_pct) if row.loonwaarde_pct is not None else ""),
        Fact(texts.FORFAIT, texts.YES if row.forfait else ""),
        Fact(texts.NOTE, row.toelichting),
    )
    filled = tuple(fact for fact in facts if fact.value)
    name = f"{texts.CHANGE_USE}: {row.instrument}"
    may = may_do(reader.rol, "instrument.werk_bij")
    links = (FactLink(CHANGE_USE, texts.CHANGE_USE, name, row.id),) if may else ()
    return Section(row.instrument, filled, links, id=row.id)


def _tasks(rows: Sequence[InstrumentTaakRij], reader: Reader, own: str) -> tuple[Section, ...]:
    """Each with its own *Gedaan*; the first begins the group."""
    if not rows:
        return (Section(texts.TASKS, empty=texts.NO_TASKS, id=own),)
    return tuple(_task(row, reader, texts.TASKS if at == 0 else "") for at, row in enumerate(rows))


def _task(row: InstrumentTaakRij, reader: Reader, heading: str) -> Section:
    when = texts.due(row.deadline, reader.today) if row.deadline else texts.NO_DAY
    facts = (Fact(texts.DEADLINE, when), Fact(texts.USED_FOR, row.instrument))
    may = may_do(reader.rol, "instrument.rond_taak_af")
    links = (FactLink(TASK_DONE, texts.IS_DONE, texts.task_done(row.wat), row.id),) if may else ()
    return Section(row.wat, facts, links, heading=heading, id=row.id)
