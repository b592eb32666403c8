"""One placement as the detail shows it: header, course, care, instruments, facts and history. Pure."""

from __future__ import annotations

from datetime import date

from desktop.models.queries.plaatsing_rows import PlaatsingRij
from desktop.models.rights import may_do
from desktop.models.rules.plaatsing import RUNS
from desktop.views import dates
from desktop.views.plaatsingen import care_tab, course, history, texts, words
from desktop.views.plaatsingen.reading import Placement
from desktop.views.plaatsingen.words import Reader
from desktop.views.subject.section import Fact, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords

COURSE, CARE, USED, FACTS, HISTORY = "verloop", "nazorg", "instrumenten", "gegevens", "historie"
EDIT, END, NEVER_BEGAN, PLAN, ADD_TALK, USE, SIGNAL, EMPLOYER, FINISH = (
    "wijzig",
    "beeindig",
    "vervalt",
    "plan",
    "voeg_toe",
    "zet_in",
    "signaal",
    "werkgever",
    "afronden",
)


def sheet(found: Placement, reader: Reader) -> Sheet:
    """All of it."""
    row = found.card.plaatsing
    tabs = [
        SheetTab(COURSE, texts.TAB_COURSE, course.sections(found, reader)),
        SheetTab(CARE, texts.TAB_CARE, care_tab.talks(found, reader)),
    ]
    if found.card.persoon_hier:
        tabs.append(SheetTab(USED, texts.TAB_USED, care_tab.used(found, reader)))
    tabs += [
        SheetTab(FACTS, texts.TAB_FACTS, _facts_tab(found, reader)),
        SheetTab(HISTORY, texts.TAB_HISTORY, (history.section(found.card.geschiedenis, row.id, reader),)),
    ]
    return Sheet(
        row.id,
        row.kandidaat or row.werkgever,
        _facts(row, reader),
        _strip(found, reader),
        _actions(found, reader),
        _more(found, reader),
        tuple(tabs),
        _side(found, reader),
        row.werkgever_id,
    )


def _facts(row: PlaatsingRij, reader: Reader) -> tuple[str, ...]:
    said = (
        row.werkgever if row.kandidaat else texts.of_whom(row.bemiddelaar),
        reader.label("vacature_soort", row.soort),
        texts.hours(row.uren) if row.uren is not None else "",
        reader.label("contract", row.contract),
        row.nummer or texts.PROVISIONAL,
    )
    return tuple(part for part in said if part)


def _strip(found: Placement, reader: Reader) -> StripWords:
    row, today = found.card.plaatsing, reader.today
    late = [talk for talk in found.talks if talk.status == "gepland" and talk.gepland_op < today]
    own = [talk for talk in late if course.mine(talk, found, reader)]
    notices = (texts.late_talks(len(own)),) if own else ()
    return StripWords(
        words.strip_title(row, today),
        words.lasting(row, found.card.mijlpalen, today),
        notices,
        (),
        "plaatsing",
    )


# -- actions -----------------------------------------------------------------------------------------
def _actions(found: Placement, reader: Reader) -> tuple[Action, ...]:
    """What is due first; otherwise the care is planned, as long as none is."""
    row, rol = found.card.plaatsing, reader.rol
    held, runs = found.card.persoon_hier, row.status == RUNS
    due = care_tab.next_mine(found, reader)
    actions: list[Action] = []
    if held and may_do(rol, "plaatsing.wijzig"):
        actions.append(Action(EDIT, texts.EDIT, "potlood"))
    planned = any(talk.status == "gepland" and talk.spoor != "relatie" for talk in found.talks)
    if held and runs and may_do(rol, "nazorg.plan"):
        actions.append(Action(PLAN, texts.PLAN, "agenda", filled=due is None and not planned))
    if due is not None:
        actions.append(Action(FINISH, texts.FINISH_CARE, "vink", filled=True))
    return tuple(actions)


