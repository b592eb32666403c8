"""One anonymous profile as row and as detail: what is known, whom to call, werkfit of both sides. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from desktop import dutch
from desktop.models.queries.kandidaat_rows import ProfielRij, WerkfitLijst
from desktop.models.queries.medewerker_rows import MedewerkerRij
from desktop.models.rights import may_hold_regie
from desktop.views.kandidaten import werkfit
from desktop.views.profielen import texts
from desktop.views.subject.section import Fact, Section
from desktop.views.subject.sheet import Action, Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords
from desktop.views.tables import item_line
from desktop.views.tables.item_line import ItemLine
from desktop.views.vacatures.texts import hours
from desktop.views.vacatures.words import Reader

JUDGE = werkfit.JUDGE
PROFILE, JUDGED = "profiel", "werkfit"


@dataclass(frozen=True, slots=True)
class ProfileShown:
    """A profile, the region's scale, and whom to call about it."""

    row: ProfielRij
    werkfit: WerkfitLijst
    holder: MedewerkerRij | None


def name_of(row: ProfielRij) -> str:
    """What it is called: what the person can do."""
    said = dutch.in_row(row.beroepen) or row.beroepsklasse_naam or ""
    return said[:1].upper() + said[1:] if said else texts.NO_BEROEP


def line(row: ProfielRij, reader: Reader) -> ItemLine[ProfielRij]:
    """As a row of the list."""
    said = (hours(row.uren_min, row.uren_max), row.gemeente or "")
    mine = row.bemiddelaar_id == reader.id
    return ItemLine(
        row.id,
        name_of(row),
        "  ·  ".join(part for part in said if part),
        subject=row,
        aside=texts.YOURS if mine else row.bemiddelaar,
        mark=item_line.MINE if mine else item_line.OTHERS,
        waits=row.wacht,
    )


def sheet(shown: ProfileShown, reader: Reader) -> Sheet:
    """All of it."""
    row = shown.row
    facts = (row.beroepsklasse_naam or "", hours(row.uren_min, row.uren_max), row.gemeente or "")
    judges = may_hold_regie(reader.rol)
    action = Action(JUDGE, texts.JUDGE, "vink", filled=True)
    known = (
        Section(texts.THE_PROFILE, _known(row, reader), id=row.id),
        Section(texts.CONTACT, _contact(shown), empty=texts.NO_ADDRESS, id=row.id),
    )
    return Sheet(
        row.id,
        name_of(row),
        tuple(fact for fact in facts if fact),
        _strip(row, reader),
        (action,) if judges else (),
        (),
        (
            SheetTab(PROFILE, texts.TAB_PROFILE, known),
            SheetTab(JUDGED, texts.TAB_WERKFIT, werkfit.of_profile(row, shown.werkfit, reader)),
        ),
    )


def _strip(row: ProfielRij, reader: Reader) -> StripWords:
    if row.bemiddelaar_id == reader.id:
        return StripWords(texts.FOR_WHOM)
    return StripWords(texts.mediates(row.bemiddelaar), texts.ANONYMOUS)


def _known(row: ProfielRij, reader: Reader) -> tuple[Fact, ...]:
    facts = (
        Fact(texts.BEROEPEN, dutch.in_row(row.beroepen)),
        Fact(texts.CLASS, row.beroepsklasse_naam),
        Fact(texts.LEVEL.removesuffix(" vanaf"), reader.label("niveau", row.niveau)),
        Fact(texts.HOURS, hours(row.uren_min, row.uren_max)),
        Fact(texts.TOWN, row.gemeente),
        Fact(texts.PC4, row.pc4),
    )
    return tuple(fact for fact in facts if fact.value)


def _contact(shown: ProfileShown) -> tuple[Fact, ...]:
    person = shown.holder
    if person is None:
        return ()
    facts = [Fact(texts.HOLDER, person.naam, aside=person.organisatie or "")]
    if person.telefoon:
        number = dutch.phone(person.telefoon)
        said = texts.call(person.naam, number)
        facts.append(Fact(texts.PHONE, number, f"tel:{person.telefoon}", said))
    if person.email:
        facts.append(Fact(texts.MAIL, person.email, f"mailto:{person.email}", texts.mail(person.naam)))
    return tuple(facts)
