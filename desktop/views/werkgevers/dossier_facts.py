"""From a dossier to the sections of its tabs. Pure: rows in, words out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop import dutch
from desktop.models.queries.actie_rows import AfspraakRij
from desktop.models.queries.day_rows import Dossier
from desktop.models.queries.werkgever_rows import ContactpersoonRij, VestigingRij, WerkgeverKaart
from desktop.models.rights import holds_every_dossier, may_do
from desktop.views import dates, texts, texts_forms
from desktop.views.subject.section import Fact, FactLink, Section
from desktop.views.werkgevers import texts_facts as words
from desktop.views.werkgevers.field_words import FieldWords

EDIT_FACTS, EDIT_REGISTRATION, EDIT_QUIET = "gegevens", "registratie", "rust"
EDIT_PERSON, ADD_PERSON = "persoon_wijzigen", "persoon"
EDIT_PLACE, ADD_PLACE = "vestiging_wijzigen", "vestiging"
END_AGREEMENT, ADD_AGREEMENT = "afspraak_beeindigen", "afspraak"


def _may(role: str, right: str, *links: FactLink) -> tuple[FactLink, ...]:
    return links if may_do(role, right) else ()


def data(dossier: Dossier, known: FieldWords, role: str) -> tuple[Section, ...]:
    """What is known of the werkgever itself."""
    card = dossier.werkgever

    def edit(key: str, title: str) -> tuple[FactLink, ...]:
        link = FactLink(key, words.EDIT, words.named(words.EDIT, title))
        return _may(role, "werkgever.wijzig", link)

    mark = texts.NOT_SENT if card.wacht else ""
    return (
        Section(words.EMPLOYER, _main(card, known), edit(EDIT_FACTS, words.EMPLOYER), mark),
        Section(
            words.REGISTRATION,
            _registration(card),
            edit(EDIT_REGISTRATION, words.REGISTRATION),
            empty=words.NO_REGISTRATION,
        ),
        Section(words.QUIET, _quiet(card), edit(EDIT_QUIET, words.QUIET), empty=words.NO_QUIET),
    )


def _main(card: WerkgeverKaart, known: FieldWords) -> tuple[Fact, ...]:
    return (
        Fact(words.NAME, card.naam),
        Fact(texts.NUMBER, card.nummer or texts.PROVISIONAL),
        Fact(texts_forms.KVK, dutch.kvk(card.kvk_nummer) if card.kvk_nummer else texts.NO_KVK),
        Fact(texts_forms.SECTOR, card.sector),
        Fact(texts_forms.STAFF, dutch.number(card.werkzame_personen) if card.werkzame_personen else None),
        Fact(texts.FIELD_LABELS["website"], card.website),
        Fact(texts.FIELD_LABELS["segment"], known.label("segment", card.segment)),
        Fact(texts.FIELD_LABELS["concern"], card.concern),
        Fact(texts.MUNICIPALITY, card.gemeente),
        Fact(words.FEATURES, dutch.in_row(card.kenmerken)),
    )


def _registration(card: WerkgeverKaart) -> tuple[Fact, ...]:
    return (
        Fact(texts.FIELD_LABELS["statutaire_naam"], card.statutaire_naam),
        Fact(texts.TRADE_NAMES, dutch.in_row(card.handelsnamen)),
        Fact(texts.FIELD_LABELS["rechtsvorm"], card.rechtsvorm),
        Fact(words.RSIN, card.rsin),
        Fact(words.SBI, card.sbi_code),
        Fact(words.LEARNING, words.KNOWN.get(card.erkend_sbb_leerbedrijf)),
        Fact(texts.MAILINGS, texts.NO_MAILINGS if card.ind_non_mailing else None),
        Fact(words.SCOPE, card.landelijk_of_regionaal),
        Fact(words.SOURCE, card.bronsysteem),
    )


def _quiet(card: WerkgeverKaart) -> tuple[Fact, ...]:
    if card.niet_benaderen_tot is None:
        return ()
    return (
        Fact(words.QUIET_UNTIL, dutch.long_date(card.niet_benaderen_tot)),
        Fact(words.QUIET_REASON, card.niet_benaderen_reden),
    )


def is_former(person: ContactpersoonRij, today: date) -> bool:
    """Worked here until before today."""
    return person.tot is not None and person.tot < today


def nobody_here(role: str) -> str:
    """A bemiddelaar holds the people of a werkgever only after contact of their own."""
    return texts.NO_PEOPLE if holds_every_dossier(role) else words.NO_PEOPLE_HERE


def people(dossier: Dossier, known: FieldWords, role: str, today: date) -> tuple[Section, ...]:
    """Who works there now, then who did."""
    add = FactLink(ADD_PERSON, words.ADD, words.named(words.ADD, texts_forms.CONTACT_PERSON))
    may_add = _may(role, "contactpersoon.registreer", add)
    now = [person for person in dossier.contactpersonen if not is_former(person, today)]
    former = [person for person in dossier.contactpersonen if is_former(person, today)]
    head = Section(texts.PEOPLE, (), may_add, empty="" if now else nobody_here(role))
    sections = [head]
    sections += [_person(person, known, role, today) for person in now]
    for number, person in enumerate(former):
        sections.append(_person(person, known, role, today, words.FORMER if number == 0 else ""))
    return tuple(sections)


def _person(
    person: ContactpersoonRij, known: FieldWords, role: str, today: date, heading: str = ""
) -> Section:
    edit = FactLink(EDIT_PERSON, words.EDIT, words.named(words.EDIT, person.naam), person.id)
    links = _may(role, "contactpersoon.wijzig", edit)
    mark = texts.NOT_SENT if person.wacht else ""
    return Section(
        person.naam, tuple(_person_facts(person, known, today)), links, mark, heading, id=person.id
    )


def _person_facts(person: ContactpersoonRij, known: FieldWords, today: date) -> Iterable[Fact]:
    yield Fact(texts_forms.ROLE, person.functie)
    yield Fact(words.ROLE, known.label("rol_contactpersoon", person.rol))
    numbers = ((texts_forms.PHONE, person.telefoon), (words.SECOND_PHONE, person.telefoon_2))
    for name, number in numbers:
        if number:
            shown = texts.whole_phone(number)
            yield Fact(name, shown, f"tel:{number}", words.call(person.naam, dutch.phone(number)))
    if person.email:
        said = words.mail(person.naam, person.email)
        yield Fact(texts_forms.EMAIL, person.email, f"mailto:{person.email}", said)
    yield Fact(texts.PREFERS, texts.KINDS.get(person.voorkeurskanaal or ""))
    yield Fact(texts.BRANCH, person.vestiging)
    yield Fact(words.PERIOD, words.period(person.van, person.tot, today))
    yield Fact(texts.WATCH, texts.DO_NOT_APPROACH if person.niet_benaderen else None)


def places(dossier: Dossier, role: str) -> tuple[Section, ...]:
    """Where the werkgever works, the hoofdvestiging first."""
    add = FactLink(ADD_PLACE, words.ADD, words.named(words.ADD, texts.BRANCH))
    head = Section(
        words.TAB_PLACES,
        (),
        _may(role, "vestiging.registreer", add),
        empty="" if dossier.vestigingen else words.NO_PLACES,
    )
    return (head, *(_place(place, role) for place in dossier.vestigingen))


def place_name(place: VestigingRij) -> str:
    """Its own name, or else where it is."""
    return place.naam or place.woonplaats or (texts.MAIN_BRANCH if place.hoofdvestiging else texts.BRANCH)


def _place(place: VestigingRij, role: str) -> Section:
    name = place_name(place)
    edit = FactLink(EDIT_PLACE, words.EDIT, words.named(words.EDIT, name), place.id)
    mark = ", ".join(
        part for part in (words.MAIN if place.hoofdvestiging else "", _waits(place.wacht)) if part
    )
    return Section(name, _place_facts(place), _may(role, "vestiging.wijzig", edit), mark, id=place.id)


def _waits(wacht: bool) -> str:
    return texts.NOT_SENT.lower() if wacht else ""


def _place_facts(place: VestigingRij) -> tuple[Fact, ...]:
    street = " ".join(str(part) for part in (place.straat, place.huisnummer, place.toevoeging) if part)
    code = dates.postcode(place.postcode) if place.postcode else ""
    town = " ".join(part for part in (code, place.woonplaats) if part)
    return (
        Fact(texts.ADDRESS, "\n".join(part for part in (street, town) if part)),
        Fact(texts.WATCH, words.MAIL_ADDRESS_HIDDEN if place.adres_afgeschermd else None),
        Fact(texts.MUNICIPALITY, place.gemeente),
        Fact(
            texts.BRANCH_NUMBER,
            dutch.vestigingsnummer(place.vestigingsnummer) if place.vestigingsnummer else None,
        ),
    )


def agreements(dossier: Dossier, known: FieldWords, role: str, today: date) -> tuple[Section, ...]:
    """What runs, then what ended."""
    add = FactLink(ADD_AGREEMENT, words.ADD, words.named(words.ADD, texts.AGREEMENT_MADE))
    running = [row for row in dossier.afspraken if row.status != "beeindigd" and not _over(row, today)]
    ended = [row for row in dossier.afspraken if row not in running]
    head = Section(
        texts.TAB_AGREEMENTS,
        (),
        _may(role, "afspraak.maak", add),
        empty="" if running else texts.NO_AGREEMENTS,
    )
    sections = [head, *(_agreement(row, known, role, runs=True) for row in running)]
    for number, row in enumerate(ended):
        heading = words.FORMER_AGREEMENTS if number == 0 else ""
        sections.append(_agreement(row, known, role, runs=False, heading=heading))
    return tuple(sections)


def _over(row: AfspraakRij, today: date) -> bool:
    return row.tot is not None and row.tot < today


def _agreement(row: AfspraakRij, known: FieldWords, role: str, runs: bool, heading: str = "") -> Section:
    kind = known.label("afspraak_soort", row.soort)
    end = FactLink(END_AGREEMENT, words.END, words.named(words.END, kind), row.id)
    links = _may(role, "afspraak.beeindig", end) if runs else ()
    facts = (
        Fact(texts.CONTENT, row.inhoud),
        Fact(texts.RUNS, words.runs(row.van, row.tot)),
        Fact(texts.OWNER, row.eigenaar),
    )
    return Section(kind, facts, links, texts.NOT_SENT if row.wacht else "", heading, id=row.id)
