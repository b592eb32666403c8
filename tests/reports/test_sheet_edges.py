"""Whatever is typed stays on the paper: no text in the foot, none beside the margins."""

from __future__ import annotations

import io
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.queries.werkgever_rows import Werkgeversblad
from desktop.reports.document import Document
from desktop.reports.house_style import house_style
from desktop.reports.paragraph import Piece
from desktop.reports.werkgeversoverzicht import Order, Overview, imprint
from tests.reports import samples


class Watched(Document):
    """Notes every text that lies outside the body of the sheet."""

    def piece(self, x: float, baseline: float, piece: Piece) -> None:
        end = x + piece.x + piece.style.width(piece.text)
        frame = self.pages == 0 or piece.text.startswith("blad ") or baseline == self.page_height
        if not frame and not (
            self.body_top < baseline <= self.bottom and self.left <= x and end <= self.right + 0.1
        ):
            self.outside.append((self.pages, x, baseline, piece.text))
        super().piece(x, baseline, piece)

    outside: list[tuple[int, float, float, str]]


def outside(sheet: Werkgeversblad, order: Order) -> list[tuple[int, float, float, str]]:
    Watched.outside = []
    document = Watched(io.BytesIO(), house_style(), imprint(samples.stand(), order))
    overview = Overview(document, order)
    overview.add(sheet)
    overview.finish()
    return document.outside


def test_long_tables_end_above_the_foot_wherever_they_begin() -> None:
    for shift in range(0, 40, 3):
        sheet = samples.sheet(
            contactpersonen=tuple(samples.contactpersoon(naam=f"Persoon {n}") for n in range(shift)),
            vestigingen=tuple(samples.vestiging(naam="Kinderdagverblijf " * (n % 5 + 1)) for n in range(87)),
            contacten=tuple(
                samples.contactmoment(notitie="woord " * 160, datum=date(2026, 1, 1)) for _ in range(14)
            ),
        )
        assert outside(sheet, samples.order()) == []


wide = st.text(alphabet=st.sampled_from("WMij \n€漢"), max_size=1100)


@given(name=wide, note=wide, person=wide, task=wide, place=wide, count=st.integers(0, 4))
@settings(max_examples=80, deadline=None)
def test_wide_letters_and_unbroken_words_stay_on_the_sheet(
    name: str, note: str, person: str, task: str, place: str, count: int
) -> None:
    sheet = samples.sheet(
        werkgever=samples.werkgever(naam=name, regiehouder=person, sector=place, handelsnamen=(name,)),
        vestigingen=(samples.vestiging(naam=name, straat=place, woonplaats=place),) * count,
        contactpersonen=(samples.contactpersoon(naam=person, functie=place, telefoon=place),) * count,
        contacten=(samples.contactmoment(notitie=note, contactpersonen=(person, name), onderwerp=place),)
        * count,
        acties=(samples.actie(gevraagde_handeling=task, toelichting=note),) * count,
        afspraken=(samples.afspraak(inhoud=note, soort=place),) * count,
    )
    assert outside(sheet, samples.order(accountmanager="Karin Smit")) == []
