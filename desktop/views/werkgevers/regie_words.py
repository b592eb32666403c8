"""The regie in words, for the row, the header and the question before contact. Pure: rows in, sentences
out.
"""

from __future__ import annotations

from datetime import date

from desktop import dutch
from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import WerkgeverRegel
from desktop.views import dates, texts
from desktop.views.werkgevers import texts_header as words
from desktop.views.werkgevers.field_words import FieldWords

MINE, OTHERS, NOBODY, ASKED, TO_ME = "mine", "others", "nobody", "asked", "to_me"
LATE_AFTER_DAYS = 60
# So many contacts in 90 days is more than a werkgever asked for.
PRESSURE_FROM = 7


def mark(regiehouder_id: str | None, asked: bool, me: str) -> str:
    """Which of the marks stands before the name."""
    if regiehouder_id is None:
        return ASKED if asked else NOBODY
    return MINE if regiehouder_id == me else OTHERS


def row_words(row: WerkgeverRegel, me: str) -> str:
    """jouw regie, regie Fatima El Idrissi, nog geen regie, regie gevraagd"""
    kind = mark(row.regiehouder_id, row.regie_gevraagd, me)
    said = {MINE: texts.YOUR_REGIE, NOBODY: texts.NO_REGIE_YET, ASKED: texts.REGIE_ASKED}
    return said.get(kind) or texts.regie_of(row.regiehouder or "")


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
    """Who has the regie, what is said around it, and what needs a look (amber)."""

    holder: str
    around: str
    kind: str
    notices: tuple[str, ...] = ()


def strip(dossier: Dossier, me: str, today: date) -> Strip:
    """The regie strip of the header."""
    card = dossier.werkgever
    kind = mark(card.regiehouder_id, card.regie_gevraagd, me)
    holder, around = _state(dossier, me)
    if dossier.overdracht and dossier.overdracht.status == "voorgesteld" and dossier.overdracht.naar_id == me:
        kind = TO_ME
    said = (around, _around(dossier, me, today))
    return Strip(holder, " ".join(part for part in said if part), kind, _notices(dossier, today))


def _state(dossier: Dossier, me: str) -> tuple[str, str]:
    """The sentence in bold and, where it needs one, the sentence after it."""
    return _transfer(dossier, me) or _stand_in(dossier, me) or _holder(dossier, me)


def _holder(dossier: Dossier, me: str) -> tuple[str, str]:
    card = dossier.werkgever
    if card.regiehouder_id == me:
        return texts.i_have_regie(card.regie_sinds), ""
    if card.regiehouder_id is not None:
        return texts.has_regie(card.regiehouder or "", card.regie_sinds), ""
    if card.regie_gevraagd:
        return f"{texts.MY_REGIE_ASKED} {texts.NOT_CONFIRMED}", ""
    approach = dossier.reservering
    if approach is None:
        return texts.NOBODY_HAS_REGIE, ""
    if approach.medewerker_id == me:
        return words.you_approach(approach.tot), texts.NOBODY_HAS_REGIE
    return words.approaches(approach.medewerker, approach.tot), texts.NOBODY_HAS_REGIE


def _transfer(dossier: Dossier, me: str) -> tuple[str, str] | None:
    found = dossier.overdracht
    if found is None:
        return None
    if found.status == "voorgesteld":
        why = f" ‘{found.toelichting}’" if found.toelichting else ""
        if found.naar_id == me:
            return words.transfers_to_you(found.van), words.keeps_until_you_accept(found.van) + why
        if found.van_id == me:
            return words.you_transfer_to(found.naar), words.you_keep_until(found.naar)
        return words.transfers(found.van, found.naar), words.keeps_until(found.van, found.naar)
    if found.naar_id == me and dossier.werkgever.regiehouder_id == me:
        said = words.introduced if found.status == "kennisgemaakt" else words.taken_over_from
        return texts.i_have_regie(dossier.werkgever.regie_sinds), said(found.van)
    return None


def _stand_in(dossier: Dossier, me: str) -> tuple[str, str] | None:
    found = dossier.waarneming
    if found is None:
        return None
    holder, _ = _holder(dossier, me)
    if found.waarnemer_id == me:
        return words.you_stand_in(found.voor, found.tot), holder
    if found.voor_id == me:
        return words.stands_in_for_you(found.waarnemer, found.tot), holder
    return words.stands_in(found.waarnemer, found.voor, found.tot), holder


def _notices(dossier: Dossier, today: date) -> tuple[str, ...]:
    card = dossier.werkgever
    found: list[str] = []
    if card.niet_benaderen_tot and card.niet_benaderen_tot >= today:
        found.append(texts.not_before(card.niet_benaderen_tot, card.niet_benaderen_reden))
    if dossier.contacten_90_dagen >= PRESSURE_FROM:
        found.append(words.pressure(dossier.contacten_90_dagen))
    if not card.actief or (card.opheffing_datum and card.opheffing_datum <= today):
        found.append(words.inactive(card.opheffing_datum))
    return tuple(found)


def _around(dossier: Dossier, me: str, today: date) -> str:
    """Laatste contact: Youssef Amrani belde op 21 september. Gepland: jouw bezoek op 3 december."""
    latest = dossier.laatste_contact
    first = (
        f"{words.LAST_CONTACT}: {contact_words(latest, me, today)}." if latest else texts.NO_EARLIER_CONTACT
    )
    visits = [a for a in dossier.acties if a.soort == "bezoek" and a.deadline and a.deadline >= today]
    following = min(visits, key=_deadline, default=None)
    return f"{first} {words.PLANNED}: {planned_words(following, me, today)}." if following else first


def contact_words(contact: ContactmomentRij, me: str, today: date) -> str:
    """jij kwam op 21 september langs"""
    who = texts.ME if contact.medewerker_id == me else contact.medewerker
    verb, tail = words.SAID.get(contact.kanaal, (texts.SPOKE, ""))
    return f"{who} {verb} {dates.on_day(contact.datum, today)} {tail}".rstrip()


def planned_words(action: ActieRij, me: str, today: date) -> str:
    """jouw bezoek op 3 december; Fatima El Idrissi morgen: vacatures bespreken"""
    day = f" {dates.on_day(action.deadline, today)}" if action.deadline else ""
    if action.soort == "bezoek":
        return (
            f"jouw bezoek{day}"
            if action.toegewezen_aan_id == me
            else f"bezoek van {action.toegewezen_aan}{day}"
        )
    who = texts.ME if action.toegewezen_aan_id == me else action.toegewezen_aan
    return f"{who}{day}: {dutch.midway(action.gevraagde_handeling)}"


def facts(dossier: Dossier, known: FieldWords) -> tuple[str, ...]:
    """Sector, places, staff, KvK, segment: what is known, in that order."""
    card = dossier.werkgever
    places = list(dict.fromkeys(row.woonplaats for row in dossier.vestigingen if row.woonplaats))
    where = dutch.in_row(places) if 0 < len(places) <= 3 else card.plaats
    if len(places) > 3:
        where = f"{places[0]} en {len(places) - 1} andere plaatsen"
    said = (
        card.sector,
        where,
        texts.people_working(card.werkzame_personen) if card.werkzame_personen else None,
        texts.kvk_fact(card.kvk_nummer) if card.kvk_nummer else texts.NO_KVK,
        known.label("segment", card.segment).lower() if card.segment else None,
        words.part_of(card.concern) if card.concern else None,
    )
    return tuple(part for part in said if part)


def first_name(name: str) -> str:
    return name.split(" ", 1)[0]


def _deadline(action: ActieRij) -> tuple[date, str]:
    return action.deadline or date.max, action.tijd or ""
