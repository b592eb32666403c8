"""What the detail of an item shows, as frozen data: made here, painted by `item_detail`. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop import wording
from desktop.models.commands.ongedaan import UNDOABLE
from desktop.models.queries.day_rows import WachtRegel
from desktop.models.queries.laptop_rows import Concept
from desktop.views.deze_laptop import texts
from desktop.views.waiting import ASKED, WaitingLines
from desktop.views.werkgevers import texts_changes
from desktop.views.werkgevers.field_words import FieldWords

OPEN, TAKE_BACK, TRY_NOW, GO_ON, THROW_AWAY, COPY, RECONCILE = (
    "open",
    "terug",
    "probeer",
    "verder",
    "weg",
    "kopieer",
    "afstemming",
)


@dataclass(frozen=True, slots=True)
class Changed:
    """One field: what stood there and what stands there now."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with, below it, changed fields, named values, or a text. `token` colours the text."""

    title: str
    changes: tuple[Changed, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    body: str = ""
    icon: str = ""
    token: str = "tekst_2"
    buttons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """One item: its blocks in order, its buttons, and what comes after them; `filled` is the button that is
    pressed most.
    """

    key: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    buttons: tuple[tuple[str, str], ...] = ()
    filled: str = ""
    after: tuple[Block, ...] = ()


def of_waiting(row: WachtRegel, words: WaitingLines, offline: bool, ground: str) -> Content:
    """`ground`: what it waits for by its title, when that waits here too."""
    why = Block(texts.WHY_WAITS, body=reason(row, offline, ground), icon="klok")
    back = Block(texts.NOT_SENDING, body=texts.NOT_SENDING_TEXT, buttons=((TAKE_BACK, texts.TAKE_BACK),))
    undoable = row.opdracht.naam in UNDOABLE
    blocks = (why, *_what(row, words))
    open_it = ((OPEN, texts.OPEN),) if row.werkgever_id else ()
    return Content(
        row.opdracht.uuid,
        words.title(row),
        texts.typed_at(row.opdracht.tijd, words.today),
        blocks,
        (*open_it, (TRY_NOW, texts.TRY_NOW)),
        after=(back,) if undoable else (),
    )


def reason(row: WachtRegel, offline: bool, ground: str) -> str:
    """Why it is still here, the nearest reason first."""
    if row.opdracht.beantwoord_op is not None:
        return texts.REASON_ARRIVED
    if row.opdracht.status == ASKED:
        asked = texts.REASON_ASKED
        return f"{asked} {texts.REASON_OFFLINE}" if offline else asked
    if ground:
        return texts.builds_on(ground)
    return texts.REASON_OFFLINE if offline else texts.REASON_NEXT


def of_sent(row: WachtRegel, words: WaitingLines) -> Content:
    """The proof first, then what it was about."""
    command, title = row.opdracht, words.title(row)
    pairs = [(texts.NUMBER, texts.number_of(command.n)), (texts.OUTCOME, outcome(row))]
    if command.beantwoord_op is not None:
        pairs.insert(1, (texts.RECEIVED, texts.received(command.beantwoord_op)))
    pairs.append((texts.MARK, command.uuid))
    blocks = [Block(texts.PROOF, pairs=tuple(pairs), icon="vink")]
    if command.status == "geweigerd":
        blocks.insert(0, Block("", body=_refusal(row), icon="letop", token="letop"))
    blocks += _what(row, words)
    buttons = [(COPY, texts.COPY_PROOF)]
    buttons += [(RECONCILE, texts.TO_RECONCILE)] if command.status == "geweigerd" else []
    buttons += [(OPEN, texts.OPEN)] if row.werkgever_id else []
    return Content(
        command.uuid, title, texts.typed_at(command.tijd, words.today), tuple(blocks), tuple(buttons)
    )


def outcome(row: WachtRegel) -> str:
    return texts.OUTCOMES.get(row.opdracht.status, row.opdracht.status)


def _refusal(row: WachtRegel) -> str:
    why = wording.sentence(row.opdracht.reden, row.opdracht.parameters) if row.opdracht.reden else ""
    return f"{why} {texts.REFUSED_KEPT}".strip()


def proof(row: WachtRegel, words: WaitingLines, laptop: str) -> str:
    """One line that can be mailed; empty while there is no answer."""
    command = row.opdracht
    if command.beantwoord_op is None:
        return ""
    return texts.proof(words.title(row), command.n, laptop, command.beantwoord_op, outcome(row), command.uuid)


def of_draft(draft: Concept, title: str, known: FieldWords, today: date) -> Content:
    blocks = (
        Block("", body=texts.DRAFT_STATE, icon="potlood"),
        *_typed(texts.DRAFT_TEXT, draft.velden, known),
    )
    buttons = ((THROW_AWAY, texts.THROW_AWAY), (GO_ON, texts.GO_ON))
    return Content(draft_key(draft), title, texts.kept_at(draft.bewaard_op, today), blocks, buttons, GO_ON)


def draft_key(draft: Concept) -> str:
    return f"{draft.soort}:{draft.onderwerp_id}"


def _what(row: WachtRegel, words: WaitingLines) -> tuple[Block, ...]:
    """Changed fields as old and new; of what is new, what was typed."""
    known = words.known_of(row)
    if row.wijzigingen:
        changes = tuple(
            Changed(
                known.name(one),
                known.value(one.veld, one.oud) or texts.EMPTY,
                known.value(one.veld, one.nieuw) or texts.EMPTY,
            )
            for one in row.wijzigingen
        )
        return (Block(texts.CHANGES, changes),)
    return _typed(texts.TYPED, row.opdracht.argumenten, known)


def _typed(title: str, fields: Mapping[str, object], known: FieldWords) -> tuple[Block, ...]:
    """What has a name that people know; ids and what is empty say nothing."""
    pairs = tuple(
        (texts_changes.LABELS[name], said)
        for name, value in fields.items()
        if name in texts_changes.LABELS and (said := _said(name, value, known))
    )
    note = fields.get("notitie")
    named = (Block(title, pairs=pairs),) if pairs else ()
    return (*named, Block(texts.NOTE, body=note, token="tekst")) if isinstance(note, str) and note else named


def _said(name: str, value: object, known: FieldWords) -> str:
    if name == "notitie" or value in (None, "", (), []):
        return ""
    if isinstance(value, bool | int | str) and not name.endswith(("_id", "_ids")):
        return known.value(name, str(value)) or ""
    return ""
