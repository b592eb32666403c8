"""What a werkgever offers and asks, as parts of its sheet. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop import dutch
from desktop.models.queries.vacature_rows import VacatureRij, WerkgeversvraagRij
from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.reports.opening import label
from desktop.reports.paragraph import Run
from desktop.reports.sections import Edition, Section
from desktop.reports.table import Column


def _vacatures(sheet: Werkgeversblad, _: Edition) -> Sequence[VacatureRij]:
    return sheet.vacatures


def _vacature_columns(edition: Edition) -> Sequence[Column[VacatureRij]]:
    def name(row: VacatureRij) -> list[Run]:
        return [Run(row.naam, edition.style.cell), *edition.not_sent(row.wacht)]

    return (
        Column("vacature", 38, name),
        Column("soort", 18, lambda row: label(row.soort)),
        Column("plaatsen", 10, lambda row: str(row.aantal_plaatsen), right=True),
        Column("bij wie", 22, lambda row: dutch.in_row(row.bemiddelaars) if row.bemiddelaars else ""),
        Column("sluit", 12, lambda row: _day(row.sluitingsdatum), right=True),
    )


def _day(day: date | None) -> str:
    return dutch.short_date(day) if day else ""


def _questions(sheet: Werkgeversblad, _: Edition) -> Sequence[WerkgeversvraagRij]:
    return sheet.vragen


def _question_columns(edition: Edition) -> Sequence[Column[WerkgeversvraagRij]]:
    def asked(row: WerkgeversvraagRij) -> list[Run]:
        return [Run(row.vraag, edition.style.cell), *edition.not_sent(row.wacht)]

    return (
        Column("sinds", 12, lambda row: dutch.short_date(row.ontvangen_op)),
        Column("vraag", 50, asked),
        Column("over", 18, lambda row: label(row.soort)),
        Column("wie", 20, lambda row: row.behandelaar),
    )


VACATURES = Section("vacatures", _vacatures, _vacature_columns)
VRAGEN = Section("vragen", _questions, _question_columns)