def _more(found: Placement, reader: Reader) -> tuple[Action, ...]:
    row, rol = found.card.plaatsing, reader.rol
    actions = [Action(EMPLOYER, texts.OPEN_EMPLOYER, "werkgever")]
    if may_do(rol, "signaal.meld"):
        actions.append(Action(SIGNAL, texts.SIGNAL, "bericht"))
    if not found.card.persoon_hier or row.status != RUNS:
        return tuple(actions)
    pairs = (
        (ADD_TALK, texts.ADD_TALK, "plus", "nazorg.voeg_toe"),
        (USE, texts.USE, "plus", "instrument.zet_in"),
        (END, texts.END, "niet", "plaatsing.beeindig"),
        (NEVER_BEGAN, texts.NEVER_BEGAN, "niet", "plaatsing.vervalt"),
    )
    actions += [Action(key, said, icon) for key, said, icon, right in pairs if may_do(rol, right)]
    return tuple(actions)


# -- facts, history and side -------------------------------------------------------------------------
def _facts_tab(found: Placement, reader: Reader) -> tuple[Section, ...]:
    row, today, card = found.card.plaatsing, reader.today, found.card
    who = (
        Fact(texts.CANDIDATE, words.who(row)),
        Fact(texts.BEMIDDELAAR, row.bemiddelaar),
        Fact(texts.EMPLOYER, row.werkgever, opens=(EMPLOYER, row.werkgever_id)),
        Fact(texts.PLACE, row.vestiging),
        Fact(texts.FORMAL, row.formele_werkgever),
        Fact(texts.VACANCY, row.vacature),
    )
    work = (
        Fact(texts.KIND, reader.label("vacature_soort", row.soort)),
        Fact(texts.AGREEMENT, texts.AGREEMENTS.get(row.type_overeenkomst or "", "")),
        Fact(texts.CONTRACT, reader.label("contract", row.contract)),
        Fact(texts.HOURS, texts.hours(row.uren) if row.uren is not None else ""),
        Fact(texts.PROJECT, row.project),
        Fact(texts.SROI, texts.YES if row.sroi else ""),
    )
    lasts = (
        Fact(texts.STARTS, dates.spoken(row.start, today)),
        Fact(texts.EXPECTED, dates.spoken(row.verwachte_einddatum, today) if row.verwachte_einddatum else ""),
        Fact(
            texts.ENDED_ON, dates.spoken(row.feitelijke_einddatum, today) if row.feitelijke_einddatum else ""
        ),
        Fact(texts.LASTS_EXPECTED, _yes_no(row.duurzaam_verwacht)),
        Fact(texts.REASON_END, reader.label("plaatsing_einde", card.reden_einde)),
        Fact(texts.NOTE, card.toelichting),
    )
    titled = ((texts.WHO, who), (texts.THE_WORK, work), (texts.DURATION, lasts))
    return tuple(
        Section(title, tuple(fact for fact in facts if fact.value), id=row.id) for title, facts in titled
    )


def _day(day: date | None, today: date) -> str:
    return dates.spoken(day, today) if day is not None else ""


def _yes_no(value: bool | None) -> str:
    return "" if value is None else (texts.YES if value else texts.NO)


def _side(found: Placement, reader: Reader) -> tuple[Section, ...]:
    """The next talk and how the milestones stand."""
    row, today = found.card.plaatsing, reader.today
    following = next((talk for talk in found.talks if talk.status == "gepland"), None)
    stands = tuple(
        Fact(texts.milestone(one.maanden), words.outcome(one, today)) for one in found.card.mijlpalen
    )
    first = (
        Fact(texts.NEXT_TALK, texts.due(following.gepland_op, today) if following else texts.NONE),
        Fact(texts.WITH, texts.TRACKS[following.spoor] if following else ""),
        Fact(texts.BY, following.uitvoerder if following else ""),
    )
    return (
        Section(texts.TAB_CARE, tuple(fact for fact in first if fact.value), id=row.id),
        Section(texts.MILESTONES, stands, empty=texts.NO_MILESTONES, id=row.id),
    )
