"""From the rows of one werkgever to the entries of its timeline, newest first, in groups. Pure.

Never a name of a kandidaat: only what the rows of the dossier hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop import dutch
from desktop.models.queries.rows import (
    ActieRij,
    AfspraakRij,
    ContactmomentRij,
    RegieRij,
    VeldwijzigingRij,
    Werkgeversblad,
)
from desktop.views import dates, texts

GROUP, ENTRY, CHANGE = "group", "entry", "change"
ICONS = {
    "bezoek": "bezoek",
    "telefoon": "telefoon",
    "email": "mail",
    "video": "video",
    "evenement": "personen",
    "brief": "brief",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the timeline: a group heading, an entry or a quiet line about a changed field."""

    id: str
    kind: str
    title: str
    who: str = ""
    when: str = ""
    icon: str = ""
    note: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    waits: bool = False
    outside: bool = False
    confidential: bool = False
    late: bool = False
    linked: bool = False

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        marks = [texts.NOT_SENT] * self.waits + [texts.OUTSIDE_REGIE] * self.outside
        marks += [texts.CONFIDENTIAL_MARK] * self.confidential
        head = ", ".join(part for part in (f"{self.title} {self.who}".strip(), self.when, *marks) if part)
        return ". ".join(part for part in (head, self.note, *(words for _, words in self.lines)) if part)


@dataclass(frozen=True, slots=True)
class _Dated:
    day: date
    clock: str
    entry: Entry


def entries(
    blad: Werkgeversblad, changes: Iterable[VeldwijzigingRij], me: str, today: date, with_open: bool
) -> tuple[Entry, ...]:
    """All rows to paint. `with_open` puts open acties first, for when no side column shows them."""
    dated = [_contact(row, blad, me, today) for row in blad.contacten]
    dated += [_agreement(row, me, today) for row in blad.afspraken]
    dated += _regies(blad.regies, me, today)
    dated += [_change(row, today) for row in changes]
    dated.sort(key=lambda item: (item.day, item.clock), reverse=True)
    result: list[Entry] = list(_open(blad.acties, me, today)) if with_open else []
    heading = ""
    for item in dated:
        group = _group(item.day, today)
        if group != heading:
            heading = group
            result.append(Entry(f"group:{group}", GROUP, group))
        result.append(item.entry)
    return _linked(result)


def _linked(rows: list[Entry]) -> tuple[Entry, ...]:
    """Each entry but the last has a line down to what follows."""
    last = len(rows) - 1
    return tuple(
        replace(row, linked=number < last) if row.kind != GROUP else row for number, row in enumerate(rows)
    )


def _open(acties: Iterable[ActieRij], me: str, today: date) -> Iterable[Entry]:
    rows = sorted((a for a in acties if a.status == "te_verwerken"), key=lambda a: a.deadline or date.max)
    if rows:
        yield Entry(f"group:{texts.OPEN_GROUP}", GROUP, texts.OPEN_GROUP)
    for row in rows:
        overdue = bool(row.deadline and row.deadline < today)
        yield Entry(
            row.id,
            ENTRY,
            row.gevraagde_handeling,
            _who(row.toegewezen_aan_id, row.toegewezen_aan, me),
            _deadline_words(row, today),
            "actie",
            waits=row.wacht,
            late=overdue,
        )


def _deadline_words(row: ActieRij, today: date) -> str:
    if row.deadline is None:
        return ""
    return (
        dates.late(row.deadline, today)
        if row.deadline < today
        else f"vóór {dates.before(row.deadline, today)}"
    )


def _contact(row: ContactmomentRij, blad: Werkgeversblad, me: str, today: date) -> _Dated:
    lines = tuple(("actie", _promise(a, me, today)) for a in blad.acties if a.contactmoment_id == row.id)
    reason = (("regie", row.reden_buiten_regie),) if row.buiten_regie and row.reden_buiten_regie else ()
    title = texts.KINDS.get(row.kanaal, row.kanaal.capitalize())
    recent = row.datum >= today - timedelta(days=1)
    when = row.tijd if recent and row.tijd else "" if recent else dates.short(row.datum, today)
    who = _who(row.medewerker_id, row.medewerker, me) + _with(row, blad)
    if row.contact_gelukt is False:
        who += f", {texts.NOT_REACHED}"
    entry = Entry(
        row.id,
        ENTRY,
        title,
        who,
        when or "",
        ICONS.get(row.kanaal, "bericht"),
        row.notitie or "",
        reason + lines,
        row.wacht,
        row.buiten_regie,
        bool(row.vertrouwelijk),
    )
    return _Dated(row.datum, row.tijd or "", entry)


