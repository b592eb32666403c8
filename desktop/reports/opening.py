"""How a werkgever's sheet opens: the facts in one line, the regie in words. Makes text; draws nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop import dutch
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.werkgever_rows import WerkgeverKaart, Werkgeversblad
from desktop.reports import texts
from desktop.reports.texts import Voor

_MOST_PLACES = 3
_MOST_PLANNED = 2


def facts(sheet: Werkgeversblad, voor: Voor) -> str:
    """Bakkerij, Hilversum en Huizen. 46 medewerkers. KvK 6959 9084. Smaakmaker."""
    werkgever = sheet.werkgever
    parts = [_what_and_where(sheet), _size(werkgever), _number(werkgever)]
    if voor == "intern":
        parts += [_sentence_case(label(werkgever.segment)), *_internal(werkgever)]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def also_known_as(werkgever: WerkgeverKaart) -> str:
    """The other names, when there are any."""
    names = (werkgever.statutaire_naam, *werkgever.handelsnamen)
    others = tuple(dict.fromkeys(name for name in names if name and name != werkgever.naam))
    return f"Ook bekend als {dutch.in_row(others)}." if others else ""


def label(code: str | None) -> str:
    """A code as it reads: preferred_supplier becomes preferred supplier."""
    return (code or "").replace("_", " ")


def regie(werkgever: WerkgeverKaart, voor: Voor) -> str:
    """Who holds the regie, in one sentence."""
    holder = werkgever.regiehouder
    if voor == "werkgever":
        return texts.YOUR_CONTACT.format(holder) if holder else texts.NO_CONTACT_YET
    if not holder:
        return f"{texts.REGIE_NOBODY} {texts.REGIE_ASKED}" if werkgever.regie_gevraagd else texts.REGIE_NOBODY
    if werkgever.regie_sinds is None:
        return texts.REGIE_HELD_UNDATED.format(holder)
    return texts.REGIE_HELD.format(holder, dutch.long_date(werkgever.regie_sinds))


def do_not_approach(werkgever: WerkgeverKaart, voor: Voor, today: date) -> str:
    """That the werkgever asked not to be approached, as long as that lasts; its reason is for colleagues."""
    until, reason = werkgever.niet_benaderen_tot, werkgever.niet_benaderen_reden
    if (until is not None and until < today) or (until is None and not reason):
        return ""
    if voor == "werkgever":
        return texts.YOU_ASKED_NO_CONTACT.format(dutch.long_date(until)) if until else ""
    ask = texts.DO_NOT_APPROACH.format(dutch.long_date(until)) if until else texts.DO_NOT_APPROACH_FOREVER
    return f"{ask} {texts.REASON.format(reason.rstrip('.'))}" if reason else ask


def last_and_planned(sheet: Werkgeversblad, today: date) -> str:
    """The last contact that reached somebody, and the visits that are planned."""
    reached = [row for row in sheet.contacten if row.contact_gelukt is not False]
    last = max(reached, key=lambda row: (row.datum, row.tijd or ""), default=None)
    text = texts.LAST_CONTACT.format(_contact(last, today)) if last else texts.NO_LAST_CONTACT
    visits = planned_visits(sheet, today)
    if not visits:
        return text
    days = dutch.in_row([_visit(visit, today) for visit in visits])
    return f"{text} {texts.PLANNED.format(days)}"


def planned_visits(sheet: Werkgeversblad, today: date) -> tuple[ActieRij, ...]:
    """The first visits to come; later ones stay in the list of what is open."""
    visits = [
        row for row in open_acties(sheet) if row.soort == "bezoek" and row.deadline and row.deadline >= today
    ]
    return tuple(sorted(visits, key=lambda row: row.deadline or today)[:_MOST_PLANNED])


def open_acties(sheet: Werkgeversblad) -> Iterable[ActieRij]:
    return (row for row in sheet.acties if row.status == "te_verwerken")


def who_with_whom(row: ContactmomentRij) -> str:
    """Karin Smit met Anouk de Vries en Herman Post."""
    medewerker = dutch.name(row.medewerker)
    if not row.contactpersonen:
        return medewerker
    return texts.WHO_WITH_WHOM.format(
        medewerker, dutch.in_row([dutch.name(person) for person in row.contactpersonen])
    )


def _contact(row: ContactmomentRij, today: date) -> str:
    persons = dutch.in_row(row.contactpersonen)
    template = texts.OTHER_CONTACT if row.richting == "wij" else texts.THEY_CONTACTED
    if row.richting == "wij":
        template = texts.VERBS.get(row.kanaal, template)
    return template.format(
        who=row.medewerker,
        day=dutch.long_date(row.datum, near=today),
        channel=label(row.kanaal),
        persons_with=f" met {persons}" if persons else "",
        persons_at=f" bij {persons}" if persons else "",
        persons_to=f" aan {persons}" if persons else "",
    )


def _visit(visit: ActieRij, today: date) -> str:
    day = dutch.long_date(visit.deadline, near=today) if visit.deadline else ""
    return f"bezoek van {visit.toegewezen_aan} op {day}"


def _what_and_where(sheet: Werkgeversblad) -> str:
    werkgever = sheet.werkgever
    visible = (row.woonplaats for row in sheet.vestigingen if row.woonplaats and not row.adres_afgeschermd)
    places = list(dict.fromkeys(place for place in (werkgever.plaats, *visible) if place)) or [
        werkgever.gemeente or ""
    ]
    if len(places) > _MOST_PLACES:
        places = [*places[: _MOST_PLACES - 1], f"{len(places) - _MOST_PLACES + 1} andere plaatsen"]
    return ", ".join(part for part in (_sentence_case(werkgever.sector or ""), dutch.in_row(places)) if part)


def _size(werkgever: WerkgeverKaart) -> str:
    people = werkgever.werkzame_personen
    return "" if people is None else dutch.count(people, "medewerker", "medewerkers")


def _number(werkgever: WerkgeverKaart) -> str:
    return f"KvK{dutch.NO_BREAK}{dutch.kvk(werkgever.kvk_nummer)}" if werkgever.kvk_nummer else ""


def _internal(werkgever: WerkgeverKaart) -> list[str]:
    closed = werkgever.opheffing_datum
    return [
        f"Concern: {werkgever.concern}" if werkgever.concern else "",
        werkgever.website or "",
        texts.NON_MAILING if werkgever.ind_non_mailing else "",
        texts.CLOSED.format(dutch.long_date(closed))
        if closed
        else ""
        if werkgever.actief
        else texts.NOT_ACTIVE,
    ]


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
