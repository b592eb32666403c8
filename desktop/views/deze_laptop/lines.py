"""The lists of what waits, what is not finished and what was sent, line by line. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.models.queries.day_rows import WachtRegel
from desktop.models.queries.laptop_rows import Concept
from desktop.views import dates
from desktop.views.deze_laptop import contents, texts
from desktop.views.tables.item_line import ItemLine, group
from desktop.views.vandaag.texts import draft_title
from desktop.views.waiting import ASKED, ICONS, WaitingLines

Line = ItemLine[WachtRegel | Concept]


def waiting(
    rows: Sequence[WachtRegel], drafts: Sequence[Concept], names: Mapping[str, str], words: WaitingLines
) -> tuple[Line, ...]:
    """In the order of sending; then drafts, the newest first. Headings only where there are two groups."""
    sending = [_command(row, words) for row in rows]
    unfinished = [_draft(draft, title_of(draft, names), words.today) for draft in drafts]
    groups = [(texts.SENDING, sending), (texts.DRAFTS, unfinished)]
    shown = [(title, lines) for title, lines in groups if lines]
    return tuple(line for title, lines in shown for line in group(title, lines))


def sent(rows: Sequence[WachtRegel], words: WaitingLines) -> tuple[Line, ...]:
    """The newest first, by day of receipt."""
    found: list[Line] = []
    days: dict[str, list[Line]] = {}
    for row in rows:
        at = row.opdracht.beantwoord_op or row.opdracht.tijd
        day = dates.spoken(dates.local_day(at), words.today)
        days.setdefault(day[:1].upper() + day[1:], []).append(_receipt(row, words))
    for day, lines in days.items():
        found += group(day, lines)
    return tuple(found)


def _icon(row: WachtRegel) -> str:
    return ICONS.get(row.opdracht.naam.split(".")[0], "potlood")


def _command(row: WachtRegel, words: WaitingLines) -> Line:
    return ItemLine(
        row.opdracht.uuid,
        words.title(row),
        words.detail(row),
        dates.moment_short(row.opdracht.tijd, words.today),
        _icon(row),
        row,
        "letop" if row.opdracht.status == ASKED else "tekst_2",
    )


def _receipt(row: WachtRegel, words: WaitingLines) -> Line:
    refused = row.opdracht.status == "geweigerd"
    said = contents.outcome(row)
    at = row.opdracht.beantwoord_op or row.opdracht.tijd
    return ItemLine(
        row.opdracht.uuid,
        words.title(row),
        said[:1].upper() + said[1:],
        dates.moment_short(at, words.today),
        _icon(row),
        row,
        "letop" if refused else "tekst_2",
    )


def title_of(draft: Concept, names: Mapping[str, str]) -> str:
    about = names.get(draft.onderwerp_id, "") or str(draft.velden.get("naam") or "")
    return draft_title(draft.soort, about, str(draft.velden.get("titel") or ""))


def _draft(draft: Concept, title: str, today: date) -> Line:
    return ItemLine(
        contents.draft_key(draft),
        title,
        texts.kept_at(draft.bewaard_op, today),
        "",
        "potlood",
        subject=draft,
    )
