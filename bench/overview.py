"""The werkgeversoverzicht of 200 werkgevers beside the same text on a bare reportlab canvas.

The peer draws every string that our overview drew, at the same place in the same letter, and nothing else:
no measuring, no lines, no links. So the ratio is what layout and house style cost.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.laptop_rows import Stand
from desktop.models.queries.werkgever_rows import (
    ContactpersoonRij,
    VestigingRij,
    WerkgeverKaart,
    Werkgeversblad,
)
from desktop.reports import fonts
from desktop.reports.document import Document
from desktop.reports.house_style import house_style
from desktop.reports.paragraph import Piece
from desktop.reports.werkgeversoverzicht import Order, Overview, imprint

WERKGEVERS = 200
ROUNDS = 5
_NOW = datetime(2026, 11, 17, 9, 44, tzinfo=UTC)
_STAND = Stand("Gooi en Vechtstreek", "Karin Smit", "accountmanager", _NOW, 1, 0, WERKGEVERS, oefen=False)
_ORDER = Order("intern", "Karin Smit", _NOW, all=True)
_PROSE = (
    "rondleiding nieuwe productiehal vanaf januari twee mensen voor de inpak vroege dienst staan open"
    " proefplaatsing contract verlengd tot maart eerst één proef op expeditie werk anders organiseren"
)
_WORDS = _PROSE.split()

Figure = tuple[str, float, str, str, float]
Drawn = tuple[int, float, float, Piece]


def measure() -> list[Figure]:
    """Name, value, unit, peer and the peer's value; the best of some rounds each, taken in turns."""
    sheets = [_sheet(number) for number in range(WERKGEVERS)]
    drawn = _record(sheets)
    ours, bare = _best(lambda: _overview(sheets), lambda: _bare(drawn))
    return [("overview of 200 werkgevers", ours, "s", "same text on a bare canvas", bare)]


def _best(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for index, work in enumerate((ours, peer)):
            begin = time.perf_counter()
            work()
            best[index] = min(best[index], time.perf_counter() - begin)
    return best[0], best[1]


def _overview(sheets: Sequence[Werkgeversblad], kind: type[Document] = Document) -> Document:
    document = kind(io.BytesIO(), house_style(), imprint(_STAND, _ORDER))
    overview = Overview(document, _ORDER)
    for sheet in sheets:
        overview.add(sheet)
    overview.finish()
    return document


class _Recorder(Document):
    """Remembers what it draws, the frame and the numbers included where they are defined."""

    drawn: list[Drawn]

    def piece(self, x: float, baseline: float, piece: Piece) -> None:
        if not hasattr(self, "drawn"):
            self.drawn = []
        self.drawn.append((self.pages, x + piece.x, self.page_height - baseline, piece))
        super().piece(x, baseline, piece)


def _record(sheets: Sequence[Werkgeversblad]) -> list[Drawn]:
    document = _overview(sheets, _Recorder)
    assert isinstance(document, _Recorder)
    return document.drawn


def _bare(drawn: Sequence[Drawn]) -> None:
    fonts.register()
    canvas = Canvas(io.BytesIO(), pagesize=A4, pageCompression=1)
    page = 1
    for at, x, y, piece in drawn:
        if at > page:
            canvas.showPage()
            page = at
        canvas.setFont(piece.style.font, piece.style.size)
        canvas.drawString(x, y, piece.text)
    canvas.save()


def _sheet(number: int) -> Werkgeversblad:
    naam = f"Werkgever {number} {_WORDS[number % len(_WORDS)]} B.V."
    own = {"werkgever_id": f"w{number}", "werkgever": naam}
    return Werkgeversblad(
        werkgever=_card(number, naam),
        vestigingen=tuple(_vestiging(own, index) for index in range(2)),
        contactpersonen=tuple(_person(own, index) for index in range(3)),
        contacten=tuple(_contact(own, number + index) for index in range(5)),
        acties=tuple(_actie(own, number + index) for index in range(3)),
        afspraken=(
            AfspraakRij("a", **own, soort="nazorg", inhoud=_text(number, 12), van=_day(0), tot=_day(300),
                        eigenaar_id="m", eigenaar="Karin Smit", status="loopt", wacht=False),
        ),
        regies=(),
    )  # fmt: skip


def _card(number: int, naam: str) -> WerkgeverKaart:
    empty = WerkgeverKaart(**dict.fromkeys(WerkgeverKaart.__dataclass_fields__))  # type: ignore[arg-type]
    return replace(
        empty,
        naam=naam,
        kvk_nummer=f"{69_000_000 + number * 7}",
        handelsnamen=(),
        sector="bakkerij",
        werkzame_personen=number,
        actief=True,
        plaats="Hilversum",
        regiehouder="Karin Smit",
        regie_sinds=_day(-number),
    )


def _vestiging(own: dict[str, str], index: int) -> VestigingRij:
    return VestigingRij(
        f"v{index}", **own, vestigingsnummer=f"{index + 1:012}", naam=f"Vestiging {index}",
        hoofdvestiging=index == 0, straat="Larenseweg", huisnummer=index + 1, toevoeging=None,
        postcode="1221CN", woonplaats="Hilversum", gemeente_code="0402", gemeente="Hilversum",
        adres_afgeschermd=False, wacht=False,
    )  # fmt: skip


def _person(own: dict[str, str], index: int) -> ContactpersoonRij:
    return ContactpersoonRij(
        f"p{index}", **own, vestiging_id=None, naam=f"Anouk de Vries {index}", functie="hr", rol=None,
        email="hr@werkgever.example", telefoon="0350000123", telefoon_2=None, voorkeurskanaal=None, van=None,
        tot=None, niet_benaderen=False, laatste_controle=None, versie=1, wacht=False,
    )  # fmt: skip


def _contact(own: dict[str, Any], number: int) -> ContactmomentRij:
    return ContactmomentRij(
        f"c{number}", **own, vestiging_id=None, datum=_day(-number), tijd=None, medewerker_id="m",
        medewerker="Youssef Amrani", kanaal="bezoek", richting="wij", onderwerp=None, contact_gelukt=True,
        buiten_regie=False, aanleiding=None, reden_buiten_regie=None, notitie=_text(number, 24),
        vertrouwelijk=False, contactpersonen=("Anouk de Vries",), versie=1, wacht=number % 9 == 0,
    )  # fmt: skip


def _actie(own: dict[str, str], number: int) -> ActieRij:
    return ActieRij(
        f"t{number}", own["werkgever_id"], own["werkgever"],
        contactmoment_id=None, contactmoment=None, soort="toezegging", gevraagde_handeling=_text(number, 6),
        toelichting=None, toegewezen_aan_id="m", toegewezen_aan="Karin Smit", deadline=_day(number % 30),
        status="te_verwerken", versie=1, wacht=False,
    )  # fmt: skip


def _text(seed: int, words: int) -> str:
    return " ".join(_WORDS[(seed * 7 + index * 3) % len(_WORDS)] for index in range(words)).capitalize() + "."


def _day(shift: int) -> date:
    return date(2026, 11, 17) + timedelta(days=shift)
