"""The parts of a werkgever's sheet as data: which rows, which columns, which words. Draws nothing.

A new table section is a `Section` with its columns and one line in `werkgeversoverzicht.SECTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop import dutch
from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.plaatsing_rows import PlaatsingRij
from desktop.models.queries.regie_rows import RegieRij
from desktop.models.queries.werkgever_rows import ContactpersoonRij, VestigingRij, Werkgeversblad
from desktop.reports import texts
from desktop.reports.columns import Entry, Stack
from desktop.reports.house_style import HouseStyle
from desktop.reports.opening import label, open_acties, planned_visits, who_with_whom
from desktop.reports.paragraph import Run
from desktop.reports.table import Column
from desktop.reports.texts import Voor

MOST_CONTACTS = 12
PLACED_LATELY = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Edition:
    """For whom and on which day the paper is made, in which letters."""

    voor: Voor
    today: date
    style: HouseStyle

    @property
    def intern(self) -> bool:
        return self.voor == "intern"

    def not_sent(self, waits: bool) -> list[Run]:
        return [Run(texts.NOT_YET_SENT, self.style.cell_italic)] if waits else []


@dataclass(frozen=True, slots=True)
class Section:
    """A table: its name among the headings, its rows, its columns. Left out where there is no heading."""

    name: str
    rows: Callable[[Werkgeversblad, Edition], Sequence[Any]]
    columns: Callable[[Edition], Sequence[Column[Any]]]


def persons(sheet: Werkgeversblad, edition: Edition) -> list[Stack]:
    """Contactpersonen beside what is promised; for the werkgever contactpersonen alone, in two columns."""
    headings = texts.HEADINGS[edition.voor]
    rows = [row for row in sheet.contactpersonen if edition.intern or not _left(row, edition.today)]
    entries = [person_entry(row, edition) for row in rows]
    if edition.intern:
        beloofd = Stack(headings["beloofd"], _promises(sheet, edition), texts.NOTHING_PROMISED)
        return [Stack(headings["contactpersonen"], entries, texts.NO_PERSONS), beloofd]
    half = (len(entries) + 1) // 2
    return [Stack(headings["contactpersonen"], entries[:half], texts.NO_PERSONS), Stack("", entries[half:])]


def _left(row: ContactpersoonRij, today: date) -> bool:
    return row.tot is not None and row.tot < today


def person_entry(row: ContactpersoonRij, edition: Edition) -> Entry:
    style = edition.style
    role = label(row.rol)
    also = f"ook {dutch.phone(row.telefoon_2)}" if row.telefoon_2 else ""
    what = [row.functie, role if role != (row.functie or "").lower() else "", row.email, also]
    below: list[Run] = []
    if edition.intern and row.niet_benaderen:
        below.append(Run(texts.DO_NOT_CONTACT, style.cell_strong))
    if row.tot is not None and _left(row, edition.today):
        below.append(Run(texts.LEFT.format(dutch.long_date(row.tot)), style.cell_quiet))
    below += edition.not_sent(row.wacht)
    facts = ", ".join(part for part in what if part)
    if facts:
        below.insert(0, Run(f"{facts}." if below else facts, style.cell_quiet))
    phone = dutch.phone(row.telefoon) if row.telefoon else ""
    return Entry(Run(row.naam, style.strong), below, phone)


def _promises(sheet: Werkgeversblad, edition: Edition) -> list[Entry]:
    planned = planned_visits(sheet, edition.today)
    return [promise_entry(row, edition) for row in open_acties(sheet) if row not in planned]


def promise_entry(row: ActieRij, edition: Edition) -> Entry:
    style, deadline = edition.style, row.deadline
    until = texts.WITHOUT_DEADLINE.format(row.toegewezen_aan)
    if deadline is not None:
        until = texts.UNTIL.format(row.toegewezen_aan, dutch.weekday_date(deadline, near=edition.today))
    below = [Run(row.toelichting, style.cell)] if row.toelichting else []
    below.append(Run(until, style.cell_quiet))
    if deadline is not None and deadline < edition.today:
        below.append(Run(texts.LATE, style.cell_strong))
    return Entry(
        Run(row.gevraagde_handeling, style.strong), [*below, *edition.not_sent(row.wacht)], tick=True
    )


def _afspraken(sheet: Werkgeversblad, _: Edition) -> Sequence[AfspraakRij]:
    return [row for row in sheet.afspraken if row.status == "loopt"]


def _afspraak_columns(edition: Edition) -> Sequence[Column[AfspraakRij]]:
    cell = edition.style.cell

    def content(row: AfspraakRij) -> list[Run]:
        return [Run(row.inhoud, cell), *edition.not_sent(row.wacht)]

    def until(row: AfspraakRij) -> str:
        if row.tot is None:
            return "loopt door"
        return dutch.short_date(row.tot) + (", verlopen" if row.tot < edition.today else "")

    return (
        Column("soort", 20, lambda row: label(row.soort)),
        Column("inhoud", 54, content),
        Column("wie", 15, lambda row: row.eigenaar),
        Column("tot", 11, until, right=True),
    )


def _contacten(sheet: Werkgeversblad, edition: Edition) -> Sequence[ContactmomentRij]:
    rows = sheet.contacten
    if not edition.intern:
        rows = tuple(row for row in rows if not row.vertrouwelijk and row.contact_gelukt is not False)
    return rows[:MOST_CONTACTS]


def older_contacts(sheet: Werkgeversblad, edition: Edition) -> str:
    """How many contacts are not on this paper; for colleagues, who can look them up."""
    left_out = len(sheet.contacten) - MOST_CONTACTS
    if left_out <= 0 or not edition.intern:
        return ""
    oldest = sheet.contacten[MOST_CONTACTS - 1].datum
    return texts.OLDER_CONTACTS.format(dutch.count(left_out, "contact", "contacten"), dutch.long_date(oldest))


def _contact_columns(edition: Edition) -> Sequence[Column[ContactmomentRij]]:
    when: Column[ContactmomentRij] = Column("wanneer", 12.6, lambda row: dutch.short_date(row.datum))
    what: Column[ContactmomentRij] = Column("wat", 10, lambda row: label(row.kanaal))
    who: Column[ContactmomentRij] = Column("wie", 27, who_with_whom)
    if not edition.intern:
        return (when, what, who)
    return (when, what, who, Column("notitie", 50, lambda row: _note(row, edition)))


def _note(row: ContactmomentRij, edition: Edition) -> list[Run]:
    style = edition.style
    return [
        *([Run(texts.NOT_REACHED, style.cell)] if row.contact_gelukt is False else []),
        *_content(row, style),
        *_outside(row, style),
        *edition.not_sent(row.wacht),
    ]


def _content(row: ContactmomentRij, style: HouseStyle) -> list[Run]:
    """What a confidential contact was about stays off paper whole: its subject tells as much as its note."""
    if row.vertrouwelijk:
        return [Run(texts.CONFIDENTIAL, style.cell_quiet)]
    subject = label(row.onderwerp)
    heading = f"{subject[:1].upper()}{subject[1:]}{':' if row.notitie else '.'}" if subject else ""
    return [
        Run(text, letter) for text, letter in ((heading, style.cell_quiet), (row.notitie, style.cell)) if text
    ]


def _outside(row: ContactmomentRij, style: HouseStyle) -> list[Run]:
    if not row.buiten_regie:
        return []
    if row.vertrouwelijk or not row.reden_buiten_regie:
        return [Run(texts.OUTSIDE_REGIE, style.cell_strong)]
    reason = f"{row.reden_buiten_regie.rstrip('.')}."
    return [Run(texts.OUTSIDE_REGIE_BECAUSE, style.cell_strong), Run(reason, style.cell)]


def _vestigingen(sheet: Werkgeversblad, _: Edition) -> Sequence[VestigingRij]:
    return sheet.vestigingen


def _vestiging_columns(edition: Edition) -> Sequence[Column[VestigingRij]]:
    def name(row: VestigingRij) -> list[Run]:
        main = [Run("hoofdvestiging", edition.style.cell_quiet)] if row.hoofdvestiging else []
        own = f"{row.naam or row.werkgever}{',' if main else ''}"
        return [Run(own, edition.style.cell), *main, *edition.not_sent(row.wacht)]

    return (
        Column("naam", 36, name),
        Column("adres", 26, _street),
        Column("plaats", 24, _place),
        Column(
            "nummer",
            17,
            lambda row: dutch.vestigingsnummer(row.vestigingsnummer or ""),
            right=True,
            optional=True,
        ),
    )


def _street(row: VestigingRij) -> str:
    if row.adres_afgeschermd:
        return texts.HIDDEN_ADDRESS
    number = f"{row.huisnummer or ''}{row.toevoeging or ''}"
    return dutch.NO_BREAK.join(part for part in (row.straat, number) if part)


def _place(row: VestigingRij) -> str:
    if row.adres_afgeschermd:
        return row.gemeente or ""
    postcode = row.postcode or ""
    if len(postcode) == 6:
        postcode = f"{postcode[:4]}{dutch.NO_BREAK}{postcode[4:]}"
    return "  ".join(part for part in (postcode, row.woonplaats or row.gemeente) if part)


def _regies(sheet: Werkgeversblad, _: Edition) -> Sequence[RegieRij]:
    return [row for row in sheet.regies if row.tot is not None]


def _regie_columns(_: Edition) -> Sequence[Column[RegieRij]]:
    return (
        Column("wie", 32, lambda row: row.accountmanager),
        Column("van", 14, lambda row: dutch.short_date(row.van)),
        Column("tot", 14, lambda row: dutch.short_date(row.tot) if row.tot else ""),
        Column("reden", 40, lambda row: label(row.reden)),
    )


def _plaatsingen(sheet: Werkgeversblad, edition: Edition) -> Sequence[PlaatsingRij]:
    """What runs, and what ended in the last year. The rows have no person in them."""
    since = edition.today - PLACED_LATELY
    ended = [row for row in sheet.plaatsingen if row.feitelijke_einddatum and row.status == "beeindigd"]
    lately = [row for row in ended if row.feitelijke_einddatum and row.feitelijke_einddatum >= since]
    return [*(row for row in sheet.plaatsingen if row.status == "loopt"), *lately]


def _plaatsing_columns(edition: Edition) -> Sequence[Column[PlaatsingRij]]:
    def work(row: PlaatsingRij) -> list[Run]:
        hours = texts.HOURS.format(row.uren) if row.uren else ""
        words = ", ".join(part for part in (label(row.soort), row.vacature, hours) if part)
        return [Run(words, edition.style.cell), *edition.not_sent(row.wacht)]

    def until(row: PlaatsingRij) -> str:
        if row.feitelijke_einddatum:
            return texts.ENDED_ON.format(dutch.short_date(row.feitelijke_einddatum))
        return dutch.short_date(row.verwachte_einddatum) if row.verwachte_einddatum else ""

    return (
        Column("werk", 49, work),
        Column("wie bemiddelt", 21, lambda row: row.bemiddelaar),
        Column("vanaf", 12, lambda row: dutch.short_date(row.start)),
        Column("tot", 18, until, right=True),
    )


AFSPRAKEN = Section("afspraken", _afspraken, _afspraak_columns)
CONTACTEN = Section("contacten", _contacten, _contact_columns)
VESTIGINGEN = Section("vestigingen", _vestigingen, _vestiging_columns)
PLAATSINGEN = Section("plaatsingen", _plaatsingen, _plaatsing_columns)
REGIES = Section("regies", _regies, _regie_columns)
