"""One vacature as the detail shows it: header, what the work is, who looks for people, its history. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from desktop import dutch
from desktop.models.queries.match_rows import KandidaatMatch
from desktop.models.queries.vacature_rows import (
    VacatureContact,
    VacatureKaart,
    VacatureOverdrachtRij,
    VacatureRij,
)
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.rights import may_do
from desktop.views import dates
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords
from desktop.views.vacatures import history, match, texts
from desktop.views.vacatures.words import RUNNING, WARN, Reader

HAND_OVER, EDIT, WITHDRAW, TAKE_BACK, EMPLOYER = "draag_over", "wijzig", "trek_in", "neem_terug", "werkgever"
WORK, FITS, HANDED, HISTORY = "werk", "past", "overdracht", "historie"


@dataclass(frozen=True, slots=True)
class VacancyShown:
    """A vacature and who fits it; None where nobody is looked for any more."""

    card: VacatureKaart
    matches: tuple[KandidaatMatch, ...] | None = None


def sheet(shown: VacancyShown, reader: Reader) -> Sheet:
    """All of it."""
    card, row = shown.card, shown.card.vacature
    return Sheet(
        row.id,
        row.naam,
        _facts(row, reader),
        _strip(card, reader),
        _actions(row, reader),
        _more(row, reader),
        (
            SheetTab(WORK, texts.TAB_WORK, _work(card, reader)),
            *_fits(shown),
            SheetTab(HANDED, texts.TAB_HANDED, _handed(card, reader)),
            SheetTab(HISTORY, texts.TAB_HISTORY, (_history(card, reader),)),
        ),
        _side(card, reader),
        row.werkgever_id,
    )


def _fits(shown: VacancyShown) -> tuple[SheetTab, ...]:
    """As long as people are looked for."""
    if shown.matches is None:
        return ()
    return (SheetTab(FITS, texts.TAB_FITS, match.sections(shown.matches, shown.card.vacature.id)),)


def _facts(row: VacatureRij, reader: Reader) -> tuple[str, ...]:
    said = (
        row.werkgever,
        reader.label("vacature_soort", row.soort),
        row.plaats or "",
        texts.hours(row.uren_min, row.uren_max),
        texts.places(row.aantal_plaatsen),
        row.nummer or texts.PROVISIONAL,
    )
    return tuple(part for part in said if part)


# -- the strip ---------------------------------------------------------------------------------------
def _strip(card: VacatureKaart, reader: Reader) -> StripWords:
    row, today = card.vacature, reader.today
    if row.status not in RUNNING:
        return StripWords(texts.ended(row.status, row.status_op, row.status_reden, today), _progress(card))
    soon = row.sluitingsdatum is not None and (row.sluitingsdatum - today).days <= WARN
    notices = (texts.closing_soon(row.sluitingsdatum, today),) if soon and row.sluitingsdatum else ()
    nobody = texts.NOBODY_LOOKS if may_do(reader.rol, "vacature.draag_over") else texts.NOBODY_YET_LOOKS
    title = texts.handed_to(row.bemiddelaars, reader.naam) if row.bemiddelaars else nobody
    icon = ("overdracht", "accent_tekst") if row.bemiddelaars else ("vacature", "accent_tekst")
    return StripWords(title, _progress(card), notices, (), *icon)


def _progress(card: VacatureKaart) -> str:
    """1 van 2 vervuld. 1 voordracht loopt."""
    said = [texts.filled(card.geplaatst, card.vacature.aantal_plaatsen)]
    if card.lopend:
        said.append(texts.running(card.lopend))
    return " ".join(f"{part}." for part in said)


# -- actions -----------------------------------------------------------------------------------------
def _actions(row: VacatureRij, reader: Reader) -> tuple[Action, ...]:
    """Overdragen is the one that moves a vacature on, as long as people are looked for."""
    found = []
    if may_do(reader.rol, "vacature.wijzig"):
        found.append(Action(EDIT, texts.EDIT, "potlood"))
    if may_do(reader.rol, "vacature.draag_over") and row.status in RUNNING:
        found.append(Action(HAND_OVER, texts.HAND_OVER, "overdracht", filled=True))
    return tuple(found)


def _more(row: VacatureRij, reader: Reader) -> tuple[Action, ...]:
    found = [Action(EMPLOYER, texts.OPEN_EMPLOYER, "werkgever")]
    if may_do(reader.rol, "vacature.trek_in") and row.status in RUNNING:
        found.append(Action(WITHDRAW, texts.WITHDRAW, "niet"))
    return tuple(found)


# -- what the work is --------------------------------------------------------------------------------
def _work(card: VacatureKaart, reader: Reader) -> tuple[Section, ...]:
    row = card.vacature
    sections = [
        Section(texts.THE_WORK, _filled(_the_work(row, reader)), id=row.id),
        Section(texts.ASKS, _filled(_asks(row, reader)), empty=texts.NOT_GIVEN.capitalize(), id=row.id),
        Section(texts.OFFERS, _filled(_offers(row, reader)), empty=texts.NOT_GIVEN.capitalize(), id=row.id),
    ]
    if card.met_dossier:
        sections += _people(card)
    return tuple(sections)


def _filled(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.value)


def _the_work(row: VacatureRij, reader: Reader) -> tuple[Fact, ...]:
    today = reader.today
    return (
        Fact(texts.DESCRIPTION, row.omschrijving),
        Fact(texts.KIND, reader.label("vacature_soort", row.soort)),
        Fact(texts.FORMAL, row.formele_werkgever, opens=_opens(row.formele_werkgever_id)),
        Fact(texts.BEROEP, row.beroep),
        Fact(texts.CLASS_NAME, reader.label("beroepsklasse", row.beroepsklasse)),
        Fact(texts.PLACES, str(row.aantal_plaatsen)),
        Fact(texts.HOURS, texts.hours(row.uren_min, row.uren_max)),
        Fact(texts.OFFICE_HOURS, _ternary(row.kantoortijden)),
        Fact(texts.IRREGULAR, _ternary(row.onregelmatig)),
        Fact(texts.ADDRESS, _address(row)),
        Fact(texts.CLOSES, dutch.weekday_date(row.sluitingsdatum, near=today) if row.sluitingsdatum else ""),
    )


def _opens(werkgever_id: str | None) -> tuple[str, str] | None:
    return (EMPLOYER, werkgever_id) if werkgever_id else None


def _ternary(value: int | None) -> str:
    return texts.BOTH_TERNARY.get(value, "") if value is not None else ""


def _address(row: VacatureRij) -> str:
    house = " ".join(str(part) for part in (row.huisnummer, row.toevoeging) if part)
    street = " ".join(part for part in (row.straat, house) if part)
    code = dates.postcode(row.postcode) if row.postcode else ""
    town = " ".join(part for part in (code, row.plaats) if part)
    return ", ".join(part for part in (street, town) if part)


def _asks(row: VacatureRij, reader: Reader) -> tuple[Fact, ...]:
    vervoer = [reader.label("vervoer", code) for code in row.vervoer]
    return (
        Fact(texts.LEVEL, reader.label("niveau", row.niveau)),
        Fact(texts.LICENCE, dutch.in_row(row.rijbewijs)),
        Fact(texts.TRANSPORT, dutch.in_row(vervoer)),
        Fact(texts.SPOKEN, reader.label("taalniveau", row.taal_mondeling)),
        Fact(texts.WRITTEN, reader.label("taalniveau", row.taal_schriftelijk)),
    )


def _offers(row: VacatureRij, reader: Reader) -> tuple[Fact, ...]:
    today = reader.today
    return (
        Fact(texts.CONTRACT, reader.label("contract", row.contract)),
        Fact(texts.STARTS, dutch.long_date(row.aanvang, near=today) if row.aanvang else ""),
        Fact(texts.ENDS, dutch.long_date(row.einde, near=today) if row.einde else ""),
        Fact(texts.SALARY, row.salaris),
        Fact(texts.CONDITIONS, row.arbeidsvoorwaarden),
    )


def _people(card: VacatureKaart) -> list[Section]:
    """Only where the dossier is on this laptop."""
    facts = tuple(fact for person in card.contactpersonen for fact in _person(person))
    note = (Fact(texts.NOTE, card.toelichting),) if card.toelichting else ()
    return [Section(texts.PEOPLE, (*facts, *note), empty=texts.NO_PEOPLE, id=card.vacature.id)]


def _person(person: VacatureContact) -> tuple[Fact, ...]:
    name = person.naam
    if person.telefoon:
        shown = dutch.phone(person.telefoon)
        first = Fact(name, shown, f"tel:{person.telefoon}", f"{name} bellen op {shown}", person.functie or "")
    else:
        first = Fact(name, person.functie or texts.NOT_GIVEN)
    mail = Fact("", person.email, f"mailto:{person.email}", f"{name} mailen") if person.email else None
    return (first, mail) if mail else (first,)


# -- who looks for people ----------------------------------------------------------------------------
def _handed(card: VacatureKaart, reader: Reader) -> tuple[Section, ...]:
    if not card.overdrachten:
        return (Section(texts.LOOKS, empty=texts.NOBODY_LOOKS, id=card.vacature.id),)
    return tuple(_one_handed(row, reader) for row in card.overdrachten)


def _one_handed(row: VacatureOverdrachtRij, reader: Reader) -> Section:
    today = reader.today
    since = texts.handed_since(row.overgedragen_op, row.overgedragen_door, today)
    facts = [Fact(texts.HANDED, since)]
    if row.matchingroute:
        facts.append(Fact(texts.ROUTE, reader.label("matchingroute", row.matchingroute)))
    mark = ""
    links: tuple[FactLink, ...] = ()
    if row.teruggegeven_op is not None:
        mark = texts.given_back(row.teruggegeven_op, today)
    elif may_do(reader.rol, "vacature.neem_terug"):
        mine = row.bemiddelaar_id == reader.id
        said = texts.GIVE_BACK if mine else texts.TAKE_BACK
        links = (FactLink(TAKE_BACK, said, texts.take_back_from(row.bemiddelaar), row.bemiddelaar_id),)
    return Section(row.bemiddelaar, tuple(facts), links, mark, id=row.id)


# -- history and side --------------------------------------------------------------------------------
def _history(card: VacatureKaart, reader: Reader) -> Section:
    facts = tuple(_change(row, reader) for row in card.geschiedenis)
    return Section(texts.HISTORY, facts, empty=texts.NO_HISTORY, id=card.vacature.id)


def _change(row: VeldwijzigingRij, reader: Reader) -> Fact:
    name = history.name(row)
    old, new = (history.value(row.veld, raw, reader) for raw in (row.oud, row.nieuw))
    aside = f"{row.door}, {dates.spoken(dates.local_day(row.op), reader.today)}" if row.door else ""
    return Fact(name, history.arrow(old, new), said=f"{name}: {history.said(old, new)}, {aside}", aside=aside)


def _side(card: VacatureKaart, reader: Reader) -> tuple[Section, ...]:
    row = card.vacature
    facts = (
        Fact(texts.EMPLOYER, row.werkgever),
        Fact(texts.REGIE, card.regiehouder),
        Fact(texts.TAKEN, texts.filled(card.geplaatst, row.aantal_plaatsen).removesuffix(" vervuld")),
        Fact(texts.HANDED, dutch.in_row(row.bemiddelaars)),
        Fact(texts.BROUGHT_IN, row.eigenaar),
        Fact(texts.CLOSES, dates.short(row.sluitingsdatum, reader.today) if row.sluitingsdatum else ""),
        Fact(texts.NUMBER, row.nummer or texts.PROVISIONAL),
    )
    link = FactLink(EMPLOYER, texts.OPEN_EMPLOYER, texts.OPEN_EMPLOYER, row.werkgever_id)
    return (Section(texts.TITLE_SHORT, _filled(facts), id=row.id, foot=link),)
