"""From the pages of one werkgever's timeline to the rows on the screen: pinned, open, then by day. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop import dutch
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import TijdlijnRij
from desktop.views import dates, texts
from desktop.views.werkgevers import texts_dossier as words
from desktop.views.werkgevers import (
    texts_nazorg,
    texts_offered,
    texts_placing,
    timeline_nazorg,
    timeline_offered,
    timeline_placing,
)
from desktop.views.werkgevers.timeline_entries import contact_entry, entry
from desktop.views.werkgevers.timeline_entry import ENTRY, GROUP, OPEN, OPEN_STATE, PINNED, Entry, Setting

# The chips, in order: key, words, the kinds of rows that it shows. No kinds is everything.
CHIPS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("alles", words.ALL, frozenset()),
    ("contact", words.CONTACT, frozenset({"contact"})),
    ("acties", words.ACTIONS, frozenset({"actie"})),
    ("afspraken", words.AGREEMENTS, frozenset({"afspraak"})),
    ("vacatures", texts_offered.CHIP, timeline_offered.KINDS),
    ("plaatsingen", texts_placing.CHIP, timeline_placing.KINDS),
    ("nazorg", texts_nazorg.CHIP, timeline_nazorg.KINDS),
    ("regie", words.REGIE, frozenset({"regie", "overdracht"})),
    ("wijzigingen", words.CHANGES, frozenset({"wijziging", "import", "samenvoeging"})),
)
EVERYTHING = "alles"


def kinds_of(keys: Iterable[str]) -> frozenset[str]:
    """The kinds of rows of these chips together; of *Alles* none, which is all."""
    chosen = set(keys)
    if EVERYTHING in chosen:
        return frozenset()
    return frozenset().union(*(kinds for key, _, kinds in CHIPS if key in chosen))


def entries(
    rows: Sequence[TijdlijnRij], at: Setting, kinds: frozenset[str] = frozenset(), with_open: bool = False
) -> tuple[Entry, ...]:
    """All rows to paint. `with_open` puts open acties first, for when no side column shows them."""
    with_open = with_open and (not kinds or "actie" in kinds)
    result: list[Entry] = []
    if not kinds or "contact" in kinds:
        result += _pinned(at)
    if with_open:
        result += _open(at)
    heading = ""
    for row in rows:
        if not kinds and isinstance(row.rij, ActieRij) and row.rij.status == OPEN_STATE:
            continue  # it stands above, or in the side column
        group = _group(row.dag, at.today)
        if group != heading:
            heading = group
            result.append(Entry(f"group:{group}", GROUP, group))
        result.append(_pointing_up(entry(row, at), row.rij))
    return _linked(result)


def _pointing_up(made: Entry, row: object) -> Entry:
    """A pinned note stands above in full; in its own place one line says so."""
    if isinstance(row, ContactmomentRij) and row.vastgezet:
        return replace(made, note="", lines=(("bladwijzer", words.PINNED_ABOVE),))
    return made


def _pinned(at: Setting) -> Iterable[Entry]:
    if at.dossier.vastgezet:
        yield Entry(f"group:{words.PINNED_GROUP}", GROUP, words.PINNED_GROUP)
    for contact in at.dossier.vastgezet:
        row = TijdlijnRij(
            f"{PINNED}{contact.id}", "contact", contact.datum, contact.tijd, contact, contact.wacht
        )
        made = contact_entry(row, contact, at)
        yield replace(made, when=_pinned_when(contact, at), fresh=False)


def _pinned_when(contact: ContactmomentRij, at: Setting) -> str:
    day = dates.spoken(contact.datum, at.today)
    near = day in (dates.TODAY, dates.YESTERDAY)
    return f"{day} {contact.tijd or ''}".strip() if near else dates.short(contact.datum, at.today)


def _open(at: Setting) -> Iterable[Entry]:
    """Promises and visits to come, the first deadline first."""
    rows = sorted(at.dossier.acties, key=_deadline)
    if rows:
        yield Entry(f"group:{texts.OPEN_GROUP}", GROUP, texts.OPEN_GROUP)
    for row in rows:
        yield Entry(
            f"{OPEN}{row.id}",
            ENTRY,
            row.gevraagde_handeling,
            at.who(row.toegewezen_aan_id, row.toegewezen_aan),
            when=deadline_words(row, at.today),
            icon="agenda" if row.soort == "bezoek" else "actie",
            waits=row.wacht,
            late=bool(row.deadline and row.deadline < at.today),
            row=row,
        )


def _deadline(action: ActieRij) -> tuple[date, str]:
    return action.deadline or date.max, action.tijd or ""


def deadline_words(row: ActieRij, today: date) -> str:
    """4 dagen te laat; vandaag 14:00; do 3 dec; vóór vr 20 november"""
    if row.deadline is None:
        return ""
    if row.deadline < today:
        return dates.late(row.deadline, today)
    if row.soort == "bezoek":
        day = dates.TODAY if row.deadline == today else dates.before(row.deadline, today)
        return f"{day} {row.tijd or ''}".strip()
    return f"vóór {dates.before(row.deadline, today)}"


def _group(day: date, today: date) -> str:
    if day >= today:
        return texts.TODAY_GROUP if day == today else dutch.weekday_date(day, near=today).capitalize()
    return texts.YESTERDAY_GROUP if day == today - timedelta(days=1) else dates.month_heading(day, today)


def _linked(rows: list[Entry]) -> tuple[Entry, ...]:
    """Each entry but the last has a line down to what follows."""
    last = len(rows) - 1
    return tuple(
        replace(row, linked=number < last) if row.kind != GROUP else row for number, row in enumerate(rows)
    )
