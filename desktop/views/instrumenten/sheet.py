"""A page of the guide as the detail shows it: what it is, its limits with their source, versions. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.models.queries.instrument_rows import GrensRij, InstrumentRegel, InstrumentRij, TaakRegel
from desktop.views.instrumenten import texts
from desktop.views.subject.section import Fact, Section
from desktop.views.subject.sheet import Sheet, SheetTab
from desktop.views.subject.strip_words import StripWords
from desktop.views.tables.item_line import ItemLine

GUIDE = "gids"
VERSION = "versie"


@dataclass(frozen=True, slots=True)
class Reader:
    """When it is read, and the words of the kinds of instruments."""

    today: date
    kinds: Mapping[str, str] = field(default_factory=dict)

    def kind(self, code: str) -> str:
        return self.kinds.get(code, code.replace("_", " ").capitalize())


def line(row: InstrumentRegel, reader: Reader) -> ItemLine[InstrumentRegel]:
    """With what was typed: where it stands. Else who provides it and what kind it is."""
    about = "  ·  ".join(part for part in (row.verstrekker, reader.kind(row.soort)) if part)
    when = "" if row.te_kiezen else texts.ENDED
    return ItemLine(row.id, row.naam, row.fragment or about, when, subject=row)


def sheet(page: InstrumentRij, reader: Reader) -> Sheet:
    """All of it."""
    limits = Section(texts.LIMITS, tuple(map(_limit, page.grenzen)), empty=texts.NO_LIMITS, id=page.id)
    tasks = Section(texts.TASKS, tuple(map(_task, page.taken)), id=page.id)
    versions = tuple(_version(row, reader) for row in page.versies)
    sections = [
        Section(texts.WHAT, _what(page), id=page.id),
        limits,
        *([tasks] if page.taken else []),
        *([Section(texts.VERSIONS, versions, id=page.id)] if versions else []),
    ]
    return Sheet(
        page.id,
        page.naam,
        tuple(part for part in (reader.kind(page.soort), page.verstrekker or "") if part),
        _strip(page, reader),
        tabs=(SheetTab(GUIDE, texts.TAB, tuple(sections)),),
        side=(Section(texts.SHORT, _short(page, reader), id=page.id),),
    )


def _strip(page: InstrumentRij, reader: Reader) -> StripWords:
    period = texts.period(page.geldig_van, page.geldig_tot, reader.today)
    around = f"{texts.PERIOD} {period}." if period else ""
    notices = (texts.TO_CHECK,) if page.nagaan else ()
    if page.te_kiezen:
        return StripWords(texts.TO_CHOOSE, around, notices)
    return StripWords(texts.NOT_TO_CHOOSE, around, notices, icon="niet", ink="tekst_2")


def _what(page: InstrumentRij) -> tuple[Fact, ...]:
    facts = (
        Fact(texts.FOR_WHOM, page.voor_wie),
        Fact(texts.GIVES, page.levert_op),
        Fact(texts.CONDITIONS, page.voorwaarden),
        Fact(texts.ARRANGES, page.wie_regelt),
        Fact(texts.HOLDS, page.geldig_wanneer),
        Fact(texts.SOURCE, page.bron),
    )
    return tuple(Fact(one.name, one.value.strip()) for one in facts if one.value)


def _limit(row: GrensRij) -> Fact:
    return Fact(texts.amount(row.waarde, row.eenheid), texts.with_source(row.zin, row.bron))


def _task(row: TaakRegel) -> Fact:
    due = texts.due(row.verschuiving, row.eenheid, row.anker)
    return Fact(f"{due[:1].upper()}{due[1:]}", row.wat)


def _version(row: InstrumentRegel, reader: Reader) -> Fact:
    period = texts.period(row.geldig_van, row.geldig_tot, reader.today)
    aside = "" if row.te_kiezen else texts.ENDED
    return Fact(f"{period[:1].upper()}{period[1:]}", row.naam, aside=aside, opens=(VERSION, row.id))


def _short(page: InstrumentRij, reader: Reader) -> tuple[Fact, ...]:
    facts = (
        Fact(texts.KIND, reader.kind(page.soort)),
        Fact(texts.PROVIDER, page.verstrekker),
        Fact(texts.PERIOD, texts.period(page.geldig_van, page.geldig_tot, reader.today)),
    )
    return tuple(fact for fact in facts if fact.value)
