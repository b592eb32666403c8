"""What waits for an answer, and what was left unfinished, as rows with buttons. Pure: rows in, words out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.day_rows import Vandaag
from desktop.models.queries.kandidaat_rows import KandidaatOverdrachtRij
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.regie_rows import OverdrachtRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.views.vandaag import texts
from desktop.views.vandaag.care import Care

AGREE, RATHER_NOT, LOOK, ACCEPT, REFUSE = "akkoord", "liever_niet", "bekijk", "aanvaard", "weiger"
QUESTIONS, GO_ON, THROW_AWAY, PUT_BACK = "afstemming", "verder", "weg", "terug"
ANSWER = "beantwoord"
Subject = ActieRij | OverdrachtRij | KandidaatOverdrachtRij | SignaalRij | Concept | None
NOTHING_MORE = Care()


@dataclass(frozen=True, slots=True)
class Ask:
    """One row: a sentence with a bold beginning, a second line, and what can be pressed (code, words).

    `note` stands in the place of the buttons that are gone: what the answer was.
    """

    key: str
    who: str
    rest: str
    below: str
    buttons: tuple[tuple[str, str], ...]
    subject: Subject = None
    note: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.who}{self.rest}"


def asks(
    day: Vandaag,
    questions: int,
    answered: Mapping[str, Ask],
    before: Sequence[str] = (),
    care: Care = NOTHING_MORE,
) -> tuple[Ask, ...]:
    """Requests first, then signalen, then transfers, then what waits in Afstemming.

    What was `answered` here stays where it stood among the keys `before`, until one leaves.
    """
    rows = {row.key: row for row in _rows(day, care)}
    fresh = list(rows)
    for key in (key for key in before if key in answered and key not in rows):
        earlier = set(before[: before.index(key)])
        fresh.insert(max((at + 1 for at, one in enumerate(fresh) if one in earlier), default=0), key)
    shown = [answered.get(key) or rows[key] for key in fresh]
    if questions:
        bold, rest = texts.questions(questions)
        shown.append(Ask("afstemming", bold, rest, texts.QUESTIONS_BELOW, ((QUESTIONS, texts.LOOK),)))
    return tuple(shown)


def _rows(day: Vandaag, care: Care) -> Iterator[Ask]:
    yield from _of_requests(day)
    yield from _of_signals(care, day.dag)
    yield from _of_transfers(day)
    yield from _of_candidates(care, day.dag)


def _of_signals(care: Care, today: date) -> Iterator[Ask]:
    for row in care.signalen:
        yield Ask(
            row.id,
            row.melder or "Een collega",
            texts.signals(row.werkgever),
            f"{texts.signalled_at(row.gemeld_op, today)}{texts.said(row.tekst)}",
            ((LOOK, texts.LOOK), (ANSWER, texts.ANSWER)),
            row,
        )


def _of_candidates(care: Care, today: date) -> Iterator[Ask]:
    """Who it is stands on the page of candidates; refusing with a reason is done there."""
    for row in care.overdrachten:
        yield Ask(
            row.id,
            row.van,
            texts.offers_candidate(row.nummer),
            texts.candidate_at(row.voorgesteld_op, today),
            ((LOOK, texts.LOOK),) if row.wacht else ((LOOK, texts.LOOK), (ACCEPT, texts.ACCEPT)),
            row,
            texts.ASKED_TO_CONFIRM if row.wacht else "",
        )


def _of_requests(day: Vandaag) -> Iterator[Ask]:
    for row in day.verzoeken:
        when = texts.asked_at(row.gemaakt_op, day.dag) if row.gemaakt_op else ""
        yield Ask(
            row.id,
            row.door or "Een collega",
            texts.asks(row.gevraagde_handeling, row.werkgever),
            f"{when}{texts.said(row.toelichting)}".strip(),
            ((LOOK, texts.LOOK), (RATHER_NOT, texts.RATHER_NOT), (AGREE, texts.AGREE)),
            row,
        )


def _of_transfers(day: Vandaag) -> Iterator[Ask]:
    for row in day.overdrachten:
        if row.status not in ("voorgesteld", "aanvaard"):
            continue
        offered = row.status == "voorgesteld"
        rest = texts.wants_to_transfer(row.werkgever) if offered else texts.handed_over(row.werkgever)
        when = texts.proposed_at(row.voorgesteld_op, day.dag, row.open_acties, row.lopende_afspraken)
        answers = ((REFUSE, texts.REFUSE), (ACCEPT, texts.ACCEPT)) if offered and not row.wacht else ()
        yield Ask(
            row.id,
            row.van,
            rest,
            f"{when}{texts.said(row.toelichting)}",
            ((LOOK, texts.LOOK), *answers),
            row,
            texts.ASKED_TO_CONFIRM if offered and row.wacht else "",
        )


def unfinished(
    drafts: tuple[Concept, ...], names: Mapping[str, str], gone: Mapping[str, Concept], today: date
) -> tuple[Ask, ...]:
    """Drafts, the newest first; those thrown away here can be put back until one leaves."""
    rows = [*drafts, *(one for key, one in gone.items() if key not in {draft_key(row) for row in drafts})]
    rows.sort(key=lambda row: row.bewaard_op, reverse=True)
    return tuple(_draft(row, names, draft_key(row) in gone, today) for row in rows)


def draft_key(row: Concept) -> str:
    return f"{row.soort}:{row.onderwerp_id}"


def _draft_title(row: Concept, employer: str) -> str:
    """As the form itself is called, with whom it is about."""
    about = employer or str(row.velden.get("naam") or "")
    return texts.draft_title(row.soort, about, str(row.velden.get("titel") or ""))


def _draft(row: Concept, names: Mapping[str, str], gone: bool, today: date) -> Ask:
    buttons = (
        ((PUT_BACK, texts.PUT_BACK),) if gone else ((THROW_AWAY, texts.THROW_AWAY), (GO_ON, texts.GO_ON))
    )
    return Ask(
        draft_key(row),
        _draft_title(row, names.get(row.onderwerp_id, "")),
        "",
        texts.kept_at(row.bewaard_op, today),
        buttons,
        row,
        texts.THROWN_AWAY if gone else "",
    )
