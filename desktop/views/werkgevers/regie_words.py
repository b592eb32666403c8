"""The regie in words, for the row, the header and the question before contact. Pure: rows in, sentences
out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop import dutch
from desktop.models.queries.rows import ActieRij, ContactmomentRij, WerkgeverRegel, Werkgeversblad
from desktop.views import dates, texts

MINE, OTHERS, NOBODY, ASKED = "mine", "others", "nobody", "asked"
LATE_AFTER_DAYS = 60


def mark(regiehouder_id: str | None, asked: bool, me: str) -> str:
    """Which of the four marks stands before the name."""
    if regiehouder_id is None:
        return ASKED if asked else NOBODY
    return MINE if regiehouder_id == me else OTHERS


def row_words(row: WerkgeverRegel, me: str) -> str:
    """jouw regie, regie Fatima El Idrissi, nog geen regie, regie gevraagd"""
    kind = mark(row.regiehouder_id, row.regie_gevraagd, me)
    words = {MINE: texts.YOUR_REGIE, NOBODY: texts.NO_REGIE_YET, ASKED: texts.REGIE_ASKED}
    return words.get(kind) or texts.regie_of(row.regiehouder or "")


def row_sentence(row: WerkgeverRegel, me: str, today: date) -> str:
    """What a screen reader says for a row."""
    parts = [row.naam, row.plaats or "", row_words(row, me)]
    if row.laatste_contact:
        parts.append(f"{texts.PREVIOUS_CONTACT} {dates.since(row.laatste_contact, today)}")
    else:
        parts.append(texts.NO_CONTACT)
    if row.open_acties:
        parts.append(texts.open_actions(row.open_acties))
    if row.wacht:
        parts.append(texts.NOT_SENT)
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Strip:
    """The regie strip: who, what was and what will be. `can_ask` shows the link."""

    holder: str
    around: str
    kind: str
    can_ask: bool
    notice: str = ""


def strip(blad: Werkgeversblad, me: str, role: str, today: date) -> Strip:
    card = blad.werkgever
    kind = mark(card.regiehouder_id, card.regie_gevraagd, me)
    if kind == MINE:
        holder = texts.i_have_regie(card.regie_sinds)
    elif kind == OTHERS:
        holder = texts.has_regie(card.regiehouder or "", card.regie_sinds)
    elif kind == ASKED:
        holder = f"{texts.MY_REGIE_ASKED} {texts.NOT_CONFIRMED}"
    else:
        holder = texts.NOBODY_HAS_REGIE
    notice = ""
    if card.niet_benaderen_tot and card.niet_benaderen_tot >= today:
        notice = texts.not_before(card.niet_benaderen_tot, card.niet_benaderen_reden)
    return Strip(holder, around(blad, me, today), kind, kind == NOBODY and role == "accountmanager", notice)


def around(blad: Werkgeversblad, me: str, today: date) -> str:
    """Vorig contact: Youssef Amrani belde op 21 september. Gepland: jouw bezoek op 3 december."""
    before = [contact for contact in blad.contacten if contact.datum < today] or list(blad.contacten)
    latest = max(before, key=_moment, default=None)
    first = f"{texts.PREVIOUS}: {contact_words(latest, me, today)}." if latest else texts.NO_EARLIER_CONTACT
    visits = [a for a in blad.acties if a.soort == "bezoek" and a.status == "te_verwerken" and a.deadline]
    following = min(visits, key=_deadline, default=None)
    return f"{first} {texts.PLANNED}: {planned_words(following, me, today)}." if following else first


def contact_words(contact: ContactmomentRij, me: str, today: date) -> str:
    who = texts.ME if contact.medewerker_id == me else contact.medewerker
    verb = texts.PAST_TENSE.get(contact.kanaal, texts.SPOKE)
    return f"{who} {verb} {dates.on_day(contact.datum, today)}"


def planned_words(action: ActieRij, me: str, today: date) -> str:
    day = f" {dates.on_day(action.deadline, today)}" if action.deadline else ""
    if action.soort == "bezoek":
        return (
            f"jouw bezoek{day}"
            if action.toegewezen_aan_id == me
            else f"bezoek van {action.toegewezen_aan}{day}"
        )
    who = texts.ME if action.toegewezen_aan_id == me else action.toegewezen_aan
    return f"{who}{day}: {action.gevraagde_handeling[:1].lower()}{action.gevraagde_handeling[1:]}"


def facts(blad: Werkgeversblad) -> tuple[str, ...]:
    """Sector, places, staff, KvK, segment: what is known, in that order."""
    card = blad.werkgever
    places = list(dict.fromkeys(row.woonplaats for row in blad.vestigingen if row.woonplaats))
    where = dutch.in_row(places) if 0 < len(places) <= 3 else card.plaats
    if len(places) > 3:
        where = f"{places[0]} en {len(places) - 1} andere plaatsen"
    known = (
        card.sector,
        where,
        texts.people_working(card.werkzame_personen) if card.werkzame_personen else None,
        texts.kvk_fact(card.kvk_nummer) if card.kvk_nummer else texts.NO_KVK,
        card.segment,
    )
    return tuple(words for words in known if words)


def first_name(name: str) -> str:
    return name.split(" ", 1)[0]


def _moment(contact: ContactmomentRij) -> tuple[date, str]:
    return contact.datum, contact.tijd or ""


def _deadline(action: ActieRij) -> date:
    return action.deadline or date.max
