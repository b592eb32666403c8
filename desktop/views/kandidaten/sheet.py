"""One candidate as the detail shows it: header, what runs, what fits, facts, doelgroep and werkfit. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from desktop import dutch
from desktop.models.queries.kandidaat_rows import (
    DoelgroepRij,
    KandidaatKaart,
    KandidaatOverdrachtRij,
    WerkfitLijst,
)
from desktop.models.queries.match_rows import VacatureMatch
from desktop.models.queries.plaatsing_rows import PlaatsingKaart, VoordrachtRij
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.rules.kandidaat import ACTIVE, CLOSED, is_shared
from desktop.views import dates
from desktop.views.kandidaten import history, texts, werkfit, work
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripLink, StripWords
from desktop.views.vacatures.texts import hours
from desktop.views.vacatures.words import Reader

EDIT, PUT_FORWARD, CONSENT, NO_CONSENT, DOELGROEP, WERKFIT = (
    "wijzig",
    "draag_voor",
    "geef_toestemming",
    "trek_toestemming_in",
    "stel_doelgroep_vast",
    werkfit.JUDGE,
)
HAND_OVER, STAND_IN, END_STAND_IN, WITHDRAW_OFFER, CLOSE, REOPEN, ACCEPT, DECLINE = (
    "draag_over",
    "stel_waarneming_in",
    "beeindig_waarneming",
    "trek_overdracht_in",
    "sluit_af",
    "heropen",
    "aanvaard",
    "weiger",
)
WORK, FITS, FACTS, GROUPS, JUDGED, HISTORY, OFFER = (
    "werk",
    "past",
    "gegevens",
    "doelgroep",
    "werkfit",
    "historie",
    "aanbod",
)


@dataclass(frozen=True, slots=True)
class CandidateShown:
    """A candidate with all that its page shows; `matches` is None when nobody looks for work for it."""

    card: KandidaatKaart
    voordrachten: tuple[VoordrachtRij, ...]
    plaatsingen: tuple[PlaatsingKaart, ...]
    matches: tuple[VacatureMatch, ...] | None
    werkfit: WerkfitLijst
    geschiedenis: tuple[VeldwijzigingRij, ...]


@dataclass(frozen=True, slots=True)
class OfferShown:
    """What is offered to me; `answered`: my answer waits to be sent. Without a row it is off the table."""

    key: str
    row: KandidaatOverdrachtRij | None = None
    answered: bool = False


Shown = CandidateShown | OfferShown


def sheet(shown: Shown, reader: Reader) -> Sheet:
    """All of it."""
    return _offer(shown, reader) if isinstance(shown, OfferShown) else _candidate(shown, reader)


def _candidate(shown: CandidateShown, reader: Reader) -> Sheet:
    card = shown.card
    return Sheet(
        card.id,
        card.naam,
        _facts(card),
        _strip(card, reader),
        _actions(card),
        _more(card, reader),
        tuple(_tabs(shown, reader)),
        _side(card, shown.werkfit, reader),
    )


def _facts(card: KandidaatKaart) -> tuple[str, ...]:
    said = (
        texts.STATES.get(card.status, card.status),
        next(iter(card.beroepen), ""),
        hours(card.uren_min, card.uren_max),
        card.gemeente or "",
        card.nummer or texts.PROVISIONAL,
    )
    return tuple(part for part in said if part)


# -- the strip ---------------------------------------------------------------------------------------
def _strip(card: KandidaatKaart, reader: Reader) -> StripWords:
    mine = card.bemiddelaar_id == reader.id
    title = _who(card, reader)
    closed = (texts.closed(card.afsluitreden),) if card.status == CLOSED else ()
    return StripWords(
        title, _shared(card, reader), (*_running(card, reader, mine), *closed), _links(card, mine)
    )


def _who(card: KandidaatKaart, reader: Reader) -> str:
    if card.bemiddelaar_id == reader.id:
        return texts.you_hold(card.regie_sinds, reader.today)
    stand_in = card.waarneming
    if stand_in is not None and stand_in.waarnemer_id == reader.id:
        return texts.you_stand_in(card.bemiddelaar, stand_in.tot, reader.today)
    return texts.holds(card.bemiddelaar, card.regie_sinds, reader.today)


def _shared(card: KandidaatKaart, reader: Reader) -> str:
    if card.toestemming_delen is None:
        return texts.NOT_FOUND
    if is_shared(card.status, card.toestemming_delen):
        return texts.shared_since(card.toestemming_delen, reader.today)
    return texts.may_be_shared(card.toestemming_delen, reader.today)


def _running(card: KandidaatKaart, reader: Reader, mine: bool) -> tuple[str, ...]:
    """An offer that waits, and who stands in."""
    today = reader.today
    found = []
    if card.overdracht is not None:
        day = dates.local_day(card.overdracht.voorgesteld_op)
        found.append(texts.offered(card.overdracht.naar, day, today))
    if card.waarneming is not None and mine:
        found.append(texts.stands_in(card.waarneming.waarnemer, card.waarneming.tot, today))
    return tuple(found)


def _links(card: KandidaatKaart, mine: bool) -> tuple[StripLink, ...]:
    found = []
    if card.toestemming_delen is None and card.status == ACTIVE:
        found.append(StripLink(CONSENT, texts.CONSENT))
    if card.overdracht is not None and mine:
        found.append(StripLink(WITHDRAW_OFFER, texts.WITHDRAW_OFFER))
    if card.waarneming is not None:
        found.append(StripLink(END_STAND_IN, texts.END_STAND_IN))
    return tuple(found)


# -- actions -----------------------------------------------------------------------------------------
def _actions(card: KandidaatKaart) -> tuple[Action, ...]:
    """Voordragen is the one that brings somebody nearer to work."""
    edit = Action(EDIT, texts.EDIT, "potlood")
    if card.status == CLOSED:
        return (edit, Action(REOPEN, texts.REOPEN, "terug"))
    return (edit, Action(PUT_FORWARD, texts.PUT_FORWARD, "vacature", filled=True))


def _more(card: KandidaatKaart, reader: Reader) -> tuple[Action, ...]:
    found = []
    if card.toestemming_delen is not None:
        found.append(Action(NO_CONSENT, texts.NO_CONSENT, "niet"))
    elif card.status != CLOSED:
        found.append(Action(CONSENT, texts.CONSENT, "vink"))
    found.append(Action(WERKFIT, texts.WERKFIT, "vink"))
    if card.doelgroep_hier:
        found.append(Action(DOELGROEP, texts.DOELGROEP, "persoon"))
    if card.bemiddelaar_id == reader.id:
        if card.overdracht is None:
            found.append(Action(HAND_OVER, texts.HAND_OVER, "overdracht"))
        if card.waarneming is None:
            found.append(Action(STAND_IN, texts.STAND_IN, "personen"))
    if card.status != CLOSED:
        found.append(Action(CLOSE, texts.CLOSE, "kruis"))
    return tuple(found)


# -- tabs --------------------------------------------------------------------------------------------
def _tabs(shown: CandidateShown, reader: Reader) -> list[SheetTab]:
    card = shown.card
    runs = work.sections(shown.voordrachten, shown.plaatsingen, card.id, reader)
    tabs = [SheetTab(WORK, texts.TAB_WORK, runs)]
    if shown.matches is not None:
        tabs.append(SheetTab(FITS, texts.TAB_FITS, work.fitting(shown.matches, card.id)))
    tabs.append(SheetTab(FACTS, texts.TAB_FACTS, _about(card, reader)))
    if card.doelgroep_hier:
        tabs.append(SheetTab(GROUPS, texts.TAB_DOELGROEP, (_groups(card.doelgroep, card.id),)))
    judged = werkfit.of_candidate(card, shown.werkfit, reader)
    tabs.append(SheetTab(JUDGED, texts.TAB_WERKFIT, judged))
    changes = history.section(shown.geschiedenis, card.id, reader)
    tabs.append(SheetTab(HISTORY, texts.TAB_HISTORY, (changes,)))
    return tabs


def _about(card: KandidaatKaart, reader: Reader) -> tuple[Section, ...]:
    named = ((texts.WHO, _person(card)), (texts.WANTS, _wants(card, reader)))
    able = (
        (texts.BRINGS, _brings(card, reader)),
        (texts.SUPPORT, _support(card)),
        (texts.ORIGIN, _origin(card)),
    )
    return tuple(
        Section(title, tuple(fact for fact in facts if fact.value), empty=texts.NOT_GIVEN, id=card.id)
        for title, facts in (*named, *able)
    )


def _person(card: KandidaatKaart) -> tuple[Fact, ...]:
    return (
        Fact(texts.CALLED, card.roepnaam),
        Fact(texts.INITIAL, card.initiaal),
        Fact(texts.TOWN, card.gemeente),
        Fact(texts.PC4, card.pc4),
        Fact(texts.NOTE, card.notitie),
    )


def _wants(card: KandidaatKaart, reader: Reader) -> tuple[Fact, ...]:
    kinds = [reader.label("vacature_soort", code).lower() for code in card.soorten_werk]
    free = card.beschikbaar_vanaf
    return (
        Fact(texts.BEROEPEN, dutch.in_row(card.beroepen)),
        Fact(texts.CLASS_NAME, card.beroepsklasse_naam),
        Fact(texts.KINDS, dutch.in_row(kinds)),
        Fact(texts.HOURS, hours(card.uren_min, card.uren_max)),
        Fact(texts.IRREGULAR, _yes_no(card.onregelmatig)),
        Fact(texts.TRAVEL, texts.travels(card.reisafstand_km) if card.reisafstand_km is not None else ""),
        Fact(texts.AVAILABLE, dutch.long_date(free, near=reader.today) if free else ""),
    )


def _brings(card: KandidaatKaart, reader: Reader) -> tuple[Fact, ...]:
    vervoer = [reader.label("vervoer", code).lower() for code in card.vervoer]
    return (
        Fact(texts.LEVEL, reader.label("niveau", card.niveau)),
        Fact(texts.LICENCE, dutch.in_row(card.rijbewijs)),
        Fact(texts.TRANSPORT, dutch.in_row(vervoer)),
        Fact(texts.SPOKEN, reader.label("taalniveau", card.taal_mondeling)),
        Fact(texts.WRITTEN, reader.label("taalniveau", card.taal_schriftelijk)),
    )


def _support(card: KandidaatKaart) -> tuple[Fact, ...]:
    said = (
        (texts.ADAPTED, card.aanpassing_werkomgeving),
        (texts.GUIDANCE, card.begeleiding),
        (texts.VARIATION, card.werkvariatie),
    )
    return tuple(Fact(name, texts.YES_NO.get(value, "")) for name, value in said if value)


def _origin(card: KandidaatKaart) -> tuple[Fact, ...]:
    return (
        Fact(texts.ORGANISATION, card.organisatie),
        Fact(texts.SYSTEM, card.bronsysteem),
        Fact(texts.SYSTEM_ID, card.bron_id),
    )


def _yes_no(value: int | None) -> str:
    return texts.YES_NO.get(value, "") if value is not None else ""


def _groups(row: DoelgroepRij | None, kandidaat_id: str) -> Section:
    """Only for the bemiddelaar: who stands in has no such tab."""
    link = FactLink(DOELGROEP, texts.EDIT, texts.DOELGROEP, kandidaat_id)
    who = Fact(texts.WHO_SEES, texts.ONLY_YOU)
    if row is None:
        return Section(texts.GROUPS, (Fact(texts.GROUPS, texts.NO_GROUPS), who), (link,), id=kandidaat_id)
    facts = (
        Fact(texts.GROUPS, dutch.in_row(row.doelgroep_namen)),
        Fact(texts.BENEFIT, row.uitkeringsgroep_naam),
        Fact(texts.LDR, texts.YES_NO.get(row.ldr_registratie, "")),
        who,
    )
    return Section(texts.TAB_DOELGROEP, tuple(fact for fact in facts if fact.value), (link,), id=kandidaat_id)


def _side(card: KandidaatKaart, scale: WerkfitLijst, reader: Reader) -> tuple[Section, ...]:
    today, consent = reader.today, card.toestemming_delen
    facts = (
        Fact(texts.NUMBER, card.nummer or texts.PROVISIONAL),
        Fact(texts.STATUS_NAME, texts.STATES.get(card.status, card.status)),
        Fact(texts.HOLDER, card.bemiddelaar),
        Fact(texts.SINCE, dates.short(card.regie_sinds, today)),
        Fact(texts.ORGANISATION, card.organisatie),
        Fact(texts.TAB_WERKFIT, dict(scale.schaal).get(card.werkfit or "", card.werkfit)),
        Fact(texts.CONSENTED, dates.short(consent, today) if consent else "nee"),
    )
    return (Section(texts.TITLE_SHORT, tuple(fact for fact in facts if fact.value), id=card.id),)


# -- what is offered to me ---------------------------------------------------------------------------
def _offer(shown: OfferShown, reader: Reader) -> Sheet:
    row, today = shown.row, reader.today
    if row is None:
        return Sheet(shown.key, texts.ABOUT_OFFER, strip=StripWords(texts.OFFER_OVER))
    day = dates.local_day(row.voorgesteld_op)
    facts = (
        Fact(texts.NUMBER, row.nummer or texts.PROVISIONAL),
        Fact(texts.OFFERED_BY, row.van),
        Fact(texts.OFFERED_ON, dutch.weekday_date(day, near=today)),
    )
    notices = (texts.ANSWER_WAITS,) if shown.answered else ()
    strip = StripWords(texts.offers_you(row.van, day, today), texts.OFFER_TEXT, notices, (), "overdracht")
    decline = Action(DECLINE, texts.DECLINE, "kruis")
    accept = Action(ACCEPT, texts.ACCEPT, "vink", filled=True)
    actions = () if shown.answered else (decline, accept)
    tab = SheetTab(OFFER, texts.ABOUT_OFFER, (Section(texts.ABOUT_OFFER, facts, id=row.id),))
    who = (texts.offered_by(row.van),)
    return Sheet(shown.key, texts.candidate(row.nummer), who, strip, actions, (), (tab,))