def _with(row: ContactmomentRij, blad: Werkgeversblad) -> str:
    if not row.contactpersonen:
        return ""
    functions = {person.naam: person.functie for person in blad.contactpersonen}
    if len(row.contactpersonen) == 1 and (function := functions.get(row.contactpersonen[0])):
        return f" met {row.contactpersonen[0]} ({function})"
    return f" met {dutch.in_row(row.contactpersonen)}"


def _promise(row: ActieRij, me: str, today: date) -> str:
    done = "" if row.status == "te_verwerken" else ", afgerond"
    what = row.gevraagde_handeling[:1].lower() + row.gevraagde_handeling[1:]
    head = f"{texts.ACTION_KINDS.get(row.soort, row.soort)}: {what}"
    who = (
        _who(row.toegewezen_aan_id, row.toegewezen_aan, me).capitalize()
        if row.toegewezen_aan_id == me
        else row.toegewezen_aan
    )
    until = f", vóór {dutch.weekday_date(row.deadline, near=today)}" if row.deadline and not done else ""
    return f"{head.rstrip('.')}. {who}{until}{done}."


def _agreement(row: AfspraakRij, me: str, today: date) -> _Dated:
    until = f"Loopt tot {dutch.long_date(row.tot)}." if row.tot else ""
    note = f"{row.inhoud} {until}".strip()
    who = _who(row.eigenaar_id, row.eigenaar, me)
    when = _day_words(row.van, today)
    return _Dated(
        row.van, "", Entry(row.id, ENTRY, texts.AGREEMENT_MADE, who, when, "afspraak", note, waits=row.wacht)
    )


def _regies(rows: Iterable[RegieRij], me: str, today: date) -> list[_Dated]:
    ordered = sorted(rows, key=lambda row: row.van)
    result: list[_Dated] = []
    previous: RegieRij | None = None
    for row in ordered:
        new = "jou" if row.accountmanager_id == me else row.accountmanager
        moved = previous is not None and previous.tot is not None and abs((row.van - previous.tot).days) <= 1
        if moved and previous is not None:
            old = texts.ME if previous.accountmanager_id == me else previous.accountmanager
            title, who, icon = texts.TRANSFERRED, f"van {old} aan {new}", "overdracht"
        else:
            title, who, icon = texts.REGIE_TAKEN, _who(row.accountmanager_id, row.accountmanager, me), "regie"
        entry = Entry(row.id, ENTRY, title, who, _day_words(row.van, today), icon, row.reden or "")
        result.append(_Dated(row.van, "", entry))
        previous = row
    return result


def _change(row: VeldwijzigingRij, today: date) -> _Dated:
    day = dates.local_day(row.op)
    words = texts.field_changed(texts.field_label(row.veld), row.oud, row.nieuw, row.door)
    clock = dutch.clock_time(row.op)
    when = clock if day >= today - timedelta(days=1) else dates.short(day, today)
    return _Dated(day, clock, Entry(row.id, CHANGE, words, when=when))


def _day_words(day: date, today: date) -> str:
    """Empty under the headings that name the day themselves."""
    return "" if day >= today - timedelta(days=1) else dates.short(day, today)


def _group(day: date, today: date) -> str:
    if day >= today:
        return texts.TODAY_GROUP if day == today else dutch.weekday_date(day, near=today).capitalize()
    return texts.YESTERDAY_GROUP if day == today - timedelta(days=1) else dates.month_heading(day, today)


def _who(medewerker_id: str, name: str, me: str) -> str:
    return texts.ME if medewerker_id == me else name
